//! The form of a goal: made with the person, in their own words.

use crate::app::cx::Cx;
use crate::app::form::save::{drafted, reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Area, Code};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::goal::{self, Goal};
use crate::domain::ids::{GoalId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Goals.
pub static GOAL: FormNoun = FormNoun { name: "goal", table: &goal::GOAL, save, at };

/// A new goal of somebody, in an area or in none yet.
pub(in crate::app) fn new(
    cx: &Cx,
    family: &FamilyName,
    person: Option<PersonId>,
    area: Option<Area>,
) -> Result<Form, Problem> {
    let area_word = area.map(|area| cx.locale.code(Area::LIST, area.code()));
    let draft = Draft::default()
        .with_family("case_ref", family.id, &family.case_ref)
        .with_people("person", person, &cx.members(family.id)?)
        .with_some("area", area.map(Code::code))
        .with("made_on", cx.locale.say("today"));
    let form = Form::new(&GOAL, What::of_family(&family.case_ref), draft, &cx.locale).about(&family.name);
    let first = match (person, area_word) {
        (None, _) => "person",
        (Some(_), None) => "area",
        (Some(_), Some(_)) => "goal",
    };
    Ok(form.at(first))
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: GoalId) -> Result<Form, Problem> {
    let stored: Stored<Goal> = cx.store.get(id)?;
    let form = Form::new(&GOAL, What::record(id, stored.version), draft_of(cx, &stored.value)?, &cx.locale);
    Ok(form.about(&stored.value.number.to_string()))
}

fn draft_of(cx: &Cx, goal: &Goal) -> Result<Draft, Problem> {
    drafted(cx, goal.family, |case_ref, members| goal::goal_draft(goal, case_ref, members))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => cx.family_named(case_ref)?.map(|family| new(cx, &family, None, None)).transpose(),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let old = match form.target.what {
        What::Record { id, .. } => Some(cx.store.get::<Goal>(GoalId(id))?.value),
        What::New(_) | What::Visit(_) | What::Filter => None,
    };
    let read = goal::read_goal(reader(cx, form, draft)?, &cx.store, old.as_ref())?;
    write(cx, form, read, |goal| draft_of(cx, goal))
}
