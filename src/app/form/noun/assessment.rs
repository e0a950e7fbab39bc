//! The form of a contact that somebody assesses, in four parts.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::assessment::{self, Assessment};
use crate::domain::entry::Draft;
use crate::domain::ids::AssessmentId;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// A contact that somebody assesses, in four parts.
pub static ASSESSMENT: FormNoun = FormNoun { name: "assessment", table: &assessment::ASSESSMENT, save, at };

/// A new one in a family, of whom it is known.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let draft = draft.with("on", cx.locale.say("today")).with("assessed_by", cx.user());
    let first = if draft.get("with").is_empty() { "child" } else { "information" };
    Form::new(&ASSESSMENT, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: AssessmentId) -> Result<Form, Problem> {
    let stored: Stored<Assessment> = cx.store.get(id)?;
    Ok(Form::new(&ASSESSMENT, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, one: &Assessment) -> Result<Draft, Problem> {
    drafted(cx, one.family, |case_ref, members| assessment::assessment_draft(one, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default().with("case_ref", case_ref)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = assessment::read_assessment(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |one| draft_of(cx, one))
}
