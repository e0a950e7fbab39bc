//! How SQLite goes about the queries for groups, gaps and referrals: through indexes, with and without statistics.

use super::super::groups::{
    CAME, FAMILIES_OF, GAPS_OF_GROUPS, GROUPS, HELD_BY_SOME, MEASURED, MEETINGS_OF, OTHERS, PARTS, ROLL_OF,
    gaps_of_families,
};
use super::super::reached::shapes;
use super::super::referral::{ONWARD, open};
use super::plans::plan;
use super::{desk, new_families};

/// A step that reads a whole table. A unit has some dozens of groups, which are gone through; of what has been found
/// nothing else is read.
fn is_scan(step: &str) -> bool {
    let found = ["SCAN g", "SCAN l", "SCAN looked", "SCAN told", "SCAN t", "SCAN came"];
    step.starts_with("SCAN") && !step.contains("USING") && !found.contains(&step) && !step.starts_with("SCAN (subquery")
}

#[test]
fn no_query_for_groups_and_referrals_reads_a_whole_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    let own = [
        GROUPS,
        FAMILIES_OF,
        MEETINGS_OF,
        ROLL_OF,
        GAPS_OF_GROUPS,
        HELD_BY_SOME,
        OTHERS,
        PARTS,
        ONWARD,
        CAME,
        MEASURED,
    ];
    let mut queries = own.map(str::to_owned).to_vec();
    for (_, reached) in shapes() {
        queries.extend([gaps_of_families(&reached), open(&reached)]);
    }
    for statistics in ["with", "without"] {
        for query in &queries {
            let steps = plan(&store, query);
            assert!(!steps.iter().any(|step| is_scan(step)), "{statistics}: {query}\n{steps:#?}");
        }
        store.connection.execute_batch("DROP TABLE IF EXISTS sqlite_stat1; ANALYZE sqlite_schema").unwrap();
    }
}
