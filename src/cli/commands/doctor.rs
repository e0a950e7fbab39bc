//! `trygg doctor`: whether the casebook is whole.

use chrono::Days;
use clap::ArgMatches;
use serde_json::json;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::machine::{self, Around, Package};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::deadlines::breaks_missing;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::locale::{Locale, arg};
use crate::store::{Finding, Store};

/// What one check says: of the casebook or of the machine it is on.
struct Said {
    name: &'static str,
    count: Option<i64>,
    faults: Vec<Problem>,
    warnings: Vec<Problem>,
}

impl From<Finding> for Said {
    fn from(finding: Finding) -> Self {
        let Finding { check, count, faults, warnings } = finding;
        Self { name: check.name(), count: Some(count), faults, warnings }
    }
}

impl From<Around> for Said {
    fn from(around: Around) -> Self {
        Self { name: around.name, count: None, faults: Vec::new(), warnings: around.warnings }
    }
}

impl Said {
    fn verdict(&self) -> &'static str {
        match (self.faults.is_empty(), self.warnings.is_empty()) {
            (false, _) => "bad",
            (true, false) => "look",
            (true, true) => "good",
        }
    }

    /// How what was found is mended, each way once: by the hints of what was found, else as the whole check is.
    fn mending(&self, locale: &Locale) -> Vec<String> {
        let mut ways = Vec::new();
        for problem in self.faults.iter().chain(&self.warnings) {
            let way = locale.hint(problem).unwrap_or_else(|| locale.say(&format!("mend-{}", self.name)));
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways
    }

    fn sentences(problems: &[Problem], locale: &Locale) -> Vec<String> {
        problems.iter().map(|problem| clean_line(&locale.problem(problem))).collect()
    }
}

/// Examines the casebook, tells every finding and how it is mended, and fails if one of them is bad.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let opened = opening::open(call)?;
    let of_casebook = opened.store.examine(&opened.casebook)?.into_iter().map(Said::from);
    let (around, package) = machine::look();
    let said: Vec<Said> = of_casebook.chain(around.into_iter().map(Said::from)).collect();
    let notes = notes(call, &opened.store);
    let whole = said.iter().all(|said| said.faults.is_empty());
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let locale = &call.locale;
            let checks: Vec<_> = said
                .iter()
                .map(|said| {
                    json!({
                        "check": said.name,
                        "good": said.faults.is_empty(),
                        "verdict": said.verdict(),
                        "count": said.count,
                        "faults": Said::sentences(&said.faults, locale),
                        "warnings": Said::sentences(&said.warnings, locale),
                        "mend": said.mending(locale),
                    })
                })
                .collect();
            let version = env!("CARGO_PKG_VERSION");
            output.json(&json!({
                "whole": whole, "version": version, "package": package, "checks": checks, "notes": notes,
            }))?;
        }
        Shape::Text => tell(&said, &notes, package.as_ref(), &call.locale, &mut output)?,
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

fn tell(
    said: &[Said],
    notes: &[String],
    package: Option<&Package>,
    locale: &Locale,
    output: &mut Output,
) -> Result<(), Problem> {
    let whence = [
        ("version", arg(package.map_or(env!("CARGO_PKG_VERSION"), |package| &package.version).to_owned())),
        ("package", arg(package.map_or("none", |package| &package.kind).to_owned())),
        ("commit", arg(package.map_or("", |package| &package.commit).to_owned())),
    ];
    let mut columns = Columns::new(output, Vec::new());
    for said in said {
        let count = said.count.map(|count| ("count", arg(count)));
        let words = if said.name == "package" { whence.as_slice() } else { count.as_slice() };
        let what = locale.tell(&format!("check-{}", said.name), words);
        columns.row(vec![locale.say(&format!("check-{}", said.verdict())), what])?;
        let found = [&said.faults, &said.warnings].map(|problems| Said::sentences(problems, locale)).concat();
        let ways = said.mending(locale);
        let mut below = found.into_iter().chain(ways.into_iter().map(|way| format!("-> {way}")));
        below.try_for_each(|line| columns.row(vec![String::new(), line]))?;
    }
    notes.iter().try_for_each(|note| columns.row(vec![locale.say("doctor-note"), note.clone()]))?;
    columns.finish()
}
