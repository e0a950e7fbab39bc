//! The duties of many families that wait for somebody, held small and in the order in which they are shown.
//!
//! Families are taken some at a time, and one of which something was written is taken again. A duty that is held this
//! way was not met, so nothing of it is lost.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use super::duty::{About, Duty, Since, State, Unknown};
use super::rule::Trigger;
use super::rules::Rules;
use crate::domain::ids::{FamilyId, PersonId};

/// Under which heading a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Should have been done; and what would be late if the care went on: it cannot wait for an answer.
    Late,
    /// Its last day is today.
    Today,
    /// Its last day is one of the days at hand.
    Coming,
    /// Its last day is later, and near for what it is.
    Soon,
    /// It has no day.
    Undated,
}

impl Heading {
    /// Every heading, in order.
    pub const ALL: [Self; 5] = [Self::Late, Self::Today, Self::Coming, Self::Soon, Self::Undated];
}

/// A duty in 40 bytes; `due` is a day's number, the highest where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Small {
    family: FamilyId,
    person: Option<std::num::NonZeroI64>,
    record: i64,
    counted_from: NaiveDate,
    due: i32,
    rule: u16,
    count: u16,
    state: State,
    since: Since,
    unknown: Option<Unknown>,
}

/// The duties that wait.
#[derive(Debug)]
pub struct Docket {
    today: NaiveDate,
    last: NaiveDate,
    /// Where each rule stands among the others; none of those whose duties stand elsewhere.
    ranks: Vec<Option<u16>>,
    all: Vec<Small>,
    begins: [usize; Heading::ALL.len() + 1],
    late: usize,
    settled: bool,
}

impl Docket {
    /// None yet. `ahead` is how many days are at hand; tasks have lines of their own.
    pub fn new(rules: &Rules, today: NaiveDate, ahead: u64) -> Self {
        let mut order: Vec<_> = rules.all().iter().map(|rule| (rule.severity, rule.scope)).collect();
        order.sort_unstable();
        order.dedup();
        let rank = |rule: &super::Rule| {
            let place = order.binary_search(&(rule.severity, rule.scope)).unwrap_or_default();
            (rule.trigger != Trigger::TaskDated).then(|| u16::try_from(place).unwrap_or(u16::MAX))
        };
        Self {
            today,
            last: today.checked_add_days(Days::new(ahead)).unwrap_or(today),
            ranks: rules.all().iter().map(rank).collect(),
            all: Vec::new(),
            begins: [0; Heading::ALL.len() + 1],
            late: 0,
            settled: true,
        }
    }

    /// Takes those of some families' duties that are shown: what waits, but for what has time beyond the days at hand.
    pub fn take(&mut self, duties: &[Duty]) {
        let is_shown = |duty: &&Duty| {
            let near = match duty.state {
                State::Open => duty.due_on.is_none_or(|due| due <= self.last),
                state => state.is_waiting(),
            };
            near && self.ranks.get(duty.rule).copied().flatten().is_some()
        };
        let shown: Vec<Small> = duties.iter().filter(is_shown).map(Small::of).collect();
        self.late += shown.iter().filter(|one| one.state == State::Late).count();
        self.settled &= shown.is_empty();
        // Doubling would hold as much again for nothing.
        if self.all.capacity() - self.all.len() < shown.len() {
            self.all.reserve_exact(shown.len() + 4096);
        }
        self.all.extend(shown);
    }

    /// Forgets a family, before it is taken again or because it is not to be seen any more.
    pub fn forget(&mut self, family: FamilyId) {
        self.all.retain(|one| one.family != family);
        self.late = self.all.iter().filter(|one| one.state == State::Late).count();
        self.settled = false;
    }

    /// Puts what was taken in order.
    pub fn settle(&mut self) {
        if self.settled {
            return;
        }
        let (today, last) = (self.today, self.last);
        let ranks = std::mem::take(&mut self.ranks);
        let order = |one: &Small| {
            let heading = one.heading(today, last);
            // What comes is shown day by day, the rest by how much it matters.
            let day = matches!(heading, Heading::Coming | Heading::Soon).then_some(one.due);
            let rank = ranks.get(usize::from(one.rule)).copied().flatten();
            (heading, day, rank, one.due, one.rule, one.family, (one.person, one.record, one.counted_from))
        };
        // Most of it is in order since the last time, which a sort that keeps runs makes use of.
        self.all.sort_by_key(order);
        self.ranks = ranks;
        for (place, heading) in Heading::ALL.into_iter().enumerate() {
            self.begins[place] = self.all.partition_point(|one| one.heading(today, last) < heading);
        }
        self.begins[Heading::ALL.len()] = self.all.len();
        self.settled = true;
    }

    /// How many are late, of all that were taken.
    pub fn late(&self) -> usize {
        self.late
    }

    /// Which places a heading's duties have, as last put in order.
    pub fn under(&self, heading: Heading) -> Range<usize> {
        let place = Heading::ALL.iter().position(|one| *one == heading).unwrap_or_default();
        self.begins[place]..self.begins[place + 1]
    }

    /// The duty of a place, as last put in order.
    pub fn duty(&self, place: usize) -> Option<Duty> {
        self.all.get(place).map(Small::duty)
    }

    /// How many are held.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl Small {
    fn of(duty: &Duty) -> Self {
        Self {
            family: duty.family,
            person: duty.about.person.and_then(|person| std::num::NonZeroI64::new(person.0)),
            record: duty.about.record,
            counted_from: duty.about.counted_from,
            due: duty.due_on.map_or(i32::MAX, |due| due.num_days_from_ce()),
            rule: u16::try_from(duty.rule).unwrap_or(u16::MAX),
            count: u16::try_from(duty.count).unwrap_or(u16::MAX),
            state: duty.state,
            since: duty.since,
            unknown: duty.unknown,
        }
    }

    fn due_on(&self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.due).filter(|_| self.due != i32::MAX)
    }

    fn duty(&self) -> Duty {
        let person = self.person.map(|person| PersonId(person.get()));
        Duty {
            rule: self.rule.into(),
            family: self.family,
            about: About { person, record: self.record, counted_from: self.counted_from },
            since: self.since,
            due_on: self.due_on(),
            state: self.state,
            met_on: None,
            unknown: self.unknown,
            count: self.count.into(),
        }
    }

    fn heading(&self, today: NaiveDate, last: NaiveDate) -> Heading {
        match (self.state, self.due_on()) {
            (State::Late, _) => Heading::Late,
            (_, None) => Heading::Undated,
            (State::Unknown, Some(due)) if due < today => Heading::Late,
            (_, Some(due)) if due <= today => Heading::Today,
            (_, Some(due)) if due <= last => Heading::Coming,
            _ => Heading::Soon,
        }
    }
}
