//! The journal: who did what to which record and when, with the fields before and after. Never rewritten. What was
//! read is told in it by [`super::looked`].

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Transaction, named_params};
use serde_json::{Map, Value};

use super::Store;
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{AccessAct, Code};
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
    /// Nothing was changed; somebody looked.
    Look(AccessAct, Map<String, Value>),
}

/// A row to be written.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub change: ChangeId,
    pub cause: Cause,
    pub noun: &'a str,
    pub record: i64,
    pub family: Option<FamilyId>,
    pub deed: Deed,
}

/// A row as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// When, in UTC, RFC 3339.
    pub at: String,
    /// Who.
    pub user: String,
    /// `add`, `change`, `remove`, an act of [`AccessAct`], or `read`, as all of those were called once.
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
    pub(super) fn write_entry(&self, transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<(), Problem> {
        self.write_entry_at(transaction, entry, (self.clock)()).map(drop)
    }

    /// Writes a row with a time of its own; which one it is.
    pub(super) fn write_entry_at(
        &self,
        transaction: &Transaction<'_>,
        entry: &Entry<'_>,
        at: DateTime<Utc>,
    ) -> Result<i64, Problem> {
        let (act, before, after) = match &entry.deed {
            Deed::Add(after) => ("add", None, Some(after)),
            Deed::Change(before, after) => ("change", Some(before), Some(after)),
            Deed::Remove(before) => ("remove", Some(before), None),
            Deed::Look(act, said) => (act.code(), None, Some(said).filter(|said| !said.is_empty())),
        };
        let text = |fields: Option<&Map<String, Value>>| fields.map(serde_json::to_string).transpose();
        let failed = |cause| Problem::new(crate::domain::problem::Kind::Io, "database").because(cause);
        let row = transaction
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
        Ok(row)
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
        let whole = reached.is_all();
        let rows = statement.query_map(named_params! {":family": family, ":limit": limit}, |row| {
            // A look at several families names them all.
            let of_several = row.get::<_, Option<i64>>("family")?.is_none();
            let is_look = !["add", "change", "remove"].contains(&row.get_ref("act")?.as_str().unwrap_or_default());
            Ok(JournalRow {
                at: row.get("at")?,
                user: row.get("name")?,
                act: row.get("act")?,
                cause: row.get("cause")?,
                noun: row.get("noun")?,
                record: row.get("record")?,
                before: row.get::<_, Option<String>>("before")?.filter(|_| shows_cases),
                after: row
                    .get::<_, Option<String>>("after")?
                    .filter(|_| shows_cases && (whole || !is_look || !of_several)),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
