//! Wishes for another contact as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use super::{called, must_name_its_own};
use crate::domain::access::Right;
use crate::domain::ids::{FamilyId, PersonId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::Wish;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};

impl Record for Wish {
    type Id = WishId;
}

impl Row for Wish {
    const NOUN: &'static str = "wish";
    const TABLE: &'static str = "wish";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "wish t",
        family: "t.family",
        first: "t.told_on",
        last: "t.answered_on",
        order: "f.sort_key, f.id, t.told_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.by)?, Some(self.told_on)))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.child, of.by])
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("family", &self.family.0),
            ("child", &self.child.0),
            ("by_person", &self.by.0),
            ("told_on", &self.told_on),
            ("what", &self.what),
            ("answered_on", &self.answered_on),
            ("answer", &self.answer),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A wish from a row that holds every column of `wish`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Wish> {
    Ok(Wish {
        family: FamilyId(row.get("family")?),
        child: PersonId(row.get("child")?),
        by: PersonId(row.get("by_person")?),
        told_on: row.get("told_on")?,
        what: row.get("what")?,
        answered_on: row.get("answered_on")?,
        answer: row.get("answer")?,
    })
}
