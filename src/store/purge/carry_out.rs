//! Takes files away, so that nothing of them can be read in the casebook's own files any more: the records go, the
//! journal's rows of them stay without what they said, and what was freed is overwritten.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Store, not_found};
use crate::domain::check_in::Meeting;
use crate::domain::ids::{FamilyId, PurgeId};
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};
use crate::store::chain::purge::{PURGED, drop_content};
use crate::store::conflict::CONFLICTS;
use crate::store::glass::GLASS;
use crate::store::journal::{Cause, Deed, next_change};
use crate::store::looked;
use crate::store::looked::review::Finding;
use crate::store::noun::{self, Visitor};
use crate::store::record::Row;

/// How often it is tried to move the log over while somebody else reads.
const TRIES: u32 = 50;

/// What was purged: the protocol, which names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purged {
    /// How many families.
    pub families: u64,
    /// How many records of each kind, as the journal calls it; none of which there were none.
    pub records: Map<String, Value>,
    /// How many rows of the journal were emptied.
    pub rows: u64,
}

/// What nobody keeps a record of and yet hangs on a family.
const BESIDE: [&str; 3] = [
    "UPDATE meeting SET now_at = NULL WHERE now_at = :family",
    // What somebody was writing of it, the family or one of its people being named in it.
    "DELETE FROM draft WHERE EXISTS (
         SELECT 1 FROM (SELECT case_ref AS name FROM family WHERE id = :family
                        UNION ALL SELECT ref FROM member WHERE family = :family)
         WHERE instr(draft.body, '\"' || name || '\"'))",
    // A line begun about a group in which somebody of it was.
    "DELETE FROM draft WHERE place IN (
         SELECT 'roll/' || a.meeting FROM member m CROSS JOIN attendance a ON a.person = m.id
         WHERE m.family = :family)",
];

/// Takes the records of one kind away; which they were.
struct Take<'a> {
    transaction: &'a Transaction<'a>,
    family: FamilyId,
}

impl Visitor for Take<'_> {
    type Out = Result<(&'static str, Vec<i64>), Problem>;

    fn visit<R: Row>(self) -> Self::Out {
        let Self { transaction, family } = self;
        if R::PLACE.family == "NULL" {
            return Ok((R::NOUN, Vec::new()));
        }
        let sql = format!(
            "SELECT t.id FROM {} JOIN family f ON f.id = {whose} WHERE {whose} = :family ORDER BY t.id DESC",
            R::PLACE.tables,
            whose = R::PLACE.family,
        );
        let mut statement = transaction.prepare_cached(&sql)?;
        let ids: Vec<i64> =
            statement.query_map(named_params! {":family": family.0}, |row| row.get(0))?.collect::<Result<_, _>>()?;
        ids.iter().try_for_each(|id| R::delete(transaction, *id))?;
        Ok((R::NOUN, ids))
    }
}

/// Every kind, those first on which nothing hangs: what is told apart refers to people, rows only to rows before them.
fn in_order() -> impl Iterator<Item = NounKind> {
    let apart = [NounKind::NetworkMaps, NounKind::Occurrences, NounKind::Arrangements];
    let rest = NounKind::ALL.iter().rev().copied().filter(move |kind| !apart.contains(kind));
    apart.into_iter().chain(rest)
}

impl Store {
    pub(super) fn carry_out(
        &self,
        transaction: &Transaction<'_>,
        id: PurgeId,
        families: &[FamilyId],
    ) -> Result<Purged, Problem> {
        let mut gone = Vec::new();
        let mut rows = BTreeSet::new();
        for family in families {
            for beside in BESIDE {
                transaction.prepare_cached(beside)?.execute(named_params! {":family": family.0})?;
            }
            self.leave_meetings(transaction, *family)?;
            self.count_without_names(transaction, *family)?;
            gone.extend(take_marks(transaction, *family)?);
            let (findings, words) = looked::take_away(transaction, *family)?;
            gone.extend(findings.into_iter().map(|id| (Finding::NOUN, id)));
            rows.extend(words);
            for kind in in_order() {
                let (noun, ids) = noun::of(kind, Take { transaction, family: *family })?;
                gone.extend(ids.into_iter().map(|id| (noun, id)));
            }
            rows.extend(told_of(transaction, *family)?);
        }
        // The row that tells of the purge is the next one.
        let by = transaction.prepare_cached("SELECT max(id) + 1 FROM journal")?.query_row([], |row| row.get(0))?;
        let dropped = drop_content(transaction, by, &rows.iter().copied().collect::<Vec<_>>(), &gone)?;
        let mut records = Map::new();
        for (noun, _) in &gone {
            let before = records.get(*noun).and_then(Value::as_u64).unwrap_or_default();
            records.insert((*noun).to_owned(), (before + 1).into());
        }
        let purged = Purged { families: families.len() as u64, records, rows: rows.len() as u64 };
        let failed = |cause| Problem::new(Kind::Io, "database").because(cause);
        let protocol = serde_json::to_value(&purged).map_err(failed)?;
        let at = self.end(transaction, id, Some(&protocol.to_string()))?;
        let told = [("confirmed", true.into()), (PURGED, dropped), ("ended_at", at.into()), ("protocol", protocol)];
        let told = told.map(|(name, value)| (name.to_owned(), value));
        self.journal_purge(transaction, id, Deed::Change(Map::new(), Map::from_iter(told)))?;
        // Samples of names and references, kept to choose indexes by; they are drawn again by whoever ends next.
        forget_samples(transaction)?;
        Ok(purged)
    }

    /// Takes a family out of the meetings that had it on their agenda; what those were is told by the numbers alone.
    fn leave_meetings(&self, transaction: &Transaction<'_>, family: FamilyId) -> Result<(), Problem> {
        let of = named_params! {":family": family.0};
        let mut statement =
            transaction.prepare_cached("SELECT DISTINCT meeting FROM meeting_family WHERE family = :family")?;
        let meetings: Vec<i64> = statement.query_map(of, |row| row.get(0))?.collect::<Result<_, _>>()?;
        for id in meetings {
            let (_, before) = Meeting::fetch(transaction, id)?.ok_or_else(|| not_found(Meeting::NOUN))?;
            transaction
                .prepare_cached("DELETE FROM meeting_family WHERE meeting = :meeting AND family = :family")?
                .execute(named_params! {":meeting": id, ":family": family.0})?;
            let change = next_change(transaction)?;
            self.journal_change(transaction, change, Cause::Person, id, &before)?;
        }
        Ok(())
    }

    /// Moves the log over into the database and cuts it to nothing.
    ///
    /// # Errors
    /// Somebody reads for longer than one waits: what was purged is gone from the database, not from its log yet.
    pub(super) fn cut_log(&self) -> Result<(), Problem> {
        for _ in 0..TRIES {
            let held = self.gate.hold()?;
            let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            if busy == 0 {
                return Ok(());
            }
            // Who reads may be waiting to write.
            drop(held);
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        Err(Problem::new(Kind::Io, "purge-in-log"))
    }
}

/// Takes away who had a conflict of interest in a family, and who opened it in an emergency; which those were.
fn take_marks(transaction: &Transaction<'_>, family: FamilyId) -> Result<Vec<(&'static str, i64)>, Problem> {
    let mut gone = Vec::new();
    for of in [CONFLICTS, GLASS] {
        let sql = format!("DELETE FROM {} WHERE family = :family RETURNING id", of.table);
        let mut statement = transaction.prepare_cached(&sql)?;
        for id in statement.query_map(named_params! {":family": family.0}, |row| row.get(0))? {
            gone.push((of.noun, id?));
        }
    }
    Ok(gone)
}

/// The rows of the journal that say anything of a family, and are not emptied yet.
fn told_of(transaction: &Transaction<'_>, family: FamilyId) -> Result<Vec<i64>, Problem> {
    let mut statement = transaction.prepare_cached(
        "SELECT id FROM journal
         WHERE family = :family AND (before IS NOT NULL OR after IS NOT NULL) ORDER BY id",
    )?;
    let rows = statement.query_map(named_params! {":family": family.0}, |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn forget_samples(connection: &Connection) -> Result<(), Problem> {
    let is_there = connection
        .prepare_cached("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'")?
        .query_row([], |_| Ok(()))
        .optional()?;
    if is_there.is_some() {
        connection.execute_batch("DELETE FROM sqlite_stat4")?;
    }
    Ok(())
}
