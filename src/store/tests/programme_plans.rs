//! How SQLite goes about the queries for plans: through indexes, with and without statistics.

use super::super::plan::QUERIES;
use super::plans::plan;
use super::{desk, new_families};

#[test]
fn no_query_for_a_plan_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        for query in QUERIES {
            let steps = plan(&store, query);
            let is_scan =
                |step: &String| step.starts_with("SCAN") && !step.contains("(subquery") && step != "SCAN CONSTANT ROW";
            assert!(!steps.iter().any(is_scan), "{statistics}: {query}\n{steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
