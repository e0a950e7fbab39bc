//! A referral (lotsning): what somebody needs that others give, who that is, and how far it has come. What nobody gives
//! is a gap, and stays one until somebody does.

pub mod catalogue;
mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Area, ConsentBy, ReferralState};
use crate::domain::ids::{FamilyId, PersonId};

pub use catalogue::{Actor, Catalogue};
pub use entry::{REFERRAL, draft as referral_draft, read as read_referral};

/// A referral as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Whose.
    pub family: FamilyId,
    /// Who needs it, if somebody by himself.
    pub person: Option<PersonId>,
    /// To whom: an actor of the unit's catalogue, a sort of actor by its code, or somebody else in words.
    pub to: String,
    /// The area it is of.
    pub area: Area,
    /// Why.
    pub why: Option<String>,
    /// Who has consented.
    pub consent_by: Option<ConsentBy>,
    /// How far it has come.
    pub state: ReferralState,
    /// The day it was seen to be needed.
    pub needed_on: NaiveDate,
    /// The day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// The day it was answered.
    pub answered_on: Option<NaiveDate>,
    /// The day of the first visit there.
    pub first_visit_on: Option<NaiveDate>,
    /// The day from which nothing more is to be done.
    pub done_on: Option<NaiveDate>,
}

impl Referral {
    /// The day from which it stands as it does.
    pub fn since(&self) -> NaiveDate {
        let day = match self.state {
            ReferralState::Needed | ReferralState::Gap => None,
            ReferralState::Sent => self.sent_on,
            ReferralState::Accepted | ReferralState::Waiting | ReferralState::Refused => self.answered_on,
            ReferralState::FirstVisit => self.first_visit_on,
            ReferralState::Done => self.done_on,
        };
        day.unwrap_or(self.needed_on)
    }

    /// Whether something is still to come of it.
    pub fn is_open(&self) -> bool {
        !matches!(self.state, ReferralState::Refused | ReferralState::Done | ReferralState::Gap)
    }

    /// Whether it was sent to somebody, and nobody is known to have consented.
    pub fn lacks_consent(&self) -> bool {
        self.consent_by.is_none() && self.sent_on.is_some()
    }

    /// The day on which somebody else first did something about it: answered, or was met.
    pub fn met_on(&self) -> Option<NaiveDate> {
        [self.answered_on, self.first_visit_on, self.done_on].into_iter().flatten().min()
    }
}

impl ReferralState {
    /// The field of the day that the state begins on, if it must have one.
    pub fn day(self) -> Option<&'static str> {
        match self {
            Self::Needed | Self::Gap => None,
            Self::Sent => Some("sent_on"),
            Self::Accepted | Self::Waiting | Self::Refused => Some("answered_on"),
            Self::FirstVisit => Some("first_visit_on"),
            Self::Done => Some("done_on"),
        }
    }
}
