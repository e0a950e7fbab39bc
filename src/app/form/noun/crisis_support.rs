//! The form of crisis support to a parent.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::crisis_support::{self, CrisisSupport};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::{CrisisSupportId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Crisis support.
pub static CRISIS_SUPPORT: FormNoun =
    FormNoun { name: "crisis_support", table: &crisis_support::CRISIS_SUPPORT, save, at };

/// A new one, for a parent or for nobody yet.
pub(in crate::app) fn new(cx: &Cx, family: &FamilyName, parent: Option<PersonId>) -> Result<Form, Problem> {
    let draft = Draft::default()
        .with_family("case_ref", family.id, &family.case_ref)
        .with("offered_on", cx.locale.say("today"))
        .with_people("parent", parent, &cx.members(family.id)?);
    let form = Form::new(&CRISIS_SUPPORT, What::of_family(&family.case_ref), draft, &cx.locale).about(&family.name);
    Ok(if parent.is_some() { form.at("answer") } else { form })
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: CrisisSupportId) -> Result<Form, Problem> {
    let stored: Stored<CrisisSupport> = cx.store.get(id)?;
    Ok(Form::new(&CRISIS_SUPPORT, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, support: &CrisisSupport) -> Result<Draft, Problem> {
    drafted(cx, support.family, |case_ref, members| crisis_support::crisis_support_draft(support, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => cx.family_named(case_ref)?.map(|family| new(cx, &family, None)).transpose(),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = crisis_support::read_crisis_support(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |support| draft_of(cx, support))
}
