//! Spans of care as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::listed::Place;
use super::record::{Record, Row, Stored, one};
use super::visits::{called, family_of};
use super::{columns, not_found};
use crate::domain::access::Right;
use crate::domain::care::Care;
use crate::domain::codes::{EndReason, LegalBasis};
use crate::domain::ids::{CareId, FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};

/// The spans of a child's care, oldest first.
pub(super) const OF_PERSON: &str = "SELECT * FROM care WHERE person = :person ORDER BY from_day, id";

impl Record for Care {
    type Id = CareId;
}

impl Row for Care {
    const NOUN: &'static str = "care";
    const TABLE: &'static str = "care";
    const ADD: Right = Right::ChangeFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const PLACE: Place = Place {
        tables: "care t JOIN member m ON m.id = t.person",
        family: "m.family",
        first: "t.from_day",
        last: "t.until_day",
        order: "f.sort_key, f.id, m.id, t.from_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, connection: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        family_of(connection, self.person).map(Some)
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.person)?, Some(self.from)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let (_, child) = Person::fetch(connection, self.person.0)?.ok_or_else(|| not_found(Person::NOUN))?;
        if !child.is_child() {
            return Err(Problem::new(Kind::Invalid, "care-of-no-child"));
        }
        if child.birth_on.is_some_and(|born| self.from < born) {
            return Err(Problem::new(Kind::Invalid, "care-before-birth"));
        }
        let others = of_person(connection, self.person)?;
        match others.iter().find(|other| Some(other.id.0) != id && other.value.meets(self)) {
            Some(other) => Err(Problem::new(Kind::Invalid, "care-overlaps").with("day", other.value.from)),
            None => Ok(()),
        }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 6] = [
            ("person", &self.person.0),
            ("legal_basis", &Coded(self.legal_basis)),
            ("from_day", &self.from),
            ("until_day", &self.until),
            ("decided_on", &self.decided_on),
            ("end_reason", &self.end_reason.map(Coded)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A span from a row that holds every column of `care`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Care> {
    Ok(Care {
        person: PersonId(row.get("person")?),
        legal_basis: row.get::<_, Coded<LegalBasis>>("legal_basis")?.0,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        decided_on: row.get("decided_on")?,
        end_reason: row.get::<_, Option<Coded<EndReason>>>("end_reason")?.map(|code| code.0),
    })
}

/// The spans of a child's care, oldest first.
pub(super) fn of_person(connection: &Connection, person: PersonId) -> Result<Vec<Stored<Care>>, Problem> {
    let mut statement = connection.prepare_cached(OF_PERSON)?;
    let found = statement
        .query_map(named_params! {":person": person.0}, |row| {
            Ok(Stored { id: CareId(row.get("id")?), version: row.get("version")?, value: read(row)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}
