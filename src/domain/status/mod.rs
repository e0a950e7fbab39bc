//! Where a family stands with the unit, and from when until when: a status has days.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::care::meet;
use crate::domain::codes::FamilyStatus;
use crate::domain::ids::FamilyId;

pub use entry::{STATUS, draft as status_draft, read as read_status};

/// A span of time in which a family had a status, as stored, without identity. What the family's own `status` says is
/// the one of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusSpan {
    /// Whose.
    pub family: FamilyId,
    /// Which.
    pub status: FamilyStatus,
    /// First day.
    pub from: NaiveDate,
    /// Last day, which is still of it; none while it goes on.
    pub until: Option<NaiveDate>,
}

impl StatusSpan {
    /// Whether two spans have a day in common.
    pub fn meets(&self, other: &Self) -> bool {
        meet((self.from, self.until), (other.from, other.until))
    }
}
