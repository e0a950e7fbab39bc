//! `trygg doctor`: whether the casebook is whole.

use clap::ArgMatches;
use serde_json::json;

use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::problem::{Kind, Problem};
use crate::locale::{Locale, arg};
use crate::store::Finding;

/// Examines the casebook, tells every finding, and fails if one of them is bad.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(desk)?;
    let findings = opened.store.examine(&opened.casebook)?;
    let whole = findings.iter().all(|finding| finding.faults.is_empty());
    let mut output = Output::open();
    match desk::shape(given) {
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
            output.json(&json!({ "whole": whole, "checks": checks }))?;
        }
        Shape::Text => tell(&findings, &desk.locale, &mut output)?,
    }
    output.finish()?;
    if whole { Ok(()) } else { Err(Problem::new(Kind::Io, "unwell").into()) }
}

fn tell(findings: &[Finding], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let mut columns = Columns::new(output, Vec::new());
    for finding in findings {
        let verdict = locale.say(if finding.faults.is_empty() { "check-good" } else { "check-bad" });
        let said = locale.tell(&format!("check-{}", finding.check.name()), &[("count", arg(finding.count))]);
        columns.row(vec![verdict, said])?;
        finding.faults.iter().try_for_each(|fault| columns.row(vec![String::new(), fault.clone()]))?;
    }
    columns.finish()
}
