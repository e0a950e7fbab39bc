//! Whether the casebook is whole: what the file system, SQLCipher and SQLite say of it. Reads no case.

mod copies;
mod files;
mod ground;
mod head;

use super::schema::{self, FIRST_TOLD, FORMAT};
use super::{Casebook, Store};
use crate::domain::access::Right;
use crate::domain::problem::{Kind, Problem};

/// Something that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Check {
    Directory,
    KeyFiles,
    Settings,
    Disk,
    Room,
    Clock,
    Format,
    Encryption,
    Integrity,
    References,
    Journal,
    Head,
    Backups,
    Standbys,
}

impl Check {
    /// The check's name in JSON and in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::KeyFiles => "key_files",
            Self::Settings => "settings",
            Self::Disk => "disk",
            Self::Room => "room",
            Self::Clock => "clock",
            Self::Format => "format",
            Self::Encryption => "encryption",
            Self::Integrity => "integrity",
            Self::References => "references",
            Self::Journal => "journal",
            Self::Head => "head",
            Self::Backups => "backups",
            Self::Standbys => "standbys",
        }
    }
}

/// What a check found. Never case text.
#[derive(Debug)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// A number worth knowing: files, users, the format, pages, rows.
    pub count: i64,
    /// What is broken or open to others; none in a casebook that is whole. Their hints say how to mend them.
    pub faults: Vec<Problem>,
    /// What is not broken, and yet to be seen to.
    pub warnings: Vec<Problem>,
}

impl Finding {
    /// A check that has found nothing yet.
    pub(super) fn of(check: Check) -> Self {
        Self { check, count: 0, faults: Vec::new(), warnings: Vec::new() }
    }

    pub(super) fn counting(self, count: i64) -> Self {
        Self { count, ..self }
    }
}

/// What somebody else has found, in their own words; how it is mended is told of the whole check, `mend-<check>`.
pub(super) fn found(said: String) -> Problem {
    Problem::new(Kind::Io, "found").with("said", said)
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
        self.copy_log();
        Ok(vec![
            files::directory(casebook),
            files::keys(casebook)?,
            self.settings(),
            ground::disk(casebook),
            ground::room(casebook),
            self.clock_stands()?,
            self.format()?,
            self.told(Check::Encryption, "SELECT page_count FROM pragma_page_count", "PRAGMA cipher_integrity_check")?,
            self.told(Check::Integrity, "SELECT page_count FROM pragma_page_count", "PRAGMA integrity_check")?,
            self.told(Check::References, "SELECT count(*) FROM family", "PRAGMA foreign_key_check")?,
            self.journal_rows()?,
            head::head(self)?,
            self.backups()?,
            self.standbys()?,
        ])
    }

    /// The unit's own settings: what is faulty in them is not used, which is told at every start as well.
    fn settings(&self) -> Finding {
        let told = self.unit_faults().iter().filter(|fault| fault.args.iter().any(|(name, _)| *name == "file"));
        let warnings = told.map(Problem::again).collect();
        Finding { warnings, ..Finding::of(Check::Settings) }
    }

    /// The casebook's format, which may be newer than ours, and a row for each since they are told.
    fn format(&self) -> Result<Finding, Problem> {
        let count = schema::format(&self.connection)?;
        let told: i64 = self.connection.query_row("SELECT count(*) FROM format", [], |row| row.get(0))?;
        let expected = count - FIRST_TOLD + 1;
        let mut faults = Vec::new();
        if count < FORMAT {
            faults.push(found(format!("{count} < {FORMAT}")));
        }
        if told != expected {
            faults.push(found(format!("{told} != {expected}")));
        }
        Ok(Finding { faults, ..Finding::of(Check::Format).counting(count) })
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
                faults.push(found(said));
            }
        }
        Ok(Finding { faults, ..Finding::of(check).counting(count) })
    }

    /// The journal's rows are numbered without gaps, for it is never shortened.
    fn journal_rows(&self) -> Result<Finding, Problem> {
        let (count, last): (i64, i64) =
            self.connection.query_row("SELECT count(*), coalesce(max(id), 0) FROM journal", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let faults = if count == last { Vec::new() } else { vec![found(format!("{count} != {last}"))] };
        Ok(Finding { faults, ..Finding::of(Check::Journal).counting(count) })
    }
}
