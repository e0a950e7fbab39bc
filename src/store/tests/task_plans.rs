//! How SQLite goes about the queries for tasks: through indexes, with and without statistics.

use super::super::week::{Open, open};
use super::plans::plan;
use super::{desk, new_families};

#[test]
fn no_query_for_open_tasks_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        for which in [Open::Mine, Open::Everyones, Open::OfMyFamilies, Open::OfFamily] {
            let steps = plan(&store, &open(which));
            let found = |step: &&String| {
                // The rows found already are put in order, and the families of one person joined.
                let made = ["SCAN s", "SCAN (subquery-1)"].contains(&step.as_str()) || step.contains("(subquery");
                step.starts_with("SCAN") && !step.contains("USING") && !made
            };
            assert!(!steps.iter().any(|step| found(&step)), "{which:?} {statistics}: {steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
