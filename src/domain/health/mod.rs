//! A contact with health or dental care, step by step: asked for, booked, done, followed up.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::HealthKind;
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{HEALTH, draft as health_draft, read as read_health};

/// A health contact as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Whose.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
    /// Of which kind.
    pub care: HealthKind,
    /// The day it was asked for.
    pub asked_on: NaiveDate,
    /// The day it is booked for.
    pub booked_on: Option<NaiveDate>,
    /// The day it took place.
    pub done_on: Option<NaiveDate>,
    /// The day it was followed up.
    pub followed_up_on: Option<NaiveDate>,
    /// What was found, what comes next.
    pub note: Option<String>,
}

/// How far a health contact has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HealthStep {
    /// Asked for.
    Asked,
    /// Booked.
    Booked,
    /// It took place.
    Done,
    /// And was followed up.
    FollowedUp,
}

impl HealthStep {
    /// Its key in the locale files, after `health-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Booked => "booked",
            Self::Done => "done",
            Self::FollowedUp => "followed-up",
        }
    }
}

impl Health {
    /// How far it has come, and the day of that.
    pub fn step(&self) -> (HealthStep, NaiveDate) {
        let steps = [
            (HealthStep::FollowedUp, self.followed_up_on),
            (HealthStep::Done, self.done_on),
            (HealthStep::Booked, self.booked_on),
        ];
        let last = steps.into_iter().find_map(|(step, day)| day.map(|day| (step, day)));
        last.unwrap_or((HealthStep::Asked, self.asked_on))
    }
}
