//! Actions as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::goal::must_be_there;
use crate::domain::access::{Right, refusal};
use crate::domain::action::PlanAction;
use crate::domain::ids::{FamilyId, PersonId, PlanActionId};
use crate::domain::problem::Problem;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored, one};
use crate::store::visits::{must_belong, stored};
use crate::store::week::family_name;
use crate::store::{Origin, Saving, Store, columns};

/// The actions of a family: those that are not done first, by day, those without one last.
pub(in crate::store) const OF_FAMILY: &str = "SELECT * FROM action WHERE family = :family
     ORDER BY done_on IS NOT NULL, due_on IS NULL, due_on, id";

impl Record for PlanAction {
    type Id = PlanActionId;
}

impl Row for PlanAction {
    const NOUN: &'static str = "action";
    const TABLE: &'static str = "action";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "action t",
        family: "t.family",
        first: "coalesce(t.due_on, t.done_on, '0000-01-01')",
        last: "coalesce(t.due_on, t.done_on)",
        order: "t.due_on IS NULL, t.due_on, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, self.due_on))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?.filter(|before| before.family == self.family);
        if let Some(goal) = self.goal {
            must_be_there(connection, self.family, goal)?;
        }
        let already = before.and_then(|before| before.person);
        must_belong(connection, self.family, self.person.as_slice(), already.as_slice())
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
            ("person", &self.person.map(|person| person.0)),
            ("goal", &self.goal),
            ("what", &self.text),
            ("who", &self.who),
            ("due_on", &self.due_on),
            ("done_on", &self.done_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// An action from a row that holds every column of `action`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<PlanAction> {
    Ok(PlanAction {
        family: FamilyId(row.get("family")?),
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        goal: row.get("goal")?,
        text: row.get("what")?,
        who: row.get("who")?,
        due_on: row.get("due_on")?,
        done_on: row.get("done_on")?,
    })
}

/// The actions of a family: those that are not done first, by day, those without one last.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<PlanAction>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement.query_map(named_params! {":family": family.0}, |row| {
        Ok(Stored { id: PlanActionId(row.get("id")?), version: row.get("version")?, value: read(row)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

impl Store {
    /// Says on which day an action was done, or that it is not, if nobody saved it since the version named.
    ///
    /// # Errors
    /// Refused by role or family; no such action.
    pub fn action_done(
        &self,
        id: PlanActionId,
        version: i64,
        done_on: Option<NaiveDate>,
    ) -> Result<Saving<PlanAction>, Problem> {
        self.ask(Right::NoteEvents)?;
        let stored: Stored<PlanAction> = self.get(id)?;
        self.change(id, version, &PlanAction { done_on, ..stored.value }, Origin::Direct)
    }
}
