//! The form of an action: who does what by when.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::action::{self, PlanAction};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::{PersonId, PlanActionId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Actions.
pub static ACTION: FormNoun = FormNoun { name: "action", table: &action::ACTION, save, at };

/// A new action, in somebody's plan, towards a goal by its number.
pub(in crate::app) fn new(
    cx: &Cx,
    family: &FamilyName,
    person: Option<PersonId>,
    goal: Option<u32>,
) -> Result<Form, Problem> {
    let draft = Draft::default()
        .with_family("case_ref", family.id, &family.case_ref)
        .with_people("person", person, &cx.members(family.id)?)
        .with_some("goal", goal)
        .with("who", cx.user());
    Ok(Form::new(&ACTION, What::of_family(&family.case_ref), draft, &cx.locale).about(&family.name))
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: PlanActionId) -> Result<Form, Problem> {
    let stored: Stored<PlanAction> = cx.store.get(id)?;
    Ok(Form::new(&ACTION, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale))
}

fn draft_of(cx: &Cx, action: &PlanAction) -> Result<Draft, Problem> {
    drafted(cx, action.family, |case_ref, members| action::action_draft(action, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => cx.family_named(case_ref)?.map(|family| new(cx, &family, None, None)).transpose(),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = action::read_action(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |action| draft_of(cx, action))
}
