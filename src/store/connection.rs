//! Opens the database with its key and the settings that were measured to hold.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::casebook::holding;
use super::slots::{Key, hex};
use super::write::try_again;
use crate::domain::problem::Problem;

/// Every connection's settings; `journal_mode` and `auto_vacuum` apart, none of them is kept in the file. A commit
/// waits for no disk and copies no log: both are [`write`](super::write)'s to do, which lets others write meanwhile.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA trusted_schema = OFF;
";

/// Settings of a connection that only reads; the database's own mode stays what it is.
const READING: &str = "
    PRAGMA query_only = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -4000;
    PRAGMA trusted_schema = OFF;
";

/// Most statements a pane and its detail keep ready.
const STATEMENTS: usize = 64;

/// Opens the database.
///
/// # Errors
/// A key that does not fit, or a file that is no database.
pub(super) fn open(path: &Path, key: &Key) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    unlock(&mut connection, key)?;
    connection.execute_batch(SETTINGS)?;
    Ok(connection)
}

/// What it takes to open the database once more.
#[derive(Clone)]
pub(super) struct Opener {
    pub(super) path: PathBuf,
    pub(super) key: Arc<Key>,
}

impl std::fmt::Debug for Opener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opener").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Opens the database once more, to copy its log.
///
/// # Errors
/// As [`open`].
pub(super) fn open_to_copy(opener: &Opener) -> Result<Connection, Problem> {
    // Not while another database takes this one's place: what is opened then would be neither.
    let _entering = holding(opener.path.parent().unwrap_or(&opener.path), File::try_lock_shared)?;
    let connection = open(&opener.path, &opener.key)?;
    connection.execute_batch("PRAGMA cache_size = -100")?;
    Ok(connection)
}

/// Opens the database without writing anything anywhere, for a disk that is full or read-only.
///
/// SQLite would make files beside it to share with others. Where nothing is left in its log, none are needed: the
/// file is taken as one that nobody changes. Else the log's index is kept in our own memory, without locks, as nobody
/// writes.
///
/// # Errors
/// As [`open`].
pub(super) fn open_to_read(path: &Path, key: &Key) -> Result<Connection, Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let log = fs::metadata(log_of(path)).map_or(0, |log| log.len());
    let how = if log == 0 { "immutable=1" } else { "nolock=1" };
    let mut connection = Connection::open_with_flags(format!("file:{}?mode=ro&{how}", escaped(path)), flags)?;
    unlock(&mut connection, key)?;
    if log > 0 {
        connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    }
    connection.execute_batch(READING)?;
    Ok(connection)
}

/// Gives a database that nobody has open another key.
///
/// # Errors
/// A disk that cannot be written to.
pub(super) fn rekey(path: &Path, from: &Key, to: &Key) -> Result<(), Problem> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    unlock(&mut connection, from)?;
    let hexed = Zeroizing::new(hex(to.as_slice()));
    let rekey = Zeroizing::new(format!("PRAGMA rekey = \"x'{}'\";", hexed.as_str()));
    Ok(connection.execute_batch(&rekey)?)
}

/// The log of a database, where what is committed stands until it is moved over.
pub(super) fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// A path as it stands in a URI.
fn escaped(path: &Path) -> String {
    let mut text = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => text.push(char::from(*byte)),
            _ => text.push_str(&format!("%{byte:02x}")),
        }
    }
    text
}

fn unlock(connection: &mut Connection, key: &Key) -> Result<(), Problem> {
    let hexed = Zeroizing::new(hex(key.as_slice()));
    let unlock = Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", hexed.as_str()));
    connection.execute_batch(&unlock)?;
    connection.busy_handler(Some(try_again))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}
