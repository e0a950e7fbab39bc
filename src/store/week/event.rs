//! Events as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::codes::EventKind;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::stored;
use crate::store::{Store, columns};

impl Record for Event {
    type Id = EventId;
}

impl Row for Event {
    const NOUN: &'static str = "event";
    const TABLE: &'static str = "event";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place =
        Place { tables: "event t", family: "t.family", first: "t.on_day", last: "t.on_day", order: "t.on_day, t.id" };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((super::family_name(connection, self.family)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?.filter(|before| before.family == self.family);
        super::may_be_about(connection, self.family, self.person, before.and_then(|before| before.person))
    }

    fn own_right(&self, _: &Store) -> Option<Right> {
        (self.kind == EventKind::CrisisSupportDeclined).then_some(Right::CallParents)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 6] = [
            ("family", &self.family.0),
            ("kind", &Coded(self.kind)),
            ("on_day", &self.on),
            ("person", &self.person.map(|person| person.0)),
            ("answered_on", &self.answered_on),
            ("note", &self.note),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// An event from a row that holds every column of `event`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        family: FamilyId(row.get("family")?),
        kind: row.get::<_, Coded<EventKind>>("kind")?.0,
        on: row.get("on_day")?,
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        answered_on: row.get("answered_on")?,
        note: row.get("note")?,
    })
}
