//! Kin: who is whose parent, partner or sibling, and who cares for a placed child; as records, as a tree of two homes,
//! and as a drawing of it.
//!
//! A [`Relation`] is what somebody has written. A [`Tree`] adds only what no record says and everybody would ask about,
//! and says so: presumed parents, parents nobody knows. Where it all stands on the screen is [`layout`]'s. Nothing here
//! knows names, texts or who may see them.

mod entry;
pub mod layout;
mod tree;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::{Answer, RelationKind};
use super::ids::{FamilyId, PersonId};

pub use entry::{RELATION, draft as relation_draft, read as read_relation};

pub use tree::{Head, Key, Knot, KnotKind, Node, Someone, Stands, Tree};

/// A relation between two people of a family: `person` is `relation` `other`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The family both belong to.
    pub family: FamilyId,
    /// Who.
    pub person: PersonId,
    /// What to the other.
    pub relation: RelationKind,
    /// To whom.
    pub other: PersonId,
    /// Whether it has ended; a parent whose parenthood has ended is told as such, not left out.
    pub ended: Answer,
    /// The day on which it ended, when that is known.
    pub ended_on: Option<NaiveDate>,
}

impl Relation {
    /// A relation that goes on.
    pub fn new(family: FamilyId, person: PersonId, relation: RelationKind, other: PersonId) -> Self {
        Self { family, person, relation, other, ended: Answer::No, ended_on: None }
    }

    /// The same, ended on a day or on one that nobody knows.
    #[must_use]
    pub fn ended(self, on: Option<NaiveDate>) -> Self {
        Self { ended: Answer::Yes, ended_on: on, ..self }
    }

    /// Whether it has ended.
    pub fn is_ended(&self) -> bool {
        self.ended == Answer::Yes
    }

    /// Whether it would make somebody their own forefather, beside what is written already.
    pub fn closes_circle(&self, written: &[Self]) -> bool {
        let of = |relation: &&Self| relation.relation == RelationKind::ParentOf;
        if self.relation != RelationKind::ParentOf {
            return false;
        }
        let (mut reached, mut at) = (vec![self.other], 0);
        while let Some(parent) = reached.get(at).copied() {
            if parent == self.person {
                return true;
            }
            for kin in written.iter().filter(of).filter(|kin| kin.person == parent) {
                if !reached.contains(&kin.other) {
                    reached.push(kin.other);
                }
            }
            at += 1;
        }
        false
    }
}

#[cfg(test)]
mod tests;
