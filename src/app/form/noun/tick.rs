//! The form of a line of a checklist that is of no matter, or was dealt with on another day: how, when, why.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, TickState};
use crate::domain::entry::Draft;
use crate::domain::ids::TickId;
use crate::domain::problem::Problem;
use crate::domain::tick::{self, Tick};
use crate::store::Stored;

/// Ticked lines.
pub static TICK: FormNoun = FormNoun { name: "tick", table: &tick::TICK, save, at };

/// A line that is of no matter here; somebody says why.
pub(in crate::app) fn new(cx: &Cx, tick: &Tick) -> Result<Form, Problem> {
    let draft = draft_of(cx, tick)?.with("state", TickState::NotRelevant.code()).with("on", cx.locale.say("today"));
    let of = What::New(format!("in/{}", cx.case_ref(tick.family)?));
    Ok(Form::new(&TICK, of, draft, &cx.locale).at("why"))
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: TickId) -> Result<Form, Problem> {
    let stored: Stored<Tick> = cx.store.get(id)?;
    Ok(Form::new(&TICK, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, one: &Tick) -> Result<Draft, Problem> {
    drafted(cx, one.family, |case_ref, members| tick::tick_draft(one, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => {
            let draft = Draft::default().with("case_ref", case_ref);
            Ok(Some(Form::new(&TICK, What::of_family(case_ref), draft, &cx.locale)))
        }
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = tick::read_tick(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |one| draft_of(cx, one))
}
