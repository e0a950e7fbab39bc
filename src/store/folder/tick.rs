//! Ticked lines of checklists as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::codes::TickState;
use crate::domain::ids::{FamilyId, PersonId, TickId};
use crate::domain::problem::Problem;
use crate::domain::tick::Tick;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::must_name_its_own;
use crate::store::week::family_name;

impl Record for Tick {
    type Id = TickId;
}

impl Row for Tick {
    const NOUN: &'static str = "tick";
    const TABLE: &'static str = "tick";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "tick t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "f.sort_key, f.id, t.occasion_on, t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| of.person.into_iter().collect())
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 9] = [
            ("family", &self.family.0),
            ("checklist", &self.checklist),
            ("item", &self.item),
            ("person", &self.person.map(|person| person.0)),
            ("occasion_on", &self.occasion_on),
            ("state", &Coded(self.state)),
            ("on_day", &self.on),
            ("ticked_by", &self.ticked_by),
            ("why", &self.why),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `tick`.
pub(in crate::store) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Tick> {
    Ok(Tick {
        family: FamilyId(row.get("family")?),
        checklist: row.get("checklist")?,
        item: row.get("item")?,
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        occasion_on: row.get("occasion_on")?,
        state: row.get::<_, Coded<TickState>>("state")?.0,
        on: row.get("on_day")?,
        ticked_by: row.get("ticked_by")?,
        why: row.get("why")?,
    })
}
