//! Exemptions: a duty that need not be met, by whom it was decided and why.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{EXEMPTION, EXEMPTIONS, SETTLEMENT, exemption_draft, read_exemption, read_settlement, read_why};

/// An exemption as stored, without identity. It is of a duty that waits; whoever stores one sees to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// Whose.
    pub family: FamilyId,
    /// The rule's name.
    pub rule: String,
    /// Whom the duty is about, where it is about somebody.
    pub person: Option<PersonId>,
    /// The record that the duty comes from, by its number among its kind; 0 where it comes from the family itself.
    pub record: i64,
    /// The day that the duty counts from.
    pub counted_from: NaiveDate,
    /// The day of the exemption.
    pub exempted_on: NaiveDate,
    /// Who decided it, of the staff.
    pub by: String,
    /// Why.
    pub why: String,
}
