//! `trygg import KIND FILE`: all of a file or nothing of it.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::word;
use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::opening;
use crate::cli::output::Output;
use crate::domain::access::{self, Act, Reach};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::incoming::{self, Records};
use crate::exchange::table::Table;
use crate::locale::arg;
use crate::store::Store;

/// Reads the file, and stores its records if every row is good.
pub(super) fn run(desk: &Desk, given: &ArgMatches) -> Result<(), Failure> {
    let noun = Noun::named(word(given, "kind")).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let path: PathBuf = given.get_one("file").cloned().unwrap_or_default();
    let unread = |cause| Problem::new(Kind::Usage, "read-file").with("path", path.display()).because(cause);
    let table = Table::read(&fs::read(&path).map_err(unread)?)?;
    let store = opening::open(desk)?.store;
    if store.reach(Act::ImportCases) == Reach::Nothing {
        // The store would refuse in the end; whoever may not import need not mend a file first.
        return Err(access::refusal(store.actor().role).into());
    }
    let records = incoming::read(noun, &table, desk.today, &store)?.map_err(Failure::rows)?;
    let only_try = given.get_flag("dry_run");
    if !only_try {
        keep(&store, &records)?;
    }
    let rows = table.rows.len();
    let mut output = Output::open();
    match desk::shape(given) {
        Shape::Json => output.json(&json!({ "kind": noun.name(), "rows": rows, "dry_run": only_try }))?,
        Shape::Text => {
            let key = if only_try { "said-would-import" } else { "said-imported" };
            let what = desk.locale.tell(&format!("rows-{}", noun.name()), &[("rows", arg(rows))]);
            output.line(&desk.locale.tell(key, &[("rows", arg(rows)), ("what", arg(what))]))?;
        }
    }
    Ok(output.finish()?)
}

fn keep(store: &Store, records: &Records) -> Result<(), Problem> {
    match records {
        Records::Families(families) => store.import(families),
        Records::People(people) => store.import(people),
        Records::Placements(placements) => store.import(placements),
        Records::Sessions(sessions) => store.import(sessions),
    }
}
