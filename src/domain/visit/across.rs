//! Visits of different families that want the same supporter or place at once, found from when each is taken up.

use std::collections::HashMap;

use super::clash::{Party, Travel, at, parties, span};
use super::occurrence::Visit;
use super::sight::{AtHand, grown};
use crate::domain::ids::FamilyId;
use crate::domain::text::fold;

/// When a supporter or a place is taken up, in minutes; sorted by whom or what and then in the order of the visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Taken {
    party: u32,
    visit: AtHand,
    start: i32,
    end: i32,
    place: Option<u32>,
}

/// All that are taken up.
#[derive(Debug, Default)]
pub(super) struct Across {
    all: Vec<Taken>,
    numbers: HashMap<Party, u32>,
    parties: Vec<Party>,
}

impl Across {
    /// Takes a visit that is to come, if it takes anybody up.
    pub(super) fn take(&mut self, visit: &Visit<'_>) {
        if !visit.takes_place() {
            return;
        }
        let Some((start, end)) = span(visit) else { return };
        let minute = |time: chrono::NaiveDateTime| i32::try_from(time.and_utc().timestamp() / 60).unwrap_or(i32::MAX);
        let terms = visit.terms();
        let place = at(terms).map(|place| self.number(Party::Place(fold(place))));
        for party in parties(visit.arrangement.child, terms) {
            if matches!(party, Party::Person(_)) {
                continue;
            }
            let party = self.number(party);
            self.all.reserve_exact(grown(self.all.len(), self.all.capacity(), 1));
            let visit = AtHand::of(visit);
            self.all.push(Taken { party, visit, start: minute(start), end: minute(end), place });
        }
    }

    fn number(&mut self, party: Party) -> u32 {
        if let Some(number) = self.numbers.get(&party) {
            return *number;
        }
        let number = u32::try_from(self.parties.len()).unwrap_or(u32::MAX);
        self.parties.push(party.clone());
        self.numbers.insert(party, number);
        number
    }

    pub(super) fn forget(&mut self, family: FamilyId) {
        self.all.retain(|taken| taken.visit.family != family);
    }

    pub(super) fn sort(&mut self) {
        self.all.sort();
    }

    /// Of each visit and party the first other visit, of another family, that it clashes with.
    pub(super) fn clashes(&self, travel: &Travel) -> Vec<(AtHand, AtHand, Party)> {
        let mut found = Vec::new();
        let longest = i64::from(travel.longest());
        for (place, first) in self.all.iter().enumerate() {
            let end = i64::from(first.end);
            let near = self.all[place + 1..]
                .iter()
                .take_while(|second| second.party == first.party && end + longest > i64::from(second.start));
            let Some(party) = self.parties.get(usize::try_from(first.party).unwrap_or(usize::MAX)) else { continue };
            let clashes = |second: &&Taken| {
                let free = i64::from(second.start) - end;
                let needed = match party {
                    Party::Place(_) => 0,
                    _ => travel.minutes(self.place(first.place), self.place(second.place)),
                };
                second.visit.family != first.visit.family
                    && (first.visit.is_ahead || second.visit.is_ahead)
                    && (free < 0 || free < i64::from(needed))
            };
            if let Some(second) = near.into_iter().find(clashes) {
                found.push((first.visit, second.visit, party.clone()));
            }
        }
        found
    }

    fn place(&self, number: Option<u32>) -> Option<&str> {
        match self.parties.get(usize::try_from(number?).ok()?) {
            Some(Party::Place(place)) => Some(place),
            _ => None,
        }
    }
}
