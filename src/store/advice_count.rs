//! What was counted of advice and support by hand, as rows: of the unit, and of no family.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::listed::Place;
use super::record::{Record, Row};
use super::{Store, columns};
use crate::domain::access::{Reach, Right};
use crate::domain::advice_count::AdviceCount;
use crate::domain::codes::{AdviceRow, Code};
use crate::domain::ids::{AdviceCountId, FamilyId};
use crate::domain::problem::{Kind, Problem};

impl Record for AdviceCount {
    type Id = AdviceCountId;
}

impl Row for AdviceCount {
    const NOUN: &'static str = "advice_count";
    const TABLE: &'static str = "advice_count";
    const ADD: Right = Right::KeepCounts;
    const CHANGE: Right = Right::KeepCounts;
    const PLACE: Place = Place {
        tables: "advice_count t",
        family: "NULL",
        first: "(t.year || '-01-01')",
        last: "coalesce(t.until_day, t.year || '-12-31')",
        order: "t.year, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((format!("{} {}", self.year, self.row.code()), None))
    }

    /// What was counted stands there as it is: for those who read figures as they are.
    fn is_open_to(&self, store: &Store) -> bool {
        store.reach(Right::ReadFiguresUnmasked) != Reach::Nothing
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let other: Option<i64> = connection
            .prepare_cached("SELECT id FROM advice_count WHERE year = :year AND row = :row")?
            .query_row(named_params! {":year": self.year, ":row": Coded(self.row)}, |row| row.get(0))
            .optional()?;
        match other.filter(|other| Some(*other) != id) {
            Some(_) => Err(Problem::new(Kind::Invalid, "counted-already").with("year", self.year)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached("SELECT * FROM advice_count WHERE id = :id")?
            .query_row(named_params! {":id": id}, |row| {
                let count = Self {
                    year: row.get("year")?,
                    row: row.get::<_, Coded<AdviceRow>>("row")?.0,
                    value: row.get("value")?,
                    until: row.get("until_day")?,
                };
                Ok((row.get("version")?, count))
            })
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 4] =
            [("year", &self.year), ("row", &Coded(self.row)), ("value", &self.value), ("until_day", &self.until)];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}
