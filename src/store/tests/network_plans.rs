//! How SQLite goes about the queries of network maps: through indexes, with and without statistics, and in their order.

use super::super::network::{keys, people, reading};
use super::super::reached::shapes;
use super::super::{Listing, NewFamily, Store};
use super::plans::plan;
use super::{day, desk, new_families};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey};

/// A casebook with a map in each of 200 families, and a second in every other.
fn filled() -> (tempfile::TempDir, Store) {
    let (directory, casebook, store) = desk();
    let drawn = |on: &str| NetworkMap {
        people: (1..9).map(|key| NetworkPerson::new(PersonKey(key), "Ali", "friends", 1)).collect(),
        ..NetworkMap::new(FamilyId(0), PersonId(0), day(on), "Lena")
    };
    let families = new_families(200, 1).enumerate().map(|(number, family)| NewFamily {
        maps: ["2026-03-09", "2026-11-18"].into_iter().take(1 + number % 2).map(drawn).collect(),
        ..family
    });
    store.fill_demo(&casebook, families, |_| ()).unwrap();
    (directory, store)
}

fn queries() -> [(&'static str, String, &'static str); 8] {
    let (day, family) = (Some(day("2026-03-09")), Some(FamilyId(1)));
    let period = |family| reading::listed(&Listing { family, from: day, to: day }, &shapes()[0].1);
    [
        ("a family's", reading::of_family(), "network_map_by_family (family=?)"),
        ("a period's", period(None), "network_map_by_day (drawn_on>? AND drawn_on<?)"),
        ("a family's of a period", period(family), "network_map_by_"),
        ("people", people::PEOPLE.to_owned(), "PRIMARY KEY (map=?)"),
        ("ties", people::TIES.to_owned(), "PRIMARY KEY (map=?)"),
        ("borne", keys::BORNE.to_owned(), "network_map_by_family (family=?)"),
        ("highest", keys::HIGHEST.to_owned(), "INTEGER PRIMARY KEY (rowid=?)"),
        (
            "a person's",
            "SELECT id FROM network_map WHERE ego = 1 ORDER BY drawn_on".to_owned(),
            "network_map_by_ego (ego=?)",
        ),
    ]
}

#[test]
fn no_query_of_maps_goes_around_a_table() {
    let (_directory, store) = filled();
    for statistics in ["ANALYZE", "DROP TABLE sqlite_stat1; ANALYZE sqlite_schema"] {
        store.connection.execute_batch(statistics).unwrap();
        for (name, sql, index) in queries() {
            let steps = plan(&store, &sql);
            assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{statistics}, {name}: {steps:#?}");
            assert!(steps.join("\n").contains(index), "{statistics}, {name}: {steps:#?}");
            // Whom a member's key belongs to is a handful of rows; nothing else is put in order once more.
            let sorted = steps.iter().any(|step| step.contains("TEMP B-TREE") && !step.contains("LAST TERM"));
            assert!(!sorted || ["borne", "a family's of a period"].contains(&name), "{name}: {steps:#?}");
        }
    }
}

#[test]
fn what_a_member_is_on_is_found_through_an_index_when_the_member_is_removed() {
    let (_directory, store) = filled();
    for table in ["network_map WHERE ego = 1", "network_person WHERE member = 1"] {
        let steps = plan(&store, &format!("SELECT 1 FROM {table}"));
        assert!(steps.iter().all(|step| step.starts_with("SEARCH")), "{table}: {steps:#?}");
    }
}
