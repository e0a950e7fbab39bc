//! A revision of somebody's plan: what one act changed in what is agreed of a goal. Laid one after the other they are
//! the plan; laid up to a day they are the plan as it stood then, so that two days can be compared.
//!
//! How far a goal has come is no part of what is agreed, and changes nothing here.

mod entry;
mod fold;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, PersonId};

pub use entry::PLAN_REVISION;
pub use fold::{Agreed, Difference, Plan, agreed, compare, fold, opening};

/// A revision as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanRevision {
    /// Of which family.
    pub family: FamilyId,
    /// Whose plan.
    pub person: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// Who wrote it, of the staff.
    pub by: String,
    /// Which goal, by its number.
    pub goal: u32,
    /// The fields that changed as they were, `field=text`; nothing of a goal that was new.
    pub was: Vec<String>,
    /// The same as they are since; nothing of a goal that was taken out.
    pub is: Vec<String>,
}
