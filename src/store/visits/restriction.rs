//! Restrictions of contact as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::{called, must_name_its_own};
use crate::domain::access::Right;
use crate::domain::codes::{Answer, Code, RestrictionKind, VisitContact};
use crate::domain::ids::{FamilyId, PersonId, RestrictionId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Limits, Restriction};
use crate::store::coded::Coded;
use crate::store::columns::{self, Links};
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::{Listing, Store};

/// With whom contact is restricted.
const PEOPLE: Links = Links { table: "restriction_person", owner: "restriction", thing: "person" };

impl Record for Restriction {
    type Id = RestrictionId;
}

impl Row for Restriction {
    const NOUN: &'static str = "restriction";
    const TABLE: &'static str = "restriction";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "restriction t",
        family: "t.family",
        first: "t.from_day",
        last: "t.until_day",
        order: "f.sort_key, f.id, t.from_day, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let mut names = vec![called(connection, self.child)?];
        for with in &self.with {
            names.push(called(connection, *with)?);
        }
        Ok((names.join(" – "), None))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let Some((version, mut restriction)) = one(connection, id, read)? else { return Ok(None) };
        read_lists(connection, id, &mut restriction)?;
        Ok(Some((version, restriction)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| std::iter::once(of.child).chain(of.with.iter().copied()).collect())
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let contacts: Vec<&str> = self.limits.contacts.iter().map(|contact| contact.code()).collect();
        let contacts = contacts.join(",");
        let (kind, appeal) = (Coded(self.kind), self.appeal_told.map(Coded));
        let supervised = self.limits.supervised.map(Coded);
        let row: [(&str, &dyn ToSql); 15] = [
            ("family", &self.family.0),
            ("child", &self.child.0),
            ("kind", &kind),
            ("how", &self.how),
            ("why", &self.why),
            ("from_day", &self.from),
            ("until_day", &self.until),
            ("further_notice", &self.further_notice),
            ("decided_on", &self.decided_on),
            ("decided_by", &self.decided_by),
            ("appeal_told", &appeal),
            ("contacts", &contacts),
            ("supervised", &supervised),
            ("most_a_month", &self.limits.most_a_month),
            ("most_minutes", &self.limits.most_minutes),
        ];
        let id = columns::write(transaction, Self::TABLE, id, &row)?;
        let people: Vec<i64> = self.with.iter().map(|person| person.0).collect();
        PEOPLE.write(transaction, id, &people)?;
        transaction
            .prepare_cached("DELETE FROM restriction_considered WHERE restriction = :id")?
            .execute(named_params! {":id": id})?;
        let mut insert = transaction
            .prepare_cached("INSERT OR IGNORE INTO restriction_considered (restriction, on_day) VALUES (:id, :on)")?;
        for on in &self.considered_on {
            insert.execute(named_params! {":id": id, ":on": on})?;
        }
        Ok(id)
    }
}

impl Store {
    /// Whether a restriction claims to be a decision where only an agreement can restrict the contact.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn allows_agreement_only(&self, restriction: &Restriction) -> Result<bool, Problem> {
        let mut placements = Vec::new();
        let listing = Listing { family: Some(restriction.family), ..Listing::default() };
        self.each_placement(&listing, &mut |placement| {
            let (_, stored) = placement.value;
            placements.push(stored.value);
            Ok(())
        })?;
        Ok(restriction.allows_agreement_only(&placements))
    }
}

/// A restriction from a row that holds every column of `restriction`, without its people and considerations.
pub(in crate::store) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Restriction> {
    let contacts: String = row.get("contacts")?;
    Ok(Restriction {
        family: FamilyId(row.get("family")?),
        child: PersonId(row.get("child")?),
        with: Vec::new(),
        kind: row.get::<_, Coded<RestrictionKind>>("kind")?.0,
        how: row.get("how")?,
        why: row.get("why")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        further_notice: row.get("further_notice")?,
        decided_on: row.get("decided_on")?,
        decided_by: row.get("decided_by")?,
        appeal_told: row.get::<_, Option<Coded<Answer>>>("appeal_told")?.map(|code| code.0),
        considered_on: Vec::new(),
        limits: Limits {
            contacts: contacts.split(',').filter_map(VisitContact::from_code).collect(),
            supervised: row.get::<_, Option<Coded<Answer>>>("supervised")?.map(|code| code.0),
            most_a_month: row.get("most_a_month")?,
            most_minutes: row.get("most_minutes")?,
        },
    })
}

/// Reads with whom contact is restricted, and when that was considered.
pub(in crate::store) fn read_lists(connection: &Connection, id: i64, of: &mut Restriction) -> rusqlite::Result<()> {
    of.with = PEOPLE.read(connection, id)?;
    of.considered_on = connection
        .prepare_cached("SELECT on_day FROM restriction_considered WHERE restriction = :id ORDER BY on_day")?
        .query_map(named_params! {":id": id}, |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(())
}
