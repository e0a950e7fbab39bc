//! Changes between maps, and their algebra.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::map;
use crate::domain::codes::{Bond, Code};
use crate::domain::network::change::strip;
use crate::domain::network::{ChangeKind, Counts, MapChange, NetworkMap, NetworkPerson, PersonKey, Scheme, Tie};

fn march() -> NetworkMap {
    let people = [
        "1 Sara family 1 strong",
        "2 Pappa family 1 ordinary",
        "3 Mormor relatives 2",
        "4 Jonas professionals 3",
        "5 Moa school_work 2 weak",
    ];
    map("2026-03-09", &people, &[(1, 3), (1, 2)])
}

fn november() -> NetworkMap {
    let people = [
        "1 Sara family 1 strong",
        "2 Pappa family 2 strained",
        "3 Mormor relatives 1 strong",
        "5 Moa-Li friends 2 weak",
        "6 Eva school_work 2",
        "7 Ali friends 1",
    ];
    map("2026-11-18", &people, &[(1, 3), (6, 7)])
}

fn names(change: &MapChange, kind: ChangeKind) -> Vec<&str> {
    change.of(kind).filter_map(|one| one.latest()).map(|standing| standing.name.as_str()).collect()
}

#[test]
fn a_change_tells_what_differs_and_nothing_else() {
    let change = MapChange::between(&march(), &november());
    for (kind, expected) in [
        (ChangeKind::New, vec!["Eva", "Ali"]),
        (ChangeKind::Gone, vec!["Jonas"]),
        (ChangeKind::Closer, vec!["Mormor"]),
        (ChangeKind::Further, vec!["Pappa"]),
        (ChangeKind::Relation, vec!["Pappa", "Mormor"]),
        (ChangeKind::Sector, vec!["Moa-Li"]),
        (ChangeKind::Name, vec!["Moa-Li"]),
    ] {
        assert_eq!(names(&change, kind), expected, "{kind:?}");
    }
    let tie = |one, other| Tie::between(PersonKey(one), PersonKey(other)).unwrap();
    assert_eq!((change.tied.clone(), change.untied.clone()), (vec![tie(6, 7)], vec![tie(1, 2)]));
    assert_eq!((change.before.size, change.after.size), (5, 6));
    assert_eq!((change.before.by_sector.get("friends"), change.after.by_sector.get("friends")), (None, Some(&2)));
    assert_eq!(change.after.by_ring, BTreeMap::from([(1, 3), (2, 3)]));
}

#[test]
fn a_strip_is_in_the_order_of_the_dates() {
    let sizes: Vec<usize> = strip(&[&november(), &march()]).into_iter().map(|(_, counts)| counts.size).collect();
    assert_eq!(sizes, [5, 6]);
}

/// A map of a date with some of eight people, anyhow.
fn any_map(on: &'static str) -> impl Strategy<Value = NetworkMap> {
    let sectors = Scheme::shipped().sectors.len();
    let relation = proptest::option::of(proptest::sample::select(Bond::ALL));
    let standing = (0..sectors, 1..=3_u8, relation, proptest::bool::weighted(0.1));
    let people = proptest::collection::btree_map(1..=8_u32, standing, 0..=8);
    (people, proptest::collection::btree_set((1..=8_u32, 1..=8_u32), 0..12)).prop_map(move |(people, ties)| {
        let mut map = map(on, &[], &[]);
        for (key, (sector, ring, relation, renamed)) in people {
            let name = if renamed { "Annan".to_owned() } else { format!("Person {key}") };
            let sector = Scheme::shipped().sectors[sector].key.clone();
            map.people.push(NetworkPerson { relation, ..NetworkPerson::new(PersonKey(key), name, sector, ring) });
        }
        let there = |key: u32| map.person(PersonKey(key)).is_some();
        let ties = ties.into_iter().filter(|(one, other)| there(*one) && there(*other));
        let ties: BTreeSet<Tie> = ties.filter_map(|(a, b)| Tie::between(PersonKey(a), PersonKey(b))).collect();
        map.ties = ties.into_iter().collect();
        map
    })
}

proptest! {
    #[test]
    fn two_changes_in_a_row_are_one(
        a in any_map("2026-01-01"),
        b in any_map("2026-02-01"),
        c in any_map("2026-03-01"),
        d in any_map("2026-04-01"),
    ) {
        let [ab, bc, cd] = [(&a, &b), (&b, &c), (&c, &d)].map(|(from, to)| MapChange::between(from, to));
        let ac = MapChange::between(&a, &c);
        prop_assert_eq!(ab.then(&bc), Some(ac.clone()));
        // However they are put together.
        let late = bc.then(&cd).and_then(|bd| ab.then(&bd));
        prop_assert_eq!(ac.then(&cd), late);
    }

    #[test]
    fn there_and_back_is_nothing(a in any_map("2026-01-01"), b in any_map("2026-02-01")) {
        let (there, back) = (MapChange::between(&a, &b), MapChange::between(&b, &a));
        prop_assert!(there.then(&back).is_some_and(|change| change.is_nothing()));
        prop_assert!(MapChange::between(&a, &a).is_nothing());
        for (kind, turned) in [(ChangeKind::New, ChangeKind::Gone), (ChangeKind::Closer, ChangeKind::Further)] {
            let keys = |change: &MapChange, kind| change.of(kind).map(|one| one.key).collect::<Vec<_>>();
            prop_assert_eq!(keys(&there, kind), keys(&back, turned));
        }
        prop_assert_eq!(there.then(&MapChange::between(&a, &b)).is_some(), a.drawn_on == b.drawn_on);
    }

    #[test]
    fn a_change_accounts_for_everybody(a in any_map("2026-01-01"), b in any_map("2026-02-01")) {
        let change = MapChange::between(&a, &b);
        let (new, gone) = (change.of(ChangeKind::New).count(), change.of(ChangeKind::Gone).count());
        prop_assert_eq!(a.people.len() + new - gone, b.people.len());
        for one in &change.people {
            prop_assert!(ChangeKind::ALL.iter().any(|kind| one.is(*kind)));
        }
        let counts = Counts::of(&b);
        prop_assert_eq!(counts.by_sector.values().sum::<usize>(), counts.size);
        prop_assert_eq!(counts.by_ring.values().sum::<usize>(), counts.size);
    }
}
