//! Remains of a casebook whose making was broken off: files and no card, or one that was torn.
//!
//! While a casebook is made, a mark says so; it goes before the card comes. So what has the mark and no card holds
//! nothing, and is made anew. Without the mark (an older version, a power cut) it is only where nothing can be in it:
//! the database was never written to, or it opens with the name and the passphrase at hand and holds neither a family
//! nor anything done after it was made. A casebook whose card alone has gone must never be taken for one.

use std::fs;
use std::io;
use std::path::Path;

use super::attempts::ATTEMPTS;
use super::chain::head;
use super::connection::{log_of, open_to_read};
use super::files::{self, Existing};
use super::place;
use super::reserve::RESERVE;
use super::slots::{Key, RECOVERY};
use crate::domain::problem::{Kind, Problem};

/// The files of a casebook, its keys apart.
pub(super) const FILES: [&str; 11] = [
    "casebook.toml",
    "casebook.toml.new",
    "casebook.db",
    "casebook.db-journal",
    "casebook.db-wal",
    "casebook.db-shm",
    "gate",
    head::FILE,
    ATTEMPTS,
    RESERVE,
    MARK,
];

/// Says that a casebook is being made.
const MARK: &str = "making";

const KEYS: &str = "keys";

/// What stands in a directory that has no casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    Nothing,
    /// What a casebook is made of, and nothing else.
    Begun,
    SomethingElse,
}

pub(super) fn left(directory: &Path) -> io::Result<Left> {
    let mut left = Left::Nothing;
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let (name, kind) = (entry.file_name(), entry.file_type()?);
        // What the unit says of its disk must be there first.
        if name == place::FILE && kind.is_file() {
            continue;
        }
        let is_ours = if name == KEYS {
            kind.is_dir() && fs::read_dir(entry.path())?.all(|slot| slot.is_ok_and(|slot| is_slot(&slot)))
        } else {
            kind.is_file() && FILES.iter().any(|known| name == *known)
        };
        if !is_ours {
            return Ok(Left::SomethingElse);
        }
        left = Left::Begun;
    }
    Ok(left)
}

fn is_slot(entry: &fs::DirEntry) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name.ends_with(".toml") && (name.starts_with("user-") || name == "demo.toml" || name == RECOVERY)
}

/// Puts the mark.
pub(super) fn begin(directory: &Path) -> Result<(), Problem> {
    files::write_private(&directory.join(MARK), b"", Existing::Keep)
}

/// Takes the mark away, and waits until that is on the disk.
pub(super) fn end(directory: &Path) -> Result<(), Problem> {
    let failed = |cause| files::problem("write-file", directory, cause);
    fs::remove_file(directory.join(MARK)).map_err(failed)?;
    files::sync_directory(directory)
}

/// Whether the making of a casebook has begun in a directory.
pub(super) fn is_begun(directory: &Path) -> bool {
    directory.join(KEYS).is_dir() && left(directory).is_ok_and(|left| left == Left::Begun)
}

/// Makes sure that nothing is in what has been begun.
///
/// # Errors
/// Something is in it, or that cannot be told.
pub(super) fn is_empty(directory: &Path, key: impl FnOnce(&Path) -> Option<Key>) -> Result<(), Problem> {
    let database = directory.join("casebook.db");
    let length = |path: &Path| fs::metadata(path).map_or(0, |file| file.len());
    if length(&database) == 0 && length(&log_of(&database)) == 0 {
        return Ok(());
    }
    let refused = |key| Problem::new(Kind::Usage, key).with("path", directory.display());
    let is_marked = directory.join(MARK).exists();
    match key(&directory.join(KEYS)).map(|key| holds_something(&database, &key)) {
        Some(Ok(true)) => Err(refused("casebook-without-card")),
        Some(Ok(false)) => Ok(()),
        _ if is_marked => Ok(()),
        Some(Err(problem)) => Err(refused("casebook-unclear").because(problem)),
        None => Err(refused("casebook-unclear")),
    }
}

fn holds_something(database: &Path, key: &Key) -> Result<bool, Problem> {
    let connection = open_to_read(database, key)?;
    let count = |sql: &str| -> Result<i64, Problem> { Ok(connection.query_row(sql, [], |row| row.get(0))?) };
    // Broken off before its tables were there.
    if count("SELECT count(*) FROM sqlite_schema WHERE name IN ('family', 'journal')")? < 2 {
        return Ok(false);
    }
    // Its own making is the first thing that is journalled.
    let done = count("SELECT count(*) FROM journal WHERE cause <> 'setup'")?;
    Ok(count("SELECT count(*) FROM family")? > 0 || done > 0)
}
