//! `trygg add`: a quick line becomes a session, visits or a task, or says which part of it is not understood.

use chrono::Days;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::list::spoken;
use super::one_line;
use crate::app::form::hindrances::{PLAN_AHEAD, hindrance_told, party_named};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::directory::{Directory, MemberName};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::family::Family;
use crate::domain::goal::Goal;
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::visit::Warning;
use crate::domain::quickline::{
    self, Context, FarDay, GoalTold, Meaning, OutcomeMark, Reading, RecordKind, ReferralLine, SessionLine, TaskLine,
    VisitLine,
};
use crate::domain::session::{SESSION, session_draft};
use crate::domain::visit::clash::ClashKind;
use crate::domain::visit::together::Against;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::locale::{Locale, arg};
use crate::store::{Hindrance, Origin, Store, Wanted};

/// Hindrances that are told by name; JSON has them all.
const TOLD: usize = 6;

/// Reads the line and saves what it says: visits, or a session. Whoever writes a session has held it.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let store = opening::open(call)?.store;
    let line = match given.get_one::<String>("line") {
        Some(line) => line.clone(),
        None => one_line::read(call)?,
    };
    let context = Context { today: call.today, family: None, kind: RecordKind::Session };
    let reading = quickline::read(&line, &context, &store)?;
    let only_try = given.get_flag("dry_run");
    let asks_first = reading.fault().is_none() && !only_try && !given.get_flag("yes");
    if let Some(far) = reading.asks.first().filter(|_| asks_first) {
        return Err(Problem::new(Kind::Invalid, "far-day").with("day", far.on).with("days", far.days.abs()).into());
    }
    let asks = if only_try { reading.asks.as_slice() } else { &[] };
    if let Some(visits) = &reading.visit {
        return plan(call, invocation::shape(given), &store, (visits, reading.broken.as_ref()), only_try, asks);
    }
    if let Some(line) = &reading.task {
        return add_task(call, invocation::shape(given), &store, line, only_try, asks);
    }
    if let Some(told) = &reading.goal {
        return add_goal(call, invocation::shape(given), &store, told, only_try, asks);
    }
    if let Some(line) = &reading.referral {
        return add_referral(call, invocation::shape(given), &store, line, only_try, asks);
    }
    let Some(mut understood) = reading.session.clone() else { return Err(refusal(&reading, &line, &call.locale)) };
    let staff = &mut understood.session.staff;
    if !staff.contains(&store.actor().name) {
        staff.push(store.actor().name.clone());
    }
    let members = store.members(understood.family.id)?;
    let members: Vec<MemberName> = members.iter().map(|member| member.as_shown(Setting::Team)).collect();
    let id = if only_try { None } else { Some(store.add(&understood.session, Origin::Direct)?) };
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let mut told = value(quickline::json(&understood, &members))?;
            tell_breach(reading.broken.as_ref(), &mut told);
            complete(&mut told, id.map(|id| id.0), asks);
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&call.locale.say(if only_try { "said-would-add" } else { "said-added" }))?;
            say(&understood, &members, &call.locale, &mut output)?;
            let far = understood.far_days(call.today).filter(|_| asks.is_empty());
            for days in asks.iter().map(|far| far.days).chain(far) {
                output.line(&format!("? {}", call.locale.far(days)))?;
            }
            for part in &reading.parts {
                if let Meaning::Outcome(OutcomeMark { called: Some(word), .. }) = &part.meaning {
                    output.line(&format!(
                        "? {}",
                        call.locale.tell("canceller-unknown", &[("word", arg(word.as_str()))])
                    ))?;
                }
            }
            say_breach(reading.broken.as_ref(), &call.locale, &mut output)?;
        }
    }
    Ok(output.finish()?)
}

/// Plans visits, and tells what was understood and what to know of it. On the command line nobody is asked: what stands
/// in the way is told and does not stop them, but for a restriction.
fn plan(
    call: &Invocation,
    shape: Shape,
    store: &Store,
    (visits, broken): (&VisitLine, Option<&Broken>),
    only_try: bool,
    asks: &[FarDay],
) -> Result<(), Failure> {
    let (arrangement, stored) = visits.to_store();
    let hindrances = hindrances(call, store, &arrangement, &stored)?;
    let id = if only_try {
        let mut said = store.refused_visits(&[(arrangement.clone(), stored)])?;
        said.retain(|(_, problem)| problem.key != "restriction-broken");
        if let Some((_, problem)) = said.pop() {
            return Err(problem.into());
        }
        None
    } else {
        Some(store.plan(&arrangement, &stored, Origin::Direct)?)
    };
    let locale = &call.locale;
    let mut output = Output::open();
    match shape {
        Shape::Json => {
            let mut told = value(quickline::visit_json(visits, &store.members(visits.family.id)?))?;
            if let Some(warnings) = told.get_mut("warnings").and_then(Value::as_array_mut) {
                for hindrance in &hindrances {
                    warnings.push(as_json(store, &arrangement, hindrance)?);
                }
            }
            tell_breach(broken, &mut told);
            complete(&mut told, id.map(|id| id.0), asks);
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&locale.say(if only_try { "said-would-add" } else { "said-planned" }))?;
            for far in asks {
                output.line(&format!("? {}", locale.far(far.days)))?;
            }
            for line in locale.visit_preview(visits, call.today, Setting::Team) {
                output.line(&format!("  {line}"))?;
            }
            if visits.warnings.iter().any(|warning| matches!(warning, Warning::Week53(_))) {
                output.line(&format!("  {}", locale.say("said-numbers-followed")))?;
            }
            for hindrance in hindrances.iter().take(TOLD) {
                let told = hindrance_told(store, locale, call.today, &arrangement, hindrance)?;
                output.line(&format!("  {told}"))?;
            }
            if let more @ 1.. = hindrances.len().saturating_sub(TOLD) {
                output.line(&format!("  {}", locale.tell("and-more", &[("count", arg(more))])))?;
            }
            say_breach(broken, locale, &mut output)?;
        }
    }
    Ok(output.finish()?)
}

/// What has been in breach of a restriction, with the names of its child and the other one.
type Broken = (Against, PersonName, PersonName);

/// What was in breach of a restriction is stored, and told.
fn say_breach(broken: Option<&Broken>, locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    match broken {
        Some((against, child, with)) => {
            output.line(&format!("! {}", locale.against(against, child, with, Setting::Team)))
        }
        None => Ok(()),
    }
}

fn tell_breach(broken: Option<&Broken>, told: &mut Value) {
    let breach = broken.map(|(against, child, with)| {
        json!({
            "breach": against.breach.code(),
            "child": child.shown(Setting::Team),
            "with": with.shown(Setting::Team),
            "on": against.on,
        })
    });
    if let (Value::Object(told), Some(breach)) = (told, breach) {
        told.insert("breach".to_owned(), breach);
    }
}

/// Writes a task down, and tells what was understood.
fn add_task(
    call: &Invocation,
    shape: Shape,
    store: &Store,
    line: &TaskLine,
    only_try: bool,
    asks: &[FarDay],
) -> Result<(), Failure> {
    let id = if only_try { None } else { Some(store.add(&line.task, Origin::Direct)?) };
    let mut output = Output::open();
    match shape {
        Shape::Json => {
            let mut told = value(quickline::task_json(line))?;
            complete(&mut told, id.map(|id| id.0), asks);
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&call.locale.say(if only_try { "said-would-add" } else { "said-task-added" }))?;
            for far in asks {
                output.line(&format!("? {}", call.locale.far(far.days)))?;
            }
            for line in call.locale.task_preview(line, call.today) {
                output.line(&format!("  {line}"))?;
            }
        }
    }
    Ok(output.finish()?)
}

/// Writes a goal down, and tells what was understood, and the number that it got.
fn add_goal(
    call: &Invocation,
    shape: Shape,
    store: &Store,
    told: &GoalTold,
    only_try: bool,
    asks: &[FarDay],
) -> Result<(), Failure> {
    let id = if only_try { None } else { Some(store.add(&told.goal, Origin::Direct)?) };
    let number = id.map(|id| store.get::<Goal>(id)).transpose()?.map(|stored| stored.value.number);
    let mut output = Output::open();
    match shape {
        Shape::Json => {
            let mut json = value(quickline::goal_json(told))?;
            json["number"] = number.into();
            complete(&mut json, id.map(|id| id.0), asks);
            output.json(&json)?;
        }
        Shape::Text => {
            let said = match number {
                None => call.locale.say("said-would-add"),
                Some(number) => call.locale.tell("said-goal-added", &[("number", arg(number))]),
            };
            output.line(&said)?;
            for far in asks {
                output.line(&format!("? {}", call.locale.far(far.days)))?;
            }
            for line in call.locale.goal_preview(told, call.today, Setting::Team) {
                output.line(&format!("  {line}"))?;
            }
        }
    }
    Ok(output.finish()?)
}

/// Writes a referral down, and tells what was understood.
fn add_referral(
    call: &Invocation,
    shape: Shape,
    store: &Store,
    line: &ReferralLine,
    only_try: bool,
    asks: &[FarDay],
) -> Result<(), Failure> {
    let id = if only_try { None } else { Some(store.add(&line.referral, Origin::Direct)?) };
    let mut output = Output::open();
    match shape {
        Shape::Json => {
            let mut told = value(quickline::referral_json(line))?;
            complete(&mut told, id.map(|id| id.0), asks);
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&call.locale.say(if only_try { "said-would-add" } else { "said-referral-added" }))?;
            for far in asks {
                output.line(&format!("? {}", call.locale.far(far.days)))?;
            }
            for line in call.locale.referral_preview(line, call.today, Setting::Team) {
                output.line(&format!("  {line}"))?;
            }
        }
    }
    Ok(output.finish()?)
}

fn hindrances(
    call: &Invocation,
    store: &Store,
    arrangement: &Arrangement,
    stored: &[Occurrence],
) -> Result<Vec<Hindrance>, Problem> {
    let to = arrangement.series.from.max(call.today).checked_add_days(Days::new(PLAN_AHEAD)).unwrap_or(call.today);
    store.hindrances(Wanted { id: None, arrangement, stored }, &store.unit().travel, call.today, to)
}

fn as_json(store: &Store, planned: &Arrangement, hindrance: &Hindrance) -> Result<Value, Problem> {
    Ok(match hindrance {
        Hindrance::Away { supporter, on } => json!({ "kind": "away", "on": on, "who": supporter }),
        Hindrance::Clash { party, kind, on, other: (begins, ends), whose, .. } => {
            let case_ref = match whose {
                Some((family, _)) => Some(store.get::<Family>(*family)?.value.case_ref),
                None => None,
            };
            let kind = match kind {
                ClashKind::Overlap => "clash",
                ClashKind::Travel { .. } => "travel",
            };
            json!({
                "kind": kind, "on": on, "who": party_named(store, planned, party)?,
                "from": begins.format("%H:%M").to_string(), "to": ends.format("%H:%M").to_string(),
                "case_ref": case_ref,
            })
        }
    })
}

/// What is told of any line: the record, once there is one, and what was asked about.
fn complete(told: &mut Value, id: Option<i64>, asks: &[FarDay]) {
    let Value::Object(told) = told else { return };
    if let Some(id) = id {
        told.insert("id".to_owned(), id.into());
    }
    if !asks.is_empty() {
        told.insert("asks".to_owned(), json!(["far_day"]));
    }
}

fn value(told: impl serde::Serialize) -> Result<Value, Problem> {
    serde_json::to_value(told).map_err(|cause| Problem::new(Kind::Io, "write-output").because(cause))
}

fn refusal(reading: &Reading, line: &str, locale: &Locale) -> Failure {
    let faults: Vec<_> = reading.parts.iter().filter_map(|part| locale.line_fault(line, part)).collect();
    if faults.is_empty() {
        return Problem::new(Kind::Invalid, "empty-line").into();
    }
    Failure::line(faults)
}

/// What was understood, a field a line.
fn say(line: &SessionLine, members: &[MemberName], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let draft = session_draft(&line.session, &line.family.case_ref, members);
    let mut columns = Columns::new(output, Vec::new());
    for key in SESSION.asked {
        let text = match *key {
            "case_ref" => format!("{} {}", line.family.name, line.family.case_ref),
            "on" => locale.long_day(line.session.on),
            key => spoken(&SESSION, key, draft.get(key), locale),
        };
        if !text.is_empty() {
            let label = if *key == "case_ref" { locale.field("family") } else { locale.field(key) };
            columns.row(vec![format!("  {label}"), text])?;
        }
    }
    columns.finish()
}
