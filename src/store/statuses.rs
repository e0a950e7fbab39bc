//! The statuses of a family and their days, as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::columns;
use super::record::{Record, Row, Stored};
use super::week::family_name;
use crate::domain::access::Act;
use crate::domain::codes::FamilyStatus;
use crate::domain::ids::{FamilyId, StatusSpanId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::status::StatusSpan;

/// The statuses of a family, oldest first.
pub(super) const OF_FAMILY: &str = "SELECT * FROM status_span WHERE family = :family ORDER BY from_day, id";

impl Record for StatusSpan {
    type Id = StatusSpanId;
}

impl Row for StatusSpan {
    const NOUN: &'static str = "status";
    const TABLE: &'static str = "status_span";
    const ADD: Act = Act::ChangeFamilies;
    const CHANGE: Act = Act::ChangeFamilies;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.from)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let others = of_family(connection, self.family)?;
        match others.iter().find(|other| Some(other.id.0) != id && other.value.meets(self)) {
            Some(other) => Err(Problem::new(Kind::Invalid, "status-overlaps").with("day", other.value.from)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached("SELECT * FROM status_span WHERE id = :id")?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 4] = [
            ("family", &self.family.0),
            ("status", &Coded(self.status)),
            ("from_day", &self.from),
            ("until_day", &self.until),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }

    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        transaction.prepare_cached("DELETE FROM status_span WHERE id = :id")?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

/// A status from a row that holds every column of `status_span`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<StatusSpan> {
    Ok(StatusSpan {
        family: FamilyId(row.get("family")?),
        status: row.get::<_, Coded<FamilyStatus>>("status")?.0,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
    })
}

/// The statuses of a family, oldest first.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<StatusSpan>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement
        .query_map(named_params! {":family": family.0}, |row| {
            Ok(Stored { id: StatusSpanId(row.get("id")?), version: row.get("version")?, value: read(row)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}
