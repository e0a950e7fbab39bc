//! A record that a marker can stand on, of whatever kind.

use serde::{Deserialize, Serialize};

use crate::store::{Record, Step};

/// Which record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Landmark {
    noun: String,
    id: i64,
}

impl Landmark {
    /// A record.
    pub fn of<R: Record>(id: R::Id) -> Self {
        Self { noun: R::noun().to_owned(), id: id.into() }
    }

    /// Its identity, if it is of a kind.
    pub fn as_a<R: Record>(&self) -> Option<R::Id> {
        (self.noun == R::noun()).then(|| R::Id::from(self.id))
    }

    /// The record that a step has added.
    pub(in crate::app) fn added(step: &Step) -> Option<Self> {
        (step.act == "add").then(|| Self::touched(step))
    }

    /// The record that comes back when a step is taken back.
    pub(in crate::app) fn brought_back(step: &Step) -> Option<Self> {
        (step.act == "remove").then(|| Self::touched(step))
    }

    fn touched(step: &Step) -> Self {
        Self { noun: step.noun.clone(), id: step.record }
    }
}
