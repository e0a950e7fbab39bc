//! Records out of a file, new ones and changed ones: all or none, as one change that the journal follows row by row.

use super::follow::Act;
use super::journal::{self, Cause};
use super::record::{Record, Stored};
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// A record that a file brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken<R: Record> {
    /// One that was not there.
    New(R),
    /// One that is there, under its identity and the version it was compared with, as the file tells it.
    Changed(Stored<R>),
}

impl Store {
    /// Takes in new records from a file, all or none, as one change.
    ///
    /// # Errors
    /// As [`Store::take_in`].
    pub fn import<R: Record>(&self, values: &[R]) -> Result<(), Problem> {
        self.take_in(values.iter().map(|value| Taken::New(value.clone())))
    }

    /// Takes in records from a file, new ones and changed ones, all or none, as one change.
    ///
    /// # Errors
    /// Refused to roles that do not import; a reference that is taken; a record that somebody has changed since.
    pub fn take_in<R: Record>(&self, rows: impl IntoIterator<Item = Taken<R>>) -> Result<(), Problem> {
        self.ask(Right::ImportCases)?;
        self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            for row in rows {
                let settled = match &row {
                    Taken::New(value) => value.settled(self)?,
                    Taken::Changed(_) => None,
                };
                let (id, value) = match &row {
                    Taken::New(value) => (None, settled.as_ref().unwrap_or(value)),
                    Taken::Changed(stored) => (Some(stored.id.into()), &stored.value),
                };
                let before = match (&row, id) {
                    (Taken::Changed(stored), Some(id)) => {
                        let (version, before) = R::fetch(transaction, id)?.ok_or_else(|| not_found(R::NOUN))?;
                        if version != stored.version {
                            return Err(Problem::new(Kind::Conflict, "import-overtaken"));
                        }
                        self.ask_to(Right::ImportCases, before.family(transaction, Some(id))?)?;
                        self.ask_open(&before)?;
                        Some(before)
                    }
                    _ => None,
                };
                self.ask_to(Right::ImportCases, value.family(transaction, id)?)?;
                value.check(transaction, id, self.today())?;
                value.check_by(&self.scheme, transaction, id)?;
                let written = value.put(transaction, id)?;
                match &before {
                    Some(before) => self.journal_change(transaction, change, Cause::Import, written, before)?,
                    None => self.journal_add::<R>(transaction, change, Cause::Import, written)?,
                }
                let act = Act { change, cause: Cause::Import };
                self.follow_up(transaction, act, before.as_ref(), Some((written, value)))?;
            }
            Ok(())
        })
    }
}
