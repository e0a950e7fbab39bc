//! Wishes for another contact, of a child or of somebody who meets it.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{WISH, draft as wish_draft, read as read_wish};

/// Somebody's wish for another contact, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// Who wishes.
    pub by: PersonId,
    /// The day it was told.
    pub told_on: NaiveDate,
    /// What is wished.
    pub what: String,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// The answer.
    pub answer: Option<String>,
}

impl Wish {
    /// How many days it has waited for an answer; none once it is answered.
    pub fn days_waiting(&self, today: NaiveDate) -> Option<i64> {
        self.answered_on.is_none().then(|| today.signed_duration_since(self.told_on).num_days().max(0))
    }
}
