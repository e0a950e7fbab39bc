//! The table of copies: which there are and where, for whoever purges, and how the last one went.
//!
//! A backup is written down before it is made, so that one that fails, or whose program is killed, is seen to have
//! failed; the copy itself holds that row, begun. A standby is made every few minutes, and a row each would be noise in
//! the journal: its place is written down once, and when it was last brought up stands in a file beside the database
//! ([`LATEST`]) that holds no case.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::journal::{Cause, Deed, Entry, next_change};
use super::super::{Casebook, CasebookKind, Store, files};
use super::{CopyKind, told};
use crate::domain::access::Right;
use crate::domain::backup::{BackupState, Health, Keeping, LastCopy};
use crate::domain::matter::Matter;
use crate::domain::problem::{Kind, Problem};

/// How the journal calls a copy.
pub(in crate::store) const NOUN: &str = "backup";

/// How it calls that the casebook came out of one.
pub(in crate::store) const RESTORED: &str = "restore";

/// When the standbys were last brought up.
const LATEST: &str = "standby.toml";
const LARGEST_LATEST: u64 = 64 * 1024;

/// A backup that has taken longer is not being made any more.
const LONGEST: TimeDelta = TimeDelta::hours(6);

const COLUMNS: &str = "id, kind, place, name, begun_at, upto, proven_at, failed_at, removed_at";

/// A copy, as the casebook knows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyRow {
    /// Which.
    pub id: i64,
    /// Of which kind.
    pub kind: CopyKind,
    /// The directory it lies in, with the host before it where that is another one.
    pub place: String,
    /// What it is called there; nothing for a standby, which is made anew under another name each time.
    pub name: String,
    /// When it was begun: what was removed before is not in it. For a standby, when the place was first used.
    pub begun_at: DateTime<Utc>,
    /// The last row of the journal that it holds, if it was proven.
    pub upto: Option<i64>,
    /// When it was proven to be whole.
    pub proven_at: Option<DateTime<Utc>>,
    /// When it failed, if that could be told.
    pub failed_at: Option<DateTime<Utc>>,
    /// When it was taken away, or seen to be gone.
    pub removed_at: Option<DateTime<Utc>>,
}

/// How far a standby goes, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Latest {
    pub(super) at: DateTime<Utc>,
    pub(super) row: i64,
}

impl Store {
    /// The copies that were made and may be there, the oldest first.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook.
    pub fn copies(&self) -> Result<Vec<CopyRow>, Problem> {
        self.ask(Right::Maintain)?;
        self.copies_there(None)
    }

    /// How backups and standbys stand. A demo, of which nobody needs a backup, has none until one was made.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook.
    pub fn backup_health(&self) -> Result<Health, Problem> {
        self.ask(Right::Maintain)?;
        let (now, keeping) = ((self.clock)(), self.keeping());
        let backups = self.copies_there(Some(CopyKind::Backup))?;
        let last = backups.iter().rev().find(|row| row.proven_at.is_some()).map(|row| LastCopy {
            place: row.place.clone(),
            at: Some(row.begun_at),
            age: now - row.begun_at,
            is_late: keeping.is_late(row.begun_at, now),
        });
        let failed = |row: &CopyRow| row.failed_at.is_some() || now - row.begun_at > LONGEST;
        let is_broken = backups.last().is_some_and(|row| row.proven_at.is_none() && failed(row));
        let should_be = self.purpose == CasebookKind::Real && keeping.is_late(self.made_at()?, now);
        let state = match &last {
            _ if is_broken => BackupState::Failed,
            Some(last) if last.is_late => BackupState::Late,
            Some(_) => BackupState::Good,
            None if should_be => BackupState::Never,
            None => BackupState::NotYet,
        };
        let latest = latest(&self.directory);
        let standby = |row: CopyRow| {
            let at = latest.get(&row.place).map(|latest| latest.at);
            let since = at.unwrap_or(row.begun_at);
            LastCopy { place: row.place, at, age: now - since, is_late: keeping.is_standby_late(since, now) }
        };
        let standbys = self.copies_there(Some(CopyKind::Standby))?.into_iter().map(standby).collect();
        Ok(Health { state, last, standbys })
    }

    /// The unit's rules for backups.
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// When the casebook was made.
    fn made_at(&self) -> Result<DateTime<Utc>, Problem> {
        let mut first = self.connection.prepare_cached("SELECT at FROM journal ORDER BY id LIMIT 1")?;
        let at: String = first.query_row([], |row| row.get(0))?;
        Ok(at.parse().unwrap_or_default())
    }

    fn copies_there(&self, kind: Option<CopyKind>) -> Result<Vec<CopyRow>, Problem> {
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM backup WHERE removed_at IS NULL AND kind = coalesce(:kind, kind) ORDER BY id"
        ))?;
        let rows = statement.query_map(named_params! {":kind": kind.map(CopyKind::name)}, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes down that a backup is being made.
    pub(super) fn begin_backup(&self, place: &str, name: &str, at: DateTime<Utc>) -> Result<i64, Problem> {
        self.write(|transaction| self.add_copy(transaction, CopyKind::Backup, place, name, at))
    }

    /// Writes down the place of a standby, unless it is known.
    pub(in crate::store) fn know_standby(&self, place: &str, at: DateTime<Utc>) -> Result<(), Problem> {
        if self.standby_at(place)?.is_some() {
            return Ok(());
        }
        self.write(|transaction| self.add_copy(transaction, CopyKind::Standby, place, "", at).map(drop))
    }

    fn standby_at(&self, place: &str) -> Result<Option<i64>, Problem> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id FROM backup WHERE kind = 'standby' AND place = :place AND removed_at IS NULL")?;
        Ok(statement.query_row(named_params! {":place": place}, |row| row.get(0)).optional()?)
    }

    /// Says that a place gets no standby any more. What lies there stays; it is for whoever looks after it to remove.
    ///
    /// # Errors
    /// Refused to roles that do not look after the casebook; a place that is not known.
    pub fn end_standby(&self, place: &Path) -> Result<String, Problem> {
        self.ask(Right::Maintain)?;
        let whole = std::fs::canonicalize(place).or_else(|_| std::path::absolute(place));
        let known = [Some(place.to_owned()), whole.ok()].into_iter().flatten().map(|path| path.display().to_string());
        for place in known {
            if let Some(id) = self.standby_at(place.trim_end_matches('/'))? {
                self.mark_copies(&[(id, "removed_at")], None)?;
                return Ok(place);
            }
        }
        Err(Problem::new(Kind::NotFound, "standby-unknown").with("path", place.display()))
    }

    /// Writes down that a backup is whole.
    pub(super) fn backup_proven(&self, id: i64, upto: i64) -> Result<(), Problem> {
        self.mark_copies(&[(id, "proven_at")], Some(upto))
    }

    /// Writes down that one failed.
    pub(super) fn backup_failed(&self, id: i64) -> Result<(), Problem> {
        self.mark_copies(&[(id, "failed_at")], None)
    }

    /// Writes down which backups of a place are gone: all but those that stand there.
    pub(super) fn backups_gone(&self, place: &str, there: &[&str]) -> Result<(), Problem> {
        let known = self.copies_there(Some(CopyKind::Backup))?;
        let is_gone = |row: &&CopyRow| {
            row.place == place && (row.proven_at.is_some() || row.failed_at.is_some()) && !there.contains(&&*row.name)
        };
        let gone: Vec<_> = known.iter().filter(is_gone).map(|row| (row.id, "removed_at")).collect();
        if gone.is_empty() { Ok(()) } else { self.mark_copies(&gone, None) }
    }

    /// Writes times into rows, as one change.
    fn mark_copies(&self, which: &[(i64, &'static str)], upto: Option<i64>) -> Result<(), Problem> {
        self.write(|transaction| {
            let (change, now) = (next_change(transaction)?, told((self.clock)()));
            for (record, column) in which {
                transaction
                    .prepare_cached(&format!(
                        "UPDATE backup SET {column} = :now, upto = coalesce(:upto, upto) WHERE id = :id"
                    ))?
                    .execute(named_params! {":now": now, ":upto": upto, ":id": record})?;
                let mut before = Map::from_iter([((*column).to_owned(), Value::Null)]);
                let mut after = Map::from_iter([((*column).to_owned(), Value::from(now.as_str()))]);
                if let Some(upto) = upto {
                    before.insert("upto".to_owned(), Value::Null);
                    after.insert("upto".to_owned(), Value::from(upto));
                }
                let deed = Deed::Change(before, after);
                let entry = Entry { change, cause: Cause::Person, noun: NOUN, record: *record, family: None, deed };
                self.write_entry(transaction, &entry)?;
            }
            Ok(())
        })
    }

    fn add_copy(
        &self,
        transaction: &Transaction<'_>,
        kind: CopyKind,
        place: &str,
        name: &str,
        at: DateTime<Utc>,
    ) -> Result<i64, Problem> {
        let record = transaction
            .prepare_cached("INSERT INTO backup (kind, place, name, begun_at) VALUES (:kind, :place, :name, :at)")?
            .insert(named_params! {":kind": kind.name(), ":place": place, ":name": name, ":at": told(at)})?;
        let fields = [("kind", kind.name()), ("place", place), ("name", name), ("begun_at", &told(at))];
        let deed = Deed::Add(fields.map(|(field, value)| (field.to_owned(), Value::from(value))).into_iter().collect());
        let change = next_change(transaction)?;
        let entry = Entry { change, cause: Cause::Person, noun: NOUN, record, family: None, deed };
        self.write_entry(transaction, &entry)?;
        Ok(record)
    }

    /// Journals that the casebook is what a copy has become.
    pub(super) fn journal_restored(&self, of: CopyKind, at: DateTime<Utc>, row: i64) -> Result<(), Problem> {
        self.write(|transaction| {
            let fields = [("from", Value::from(of.name())), ("of", Value::from(told(at))), ("row", Value::from(row))];
            let deed = Deed::Add(fields.map(|(field, value)| (field.to_owned(), value)).into_iter().collect());
            let change = next_change(transaction)?;
            let entry = Entry { change, cause: Cause::Person, noun: RESTORED, record: row, family: None, deed };
            self.write_entry(transaction, &entry)
        })?;
        // A backup knows of itself that it was begun; that it was whole has just been seen.
        let own = self.copies_there(Some(of))?.into_iter().rev().find(|own| own.begun_at == at && own.upto.is_none());
        own.map_or(Ok(()), |own| self.backup_proven(own.id, row))
    }
}

/// What must be seen to of the copies, for the week of whoever answers for the casebook.
pub(in crate::store) fn matters(store: &Store, _: NaiveDate) -> Result<Vec<Matter>, Problem> {
    let health = store.backup_health()?;
    let of = |about, last: Option<&LastCopy>| Matter {
        about,
        args: vec![("place", last.map(|last| last.place.clone()).unwrap_or_default())],
        family: None,
        record: None,
        since: last.and_then(|last| last.at).map(|at| at.date_naive()),
    };
    let backups = match health.state {
        BackupState::Good | BackupState::NotYet => None,
        BackupState::Never => Some(of("backup-never", None)),
        BackupState::Late => Some(of("backup-late", health.last.as_ref())),
        BackupState::Failed => Some(of("backup-failed", health.last.as_ref())),
    };
    let late = health.standbys.iter().filter(|standby| standby.is_late);
    Ok(backups.into_iter().chain(late.map(|standby| of("standby-late", Some(standby)))).collect())
}

/// A copy as the journal tells it.
pub(in crate::store) fn fields(connection: &Connection, id: i64) -> Result<Option<Map<String, Value>>, Problem> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM backup WHERE id = :id"))?;
    let found = statement.query_row(named_params! {":id": id}, |row| {
        let text = |name: &str| Ok::<_, rusqlite::Error>(Value::from(row.get::<_, Option<String>>(name)?));
        let mut fields = Map::from_iter([("upto".to_owned(), Value::from(row.get::<_, Option<i64>>("upto")?))]);
        for name in COLUMNS.split(", ").filter(|name| !["id", "upto"].contains(name)) {
            fields.insert(name.to_owned(), text(name)?);
        }
        Ok(fields)
    });
    Ok(found.optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<CopyRow> {
    let time = |column: &str| -> rusqlite::Result<Option<DateTime<Utc>>> {
        Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
    };
    let kind: String = row.get("kind")?;
    Ok(CopyRow {
        id: row.get("id")?,
        kind: if kind == CopyKind::Backup.name() { CopyKind::Backup } else { CopyKind::Standby },
        place: row.get("place")?,
        name: row.get("name")?,
        begun_at: time("begun_at")?.unwrap_or_default(),
        upto: row.get("upto")?,
        proven_at: time("proven_at")?,
        failed_at: time("failed_at")?,
        removed_at: time("removed_at")?,
    })
}

/// When the standbys were last brought up. What cannot be read says nothing.
pub(super) fn latest(directory: &Path) -> BTreeMap<String, Latest> {
    let text = files::read_small(&directory.join(LATEST), LARGEST_LATEST).unwrap_or_default();
    toml::from_str(&text).unwrap_or_default()
}

/// Writes down how far the standby of a place goes.
pub(super) fn keep_latest(casebook: &Casebook, place: &str, of: Latest) -> Result<(), Problem> {
    let path = casebook.directory().join(LATEST);
    let mut all = latest(casebook.directory());
    all.insert(place.to_owned(), of);
    let failed = |cause| Problem::new(Kind::Io, "write-file").with("path", path.display()).because(cause);
    files::write_whole(&path, toml::to_string(&all).map_err(failed)?.as_bytes())
}
