//! Measurements as rows. Who may see one, its instrument says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::{Reach, Right};
use crate::domain::codes::{Rater, Role, Way};
use crate::domain::ids::{FamilyId, MeasurementId, PersonId};
use crate::domain::measurement::{Measurement, Seer};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row};
use crate::store::visits::{called, must_name_its_own};
use crate::store::{Store, staff};

impl Record for Measurement {
    type Id = MeasurementId;
}

impl Row for Measurement {
    const NOUN: &'static str = "measurement";
    const TABLE: &'static str = "measurement";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "measurement t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "f.sort_key, f.id, t.on_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.person)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.person])?;
        if self.answers.is_empty() {
            return Err(Problem::new(Kind::Invalid, "measurement-empty"));
        }
        // In a file two of one day could not be told apart.
        let twice = connection
            .prepare_cached(
                "SELECT 1 FROM measurement WHERE person = :person AND instrument = :instrument AND on_day = :on
                 AND rater = :rater AND id IS NOT :id",
            )?
            .exists(named_params! {
                ":person": self.person.0, ":instrument": self.instrument, ":on": self.on, ":rater": Coded(self.rater),
                ":id": id,
            })?;
        if twice { Err(Problem::new(Kind::Conflict, "measurement-twice")) } else { Ok(()) }
    }

    /// What an instrument says of who may see it; of one that is gone, whoever supports the family or leads.
    fn is_open_to(&self, store: &Store) -> bool {
        let asked = self.asked_by.as_ref().is_some_and(|by| identity_of(by) == identity_of(&store.actor.name));
        let unknown = [Seer::SupportPair, Seer::TeamLeader];
        let seers =
            store.instruments().named(&self.instrument).map_or(unknown.as_slice(), |one| one.seen_by.as_slice());
        asked || seers.iter().any(|seer| is_one(*seer, store, self.family))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT m.*, s.name AS asked_by_name FROM measurement m LEFT JOIN staff s ON s.id = m.asked_by
                 WHERE m.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let asked_by = self.asked_by.as_ref().map(|name| staff::intern(transaction, name)).transpose()?;
        let answers = serde_json::to_string(&self.answers).unwrap_or_default();
        let row: [(&str, &dyn ToSql); 10] = [
            ("family", &self.family.0),
            ("person", &self.person.0),
            ("instrument", &self.instrument),
            ("edition", &self.edition),
            ("on_day", &self.on),
            ("rater", &Coded(self.rater)),
            ("way", &self.way.map(Coded)),
            ("asked_by", &asked_by),
            ("answers", &answers),
            ("talked_on", &self.talked_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// Whether the actor is one of those who may see an instrument's answers in a family.
fn is_one(seer: Seer, store: &Store, family: FamilyId) -> bool {
    let has_task = |task: &str| {
        let sql = "SELECT 1 FROM family_support WHERE family = :family AND staff = :staff AND task = :task";
        let asked = named_params! {":family": family.0, ":staff": store.actor.staff, ":task": task};
        store.connection.prepare_cached(sql).and_then(|mut statement| statement.exists(asked)).unwrap_or(false)
    };
    match seer {
        Seer::Person => false,
        Seer::SupportPair => has_task("child_support") || has_task("parent_support"),
        Seer::SupportPersonChildren => has_task("child_support"),
        Seer::SupportPersonParents => has_task("parent_support"),
        Seer::TeamLeader => store.actor.role == Role::TeamLeader,
        Seer::StaffOfFamily => store.reach(Right::ReadCases) != Reach::Nothing,
    }
}

/// A measurement from a row that holds every column of `measurement`, and the name of who asked as `asked_by_name`.
pub(in crate::store) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Measurement> {
    let answers: String = row.get("answers")?;
    let answers: BTreeMap<String, String> =
        serde_json::from_str(&answers).map_err(|_| rusqlite::types::FromSqlError::InvalidType)?;
    Ok(Measurement {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        instrument: row.get("instrument")?,
        edition: row.get("edition")?,
        on: row.get("on_day")?,
        rater: row.get::<_, Coded<Rater>>("rater")?.0,
        way: row.get::<_, Option<Coded<Way>>>("way")?.map(|code| code.0),
        asked_by: row.get("asked_by_name")?,
        answers,
        talked_on: row.get("talked_on")?,
    })
}
