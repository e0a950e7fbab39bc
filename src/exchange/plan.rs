//! The plans of a family as JSON: for each of its people the phase, the scores, the areas with what was measured of
//! them, goals and actions with the columns of files.

use serde_json::{Map, Value, json};

use super::json;
use super::protection::Audience;
use super::telling::Teller;
use crate::domain::codes::{Area, Code, MemberRole};
use crate::domain::directory::FamilyName;
use crate::domain::goal::gas::{Scores, rounded};
use crate::domain::measurement::{AreaMeasured, Standing, by_area};
use crate::domain::noun::Noun;
use crate::domain::person::Person;
use crate::domain::phase;
use crate::domain::problem::Problem;
use crate::store::{FamilyPlan, Store, Stored};

/// The plans of a family, as they stand on a day.
///
/// # Errors
/// Refused by role or family.
pub fn object(
    store: &Store,
    family: &FamilyName,
    plan: &FamilyPlan,
    standings: &[Standing],
    today: chrono::NaiveDate,
) -> Result<Value, Problem> {
    let teller = Teller::new(store, Audience::File);
    let now = phase::on_day(plan.phases.iter().map(|stored| &stored.value), today).map(|phase| phase.phase.clone());
    let mut people = Vec::new();
    for person in store.people_of(family.id)? {
        if has_plan(plan, &person) {
            people.push(of_person(&teller, (family, plan, standings, &now), &person, today)?);
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

type Whole<'a> = (&'a FamilyName, &'a FamilyPlan, &'a [Standing], &'a Option<String>);

fn of_person(
    teller: &Teller<'_>,
    (family, plan, standings, phase): Whole<'_>,
    person: &Stored<Person>,
    today: chrono::NaiveDate,
) -> Result<Value, Problem> {
    let lines = plan.goals_of(person.id);
    let scores = Scores::of(lines.iter().map(|line| &line.goal));
    let measured = by_area(standings, person.id);
    let areas = Area::ALL.iter().map(|area| {
        let AreaMeasured { first, latest, is_weak, .. } = measured.get(area).copied().unwrap_or_default();
        json!({ "area": area.code(), "first": first, "latest": latest, "weak": is_weak })
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
