//! One key, one change; what is left open; two maps over each other.

use proptest::prelude::*;

use super::map;
use crate::domain::codes::{Bond, Code, SupportKind};
use crate::domain::ids::PersonId;
use crate::domain::network::questions::{Gap, gaps, unasked};
use crate::domain::network::{NetworkMap, NetworkPerson, Overlay, OverlayCounts, PersonKey, Scheme, Tie, Way};

fn small() -> NetworkMap {
    let people = ["1 Sara family 1", "2 Mormor relatives 2", "3 Eva school_work 3", "4 Noah family 1"];
    map("2026-03-09", &people, &[(1, 2)])
}

fn tie(one: u32, other: u32) -> Tie {
    Tie::between(PersonKey(one), PersonKey(other)).unwrap()
}

fn place(map: &NetworkMap, key: u32) -> (&str, u8) {
    map.person(PersonKey(key)).map(|person| (person.sector.as_str(), person.ring)).unwrap()
}

#[test]
fn people_move_ring_by_ring_and_round_the_circle() {
    let scheme = Scheme::shipped();
    let mut map = small();
    for (way, moved, expected) in [
        (Way::Out, true, ("family", 2)),
        (Way::Out, true, ("family", 3)),
        (Way::Out, false, ("family", 3)),
        (Way::In, true, ("family", 2)),
        (Way::Back, true, ("professionals", 2)),
        (Way::Clockwise, true, ("family", 2)),
        (Way::Clockwise, true, ("relatives", 2)),
        (Way::In, true, ("relatives", 1)),
        (Way::In, false, ("relatives", 1)),
    ] {
        assert_eq!(map.step(PersonKey(1), way, scheme), moved);
        assert_eq!(place(&map, 1), expected);
    }
    assert!(!map.step(PersonKey(9), Way::In, scheme));
    map.people[0].ring = 7;
    map.people[0].sector = "gone".into();
    assert!(map.step(PersonKey(1), Way::In, scheme) && map.step(PersonKey(1), Way::Back, scheme));
    assert_eq!(place(&map, 1), ("family", 3));
}

#[test]
fn what_is_said_again_is_taken_back() {
    let mut map = small();
    for expected in [Some(Bond::Strong), None] {
        assert!(map.tell(PersonKey(1), |person| &mut person.relation, Bond::Strong));
        assert_eq!(map.people[0].relation, expected);
    }
    for kind in [SupportKind::Joy, SupportKind::Practical, SupportKind::Advice, SupportKind::Joy] {
        assert!(map.toggle_kind(PersonKey(1), kind));
    }
    assert_eq!(map.people[0].kinds, [SupportKind::Practical, SupportKind::Advice]);
    assert!(!map.tell(PersonKey(9), |person| &mut person.relation, Bond::Weak));
}

#[test]
fn ties_are_made_unmade_and_asked_for_once() {
    let mut map = small();
    assert_eq!(unasked(&map), [tie(1, 4), tie(2, 4), tie(1, 3), tie(3, 4), tie(2, 3)]);
    assert!(map.answer(tie(1, 4), true) && map.answer(tie(2, 4), false) && !map.answer(tie(2, 4), false));
    assert!(map.toggle_tie(PersonKey(2), PersonKey(1)) && !map.toggle_tie(PersonKey(1), PersonKey(1)));
    assert_eq!((map.ties.clone(), map.no_ties.clone()), (vec![tie(1, 4)], vec![tie(1, 2), tie(2, 4)]));
    assert_eq!(unasked(&map), [tie(1, 3), tie(3, 4), tie(2, 3)]);
    assert!(!map.answer(tie(1, 9), true));
    assert!(map.take_off(PersonKey(4)) && !map.take_off(PersonKey(4)));
    assert_eq!((map.ties.clone(), map.no_ties.clone()), (vec![], vec![tie(1, 2)]));
}

#[test]
fn nobody_is_put_on_a_map_twice_and_the_ego_never() {
    let mut map = small();
    let eva = |key| NetworkPerson::new(PersonKey(key), "Eva", "friends", 1);
    assert!(!map.put(eva(3), &[]));
    assert!(!map.put(NetworkPerson { member: Some(map.ego), ..eva(5) }, &[]));
    assert!(map.put(eva(5), &[PersonKey(2), PersonKey(5), PersonKey(9)]));
    assert_eq!(map.ties, [tie(1, 2), tie(2, 5)]);
}

#[test]
fn gaps_are_pointed_out() {
    let empty = |keys: &[&str]| keys.iter().map(|key| Gap::EmptySector((*key).to_owned())).collect::<Vec<_>>();
    let mut expected = empty(&["friends", "leisure", "professionals"]);
    expected.extend([Gap::WithoutTie(PersonKey(3)), Gap::WithoutTie(PersonKey(4))]);
    assert_eq!(gaps(&small(), Scheme::shipped()), expected);
    let one = map("2026-03-09", &["1 Sara family 1"], &[]);
    assert!(!gaps(&one, Scheme::shipped()).contains(&Gap::WithoutTie(PersonKey(1))));
}

#[test]
fn shared_people_are_counted_once() {
    // The child is member 1, its mother 2, its brother 4 under another key on her map.
    let mut child = small();
    child.people[0].member = Some(PersonId(2));
    child.people[3].member = Some(PersonId(4));
    let people = ["2 Mamma family 1", "7 Noah family 1", "8 Elias family 1", "9 Gunilla friends 2"];
    let mut mother = map("2026-04-01", &people, &[(2, 7), (8, 9)]);
    mother.ego = PersonId(2);
    mother.people[1].member = Some(PersonId(4));
    mother.people[2].member = Some(PersonId(1));
    let overlay = Overlay::of(&child, &mother);
    let names = |test: fn(&&_) -> bool| {
        let found = overlay.people.iter().filter(test).filter_map(|shared| shared.person());
        found.map(|person| person.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(names(|shared| shared.on() == (true, true)), ["Mormor", "Noah"]);
    assert_eq!(names(|shared| shared.is_ego), ["Sara", "Elias"]);
    assert_eq!(overlay.counts(), OverlayCounts { both: 2, first: 1, second: 1 });
    assert_eq!((overlay.counts().all(), overlay.people.len()), (4, 6));
    assert_eq!(overlay.ties, [tie(1, 2), tie(2, 4), tie(8, 9)]);
}

proptest! {
    #[test]
    fn whatever_is_done_the_map_holds_together(
        keys in proptest::collection::vec((0..9_u32, 1..7_u32, 1..7_u32), 0..60),
    ) {
        let mut map = small();
        let scheme = Scheme::shipped();
        for (what, one, other) in keys {
            let (one, other) = (PersonKey(one), PersonKey(other));
            match what {
                0 => map.step(one, Way::In, scheme),
                1 => map.step(one, Way::Out, scheme),
                2 => map.step(one, Way::Clockwise, scheme),
                3 => map.step(one, Way::Back, scheme),
                4 => map.tell(one, |person| &mut person.relation, Bond::ALL[other.0 as usize % 5]),
                5 => map.toggle_tie(one, other),
                6 => Tie::between(one, other).is_some_and(|tie| map.answer(tie, false)),
                7 => map.put(NetworkPerson::new(one, "Ali", "friends", 2), &[other]),
                _ => map.take_off(one),
            };
            prop_assert!(map.check(scheme).is_ok());
            let pairs = map.people.len() * map.people.len().saturating_sub(1) / 2;
            prop_assert_eq!(unasked(&map).len() + map.ties.len() + map.no_ties.len(), pairs);
        }
    }
}
