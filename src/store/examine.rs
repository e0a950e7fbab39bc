//! Whether the casebook is whole: what the file system, SQLCipher and SQLite say of it. Reads no case.

use std::os::unix::fs::MetadataExt;
use std::{fs, io};

use super::schema::{self, FIRST_TOLD, FORMAT};
use super::{Casebook, CasebookKind, Store, unit};
use crate::domain::access::Right;
use crate::domain::problem::Problem;

/// Something that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Check {
    Directory,
    KeyFiles,
    Format,
    Encryption,
    Integrity,
    References,
    Journal,
}

impl Check {
    /// The check's name in JSON and in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::KeyFiles => "key_files",
            Self::Format => "format",
            Self::Encryption => "encryption",
            Self::Integrity => "integrity",
            Self::References => "references",
            Self::Journal => "journal",
        }
    }
}

/// What a check found: faults are none in a casebook that is whole. Never case text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// A number worth knowing: users, the format, pages, rows.
    pub count: i64,
    /// What is wrong, in the words of whoever found it.
    pub faults: Vec<String>,
}

/// As many faults as help; a broken database has thousands.
const MOST_FAULTS: usize = 10;

impl Store {
    /// Examines the casebook. It takes as long as reading all of it.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook; a database that cannot be read at all.
    pub fn examine(&self, casebook: &Casebook) -> Result<Vec<Finding>, Problem> {
        self.ask(Right::Maintain)?;
        Ok(vec![
            directory(casebook),
            key_files(casebook)?,
            self.format()?,
            self.told(Check::Encryption, "SELECT page_count FROM pragma_page_count", "PRAGMA cipher_integrity_check")?,
            self.told(Check::Integrity, "SELECT page_count FROM pragma_page_count", "PRAGMA integrity_check")?,
            self.told(Check::References, "SELECT count(*) FROM family", "PRAGMA foreign_key_check")?,
            self.journal_rows()?,
        ])
    }

    /// The casebook's format, which may be newer than ours, and a row for each since they are told.
    fn format(&self) -> Result<Finding, Problem> {
        let count = schema::format(&self.connection)?;
        let told: i64 = self.connection.query_row("SELECT count(*) FROM format", [], |row| row.get(0))?;
        let expected = count - FIRST_TOLD + 1;
        let mut faults = Vec::new();
        if count < FORMAT {
            faults.push(format!("{count} < {FORMAT}"));
        }
        if told != expected {
            faults.push(format!("{told} != {expected}"));
        }
        Ok(Finding { check: Check::Format, count, faults })
    }

    /// A check of SQLite's own: every row but `ok` is a fault.
    fn told(&self, check: Check, count: &str, pragma: &str) -> Result<Finding, Problem> {
        let count = self.connection.query_row(count, [], |row| row.get(0))?;
        let mut statement = self.connection.prepare(pragma)?;
        let mut rows = statement.query([])?;
        let mut faults = Vec::new();
        while let Some(row) = rows.next()? {
            let said: String = row.get(0)?;
            if said != "ok" && faults.len() < MOST_FAULTS {
                faults.push(said);
            }
        }
        Ok(Finding { check, count, faults })
    }

    /// The journal's rows are numbered without gaps, for it is never shortened.
    fn journal_rows(&self) -> Result<Finding, Problem> {
        let (count, last): (i64, i64) =
            self.connection.query_row("SELECT count(*), coalesce(max(id), 0) FROM journal", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let faults = if count == last { Vec::new() } else { vec![format!("{count} != {last}")] };
        Ok(Finding { check: Check::Journal, count, faults })
    }
}

/// The parts of a casebook, which only their owner may read: those that must be there, and those that may be.
fn directory(casebook: &Casebook) -> Finding {
    let path = casebook.directory();
    let must = ["", "casebook.toml", "casebook.db", "gate", "keys"];
    let may = unit::FILES.into_iter().chain(["casebook.db-wal", "casebook.db-shm"]);
    let place = |part: &str| if part.is_empty() { path.to_owned() } else { path.join(part) };
    let slots = fs::read_dir(casebook.keys()).into_iter().flatten().flatten().map(|entry| entry.path());
    let parts = must.into_iter().map(|part| (place(part), true));
    let parts = parts.chain(may.map(|part| (place(part), false))).chain(slots.map(|slot| (slot, false)));
    let mut faults = Vec::new();
    let mut count = 0;
    for (path, must_be_there) in parts {
        match fs::metadata(&path) {
            Ok(meta) if meta.mode() & 0o077 == 0 => count += 1,
            Ok(meta) => faults.push(format!("{} {:o}", path.display(), meta.mode() & 0o777)),
            Err(cause) if !must_be_there && cause.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => faults.push(format!("{} {cause}", path.display())),
        }
    }
    Finding { check: Check::Directory, count, faults }
}

fn key_files(casebook: &Casebook) -> Result<Finding, Problem> {
    let users = casebook.users()?.len();
    let files = fs::read_dir(casebook.keys()).map(Iterator::count).unwrap_or_default();
    let readable = users + usize::from(casebook.purpose() == CasebookKind::Demo);
    let faults = if files == readable { Vec::new() } else { vec![format!("{readable} / {files}")] };
    Ok(Finding { check: Check::KeyFiles, count: i64::try_from(users).unwrap_or(i64::MAX), faults })
}
