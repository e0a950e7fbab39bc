//! What of a casebook is listed, and people and placements with what is told of them together. Every kind of record by
//! itself is [`super::listed`]'s.

use chrono::NaiveDate;
use rusqlite::{ToSql, named_params};

use super::reached::Reached;
use super::record::{Row as _, Stored};
use super::{Store, not_found, person, placement};
use crate::domain::access::Right;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, PersonId, PlacementId};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;

/// Which records to list. A family, its people and a placement belong to every period they overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listing {
    /// Only this family.
    pub family: Option<FamilyId>,
    /// First day of the period.
    pub from: Option<NaiveDate>,
    /// Last day of the period.
    pub to: Option<NaiveDate>,
}

impl Listing {
    /// Whose records are listed: what is open for a while only is listed by itself and nowhere else.
    pub(in crate::store) fn whose(&self, reached: Reached) -> Reached {
        if self.family.is_some() { reached } else { reached.lasting() }
    }
}

/// Takes one record after the other; a problem ends the listing.
pub type Each<'a, T> = &'a mut dyn FnMut(T) -> Result<(), Problem>;

/// A record with the name of its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfFamily<T> {
    /// Whose it is.
    pub family: FamilyName,
    /// The record.
    pub value: T,
}

/// The families that are asked for: parameters `:family`, `:from`, `:to`. One of them is found, and not looked for
/// among all.
fn families(listing: &Listing, reached: Reached) -> String {
    let reached = listing.whose(reached);
    let whose = if listing.family.is_some() { "f.id = :family" } else { ":family IS NULL" };
    format!("{whose} AND {}", reached.family("f"))
}
const FAMILIES_THEN: &str =
    "(:to IS NULL OR f.started_on <= :to) AND (:from IS NULL OR f.closed_on IS NULL OR f.closed_on >= :from)";

impl Store {
    /// People, by the name of their family and in the order they were entered.
    ///
    /// # Errors
    /// Refused by role or family; whatever the taker reports.
    pub fn each_person(&self, listing: &Listing, each: Each<'_, OfFamily<Stored<Person>>>) -> Result<(), Problem> {
        let families = families(listing, self.ask(Right::ReadCases)?);
        let sql = format!(
            "SELECT m.*, f.name AS family_called, f.case_ref FROM family f JOIN member m ON m.family = f.id
             WHERE {families} AND {FAMILIES_THEN} ORDER BY f.sort_key, f.id, m.id"
        );
        self.each_row(&sql, listing, &mut |row| {
            let mut value =
                Stored { id: PersonId(row.get("id")?), version: row.get("version")?, value: person::read(row)? };
            self.place_person(value.id, &mut value.value)?;
            each(OfFamily { family: family(row)?, value })
        })
    }

    /// Placements with the child, by the name of the family, oldest first for each child.
    ///
    /// # Errors
    /// Refused by role or family; whatever the taker reports.
    pub fn each_placement(
        &self,
        listing: &Listing,
        each: Each<'_, OfFamily<(Person, Stored<Placement>)>>,
    ) -> Result<(), Problem> {
        let families = families(listing, self.ask(Right::ReadFile)?);
        let sql = format!(
            "SELECT {}, m.family, f.name AS family_called, f.case_ref
             FROM family f JOIN member m ON m.family = f.id JOIN placement p ON p.person = m.id
             WHERE {families} AND (:to IS NULL OR p.started_on <= :to)
               AND (:from IS NULL OR p.ended_on IS NULL OR p.ended_on >= :from)
             ORDER BY f.sort_key, f.id, m.id, p.started_on, p.id",
            placement::COLUMNS
        );
        self.each_row(&sql, listing, &mut |row| {
            let id = PlacementId(row.get("id")?);
            let value = Stored { id, version: row.get("version")?, value: placement::read(row)? };
            let child = Person::fetch(&self.connection, value.value.person.0)?;
            let (_, mut child) = child.ok_or_else(|| not_found(Person::NOUN))?;
            self.place_person(value.value.person, &mut child)?;
            each(OfFamily { family: family(row)?, value: (child, value) })
        })
    }

    /// The people of a family in the order they were entered.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn people_of(&self, family: FamilyId) -> Result<Vec<Stored<Person>>, Problem> {
        let mut people = Vec::new();
        let listing = Listing { family: Some(family), ..Listing::default() };
        self.each_person(&listing, &mut |person| {
            people.push(person.value);
            Ok(())
        })?;
        Ok(people)
    }

    fn each_row(
        &self,
        sql: &str,
        listing: &Listing,
        each: &mut dyn FnMut(&rusqlite::Row<'_>) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        if let Some(family) = listing.family {
            self.ask_for_family(Right::ReadCases, family)?;
        }
        let family = listing.family.map(|family| family.0);
        let mut statement = self.connection.prepare_cached(sql)?;
        let values: &[(&str, &dyn ToSql)] = named_params! {
            ":family": family, ":from": listing.from, ":to": listing.to,
        };
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            each(row)?;
        }
        Ok(())
    }
}

fn family(row: &rusqlite::Row<'_>) -> rusqlite::Result<FamilyName> {
    Ok(FamilyName { id: FamilyId(row.get("family")?), name: row.get("family_called")?, case_ref: row.get("case_ref")? })
}
