//! An action of a plan: who does what by when, towards a goal or for the family.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{ACTION, draft as action_draft, read as read_action};

/// An action as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanAction {
    /// Of which family.
    pub family: FamilyId,
    /// In whose plan; none for one that is everybody's.
    pub person: Option<PersonId>,
    /// Towards which goal, by its number.
    pub goal: Option<u32>,
    /// What is to be done.
    pub text: String,
    /// Who does it: somebody of the staff, of the family, of the network.
    pub who: Option<String>,
    /// The last day to do it.
    pub due_on: Option<NaiveDate>,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

impl PlanAction {
    /// Whether its day has passed and it is not done.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due_on.is_some_and(|due| due < today)
    }
}
