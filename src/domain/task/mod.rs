//! A task: something that somebody is to do, with or without a day, for a family or for nobody in particular.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{FamilyId, MeetingId};

pub use entry::{TASK, draft as task_draft, read as read_task};

/// A task as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// For which family, if for any.
    pub family: Option<FamilyId>,
    /// What is to be done.
    pub what: String,
    /// The last day to do it.
    pub due_on: Option<NaiveDate>,
    /// Who is to do it, of the staff.
    pub who: String,
    /// Who wrote it down, of the staff.
    pub by: String,
    /// The day it was written down.
    pub made_on: NaiveDate,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
    /// The check-in at which it was agreed.
    pub meeting: Option<MeetingId>,
}
