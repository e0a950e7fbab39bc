//! Exemptions from duties as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::deadlines::{Exemption, Rules};
use crate::domain::ids::{ExemptionId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::listed::Place;
use crate::store::record::{Record, Row};
use crate::store::visits::stored;
use crate::store::{columns, staff};

impl Record for Exemption {
    type Id = ExemptionId;
}

impl Row for Exemption {
    const NOUN: &'static str = "exemption";
    const TABLE: &'static str = "exemption";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "exemption t",
        family: "t.family",
        first: "t.exempted_on",
        last: "t.exempted_on",
        order: "t.exempted_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn act(&self) -> Right {
        let breach = Rules::shipped().all().iter().any(|rule| rule.name == self.rule && rule.trigger.is_breach());
        if breach { Right::SeeBreaches } else { Self::ADD }
    }

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((super::family_name(connection, self.family)?, Some(self.exempted_on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?.filter(|before| before.family == self.family);
        super::may_be_about(connection, self.family, self.person, before.and_then(|before| before.person))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT e.*, s.name AS by_name FROM exemption e JOIN staff s ON s.id = e.by_staff WHERE e.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 8] = [
            ("family", &self.family.0),
            ("rule", &self.rule),
            ("person", &self.person.map(|person| person.0)),
            ("record", &self.record),
            ("counted_from", &self.counted_from),
            ("exempted_on", &self.exempted_on),
            ("by_staff", &staff::intern(transaction, &self.by)?),
            ("why", &self.why),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// An exemption from a row that holds every column of `exemption`, and the name of who decided it as `by_name`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Exemption> {
    Ok(Exemption {
        family: FamilyId(row.get("family")?),
        rule: row.get("rule")?,
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        record: row.get("record")?,
        counted_from: row.get("counted_from")?,
        exempted_on: row.get("exempted_on")?,
        by: row.get("by_name")?,
        why: row.get("why")?,
    })
}
