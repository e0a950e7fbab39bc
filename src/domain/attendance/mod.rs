//! Who was at a meeting of a group: a record of one person, or of how many without a name.
//!
//! A record of a person is of that person's family and says nothing of anybody else; whoever does not reach the family
//! sees that somebody was there, and no more.

mod entry;
pub mod line;

use serde::{Deserialize, Serialize};

use crate::domain::codes::{Heads, Presence};
use crate::domain::ids::{GroupMeetingId, PersonId};

pub use entry::{ATTENDANCE, draft as attendance_draft, read as read_attendance};

/// Somebody's part in a meeting as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// At which meeting.
    pub meeting: GroupMeetingId,
    /// Who; none where heads are counted without a name.
    pub person: Option<PersonId>,
    /// Whether they were there.
    pub present: Presence,
    /// Why not.
    pub reason: Option<String>,
    /// How many, where nobody is named.
    pub count: Option<u32>,
    /// Whether those were adults or children.
    pub heads: Option<Heads>,
    /// Why somebody is there in spite of a restriction of contact.
    pub despite: Option<String>,
}

impl Attendance {
    /// Somebody's, of which nothing more is said.
    pub fn of(meeting: GroupMeetingId, person: PersonId, present: Presence) -> Self {
        Self { meeting, person: Some(person), present, reason: None, count: None, heads: None, despite: None }
    }

    /// So many heads without a name.
    pub fn heads(meeting: GroupMeetingId, count: u32, heads: Option<Heads>) -> Self {
        Self { meeting, person: None, present: Presence::Yes, reason: None, count: Some(count), heads, despite: None }
    }

    /// Whether somebody is there, or is to be.
    pub fn is_there(&self) -> bool {
        matches!(self.present, Presence::Yes | Presence::Expected)
    }
}
