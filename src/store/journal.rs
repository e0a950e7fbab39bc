//! The journal: who did what to which record and when, with the fields before and after. Never rewritten.

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Transaction, named_params};
use serde_json::{Map, Value};

use super::{Store, trouble};
use crate::domain::access::{Reach, Right};
use crate::domain::ids::{ChangeId, FamilyId};
use crate::domain::problem::Problem;

/// Why a journal row was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    Person,
    Import,
    Undo,
    Redo,
    Setup,
}

impl Cause {
    fn term(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Import => "import",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Setup => "setup",
        }
    }
}

/// What was done, with the fields it touched.
#[derive(Debug)]
pub(super) enum Deed {
    Add(Map<String, Value>),
    Change(Map<String, Value>, Map<String, Value>),
    Remove(Map<String, Value>),
    Read,
    /// Read, and how.
    NewsCursor(Map<String, Value>),
}

/// A row to be written.
#[derive(Debug)]
pub(super) struct Entry {
    pub change: ChangeId,
    pub cause: Cause,
    pub noun: &'static str,
    pub record: i64,
    pub family: Option<FamilyId>,
    pub deed: Deed,
}

/// A reading that could not be journalled when it was done, for the disk could not be written to. It is journalled,
/// with its own time, together with the next thing that can be written.
#[derive(Debug, Clone)]
pub(super) struct KeptReading {
    at: DateTime<Utc>,
    noun: &'static str,
    record: i64,
    family: Option<FamilyId>,
}

/// A row as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// When, in UTC, RFC 3339.
    pub at: String,
    /// Who.
    pub user: String,
    /// `add`, `change`, `remove` or `read`.
    pub act: String,
    /// `person`, `import`, `undo`, `redo` or `setup`.
    pub cause: String,
    /// What kind of record.
    pub noun: String,
    /// Which record.
    pub record: i64,
    /// The fields before, as JSON.
    pub before: Option<String>,
    /// The fields after, as JSON.
    pub after: Option<String>,
}

/// Which journal rows to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trail {
    /// The newest rows of the casebook.
    Newest,
    /// The newest rows of one family.
    Family(FamilyId),
}

/// A change of its own for what is about to be written.
pub(super) fn next_change(transaction: &Transaction<'_>) -> Result<ChangeId, Problem> {
    let next = transaction
        .prepare_cached("SELECT coalesce(max(change), 0) + 1 FROM journal")?
        .query_row([], |row| row.get(0))?;
    Ok(ChangeId(next))
}

/// Whether a change touched a record.
pub(super) fn touches(
    transaction: &Transaction<'_>,
    change: ChangeId,
    (noun, record): (&str, i64),
) -> Result<bool, Problem> {
    let touches = transaction
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM journal WHERE change = :change AND noun = :noun AND record = :record)",
        )?
        .query_row(named_params! {":change": change.0, ":noun": noun, ":record": record}, |row| row.get(0))?;
    Ok(touches)
}

/// Whether anything was written of a change; if not, the next change gets its number.
pub(super) fn tells_of(transaction: &Transaction<'_>, change: ChangeId) -> Result<bool, Problem> {
    let mut rows = transaction.prepare_cached("SELECT 1 FROM journal WHERE change = :change")?;
    Ok(rows.exists(named_params! {":change": change.0})?)
}

impl Store {
    pub(super) fn write_entry(&self, transaction: &Transaction<'_>, entry: &Entry) -> Result<(), Problem> {
        self.write_entry_at(transaction, entry, (self.clock)())
    }

    fn write_entry_at(&self, transaction: &Transaction<'_>, entry: &Entry, at: DateTime<Utc>) -> Result<(), Problem> {
        let (act, before, after) = match &entry.deed {
            Deed::Add(after) => ("add", None, Some(after)),
            Deed::Change(before, after) => ("change", Some(before), Some(after)),
            Deed::Remove(before) => ("remove", Some(before), None),
            Deed::Read => ("read", None, None),
            Deed::NewsCursor(how) => ("read", None, Some(how)),
        };
        let text = |fields: Option<&Map<String, Value>>| fields.map(serde_json::to_string).transpose();
        let failed = |cause| Problem::new(crate::domain::problem::Kind::Io, "database").because(cause);
        transaction
            .prepare_cached(
                "INSERT INTO journal (change, at, user, act, cause, noun, record, family, before, after)
                 VALUES (:change, :at, :user, :act, :cause, :noun, :record, :family, :before, :after)",
            )?
            .insert(named_params! {
                ":change": entry.change.0,
                ":at": at.to_rfc3339_opts(SecondsFormat::Millis, true),
                ":user": self.actor.id.0,
                ":act": act,
                ":cause": entry.cause.term(),
                ":noun": entry.noun,
                ":record": entry.record,
                ":family": entry.family.map(|family| family.0),
                ":before": text(before).map_err(failed)?,
                ":after": text(after).map_err(failed)?,
            })?;
        Ok(())
    }

    /// Journals that a family was opened. Where the disk cannot be written to, the reading is kept until it can: see
    /// [`Store::kept_readings`].
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_reading(&self, family: FamilyId) -> Result<(), Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        self.journal_or_keep("family", family.0, Some(family))
    }

    /// Journals that records of a kind were listed or shown; kept like [`Store::journal_reading`].
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_listing(&self, kind: &'static str, family: Option<FamilyId>) -> Result<(), Problem> {
        self.ask_to(Right::ReadCases, family)?;
        self.journal_or_keep(kind, 0, family)
    }

    /// Journals that records of a kind leave the house in a file. None leaves of which the journal cannot tell.
    ///
    /// # Errors
    /// Refused by role or family; a disk that cannot be written to.
    pub fn journal_export(&self, kind: &'static str, family: Option<FamilyId>) -> Result<(), Problem> {
        self.ask_to(Right::Export, family)?;
        self.journal_read(kind, 0, family)
    }

    /// Journals that records of a kind leave the house in a file in which nothing is kept back.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn journal_whole(&self, kind: &'static str, family: Option<FamilyId>) -> Result<(), Problem> {
        self.ask_to(Right::ExportWhole, family)?;
        self.write_aside(|transaction| {
            let change = next_change(transaction)?;
            let whole = Map::from_iter([("whole".to_owned(), Value::from(true))]);
            let deed = Deed::NewsCursor(whole);
            let entry = Entry { change, cause: Cause::Person, noun: kind, record: 0, family, deed };
            self.write_entry(transaction, &entry)
        })
    }

    /// Journals that figures of the whole unit were read.
    pub(super) fn journal_figures(&self, report: &'static str) -> Result<(), Problem> {
        self.journal_or_keep(report, 0, None)
    }

    /// How many readings could not be journalled yet.
    pub fn kept_readings(&self) -> usize {
        self.kept.borrow().len()
    }

    fn journal_read(&self, noun: &'static str, record: i64, family: Option<FamilyId>) -> Result<(), Problem> {
        self.write_aside(|transaction| {
            let change = next_change(transaction)?;
            let entry = Entry { change, cause: Cause::Person, noun, record, family, deed: Deed::Read };
            self.write_entry(transaction, &entry)
        })
    }

    pub(super) fn journal_or_keep(
        &self,
        noun: &'static str,
        record: i64,
        family: Option<FamilyId>,
    ) -> Result<(), Problem> {
        if !self.may_be_kept(family) {
            return self.journal_read(noun, record, family);
        }
        // Nobody at a screen waits for a colleague in order to read.
        match self.read_without_waiting(|| self.journal_read(noun, record, family)) {
            Err(problem) if trouble::is_of_disk(&problem) || problem.key == Problem::WAITS => {
                self.kept.borrow_mut().push(KeptReading { at: (self.clock)(), noun, record, family });
                Ok(())
            }
            done => done,
        }
    }

    /// Whether a reading may be done before it is journalled. Whoever reaches a family in a way of its own, such as by
    /// breaking a glass or on call, is not let in where nothing can be written.
    fn may_be_kept(&self, family: Option<FamilyId>) -> bool {
        self.asker().is_ok_and(|asker| asker.is_at_home(family))
    }

    /// Journals what was read while nothing could be written, if anything can be now.
    pub fn journal_what_is_kept(&self) {
        if self.kept_readings() > 0 {
            // What cannot be written now comes again.
            let _ = self.briefly(|| self.write_aside(|_| Ok(())));
        }
    }

    /// Journals the readings that were kept; how many.
    pub(super) fn journal_kept(&self, transaction: &Transaction<'_>) -> Result<usize, Problem> {
        let kept = self.kept.borrow();
        // What nobody could sign waits until somebody can.
        if self.pair.is_none() {
            return Ok(0);
        }
        for reading in kept.iter() {
            let change = next_change(transaction)?;
            let &KeptReading { at, noun, record, family } = reading;
            let entry = Entry { change, cause: Cause::Person, noun, record, family, deed: Deed::Read };
            self.write_entry_at(transaction, &entry, at)?;
        }
        Ok(kept.len())
    }

    /// The newest journal rows, newest first. Who reaches no case is told who did what, not what the records say.
    ///
    /// # Errors
    /// Refused to roles that do not read the journal.
    pub fn journal(&self, trail: Trail, limit: u32) -> Result<Vec<JournalRow>, Problem> {
        let reached = self.ask(Right::ReadJournal)?;
        let shows_cases = self.reach(Right::ReadCases) != Reach::Nothing;
        let family = match trail {
            Trail::Newest => None,
            Trail::Family(family) => Some(family.0),
        };
        // Who is told no case is told what was done in all of them; nobody else is told of families that they do not
        // reach.
        let whose = if reached.is_all() { "TRUE".to_owned() } else { reached.reaches("j.family") };
        let asked = match family {
            None => format!(":family IS NULL AND (j.family IS NULL OR {whose})"),
            Some(_) => format!("j.family = :family AND {whose}"),
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT j.*, u.name FROM journal j JOIN user u ON u.id = j.user
             WHERE {asked} ORDER BY j.id DESC LIMIT :limit"
        ))?;
        let rows = statement.query_map(named_params! {":family": family, ":limit": limit}, |row| {
            Ok(JournalRow {
                at: row.get("at")?,
                user: row.get("name")?,
                act: row.get("act")?,
                cause: row.get("cause")?,
                noun: row.get("noun")?,
                record: row.get("record")?,
                before: row.get::<_, Option<String>>("before")?.filter(|_| shows_cases),
                after: row.get::<_, Option<String>>("after")?.filter(|_| shows_cases),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
