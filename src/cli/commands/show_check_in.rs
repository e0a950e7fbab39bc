//! `trygg show check-in DAY`: what came of the team's check-ins of a day. That it was read is journalled.

use serde_json::{Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::Output;
use crate::domain::check_in::Record;
use crate::domain::check_in::{CHECK_IN, check_in_draft};
use crate::domain::directory::FamilyName;
use crate::domain::problem::{Kind, Problem};
use crate::domain::task::{TASK, task_draft};
use crate::domain::text::{Leaning, parse_day};
use crate::exchange::{Noun, json};
use crate::store::{Lot, Store};

/// Shows the records of a day, the first meeting first.
pub(super) fn run(call: &Invocation, shape: Shape, store: &Store, day: &str) -> Result<(), Failure> {
    let bad = || Problem::new(Kind::Usage, "bad-day").with("value", day);
    let day = parse_day(day, call.today, Leaning::Past).ok_or_else(bad)?;
    let mut meetings = store.meetings_on(day)?;
    meetings.reverse();
    if meetings.is_empty() {
        return Err(Problem::new(Kind::NotFound, "no-check-in").with("day", day).into());
    }
    journalled::listing(call, store, &Lot::new(Noun::CheckIns.name(), None))?;
    let records = meetings.into_iter().map(|(id, _)| store.record_of(id)).collect::<Result<Vec<_>, _>>()?;
    let mut output = Output::open();
    match shape {
        Shape::Json => output.json(&records.iter().map(as_json).collect::<Vec<_>>())?,
        Shape::Text => {
            for (place, record) in records.iter().enumerate() {
                if place > 0 {
                    output.line("")?;
                }
                call.locale.record(record, call.today).iter().try_for_each(|line| output.line(line))?;
            }
        }
    }
    Ok(output.finish()?)
}

fn as_json(record: &Record) -> Value {
    let said = record.said.iter().map(|(family, said)| {
        let mut columns = json::columns(&CHECK_IN, &check_in_draft(said, &family.case_ref));
        columns.insert("as_before".to_owned(), said.as_before.into());
        Value::Object(columns)
    });
    let task = |family: &Option<FamilyName>| family.as_ref().map(|family| family.case_ref.clone());
    let tasks = record
        .tasks
        .iter()
        .map(|(family, made)| Value::Object(json::columns(&TASK, &task_draft(made, task(family).as_deref()))));
    json!({
        "on": record.on, "called_by": record.called_by, "present": record.present, "ended_on": record.ended_on,
        "said": said.collect::<Vec<_>>(), "tasks": tasks.collect::<Vec<_>>(),
        "not_reached": record.not_reached.iter().map(|family| &family.case_ref).collect::<Vec<_>>(),
        "kept_back": record.kept_back,
    })
}
