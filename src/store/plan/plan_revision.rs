//! Revisions of plans as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use crate::domain::access::{Right, refusal};
use crate::domain::ids::{FamilyId, PersonId, PlanRevisionId};
use crate::domain::plan_revision::PlanRevision;
use crate::domain::problem::Problem;
use crate::domain::text::{join_list, split_list};
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored};
use crate::store::visits::must_name_its_own;
use crate::store::week::family_name;
use crate::store::{Store, columns, staff};

/// The revisions of a person's plan in a family, the first first.
pub(in crate::store) const OF_PERSON: &str = "SELECT r.*, w.name AS by_name
     FROM plan_revision r JOIN staff w ON w.id = r.by_staff
     WHERE r.family = :family AND r.person = :person ORDER BY r.on_day, r.id";

impl Record for PlanRevision {
    type Id = PlanRevisionId;
}

impl Row for PlanRevision {
    const NOUN: &'static str = "plan_revision";
    const TABLE: &'static str = "plan_revision";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "plan_revision t",
        family: "t.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "f.sort_key, f.id, t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.person])
    }

    fn is_open_to(&self, store: &Store) -> bool {
        store.reads_plans()
    }

    fn kept_back(&self, store: &Store) -> Problem {
        refusal(store.actor.role)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(
                "SELECT r.*, w.name AS by_name FROM plan_revision r JOIN staff w ON w.id = r.by_staff WHERE r.id = :id",
            )?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("family", &self.family.0),
            ("person", &self.person.0),
            ("on_day", &self.on),
            ("by_staff", &staff::intern(transaction, &self.by)?),
            ("goal", &self.goal),
            ("was", &join_list(&self.was)),
            ("is_now", &join_list(&self.is)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A revision from a row that holds every column of `plan_revision` and the name of who wrote it.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<PlanRevision> {
    let list = |column: &str| Ok::<_, rusqlite::Error>(split_list(&row.get::<_, String>(column)?, false));
    Ok(PlanRevision {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        on: row.get("on_day")?,
        by: row.get("by_name")?,
        goal: row.get("goal")?,
        was: list("was")?,
        is: list("is_now")?,
    })
}

/// The revisions of a person's plan, the first first.
pub(super) fn of_person(
    connection: &Connection,
    family: FamilyId,
    person: PersonId,
) -> Result<Vec<Stored<PlanRevision>>, Problem> {
    let mut statement = connection.prepare_cached(OF_PERSON)?;
    let found = statement.query_map(named_params! {":family": family.0, ":person": person.0}, |row| {
        Ok(Stored { id: PlanRevisionId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
