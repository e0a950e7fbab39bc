//! Which groups are reached: a group is its team's, and no family's.

use super::Reached;
use crate::domain::access::Reach;

impl Reached {
    /// Whether a group is reached, given the alias of its row: those of the own team, or of all.
    pub fn groups(&self, row: &str) -> String {
        match (self.reach, self.team) {
            (Reach::Nothing | Reach::Assigned, _) => "FALSE".to_owned(),
            (Reach::Team, Some(team)) => format!("{row}.team = {team}"),
            (Reach::Team | Reach::Unit, _) => "TRUE".to_owned(),
        }
    }
}
