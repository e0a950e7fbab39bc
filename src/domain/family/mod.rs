//! A family that the unit supports.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{FamilyStatus, LegalForm};

pub use entry::{FAMILY, draft as family_draft, read as read_family};

/// A family as it is stored, without its identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// The unit's reference, unique among families.
    pub case_ref: String,
    /// What the family is called.
    pub name: String,
    /// Where it stands with the unit.
    pub status: FamilyStatus,
    /// First day with the unit.
    pub started_on: NaiveDate,
    /// District or municipality.
    pub district: Option<String>,
    /// The day the programme is planned to end; it is weekly for 6 to 12 months.
    pub planned_end_on: Option<NaiveDate>,
    /// Last day with the unit.
    pub closed_on: Option<NaiveDate>,
    /// Programme phase: one of `codes::PHASES` or the unit's own.
    pub phase: Option<String>,
    /// Legal form of the service.
    pub legal_form: Option<LegalForm>,
    /// Who supports the children.
    pub child_support: Vec<String>,
    /// Who supports the parents.
    pub parent_support: Vec<String>,
    /// Others who work with the family.
    pub other_support: Vec<String>,
}
