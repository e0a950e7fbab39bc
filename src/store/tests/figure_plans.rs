//! How SQLite goes about figures: each long table is read once, from its first row to its last, and nothing is kept
//! beside it.

use super::super::figures::{ADVICE, ASSESSED, PARENTS, SESSIONS, placements};
use super::super::reached::Reached;
use super::plans::plan;
use super::{desk, new_families};

#[test]
fn figures_are_one_scan() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        let placements = placements(&Reached::whole_unit());
        for (query, scanned) in [
            (SESSIONS, "SEARCH session USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
            (placements.as_str(), "SEARCH p USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
            (ADVICE, "SEARCH s USING COVERING INDEX session_of_advice (family>? AND family<?)"),
        ] {
            let steps = plan(&store, query);
            let is_long =
                |step: &&String| step.starts_with("SCAN") || step.starts_with("SEARCH session") || *step == scanned;
            let scans: Vec<&String> = steps.iter().filter(is_long).collect();
            assert_eq!(scans, [scanned], "{statistics}: {query}\n{steps:#?}");
        }
        for query in [SESSIONS, placements.as_str()] {
            let steps = plan(&store, query);
            assert!(!steps.iter().any(|step| step.contains("TEMP")), "{statistics}: {query}\n{steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}

/// What is read a part at a time of the table of families reads nothing beside that part.
#[test]
fn a_part_of_the_families_is_all_that_is_read() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        for query in [PARENTS, ASSESSED] {
            let steps = plan(&store, query);
            // Children who were placed and their parents stand in tables of their own by then.
            let is_small =
                |step: &str| ["SCAN c", "SCAN p", "SCAN parents"].contains(&step) || step.contains("json_each");
            let is_whole = |step: &String| step.starts_with("SCAN") && !is_small(step) || step.contains("kin_is_told");
            assert!(!steps.iter().any(is_whole), "{statistics}: {query}\n{steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
