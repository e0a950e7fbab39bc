//! How SQLite goes about the queries for tasks and check-ins: through indexes, with and without statistics.

use super::super::reached::shapes;
use super::super::week::{AT_MEETING, BEFORE, GOALS, Open, families_of_meeting, meetings_on, open, open_families};
use super::plans::plan;
use super::{desk, new_families};

/// A step that reads a whole table: a scan that follows no index, but for that of rows found already.
fn is_scan(step: &str) -> bool {
    let made = ["SCAN s", "SCAN t"].contains(&step) || step.contains("(subquery");
    step.starts_with("SCAN") && !step.contains("USING") && !made
}

#[test]
fn no_query_of_a_check_in_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    let said = |which: &str| format!("SELECT c.id FROM check_in c WHERE {which}");
    let mut queries = vec![
        said(AT_MEETING),
        said(BEFORE),
        GOALS.to_owned(),
        "SELECT id FROM task WHERE meeting = :meeting AND family = :family ORDER BY id LIMIT 1".to_owned(),
    ];
    for (_, reached) in shapes() {
        queries.extend([open_families(&reached), families_of_meeting(&reached), meetings_on(&reached)]);
    }
    for statistics in ["with", "without"] {
        for query in &queries {
            let steps = plan(&store, query);
            assert!(!steps.iter().any(|step| is_scan(step)), "{statistics}: {query}\n{steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}

#[test]
fn no_query_for_open_tasks_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    for statistics in ["with", "without"] {
        for which in [Open::Mine, Open::Everyones, Open::OfMyFamilies, Open::OfFamily] {
            for (whose, reached) in shapes() {
                let steps = plan(&store, &open(which, &reached));
                assert!(!steps.iter().any(|step| is_scan(step)), "{which:?} {whose} {statistics}: {steps:#?}");
            }
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
