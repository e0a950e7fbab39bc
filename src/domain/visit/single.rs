//! "Only this": what can be decided for one visit. Each takes one occurrence and gives it back changed; nothing here
//! can reach another occurrence or the series.

use chrono::{NaiveDate, NaiveTime};

use super::arrangement::{Arrangement, Terms};
use super::occurrence::Occurrence;
use crate::domain::codes::{CancelledBy, VisitOutcome};
use crate::domain::ids::PersonId;

/// Day and clock times of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The day.
    pub on: NaiveDate,
    /// Clock time it begins.
    pub start: Option<NaiveTime>,
    /// Clock time it ends.
    pub end: Option<NaiveTime>,
    /// How many nights it lasts.
    pub nights: u32,
}

impl When {
    /// What the series gives for a day.
    pub fn given(day: NaiveDate, terms: &Terms) -> Self {
        Self { on: day, start: terms.start, end: terms.end, nights: terms.nights }
    }
}

impl Occurrence {
    /// When it is now.
    pub fn when(&self) -> When {
        When::given(self.on, &self.terms)
    }

    /// At another time, with a reason or none. Moved back to where the series gave it, it is planned again.
    pub fn moved(mut self, of: &Arrangement, to: When, reason: Option<String>) -> Self {
        self.on = to.on;
        (self.terms.start, self.terms.end, self.terms.nights) = (to.start, to.end, to.nights);
        if matches!(self.outcome, VisitOutcome::Planned | VisitOutcome::Moved) {
            self.outcome = self.ahead(of);
            self.reason = if self.outcome == VisitOutcome::Moved { reason } else { None };
        }
        self
    }

    /// With terms of its own: another supporter, another place.
    pub fn with_terms(mut self, of: &Arrangement, terms: Terms) -> Self {
        self.terms = terms;
        if matches!(self.outcome, VisitOutcome::Planned | VisitOutcome::Moved) {
            self.outcome = self.ahead(of);
        }
        self
    }

    /// Held.
    pub fn held(mut self) -> Self {
        self.clear();
        self.outcome = VisitOutcome::Held;
        self
    }

    /// Cancelled: by whom, why, and how many whole hours before it was to begin.
    pub fn cancelled(mut self, by: CancelledBy, reason: Option<String>, notice_hours: Option<u32>) -> Self {
        self.clear();
        self.outcome = VisitOutcome::Cancelled;
        (self.cancelled_by, self.reason, self.notice_hours) = (Some(by), reason, notice_hours);
        self
    }

    /// Which person of the family cancelled it, where somebody said so.
    pub fn by(mut self, person: Option<PersonId>) -> Self {
        self.cancelled_by_person = person;
        self
    }

    /// Somebody did not come.
    pub fn missed(mut self, reason: Option<String>) -> Self {
        self.clear();
        self.outcome = VisitOutcome::NoShow;
        self.reason = reason;
        self
    }

    /// Left out of the series, with a reason or none.
    pub fn left_out(mut self, reason: Option<String>) -> Self {
        self.skipped = true;
        self.reason = reason.or(self.reason);
        self
    }

    /// Taken back: what was left out is what it was before; what was cancelled, missed or held is still to be, on the
    /// day where it stood. What is written on it stays.
    pub fn restored(mut self, of: &Arrangement) -> Self {
        if self.skipped && self.outcome != VisitOutcome::Planned {
            self.skipped = false;
            return self;
        }
        self.clear();
        self.outcome = self.ahead(of);
        self
    }

    /// Whether it says nothing that the series does not say, so that it need not be stored.
    pub fn is_plain(&self, of: &Arrangement) -> bool {
        *self == Self::given(self.arrangement, of, self.given)
    }

    fn clear(&mut self) {
        self.skipped = false;
        (self.cancelled_by, self.reason, self.notice_hours) = (None, None, None);
        self.cancelled_by_person = None;
    }

    fn ahead(&self, of: &Arrangement) -> VisitOutcome {
        let as_given = self.when() == When::given(self.given, &of.terms);
        if as_given { VisitOutcome::Planned } else { VisitOutcome::Moved }
    }
}

/// What is stored of an arrangement once one occurrence is written: in the place of what was stored of the same visit,
/// and not at all if it says no more than the series. No other occurrence is touched.
pub fn write(stored: &[Occurrence], of: &Arrangement, occurrence: Occurrence) -> Vec<Occurrence> {
    let is_same = |one: &Occurrence| one.arrangement == occurrence.arrangement && one.given == occurrence.given;
    let mut written: Vec<Occurrence> = stored.iter().filter(|one| !is_same(one)).cloned().collect();
    if !occurrence.is_plain(of) {
        written.push(occurrence);
    }
    written
}
