//! Reviews and findings as they are kept.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};

use crate::domain::codes::{AccessDecision, AccessSignal};
use crate::domain::ids::{FamilyId, UserId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;

/// A review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct Review {
    /// Whose families were reviewed.
    pub team: i64,
    /// The first day.
    pub from_day: NaiveDate,
    /// The last.
    pub until_day: NaiveDate,
    /// By whom.
    pub made_by: UserId,
    /// How many readings there were.
    pub among: i64,
}

/// Something that a review found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::store) struct Finding {
    /// Which review.
    pub review: i64,
    /// Why.
    pub signal: AccessSignal,
    /// Who read.
    pub user: UserId,
    /// Which family, where it is one.
    pub family: Option<FamilyId>,
    /// The rows of the journal, as `domain::looked::families` writes numbers.
    pub rows: String,
    /// What was decided.
    pub decision: Option<AccessDecision>,
    /// Why.
    pub note: Option<String>,
    /// By whom.
    pub decided_by: Option<UserId>,
}

impl Review {
    /// What the journal calls one.
    pub(in crate::store) const NOUN: &'static str = "access_review";

    pub(super) fn put(&self, transaction: &Transaction<'_>, number: i64) -> Result<(), Problem> {
        transaction
            .prepare_cached(
                "INSERT INTO access_review (id, team, from_day, until_day, made_by, among)
                 VALUES (:id, :team, :from, :until, :by, :among)",
            )?
            .execute(named_params! {
                ":id": number, ":team": self.team, ":from": self.from_day, ":until": self.until_day,
                ":by": self.made_by.0, ":among": self.among,
            })?;
        Ok(())
    }

    /// One as it stands.
    pub(in crate::store) fn fetch(connection: &Connection, id: i64) -> Result<Option<Self>, Problem> {
        let found = connection
            .prepare_cached("SELECT team, from_day, until_day, made_by, among FROM access_review WHERE id = :id")?
            .query_row(named_params! {":id": id}, |row| {
                Ok(Self {
                    team: row.get(0)?,
                    from_day: row.get(1)?,
                    until_day: row.get(2)?,
                    made_by: UserId(row.get(3)?),
                    among: row.get(4)?,
                })
            })
            .optional()?;
        Ok(found)
    }
}

const COLUMNS: &str = "f.id, f.review, f.signal, f.user, f.family, f.rows, f.decision, f.note, f.decided_by";

impl Finding {
    /// What the journal calls one.
    pub(in crate::store) const NOUN: &'static str = "access_finding";

    pub(super) fn put(&self, transaction: &Transaction<'_>) -> Result<i64, Problem> {
        let id = transaction
            .prepare_cached(
                "INSERT INTO access_finding (review, signal, user, family, rows)
                 VALUES (:review, :signal, :user, :family, :rows)",
            )?
            .insert(named_params! {
                ":review": self.review, ":signal": Coded(self.signal), ":user": self.user.0,
                ":family": self.family.map(|family| family.0), ":rows": self.rows,
            })?;
        Ok(id)
    }

    pub(super) fn decide(&self, transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        transaction
            .prepare_cached(
                "UPDATE access_finding SET version = version + 1, decision = :decision, note = :note, decided_by = :by
                 WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": id, ":decision": self.decision.map(Coded), ":note": self.note,
                ":by": self.decided_by.map(|by| by.0),
            })?;
        Ok(())
    }

    /// One as it stands.
    pub(in crate::store) fn fetch(connection: &Connection, id: i64) -> Result<Option<Self>, Problem> {
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM access_finding f WHERE f.id = :id"))?
            .query_row(named_params! {":id": id}, read)
            .optional()?;
        Ok(found.map(|(_, finding)| finding))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<(i64, Finding)> {
    let finding = Finding {
        review: row.get(1)?,
        signal: row.get::<_, Coded<AccessSignal>>(2)?.0,
        user: UserId(row.get(3)?),
        family: row.get::<_, Option<i64>>(4)?.map(FamilyId),
        rows: row.get(5)?,
        decision: row.get::<_, Option<Coded<AccessDecision>>>(6)?.map(|code| code.0),
        note: row.get(7)?,
        decided_by: row.get::<_, Option<i64>>(8)?.map(UserId),
    };
    Ok((row.get(0)?, finding))
}

/// The number of the next review.
pub(super) fn next_review(connection: &Connection) -> Result<i64, Problem> {
    let sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'access_review'), 0) + 1";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Findings of a user's team: those undecided, or all of a review.
pub(super) fn findings(
    connection: &Connection,
    user: UserId,
    review: Option<i64>,
) -> Result<Vec<(i64, Finding)>, Problem> {
    let which = match review {
        None => "f.decision IS NULL AND :review IS NULL",
        Some(_) => "f.review = :review",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM access_finding f JOIN access_review r ON r.id = f.review
         WHERE {which} AND r.team = (SELECT team FROM user WHERE id = :user) ORDER BY f.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! {":user": user.0, ":review": review}, read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A finding of a user's team.
pub(super) fn finding(connection: &Connection, user: UserId, id: i64) -> Result<Option<Finding>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM access_finding f JOIN access_review r ON r.id = f.review
         WHERE f.id = :id AND r.team = (SELECT team FROM user WHERE id = :user)"
    );
    let found =
        connection.prepare_cached(&sql)?.query_row(named_params! {":id": id, ":user": user.0}, read).optional()?;
    Ok(found.map(|(_, finding)| finding))
}

/// Whether somebody else leads the same team.
pub(super) fn is_another_leader(connection: &Connection, user: UserId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM user o WHERE o.id <> :user AND o.role = 'team_leader' AND o.disabled_at IS NULL
                 AND o.team = (SELECT team FROM user WHERE id = :user)";
    Ok(connection.prepare_cached(sql)?.exists(named_params! {":user": user.0})?)
}

/// The team of a user.
pub(super) fn team_of(connection: &Connection, user: UserId) -> Result<i64, Problem> {
    let sql = "SELECT team FROM user WHERE id = :user";
    Ok(connection.prepare_cached(sql)?.query_row(named_params! {":user": user.0}, |row| row.get(0))?)
}

/// What a user is called.
pub(super) fn called(connection: &Connection, user: UserId) -> Result<String, Problem> {
    let sql = "SELECT name FROM user WHERE id = :user";
    Ok(connection.prepare_cached(sql)?.query_row(named_params! {":user": user.0}, |row| row.get(0))?)
}

/// What a family is called, and its case reference.
pub(super) fn family_called(connection: &Connection, family: FamilyId) -> Result<Option<(String, String)>, Problem> {
    let sql = "SELECT name, case_ref FROM family WHERE id = :family";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(named_params! {":family": family.0}, |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}
