//! Obstacles to leisure as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::codes::ObstacleKind;
use crate::domain::ids::{FamilyId, ObstacleId, PersonId};
use crate::domain::obstacle::Obstacle;
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::{called, must_name_its_own};

impl Record for Obstacle {
    type Id = ObstacleId;
}

impl Row for Obstacle {
    const NOUN: &'static str = "obstacle";
    const TABLE: &'static str = "obstacle";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "obstacle t",
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
        must_name_its_own(self, connection, id, |of| vec![of.person])
    }

    fn is_open_to(&self, store: &Store) -> bool {
        super::is_read_by(store)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 8] = [
            ("family", &self.family.0),
            ("person", &self.person.0),
            ("on_day", &self.on),
            ("obstacle", &Coded(self.obstacle)),
            ("wanted", &self.wanted),
            ("tried", &self.tried),
            ("tried_on", &self.tried_on),
            ("solved_on", &self.solved_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `obstacle`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Obstacle> {
    Ok(Obstacle {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        on: row.get("on_day")?,
        obstacle: row.get::<_, Coded<ObstacleKind>>("obstacle")?.0,
        wanted: row.get("wanted")?,
        tried: row.get("tried")?,
        tried_on: row.get("tried_on")?,
        solved_on: row.get("solved_on")?,
    })
}
