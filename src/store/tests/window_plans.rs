//! How SQLite goes about windows and turns of surveys: from a place in an index, with and without statistics.

use super::super::network::ages;
use super::super::reached::shapes;
use super::super::visits::reading::{arrangements_where, occurrences_where};
use super::super::visits::these;
use super::super::week::RESTRICTED_AMONG;
use super::super::{FamilyFilter, Seek, SessionFilter, SessionPlace, Store, family_list, seek, session_list, survey};
use super::plans::plan;
use super::{day, desk, new_families};
use crate::domain::ids::{FamilyId, SessionId};

/// Windows, whose rows must come in the order of an index, each with the index.
fn windows(store: &Store) -> Vec<(String, String, &'static str)> {
    let place = SessionPlace { on: day("2026-03-02"), start: None, id: SessionId(7) };
    let mut windows = Vec::new();
    for seek in [Seek::First, Seek::Last, Seek::From(place), Seek::After(place), Seek::Before(place)] {
        for (filter, index) in [
            (SessionFilter::default(), "COVERING INDEX session_by_day"),
            (
                SessionFilter { family: Some(FamilyId(1)), ..SessionFilter::default() },
                "COVERING INDEX session_by_family (family=?",
            ),
        ] {
            let wanted = session_list::wanted(&filter, &store.values(&filter).unwrap());
            windows.push((format!("{seek:?} {filter:?}"), seek::session_page(&wanted, seek), index));
            windows.push((format!("stretch {seek:?} {filter:?}"), seek::session_stretch(&wanted, seek), index));
        }
    }
    let family = FamilyId(7);
    for seek in [Seek::First, Seek::Last, Seek::From(family), Seek::After(family), Seek::Before(family)] {
        for (whose, reached) in shapes().into_iter().filter(|(_, reached)| !reached.is_assigned()) {
            let wanted = family_list::wanted(&FamilyFilter::default(), &reached);
            let index = if whose == "team" { "INDEX family_open_by_team" } else { "INDEX family_open_by_name" };
            windows.push((format!("{seek:?} {whose}"), seek::family_page(&wanted, seek), index));
        }
    }
    for seek in [Seek::First, Seek::After(family)] {
        let all = &shapes()[0].1;
        windows.push((format!("maps, {seek:?}"), ages::next_families(seek, all), "COVERING INDEX family_open_by_name"));
    }
    windows
}

#[test]
fn a_window_begins_at_its_place_in_an_index() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 20), |_| ()).unwrap();
    for statistics in ["ANALYZE", "DROP TABLE sqlite_stat1; ANALYZE sqlite_schema"] {
        store.connection.execute_batch(statistics).unwrap();
        for (name, sql, index) in windows(&store) {
            let steps = plan(&store, &sql);
            let window = steps.iter().position(|step| step == "SCAN shown").unwrap_or(steps.len());
            let (found, _) = steps.split_at(window);
            assert!(found.iter().any(|step| step.contains(index)), "{name}: {steps:#?}");
            assert!(!found.iter().any(|step| step.contains("TEMP B-TREE")), "{name}: {steps:#?}");
            let is_sought = name.contains("SessionPlace") || name.contains("FamilyId(7)");
            let entered = |step: &String| step.starts_with("SEARCH") && step.contains(index);
            assert!(!is_sought || found.iter().any(entered), "{name}: {steps:#?}");
        }
    }
}

#[test]
fn a_turn_of_a_survey_searches_for_its_families_alone() {
    let (_directory, casebook, store) = desk();
    store.fill_demo(&casebook, new_families(300, 2), |_| ()).unwrap();
    let mut queries = vec![occurrences_where(these::STORED), RESTRICTED_AMONG.to_owned()];
    for (_, reached) in shapes() {
        queries.extend([
            reached.next_families(),
            survey::these(&reached),
            arrangements_where(&these::arrangements(&reached)),
            these::restrictions(&reached),
            these::wishes(&reached),
            ages::of_these("f", &reached),
            ages::of_these("p", &reached),
        ]);
    }
    for statistics in ["ANALYZE", "DROP TABLE sqlite_stat1; ANALYZE sqlite_schema"] {
        store.connection.execute_batch(statistics).unwrap();
        for sql in &queries {
            let steps = plan(&store, sql);
            let scan = |step: &String| step.starts_with("SCAN") && !step.contains("VIRTUAL TABLE");
            assert!(!steps.iter().any(scan), "{statistics}, {sql}: {steps:#?}");
        }
    }
}
