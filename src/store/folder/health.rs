//! Health contacts as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::codes::HealthKind;
use crate::domain::health::Health;
use crate::domain::ids::{FamilyId, HealthId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::{called, must_name_its_own};

impl Record for Health {
    type Id = HealthId;
}

impl Row for Health {
    const NOUN: &'static str = "health";
    const TABLE: &'static str = "health";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "health t",
        family: "t.family",
        first: "t.asked_on",
        last: "t.asked_on",
        order: "f.sort_key, f.id, t.asked_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.person)?, Some(self.asked_on)))
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
            ("care", &Coded(self.care)),
            ("asked_on", &self.asked_on),
            ("booked_on", &self.booked_on),
            ("done_on", &self.done_on),
            ("followed_up_on", &self.followed_up_on),
            ("note", &self.note),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `health`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Health> {
    Ok(Health {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        care: row.get::<_, Coded<HealthKind>>("care")?.0,
        asked_on: row.get("asked_on")?,
        booked_on: row.get("booked_on")?,
        done_on: row.get("done_on")?,
        followed_up_on: row.get("followed_up_on")?,
        note: row.get("note")?,
    })
}
