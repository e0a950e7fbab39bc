//! Goals as rows. Whoever writes one writes down with it what changed in the plan.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::settle::revise;
use crate::domain::access::{Right, refusal};
use crate::domain::goal::Goal;
use crate::domain::ids::{FamilyId, GoalId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::store::coded::Coded;
use crate::store::follow::Act;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, Stored, one};
use crate::store::visits::{must_belong, stored};
use crate::store::week::family_name;
use crate::store::{Store, columns};

/// The goals of a family by number.
pub(in crate::store) const OF_FAMILY: &str = "SELECT * FROM goal WHERE family = :family ORDER BY number";

/// The number that the next goal of a family gets: none that a goal has, or had before it was taken out.
pub(in crate::store) const NEXT: &str =
    "SELECT 1 + max(coalesce((SELECT max(number) FROM goal WHERE family = :family), 0),
                    coalesce((SELECT max(goal) FROM plan_revision WHERE family = :family), 0))";

impl Record for Goal {
    type Id = GoalId;
}

impl Row for Goal {
    const NOUN: &'static str = "goal";
    const TABLE: &'static str = "goal";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const USE: Right = Right::ReadPlans;
    const PLACE: Place = Place {
        tables: "goal t",
        family: "t.family",
        first: "t.made_on",
        last: "t.target_on",
        order: "f.sort_key, f.id, t.number",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.made_on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?;
        if before.as_ref().is_some_and(|before| (before.family, before.number) != (self.family, self.number)) {
            return Err(Problem::new(Kind::Invalid, "goal-number-fixed"));
        }
        let other = numbered(connection, self.family, self.number)?;
        if other.is_some_and(|other| Some(other.id.0) != id) {
            return Err(Problem::new(Kind::Invalid, "goal-number-taken").with("number", self.number));
        }
        must_belong(connection, self.family, &[self.person], before.map(|before| before.person).as_slice())
    }

    fn is_open_to(&self, store: &Store) -> bool {
        store.reads_plans()
    }

    fn kept_back(&self, store: &Store) -> Problem {
        refusal(store.actor.role)
    }

    fn follows(&self) -> bool {
        true
    }

    fn follow(
        store: &Store,
        transaction: &Transaction<'_>,
        act: Act,
        (before, after): (Option<&Self>, Option<&Self>),
    ) -> Result<(), Problem> {
        revise(store, transaction, act, (before, after))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let number = match self.number {
            0 => transaction
                .prepare_cached(NEXT)?
                .query_row(named_params! {":family": self.family.0}, |row| row.get(0))?,
            number => number,
        };
        let [much_less, less, expected, more, much_more] = &self.levels;
        let row: [(&str, &dyn ToSql); 17] = [
            ("family", &self.family.0),
            ("person", &self.person.0),
            ("number", &number),
            ("area", &Coded(self.area)),
            ("goal", &self.goal),
            ("made_on", &self.made_on),
            ("target_on", &self.target_on),
            ("weight", &self.weight),
            ("much_less", much_less),
            ("less", less),
            ("expected", expected),
            ("more", more),
            ("much_more", much_more),
            ("start", &self.start),
            ("now", &self.now),
            ("own_now", &self.own_now),
            ("state", &Coded(self.state)),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A goal from a row that holds every column of `goal`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Goal> {
    Ok(Goal {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        number: row.get("number")?,
        area: row.get::<_, Coded<_>>("area")?.0,
        goal: row.get("goal")?,
        made_on: row.get("made_on")?,
        target_on: row.get("target_on")?,
        weight: row.get("weight")?,
        levels: [
            row.get("much_less")?,
            row.get("less")?,
            row.get("expected")?,
            row.get("more")?,
            row.get("much_more")?,
        ],
        start: row.get("start")?,
        now: row.get("now")?,
        own_now: row.get("own_now")?,
        state: row.get::<_, Coded<_>>("state")?.0,
    })
}

fn read_stored(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored<Goal>> {
    Ok(Stored { id: GoalId(row.get("id")?), version: row.get("version")?, value: read(row)? })
}

/// The goals of a family by number.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<Goal>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement.query_map(named_params! {":family": family.0}, read_stored)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The goal of a number in a family.
pub(super) fn numbered(
    connection: &Connection,
    family: FamilyId,
    number: u32,
) -> Result<Option<Stored<Goal>>, Problem> {
    let found = connection
        .prepare_cached("SELECT * FROM goal WHERE family = :family AND number = :number")?
        .query_row(named_params! {":family": family.0, ":number": number}, read_stored)
        .optional()?;
    Ok(found)
}

/// Refuses a number that no goal of the family has.
pub(super) fn must_be_there(connection: &Connection, family: FamilyId, number: u32) -> Result<(), Problem> {
    match numbered(connection, family, number)? {
        Some(_) => Ok(()),
        None => Err(Problem::new(Kind::Invalid, "no-such-goal").with("number", number)),
    }
}
