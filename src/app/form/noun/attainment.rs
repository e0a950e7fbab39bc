//! The form of an attainment: how far somebody has come with a goal, as one sees it and as the person does.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::attainment::{self, Attainment};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::AttainmentId;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Attainments.
pub static ATTAINMENT: FormNoun = FormNoun { name: "attainment", table: &attainment::ATTAINMENT, save, at };

/// A new one, of a goal by its number or of none yet.
pub(in crate::app) fn new(cx: &Cx, family: &FamilyName, goal: Option<u32>) -> Form {
    let draft = Draft::default()
        .with_family("case_ref", family.id, &family.case_ref)
        .with_some("goal", goal)
        .with("on", cx.locale.say("today"));
    let form = Form::new(&ATTAINMENT, What::of_family(&family.case_ref), draft, &cx.locale).about(&family.name);
    if goal.is_some() { form.at("attainment") } else { form }
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: AttainmentId) -> Result<Form, Problem> {
    let stored: Stored<Attainment> = cx.store.get(id)?;
    Ok(Form::new(&ATTAINMENT, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, attainment: &Attainment) -> Result<Draft, Problem> {
    drafted(cx, attainment.family, |case_ref, _| attainment::attainment_draft(attainment, case_ref))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(cx.family_named(case_ref)?.map(|family| new(cx, &family, None))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let old = match form.target.what {
        What::Record { id, .. } => Some(cx.store.get::<Attainment>(AttainmentId(id))?.value),
        What::New(_) | What::Visit(_) | What::Filter => None,
    };
    let read = attainment::read_attainment(reader(cx, form, draft)?, &cx.store, cx.user(), old.as_ref())?;
    write(cx, form, read, |attainment| draft_of(cx, attainment))
}
