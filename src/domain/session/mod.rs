//! A session (träff): what the team does with a family, week by week.

mod entry;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, Area, CancelledBy, Level, Mode, Outcome, SessionKind, Setting};
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{SESSION, draft as session_draft, read as read_session};

/// How long a session is taken to be when nobody says, in minutes.
pub const DEFAULT_MINUTES: u32 = 60;

/// A session as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Session {
    /// Whose session.
    pub family: FamilyId,
    /// The day.
    pub on: NaiveDate,
    /// What it was about.
    pub kind: SessionKind,
    /// How people met.
    pub mode: Mode,
    /// What came of it.
    pub outcome: Outcome,
    /// Clock time it began, local Swedish time.
    pub start: Option<NaiveTime>,
    /// Length in minutes.
    pub minutes: u32,
    /// Who cancelled, when it was cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Which person of the family that was, where somebody said so.
    pub cancelled_by_person: Option<PersonId>,
    /// Why it was cancelled or nobody came.
    pub reason: Option<String>,
    /// Support areas it served.
    pub areas: Vec<Area>,
    /// Family members who took part, or were to; nobody when an attempt reached nobody.
    pub people: Vec<PersonId>,
    /// Staff by name.
    pub staff: Vec<String>,
    /// Prevention level.
    pub level: Option<Level>,
    /// Prevention setting.
    pub setting: Option<Setting>,
    /// Day to come back to it.
    pub follow_up_on: Option<NaiveDate>,
    /// What happened.
    pub note: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// Goals it touched.
    pub goals: Vec<GoalMark>,
    /// Why it was kept in spite of a restriction of contact; none where none is broken, or nobody has said.
    #[serde(default)]
    pub despite: Option<String>,
    /// Whether a home visit was announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<Answer>,
    /// Whether somebody talked with the child alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone: Option<Answer>,
    /// To whom of the family the note may be told, as somebody ticked who had read it. Whoever edits the session reads
    /// it anew, and ticks anew.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_to: Vec<PersonId>,
}

impl Session {
    /// A session at home of the usual length, about which nothing more is said.
    pub fn new(family: FamilyId, on: NaiveDate, kind: SessionKind, outcome: Outcome) -> Self {
        Self {
            family,
            on,
            kind,
            mode: Mode::HomeVisit,
            outcome,
            start: None,
            minutes: DEFAULT_MINUTES,
            cancelled_by: None,
            cancelled_by_person: None,
            reason: None,
            areas: Vec::new(),
            people: Vec::new(),
            staff: Vec::new(),
            level: None,
            setting: None,
            follow_up_on: None,
            note: None,
            next_step: None,
            goals: Vec::new(),
            despite: None,
            announced: None,
            alone: None,
            told_to: Vec::new(),
        }
    }
}

/// A goal touched by a session: by its number in the family's plan, with the attainment seen that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GoalMark {
    /// The goal's number in the plan.
    pub goal: u32,
    /// Attainment from -2 to 2, when it was judged.
    pub attainment: Option<i8>,
    /// Whether the goal was declared reached.
    pub done: bool,
}
