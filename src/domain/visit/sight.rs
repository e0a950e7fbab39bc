//! Visits at hand of many families, held small: which visits there are, and what must be seen to.
//!
//! Families are taken some at a time, and a family of which something was written is taken again; after each the whole
//! is as if all had been laid out at once. A visit is held as its key and where it stands in the list: who meets whom,
//! and where, is read when it is shown. What two families want at once is found from when each is taken up, by whom and
//! where, without the visits themselves.
//!
//! Restrictions are asked family by family, of the family's own and of whoever has come to belong to it, as when a
//! visit is written. That a person stands in visits of two families is seen only within each of them.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::across::Across;
use super::agenda::{self, Circumstances, Concern, Standing, VisitKey, seconds};
use super::clash::{Party, Travel};
use super::occurrence::Visit;
use crate::domain::ids::{FamilyId, RestrictionId};

/// A visit at hand, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AtHand {
    /// The day it is on.
    pub on: NaiveDate,
    /// When it begins, in seconds from midnight and one more; 0 where nobody has said.
    start: u32,
    /// Which visit.
    pub key: VisitKey,
    /// Whose.
    pub family: FamilyId,
    /// Whether nobody has told yet what became of it.
    pub is_ahead: bool,
}

impl AtHand {
    pub(super) fn of(visit: &Visit<'_>) -> Self {
        Self {
            on: visit.on(),
            start: visit.terms().start.map_or(0, |start| seconds(start) + 1),
            key: visit.into(),
            family: visit.arrangement.family,
            is_ahead: visit.is_ahead(),
        }
    }

    /// When it begins, where somebody has said.
    pub fn begins(&self) -> Option<chrono::NaiveTime> {
        chrono::NaiveTime::from_num_seconds_from_midnight_opt(self.start.checked_sub(1)?, 0)
    }
}

/// A clash as it is held for its first visit: with which other one, and about whom or what.
type Clashing = (AtHand, Party);

/// Something that must be seen to, and whose it is: of a clash also whose the other visit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// What.
    pub concern: Concern,
    /// Whose.
    pub family: FamilyId,
    /// Whose the other visit of a clash is.
    pub other: Option<FamilyId>,
}

/// Something that must be seen to, of which family, and where it stands.
#[derive(Debug, Clone)]
struct Own {
    family: FamilyId,
    standing: Standing,
    concern: Concern,
    /// Of a clash within the family, with which visit.
    second: Option<AtHand>,
}

/// How far what was taken has been put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Order {
    #[default]
    Visits,
    Taken,
    Concerns,
    Done,
}

/// What is at hand.
#[derive(Debug, Default)]
pub struct Sight {
    visits: Vec<AtHand>,
    /// How many of them were in order when some were last taken or forgotten.
    ordered: usize,
    own: Vec<Own>,
    across: Across,
    concerns: Vec<Matter>,
    order: Order,
}

impl Sight {
    /// Takes the visits of a family, in the order of their days, and what is said of its people.
    pub fn take(&mut self, family: FamilyId, visits: &[Visit<'_>], about: Circumstances<'_>) {
        let at: HashMap<VisitKey, usize> =
            visits.iter().enumerate().map(|(place, visit)| (visit.into(), place)).collect();
        let mut stopped = Vec::new();
        // What is said of a restriction of somebody who has come from another family stands with that family.
        let is_own = |id: &RestrictionId| about.restrictions.iter().any(|(own, one)| own == id && one.family == family);
        for (standing, concern) in agenda::found(visits, about) {
            if matches!(&concern, Concern::Consider(id, _) | Concern::NoDecision(id) if !is_own(id)) {
                continue;
            }
            if let Concern::Stopped(key, _) = concern {
                stopped.push(key);
            }
            let second = match &concern {
                Concern::Clash(_, second, _) => at.get(second).map(|place| AtHand::of(&visits[*place])),
                _ => None,
            };
            self.own.push(Own { family, standing, concern, second });
        }
        let ahead = visits.partition_point(|visit| visit.on() < about.today);
        for visit in visits[ahead..].iter().filter(|visit| !stopped.contains(&(*visit).into())) {
            self.across.take(visit);
        }
        self.visits.reserve_exact(grown(self.visits.len(), self.visits.capacity(), visits.len()));
        self.visits.extend(visits.iter().map(AtHand::of));
        self.order = Order::Visits;
    }

    /// Forgets a family, before it is taken again or because it is not to be seen any more.
    pub fn forget(&mut self, family: FamilyId) {
        let in_order = self.visits[..self.ordered].iter().filter(|visit| visit.family != family).count();
        self.visits.retain(|visit| visit.family != family);
        self.ordered = in_order;
        self.own.retain(|own| own.family != family);
        self.across.forget(family);
        self.order = Order::Visits;
    }

    /// Puts what was taken in order, a step at a time; true when it is.
    pub fn settle(&mut self, travel: &Travel) -> bool {
        self.order = match self.order {
            Order::Visits => {
                // Two runs are laid together by going through them once.
                if (self.visits.len() - self.ordered) * 8 < self.visits.len() {
                    self.visits.sort();
                } else {
                    self.visits.sort_unstable();
                }
                self.ordered = self.visits.len();
                Order::Taken
            }
            Order::Taken => {
                self.across.sort();
                Order::Concerns
            }
            Order::Concerns | Order::Done => {
                self.concerns = self.gathered(travel);
                Order::Done
            }
        };
        self.order == Order::Done
    }

    /// Whether nothing was taken since it was last put in order.
    pub fn is_settled(&self) -> bool {
        self.order == Order::Done
    }

    /// The visits by day and time, as last put in order.
    pub fn visits(&self) -> &[AtHand] {
        &self.visits[..self.ordered]
    }

    /// What must be seen to and whose it is, in the order in which it is shown, as last put in order.
    pub fn concerns(&self) -> &[Matter] {
        &self.concerns
    }

    fn gathered(&self, travel: &Travel) -> Vec<Matter> {
        let mut across: HashMap<VisitKey, (AtHand, Clashing)> = HashMap::new();
        for (first, second, party) in self.across.clashes(travel) {
            let clashing = (second, party);
            let known = across.entry(first.key).or_insert_with(|| (first, clashing.clone()));
            if clashing < known.1 {
                known.1 = clashing;
            }
        }
        let mut all: Vec<(Standing, Matter)> = Vec::with_capacity(self.own.len() + across.len());
        for own in &self.own {
            let across = own.concern.visit().and_then(|key| across.remove(&key));
            // Of two clashes of a visit that with the earlier other one stands.
            let (concern, other) = match (&own.concern, own.second, across) {
                (Concern::Clash(key, _, party), Some(second), Some((_, (other, of))))
                    if (&other, &of) < (&second, party) =>
                {
                    (Concern::Clash(*key, other.key, of), Some(other.family))
                }
                (concern, second, _) => (concern.clone(), second.map(|second| second.family)),
            };
            all.push((own.standing, Matter { concern, family: own.family, other }));
        }
        for (first, (second, party)) in across.into_values() {
            let concern = Concern::Clash(first.key, second.key, party);
            let given = i64::from(chrono::Datelike::num_days_from_ce(&first.key.given));
            let standing = (first.on, concern.weight(), (i64::from(first.start), first.key.id.0, given));
            all.push((standing, Matter { concern, family: first.family, other: Some(second.family) }));
        }
        all.sort_by_key(|(standing, _)| *standing);
        all.into_iter().map(|(_, matter)| matter).collect()
    }
}

/// By how much a list that grows by little each time is let grow: doubling would hold as much again for nothing.
pub(super) fn grown(length: usize, room: usize, more: usize) -> usize {
    const STEP: usize = 4096;
    if room - length >= more { 0 } else { more + STEP }
}
