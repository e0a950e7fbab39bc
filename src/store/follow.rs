//! What follows from a record having been written by a person or from a file, as part of the same change.

use rusqlite::Transaction;

use super::Store;
use super::journal::Cause;
use super::record::{Row, as_written};
use crate::domain::ids::ChangeId;
use crate::domain::problem::Problem;

/// An act that is being written: the change that it is part of, and what brought it about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    pub(super) change: ChangeId,
    pub(super) cause: Cause,
}

impl Store {
    /// Writes what follows from a record having been written, if anything does.
    pub(super) fn follow_up<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        act: Act,
        before: Option<&R>,
        after: Option<(i64, &R)>,
    ) -> Result<(), Problem> {
        if !before.into_iter().chain(after.map(|(_, value)| value)).any(R::follows) {
            return Ok(());
        }
        let written = after.map(|(id, _)| as_written::<R>(transaction, id)).transpose()?;
        R::follow(self, transaction, act, (before, written.as_ref()))
    }
}
