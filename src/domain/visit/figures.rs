//! Figures over visits: what became of them, when siblings last met, which children have had no word.
//!
//! "Cancelled by us" is a figure of its own: a visit that the unit cancelled is the unit's doing, and no parent's share
//! is counted down for it without saying so. Visits come in the order of their days.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};

use super::occurrence::Visit;
use crate::domain::codes::{CancelledBy, VisitOutcome};
use crate::domain::ids::PersonId;

/// How far back the share of held visits looks: twelve weeks.
pub const SHARE_DAYS: u64 = 12 * 7;

/// After how many days a child without a word is listed.
pub const WORD_DAYS: u64 = 90;

/// The child's words are asked for at every so many held visits.
pub const WORD_EVERY: u32 = 3;

/// What became of visits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Held.
    pub held: u32,
    /// Cancelled by a parent.
    pub by_parent: u32,
    /// Cancelled by the child.
    pub by_child: u32,
    /// Cancelled by the family home.
    pub by_family_home: u32,
    /// Cancelled by us.
    pub by_us: u32,
    /// Cancelled by others, or nobody says by whom.
    pub by_other: u32,
    /// Nobody came.
    pub no_show: u32,
    /// On a day that has been, and nobody has said what became of it.
    pub untold: u32,
    /// Still to come.
    pub ahead: u32,
}

impl Tally {
    /// Cancelled by anybody.
    pub fn cancelled(&self) -> u32 {
        self.by_parent + self.by_child + self.by_family_home + self.by_us + self.by_other
    }

    /// Those of which is known what became of them.
    pub fn told(&self) -> u32 {
        self.held + self.cancelled() + self.no_show
    }

    /// The held ones among those told, in whole per cent, rounded; none where there are none.
    pub fn share(&self) -> Option<u32> {
        let told = self.told();
        (told > 0).then(|| (200 * self.held + told) / (2 * told))
    }

    /// Counts one visit more.
    pub fn add(&mut self, visit: &Visit<'_>, today: NaiveDate) {
        let by = visit.written.and_then(|written| written.cancelled_by);
        let figure = match visit.outcome() {
            VisitOutcome::Held => &mut self.held,
            VisitOutcome::NoShow => &mut self.no_show,
            VisitOutcome::Cancelled => match by {
                Some(CancelledBy::Parent) => &mut self.by_parent,
                Some(CancelledBy::Child) => &mut self.by_child,
                Some(CancelledBy::FamilyHome) => &mut self.by_family_home,
                Some(CancelledBy::Us) => &mut self.by_us,
                Some(CancelledBy::Other) | None => &mut self.by_other,
            },
            VisitOutcome::Planned | VisitOutcome::Moved if visit.on() < today => &mut self.untold,
            VisitOutcome::Planned | VisitOutcome::Moved => &mut self.ahead,
        };
        *figure += 1;
    }
}

/// What became of the visits of the twelve weeks up to and including today. With several children in one visit it is a
/// visit of each of them.
pub fn share(visits: &[Visit<'_>], today: NaiveDate) -> Tally {
    let first = today.checked_sub_days(Days::new(SHARE_DAYS - 1)).unwrap_or(NaiveDate::MIN);
    let mut share = Tally::default();
    for visit in visits.iter().filter(|visit| (first..=today).contains(&visit.on())) {
        share.add(visit, today);
    }
    share
}

/// How many days ago each pair of siblings last met in person, by any held visit that both took part in; none if they
/// have not. Of a visit that says who came only those count.
pub fn last_met(
    visits: &[Visit<'_>],
    siblings: &[PersonId],
    today: NaiveDate,
) -> Vec<(PersonId, PersonId, Option<i64>)> {
    let mut last: HashMap<(PersonId, PersonId), NaiveDate> = HashMap::new();
    for visit in visits.iter().filter(|visit| visit.outcome() == VisitOutcome::Held && visit.on() <= today) {
        if visit.terms().contact != crate::domain::codes::VisitContact::InPerson {
            continue;
        }
        let came = visit.written.map(|written| &written.during.came).filter(|came| !came.is_empty());
        let mut there = came.unwrap_or(&visit.terms().with).clone();
        there.push(visit.arrangement.child);
        there.retain(|one| siblings.contains(one));
        for (one, other) in pairs(&there) {
            let day = last.entry(ordered(one, other)).or_insert(visit.on());
            *day = visit.on().max(*day);
        }
    }
    let days = |one, other| last.get(&ordered(one, other)).map(|day| today.signed_duration_since(*day).num_days());
    pairs(siblings).map(|(one, other)| (one, other, days(one, other))).collect()
}

fn pairs(of: &[PersonId]) -> impl Iterator<Item = (PersonId, PersonId)> {
    of.iter().enumerate().flat_map(move |(place, one)| of[place + 1..].iter().map(|other| (*one, *other)))
}

fn ordered(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    if one <= other { (one, other) } else { (other, one) }
}

/// A child and its words on visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The child.
    pub child: PersonId,
    /// The last visit on which it had a word, was too young or did not want.
    pub last: Option<NaiveDate>,
    /// Held visits since then.
    pub since: u32,
    /// The first of those held visits.
    pub first_since: Option<NaiveDate>,
}

impl Words {
    /// Whether the next held visit asks for the child's words: every third does.
    pub fn next_asks(&self) -> bool {
        self.since + 1 >= WORD_EVERY
    }

    /// Whether the child has gone without a word for 90 days, counted from its last word, or from the first held visit
    /// if it has had none. A child without a held visit since is not without a word.
    pub fn is_without(&self, today: NaiveDate) -> bool {
        let from = self.last.or(self.first_since);
        let since = from.map(|from| today.signed_duration_since(from).num_days());
        self.since > 0 && since.is_some_and(|days| days > i64::try_from(WORD_DAYS).unwrap_or(i64::MAX))
    }
}

/// The words of every child with a held visit, by child. With several children in one visit it is a visit of each of
/// them who was there, and what is written of it as their word is the word of each: whoever asks asks them all.
pub fn words(visits: &[Visit<'_>], is_child: impl Fn(PersonId) -> bool) -> Vec<Words> {
    let mut of: BTreeMap<PersonId, Words> = BTreeMap::new();
    for visit in visits.iter().filter(|visit| visit.outcome() == VisitOutcome::Held) {
        let has_word = visit.written.is_some_and(|written| written.after.has_word());
        for child in visit.children(&is_child) {
            let words = of.entry(child).or_insert(Words { child, last: None, since: 0, first_since: None });
            if has_word {
                *words = Words { child, last: Some(visit.on()), since: 0, first_since: None };
            } else {
                words.since += 1;
                words.first_since.get_or_insert(visit.on());
            }
        }
    }
    of.into_values().collect()
}
