//! Opening a family that one does not reach, in an emergency: by its exact case reference or somebody's identity
//! number, with a reason, for some hours, to be read and no more. The family's team sees it on the page, and whoever
//! leads the team looks through it. What was asked for and is not there is told only once it is written down who asked,
//! and why; it is looked through as well.
//!
//! Nothing opens what a conflict of interest has closed: it is told of as what is not there.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Europe::Stockholm;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde_json::{Map, Value};

use super::chain::folded::{Fields, Folded};
use super::journal::{self, Cause, Deed, Entry};
use super::reached::moment;
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::ids::FamilyId;
use crate::domain::matter::Matter;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold, identity_of};

/// That a family was opened in an emergency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glass {
    /// Its number.
    pub id: i64,
    /// Who opened it.
    pub who: String,
    /// Why.
    pub reason: String,
    /// Until when it is open to them, Swedish time.
    pub until: NaiveDateTime,
}

/// The families of an exact case reference or of an identity number, those closed to the asker left out.
const SOUGHT: &str = "SELECT DISTINCT f.id, w.noun, f.case_ref FROM search_word w JOIN family f ON f.id = w.family
     WHERE (w.noun = 'case' AND w.word = :reference OR w.noun = 'identity' AND w.word = :number)
       AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.family = f.id AND c.staff = :staff) ORDER BY f.id";

/// What a family was opened for and nobody has looked through, or that is open still.
const OF_FAMILY: &str = "SELECT g.id, u.name, g.reason, g.until_at FROM glass g JOIN user u ON u.id = g.user
     WHERE g.family = :family AND (g.seen_at IS NULL OR g.until_at > :now) ORDER BY g.id";

/// What whoever leads a team has to look through, but what they opened themselves.
const UNSEEN: &str = "SELECT g.id, u.name, g.at, f.id, f.name, f.case_ref, g.reason FROM glass g
     JOIN user u ON u.id = g.user LEFT JOIN family f ON f.id = g.family
     WHERE g.seen_at IS NULL AND g.user <> :me";

/// How openings stand in the journal and are held against it.
pub(super) const GLASS: Folded = Folded { noun: "glass", table: "glass", fetch: fields };

/// One as the journal tells it.
fn fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT family, user, at, until_at, reason, seen_by, seen_at FROM glass WHERE id = :id")?
        .query_row(named_params! {":id": id}, |row| {
            let number = |place| row.get::<_, Option<i64>>(place).map(Value::from);
            let text = |place| row.get::<_, Option<String>>(place).map(Value::from);
            Ok(Map::from_iter([
                ("family".to_owned(), number(0)?),
                ("user".to_owned(), number(1)?),
                ("at".to_owned(), text(2)?),
                ("until_at".to_owned(), text(3)?),
                ("reason".to_owned(), text(4)?),
                ("seen_by".to_owned(), number(5)?),
                ("seen_at".to_owned(), text(6)?),
            ]))
        })
        .optional()?;
    Ok(found)
}

impl Store {
    /// Opens what one does not reach, in an emergency; which family it is, or none where none was found.
    ///
    /// # Errors
    /// Refused by role; no reason; a casebook that cannot be written to; a reference that more than one team has.
    pub fn break_glass(&self, sought: &str, reason: &str) -> Result<Option<FamilyId>, Problem> {
        self.ask(Right::BreakGlass)?;
        let (sought, reason) = (clean_line(sought), clean_line(reason));
        if reason.is_empty() {
            return Err(Problem::new(Kind::Invalid, "glass-without-reason"));
        }
        if sought.is_empty() {
            return Err(Problem::new(Kind::Invalid, "glass-without-whom"));
        }
        let found = self.write(|transaction| {
            let families = self.sought_in_emergency(transaction, &sought)?;
            let one = match families.as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            let at = (self.clock)();
            let until = at + TimeDelta::hours(self.access.glass_hours.into());
            let id = transaction
                .prepare_cached(
                    "INSERT INTO glass (family, user, at, until_at, reason)
                     VALUES (:family, :user, :at, :until, :reason)",
                )?
                .insert(named_params! {
                    ":family": one.map(|family| family.0), ":user": self.actor.id.0, ":at": moment(at),
                    ":until": moment(until), ":reason": reason,
                })?;
            let told = fields(transaction, id)?.unwrap_or_default();
            self.journal_glass(transaction, (id, one), Deed::Add(told))?;
            Ok((one, families.len()))
        })?;
        match found {
            (_, several) if several > 1 => Err(Problem::new(Kind::Invalid, "glass-several")),
            (one, _) => Ok(one),
        }
    }

    /// The families that somebody may mean: the only one that is theirs of the reference goes before those of others.
    fn sought_in_emergency(&self, transaction: &Transaction<'_>, sought: &str) -> Result<Vec<FamilyId>, Problem> {
        let number: String = fold(sought).chars().filter(|sign| sign.is_alphanumeric()).collect();
        let asked = named_params! {":reference": fold(sought), ":number": number, ":staff": self.actor.staff};
        let mut statement = transaction.prepare_cached(SOUGHT)?;
        let found = statement
            .query_map(asked, |row| Ok((FamilyId(row.get(0)?), row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?;
        let found = found.collect::<Result<Vec<_>, _>>()?;
        let is_meant = |noun: &str, case_ref: &str| noun == "identity" || identity_of(case_ref) == identity_of(sought);
        let mut families: Vec<FamilyId> = found
            .into_iter()
            .filter(|(_, noun, case_ref)| is_meant(noun, case_ref))
            .map(|(family, ..)| family)
            .collect();
        families.dedup();
        Ok(families)
    }

    /// What a family was opened for in emergencies, as its page tells it.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn glass_of(&self, family: FamilyId) -> Result<Vec<Glass>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut statement = self.connection.prepare_cached(OF_FAMILY)?;
        let now = moment((self.clock)());
        let found = statement.query_map(named_params! {":family": family.0, ":now": now}, |row| {
            Ok(Glass {
                id: row.get(0)?,
                who: row.get(1)?,
                reason: row.get(2)?,
                until: row.get::<_, DateTime<Utc>>(3)?.with_timezone(&Stockholm).naive_local(),
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Says that one has looked through what somebody else opened in an emergency.
    ///
    /// # Errors
    /// Refused by role; not one's to look through.
    pub fn review_glass(&self, id: i64) -> Result<(), Problem> {
        self.ask(Right::ReviewGlass)?;
        self.write(|transaction| {
            let sql = format!("{} AND g.id = :id", self.unseen()?);
            let family: Option<Option<i64>> = transaction
                .prepare_cached(&sql)?
                .query_row(named_params! {":me": self.actor.id.0, ":id": id}, |row| row.get(3))
                .optional()?;
            let family = family.ok_or_else(|| not_found("glass"))?.map(FamilyId);
            let at = moment((self.clock)());
            transaction
                .prepare_cached("UPDATE glass SET version = version + 1, seen_by = :by, seen_at = :at WHERE id = :id")?
                .execute(named_params! {":by": self.actor.staff, ":at": at, ":id": id})?;
            let empty = Map::from_iter([("seen_by".to_owned(), Value::Null), ("seen_at".to_owned(), Value::Null)]);
            let seen = Map::from_iter([
                ("seen_by".to_owned(), Value::from(self.actor.staff)),
                ("seen_at".to_owned(), at.into()),
            ]);
            self.journal_glass(transaction, (id, family), Deed::Change(empty, seen))
        })
    }

    /// The query for what one has to look through: what was opened in one's families, and what somebody of the team
    /// asked for in vain; parameter `:me`.
    fn unseen(&self) -> Result<String, Problem> {
        let (reached, asker) = (self.ask(Right::ReviewGlass)?, self.asker()?);
        Ok(format!("{UNSEEN} AND (f.id IS NULL AND u.team = {} OR {})", asker.team, reached.family("f")))
    }

    /// What one has to look through, as matters of the week.
    pub(super) fn glass_matters(&self) -> Result<Vec<Matter>, Problem> {
        let sql = format!("{} ORDER BY g.id", self.unseen()?);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map(named_params! {":me": self.actor.id.0}, |row| {
            let family = match row.get::<_, Option<i64>>(3)? {
                Some(id) => Some((FamilyId(id), row.get(4)?, row.get(5)?)),
                None => None,
            };
            Ok(Matter {
                about: if family.is_some() { "glass" } else { "glass-in-vain" },
                args: vec![("who", row.get(1)?), ("reason", row.get(6)?)],
                family,
                since: Some(row.get::<_, DateTime<Utc>>(2)?.date_naive()),
                record: Some(row.get(0)?),
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn journal_glass(
        &self,
        transaction: &Transaction<'_>,
        (record, family): (i64, Option<FamilyId>),
        deed: Deed,
    ) -> Result<(), Problem> {
        let change = journal::next_change(transaction)?;
        let entry = Entry { change, cause: Cause::Person, noun: "glass", record, family, deed };
        self.write_entry(transaction, &entry)
    }
}
