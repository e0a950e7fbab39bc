//! The log of who looked, as it is read back: newest first, of a family, of a user, between days.
//!
//! Whoever leads is told of the families that they reach and of no other; an administrator who did what and when, and
//! how many families were concerned, not which. Anybody else is told of themselves.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Europe::Stockholm;
use rusqlite::{OptionalExtension, Row, named_params};
use serde_json::{Map, Value};

use super::rows::MANY;
use crate::domain::access::{Reach, Right};
use crate::domain::codes::Role;
use crate::domain::ids::{FamilyId, UserId};
use crate::domain::looked::{Whence, families};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::store::coded::Coded;
use crate::store::{Store, noun};

/// Of a row that names very many families no more than this are told one by one.
const NAMED: usize = 50;

/// Rows that are looked through at once.
const AT_ONCE: i64 = 500;

/// Which looks are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookAsked {
    /// Only those that concern this family.
    pub family: Option<FamilyId>,
    /// Only those of this user.
    pub user: Option<String>,
    /// The first day, in Sweden.
    pub from: Option<NaiveDate>,
    /// The last.
    pub to: Option<NaiveDate>,
    /// No more than this many.
    pub most: usize,
}

impl Default for LookAsked {
    fn default() -> Self {
        Self { family: None, user: None, from: None, to: None, most: usize::MAX }
    }
}

/// A look, as the journal has it.
#[derive(Debug, Clone, PartialEq)]
pub struct LookRow {
    /// The row of the journal.
    pub row: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub user: String,
    /// As which user.
    pub by: UserId,
    /// The user's role, as it is now.
    pub role: Role,
    /// An act of [`crate::domain::codes::AccessAct`], or `read`, as they were called before there were several.
    pub act: String,
    /// What kind of record, or what else was read.
    pub noun: String,
    /// The kind of record, where it is one.
    pub kind: Option<NounKind>,
    /// Which record; 0 where it is several or is not told.
    pub record: i64,
    /// The families it concerns that the asker reaches, at most fifty of them.
    pub families: Vec<FamilyId>,
    /// How many families it concerns, whether they are told or not.
    pub count: u64,
    /// From where.
    pub whence: Whence,
    /// Why, if that was said and the asker may know.
    pub reason: Option<String>,
    /// What else the row says, to whoever reads cases.
    pub said: Map<String, Value>,
}

/// What the asker may be told.
struct Told {
    /// Only of themselves.
    only: Option<UserId>,
    /// Whether of cases.
    cases: bool,
    /// The families that they reach.
    reached: BTreeSet<i64>,
    /// How many of a row are told one by one.
    named: usize,
    /// Rows that say from where somebody looked.
    seats: BTreeMap<i64, Whence>,
}

const COLUMNS: &str = "j.id, j.at, j.user, u.name, j.act, j.noun, j.record, j.family, j.after, u.role";

impl Store {
    /// Whether whoever has the casebook open has looked at anything in it before; what is looked at now is journalled
    /// later.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn has_looked_before(&self) -> Result<bool, Problem> {
        let sql = "SELECT EXISTS (SELECT 1 FROM journal
            WHERE user = :user AND act NOT IN ('add', 'change', 'remove') AND act <> 'fail')";
        let known =
            self.connection.prepare_cached(sql)?.query_row(named_params! {":user": self.actor.id.0}, |row| row.get(0));
        Ok(known?)
    }

    /// Who looked, newest first.
    ///
    /// # Errors
    /// Refused to whoever asks for others than themselves and does not read the journal, and by family.
    pub fn looks(&self, asked: &LookAsked) -> Result<Vec<LookRow>, Problem> {
        self.looks_naming(asked, NAMED)
    }

    /// The same, with so many families of a row told one by one.
    pub(super) fn looks_naming(&self, asked: &LookAsked, named: usize) -> Result<Vec<LookRow>, Problem> {
        self.footing()?;
        let asker = self.entered()?;
        let reads = self.reach(Right::ReadJournal) != Reach::Nothing;
        let own = self.actor.name.clone();
        if !reads && asked.user.as_ref().is_some_and(|user| identity_of(user) != identity_of(&own)) {
            return Err(self.refused(Right::ReadJournal, &asker));
        }
        if let Some(family) = asked.family {
            self.ask_for_family(Right::ReadCases, family)?;
        }
        let mut told = Told { named, ..self.whom_to_tell()? };
        match asked.family {
            Some(family) => self.looks_of_family(asked, family, &mut told),
            None => self.all_looks(asked, &mut told),
        }
    }

    fn all_looks(&self, asked: &LookAsked, told: &mut Told) -> Result<Vec<LookRow>, Problem> {
        let (from, until) = moments(asked);
        let sql = format!(
            "SELECT {COLUMNS} FROM journal j JOIN user u ON u.id = j.user
             WHERE j.act NOT IN ('add', 'change', 'remove') AND j.id < :before AND (:user IS NULL OR u.identity = :user)
               AND (:only IS NULL OR j.user = :only) AND j.at >= :from AND j.at < :until
             ORDER BY j.id DESC LIMIT :most"
        );
        let user = asked.user.as_deref().map(identity_of);
        let mut found = Vec::new();
        let mut before = i64::MAX;
        loop {
            let mut statement = self.connection.prepare_cached(&sql)?;
            let of = named_params! {
                ":before": before, ":user": user, ":only": told.only.map(|user| user.0), ":from": from, ":until": until,
                ":most": AT_ONCE,
            };
            let rows: Vec<Raw> = statement.query_map(of, read)?.collect::<Result<_, _>>()?;
            let Some(last) = rows.last() else { return Ok(found) };
            before = last.id;
            for raw in rows {
                found.extend(self.told_look(raw, told)?);
                if found.len() >= asked.most {
                    return Ok(found);
                }
            }
        }
    }

    fn looks_of_family(&self, asked: &LookAsked, family: FamilyId, told: &mut Told) -> Result<Vec<LookRow>, Problem> {
        let mut rows: BTreeSet<i64> = BTreeSet::new();
        let mut gather = |sql: &str, of: i64| -> Result<(), Problem> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let found = statement.query_map(named_params! {":family": of}, |row| row.get(0))?;
            for row in found {
                rows.insert(row?);
            }
            Ok(())
        };
        let by_itself = "SELECT id FROM journal WHERE family = :family AND act NOT IN ('add', 'change', 'remove')";
        gather(by_itself, family.0)?;
        gather("SELECT row FROM access_family WHERE family = :family", family.0)?;
        gather("SELECT row FROM access_family WHERE family = :family", MANY)?;
        let (from, until) = moments(asked);
        let user = asked.user.as_deref().map(identity_of);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM journal j JOIN user u ON u.id = j.user
             WHERE j.id = :row AND (:user IS NULL OR u.identity = :user) AND (:only IS NULL OR j.user = :only)
               AND j.at >= :from AND j.at < :until"
        ))?;
        let mut found = Vec::new();
        for row in rows.into_iter().rev() {
            let of = named_params! {
                ":row": row, ":user": user, ":only": told.only.map(|user| user.0), ":from": from, ":until": until,
            };
            let Some(raw) = statement.query_row(of, read).optional()? else { continue };
            if !raw.concerns(family) {
                continue;
            }
            found.extend(self.told_look(raw, told)?);
            if found.len() >= asked.most {
                break;
            }
        }
        Ok(found)
    }

    /// Rows by number, newest first.
    pub(super) fn looks_of_rows(&self, numbers: &str) -> Result<Vec<LookRow>, Problem> {
        let mut told = self.whom_to_tell()?;
        let sql = format!("SELECT {COLUMNS} FROM journal j JOIN user u ON u.id = j.user WHERE j.id = :row");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut found = Vec::new();
        for row in families::ranges(numbers).flatten().collect::<BTreeSet<i64>>().into_iter().rev() {
            if let Some(raw) = statement.query_row(named_params! {":row": row}, read).optional()? {
                found.extend(self.told_look(raw, &mut told)?);
            }
        }
        Ok(found)
    }

    fn whom_to_tell(&self) -> Result<Told, Problem> {
        let reads = self.reach(Right::ReadJournal) != Reach::Nothing;
        let cases = self.reach(Right::ReadCases) != Reach::Nothing;
        let mut reached = BTreeSet::new();
        if cases {
            let families = self.reached_by(Right::ReadCases)?.families();
            let mut statement = self.connection.prepare_cached(&families)?;
            reached = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        }
        Ok(Told { only: (!reads).then_some(self.actor.id), cases, reached, named: NAMED, seats: BTreeMap::new() })
    }

    /// A row as the asker may read it; none where it concerns only families that they may not know of.
    fn told_look(&self, raw: Raw, told: &mut Told) -> Result<Option<LookRow>, Problem> {
        let Raw { id, at, by, role, user, act, noun, record, family, mut said, is_emptied: _ } = raw;
        let named = said.remove("families");
        let named = named.as_ref().and_then(Value::as_str).unwrap_or_default();
        let mut count = u64::from(family.is_some()) + families::count(named);
        let mut reached = Vec::new();
        if told.cases {
            // Nobody is told of a family that they do not reach, be it by a number or by a refusal.
            let is_any = count > 0;
            count = 0;
            for family in family.into_iter().chain(families::ranges(named).flatten()) {
                if told.reached.contains(&family) {
                    count += 1;
                    reached.extend((reached.len() < told.named).then_some(FamilyId(family)));
                }
            }
            if is_any && count == 0 {
                return Ok(None);
            }
        }
        let seat = said.remove("seat").as_ref().and_then(Value::as_i64);
        let whence = match seat {
            Some(seat) => match told.seats.get(&seat) {
                Some(whence) => whence.clone(),
                None => {
                    let whence = self.seat(seat)?;
                    told.seats.insert(seat, whence.clone());
                    whence
                }
            },
            None => whence_of(&said),
        };
        let reason = said.remove("reason").as_ref().and_then(Value::as_str).map(str::to_owned);
        Ok(Some(LookRow {
            row: id,
            at,
            user,
            by,
            role,
            act,
            kind: noun::named(&noun),
            noun,
            record: if told.cases { record } else { 0 },
            families: reached,
            count,
            whence,
            reason: reason.filter(|_| told.cases),
            said: if told.cases { said } else { Map::new() },
        }))
    }

    fn seat(&self, row: i64) -> Result<Whence, Problem> {
        let after: Option<Option<String>> = self
            .connection
            .prepare_cached("SELECT after FROM journal WHERE id = :row AND act = 'unlock'")?
            .query_row(named_params! {":row": row}, |row| row.get(0))
            .optional()?;
        Ok(whence_of(&object(after.flatten())))
    }
}

/// A row as it stands.
struct Raw {
    id: i64,
    at: DateTime<Utc>,
    by: UserId,
    role: Role,
    user: String,
    act: String,
    noun: String,
    record: i64,
    family: Option<i64>,
    said: Map<String, Value>,
    /// Whether it says nothing any more, for a family that it named beside others was purged.
    is_emptied: bool,
}

impl Raw {
    fn concerns(&self, family: FamilyId) -> bool {
        let named = self.said.get("families").and_then(Value::as_str).unwrap_or_default();
        self.family == Some(family.0)
            // Such a row is found by those it named, or named so many that each is told of it.
            || self.is_emptied
            || families::names(named, family)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let at: String = row.get(1)?;
    let (family, after): (Option<i64>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(Raw {
        id: row.get(0)?,
        at: at.parse().unwrap_or_default(),
        by: UserId(row.get(2)?),
        user: row.get(3)?,
        act: row.get(4)?,
        noun: row.get(5)?,
        record: row.get(6)?,
        is_emptied: family.is_none() && after.is_none(),
        family,
        said: object(after),
        role: row.get::<_, Coded<Role>>(9)?.0,
    })
}

fn object(text: Option<String>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn whence_of(said: &Map<String, Value>) -> Whence {
    serde_json::from_value(Value::Object(said.clone())).unwrap_or_default()
}

/// The first moment of the first day, and the first after the last, as the journal writes them.
fn moments(asked: &LookAsked) -> (String, String) {
    let of = |day: NaiveDate| -> String {
        let midnight = Stockholm.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest();
        let midnight = midnight.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |at| at.to_utc());
        midnight.to_rfc3339_opts(SecondsFormat::Millis, true)
    };
    let until = asked.to.and_then(|day| day.succ_opt()).map_or_else(|| "9999".to_owned(), of);
    (asked.from.map_or_else(String::new, of), until)
}
