//! `trygg import network FILE`: network maps from rows, or one from GraphML; all or none.

use clap::ArgMatches;
use serde_json::json;

use super::network_file;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::domain::family::Family;
use crate::domain::network::NetworkMap;
use crate::exchange::network::graph_in::{self, Said};
use crate::exchange::network::incoming;
use crate::exchange::network::rows::NETWORK;
use crate::exchange::table::Table;
use crate::locale::arg;
use crate::store::Store;

/// Reads the rows, and stores their maps if every row is good.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, table: &Table) -> Result<(), Failure> {
    let maps = read(call, store, table)?;
    keep(call, given, store, (table.rows.len(), &maps))
}

/// Reads a graph, and stores its map if everybody on it has a place.
pub(super) fn run_graph(call: &Invocation, given: &ArgMatches, store: &Store, bytes: &[u8]) -> Result<(), Failure> {
    let mut said = Said { drawn_on: call.day(given, "drawn_on")?.map(|day| day.to_string()), ..Said::default() };
    if let Some(word) = given.get_one::<String>("ego") {
        let (_, family) = network_file::person(store, word)?;
        said.ego_ref = Some(word.clone());
        said.case_ref = Some(store.get::<Family>(family)?.value.case_ref);
    }
    let graph = graph_in::read(bytes, &said)?;
    let mut maps = read(call, store, &graph.table)?;
    graph.complete(&mut maps);
    keep(call, given, store, (graph.table.rows.len(), &maps))
}

fn read(call: &Invocation, store: &Store, table: &Table) -> Result<Vec<NetworkMap>, Failure> {
    incoming::read(table, call.today, store, store, &store.actor().name)?.map_err(Failure::rows)
}

fn keep(
    call: &Invocation,
    given: &ArgMatches,
    store: &Store,
    (rows, maps): (usize, &[NetworkMap]),
) -> Result<(), Failure> {
    let only_try = given.get_flag("dry_run");
    if !only_try {
        store.import(maps)?;
    }
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
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
