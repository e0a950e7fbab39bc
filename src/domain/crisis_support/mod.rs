//! Crisis support for a parent: on which legal footing it was offered, what the parent answered, how many talks there
//! were, when it ended.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{CrisisAnswer, LegalForm};
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{CRISIS_SUPPORT, draft as crisis_support_draft, read as read_crisis_support};

/// More talks than this are hardly meant.
pub const MOST_TALKS: u32 = 99;

/// Crisis support as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrisisSupport {
    /// Of which family.
    pub family: FamilyId,
    /// Which parent.
    pub parent: PersonId,
    /// On which legal footing; each parent may have it on another.
    pub legal_form: Option<LegalForm>,
    /// The day it was offered.
    pub offered_on: Option<NaiveDate>,
    /// What came of the offer.
    pub answer: Option<CrisisAnswer>,
    /// How many talks there were; none where nobody has said, and then sessions are counted.
    pub talks_used: Option<u32>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
}

impl CrisisSupport {
    /// How many talks there were, as somebody has said or as sessions tell.
    pub fn talks(&self, held: u32) -> u32 {
        self.talks_used.unwrap_or(held)
    }
}
