//! Changes from one map to another: who is new, gone, closer, further, in another sector, in another relation.
//!
//! A change is what differs and nothing else, with how it was and how it is. Two changes that follow one another make
//! one: from a to b and then from b to c is from a to c, and what was undone on the way has not changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::map::NetworkMap;
use super::person::{NetworkPerson, PersonKey};
use super::tie::Tie;
use crate::domain::codes::Bond;

/// How somebody stands on a map, as far as changes tell of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// What they are called.
    pub name: String,
    /// Key of the sector.
    pub sector: String,
    /// Number of the ring.
    pub ring: u8,
    /// The relation, if it has been told.
    pub relation: Option<Bond>,
}

impl From<&NetworkPerson> for Standing {
    fn from(person: &NetworkPerson) -> Self {
        let NetworkPerson { name, sector, ring, relation, .. } = person.clone();
        Self { name, sector, ring, relation }
    }
}

/// What can have become of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Not on the map before.
    New,
    /// Not on the map any more.
    Gone,
    /// In a ring further in.
    Closer,
    /// In a ring further out.
    Further,
    /// In another relation; first told of is a change too.
    Relation,
    /// In another sector.
    Sector,
    /// Called otherwise.
    Name,
}

impl ChangeKind {
    /// Every kind, in the order they are told.
    pub const ALL: &[Self] =
        &[Self::New, Self::Gone, Self::Closer, Self::Further, Self::Relation, Self::Sector, Self::Name];
}

/// How somebody stood and stands; the two differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonChange {
    /// Who.
    pub key: PersonKey,
    /// On the earlier map; none if they were not on it.
    pub before: Option<Standing>,
    /// On the later map; none if they are not on it.
    pub after: Option<Standing>,
}

impl PersonChange {
    /// Whether something of a kind became of them; of one person several may have.
    pub fn is(&self, kind: ChangeKind) -> bool {
        match (&self.before, &self.after) {
            (None, Some(_)) => kind == ChangeKind::New,
            (Some(_), None) => kind == ChangeKind::Gone,
            (Some(before), Some(after)) => match kind {
                ChangeKind::Closer => after.ring < before.ring,
                ChangeKind::Further => after.ring > before.ring,
                ChangeKind::Relation => after.relation != before.relation,
                ChangeKind::Sector => after.sector != before.sector,
                ChangeKind::Name => after.name != before.name,
                ChangeKind::New | ChangeKind::Gone => false,
            },
            (None, None) => false,
        }
    }

    /// How they stand, or stood last.
    pub fn latest(&self) -> Option<&Standing> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// How many people are where on a map.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// How many in all.
    pub size: usize,
    /// How many in each sector that has anybody, by its key.
    pub by_sector: BTreeMap<String, usize>,
    /// How many in each ring that has anybody, by its number.
    pub by_ring: BTreeMap<u8, usize>,
}

impl Counts {
    /// Counts the people of a map.
    pub fn of(map: &NetworkMap) -> Self {
        let mut counts = Self { size: map.people.len(), ..Self::default() };
        for person in &map.people {
            *counts.by_sector.entry(person.sector.clone()).or_default() += 1;
            *counts.by_ring.entry(person.ring).or_default() += 1;
        }
        counts
    }
}

/// What changed from one map to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MapChange {
    /// The date of the earlier map.
    pub from: NaiveDate,
    /// The date of the later one.
    pub to: NaiveDate,
    /// Those of whom something changed, by key.
    pub people: Vec<PersonChange>,
    /// Ties that are on the later map only, in order.
    pub tied: Vec<Tie>,
    /// Ties that were on the earlier map only, in order.
    pub untied: Vec<Tie>,
    /// Who was where.
    pub before: Counts,
    /// Who is where.
    pub after: Counts,
}

impl MapChange {
    /// What changed from one map to another.
    pub fn between(from: &NetworkMap, to: &NetworkMap) -> Self {
        let (before, after) = (standings(from), standings(to));
        let keys: BTreeSet<PersonKey> = before.keys().chain(after.keys()).copied().collect();
        let change = |key| PersonChange { key, before: before.get(&key).cloned(), after: after.get(&key).cloned() };
        let (old, new): (BTreeSet<Tie>, BTreeSet<Tie>) =
            (from.ties.iter().copied().collect(), to.ties.iter().copied().collect());
        Self {
            from: from.drawn_on,
            to: to.drawn_on,
            people: keys.into_iter().map(change).filter(|one| one.before != one.after).collect(),
            tied: new.difference(&old).copied().collect(),
            untied: old.difference(&new).copied().collect(),
            before: Counts::of(from),
            after: Counts::of(to),
        }
    }

    /// This change and one that follows it as one; none if that one does not begin where this one ends.
    pub fn then(&self, next: &Self) -> Option<Self> {
        if self.to != next.from || self.after != next.before {
            return None;
        }
        let mut people: BTreeMap<PersonKey, PersonChange> =
            self.people.iter().map(|change| (change.key, change.clone())).collect();
        for change in &next.people {
            people
                .entry(change.key)
                .and_modify(|first| first.after.clone_from(&change.after))
                .or_insert_with(|| change.clone());
        }
        let less = |all: &[Tie], other: &[Tie]| -> Vec<Tie> {
            all.iter().copied().filter(|tie| !other.contains(tie)).collect()
        };
        let mut tied = [less(&self.tied, &next.untied), less(&next.tied, &self.untied)].concat();
        let mut untied = [less(&self.untied, &next.tied), less(&next.untied, &self.tied)].concat();
        tied.sort();
        untied.sort();
        Some(Self {
            from: self.from,
            to: next.to,
            people: people.into_values().filter(|one| one.before != one.after).collect(),
            tied,
            untied,
            before: self.before.clone(),
            after: next.after.clone(),
        })
    }

    /// Those of whom something of a kind became, by key.
    pub fn of(&self, kind: ChangeKind) -> impl Iterator<Item = &PersonChange> {
        self.people.iter().filter(move |change| change.is(kind))
    }

    /// Whether nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.people.is_empty() && self.tied.is_empty() && self.untied.is_empty()
    }
}

fn standings(map: &NetworkMap) -> BTreeMap<PersonKey, Standing> {
    map.people.iter().map(|person| (person.key, Standing::from(person))).collect()
}

/// The counts of every date, in the order of the dates: the strip over all of one person's maps.
pub fn strip(maps: &[&NetworkMap]) -> Vec<(NaiveDate, Counts)> {
    let mut strip: Vec<(NaiveDate, Counts)> = maps.iter().map(|map| (map.drawn_on, Counts::of(map))).collect();
    strip.sort_by_key(|(on, _)| *on);
    strip
}
