//! Crisis support as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use crate::domain::access::{Right, refusal};
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::ids::{CrisisSupportId, FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored, one};
use crate::store::visits::must_name_its_own;
use crate::store::week::family_name;
use crate::store::{Store, columns};

/// The crisis support of a family, in the order in which it was offered.
pub(in crate::store) const OF_FAMILY: &str =
    "SELECT * FROM crisis_support WHERE family = :family ORDER BY offered_on, id";

impl Record for CrisisSupport {
    type Id = CrisisSupportId;
}

impl Row for CrisisSupport {
    const NOUN: &'static str = "crisis_support";
    const TABLE: &'static str = "crisis_support";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "crisis_support t",
        family: "t.family",
        first: "coalesce(t.offered_on, '0000-01-01')",
        last: "t.ended_on",
        order: "f.sort_key, f.id, t.offered_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, self.offered_on))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| vec![of.parent])
    }

    fn is_open_to(&self, store: &Store) -> bool {
        store.reads_plans()
    }

    fn kept_back(&self, store: &Store) -> Problem {
        refusal(store.actor.role)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 7] = [
            ("family", &self.family.0),
            ("parent", &self.parent.0),
            ("legal_form", &self.legal_form.map(Coded)),
            ("offered_on", &self.offered_on),
            ("answer", &self.answer.map(Coded)),
            ("talks_used", &self.talks_used),
            ("ended_on", &self.ended_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// Crisis support from a row that holds every column of `crisis_support`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<CrisisSupport> {
    Ok(CrisisSupport {
        family: FamilyId(row.get("family")?),
        parent: PersonId(row.get("parent")?),
        legal_form: row.get::<_, Option<Coded<_>>>("legal_form")?.map(|form| form.0),
        offered_on: row.get("offered_on")?,
        answer: row.get::<_, Option<Coded<_>>>("answer")?.map(|answer| answer.0),
        talks_used: row.get("talks_used")?,
        ended_on: row.get("ended_on")?,
    })
}

/// The crisis support of a family, in the order in which it was offered.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<CrisisSupport>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement.query_map(named_params! {":family": family.0}, |row| {
        Ok(Stored { id: CrisisSupportId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
