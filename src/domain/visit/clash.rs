//! Who or what is wanted twice at once: a child, an adult, a supporter, a place.
//!
//! Every visit takes up its people, its supporters and its place from its beginning to its end. Two visits of the same
//! one clash where they overlap, and also where they are in different places and the time between is shorter than the
//! way. Visits by phone or video take up people and no place; a letter takes up nobody. A visit without a clock time
//! cannot clash. The work is that of sorting, and of the clashes found.

use std::collections::HashMap;

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::absence::Absence;
use super::arrangement::{DEFAULT_MINUTES, Terms};
use super::occurrence::Visit;
use crate::domain::codes::VisitContact;
use crate::domain::discretion::PlaceName;
use crate::domain::ids::PersonId;
use crate::domain::text::{fold, identity_of};

/// Who or what is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The child, an adult, a sibling.
    Person(PersonId),
    /// A supporter, by the form in which names are compared (`domain::text::identity_of`).
    Supporter(String),
    /// A place, by its folded name.
    Place(String),
}

/// Two visits that want the same at once, by their places among the visits; the first begins no later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The one visit.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Who or what.
    pub party: Party,
    /// Whether they overlap, or only the way between is too long.
    pub kind: ClashKind,
}

/// How two visits clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashKind {
    /// At once.
    Overlap,
    /// One after the other, with fewer minutes between than the way takes.
    Travel {
        /// Minutes between.
        free: i64,
        /// Minutes that the way takes.
        needed: u32,
    },
}

/// How long the way is between places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Travel {
    otherwise: u32,
    longest: u32,
    between: HashMap<(String, String), u32>,
}

impl Travel {
    /// The minutes between any two different places of which nothing else is said.
    pub fn new(otherwise: u32) -> Self {
        Self { otherwise, longest: otherwise, between: HashMap::new() }
    }

    /// The minutes between two places, either way.
    pub fn with(mut self, one: &str, other: &str, minutes: u32) -> Self {
        self.longest = self.longest.max(minutes);
        self.between.insert(key(one, other), minutes);
        self
    }

    /// The minutes between two places; none within one, or where one is not known.
    pub(super) fn minutes(&self, one: Option<&str>, other: Option<&str>) -> u32 {
        match one.zip(other) {
            Some((one, other)) if one != other => self.between.get(&key(one, other)).copied().unwrap_or(self.otherwise),
            _ => 0,
        }
    }

    /// The minutes of the longest way.
    pub(super) fn longest(&self) -> u32 {
        self.longest
    }
}

fn key(one: &str, other: &str) -> (String, String) {
    let (one, other) = (fold(one), fold(other));
    if one <= other { (one, other) } else { (other, one) }
}

/// When a visit begins and ends; none without a clock time. One whose end is not told lasts an hour.
pub fn span(visit: &Visit<'_>) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let terms = visit.terms();
    let start = visit.on().and_time(terms.start?);
    let minutes = terms.minutes().unwrap_or(DEFAULT_MINUTES);
    Some((start, start.checked_add_signed(Duration::minutes(i64::from(minutes)))?))
}

/// When somebody is taken up.
struct Taken {
    visit: usize,
    start: NaiveDateTime,
    end: NaiveDateTime,
    place: Option<String>,
}

/// The clashes among visits that take place or are still to, by the visits' places among them.
pub fn clashes(visits: &[Visit<'_>], travel: &Travel) -> Vec<Clash> {
    let mut taken: HashMap<Party, Vec<Taken>> = HashMap::new();
    for (visit, one) in visits.iter().enumerate().filter(|(_, one)| one.takes_place()) {
        let Some((start, end)) = span(one) else { continue };
        let terms = one.terms();
        let place = at(terms).map(fold);
        for party in parties(one.arrangement.child, terms) {
            taken.entry(party).or_default().push(Taken { visit, start, end, place: place.clone() });
        }
    }
    let mut found = Vec::new();
    for (party, mut all) in taken {
        all.sort_by_key(|one| (one.start, one.visit));
        clashes_of(&party, &all, visits, travel, &mut found);
    }
    found.sort_by(|one, other| (one.first, one.second, &one.party).cmp(&(other.first, other.second, &other.party)));
    found
}

fn clashes_of(party: &Party, all: &[Taken], visits: &[Visit<'_>], travel: &Travel, found: &mut Vec<Clash>) {
    let longest = Duration::minutes(i64::from(travel.longest));
    // Those before that something later may still clash with.
    let mut open: Vec<&Taken> = Vec::new();
    for second in all {
        open.retain(|first| first.end + longest > second.start);
        for first in &open {
            if are_one(&visits[first.visit], &visits[second.visit]) {
                continue;
            }
            let free = second.start.signed_duration_since(first.end).num_minutes();
            let needed = match party {
                Party::Place(_) => 0,
                _ => travel.minutes(first.place.as_deref(), second.place.as_deref()),
            };
            let kind = match free {
                ..0 => ClashKind::Overlap,
                free if free < i64::from(needed) => ClashKind::Travel { free, needed },
                _ => continue,
            };
            let (first, second) = (first.visit, second.visit);
            found.push(Clash { first, second, party: party.clone(), kind });
        }
        open.push(second);
    }
}

/// Whether two visits are one visit of siblings that was planned child by child: of one family, at the same time, in
/// the same place and form, and of children neither of whom stands in the other's.
fn are_one(one: &Visit<'_>, other: &Visit<'_>) -> bool {
    let same_place = at(one.terms()).map(fold) == at(other.terms()).map(fold);
    one.arrangement.family == other.arrangement.family
        && !one.has(other.arrangement.child)
        && !other.has(one.arrangement.child)
        && span(one) == span(other)
        && one.terms().contact == other.terms().contact
        && same_place
}

pub(super) fn at(terms: &Terms) -> Option<&str> {
    terms.place.as_ref().map(PlaceName::bare).filter(|_| terms.contact == VisitContact::InPerson)
}

pub(super) fn parties(child: PersonId, terms: &Terms) -> Vec<Party> {
    if terms.contact == VisitContact::Letter {
        return Vec::new();
    }
    let mut parties = vec![Party::Person(child)];
    parties.extend(terms.with.iter().map(|with| Party::Person(*with)));
    parties.extend(terms.supporters.iter().map(|name| Party::Supporter(identity_of(name))));
    parties.extend(at(terms).map(|place| Party::Place(fold(place))));
    parties.sort();
    parties.dedup();
    parties
}

/// The visits still ahead that a supporter's absence hits, by their places; one without a clock time is hit on any day
/// of it.
pub fn hit_by(absence: &Absence, visits: &[Visit<'_>]) -> Vec<usize> {
    let who = identity_of(&absence.supporter);
    let hit = |visit: &Visit<'_>| {
        let day = || {
            let start = visit.on().and_time(NaiveTime::MIN);
            (start, start + Duration::days(1))
        };
        let (start, end) = span(visit).unwrap_or_else(day);
        let named = visit.terms().supporters.iter().any(|name| identity_of(name) == who);
        named && visit.is_ahead() && start < absence.until && absence.from < end
    };
    visits.iter().enumerate().filter(|(_, visit)| hit(visit)).map(|(place, _)| place).collect()
}
