//! Absences of supporters as rows: when, never why.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::reading::{self, Asked};
use super::written;
use crate::domain::access::Right;
use crate::domain::ids::{AbsenceId, FamilyId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::domain::visit::Absence;
use crate::store::journal::Cause;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored};
use crate::store::{Store, columns, journal, staff};

/// How a time stands in the casebook.
const FORM: &str = "%Y-%m-%dT%H:%M";

impl Record for Absence {
    type Id = AbsenceId;
}

impl Row for Absence {
    const NOUN: &'static str = "absence";
    const TABLE: &'static str = "absence";
    const ADD: Right = Right::KeepCalendars;
    const CHANGE: Right = Right::KeepCalendars;
    const PLACE: Place = Place {
        tables: "absence t",
        family: "NULL",
        first: "substr(t.from_at, 1, 10)",
        last: "substr(t.until_at, 1, 10)",
        order: "t.from_at, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((self.supporter.clone(), Some(self.from.date())))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = read_where(connection, "a.id = :id", named_params! {":id": id})?.pop();
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
}

/// An absence from a row of identity, version, name, beginning, end and the calendar's name for it.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored<Absence>> {
    let time = |place: usize| -> rusqlite::Result<NaiveDateTime> {
        let text: String = row.get(place)?;
        let failed = |cause| rusqlite::Error::FromSqlConversionFailure(place, rusqlite::types::Type::Text, cause);
        NaiveDateTime::parse_from_str(&text, FORM).map_err(|cause| failed(Box::new(cause)))
    };
    let value = Absence { supporter: row.get(2)?, from: time(3)?, until: time(4)?, calendar_uid: row.get(5)? };
    Ok(Stored { id: AbsenceId(row.get(0)?), version: row.get(1)?, value })
}

impl Store {
    /// Takes in a supporter's calendar: what was taken in before and reaches beyond the beginning of a day gives way to
    /// what it says now. What it says as before stays as it is. One change.
    ///
    /// # Errors
    /// Refused by role; a time that ends before it begins.
    pub fn take_in_calendar(&self, supporter: &str, from: NaiveDate, busy: &[Absence]) -> Result<(), Problem> {
        self.ask(Right::KeepCalendars)?;
        let change = self.write(|transaction| {
            let change = journal::next_change(transaction)?;
            let mut gone = taken_in(transaction, supporter, from)?;
            let mut new = Vec::new();
            for one in busy {
                if one.until <= one.from {
                    return Err(Problem::new(Kind::Invalid, "absence-ends-before").with("from", one.from.date()));
                }
                // Whatever comes with a calendar is that supporter's, and goes with the calendar.
                let calendar_uid = one.calendar_uid.clone().or_else(|| Some(String::new()));
                let one = Absence { supporter: supporter.to_owned(), calendar_uid, ..one.clone() };
                let says = |old: &Stored<Absence>| {
                    let old = &old.value;
                    (old.from, old.until, &old.calendar_uid) == (one.from, one.until, &one.calendar_uid)
                };
                match gone.iter().position(says) {
                    Some(place) => drop(gone.swap_remove(place)),
                    None => new.push(one),
                }
            }
            gone.sort_by_key(|old| old.id.0);
            for old in gone {
                self.journal_remove(transaction, change, Cause::Import, old.id.0, &old.value)?;
                Absence::delete(transaction, old.id.0)?;
            }
            for one in new {
                let id = one.put(transaction, None)?;
                self.journal_add::<Absence>(transaction, change, Cause::Import, id)?;
            }
            Ok(journal::tells_of(transaction, change)?.then_some(change))
        })?;
        if let Some(change) = change {
            self.remember(change);
        }
        Ok(())
    }

    /// Absences of supporters that reach into a window, both ends included.
    ///
    /// # Errors
    /// Refused by role.
    pub fn absences(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Stored<Absence>>, Problem> {
        self.ask(Right::ReadCases)?;
        self.absences_in(from, to)
    }

    /// The same for whoever has asked what the actor may.
    pub(in crate::store) fn absences_in(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Stored<Absence>>, Problem> {
        let (from, to) = (begins(from), begins(to.succ_opt().unwrap_or(to)));
        read_where(&self.connection, IN_WINDOW, named_params! {":from": from, ":to": to})
    }

    /// Those of some supporters.
    pub(super) fn absences_of(
        &self,
        supporters: &BTreeSet<String>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<Stored<Absence>>, Problem> {
        self.ask(Right::ReadCases)?;
        let (from, to) = (begins(from), begins(to.succ_opt().unwrap_or(to)));
        let mut found = Vec::new();
        for supporter in supporters {
            let asked = named_params! {":supporter": supporter, ":from": from, ":to": to};
            found.extend(read_where(&self.connection, OF_SUPPORTER, asked)?);
        }
        Ok(found)
    }
}

/// Those that reach into a window.
pub(in crate::store) const IN_WINDOW: &str = "a.until_at > :from AND a.from_at < :to";

/// Those of one supporter that do.
pub(in crate::store) const OF_SUPPORTER: &str =
    "a.staff = (SELECT id FROM staff WHERE identity = :supporter) AND a.until_at > :from AND a.from_at < :to";

/// The query for absences under a condition on `a`, an alias of `absence`. A cross join goes from the absences to their
/// names, whatever the statistics say of an empty table.
pub(in crate::store) fn absences_where(condition: &str) -> String {
    format!(
        "SELECT a.id, a.version, s.name, a.from_at, a.until_at, a.calendar_uid
         FROM absence a CROSS JOIN staff s ON s.id = a.staff WHERE {condition} ORDER BY a.from_at, a.id"
    )
}

fn read_where(connection: &Connection, condition: &str, asked: Asked<'_>) -> Result<Vec<Stored<Absence>>, Problem> {
    let mut found = Vec::new();
    reading::each(connection, &absences_where(condition), asked, |row| {
        found.push(read(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// The first moment of a day, as times stand in the casebook.
fn begins(day: NaiveDate) -> String {
    written(day).and_time(NaiveTime::MIN).format(FORM).to_string()
}

/// What was taken in of a supporter's calendar and reaches beyond the beginning of a day.
fn taken_in(connection: &Connection, supporter: &str, from: NaiveDate) -> Result<Vec<Stored<Absence>>, Problem> {
    let condition = "a.staff = (SELECT id FROM staff WHERE identity = :supporter) AND a.until_at > :from
         AND a.calendar_uid IS NOT NULL";
    let (supporter, from) = (identity_of(supporter), begins(from));
    read_where(connection, condition, named_params! {":supporter": supporter, ":from": from})
}
