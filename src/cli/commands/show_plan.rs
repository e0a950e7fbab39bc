//! `trygg show plan --family X`: the plans of a family's people. That they were read is journalled.

use clap::ArgMatches;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::codes::{Area, Code as _, GoalState};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::domain::goal::gas::Scores;
use crate::domain::goal::plan::has_open;
use crate::domain::goal::{Asked, GoalLine};
use crate::domain::measurement::{AreaMeasured, Standing, by_area};
use crate::domain::phase;
use crate::domain::problem::Problem;
use crate::exchange::plan::{has_plan, object};
use crate::locale::{Locale, arg};
use crate::store::{FamilyPlan, Store};

/// Shows them.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let plan = store.plan_of(family.id, call.today)?;
    let standings = store.standings(family.id)?;
    let told = object(store, family, &plan, &standings, call.today)?;
    journalled::reading(call, store, family.id)?;
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&told)?,
        Shape::Text => as_text(call, store, (family, &plan, &standings), &mut output)?,
    }
    Ok(output.finish()?)
}

fn as_text(
    call: &Invocation,
    store: &Store,
    (family, plan, standings): (&FamilyName, &FamilyPlan, &[Standing]),
    output: &mut Output,
) -> Result<(), Problem> {
    let (locale, today) = (&call.locale, call.today);
    if let Some(phase) = phase::on_day(plan.phases.iter().map(|stored| &stored.value), today) {
        let name = locale.code(crate::domain::codes::PHASES, &phase.phase);
        output
            .line(&locale.tell("plan-phase", &[("phase", arg(name)), ("day", arg(locale.date(phase.from, today)))]))?;
    }
    for person in store.people_of(family.id)?.into_iter().filter(|person| has_plan(plan, person)) {
        let goals = plan.goals_of(person.id);
        let scores = Scores::of(goals.iter().map(|line| &line.goal));
        let score = |score: Option<f64>| score.map_or_else(|| "–".to_owned(), |score| locale.decimal(score, 2));
        let name = person.value.given_name.shown(Setting::Team);
        output.line(&format!("{name}  T {} → {}", score(scores.start), score(scores.now)))?;
        let mut columns = Columns::new(output, Vec::new());
        for (area, measured) in by_area(standings, person.id) {
            columns.row(self::area(locale, &goals, area, &measured))?;
        }
        columns.finish()?;
        let mut columns = Columns::new(output, Vec::new());
        for line in &goals {
            columns.row(goal(locale, line, today))?;
        }
        for stored in plan.actions_of(person.id).filter(|stored| stored.value.done_on.is_none()) {
            let action = &stored.value;
            let sign = if action.is_late(today) { "!" } else { "·" };
            let due = action.due_on.map(|due| due.to_string()).unwrap_or_default();
            let goal = action.goal.map(|goal| goal.to_string()).unwrap_or_default();
            let who = action.who.clone().unwrap_or_default();
            columns.row(vec![format!("  {sign} {goal}"), String::new(), action.text.clone(), who, due])?;
        }
        columns.finish()?;
    }
    Ok(())
}

/// An area: first and latest, and whether it is weak and forgotten.
fn area(locale: &Locale, goals: &[GoalLine], area: Area, measured: &AreaMeasured) -> Vec<String> {
    let value = |value: Option<f64>| value.map(|value| locale.decimal(value, 1)).unwrap_or_default();
    let is_forgotten = measured.is_weak && !has_open(goals, area);
    let asked = if is_forgotten { locale.say("plan-weak-no-goal") } else { String::new() };
    let name = locale.say(&format!("plan-area-{}", area.code()));
    vec![format!("  {name}"), format!("{} → {}", value(measured.first), value(measured.latest)), asked]
}

fn goal(locale: &Locale, line: &GoalLine, today: chrono::NaiveDate) -> Vec<String> {
    let goal = &line.goal;
    let asked = line.asked(today);
    let sign = if asked.is_some() { "!" } else { " " };
    let level = |level: Option<i8>| match level {
        None => "–".to_owned(),
        Some(0) => "0".to_owned(),
        Some(level) => format!("{level:+}"),
    };
    let day = match (goal.state, asked) {
        (GoalState::Open, Some(Asked::NoStep)) => {
            locale.tell("plan-no-step", &[("day", arg(locale.date(line.since(), today)))])
        }
        (GoalState::Open, _) => goal.target_on.map(|day| day.to_string()).unwrap_or_default(),
        (state, _) => locale.label(state),
    };
    let stands = format!("{} → {} ({})", level(goal.start), level(goal.now), level(goal.own_now));
    vec![format!("  {sign} {}", goal.number), locale.label(goal.area), goal.goal.clone(), stands, day]
}
