//! Placements as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::coded::Coded;
use super::columns::Links;
use super::listed::Place;
use super::not_found;
use super::record::{Record, Row};
use super::visits::{family_of, must_belong, stored};
use crate::domain::access::Right;
use crate::domain::codes::{Answer, EndReason, LegalBasis, PlacementKind};
use crate::domain::ids::{FamilyId, PersonId, PlacementId};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;

impl Record for Placement {
    type Id = PlacementId;
}

impl Row for Placement {
    const NOUN: &'static str = "placement";
    const TABLE: &'static str = "placement";
    const ADD: Right = Right::ChangeFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const PLACE: Place = Place {
        tables: "placement t JOIN member m ON m.id = t.person",
        family: "m.family",
        first: "t.started_on",
        last: "t.ended_on",
        order: "f.sort_key, f.id, m.id, t.started_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, connection: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(child(connection, self.person)?.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((child(connection, self.person)?.label(connection)?.0, None))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let family = family_of(connection, self.person)?;
        let before = stored::<Self>(connection, id)?.map(|before| before.placed_with).unwrap_or_default();
        must_belong(connection, family, &self.placed_with, &before)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM placement p WHERE p.id = :id"))?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        transaction
            .prepare_cached(
                "INSERT INTO placement (id, person, kind, started_on, legal_basis, district, home, ended_on,
                                       end_reason, hidden_location, school_change, school_started_on)
                 VALUES (:id, :person, :kind, :started_on, :legal_basis, :district, :home, :ended_on, :end_reason,
                         :hidden_location, :school_change, :school_started_on)
                 ON CONFLICT (id) DO UPDATE SET version = version + 1,
                        person = excluded.person, kind = excluded.kind, started_on = excluded.started_on, legal_basis
                        = excluded.legal_basis, district = excluded.district, home = excluded.home, ended_on =
                        excluded.ended_on, end_reason = excluded.end_reason, hidden_location =
                        excluded.hidden_location, school_change = excluded.school_change, school_started_on =
                        excluded.school_started_on",
            )?
            .execute(named_params! {
                ":id": id,
                ":person": self.person.0,
                ":kind": Coded(self.kind),
                ":started_on": self.started_on,
                ":legal_basis": self.legal_basis.map(Coded),
                ":district": self.district,
                ":home": self.home,
                ":ended_on": self.ended_on,
                ":end_reason": self.end_reason.map(Coded),
                ":hidden_location": self.hidden_location.map(Coded),
                ":school_change": self.school_change.map(Coded),
                ":school_started_on": self.school_started_on,
            })?;
        let id = id.unwrap_or_else(|| transaction.last_insert_rowid());
        let with: Vec<i64> = self.placed_with.iter().map(|person| person.0).collect();
        WITH.write(transaction, id, &with)?;
        Ok(id)
    }
}

/// The columns of a placement `p`, and who is placed with the child.
pub(super) const COLUMNS: &str = "p.*, (SELECT group_concat(person, ' ') FROM
    (SELECT w.person FROM placement_with w WHERE w.placement = p.id ORDER BY w.place)) AS placed_with";

/// Who is placed with the child.
const WITH: Links = Links { table: "placement_with", owner: "placement", thing: "person" };

/// A placement from a row that holds [`COLUMNS`].
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Placement> {
    Ok(Placement {
        person: PersonId(row.get("person")?),
        kind: row.get::<_, Coded<PlacementKind>>("kind")?.0,
        started_on: row.get("started_on")?,
        legal_basis: row.get::<_, Option<Coded<LegalBasis>>>("legal_basis")?.map(|code| code.0),
        district: row.get("district")?,
        home: row.get("home")?,
        ended_on: row.get("ended_on")?,
        end_reason: row.get::<_, Option<Coded<EndReason>>>("end_reason")?.map(|code| code.0),
        hidden_location: row.get::<_, Option<Coded<Answer>>>("hidden_location")?.map(|code| code.0),
        school_change: row.get::<_, Option<Coded<Answer>>>("school_change")?.map(|code| code.0),
        school_started_on: row.get("school_started_on")?,
        placed_with: row
            .get::<_, Option<String>>("placed_with")?
            .iter()
            .flat_map(|people| people.split(' '))
            .filter_map(|person| person.parse().ok().map(PersonId))
            .collect(),
    })
}

fn child(connection: &Connection, id: PersonId) -> Result<Person, Problem> {
    Person::fetch(connection, id.0)?.map(|(_, child)| child).ok_or_else(|| not_found(Person::NOUN))
}
