//! Children's own words as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::child_word::Quotation;
use crate::domain::codes::{Answer, HeardAt};
use crate::domain::ids::{ChildWordId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::listed::Place;
use crate::store::record::{Record, Row};
use crate::store::visits::{called, must_name_its_own};
use crate::store::{columns, staff};

impl Record for Quotation {
    type Id = ChildWordId;
}

impl Row for Quotation {
    const NOUN: &'static str = "child_word";
    const TABLE: &'static str = "child_word";
    const ADD: Right = Right::WriteSessions;
    const CHANGE: Right = Right::WriteSessions;
    const PLACE: Place = Place {
        tables: "child_word t",
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
        Ok((called(connection, self.child)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.child])
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT w.*, s.name AS heard_by_name FROM child_word w JOIN staff s ON s.id = w.heard_by
                 WHERE w.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("family", &self.family.0),
            ("child", &self.child.0),
            ("on_day", &self.on),
            ("words", &self.words),
            ("heard_at", &Coded(self.heard_at)),
            ("heard_by", &staff::intern(transaction, &self.heard_by)?),
            ("to_parents", &self.to_parents.map(Coded)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A quotation from a row that holds every column of `child_word`, and the name of who heard it as `heard_by_name`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Quotation> {
    Ok(Quotation {
        family: FamilyId(row.get("family")?),
        child: PersonId(row.get("child")?),
        on: row.get("on_day")?,
        words: row.get("words")?,
        heard_at: row.get::<_, Coded<HeardAt>>("heard_at")?.0,
        heard_by: row.get("heard_by_name")?,
        to_parents: row.get::<_, Option<Coded<Answer>>>("to_parents")?.map(|code| code.0),
    })
}
