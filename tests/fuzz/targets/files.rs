//! Files that somebody takes in: tables of every kind of record, workbooks, maps, calendars.

use trygg::exchange::ical::{MOST_BUSY, Timed, read_busy, read_events};
use trygg::exchange::network;
use trygg::exchange::table::Table;
use trygg::exchange::{Noun, incoming};

use super::{archive, desk};

/// The first byte chooses the kind of record, the rest is the file.
pub fn table(bytes: &[u8]) {
    let [kind, file @ ..] = bytes else { return };
    take_in(*kind, file);
}

/// A file that says it is a workbook.
pub fn workbook(bytes: &[u8]) {
    take_in(0, &[b"PK\x03\x04", bytes].concat());
}

/// The first byte chooses the kind of record, the rest is the sheet of a workbook.
pub fn sheet(bytes: &[u8]) {
    let [kind, sheet @ ..] = bytes else { return };
    take_in(*kind, &archive::workbook(sheet));
}

fn take_in(kind: u8, file: &[u8]) {
    desk::with(|desk| {
        let table = match Table::read(file) {
            Ok(table) => table,
            Err(problem) => return desk.tell(&problem),
        };
        assert!(table.rows.iter().all(|row| row.cells.len() == table.header.len()), "{table:?}");
        let kinds = Noun::in_order();
        match incoming::read(kinds[usize::from(kind) % kinds.len()], &table, desk::today(), &desk.store) {
            Ok(Ok(_)) => {}
            Ok(Err(mistakes)) => {
                assert!(mistakes.count() > 0);
                for mistake in &mistakes.first {
                    let key = format!("file-fault-{}", mistake.fault.why.key());
                    assert!(desk.swedish.knows(&key) && desk.english.knows(&key), "no words for {key}");
                }
            }
            Err(problem) => desk.tell(&problem),
        }
    });
}

/// Rows of maps, or a map as a graph.
pub fn maps(bytes: &[u8]) {
    if network::graph_in::is_graph(bytes) {
        return graph(bytes);
    }
    desk::with(|desk| {
        let store = &desk.store;
        let read = Table::read(bytes)
            .and_then(|table| network::incoming::read(&table, desk::today(), store, store, &store.actor().name));
        match read {
            Ok(Ok(maps)) => {
                for map in maps {
                    map.check(store.scheme()).unwrap();
                }
            }
            Ok(Err(mistakes)) => assert!(mistakes.count() > 0),
            Err(problem) => desk.tell(&problem),
        }
    });
}

fn graph(bytes: &[u8]) {
    desk::with(|desk| {
        let store = &desk.store;
        let graph = match network::graph_in::read(bytes, &network::graph_in::Said::default()) {
            Ok(graph) => graph,
            Err(problem) => return desk.tell(&problem),
        };
        match network::incoming::read(&graph.table, desk::today(), store, store, &store.actor().name) {
            Ok(Ok(mut maps)) => {
                graph.complete(&mut maps);
                for map in maps {
                    map.check(store.scheme()).unwrap();
                }
            }
            Ok(Err(mistakes)) => assert!(mistakes.count() > 0),
            Err(problem) => desk.tell(&problem),
        }
    });
}

pub fn calendar(bytes: &[u8]) {
    let (from, to) = ("2026-11-01".parse().unwrap(), "2027-02-28".parse().unwrap());
    desk::with(|desk| match read_busy(bytes, from, to) {
        Ok(reading) => {
            assert!(reading.busy.len() <= MOST_BUSY && reading.busy.is_sorted());
            for busy in &reading.busy {
                assert!(busy.from < busy.until && busy.from.date() <= to && busy.until.date() >= from, "{busy:?}");
                let _ = busy.absence("Bo");
            }
        }
        Err(problem) => desk.tell(&problem),
    });
    desk::with(|desk| match read_events(bytes, from, to) {
        Ok(events) => {
            assert!(events.times.len() <= MOST_BUSY && events.times.is_sorted_by_key(|time| time.from));
            for Timed { from, until, said, .. } in &events.times {
                assert!(from <= until && !said.summary.contains(char::is_control), "{said:?}");
            }
        }
        Err(problem) => desk.tell(&problem),
    });
}
