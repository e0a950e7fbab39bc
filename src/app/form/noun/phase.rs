//! The form of a phase of the programme.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::PhaseId;
use crate::domain::phase::{self, Phase};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Phases.
pub static PHASE: FormNoun = FormNoun { name: "phase", table: &phase::PHASE, save, at };

/// A new phase of a family.
pub(in crate::app) fn new(cx: &Cx, family: &FamilyName) -> Form {
    let draft =
        Draft::default().with_family("case_ref", family.id, &family.case_ref).with("from", cx.locale.say("today"));
    Form::new(&PHASE, What::of_family(&family.case_ref), draft, &cx.locale).about(&family.name)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: PhaseId) -> Result<Form, Problem> {
    let stored: Stored<Phase> = cx.store.get(id)?;
    Ok(Form::new(&PHASE, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, phase: &Phase) -> Result<Draft, Problem> {
    drafted(cx, phase.family, |case_ref, _| phase::phase_draft(phase, case_ref))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(cx.family_named(case_ref)?.map(|family| new(cx, &family))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = phase::read_phase(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |phase| draft_of(cx, phase))
}
