//! A child's care outside home: a span of its own that placements lie in, with the history of what it rests on.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{EndReason, LegalBasis};
use crate::domain::ids::PersonId;

pub use entry::{CARE, draft as care_draft, read as read_care};

/// A span of care on one legal basis, as stored, without identity. Spans without a gap between them are one care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// The child.
    pub person: PersonId,
    /// What it rests on.
    pub legal_basis: LegalBasis,
    /// First day.
    pub from: NaiveDate,
    /// Last day, which is still of it; none while it goes on.
    pub until: Option<NaiveDate>,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Why the care ended, where this is its last span.
    pub end_reason: Option<EndReason>,
}

impl Care {
    /// Whether the child is in care on a day by it.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether two spans have a day in common.
    pub fn meets(&self, other: &Self) -> bool {
        meet((self.from, self.until), (other.from, other.until))
    }
}

/// Whether two spans of days have a day in common; one without a last day goes on.
pub(super) fn meet(one: (NaiveDate, Option<NaiveDate>), other: (NaiveDate, Option<NaiveDate>)) -> bool {
    let begins_in = |(from, _): (NaiveDate, _), (_, until): (_, Option<NaiveDate>)| until.is_none_or(|it| from <= it);
    begins_in(one, other) && begins_in(other, one)
}
