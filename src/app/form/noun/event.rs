//! The form of what was done, on a day: a fact that is noted.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, EventKind};
use crate::domain::entry::Draft;
use crate::domain::event::{self, Event};
use crate::domain::ids::{EventId, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Events.
pub static EVENT: FormNoun = FormNoun { name: "event", table: &event::EVENT, save, at };

/// A new event, in a family or in none yet.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, kind: Option<EventKind>, person: Option<PersonId>) -> Form {
    let about = person.and_then(|person| cx.store.get::<Person>(person).ok());
    let members = about.and_then(|person| cx.members(person.value.family).ok()).unwrap_or_default();
    let draft = Draft::default()
        .with("case_ref", case_ref)
        .with_some("kind", kind.map(Code::code))
        .with("on", cx.locale.say("today"))
        .with_people("about", person, &members);
    let first = match (case_ref.is_empty(), kind) {
        (true, _) => "case_ref",
        (false, None) => "kind",
        (false, Some(_)) => "note",
    };
    Form::new(&EVENT, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: EventId) -> Result<Form, Problem> {
    let stored: Stored<Event> = cx.store.get(id)?;
    Ok(Form::new(&EVENT, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, event: &Event) -> Result<Draft, Problem> {
    drafted(cx, event.family, |case_ref, members| event::event_draft(event, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, None, None))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = event::read_event(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |event| draft_of(cx, event))
}
