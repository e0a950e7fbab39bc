//! `trygg import KIND FILE`: all of a file or nothing of it.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::{take_in, take_in_maps, word};
use crate::cli::arguments::{CALENDAR, NETWORK};
use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::access::{self, Act, Reach};
use crate::domain::codes::IdSystem;
use crate::domain::entry::{Fault, VisitRecord, Why};
use crate::domain::ids::ArrangementId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::{Arrangement, Occurrence};
use crate::exchange::Noun;
use crate::exchange::incoming::{self, Mistakes, Records};
use crate::exchange::table::Table;
use crate::locale::arg;
use crate::store::Store;

/// Reads the file, and stores its records if every row is good.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let kind = word(given, "import_kind");
    if kind == CALENDAR {
        return take_in::run(desk, given);
    }
    if given.contains_id("supporter") || desk.period(given)? != (None, None) {
        return Err(Problem::new(Kind::Usage, "only-with-calendar").into());
    }
    let path: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let table = Table::read(&fs::read(&path).map_err(unread)?)?;
    let store = opening::open(desk)?.store;
    if store.reach(Act::ImportCases) == Reach::Nothing {
        // The store would refuse in the end; whoever may not import need not mend a file first.
        return Err(access::refusal(store.actor().role).into());
    }
    if kind == NETWORK {
        return take_in_maps::run(desk, given, &store, &table);
    }
    let noun = Noun::named(kind).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let records = incoming::read(noun, &table, desk.today, &store)?.map_err(Failure::rows)?;
    let only_try = given.get_flag("dry_run");
    let numbers = same_numbers(&store, &records, &table)?;
    let new = incoming::new_staff(noun.form(), &table, &store)?;
    keep(&store, &records, &table, only_try)?;
    let rows = table.rows.len();
    let mut output = Output::open();
    match desk::shape(given) {
        Shape::Json => {
            let mut said = json!({ "kind": noun.name(), "rows": rows, "dry_run": only_try });
            if !numbers.is_empty() {
                let told = |(line, other): &(u64, String)| json!({ "line": line, "other": other });
                said["same_numbers"] = numbers.iter().map(told).collect();
            }
            if !new.is_empty() {
                said["new_staff"] = json!(new);
            }
            output.json(&said)?;
        }
        Shape::Text => {
            let key = if only_try { "said-would-import" } else { "said-imported" };
            let what = desk.locale.tell(&format!("rows-{}", noun.name()), &[("rows", arg(rows))]);
            output.line(&desk.locale.tell(key, &[("rows", arg(rows)), ("what", arg(what))]))?;
            for (line, other) in &numbers {
                let args = [("line", arg(line.to_string())), ("other", arg(other.as_str()))];
                output.line(&format!("? {}", desk.locale.tell("said-same-number", &args)))?;
            }
            if !new.is_empty() {
                let key = if only_try { "said-would-new-staff" } else { "said-new-staff" };
                let args = [("count", arg(new.len())), ("names", arg(new.join(", ")))];
                output.line(&desk.locale.tell(key, &args))?;
            }
        }
    }
    Ok(output.finish()?)
}

/// The rows whose number somebody has already, in the casebook or further up in the file, and in which family: nothing
/// is wrong with that where a parent is in two of them, but somebody should look.
fn same_numbers(store: &Store, records: &Records, table: &Table) -> Result<Vec<(u64, String)>, Problem> {
    let Records::People(people) = records else { return Ok(Vec::new()) };
    let mut seen: HashMap<(Option<IdSystem>, &str), u64> = HashMap::new();
    let mut found = Vec::new();
    for (person, row) in people.iter().zip(&table.rows) {
        let Some(number) = &person.personal_id else { continue };
        let others = store.same_number(person, None)?;
        if let Some(first) = others.first() {
            found.push((row.line, format!("{} {}", first.family.name, first.family.case_ref)));
        } else if let Some(line) = seen.get(&(person.id_system, number.as_str())) {
            found.push((row.line, format!("#{line}")));
        }
        seen.entry((person.id_system, number)).or_insert(row.line);
    }
    Ok(found)
}

fn keep(store: &Store, records: &Records, table: &Table, only_try: bool) -> Result<(), Failure> {
    match records {
        Records::Visits(visits) => return keep_visits(store, visits, table, only_try),
        _ if only_try => return Ok(()),
        Records::Families(families) => store.import(families),
        Records::People(people) => store.import(people),
        Records::Placements(placements) => store.import(placements),
        Records::Sessions(sessions) => store.import(sessions),
    }?;
    Ok(())
}

/// Visits are held against restrictions first, so that each row that one stops is told with its line.
fn keep_visits(store: &Store, visits: &[VisitRecord], table: &Table, only_try: bool) -> Result<(), Failure> {
    let planned = |record: &VisitRecord| {
        (record.arrangement.clone(), record.occurrence(ArrangementId(0)).into_iter().collect::<Vec<_>>())
    };
    let planned: Vec<(Arrangement, Vec<Occurrence>)> = visits.iter().map(planned).collect();
    let mut mistakes = Mistakes::default();
    for (place, problem) in store.refused_visits(&planned)? {
        let Some((row, record)) = table.rows.get(place).zip(visits.get(place)) else { continue };
        if problem.key != "restricted" {
            return Err(problem.into());
        }
        let why = Why::Restricted(problem.args);
        mistakes.add(row.line, vec![Fault { field: "on", value: record.arrangement.series.from.to_string(), why }]);
    }
    if mistakes.count() > 0 {
        return Err(Failure::rows(mistakes));
    }
    if !only_try {
        store.import_visits(&planned)?;
    }
    Ok(())
}
