//! The statuses of a family and their days, as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::journal::Cause;
use super::listed::Place;
use super::record::{Record, Row, Stored, one};
use super::week::family_name;
use super::{Origin, Saving, Store, columns};
use crate::domain::access::Right;
use crate::domain::codes::FamilyStatus;
use crate::domain::family::Family;
use crate::domain::ids::{ChangeId, FamilyId, StatusSpanId};
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
    const ADD: Right = Right::ChangeFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const PLACE: Place = Place {
        tables: "status_span t",
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
        match others.iter().find(|other| Some(other.id.0) != id && other.value.meets(self)) {
            Some(other) => Err(Problem::new(Kind::Invalid, "status-overlaps").with("day", other.value.from)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
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
}

impl Store {
    /// Saves over a family as [`Store::change`] does. Where it has another status now, that begins today, or on the day
    /// on which it was closed, and the one before ends; one change holds it all.
    ///
    /// # Errors
    /// As [`Store::change`].
    pub fn change_family(
        &self,
        id: FamilyId,
        version: i64,
        value: &Family,
        origin: Origin<'_>,
    ) -> Result<Saving<Family>, Problem> {
        self.ask_to(Family::CHANGE, Some(id))?;
        let saving = self.write(|transaction| {
            let before = Family::fetch(transaction, id.0)?.map(|(_, family)| family.status);
            let saving = self.change_within(transaction, (id, version), value, origin)?;
            if let Saving::Saved(change) = saving
                && before != Some(value.status)
            {
                let closed_on = value.closed_on.filter(|_| value.status == FamilyStatus::Closed);
                self.begin_status(transaction, change, (id, value.status), closed_on.unwrap_or(self.today()))?;
            }
            Ok(saving)
        })?;
        if let Saving::Saved(change) = saving {
            self.remember(change);
        }
        Ok(saving)
    }

    fn begin_status(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        (family, status): (FamilyId, FamilyStatus),
        from: NaiveDate,
    ) -> Result<(), Problem> {
        for Stored { id, value: before, .. } in of_family(transaction, family)? {
            match from.pred_opt() {
                // What somebody has entered for later is theirs to see to.
                _ if before.from > from => return Ok(()),
                Some(eve) if before.from <= eve && before.until.is_none_or(|until| eve < until) => {
                    StatusSpan { until: Some(eve), ..before.clone() }.put(transaction, Some(id.0))?;
                    self.journal_change(transaction, change, Cause::Person, id.0, &before)?;
                }
                _ if before.from == from => {
                    self.journal_remove(transaction, change, Cause::Person, id.0, &before)?;
                    StatusSpan::delete(transaction, id.0)?;
                }
                _ => {}
            }
        }
        let id = StatusSpan { family, status, from, until: None }.put(transaction, None)?;
        self.journal_add::<StatusSpan>(transaction, change, Cause::Person, id)
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
