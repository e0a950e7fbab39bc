//! Plans for the days at hand, and what colleagues have done since somebody last looked.

use std::collections::{BTreeSet, HashMap};

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{OptionalExtension, named_params};

use crate::domain::access::Right;
use crate::domain::codes::{Mode, SessionKind};
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Breach;
use crate::store::coded::{Clocked, Coded, Dated};
use crate::store::noun;
use crate::store::record::Row as _;
use crate::store::visits::reading;
use crate::store::{Store, Whose};

/// Where a planned session stands among others: what is known of those that are not on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedAt {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub family: FamilyId,
    /// The day.
    pub on: NaiveDate,
    /// When it begins, local Swedish time.
    pub start: Option<NaiveTime>,
}

/// A session that is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub family: FamilyId,
    /// The family's name.
    pub family_name: String,
    /// The family's case reference.
    pub case_ref: String,
    /// The day.
    pub on: NaiveDate,
    /// When it begins, local Swedish time.
    pub start: Option<NaiveTime>,
    /// How long it is, in minutes.
    pub minutes: u32,
    /// What it is about.
    pub kind: SessionKind,
    /// How people meet.
    pub mode: Mode,
    /// Who takes part.
    pub people: Vec<(PersonId, PersonName)>,
    /// Why a restriction of contact stops it, if one does.
    pub stopped: Option<Breach>,
}

/// What a colleague has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedRow {
    /// Who.
    pub user: String,
    /// When, in UTC, RFC 3339.
    pub at: String,
    /// `add`, `change` or `remove`.
    pub act: String,
    /// What kind of record.
    pub noun: String,
    /// In which family.
    pub family: FamilyId,
    /// The family's name.
    pub family_name: String,
}

/// As `restricted_families`, of some.
pub(in crate::store) const RESTRICTED_AMONG: &str =
    "SELECT r.family FROM restriction r WHERE r.family IN (SELECT value FROM json_each(:ids))
     UNION SELECT m.family FROM member m CROSS JOIN restriction r ON r.child = m.id
     WHERE m.family IN (SELECT value FROM json_each(:ids))";

impl Store {
    /// Where the sessions planned for some days stand, by day and time.
    ///
    /// # Errors
    /// Refused by role.
    pub fn planned(&self, whose: Whose, from: NaiveDate, to: NaiveDate) -> Result<Vec<PlannedAt>, Problem> {
        let reached = self.ask(Right::ReadCases)?.of(whose).lasting();
        let sql = format!(
            "SELECT s.id, s.family, s.on_day, s.start FROM session s
             WHERE s.on_day BETWEEN :from AND :to AND s.outcome = 'planned' AND {}
             ORDER BY s.on_day, s.start, s.id",
            reached.reaches("s.family")
        );
        let mut found = Vec::new();
        reading::each(&self.connection, &sql, named_params! {":from": from, ":to": to}, |row| {
            found.push(PlannedAt {
                id: SessionId(row.get(0)?),
                family: FamilyId(row.get(1)?),
                on: row.get::<_, Dated>(2)?.0,
                start: row.get::<_, Option<Clocked>>(3)?.map(|time| time.0),
            });
            Ok(())
        })?;
        Ok(found)
    }

    /// Some planned sessions with all that their lines say, by day and time: a page of them.
    ///
    /// # Errors
    /// Refused by role.
    pub fn planned_rows(&self, sessions: &[SessionId]) -> Result<Vec<PlannedRow>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let ids = reading::all_of(sessions.iter().map(|session| session.0));
        let sql = format!(
            "SELECT s.id, s.family, f.name, f.case_ref, s.on_day, s.start, s.minutes, s.kind, s.mode
             FROM session s JOIN family f ON f.id = s.family
             WHERE s.id IN (SELECT value FROM json_each(:ids)) AND s.outcome = 'planned' AND {}
             ORDER BY s.on_day, s.start, s.id",
            reached.family("f")
        );
        let mut found: Vec<PlannedRow> = Vec::new();
        reading::each(&self.connection, &sql, named_params! {":ids": ids}, |row| {
            found.push(PlannedRow {
                id: SessionId(row.get(0)?),
                family: FamilyId(row.get(1)?),
                family_name: row.get(2)?,
                case_ref: row.get(3)?,
                on: row.get::<_, Dated>(4)?.0,
                start: row.get::<_, Option<Clocked>>(5)?.map(|time| time.0),
                minutes: row.get(6)?,
                kind: row.get::<_, Coded<_>>(7)?.0,
                mode: row.get::<_, Coded<_>>(8)?.0,
                people: Vec::new(),
                stopped: None,
            });
            Ok(())
        })?;
        let places: HashMap<i64, usize> =
            found.iter().enumerate().map(|(place, session)| (session.id.0, place)).collect();
        let sql = "SELECT p.session, m.id, m.given_name FROM session_person p JOIN member m ON m.id = p.person
                   WHERE p.session IN (SELECT value FROM json_each(:ids)) ORDER BY p.session, m.id";
        self.saw(Session::NOUN, found.iter().map(|session| session.family));
        self.know(&found.iter().map(|session| session.family).collect::<Vec<_>>())?;
        let ids = reading::all_of(found.iter().map(|session| session.id.0));
        reading::each(&self.connection, sql, named_params! {":ids": ids}, |row| {
            if let Some(session) = places.get(&row.get(0)?).and_then(|place| found.get_mut(*place)) {
                let person = PersonId(row.get(1)?);
                session.people.push((person, self.placed(session.family, person, &row.get(2)?)?));
            }
            Ok(())
        })?;
        // A restriction is between two: whoever is alone with the staff meets nobody.
        let restricted = self.restricted_among(&found.iter().map(|session| session.family).collect::<Vec<_>>())?;
        for one in found.iter_mut().filter(|one| one.people.len() > 1 && restricted.contains(&one.family)) {
            one.stopped = self.stopped_session(one.id)?;
        }
        Ok(found)
    }

    /// Why a restriction of contact stops a session, if one does.
    pub(in crate::store) fn stopped_session(&self, id: SessionId) -> Result<Option<Breach>, Problem> {
        let session = Session::fetch(&self.connection, id.0)?.map(|(_, session)| session);
        let against = session.map(|session| self.against_session(&session)).transpose()?.flatten();
        Ok(against.map(|against| against.breach))
    }

    /// The families that have a restriction of contact, whoever's.
    pub(in crate::store) fn restricted_families(&self) -> Result<BTreeSet<FamilyId>, Problem> {
        let mut statement = self.connection.prepare_cached(
            "SELECT family FROM restriction UNION SELECT m.family FROM restriction r JOIN member m ON m.id = r.child",
        )?;
        let rows = statement.query_map([], |row| row.get(0).map(FamilyId))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those of some families that have a restriction of contact: a page of a list asks of its own.
    pub(in crate::store) fn restricted_among(&self, families: &[FamilyId]) -> Result<BTreeSet<FamilyId>, Problem> {
        let mut found = BTreeSet::new();
        let ids = reading::all_of(families.iter().map(|family| family.0));
        reading::each(&self.connection, RESTRICTED_AMONG, named_params! {":ids": ids}, |row| {
            found.insert(FamilyId(row.get(0)?));
            Ok(())
        })?;
        Ok(found)
    }

    /// Up to which row of the journal the actor has seen what colleagues did; none before the first time.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn looked(&self) -> Result<Option<i64>, Problem> {
        let found = self
            .connection
            .prepare_cached("SELECT journal FROM looked WHERE user = :user")?
            .query_row(named_params! {":user": self.actor().id.0}, |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// Notes that the actor has seen what colleagues did up to a row of the journal.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn look(&self, journal: i64) -> Result<(), Problem> {
        if self.looked()? == Some(journal) {
            return Ok(());
        }
        self.write(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO looked (user, journal) VALUES (:user, :journal)
                     ON CONFLICT (user) DO UPDATE SET journal = excluded.journal",
                )?
                .execute(named_params! {":user": self.actor().id.0, ":journal": journal})?;
            Ok(())
        })
    }

    /// What colleagues have done since in the families that one works with, newest first, each change once.
    ///
    /// # Errors
    /// Refused by role.
    pub fn done_since(&self, journal: i64, most: u32) -> Result<Vec<DeedRow>, Problem> {
        let mine = self.ask(Right::ReadCases)?.mine().reaches("j.family");
        let told = noun::news();
        let sql = format!(
            "SELECT u.name, j.at, j.act, j.noun, j.family, f.name
             FROM journal j JOIN user u ON u.id = j.user JOIN family f ON f.id = j.family
             WHERE j.id > :journal AND j.act IN ('add', 'change', 'remove') AND j.user <> :user AND j.noun IN ({told})
               AND {mine}
               AND NOT EXISTS (SELECT 1 FROM journal e WHERE e.change = j.change AND e.id < j.id AND e.noun IN ({told}))
             ORDER BY j.id DESC LIMIT :most"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let asked = named_params! {":journal": journal, ":user": self.actor().id.0, ":most": most};
        let rows = statement.query_map(asked, |row| {
            Ok(DeedRow {
                user: row.get(0)?,
                at: row.get(1)?,
                act: row.get(2)?,
                noun: row.get(3)?,
                family: FamilyId(row.get(4)?),
                family_name: row.get(5)?,
            })
        })?;
        let rows: Vec<DeedRow> = rows.collect::<Result<_, _>>()?;
        self.saw("news", rows.iter().map(|row| row.family));
        Ok(rows)
    }
}
