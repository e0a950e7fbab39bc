//! The database's log, where what is committed stands until it is copied: when it is on the disk, and when it begins
//! anew.
//!
//! A commit puts its pages into the log, each with a checksum over all before it, and waits for no disk. Until the log
//! is synced a power cut may take the last commits away again, whole and the youngest first; so nobody is told that
//! something is saved before that. Whoever syncs has everything synced that was committed before, by whomever.
//!
//! When all of the log is copied, the next commit begins it anew and must have its head on the disk first, or what was
//! in it before could be taken for new. Nobody who is watched by a person should have to wait for that. So whoever has
//! copied the log holds the gate and makes that commit themselves ([`begin_anew`]), and no log is ever left wholly
//! copied.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::domain::problem::Problem;
use crate::store::connection::log_of;

/// A log of more pages than this is copied; SQLite's own measure.
const LONG: u64 = 1000;

/// What comes before the pages, and before each of them.
const HEAD: u64 = 32;
const PAGE_HEAD: u64 = 24;

/// Where the size of a page stands in the head of the log, and what tells this log from the one it was before; the
/// latter in the head of a page as well.
const SIZE: u64 = 8;
const SALT: u64 = 16;
const PAGE_SALT: u64 = 8;

/// The log of an open database.
#[derive(Debug)]
pub(super) struct Log(File);

impl Log {
    /// The log, if there is one. As long as somebody has the database open it stays the same file.
    pub(super) fn of(database: &Path) -> Option<Self> {
        File::open(log_of(database)).ok().map(Self)
    }

    /// Waits until all that is committed is on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    /// Whether it is time to copy it.
    pub(super) fn is_long(&self) -> bool {
        self.reaches(LONG).unwrap_or(false)
    }

    fn reaches(&self, pages: u64) -> io::Result<bool> {
        let mut size = [0; 4];
        self.0.read_exact_at(&mut size, SIZE)?;
        let (mut salt, mut its) = ([0; 8], [0; 8]);
        self.0.read_exact_at(&mut salt, SALT)?;
        let last = HEAD + (pages - 1) * (PAGE_HEAD + u64::from(u32::from_be_bytes(size)));
        // The file keeps its length when the log begins anew: what it holds of the one before has another salt.
        self.0.read_exact_at(&mut its, last + PAGE_SALT)?;
        Ok(its == salt)
    }
}

/// Copies what the log holds into the database, as far as nobody reads in it; whether that was all of it.
pub(super) fn copy(connection: &Connection) -> Result<bool, Problem> {
    let (held, all, copied): (i64, i64, i64) = connection
        .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(held == 0 && all == copied)
}

/// Copies the rest of the log and commits something that says nothing, so that nobody else begins the log anew. The
/// gate must be held.
pub(super) fn begin_anew(connection: &Connection) -> Result<(), Problem> {
    copy(connection)?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let name: i64 = transaction.pragma_query_value(None, "application_id", |row| row.get(0))?;
    transaction.pragma_update(None, "application_id", name)?;
    transaction.commit()?;
    Ok(())
}
