//! How SQLite goes about the queries of relations: through indexes, however few rows there are.

use super::super::relation::{OF_FAMILY, TWICE};
use super::plans::plan;
use super::{desk, new_families};

#[test]
fn no_query_of_relations_goes_around_a_table() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(200, 1), |_| ()).unwrap();
    for statistics in ["ANALYZE", "DROP TABLE sqlite_stat1; ANALYZE sqlite_schema"] {
        store.connection.execute_batch(statistics).unwrap();
        for (name, sql, index) in [
            ("a family's", OF_FAMILY, "kin_by_family (family=?)"),
            ("written already", TWICE, "kin_is_told_once (relation=? AND <expr>=? AND <expr>=?)"),
            ("whom somebody is something to", "SELECT id FROM kin WHERE person = 1", "kin_by_person (person=?)"),
            ("who is something to somebody", "SELECT id FROM kin WHERE other = 1", "kin_by_other (other=?)"),
        ] {
            let steps = plan(&store, sql);
            assert!(steps.iter().any(|step| step.contains(index)), "{name}: {steps:?}");
            assert!(steps.iter().all(|step| !step.contains("TEMP B-TREE")), "{name}: {steps:?}");
        }
    }
}
