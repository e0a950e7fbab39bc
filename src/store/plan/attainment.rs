//! Attainments as rows. Whoever writes one moves the goal with it.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::goal::must_be_there;
use super::settle::of_attainment;
use crate::domain::access::{Right, refusal};
use crate::domain::attainment::Attainment;
use crate::domain::ids::{AttainmentId, FamilyId};
use crate::domain::problem::Problem;
use crate::store::follow::Act;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored};
use crate::store::week::family_name;
use crate::store::{Store, columns, staff};

/// The attainments of a family, the first first.
pub(in crate::store) const OF_FAMILY: &str = "SELECT a.*, w.name AS by_name
     FROM attainment a JOIN staff w ON w.id = a.by_staff WHERE a.family = :family ORDER BY a.goal, a.on_day, a.id";

impl Record for Attainment {
    type Id = AttainmentId;
}

impl Row for Attainment {
    const NOUN: &'static str = "attainment";
    const TABLE: &'static str = "attainment";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "attainment t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "f.sort_key, f.id, t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, _: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_be_there(connection, self.family, self.goal)
    }

    fn is_open_to(&self, store: &Store) -> bool {
        store.reads_plans()
    }

    fn kept_back(&self, store: &Store) -> Problem {
        refusal(store.actor.role)
    }

    fn follows(&self) -> bool {
        true
    }

    fn follow(
        store: &Store,
        transaction: &Transaction<'_>,
        act: Act,
        (before, after): (Option<&Self>, Option<&Self>),
    ) -> Result<(), Problem> {
        of_attainment(store, transaction, act, (before, after))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT a.*, w.name AS by_name FROM attainment a JOIN staff w ON w.id = a.by_staff WHERE a.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("family", &self.family.0),
            ("goal", &self.goal),
            ("on_day", &self.on),
            ("level", &self.level),
            ("own", &self.own),
            ("words", &self.words),
            ("by_staff", &staff::intern(transaction, &self.by)?),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// An attainment from a row that holds every column of `attainment` and the name of who wrote it.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Attainment> {
    Ok(Attainment {
        family: FamilyId(row.get("family")?),
        goal: row.get("goal")?,
        on: row.get("on_day")?,
        level: row.get("level")?,
        own: row.get("own")?,
        words: row.get("words")?,
        by: row.get("by_name")?,
    })
}

/// The attainments of a family, goal by goal, the first first.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<Attainment>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement.query_map(named_params! {":family": family.0}, |row| {
        Ok(Stored { id: AttainmentId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
