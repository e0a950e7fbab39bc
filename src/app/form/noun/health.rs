//! The form of a contact with health care.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::entry::Draft;
use crate::domain::health::{self, Health};
use crate::domain::ids::HealthId;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// A contact with health care.
pub static HEALTH: FormNoun = FormNoun { name: "health", table: &health::HEALTH, save, at };

/// A new one in a family, of whom it is known.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let draft = draft.with("asked_on", cx.locale.say("today"));
    let first = if draft.get("person").is_empty() { "person" } else { "care" };
    Form::new(&HEALTH, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: HealthId) -> Result<Form, Problem> {
    let stored: Stored<Health> = cx.store.get(id)?;
    Ok(Form::new(&HEALTH, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, one: &Health) -> Result<Draft, Problem> {
    drafted(cx, one.family, |case_ref, members| health::health_draft(one, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default().with("case_ref", case_ref)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = health::read_health(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |one| draft_of(cx, one))
}
