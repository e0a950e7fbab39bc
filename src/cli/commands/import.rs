//! `trygg import KIND FILE`: all of a file or nothing of it. How other people's spreadsheets are read is
//! `import_mapping`'s.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{import_folder, import_mapping, take_in, take_in_maps, take_in_visits, word};
use crate::cli::arguments::{CALENDAR, FOLDER, NETWORK};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::access::{self, Reach, Right};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::ical;
use crate::exchange::network::graph_in;
use crate::exchange::table::Table;
use crate::exchange::{Intake, Noun, Tally, incoming};
use crate::locale::{Locale, arg};
use crate::store::Store;

/// Reads the file, and stores its records if every row is good.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let kind = word(given, "import_kind");
    let is_mapped = given.contains_id("mapping") || given.contains_id("new_mapping");
    if is_mapped && [CALENDAR, NETWORK, FOLDER].contains(&kind) {
        return Err(Problem::new(Kind::Usage, "mapping-of-rows").into());
    }
    if kind == CALENDAR {
        return take_in::run(call, given);
    }
    let only_with_calendar = || Problem::new(Kind::Usage, "only-with-calendar");
    let has_days = call.period(given)? != (None, None);
    if given.contains_id("supporter") || given.get_flag("empty") || (has_days && kind != Noun::Visits.name()) {
        return Err(only_with_calendar().into());
    }
    let is_of_graph = given.contains_id("ego") || given.contains_id("drawn_on");
    let only_with_graph = || Problem::new(Kind::Usage, "only-with-graph");
    if kind == FOLDER && is_of_graph {
        return Err(only_with_graph().into());
    }
    if kind == FOLDER {
        return import_folder::run(call, given);
    }
    let path: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let bytes = fs::read(&path).map_err(unread)?;
    let is_graph = kind == NETWORK && graph_in::is_graph(&bytes);
    if !is_graph && is_of_graph {
        return Err(only_with_graph().into());
    }
    let is_calendar = kind == Noun::Visits.name() && ical::is_calendar(&bytes);
    if has_days && !is_calendar {
        return Err(only_with_calendar().into());
    }
    let table = if is_graph || is_calendar { Table::default() } else { Table::read(&bytes)? };
    let opened = opening::open(call)?;
    may_import(&opened.store)?;
    if is_calendar {
        return take_in_visits::run(call, given, &opened, &bytes);
    }
    let opening::Opened { store, casebook } = opened;
    if is_graph {
        return take_in_maps::run_graph(call, given, &store, &bytes);
    }
    if kind == NETWORK {
        return take_in_maps::run(call, given, &store, &table);
    }
    let noun = Noun::named(kind).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    if let Some(name) = given.get_one::<String>("new_mapping") {
        return import_mapping::begin(call, given, &casebook, (noun, name), &table);
    }
    let mapped = import_mapping::mapped(given, &casebook, noun, table)?;
    let (rows, left_out) = (mapped.table.rows.len(), mapped.left_out);
    let intake = incoming::read(noun, &mapped.table, call.today, &store)?.map_err(Failure::rows)?;
    let only_try = given.get_flag("dry_run");
    taken_in(&store, noun, (rows, left_out), intake, only_try)?.tell(call, invocation::shape(given))
}

/// The store would refuse in the end; whoever may not import need not mend a file first.
pub(super) fn may_import(store: &Store) -> Result<(), Problem> {
    match store.reach(Right::ImportCases) {
        Reach::Nothing => Err(access::refusal(store.actor().role)),
        _ => Ok(()),
    }
}

/// Stores what was read of a file, unless it is only tried; what is to be said of it.
pub(super) fn taken_in(
    store: &Store,
    noun: Noun,
    (rows, left_out): (usize, Vec<String>),
    intake: Intake,
    only_try: bool,
) -> Result<Said, Problem> {
    let mut said = Said { left_out, ..Said::of(noun, rows, only_try, &intake) };
    if !only_try {
        let before: Vec<String> = store.breaches_told()?.iter().map(ToString::to_string).collect();
        intake.keep(store)?;
        said.breaches = store.breaches_told()?;
        said.breaches.retain(|one| !before.contains(&one.to_string()));
    }
    Ok(said)
}

/// What is said of a file that was read in, or could be.
pub(super) struct Said {
    kind: &'static str,
    rows: usize,
    only_try: bool,
    tally: Tally,
    changes: Vec<(u64, Vec<&'static str>)>,
    again: Vec<u64>,
    new_staff: Vec<String>,
    same_numbers: Vec<(u64, String)>,
    agreement_only: Vec<u64>,
    /// Columns of theirs that no column of ours is.
    left_out: Vec<String>,
    /// What has been in breach of a restriction of contact: it is stored all the same, and told.
    breaches: Vec<Problem>,
}

/// As many lines as a person reads.
pub(super) const MOST_LINES: usize = 20;

impl Said {
    fn of(noun: Noun, rows: usize, only_try: bool, intake: &Intake) -> Self {
        let Intake { tally, changes, again, new_staff, same_numbers, agreement_only, .. } = intake;
        let (changes, again) = (changes.clone(), again.clone());
        let (new_staff, same_numbers) = (new_staff.clone(), same_numbers.clone());
        let agreement_only = agreement_only.clone();
        Self {
            kind: noun.name(),
            rows,
            only_try,
            tally: *tally,
            changes,
            again,
            new_staff,
            same_numbers,
            agreement_only,
            left_out: Vec::new(),
            breaches: Vec::new(),
        }
    }

    fn tell(&self, call: &Invocation, shape: Shape) -> Result<(), Failure> {
        let mut output = Output::open();
        match shape {
            Shape::Json => output.json(&self.as_json())?,
            Shape::Text => self.lines(&call.locale).iter().try_for_each(|line| output.line(line))?,
        }
        Ok(output.finish()?)
    }

    pub(super) fn as_json(&self) -> Value {
        let Tally { new, changed, unchanged } = self.tally;
        let changes = self.changes.iter().map(|(line, columns)| json!({ "line": line, "columns": columns }));
        let mut said = json!({
            "kind": self.kind,
            "rows": self.rows,
            "new": new,
            "changed": changed,
            "unchanged": unchanged,
            "changes": changes.collect::<Vec<_>>(),
            "again": self.again,
            "new_staff": self.new_staff,
            "dry_run": self.only_try,
        });
        if !self.same_numbers.is_empty() {
            let told = |(line, other): &(u64, String)| json!({ "line": line, "other": other });
            said["same_numbers"] = self.same_numbers.iter().map(told).collect();
        }
        if !self.agreement_only.is_empty() {
            said["agreement_only"] = json!(self.agreement_only);
        }
        if !self.left_out.is_empty() {
            said["left_out"] = json!(self.left_out);
        }
        if !self.breaches.is_empty() {
            let breach = |problem: &Problem| {
                let told = |key| problem.args.iter().find(|(name, _)| *name == key).map(|(_, value)| value.as_str());
                let (child, with) = (told("child"), told("with"));
                json!({ "on": told("on"), "child": child, "with": with, "breach": told("breach") })
            };
            said["breaches"] = self.breaches.iter().map(breach).collect();
        }
        said
    }

    pub(super) fn lines(&self, locale: &Locale) -> Vec<String> {
        let Tally { new, changed, unchanged } = self.tally;
        let key = if self.only_try { "said-would-import" } else { "said-imported" };
        let what = locale.tell(&format!("rows-{}", self.kind), &[("rows", arg(self.rows))]);
        let mut lines = vec![locale.tell(key, &[("rows", arg(self.rows)), ("what", arg(what))])];
        if !self.left_out.is_empty() {
            lines.push(locale.tell("said-import-left-out", &[("columns", arg(self.left_out.join(", ")))]));
        }
        for (line, other) in &self.same_numbers {
            let args = [("line", arg(line.to_string())), ("other", arg(other.as_str()))];
            lines.push(format!("? {}", locale.tell("said-same-number", &args)));
        }
        for line in &self.agreement_only {
            let told = arg(locale.say("warned-only-agreement"));
            lines.push(format!("? {}", locale.tell("said-line", &[("line", arg(line.to_string())), ("told", told)])));
        }
        lines.extend(self.breaches.iter().take(MOST_LINES).map(|one| format!("! {}", locale.problem(one))));
        if let more @ 1.. = self.breaches.len().saturating_sub(MOST_LINES) {
            lines.push(locale.tell("and-more", &[("count", arg(more))]));
        }
        if changed + unchanged > 0 {
            let counted = [("new", arg(new)), ("changed", arg(changed)), ("unchanged", arg(unchanged))];
            lines.push(locale.tell("said-import-tally", &counted));
        }
        let change = |(line, columns): &(u64, Vec<&str>)| {
            let (line, columns) = (arg(line.to_string()), arg(columns.join(", ")));
            locale.tell("said-import-change", &[("line", line), ("columns", columns)])
        };
        lines.extend(self.changes.iter().take(MOST_LINES).map(change));
        if let Some(more) = self.changes.len().checked_sub(MOST_LINES).filter(|more| *more > 0) {
            lines.push(locale.tell("said-import-more", &[("more", arg(more))]));
        }
        if !self.again.is_empty() {
            let named: Vec<String> = self.again.iter().take(MOST_LINES).map(u64::to_string).collect();
            let args = [("count", arg(self.again.len())), ("lines", arg(named.join(", ")))];
            lines.push(locale.tell("said-import-again", &args));
        }
        if !self.new_staff.is_empty() {
            let args = [("count", arg(self.new_staff.len())), ("names", arg(self.new_staff.join(", ")))];
            lines.push(locale.tell("said-new-staff", &args));
        }
        lines
    }
}
