//! `trygg doctor`: whether the casebook is whole.

use chrono::Days;
use clap::ArgMatches;
use serde_json::json;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::deadlines::breaks_missing;
use crate::domain::problem::{Kind, Problem};
use crate::locale::{Locale, arg};
use crate::store::{Finding, Store};

/// Examines the casebook, tells every finding, and fails if one of them is bad.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    let findings = opened.store.examine(&opened.casebook)?;
    let notes = notes(call, &opened.store);
    let whole = findings.iter().all(|finding| finding.faults.is_empty());
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let checks: Vec<_> = findings
                .iter()
                .map(|finding| {
                    json!({
                        "check": finding.check.name(),
                        "good": finding.faults.is_empty(),
                        "count": finding.count,
                        "faults": finding.faults,
                    })
                })
                .collect();
            output.json(&json!({ "whole": whole, "checks": checks, "notes": notes }))?;
        }
        Shape::Text => tell(&findings, &notes, &call.locale, &mut output)?,
    }
    output.finish()?;
    if whole { Ok(()) } else { Err(Problem::new(Kind::Io, "unwell").into()) }
}

/// What is no fault and yet worth knowing: school breaks of the year ahead that are missing among those
/// that the unit has entered.
fn notes(call: &Invocation, store: &Store) -> Vec<String> {
    if store.unit().days.school_breaks.is_empty() {
        return Vec::new();
    }
    let until = call.today.checked_add_days(Days::new(365)).unwrap_or(call.today);
    let missing = breaks_missing(call.today, until, &store.unit().days);
    missing.into_iter().map(|one| call.locale.missing_break(one)).collect()
}

fn tell(findings: &[Finding], notes: &[String], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let mut columns = Columns::new(output, Vec::new());
    for finding in findings {
        let verdict = locale.say(if finding.faults.is_empty() { "check-good" } else { "check-bad" });
        let said = locale.tell(&format!("check-{}", finding.check.name()), &[("count", arg(finding.count))]);
        columns.row(vec![verdict, said])?;
        finding.faults.iter().try_for_each(|fault| columns.row(vec![String::new(), fault.clone()]))?;
    }
    notes.iter().try_for_each(|note| columns.row(vec![locale.say("doctor-note"), note.clone()]))?;
    columns.finish()
}
