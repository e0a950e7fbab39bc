//! The weekly check-in (avstämning): the team goes through its families, and says of each how it stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::Colour;
use super::ids::{FamilyId, MeetingId};

/// Families that were not spoken of for so many days come first.
pub const LONG_AGO: i64 = 14;

/// What was said of a family, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Of which family.
    pub family: FamilyId,
    /// At which check-in of the team; none if it was written outside one.
    pub meeting: Option<MeetingId>,
    /// The day.
    pub on: NaiveDate,
    /// How it stands.
    pub colour: Colour,
    /// In one sentence.
    pub sentence: Option<String>,
    /// What was decided.
    pub decision: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// Who does it, of the staff.
    pub who: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Whether it was taken over from the check-in before as it stood.
    pub as_before: bool,
    /// Who wrote it down, of the staff.
    pub by: String,
}

/// A check-in of the team, as stored without identity. Where it is now is no part of what was said and is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day.
    pub on: NaiveDate,
    /// Who called it, of the staff.
    pub called_by: String,
    /// Who was there.
    pub present: Vec<String>,
    /// Minutes that there are for a family.
    pub pace_minutes: u32,
    /// The families in their order.
    pub families: Vec<FamilyId>,
    /// Those that were passed over for now.
    pub skipped: Vec<FamilyId>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
}
