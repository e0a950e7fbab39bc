//! How SQLite goes about the queries for duties: through indexes, with and without statistics.

use super::super::measured::{ALL_OF_MEASURED, MEASURED_OF_CASES};
use super::super::reached::shapes;
use super::super::week::{ALL_OF_CASES, families_reached, numbers};
use super::plans::plan;
use super::{desk, new_families};

#[test]
fn no_query_for_duties_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        let of_reach = shapes().into_iter().flat_map(|(_, reached)| [families_reached(&reached), numbers(&reached)]);
        let of_measured = MEASURED_OF_CASES.iter().chain(ALL_OF_MEASURED);
        for query in ALL_OF_CASES.iter().chain(of_measured).map(|query| (*query).to_owned()).chain(of_reach) {
            let steps = plan(&store, &query);
            // The families that are asked for come as a list; everything else is searched for.
            let scan = |step: &&String| step.starts_with("SCAN") && !step.contains("VIRTUAL TABLE");
            assert!(!steps.iter().any(|step| scan(&step)), "{statistics}: {query}\n{steps:#?}");
        }
        for (place, index) in [(0, "session_that_counts"), (3, "COVERING INDEX occurrence_lived")] {
            let steps = plan(&store, ALL_OF_CASES[place]);
            assert!(steps.iter().any(|step| step.contains(index)), "{statistics}: {steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
