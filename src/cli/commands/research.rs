//! `trygg research --unit NAME --out DIR`: pseudonymised facts, a file a table and year, with a code book and a list of
//! what was made.

use std::path::{Path, PathBuf};

use chrono::Datelike;
use clap::ArgMatches;

use super::export::tell;
use super::path;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::keep;
use crate::cli::{journalled, opening};
use crate::domain::problem::{Kind, Problem};
use crate::domain::research::{TABLES, Table, is_unit};
use crate::exchange::research::{FactFile, FactFormat, Made, code_book, manifest};
use crate::locale::{Locale, arg};
use crate::store::{AskedFacts, Store};

/// As many years at once.
const MOST: i32 = 50;

/// Writes the files.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let unit = given.get_one::<String>("unit").map(String::as_str).unwrap_or_default();
    if !is_unit(unit) {
        return Err(Problem::new(Kind::Usage, "bad-unit").with("value", unit).into());
    }
    let (from, to) = call.period(given)?;
    let (from, to) = (from.unwrap_or(call.today).year(), to.unwrap_or(call.today).year());
    if !(0..MOST).contains(&(to - from)) {
        return Err(Problem::new(Kind::Usage, "days-in-order").into());
    }
    let format = given.get_one::<String>("facts").and_then(|name| FactFormat::named(name));
    let format = format.unwrap_or(FactFormat::Parquet);
    let into = path(given, "into");
    if !into.is_dir() {
        return Err(Problem::new(Kind::Usage, "no-such-directory").with("path", into.display()).into());
    }
    let store = opening::open(call)?.store;
    let mut made = Vec::new();
    for table in TABLES {
        for year in from..=to {
            let asked = AskedFacts { table, year, unit, today: call.today };
            made.push(one(call, &store, asked, (into, format))?);
        }
    }
    journalled::tell(call, &store);
    let locale = &call.locale;
    keep(call, &into.join(format!("codebook-{unit}.csv")), &mut |out| {
        code_book(&|_: &Table, column| locale.say(&format!("fact-{}", column.name)), out)
    })?;
    let list = manifest(unit, &call.today.to_string(), &notes(locale), &made);
    let written = |cause: std::io::Error| Problem::new(Kind::Io, "write-output").because(cause);
    keep(call, &into.join(format!("manifest-{unit}.json")), &mut |out| writeln!(out, "{list:#}").map_err(written))?;
    let rows: u64 = made.iter().map(|one| one.rows).sum();
    let said = [("files", arg(made.len())), ("rows", arg(rows)), ("path", arg(into.display().to_string()))];
    tell(&locale.tell("said-facts", &said))
}

/// Writes a table of a year.
fn one(
    call: &Invocation,
    store: &Store,
    asked: AskedFacts<'_>,
    (into, format): (&Path, FactFormat),
) -> Result<Made, Problem> {
    let AskedFacts { table, year, unit, .. } = asked;
    let file = format!("{}-{unit}-{year}.{}", table.name, format.name());
    let path: PathBuf = into.join(&file);
    let mut given = None;
    keep(call, &path, &mut |out| {
        let mut writer = FactFile::begin(format, table, out)?;
        given = Some(store.give_facts(asked, &mut |row| writer.put(row))?);
        writer.end()
    })?;
    let (rows, is_coarse) = given.map_or((0, false), |given| (given.rows, given.is_coarse));
    Ok(Made { file, table: table.name, year, rows, is_coarse })
}

/// What whoever reads the files must know.
fn notes(locale: &Locale) -> Vec<String> {
    ["fact-note-personal", "fact-note-twice", "fact-note-coarse", "fact-note-reach"].map(|key| locale.say(key)).to_vec()
}
