//! The duties of many families that wait for somebody, held small and in the order in which they are shown.
//!
//! Families are taken some at a time, and one of which something was written is taken again. A duty that is held this
//! way was not met, so nothing of it is lost.

use std::hash::{Hash, Hasher};
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

/// A duty in 48 bytes; `due` is a day's number, the highest where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Small {
    /// Heading, day, rank and rule as one number: most of what is asked when the list is put in order.
    place: u64,
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
    /// How many were in order when some were last taken or forgotten.
    ordered: usize,
}

/// A duty of a docket, by its place there. Two are the same that say the same, wherever they stand.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The place, until the docket is put in order anew.
    pub at: u32,
    says: u64,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.says == other.says
    }
}

impl Eq for Entry {}

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
            ordered: 0,
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
        let small = |duty: &Duty| {
            let mut small = Small::of(duty);
            let rank = self.ranks.get(duty.rule).copied().flatten().unwrap_or(u16::MAX);
            small.place = small.place(rank, self.today, self.last);
            small
        };
        let shown: Vec<Small> = duties.iter().filter(is_shown).map(small).collect();
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
        let in_order = self.all[..self.ordered].iter().filter(|one| one.family != family).count();
        self.all.retain(|one| one.family != family);
        self.ordered = in_order;
        self.late = self.all.iter().filter(|one| one.state == State::Late).count();
        self.settled = false;
    }

    /// Puts what was taken in order.
    pub fn settle(&mut self) {
        if self.settled {
            return;
        }
        let order = |one: &Small| (one.place, one.rule, one.family, (one.person, one.record, one.counted_from));
        // Two runs are laid together by going through them once.
        if (self.all.len() - self.ordered) * 8 < self.all.len() {
            self.all.sort_by_key(order);
        } else {
            self.all.sort_unstable_by_key(order);
        }
        for place in 0..Heading::ALL.len() {
            self.begins[place] = self.all.partition_point(|one| one.heading() < place);
        }
        self.begins[Heading::ALL.len()] = self.all.len();
        self.ordered = self.all.len();
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

    /// The place as a line holds it, as last put in order.
    pub fn entry(&self, place: usize) -> Option<Entry> {
        let mut says = Mixed::default();
        self.all.get(place)?.hash(&mut says);
        Some(Entry { at: u32::try_from(place).ok()?, says: says.finish() })
    }

    /// Which record the duty of a place is about, what it counts from, and by when it is due.
    pub fn about(&self, place: usize) -> Option<(i64, NaiveDate, Option<NaiveDate>)> {
        self.all.get(place).map(|one| (one.record, one.counted_from, one.due_on()))
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
            place: 0,
        }
    }

    /// Where it stands: under which heading, on which day where days count, how much it matters, by when, which rule.
    fn place(&self, rank: u16, today: NaiveDate, last: NaiveDate) -> u64 {
        let heading = self.heading_on(today, last);
        let bits = |number: u64, width: u32| number.min((1 << width) - 1);
        let due = bits(u64::try_from(self.due).unwrap_or(0), 22);
        // What comes is shown day by day, the rest by how much it matters.
        let day = if matches!(heading, Heading::Coming | Heading::Soon) { due } else { 0 };
        let heading = Heading::ALL.iter().position(|one| *one == heading).map_or(0, |place| place as u64);
        let parts = [(heading, 3), (day, 22), (rank.into(), 8), (due, 22), (self.rule.into(), 9)];
        parts.into_iter().fold(0, |all, (number, width)| all << width | bits(number, width))
    }

    fn heading(&self) -> usize {
        usize::try_from(self.place >> 61).unwrap_or_default()
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

    fn heading_on(&self, today: NaiveDate, last: NaiveDate) -> Heading {
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

/// Mixes numbers into one, fast: nobody chooses what goes in.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64((*byte).into()));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_i64(&mut self, number: i64) {
        self.write_u64(number.cast_unsigned());
    }

    fn write_i32(&mut self, number: i32) {
        self.write_u64(u64::from(number.cast_unsigned()));
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u64(number.into());
    }

    fn write_isize(&mut self, number: isize) {
        self.write_i64(number as i64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
