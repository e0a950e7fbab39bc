//! Something that was done or asked for on a day, and that no other record says: that care was considered, that the
//! children were told, that a parent asked for support.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::EventKind;
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{EVENT, draft as event_draft, read as read_event};

/// An event as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Whose.
    pub family: FamilyId,
    /// What.
    pub kind: EventKind,
    /// The day.
    pub on: NaiveDate,
    /// Whom it is about, where it is about somebody.
    pub person: Option<PersonId>,
    /// The day of the answer, where one is waited for: support offered, follow-up closed, referral answered, the
    /// court's decision, a removal ban lifted.
    pub answered_on: Option<NaiveDate>,
    /// More, in words.
    pub note: Option<String>,
}

impl EventKind {
    /// Whether it waits for an answer.
    pub fn is_answered(self) -> bool {
        matches!(
            self,
            Self::SupportAsked
                | Self::FollowUpOpened
                | Self::ReferralSent
                | Self::CustodySubmitted
                | Self::RemovalBanDecided
        )
    }
}
