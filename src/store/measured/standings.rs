//! What is read of measurements: a family's, oldest first, and how everybody stands by them.

use rusqlite::named_params;

use super::measurement::read;
use crate::domain::access::Right;
use crate::domain::ids::{FamilyId, MeasurementId, PersonId};
use crate::domain::measurement::{Measurement, ParentSupport, Standing, standings, supports};
use crate::domain::problem::Problem;
use crate::store::record::{Row as _, Stored};
use crate::store::visits::reading;
use crate::store::{PersonOnPage, Store};

/// The measurements of a family, or of one of its people, oldest first.
const OF_FAMILY: &str = "SELECT m.*, s.name AS asked_by_name FROM measurement m LEFT JOIN staff s ON s.id = m.asked_by
    WHERE m.family = :family ORDER BY m.on_day, m.id";
const OF_PERSON: &str = "SELECT m.*, s.name AS asked_by_name FROM measurement m LEFT JOIN staff s ON s.id = m.asked_by
    WHERE m.family = :family AND m.person = :person ORDER BY m.on_day, m.id";

/// Every query, for the tests of how SQLite goes about them.
#[cfg(test)]
pub(in crate::store) const ALL: &[&str] =
    &[OF_FAMILY, OF_PERSON, super::words::QUOTATIONS, super::words::OF_VISITS, super::words::OF_MOVES];

impl Store {
    /// The measurements of a family, or of one of its people, oldest first, as far as the actor may see them.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn measurements(
        &self,
        family: FamilyId,
        person: Option<PersonId>,
    ) -> Result<Vec<Stored<Measurement>>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut all = Vec::new();
        let mut take = |row: &rusqlite::Row<'_>| {
            let stored = Stored { id: MeasurementId(row.get("id")?), version: row.get("version")?, value: read(row)? };
            all.push(stored);
            Ok(())
        };
        match person {
            None => {
                reading::each(&self.connection, OF_FAMILY, named_params! {":family": family.0}, &mut take)?;
            }
            Some(person) => {
                let asked = named_params! {":family": family.0, ":person": person.0};
                reading::each(&self.connection, OF_PERSON, asked, &mut take)?;
            }
        }
        all.retain(|stored| stored.value.is_open_to(self));
        Ok(all)
    }

    /// The support to a family's parents, where a child of it is placed or has been: whether they need any and get
    /// enough, as the team sees it and as they say themselves.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn parent_support(&self, family: FamilyId) -> Result<Vec<ParentSupport>, Problem> {
        let measured = self.measurements(family, None)?;
        let people = self.people_on_page(family)?;
        if people.iter().all(|one| one.placements.is_empty()) {
            return Ok(Vec::new());
        }
        let asked = self.instruments().all().iter().filter(|one| one.is_of_staff());
        let asked: Vec<_> = asked.collect();
        let is_asked = |one: &&PersonOnPage| asked.iter().any(|instrument| instrument.is_for(one.person.value.role));
        let parents: Vec<PersonId> = people.iter().filter(is_asked).map(|one| one.person.id).collect();
        let measured: Vec<&Measurement> = measured.iter().map(|stored| &stored.value).collect();
        Ok(supports(self.instruments(), &measured, &parents))
    }

    /// How a family's people stand by what was measured: each person, instrument, area and rater, with every time, the
    /// first and the latest, and which way it has gone.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn standings(&self, family: FamilyId) -> Result<Vec<Standing>, Problem> {
        let measured = self.measurements(family, None)?;
        Ok(standings(self.instruments(), measured.iter().map(|stored| &stored.value)))
    }
}
