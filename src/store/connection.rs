//! Opens the database with its key and the settings that were measured to hold.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::slots::{Key, hex};
use crate::domain::problem::Problem;

/// Every connection's settings; `journal_mode` and `auto_vacuum` apart, none of them is kept in the file.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA wal_autocheckpoint = 1000;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA trusted_schema = OFF;
";

/// How long to wait for somebody else's write.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Most statements a pane and its detail keep ready.
const STATEMENTS: usize = 64;

/// Opens the database.
///
/// # Errors
/// A key that does not fit, or a file that is no database.
pub(super) fn open(path: &Path, key: &Key) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let hexed = Zeroizing::new(hex(key.as_slice()));
    let unlock = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", hexed.as_str()));
    connection.execute_batch(&unlock)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.execute_batch(SETTINGS)?;
    Ok(connection)
}
