//! Referrals as rows, and those of which something is still to come.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use super::coded::Coded;
use super::listed::Place;
use super::reached::Reached;
use super::record::{Record, Row, Stored, one};
use super::visits::must_name_its_own;
use super::week::family_name;
use super::{OfFamily, Store, columns};
use crate::domain::access::Right;
use crate::domain::codes::{Area, ConsentBy, ReferralState};
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, PersonId, ReferralId};
use crate::domain::problem::Problem;
use crate::domain::referral::{Catalogue, Referral};

/// A referral as it is told in a list: with its family.
pub type ReferralRow = OfFamily<Stored<Referral>>;

impl Record for Referral {
    type Id = ReferralId;
}

impl Row for Referral {
    const NOUN: &'static str = "referral";
    const TABLE: &'static str = "referral";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "referral t",
        family: "t.family",
        first: "t.needed_on",
        last: "t.done_on",
        order: "t.needed_on, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((family_name(connection, self.family)?, Some(self.needed_on)))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        must_name_its_own(self, connection, id, |of| of.person.into_iter().collect())
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 12] = [
            ("family", &self.family.0),
            ("person", &self.person.map(|person| person.0)),
            ("to_actor", &self.to),
            ("area", &Coded(self.area)),
            ("why", &self.why),
            ("consent_by", &self.consent_by.map(Coded)),
            ("state", &Coded(self.state)),
            ("needed_on", &self.needed_on),
            ("sent_on", &self.sent_on),
            ("answered_on", &self.answered_on),
            ("first_visit_on", &self.first_visit_on),
            ("done_on", &self.done_on),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A referral from a row that holds every column of `referral`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Referral> {
    Ok(Referral {
        family: FamilyId(row.get("family")?),
        person: row.get::<_, Option<i64>>("person")?.map(PersonId),
        to: row.get("to_actor")?,
        area: row.get::<_, Coded<Area>>("area")?.0,
        why: row.get("why")?,
        consent_by: row.get::<_, Option<Coded<ConsentBy>>>("consent_by")?.map(|code| code.0),
        state: row.get::<_, Coded<ReferralState>>("state")?.0,
        needed_on: row.get("needed_on")?,
        sent_on: row.get("sent_on")?,
        answered_on: row.get("answered_on")?,
        first_visit_on: row.get("first_visit_on")?,
        done_on: row.get("done_on")?,
    })
}

/// The query for referrals of which something is still to come, of the families that are reached; so many that a person
/// can look through them.
pub(super) fn open(reached: &Reached) -> String {
    let reached = reached.family("f");
    format!(
        "SELECT r.*, f.name AS family_called, f.case_ref
         FROM referral r INDEXED BY referral_open CROSS JOIN family f ON f.id = r.family
         WHERE r.state IN ('needed', 'sent', 'accepted', 'waiting', 'first_visit') AND {reached}
         ORDER BY coalesce(r.sent_on, r.needed_on), r.id LIMIT 500"
    )
}

/// The referrals of a family of which something is still to come, and what nobody gives.
pub(super) const ONWARD: &str = "SELECT * FROM referral r
    WHERE r.family = :family AND r.state NOT IN ('refused', 'done') ORDER BY r.needed_on, r.id";

impl Store {
    /// The referrals of a family, or, where none is named, those of every family that one reaches of which something
    /// is still to come; the oldest first.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn referrals(&self, family: Option<FamilyId>) -> Result<Vec<ReferralRow>, Problem> {
        let reached = self.ask(Right::ReadFile)?;
        let mut found = Vec::new();
        if let Some(family) = family {
            let listing = super::Listing { family: Some(family), ..super::Listing::default() };
            self.each::<Referral>(&listing, &mut |of| {
                found.push(of);
                Ok(())
            })?;
            return Ok(found);
        }
        let mut statement = self.connection.prepare_cached(&open(&reached))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let value = Stored { id: ReferralId(row.get("id")?), version: row.get("version")?, value: read(row)? };
            let family =
                FamilyName { id: value.value.family, name: row.get("family_called")?, case_ref: row.get("case_ref")? };
            found.push(OfFamily { family, value });
        }
        self.saw(Referral::NOUN, found.iter().map(|of| of.family.id));
        Ok(found)
    }

    /// What is still to come of a family's referrals, and what nobody gives. Whoever calls it has asked what the actor
    /// may.
    pub(super) fn onward(&self, family: FamilyId) -> Result<Vec<Referral>, Problem> {
        let mut statement = self.connection.prepare_cached(ONWARD)?;
        let found = statement.query_map(named_params! {":family": family.0}, read)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// To whom the unit refers.
    pub fn catalogue(&self) -> &Catalogue {
        &self.actors
    }
}
