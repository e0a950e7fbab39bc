//! A goal of somebody's plan, in their own words: by when, how much it weighs, what each level of attainment looks
//! like, where it began and where it stands.

mod entry;
pub mod gas;
pub mod plan;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Area, GoalState};
use crate::domain::ids::{FamilyId, PersonId};

pub(in crate::domain) use entry::said;
pub use entry::{GOAL, LEVELS, draft as goal_draft, read as read_goal};
pub use plan::{Asked, GoalLine};

/// The heaviest that a goal can be.
pub const HEAVIEST: u32 = 10;

/// A goal as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Of which family.
    pub family: FamilyId,
    /// Whose goal.
    pub person: PersonId,
    /// Its number in the family, by which sessions name it; 0 for one that is to get the next.
    pub number: u32,
    /// Which of the five areas.
    pub area: Area,
    /// The goal, as the person says it.
    pub goal: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The day it is to be reached.
    pub target_on: Option<NaiveDate>,
    /// How much it weighs among the person's goals, from 1 to 10.
    pub weight: u32,
    /// What each level looks like, from -2 to +2.
    pub levels: [Option<String>; 5],
    /// Attainment when it was made, from -2 to 2.
    pub start: Option<i8>,
    /// Attainment as it was last seen by those who work with it.
    pub now: Option<i8>,
    /// The same as the person sees it.
    pub own_now: Option<i8>,
    /// Whether one still works on it.
    pub state: GoalState,
}

impl Goal {
    /// An open goal of which nothing more is said.
    pub fn new(family: FamilyId, person: PersonId, area: Area, goal: &str, made_on: NaiveDate) -> Self {
        Self {
            family,
            person,
            number: 0,
            area,
            goal: goal.to_owned(),
            made_on,
            target_on: None,
            weight: 1,
            levels: [const { None }; 5],
            start: None,
            now: None,
            own_now: None,
            state: GoalState::Open,
        }
    }

    /// What a level looks like.
    pub fn level(&self, level: i8) -> Option<&str> {
        let place = usize::try_from(i16::from(level) + 2).ok()?;
        self.levels.get(place)?.as_deref()
    }

    /// How it stands: as those who work with it see it, and after a stroke as the person does where that is otherwise.
    pub fn stood(&self) -> String {
        let level = |level: i8| if level == 0 { "0".to_owned() } else { format!("{level:+}") };
        match (self.now, self.own_now) {
            (Some(now), Some(own)) if now != own => format!("{}/{}", level(now), level(own)),
            (Some(now), _) => level(now),
            (None, Some(own)) => format!("–/{}", level(own)),
            (None, None) => "–".to_owned(),
        }
    }

    /// How far the person's own view is from that of those who work with it; positive where the person sees more.
    pub fn gap(&self) -> Option<i8> {
        Some(self.own_now? - self.now?)
    }

    /// How far it has come since it was made.
    pub fn change(&self) -> Option<i8> {
        Some(self.now? - self.start?)
    }
}
