//! How far somebody has come with a goal on a day: as those who work with it see it, and as the person does. Sessions
//! tell it too, in passing; this is what is said of it by itself.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::FamilyId;

pub use entry::{ATTAINMENT, draft as attainment_draft, read as read_attainment};

/// An attainment as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attainment {
    /// Of which family.
    pub family: FamilyId,
    /// Of which goal, by its number.
    pub goal: u32,
    /// The day.
    pub on: NaiveDate,
    /// From -2 to 2, as those who work with it see it.
    pub level: Option<i8>,
    /// The same as the person sees it.
    pub own: Option<i8>,
    /// What the person says of it, in their own words.
    pub words: Option<String>,
    /// Who wrote it down, of the staff.
    pub by: String,
}
