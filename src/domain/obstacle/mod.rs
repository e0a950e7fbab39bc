//! What stands between somebody and something to do in leisure: money, the way, what others think; what was tried, and
//! whether it is out of the way.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::ObstacleKind;
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{OBSTACLE, draft as obstacle_draft, read as read_obstacle};

/// An obstacle as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    /// Whose.
    pub family: FamilyId,
    /// Who would like to.
    pub person: PersonId,
    /// The day it was told.
    pub on: NaiveDate,
    /// What stands in the way.
    pub obstacle: ObstacleKind,
    /// What they would like to do.
    pub wanted: Option<String>,
    /// What was tried.
    pub tried: Option<String>,
    /// When.
    pub tried_on: Option<NaiveDate>,
    /// When it was out of the way.
    pub solved_on: Option<NaiveDate>,
}
