//! The database's own file, held still while others write.
//!
//! Under the gate, so that nobody writes, all that the log holds is moved into the file (`wal_checkpoint(TRUNCATE)`)
//! and a reading is begun. From then on the gate is free: who writes, writes to the log, and as long as that reading
//! goes on SQLite moves nothing from there into the file. So the file can be copied by its bytes, which keeps a page
//! that did not change the same bytes it was, and a copier that knows the last copy sends only what is new.
//!
//! The file is opened by other programs only. If this one did, closing it would give up all locks that SQLite holds on
//! it for us: POSIX locks belong to a process, not to a file that it opened.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use chrono::TimeDelta;
use rusqlite::{Connection, Transaction};

use super::super::connection::{self, log_of};
use super::super::{Casebook, Store, write};
use crate::domain::problem::{Kind, Problem};

/// How long others are waited for under the gate, and how often and after what pause it is tried again.
const BRIEFLY: Duration = Duration::from_millis(20);
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(50);

/// The file does not change as long as this lives.
pub(super) struct Still<'a> {
    /// The reading that holds it; what it sees is what the file holds.
    pub(super) reading: Transaction<'a>,
    /// For how long writers were held up.
    pub(super) held: TimeDelta,
}

impl Store {
    /// Holds the file still.
    ///
    /// # Errors
    /// Others read or write without a pause for longer than [`TRIES`] last.
    pub(super) fn hold_still(&self, casebook: &Casebook) -> Result<Still<'_>, Problem> {
        let log = log_of(&casebook.database());
        let beside = connection::open_to_copy(&self.opener)?;
        beside.busy_timeout(BRIEFLY)?;
        for _ in 0..TRIES {
            let held = self.gate.hold()?;
            self.watched.check()?;
            let since = (self.clock)();
            if empty_log(&beside)? {
                let reading = self.connection.unchecked_transaction()?;
                reading.query_row("SELECT max(id) FROM journal", [], |_| Ok(()))?;
                // Who writes without asking at the gate has been quicker.
                if fs::metadata(&log).map_or(0, |log| log.len()) == 0 {
                    // Nobody at a screen is to be the one who begins the log anew, and waits for the disk.
                    write::begin_log(&beside)?;
                    return Ok(Still { reading, held: (self.clock)() - since });
                }
            }
            drop(held);
            sleep(PAUSE);
        }
        Err(Problem::new(Kind::Io, "busy"))
    }
}

/// Moves all that the log holds into the file; whether that could be done at once.
fn empty_log(connection: &Connection) -> Result<bool, Problem> {
    let busy: rusqlite::Result<i64> = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    match busy.map_err(Problem::from) {
        Ok(busy) => Ok(busy == 0),
        Err(problem) if problem.key == "busy" => Ok(false),
        Err(problem) => Err(problem),
    }
}
