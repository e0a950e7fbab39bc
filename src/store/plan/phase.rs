//! Phases as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::ids::{FamilyId, PhaseId};
use crate::domain::phase::Phase;
use crate::domain::problem::{Kind, Problem};
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored, one};
use crate::store::week::family_name;

/// The phases of a family, the first first.
pub(in crate::store) const OF_FAMILY: &str = "SELECT * FROM phase WHERE family = :family ORDER BY from_day, id";

impl Record for Phase {
    type Id = PhaseId;
}

impl Row for Phase {
    const NOUN: &'static str = "phase";
    const TABLE: &'static str = "phase";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "phase t",
        family: "t.family",
        first: "t.from_day",
        last: "t.until_day",
        order: "f.sort_key, f.id, t.from_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.from)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let others = of_family(connection, self.family)?;
        let is_same = |other: &&Stored<Self>| Some(other.id.0) != id && other.value.phase == self.phase;
        match others.iter().filter(is_same).find(|other| other.value.meets(self)) {
            Some(other) => Err(Problem::new(Kind::Invalid, "phase-overlaps").with("day", other.value.from)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 8] = [
            ("family", &self.family.0),
            ("phase", &self.phase),
            ("from_day", &self.from),
            ("until_day", &self.until),
            ("applied_on", &self.applied_on),
            ("decided_on", &self.decided_on),
            ("decided_by", &self.decided_by),
            ("legal_form", &self.legal_form.map(Coded)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A phase from a row that holds every column of `phase`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Phase> {
    Ok(Phase {
        family: FamilyId(row.get("family")?),
        phase: row.get("phase")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        applied_on: row.get("applied_on")?,
        decided_on: row.get("decided_on")?,
        decided_by: row.get("decided_by")?,
        legal_form: row.get::<_, Option<Coded<_>>>("legal_form")?.map(|form| form.0),
    })
}

/// The phases of a family, the first first.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<Phase>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement.query_map(named_params! {":family": family.0}, |row| {
        Ok(Stored { id: PhaseId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
