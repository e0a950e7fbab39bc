//! The form of a restriction of contact.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, RestrictionKind};
use crate::domain::entry::Draft;
use crate::domain::ids::RestrictionId;
use crate::domain::problem::Problem;
use crate::domain::visit::Restriction;
use crate::domain::visit::restriction::{read_restriction, restriction_draft};
use crate::store::Stored;

/// Restrictions.
pub static RESTRICTION: FormNoun =
    FormNoun { name: "restriction", table: &crate::domain::visit::restriction::RESTRICTION, save, at };

/// A new restriction in a family, with whom it is about.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let draft = draft.with("kind", RestrictionKind::Limited.code()).with("from", cx.locale.say("today"));
    Form::new(&RESTRICTION, What::of_family(case_ref), draft, &cx.locale).at("kind")
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: RestrictionId) -> Result<Form, Problem> {
    let stored: Stored<Restriction> = cx.store.get(id)?;
    Ok(Form::new(&RESTRICTION, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, restriction: &Restriction) -> Result<Draft, Problem> {
    drafted(cx, restriction.family, |case_ref, members| restriction_draft(restriction, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default().with("case_ref", case_ref)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = read_restriction(reader(cx, form, draft)?, &cx.store)?;
    // No decision can restrict the contact of a child in care by consent, only an agreement: that is told once.
    if let Ok(restriction) = &read
        && cx.store.allows_agreement_only(restriction)?
        && let Some(warned) = form.unless_warned(cx.locale.say("warned-only-agreement"))
    {
        return Ok(warned);
    }
    write(cx, form, read, |value| draft_of(cx, value))
}
