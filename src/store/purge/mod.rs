//! Purging: what the rules propose, who asks for it, who confirms it. Two people are needed, and what the rules say is
//! asked anew when the second one confirms; [`carry_out`] then takes the files away.

mod carry_out;
mod facts;

use chrono::{NaiveDate, SecondsFormat};
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde_json::{Map, Value};

use super::journal::{Cause, Deed, Entry, next_change};
use super::{Store, not_found};
use crate::domain::access::{Reach, Right};
use crate::domain::ids::{FamilyId, PurgeId};
use crate::domain::matter::Matter;
use crate::domain::problem::{Kind, Problem};
use crate::domain::purge::{Proposal, PurgeRules, Verdict, propose};

pub use carry_out::Purged;

/// A family's file and what the rules say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Whose.
    pub family: FamilyId,
    /// Its case reference.
    pub case_ref: String,
    /// What the family is called.
    pub name: String,
    /// What the rules say, and why.
    pub proposal: Proposal,
}

/// What somebody has asked to be purged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurgeRequest {
    /// Which.
    pub id: PurgeId,
    /// Who asked.
    pub asked_by: String,
    /// When, in UTC, RFC 3339.
    pub asked_at: String,
    /// Who confirmed it or took it back, and when; none while it waits.
    pub ended: Option<(String, String)>,
    /// How many families.
    pub families: u64,
    /// What came of it: none while it waits, or if it was taken back.
    pub purged: Option<Purged>,
}

impl Store {
    /// The rules for purging, the unit's own over those that ship.
    pub fn purge_rules(&self) -> &PurgeRules {
        &self.purge
    }

    /// What the rules say of a family's file.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn purge_of(&self, family: FamilyId, today: NaiveDate) -> Result<Candidate, Problem> {
        self.ask_for_family(Right::AskToPurge, family)?;
        candidate(&self.connection, &self.purge, family, today)
    }

    /// The closed families whose files have not been written in for the shortest period, and what the rules say of
    /// each: proposed, or kept and why.
    ///
    /// # Errors
    /// Refused by role.
    pub fn purge_candidates(&self, today: NaiveDate) -> Result<Vec<Candidate>, Problem> {
        self.ask(Right::AskToPurge)?;
        let Some(edge) = self.purge.edge(today) else { return Ok(Vec::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT id FROM family WHERE status = 'closed' AND coalesce(closed_on, started_on) <= :edge
             ORDER BY sort_key, id",
        )?;
        let ids = statement.query_map(named_params! {":edge": edge}, |row| row.get(0).map(FamilyId))?;
        let mut candidates = Vec::new();
        for id in ids.collect::<Result<Vec<_>, _>>()? {
            if self.ask_for_family(Right::AskToPurge, id).is_ok() {
                candidates.push(candidate(&self.connection, &self.purge, id, today)?);
            }
        }
        Ok(candidates)
    }

    /// Asks that the files of some families be purged. Somebody else confirms it.
    ///
    /// # Errors
    /// Refused by role or family; no family, or one that the rules do not propose.
    pub fn ask_to_purge(&self, families: &[FamilyId], today: NaiveDate) -> Result<PurgeId, Problem> {
        self.ask(Right::AskToPurge)?;
        if families.is_empty() {
            return Err(Problem::new(Kind::Invalid, "nothing-to-purge"));
        }
        self.write(|transaction| {
            for family in families {
                self.ask_for_family(Right::AskToPurge, *family)?;
                must_be_proposed(&candidate(transaction, &self.purge, *family, today)?)?;
            }
            let at = (self.clock)().to_rfc3339_opts(SecondsFormat::Secs, true);
            let id = transaction
                .prepare_cached("INSERT INTO purge (asked_by, asked_at) VALUES (:by, :at)")?
                .insert(named_params! {":by": self.actor.id.0, ":at": at})?;
            let mut insert =
                transaction.prepare_cached("INSERT INTO purge_family (purge, family) VALUES (:purge, :family)")?;
            for family in families {
                insert.execute(named_params! {":purge": id, ":family": family.0})?;
            }
            let ids: Vec<i64> = families.iter().map(|family| family.0).collect();
            let told = [("families".to_owned(), ids.into()), ("asked_at".to_owned(), at.into())];
            self.journal_purge(transaction, PurgeId(id), Deed::Add(Map::from_iter(told)))?;
            Ok(PurgeId(id))
        })
    }

    /// Takes back what was asked for.
    ///
    /// # Errors
    /// Refused by role; no such request, or one that has ended.
    pub fn withdraw_purge(&self, id: PurgeId) -> Result<(), Problem> {
        self.ask(Right::ConfirmPurge)?;
        self.write(|transaction| {
            waiting(transaction, id)?;
            let at = self.end(transaction, id, None)?;
            let ended = [("withdrawn".to_owned(), Value::from(true)), ("ended_at".to_owned(), at.into())];
            self.journal_purge(transaction, id, Deed::Change(Map::new(), Map::from_iter(ended)))
        })
    }

    /// Confirms what somebody else has asked for, and purges the files. Then nothing of them is left in the casebook
    /// but the journal's rows, without what they said.
    ///
    /// # Errors
    /// Refused by role, and to whoever asked; no such request, or one that has ended; a family that the rules do not
    /// propose any more: then nothing is purged.
    pub fn confirm_purge(&self, id: PurgeId, today: NaiveDate) -> Result<Purged, Problem> {
        self.ask(Right::ConfirmPurge)?;
        let purged = self.write(|transaction| {
            let asked_by = waiting(transaction, id)?;
            if asked_by == self.actor.id.0 {
                return Err(Problem::new(Kind::Refused, "purge-needs-another"));
            }
            let families = families_of(transaction, id)?;
            for family in &families {
                // Whoever confirms may be somebody who sees no case, and is told of none.
                let proposal = candidate(transaction, &self.purge, *family, today)?.proposal;
                if !matches!(proposal.verdict, Verdict::Propose { .. }) {
                    return Err(Problem::new(Kind::Refused, "purge-changed"));
                }
            }
            self.carry_out(transaction, id, &families)
        })?;
        // What is gone from the database may still stand in its log until that is moved over.
        self.cut_log()?;
        Ok(purged)
    }

    /// What was asked for, newest first.
    ///
    /// # Errors
    /// Refused by role.
    pub fn purge_requests(&self) -> Result<Vec<PurgeRequest>, Problem> {
        self.ask(Right::ConfirmPurge)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT p.id, a.name AS asked_by, p.asked_at, e.name AS ended_by, p.ended_at, p.protocol,
                    (SELECT count(*) FROM purge_family f WHERE f.purge = p.id) AS families
             FROM purge p JOIN user a ON a.id = p.asked_by LEFT JOIN user e ON e.id = p.ended_by
             ORDER BY p.id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            let (by, at): (Option<String>, Option<String>) = (row.get("ended_by")?, row.get("ended_at")?);
            let protocol: Option<String> = row.get("protocol")?;
            Ok(PurgeRequest {
                id: PurgeId(row.get("id")?),
                asked_by: row.get("asked_by")?,
                asked_at: row.get("asked_at")?,
                ended: by.zip(at),
                families: row.get::<_, i64>("families")?.unsigned_abs(),
                purged: protocol.and_then(|text| serde_json::from_str(&text).ok()),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn journal_purge(&self, transaction: &Transaction<'_>, id: PurgeId, deed: Deed) -> Result<(), Problem> {
        let change = next_change(transaction)?;
        let entry = Entry { change, cause: Cause::Person, noun: "purge", record: id.0, family: None, deed };
        self.write_entry(transaction, &entry)
    }

    /// Writes down that a request has ended, and with what; when.
    fn end(&self, transaction: &Transaction<'_>, id: PurgeId, protocol: Option<&str>) -> Result<String, Problem> {
        let at = (self.clock)().to_rfc3339_opts(SecondsFormat::Secs, true);
        transaction
            .prepare_cached("UPDATE purge SET ended_by = :by, ended_at = :at, protocol = :protocol WHERE id = :id")?
            .execute(named_params! {":by": self.actor.id.0, ":at": at, ":protocol": protocol, ":id": id.0})?;
        Ok(at)
    }
}

/// What waits for a second person to confirm it.
pub(super) fn matters(store: &Store, _today: NaiveDate) -> Result<Vec<Matter>, Problem> {
    if store.reach(Right::ConfirmPurge) == Reach::Nothing {
        return Ok(Vec::new());
    }
    let waits = store.purge_requests()?.into_iter().filter(|request| request.ended.is_none());
    let matter = |request: PurgeRequest| Matter {
        about: "purge",
        args: vec![
            ("number", request.id.0.to_string()),
            ("families", request.families.to_string()),
            ("user", request.asked_by),
        ],
        family: None,
        record: None,
        since: request.asked_at.get(..10).and_then(|day| day.parse().ok()),
    };
    Ok(waits.map(matter).collect())
}

fn candidate(
    connection: &Connection,
    rules: &PurgeRules,
    family: FamilyId,
    today: NaiveDate,
) -> Result<Candidate, Problem> {
    let (case_ref, name) = connection
        .prepare_cached("SELECT case_ref, name FROM family WHERE id = :id")?
        .query_row(named_params! {":id": family.0}, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(|| not_found("family"))?;
    let proposal = propose(rules, &facts::of(connection, family, today)?, today);
    Ok(Candidate { family, case_ref, name, proposal })
}

fn must_be_proposed(candidate: &Candidate) -> Result<(), Problem> {
    match candidate.proposal.verdict {
        Verdict::Propose { .. } => Ok(()),
        _ => Err(Problem::new(Kind::Refused, "purge-not-proposed").with("family", &candidate.case_ref)),
    }
}

/// Who asked for what waits.
fn waiting(connection: &Connection, id: PurgeId) -> Result<i64, Problem> {
    let found: Option<(i64, Option<String>)> = connection
        .prepare_cached("SELECT asked_by, ended_at FROM purge WHERE id = :id")?
        .query_row(named_params! {":id": id.0}, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((asked_by, None)) => Ok(asked_by),
        Some((_, Some(_))) => Err(Problem::new(Kind::Conflict, "purge-ended")),
        None => Err(not_found("purge")),
    }
}

fn families_of(connection: &Connection, id: PurgeId) -> Result<Vec<FamilyId>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT family FROM purge_family WHERE purge = :id ORDER BY family")?;
    let found = statement.query_map(named_params! {":id": id.0}, |row| row.get(0).map(FamilyId))?;
    Ok(found.collect::<Result<_, _>>()?)
}
