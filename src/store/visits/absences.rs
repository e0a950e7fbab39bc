//! Absences of supporters as rows: when, never why.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::Act;
use crate::domain::ids::{AbsenceId, FamilyId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::clash::Absence;
use crate::store::journal::Cause;
use crate::store::record::{Record, Row, Stored};
use crate::store::{Store, columns, journal, staff};

/// How a time stands in the casebook.
pub(super) const FORM: &str = "%Y-%m-%dT%H:%M";

impl Record for Absence {
    type Id = AbsenceId;
}

impl Row for Absence {
    const NOUN: &'static str = "absence";
    const TABLE: &'static str = "absence";
    const ADD: Act = Act::KeepCalendars;
    const CHANGE: Act = Act::KeepCalendars;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((self.supporter.clone(), Some(self.from.date())))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT a.id, a.version, s.name, a.from_at, a.until_at, a.calendar_uid
                 FROM absence a JOIN staff s ON s.id = a.staff WHERE a.id = :id",
            )?
            .query_row(named_params! {":id": id}, read)
            .optional()?;
        Ok(found.map(|stored| (stored.version, stored.value)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let staff = staff::intern(transaction, &self.supporter)?;
        let time = |time: NaiveDateTime| time.format(FORM).to_string();
        let (from, until) = (time(self.from), time(self.until));
        let row: [(&str, &dyn ToSql); 4] =
            [("staff", &staff), ("from_at", &from), ("until_at", &until), ("calendar_uid", &self.calendar_uid)];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }

    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        transaction.prepare_cached("DELETE FROM absence WHERE id = :id")?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

/// An absence from a row of identity, version, name, beginning, end and the calendar's name for it.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored<Absence>> {
    let time = |place: usize| -> rusqlite::Result<NaiveDateTime> {
        let text: String = row.get(place)?;
        let failed = |cause| rusqlite::Error::FromSqlConversionFailure(place, rusqlite::types::Type::Text, cause);
        NaiveDateTime::parse_from_str(&text, FORM).map_err(|cause| failed(Box::new(cause)))
    };
    let value = Absence { supporter: row.get(2)?, from: time(3)?, until: time(4)?, calendar_uid: row.get(5)? };
    Ok(Stored { id: AbsenceId(row.get(0)?), version: row.get(1)?, value })
}

impl Store {
    /// Takes in a supporter's calendar: what was taken in before, from a day on, gives way to what it says now. One
    /// change.
    ///
    /// # Errors
    /// Refused by role; a time that ends before it begins.
    pub fn take_in_calendar(&self, supporter: &str, from: NaiveDate, busy: &[Absence]) -> Result<(), Problem> {
        self.ask(Act::KeepCalendars)?;
        let change = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            let old = taken_in(transaction, supporter, from)?;
            let changes = !(old.is_empty() && busy.is_empty());
            for old in old {
                self.journal_remove(transaction, change, Cause::Import, old.id.0, &old.value)?;
                Absence::delete(transaction, old.id.0)?;
            }
            for one in busy {
                if one.until <= one.from {
                    return Err(Problem::new(Kind::Invalid, "absence-ends-before").with("from", one.from.date()));
                }
                let id = one.put(transaction, None)?;
                self.journal_add::<Absence>(transaction, change, Cause::Import, id)?;
            }
            Ok(changes.then_some(change))
        })?;
        if let Some(change) = change {
            self.remember(change);
        }
        Ok(())
    }
}

fn taken_in(connection: &Connection, supporter: &str, from: NaiveDate) -> Result<Vec<Stored<Absence>>, Problem> {
    let staff = staff::intern(connection, supporter)?;
    let mut statement = connection.prepare_cached(
        "SELECT a.id, a.version, s.name, a.from_at, a.until_at, a.calendar_uid
         FROM absence a JOIN staff s ON s.id = a.staff
         WHERE a.staff = :staff AND a.until_at >= :from AND a.calendar_uid IS NOT NULL ORDER BY a.id",
    )?;
    let rows = statement.query_map(named_params! {":staff": staff, ":from": from.to_string()}, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}
