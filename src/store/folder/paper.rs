//! Versions of papers as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::codes::PaperKind;
use crate::domain::ids::{FamilyId, PaperId, PersonId};
use crate::domain::paper::Paper;
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::must_name_its_own;
use crate::store::week::family_name;

impl Record for Paper {
    type Id = PaperId;
}

impl Row for Paper {
    const NOUN: &'static str = "paper";
    const TABLE: &'static str = "paper";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "paper t",
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
        Ok((family_name(connection, self.family)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| of.person.into_iter().collect())
    }

    fn is_open_to(&self, store: &Store) -> bool {
        super::is_read_by(store)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 14] = [
            ("family", &self.family.0),
            ("kind", &Coded(self.kind)),
            ("person", &self.person.map(|person| person.0)),
            ("on_day", &self.on),
            ("made_with", &self.made_with),
            ("text", &self.text),
            ("who_does_what", &self.who_does_what),
            ("tried_on", &self.tried_on),
            ("tried_until", &self.tried_until),
            ("tried", &self.tried),
            ("worried", &self.worried),
            ("works_well", &self.works_well),
            ("needs", &self.needs),
            ("scale", &self.scale),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `paper`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Paper> {
    Ok(Paper {
        family: FamilyId(row.get("family")?),
        kind: row.get::<_, Coded<PaperKind>>("kind")?.0,
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        on: row.get("on_day")?,
        made_with: row.get("made_with")?,
        text: row.get("text")?,
        who_does_what: row.get("who_does_what")?,
        tried_on: row.get("tried_on")?,
        tried_until: row.get("tried_until")?,
        tried: row.get("tried")?,
        worried: row.get("worried")?,
        works_well: row.get("works_well")?,
        needs: row.get("needs")?,
        scale: row.get("scale")?,
    })
}
