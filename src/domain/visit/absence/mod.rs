//! Absences of supporters: when somebody is away or busy elsewhere. What they hit is answered in `clash`.

mod entry;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

pub use entry::{ABSENCE, draft as absence_draft, read as read_absence};

/// A time in which a supporter is away or busy elsewhere. Why is nobody's business and stands nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Who, by name.
    pub supporter: String,
    /// From when, local Swedish time.
    pub from: NaiveDateTime,
    /// Until when, not included.
    pub until: NaiveDateTime,
    /// What the calendar it was taken in from calls it; none if somebody entered it here.
    pub calendar_uid: Option<String>,
}
