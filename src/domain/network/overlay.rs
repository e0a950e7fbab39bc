//! Two maps over each other, such as a child's and a parent's: whom both have, whom only one has.
//!
//! People are the same by their key, or by who they are in the family's list. The persons in the middle are counted
//! with neither map: the mother on her child's map is there as herself and not as one of the people around them.

use std::collections::BTreeSet;

use super::map::NetworkMap;
use super::person::{NetworkPerson, PersonKey};
use super::tie::Tie;

/// Somebody on one of the maps, or on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shared<'a> {
    /// On the first map.
    pub first: Option<&'a NetworkPerson>,
    /// On the second.
    pub second: Option<&'a NetworkPerson>,
    /// Whether they stand in the middle of the other map.
    pub is_ego: bool,
}

impl<'a> Shared<'a> {
    /// How they are on the first map, else on the second.
    pub fn person(&self) -> Option<&'a NetworkPerson> {
        self.first.or(self.second)
    }

    /// Whether the first map has them, and whether the second.
    pub fn on(&self) -> (bool, bool) {
        (self.first.is_some(), self.second.is_some())
    }
}

/// How many people are around two persons; each is counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OverlayCounts {
    /// On both maps.
    pub both: usize,
    /// On the first only.
    pub first: usize,
    /// On the second only.
    pub second: usize,
}

impl OverlayCounts {
    /// All of them.
    pub fn all(self) -> usize {
        self.both + self.first + self.second
    }
}

/// Two maps over each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay<'a> {
    /// Everybody, once: those of the first map in its order, then those only the second has.
    pub people: Vec<Shared<'a>>,
    /// Who knows whom by either map, each tie once, in order; of the keys of [`Shared::person`].
    pub ties: Vec<Tie>,
}

impl<'a> Overlay<'a> {
    /// Lays the second map over the first.
    pub fn of(first: &'a NetworkMap, second: &'a NetworkMap) -> Self {
        let mut people: Vec<Shared<'a>> = first
            .people
            .iter()
            .map(|person| Shared {
                first: Some(person),
                second: second.people.iter().find(|other| are_same(person, other)),
                is_ego: person.member == Some(second.ego),
            })
            .collect();
        let only = second.people.iter().filter(|person| !first.people.iter().any(|other| are_same(person, other)));
        people.extend(only.map(|person| Shared {
            first: None,
            second: Some(person),
            is_ego: person.member == Some(first.ego),
        }));
        let known_as = |key: PersonKey| {
            let of_second = |shared: &&Shared<'_>| shared.second.is_some_and(|person| person.key == key);
            people.iter().find(of_second).and_then(Shared::person).map_or(key, |person| person.key)
        };
        let turned = second.ties.iter().filter_map(|tie| Tie::between(known_as(tie.one()), known_as(tie.other())));
        let ties: BTreeSet<Tie> = first.ties.iter().copied().chain(turned).collect();
        Self { people, ties: ties.into_iter().collect() }
    }

    /// Counts the people around the two, each once; whoever stands in the middle of either is not counted.
    pub fn counts(&self) -> OverlayCounts {
        let mut counts = OverlayCounts::default();
        for shared in self.people.iter().filter(|shared| !shared.is_ego) {
            *match (shared.first, shared.second) {
                (Some(_), Some(_)) => &mut counts.both,
                (Some(_), None) => &mut counts.first,
                _ => &mut counts.second,
            } += 1;
        }
        counts
    }
}

fn are_same(one: &NetworkPerson, other: &NetworkPerson) -> bool {
    one.key == other.key || one.member.is_some() && one.member == other.member
}
