//! A line of a checklist that somebody has ticked, with who and when. It belongs to the day that its list counts from
//! (a placement, a phase, a change of support) and to the child or parent whom the list is about.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::TickState;
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{TICK, draft as tick_draft, read as read_tick};

/// A ticked line as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Whose.
    pub family: FamilyId,
    /// Which list, by its name.
    pub checklist: String,
    /// Which of its lines, by its key.
    pub item: String,
    /// Whom the list is about, where it is about somebody.
    pub person: Option<PersonId>,
    /// The day that the list counts from.
    pub occasion_on: NaiveDate,
    /// Done, or of no matter here.
    pub state: TickState,
    /// When.
    pub on: NaiveDate,
    /// Who.
    pub ticked_by: String,
    /// More, such as why it is of no matter.
    pub why: Option<String>,
}
