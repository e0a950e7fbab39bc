//! The form of a session.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, Mode, Outcome, SessionKind};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::family::Family;
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::session::{read_session, session_draft};
use crate::store::Stored;

/// Sessions.
pub static SESSION: FormNoun = FormNoun { name: "session", table: &crate::domain::session::SESSION, save, at };

/// A new session with a family, or with one still to be named.
pub(in crate::app) fn new(cx: &Cx, family: Option<&FamilyName>) -> Form {
    let draft = family
        .map_or_else(Draft::default, |family| Draft::default().with_family("case_ref", family.id, &family.case_ref));
    let draft = draft
        .with("on", cx.locale.say("today"))
        .with("mode", Mode::HomeVisit.code())
        .with("kind", SessionKind::Conversation.code())
        .with("outcome", Outcome::Held.code())
        .with("staff", cx.user());
    let about = family.map_or("", |family| family.name.as_str());
    let what = What::of_family(family.map_or("", |family| family.case_ref.as_str()));
    let mut form = Form::new(&SESSION, what, draft, &cx.locale).about(about);
    form.focus = usize::from(family.is_some());
    form
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, session: &Stored<Session>) -> Result<Form, Problem> {
    let family = cx.store.get::<Family>(session.value.family)?;
    let draft = session_draft(&session.value, &family.value.case_ref, &cx.members(family.id)?);
    let form = Form::new(&SESSION, What::record(session.id, session.version), draft, &cx.locale);
    let mut form = form.about(&family.value.name);
    // A stray key must not take a session from its family.
    form.focus = 1;
    Ok(form)
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some("") => Ok(Some(new(cx, None))),
        Some(case_ref) => Ok(cx.family_named(case_ref)?.map(|family| new(cx, Some(&family)))),
        None => at.id::<SessionId>().map(|id| over(cx, &cx.store.get(id)?)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_session(reader(cx, form, draft)?, &cx.store)?;
    if let Ok(session) = &read
        && let Some(told) = breach_told(cx, session)?
        && let Some(warned) = form.unless_warned(told)
    {
        return Ok(warned);
    }
    write(cx, form, read, |value: &Session| {
        drafted(cx, value.family, |case_ref, members| session_draft(value, case_ref, members))
    })
}

/// That a session that was held was in breach of a restriction: why is asked once, and saved again it is kept, marked
/// as a breach.
fn breach_told(cx: &Cx, session: &Session) -> Result<Option<String>, Problem> {
    match cx.store.against_session(session)?.filter(|against| !against.is_to_come) {
        Some(against) => Ok(Some(cx.locale.problem(&cx.store.against_told(&against)?))),
        None => Ok(None),
    }
}
