//! A meeting of a group: the theme that was prepared, what the group wishes for another time, what its questions showed
//! that nobody offers, and what those who were there answered as a group.
//!
//! What was said there is the group's, and no family's: it stands in nobody's file unless somebody writes it there.

mod entry;
mod themes;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Area, MeetingState};
use crate::domain::ids::GroupId;

pub use entry::{MEETING, draft as meeting_draft, read as read_meeting};
pub use themes::{Survey, Wished, surveys, wished};

/// A meeting as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMeeting {
    /// Whose.
    pub group: GroupId,
    /// The day.
    pub on: NaiveDate,
    /// What came of it.
    pub state: MeetingState,
    /// What it is about.
    pub theme: Option<String>,
    /// The day on which the group wished for that.
    pub wished_on: Option<NaiveDate>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// What the group wishes for another time.
    pub wishes: Vec<ThemeWish>,
    /// What is needed and nobody offers, as its questions showed.
    pub gap: Option<String>,
    /// The area that is of.
    pub gap_area: Option<Area>,
    /// The day since which somebody offers it.
    pub gap_met_on: Option<NaiveDate>,
    /// Which questions were answered there.
    pub survey: Option<String>,
    /// The mean of the answers, in hundredths.
    pub survey_mean: Option<u32>,
    /// How many answered.
    pub survey_n: Option<u32>,
    /// What happened.
    pub note: Option<String>,
}

/// A theme that a group wishes for, and how many of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeWish {
    /// The theme.
    pub theme: String,
    /// How many.
    pub voices: u32,
}

impl GroupMeeting {
    /// One of which nothing more is said.
    pub fn new(group: GroupId, on: NaiveDate, state: MeetingState) -> Self {
        Self {
            group,
            on,
            state,
            theme: None,
            wished_on: None,
            reason: None,
            wishes: Vec::new(),
            gap: None,
            gap_area: None,
            gap_met_on: None,
            survey: None,
            survey_mean: None,
            survey_n: None,
            note: None,
        }
    }

    /// Whether it is still to be on a day.
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.state == MeetingState::Planned && self.on >= today
    }

    /// What is needed and nobody offers yet.
    pub fn open_gap(&self) -> Option<&str> {
        self.gap.as_deref().filter(|_| self.gap_met_on.is_none())
    }
}
