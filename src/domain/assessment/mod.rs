//! What somebody thinks of a child's contact with one adult before the visit ladder is climbed, in four parts: what is
//! known, what speaks for risk and for protection, what was decided and how it goes on, and how it went. Nothing of it
//! must be filled but what helps.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{ASSESSMENT, draft as assessment_draft, read as read_assessment};

/// An assessment of a contact as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// The adult.
    pub with: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// What is known: of the child, of the adult, of how they are together.
    pub information: Option<String>,
    /// What speaks for risk.
    pub risks: Option<String>,
    /// What protects.
    pub protective: Option<String>,
    /// What was decided.
    pub decision: Option<String>,
    /// How it is done: where, how often, with whom.
    pub plan: Option<String>,
    /// The day to look at it again.
    pub follow_up_on: Option<NaiveDate>,
    /// How it went.
    pub follow_up: Option<String>,
    /// Who thought so.
    pub assessed_by: Option<String>,
}
