//! The plans of a family as JSON: for each of its people the phase, the scores, the areas with what was measured of
//! them, goals and actions with the columns of files.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::json;
use super::protection::Audience;
use super::telling::Teller;
use crate::domain::codes::{Area, Code, MemberRole};
use crate::domain::directory::FamilyName;
use crate::domain::goal::gas::{Scores, rounded};
use crate::domain::ids::PersonId;
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::phase;
use crate::domain::problem::Problem;
use crate::store::{FamilyPlan, Store, Stored};

/// What was measured of an area of somebody: at first, at last, and whether it is weak.
pub type Measured = BTreeMap<(PersonId, Area), (Option<f64>, Option<f64>, bool)>;

/// The plans of a family, as they stand on a day.
///
/// # Errors
/// Refused by role or family.
pub fn object(
    store: &Store,
    family: &FamilyName,
    plan: &FamilyPlan,
    measured: &Measured,
    today: chrono::NaiveDate,
) -> Result<Value, Problem> {
    let teller = Teller::new(store, Audience::File);
    let now = phase::on_day(plan.phases.iter().map(|stored| &stored.value), today).map(|phase| phase.phase.clone());
    let mut people = Vec::new();
    for person in store.people_of(family.id)? {
        if has_plan(plan, &person) {
            people.push(of_person(&teller, (family, plan, measured, &now), &person, today)?);
        }
    }
    Ok(json!({ "people": people }))
}

/// Whether somebody of a family has a plan: children, parents, and whoever else has a goal.
pub fn has_plan(plan: &FamilyPlan, person: &Stored<Person>) -> bool {
    use MemberRole::{Child, Father, Guardian, Mother, StepParent};
    matches!(person.value.role, Child | Mother | Father | StepParent | Guardian)
        || plan.goals.iter().any(|line| line.goal.person == person.id)
}

type Whole<'a> = (&'a FamilyName, &'a FamilyPlan, &'a Measured, &'a Option<String>);

fn of_person(
    teller: &Teller<'_>,
    (family, plan, measured, phase): Whole<'_>,
    person: &Stored<Person>,
    today: chrono::NaiveDate,
) -> Result<Value, Problem> {
    let lines = plan.goals_of(person.id);
    let scores = Scores::of(lines.iter().map(|line| &line.goal));
    let areas = Area::ALL.iter().map(|area| {
        let (first, latest, weak) = measured.get(&(person.id, *area)).copied().unwrap_or_default();
        let (first, latest) = (first.map(rounded), latest.map(rounded));
        json!({ "area": area.code(), "first": first, "latest": latest, "weak": weak })
    });
    let areas: Vec<Value> = areas.collect();
    let mut goals = Vec::new();
    for line in &lines {
        let mut goal = row(teller, family, line.id.0, &line.goal)?;
        goal.insert("change".to_owned(), line.goal.change().into());
        goal.insert("gap".to_owned(), line.goal.gap().into());
        goal.insert("stepped_on".to_owned(), line.stepped_on.map(|on| on.to_string()).into());
        goal.insert("asked".to_owned(), line.asked(today).map(|asked| asked.key()).into());
        goals.push(Value::Object(goal));
    }
    let mut actions = Vec::new();
    for stored in plan.actions_of(person.id) {
        let mut action = row(teller, family, stored.id.0, &stored.value)?;
        action.insert("late".to_owned(), stored.value.is_late(today).into());
        actions.push(Value::Object(action));
    }
    Ok(json!({
        "ref": person.value.reference, "phase": phase, "t_start": scores.start.map(rounded),
        "t_now": scores.now.map(rounded), "t_own": scores.own.map(rounded), "t_change": scores.change.map(rounded),
        "revised_on": plan.revised.get(&person.id).map(|on| on.to_string()),
        "areas": areas, "goals": goals, "actions": actions,
    }))
}

fn row<N: Noun>(teller: &Teller<'_>, family: &FamilyName, id: i64, record: &N) -> Result<Map<String, Value>, Problem> {
    Ok(json::object(id, N::COLUMNS, &teller.row(family, record)?))
}
