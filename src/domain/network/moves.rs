//! Changes of a map that one key makes: nearer, further, round the circle, another relation, a tie.
//!
//! Each says whether it changed anything; a person who is not on the map, or who is at the edge already, does not move.

use super::map::NetworkMap;
use super::person::{NetworkPerson, PersonKey};
use super::scheme::Scheme;
use super::tie::Tie;
use crate::domain::codes::SupportKind;

/// Which way somebody is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// A ring nearer to the middle.
    In,
    /// A ring further out.
    Out,
    /// To the next sector, clockwise; after the last comes the first.
    Clockwise,
    /// To the sector before.
    Back,
}

impl NetworkMap {
    /// Moves somebody one ring or one sector. Whoever stands in a ring or sector that the scheme does not have any more
    /// comes back into it: to its outermost ring, to its first sector.
    pub fn step(&mut self, person: PersonKey, way: Way, scheme: &Scheme) -> bool {
        let Some(person) = self.person_mut(person) else { return false };
        let outermost = scheme.rings.last().map_or(1, |ring| ring.number);
        let ring = match way {
            Way::In if person.ring > outermost => outermost,
            Way::In => person.ring.saturating_sub(1).max(1),
            Way::Out => person.ring.saturating_add(1).min(outermost),
            Way::Clockwise | Way::Back => person.ring,
        };
        let (count, place) = (scheme.sectors.len(), scheme.sector_place(&person.sector));
        let place = match (way, place) {
            (Way::In | Way::Out, place) => place,
            (Way::Clockwise | Way::Back, None) => Some(0),
            (Way::Clockwise, Some(place)) => Some((place + 1) % count.max(1)),
            (Way::Back, Some(place)) => Some((place + count.max(1) - 1) % count.max(1)),
        };
        let sector = place.and_then(|place| scheme.sectors.get(place)).map(|sector| sector.key.clone());
        let ring = set(&mut person.ring, ring);
        sector.is_some_and(|sector| set(&mut person.sector, sector)) || ring
    }

    /// Says something of somebody: `map.tell(key, |person| &mut person.relation, Relation::Strong)`. Said again it is
    /// taken back, so that the key that set it clears it.
    pub fn tell<T: PartialEq>(
        &mut self,
        person: PersonKey,
        field: impl FnOnce(&mut NetworkPerson) -> &mut Option<T>,
        value: T,
    ) -> bool {
        let Some(person) = self.person_mut(person) else { return false };
        let field = field(person);
        *field = if field.as_ref() == Some(&value) { None } else { Some(value) };
        true
    }

    /// Says that there is a kind of support, or takes it back.
    pub fn toggle_kind(&mut self, person: PersonKey, kind: SupportKind) -> bool {
        let Some(person) = self.person_mut(person) else { return false };
        match person.kinds.binary_search(&kind) {
            Ok(place) => drop(person.kinds.remove(place)),
            Err(place) => person.kinds.insert(place, kind),
        }
        true
    }

    /// Ties two people, or unties them. Untied by hand they count as asked.
    pub fn toggle_tie(&mut self, one: PersonKey, other: PersonKey) -> bool {
        let tied = self.are_tied(one, other);
        Tie::between(one, other).is_some_and(|tie| self.answer(tie, !tied))
    }

    /// Answers whether two people know each other.
    pub fn answer(&mut self, tie: Tie, know: bool) -> bool {
        if self.person(tie.one()).is_none() || self.person(tie.other()).is_none() {
            return false;
        }
        let (there, not) = if know { (&mut self.ties, &mut self.no_ties) } else { (&mut self.no_ties, &mut self.ties) };
        not.retain(|other| *other != tie);
        match there.binary_search(&tie) {
            Ok(_) => false,
            Err(place) => {
                there.insert(place, tie);
                true
            }
        }
    }

    /// Puts somebody on the map, last, with whom they know; not if they are on it already.
    pub fn put(&mut self, person: NetworkPerson, knows: &[PersonKey]) -> bool {
        let key = person.key;
        if self.person(key).is_some() || person.member == Some(self.ego) {
            return false;
        }
        self.people.push(person);
        for tie in knows.iter().filter_map(|other| Tie::between(key, *other)) {
            self.answer(tie, true);
        }
        true
    }

    /// Takes somebody off the map, and their ties with them.
    pub fn take_off(&mut self, person: PersonKey) -> bool {
        let before = self.people.len();
        self.people.retain(|other| other.key != person);
        self.ties.retain(|tie| !tie.has(person));
        self.no_ties.retain(|tie| !tie.has(person));
        self.people.len() < before
    }
}

fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let changes = *place != value;
    *place = value;
    changes
}
