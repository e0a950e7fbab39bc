//! A network map: one person's network on a date, drawn together with that person.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::person::{NetworkPerson, PersonKey};
use super::scheme::Scheme;
use super::tie::Tie;
use crate::domain::codes::{MapConsent, MapOccasion, MapViewer};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};

/// A map as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkMap {
    /// Whose family.
    pub family: FamilyId,
    /// The person in the middle, child or adult.
    pub ego: PersonId,
    /// The day it was drawn.
    pub drawn_on: NaiveDate,
    /// Why it was drawn.
    pub occasion: MapOccasion,
    /// Who drew it with the person, by name among the staff.
    pub drawn_by: String,
    /// Whether the person agreed; none where nobody has asked.
    pub consent: Option<MapConsent>,
    /// Who else may see it, as agreed with the person; nobody unless it says so.
    pub seen_by: Vec<MapViewer>,
    /// What the person says of it, in their own words.
    pub comment: Option<String>,
    /// Everybody on it but the person in the middle, in the order they came.
    pub people: Vec<NetworkPerson>,
    /// Who knows whom, in order.
    pub ties: Vec<Tie>,
    /// Who was asked for and does not know whom, in order.
    pub no_ties: Vec<Tie>,
}

impl NetworkMap {
    /// A map with nobody on it yet.
    pub fn new(family: FamilyId, ego: PersonId, drawn_on: NaiveDate, drawn_by: impl Into<String>) -> Self {
        Self {
            family,
            ego,
            drawn_on,
            occasion: MapOccasion::Baseline,
            drawn_by: drawn_by.into(),
            consent: None,
            seen_by: Vec::new(),
            comment: None,
            people: Vec::new(),
            ties: Vec::new(),
            no_ties: Vec::new(),
        }
    }

    /// Somebody on the map.
    pub fn person(&self, key: PersonKey) -> Option<&NetworkPerson> {
        self.people.iter().find(|person| person.key == key)
    }

    /// Somebody on the map, to be changed.
    pub fn person_mut(&mut self, key: PersonKey) -> Option<&mut NetworkPerson> {
        self.people.iter_mut().find(|person| person.key == key)
    }

    /// Whether the family's team may see it: so it was agreed with the person, who has not said no to the map itself.
    ///
    /// A map belongs to the person in its middle. Others than the team see it outside the casebook, shown by whoever
    /// keeps it; who that is, is what [`seen_by`](Self::seen_by) is for.
    pub fn is_for_team(&self) -> bool {
        self.consent != Some(MapConsent::Refused) && self.seen_by.contains(&MapViewer::Team)
    }

    /// Whether two people on it know each other.
    pub fn are_tied(&self, one: PersonKey, other: PersonKey) -> bool {
        Tie::between(one, other).is_some_and(|tie| self.ties.contains(&tie))
    }

    /// Whether it holds together: everybody is on it once and has a name, a sector and a ring of the scheme, nobody is
    /// the person in the middle, ties join people who are on it, each once, and none is there and not there.
    ///
    /// # Errors
    /// The first thing that does not hold; the problem tells the person's number in the list, never a name.
    pub fn check(&self, scheme: &Scheme) -> Result<(), Problem> {
        let (mut keys, mut members) = (HashSet::new(), HashSet::from([self.ego]));
        for (number, person) in (1..).zip(&self.people) {
            let refused = |key| Problem::new(Kind::Invalid, key).with("person", number);
            if person.name.trim().is_empty() {
                return Err(refused("network-without-name"));
            }
            if person.member == Some(self.ego) {
                return Err(refused("network-ego-on-map"));
            }
            if !keys.insert(person.key) || person.member.is_some_and(|member| !members.insert(member)) {
                return Err(refused("network-person-twice"));
            }
            if scheme.sector(&person.sector).is_none() {
                return Err(refused("network-no-such-sector").with("sector", &person.sector));
            }
            if scheme.ring(person.ring).is_none() {
                return Err(refused("network-no-such-ring").with("ring", person.ring));
            }
        }
        let mut pairs = HashSet::new();
        for tie in self.ties.iter().chain(&self.no_ties) {
            if !keys.contains(&tie.one()) || !keys.contains(&tie.other()) || !pairs.insert(*tie) {
                return Err(Problem::new(Kind::Invalid, "network-tie"));
            }
        }
        Ok(())
    }
}
