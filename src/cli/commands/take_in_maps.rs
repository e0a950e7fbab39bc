//! `trygg import network FILE`: network maps from rows, all or none.

use clap::ArgMatches;
use serde_json::json;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::exchange::network::incoming;
use crate::exchange::network::rows::NETWORK;
use crate::exchange::table::Table;
use crate::locale::arg;
use crate::store::Store;

/// Reads the rows, and stores their maps if every row is good.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, table: &Table) -> Result<(), Failure> {
    let maps = incoming::read(table, call.today, store, store, &store.actor().name)?.map_err(Failure::rows)?;
    let only_try = given.get_flag("dry_run");
    if !only_try {
        store.import(&maps)?;
    }
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let rows = table.rows.len();
            output.json(&json!({ "kind": NETWORK.kind, "rows": rows, "maps": maps.len(), "dry_run": only_try }))?;
        }
        Shape::Text => {
            let key = if only_try { "said-would-import" } else { "said-imported" };
            let what = call.locale.tell("rows-network", &[("rows", arg(maps.len()))]);
            output.line(&call.locale.tell(key, &[("rows", arg(maps.len())), ("what", arg(what))]))?;
            if !only_try && !maps.is_empty() {
                output.line(&call.locale.say("said-maps-for-nobody"))?;
            }
        }
    }
    Ok(output.finish()?)
}
