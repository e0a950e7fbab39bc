//! How SQLite goes about the queries of type-ahead and lists: through indexes, with and without statistics.

use super::super::reached::shapes;
use super::super::session_list::{NEWEST_FIRST, OLDEST_FIRST};
use super::super::{FamilyFilter, SessionFilter, Store, family_list, search, session_list};
use super::{desk, new_families};
use crate::domain::codes::{Area, FamilyStatus, Outcome};
use crate::domain::ids::FamilyId;

/// The steps of a query's plan.
pub(super) fn plan(store: &Store, sql: &str) -> Vec<String> {
    let mut statement = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut rows = statement.raw_query();
    let mut steps = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        steps.push(row.get("detail").unwrap());
    }
    steps
}

/// A step that reads a whole table: a scan that follows no index, but for that of a window already found.
fn is_scan(step: &str) -> bool {
    step.starts_with("SCAN") && !step.contains("USING") && step != "SCAN shown"
}

fn queries(store: &Store) -> Vec<(String, String)> {
    let mut queries: Vec<(String, String)> =
        shapes().map(|(whose, reached)| (format!("search {whose}"), search::find(&reached))).into();
    let some = FamilyFilter::default();
    for filter in [some.clone(), FamilyFilter { status: Some(FamilyStatus::Closed), ..some }] {
        for (whose, reached) in shapes() {
            let sql = family_list::window(&family_list::wanted(&filter, &reached));
            queries.push((format!("{filter:?} {whose}"), sql));
        }
    }
    let some = SessionFilter::default();
    for filter in [
        some.clone(),
        SessionFilter { family: Some(FamilyId(1)), ..some.clone() },
        SessionFilter { family: Some(FamilyId(1)), outcome: Some(Outcome::Held), ..some.clone() },
        SessionFilter { outcome: Some(Outcome::Planned), area: Some(Area::School), ..some.clone() },
        SessionFilter { from: Some(super::day("2026-11-01")), to: Some(super::day("2026-11-30")), ..some.clone() },
        SessionFilter { staff: Some("Lena".to_owned()), ..some },
    ] {
        let wanted = session_list::wanted(&filter, &store.values(&filter).unwrap());
        for order in [NEWEST_FIRST, OLDEST_FIRST] {
            queries.push((format!("{filter:?} {order}"), session_list::window(&wanted, order)));
        }
    }
    queries
}

#[test]
fn no_list_and_no_search_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 20), |_| ()).unwrap();
    let analysed = queries(&store);
    let with: Vec<_> = analysed.iter().map(|(name, sql)| (name, plan(&store, sql))).collect();
    store.connection.execute_batch("DROP TABLE sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    let without: Vec<_> = analysed.iter().map(|(name, sql)| (name, plan(&store, sql))).collect();
    for (name, steps) in with.into_iter().chain(without) {
        assert!(!steps.iter().any(|step| is_scan(step)), "{name}: {steps:#?}");
    }
}

#[test]
fn windows_and_search_are_read_in_the_order_of_an_index() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 20), |_| ()).unwrap();
    // The families of one person are few, and are put in order when they have been found.
    for (name, sql) in queries(&store).into_iter().filter(|(name, _)| !name.contains("} mine")) {
        let steps = plan(&store, &sql);
        // Only the rows of the window itself may be put in order once more.
        let window = steps.iter().position(|step| step == "SCAN shown").unwrap_or(steps.len());
        let sorted = steps.iter().take(window).any(|step| step.contains("TEMP B-TREE"));
        assert!(!sorted, "{name}: {steps:#?}");
    }
}

#[test]
fn the_indexes_that_were_made_for_it_are_used() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 20), |_| ()).unwrap();
    let queries = queries(&store);
    let steps = |wanted: &str| {
        let (_, sql) = queries.iter().find(|(name, _)| name.starts_with(wanted)).unwrap();
        plan(&store, sql).join("\n")
    };
    for (query, index) in [
        ("search team", "SEARCH w USING PRIMARY KEY (noun=? AND word>? AND word<?)"),
        ("FamilyFilter { whose: Everyones, status: None", "INDEX family_open_by_name"),
        ("FamilyFilter { whose: Everyones, status: None, district: None } team", "COVERING INDEX family_open_by_team"),
        ("FamilyFilter { whose: Everyones, status: Some(Closed)", "INDEX family_by_name"),
        ("SessionFilter { family: Some", "INDEX session_by_family (family=?"),
        ("SessionFilter { family: None", "INDEX session_by_day"),
    ] {
        assert!(steps(query).contains(index), "{query}\n{}", steps(query));
    }
}
