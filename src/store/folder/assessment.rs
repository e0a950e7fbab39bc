//! Assessments of contact as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use crate::domain::access::Right;
use crate::domain::assessment::Assessment;
use crate::domain::ids::{AssessmentId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::{called, must_name_its_own};

impl Record for Assessment {
    type Id = AssessmentId;
}

impl Row for Assessment {
    const NOUN: &'static str = "assessment";
    const TABLE: &'static str = "assessment";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "assessment t",
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
        let (child, with) = (called(connection, self.child)?, called(connection, self.with)?);
        Ok((format!("{child} – {with}"), Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.child, of.with])
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 12] = [
            ("family", &self.family.0),
            ("child", &self.child.0),
            ("with_person", &self.with.0),
            ("on_day", &self.on),
            ("information", &self.information),
            ("risks", &self.risks),
            ("protective", &self.protective),
            ("decision", &self.decision),
            ("plan", &self.plan),
            ("follow_up_on", &self.follow_up_on),
            ("follow_up", &self.follow_up),
            ("assessed_by", &self.assessed_by),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `assessment`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Assessment> {
    Ok(Assessment {
        family: FamilyId(row.get("family")?),
        child: PersonId(row.get("child")?),
        with: PersonId(row.get("with_person")?),
        on: row.get("on_day")?,
        information: row.get("information")?,
        risks: row.get("risks")?,
        protective: row.get("protective")?,
        decision: row.get("decision")?,
        plan: row.get("plan")?,
        follow_up_on: row.get("follow_up_on")?,
        follow_up: row.get("follow_up")?,
        assessed_by: row.get("assessed_by")?,
    })
}
