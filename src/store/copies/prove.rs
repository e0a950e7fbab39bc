//! Whether a directory holds a whole casebook.
//!
//! What SQLCipher says of each page proves nothing of a copy: a torn one is made of pages that are authentic, one by
//! one. So the proof is that the pages fit together (`quick_check`), that nothing refers to what is missing, and that
//! the journal has every row from its first to its last. Whether its chain holds is found too, and told: a casebook
//! that somebody has altered is copied all the same, for what is left of it is wanted more than ever.

use std::path::Path;

use rusqlite::Connection;

use super::super::slots::Key;
use super::super::{CasebookKind, connection, schema, verify};
use super::DATABASE;
use crate::domain::problem::{Kind, Problem};

/// What was found of a casebook that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Proof {
    /// The last row of its journal.
    pub(super) row: i64,
    /// Whether the journal is what those who signed it have written, and the head beside it does not say more.
    pub(super) is_chained: bool,
}

impl Proof {
    /// What whoever asked is to be told.
    pub(super) fn note(self) -> Option<Problem> {
        (!self.is_chained).then(|| Problem::new(Kind::Io, "copy-chain"))
    }
}

/// Proves a directory: the one place that says when a copy may be trusted. Nothing is written there.
///
/// # Errors
/// A copy that is not whole, or that the key does not open.
pub(in crate::store) fn prove(directory: &Path, key: &Key, purpose: CasebookKind) -> Result<Proof, Problem> {
    let path = directory.join(DATABASE);
    let proven =
        connection::open_to_read(&path, key).and_then(|database| prove_database(&database, directory, purpose));
    proven.map_err(|problem| match problem.key {
        NOT_WHOLE => problem.with("path", directory.display()),
        _ => Problem::new(Kind::Io, NOT_WHOLE).with("what", "open").with("path", directory.display()).because(problem),
    })
}

/// What is said of a copy that is not whole.
const NOT_WHOLE: &str = "copy-not-whole";

/// Proves what a connection sees, and the head that lies in a directory.
///
/// # Errors
/// As [`prove`].
pub(super) fn prove_database(database: &Connection, directory: &Path, purpose: CasebookKind) -> Result<Proof, Problem> {
    let not_whole = |what: &'static str| Problem::new(Kind::Io, NOT_WHOLE).with("what", what);
    let said: Vec<String> =
        database.prepare("PRAGMA quick_check(1)")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if said != ["ok"] {
        return Err(not_whole("pages").because(said.join("; ")));
    }
    if schema::format(database)? < 1 {
        return Err(not_whole("empty"));
    }
    if database.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(not_whole("references"));
    }
    let (count, first, last): (i64, i64, i64) =
        database.query_row("SELECT count(*), coalesce(min(id), 0), coalesce(max(id), 0) FROM journal", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
    if (first, count) != (1, last) {
        return Err(not_whole("journal"));
    }
    Ok(Proof { row: last, is_chained: verify::chain_holds(database, directory, purpose)? })
}
