//! `trygg add "…"`: a quick line becomes a session or visits, or says which part of it is not understood.

use clap::ArgMatches;
use serde_json::Value;

use super::list::spoken;
use super::word;
use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::directory::{Directory, MemberName};
use crate::domain::entry::{SESSION, session_draft};
use crate::domain::ids::ArrangementId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::{self, Context, Reading, RecordKind, SessionLine, VisitLine};
use crate::locale::Locale;
use crate::store::Origin;

/// Reads the line and saves the session. Whoever writes it has held it.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let line = word(given, "line");
    let store = opening::open(desk)?.store;
    let context = Context { today: desk.today, family: None, kind: RecordKind::Session };
    let reading = quickline::read(line, &context, &store)?;
    let only_try = given.get_flag("dry_run");
    if let Some(visits) = &reading.visit {
        let members = store.members(visits.family.id)?;
        let (arrangement, stored) = visits.to_store();
        let id = if only_try { None } else { Some(store.plan(&arrangement, &stored, Origin::Direct)?) };
        return tell_visits(desk, desk::shape(given), visits, &members, id);
    }
    let Some(mut understood) = reading.session.clone() else { return Err(refusal(&reading, line, &desk.locale)) };
    let staff = &mut understood.session.staff;
    if !staff.contains(&store.actor().name) {
        staff.push(store.actor().name.clone());
    }
    let members = store.members(understood.family.id)?;
    let id = if only_try { None } else { Some(store.add(&understood.session, Origin::Direct)?) };
    let mut output = Output::open();
    match desk::shape(given) {
        Shape::Json => {
            let mut told = value(quickline::json(&understood, &members))?;
            if let (Value::Object(told), Some(id)) = (&mut told, id) {
                told.insert("id".to_owned(), id.0.into());
            }
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&desk.locale.say(if only_try { "said-would-add" } else { "said-added" }))?;
            say(&understood, &members, &desk.locale, &mut output)?;
            if let Some(days) = understood.far_days(desk.today) {
                output.line(&format!("? {}", desk.locale.far(days)))?;
            }
        }
    }
    Ok(output.finish()?)
}

/// What was understood of visits, as it would be saved.
fn tell_visits(
    desk: &Desk,
    shape: Shape,
    visits: &VisitLine,
    members: &[MemberName],
    id: Option<ArrangementId>,
) -> Result<(), Failure> {
    let mut output = Output::open();
    match shape {
        Shape::Json => {
            let mut told = value(quickline::visit_json(visits, members))?;
            if let (Value::Object(told), Some(id)) = (&mut told, id) {
                told.insert("id".to_owned(), id.0.into());
            }
            output.json(&told)?;
        }
        Shape::Text => {
            output.line(&desk.locale.say(if id.is_none() { "said-would-add" } else { "said-added" }))?;
            for line in desk.locale.visit_preview(visits, desk.today) {
                output.line(&format!("  {line}"))?;
            }
        }
    }
    Ok(output.finish()?)
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
