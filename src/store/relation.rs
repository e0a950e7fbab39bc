//! Relations between the people of a family as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::columns;
use super::listed::Place;
use super::record::{Record, Row, Stored, one};
use super::visits::{called, must_name_its_own};
use crate::domain::access::Right;
use crate::domain::codes::{Answer, RelationKind};
use crate::domain::ids::{FamilyId, PersonId, RelationId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::relation::Relation;

/// A family's relations.
pub(super) const OF_FAMILY: &str = "SELECT * FROM kin WHERE family = :family ORDER BY id";

/// Whether a relation is written already, whichever way round.
pub(super) const TWICE: &str = "SELECT 1 FROM kin WHERE relation = :relation AND id IS NOT :id
    AND min(person, other) = min(:person, :other) AND max(person, other) = max(:person, :other)";

impl Record for Relation {
    type Id = RelationId;
}

impl Row for Relation {
    const NOUN: &'static str = "kin";
    const TABLE: &'static str = "kin";
    const ADD: Right = Right::ChangeFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const READ: Right = Right::ReadCases;
    const PLACE: Place = Place {
        tables: "kin t",
        family: "t.family",
        first: "f.started_on",
        last: "f.closed_on",
        order: "f.sort_key, f.id, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((format!("{} – {}", called(connection, self.person)?, called(connection, self.other)?), None))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        if self.person == self.other {
            return Err(Problem::new(Kind::Invalid, "kin-of-oneself"));
        }
        must_name_its_own(self, connection, id, |of| vec![of.person, of.other])?;
        let others: Vec<Self> = of_family(connection, self.family)?
            .into_iter()
            .filter(|stored| Some(stored.id.0) != id)
            .map(|stored| stored.value)
            .collect();
        if self.closes_circle(&others) { Err(Problem::new(Kind::Invalid, "kin-circle")) } else { Ok(()) }
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        // What comes back by undo is held against this too, so that it is told in words and not by the index.
        let twice = transaction.prepare_cached(TWICE)?.exists(named_params! {
            ":relation": Coded(self.relation), ":id": id, ":person": self.person.0, ":other": self.other.0,
        })?;
        if twice {
            return Err(Problem::new(Kind::Invalid, "kin-twice"));
        }
        let row: [(&str, &dyn ToSql); 6] = [
            ("family", &self.family.0),
            ("person", &self.person.0),
            ("relation", &Coded(self.relation)),
            ("other", &self.other.0),
            ("ended", &Coded(self.ended)),
            ("ended_on", &self.ended_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Relation> {
    Ok(Relation {
        family: FamilyId(row.get("family")?),
        person: PersonId(row.get("person")?),
        relation: row.get::<_, Coded<RelationKind>>("relation")?.0,
        other: PersonId(row.get("other")?),
        ended: row.get::<_, Coded<Answer>>("ended")?.0,
        ended_on: row.get("ended_on")?,
    })
}

/// A family's relations in the order in which they were written.
pub(super) fn of_family(connection: &Connection, family: FamilyId) -> Result<Vec<Stored<Relation>>, Problem> {
    let mut statement = connection.prepare_cached(OF_FAMILY)?;
    let found = statement
        .query_map(named_params! {":family": family.0}, |row| {
            Ok(Stored { id: RelationId(row.get("id")?), version: row.get("version")?, value: read(row)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(found)
}
