//! Moves on the visit ladder: a pair that goes on from one step to another, and why.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::LadderTurn;
use crate::domain::ids::PersonId;

pub use entry::{LADDER_MOVE, draft as ladder_move_draft, read as read_ladder_move};

/// A child's move on the ladder, towards one adult, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderMove {
    /// The child.
    pub child: PersonId,
    /// The adult or sibling whom it is about.
    pub with: PersonId,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// The step before; none when it is the first.
    pub from: Option<u8>,
    /// The step now.
    pub to: u8,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub decided_by: String,
    /// Whether the child had a word before it was decided.
    pub child_word: Option<crate::domain::codes::ChildWord>,
    /// The child's own words.
    pub words: Option<String>,
}

impl LadderMove {
    /// Which way it went; staying is a decision too.
    pub fn turn(&self) -> LadderTurn {
        match self.from {
            Some(from) if from > self.to => LadderTurn::Down,
            Some(from) if from == self.to => LadderTurn::Stay,
            _ => LadderTurn::Up,
        }
    }
}
