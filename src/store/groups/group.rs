//! Groups as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, named_params};

use super::own_team;
use crate::domain::access::Right;
use crate::domain::codes::{Answer, GroupDay, GroupKind, GroupState};
use crate::domain::group::Group;
use crate::domain::ids::{FamilyId, GroupId, TeamId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::store::coded::{Clocked, Coded};
use crate::store::columns::{self, Links};
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::{Store, staff};

impl Record for Group {
    type Id = GroupId;
}

/// Who leads it.
const LEADERS: Links = Links { table: "support_group_leader", owner: "of_group", thing: "staff" };

impl Row for Group {
    const NOUN: &'static str = "group";
    const TABLE: &'static str = "support_group";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "support_group t",
        family: "NULL",
        first: "coalesce(t.from_day, '0000-01-01')",
        last: "t.until_day",
        order: "t.identity, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(None)
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((self.name.clone(), None))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let is_taken = connection
            .prepare_cached(
                "SELECT 1 FROM support_group WHERE team = :team AND identity = :identity AND id IS NOT :id",
            )?
            .exists(named_params! {":team": self.team.0, ":identity": identity_of(&self.reference), ":id": id})?;
        if is_taken { Err(Problem::new(Kind::Invalid, "taken").with("field", "group")) } else { Ok(()) }
    }

    fn is_open_to(&self, store: &Store) -> bool {
        own_team(store) == Some(self.team)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let Some((version, mut group)) = one(connection, id, read)? else { return Ok(None) };
        group.leaders = connection
            .prepare_cached(
                "SELECT s.name FROM support_group_leader l JOIN staff s ON s.id = l.staff
                 WHERE l.of_group = :id ORDER BY l.place",
            )?
            .query_map(named_params! {":id": id}, |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(Some((version, group)))
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 15] = [
            ("team", &self.team.0),
            ("reference", &self.reference),
            ("identity", &identity_of(&self.reference)),
            ("kind", &Coded(self.kind)),
            ("name", &self.name),
            ("weekday", &self.weekday.map(Coded)),
            ("start", &self.start.map(Clocked)),
            ("at_place", &self.place),
            ("needs_test", &self.needs_test.map(Coded)),
            ("ages", &self.ages),
            ("from_day", &self.from),
            ("until_day", &self.until),
            ("state", &Coded(self.state)),
            ("reason", &self.reason),
            ("district", &self.district),
        ];
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        let leaders: Vec<i64> =
            self.leaders.iter().map(|name| staff::intern(transaction, name)).collect::<Result<_, _>>()?;
        LEADERS.write(transaction, id, &leaders)?;
        Ok(id)
    }
}

/// A group from a row that holds every column of `support_group`, without who leads it.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        team: TeamId(row.get("team")?),
        reference: row.get("reference")?,
        kind: row.get::<_, Coded<GroupKind>>("kind")?.0,
        name: row.get("name")?,
        weekday: row.get::<_, Option<Coded<GroupDay>>>("weekday")?.map(|code| code.0),
        start: row.get::<_, Option<Clocked>>("start")?.map(|time| time.0),
        place: row.get("at_place")?,
        leaders: Vec::new(),
        needs_test: row.get::<_, Option<Coded<Answer>>>("needs_test")?.map(|code| code.0),
        ages: row.get("ages")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        state: row.get::<_, Coded<GroupState>>("state")?.0,
        reason: row.get("reason")?,
        district: row.get("district")?,
    })
}

impl Store {
    /// The group of a reference in the actor's team.
    ///
    /// # Errors
    /// Refused to roles that read no cases.
    pub fn group_called(&self, reference: &str) -> Result<Option<GroupId>, Problem> {
        self.ask(Right::ReadCases)?;
        let found = self
            .connection
            .prepare_cached("SELECT id FROM support_group WHERE team = :team AND identity = :identity")?
            .query_row(
                named_params! {":team": own_team(self).map(|team| team.0), ":identity": identity_of(reference)},
                |row| row.get(0).map(GroupId),
            )
            .optional()?;
        Ok(found)
    }
}
