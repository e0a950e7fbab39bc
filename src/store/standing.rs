//! How the people of families stand, so that names and places leave the store with what may be shown of them.
//!
//! Households are read some at a time and kept beside the state of the casebook they were read in: whatever is written,
//! here or by a colleague, they are read again when somebody next asks.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::named_params;

use super::coded::Coded;
use super::person::against;
use super::visits::reading::{self, all_of};
use super::{Mark, Store};
use crate::domain::access::Right;
use crate::domain::codes::Answer;
use crate::domain::discretion::{Household, PersonName, Setting, Stand, Stay};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::visit::Terms;

/// The households that are known, and the state of the casebook they were read in.
#[derive(Debug, Default)]
pub(super) struct Standing {
    of: Option<Mark>,
    known: HashMap<FamilyId, Arc<Household>>,
}

/// Everybody of some families, in the order they were entered.
const PEOPLE: &str = "SELECT id, family, ref, given_name, role, lives, protection, protected_against FROM member
                      WHERE family IN (SELECT value FROM json_each(:ids)) ORDER BY family, id";

/// Where they have been placed.
const STAYS: &str = "SELECT p.person, p.kind, p.started_on, p.ended_on, p.home, p.hidden_location,
                            (SELECT json_group_array(w.person) FROM placement_with w WHERE w.placement = p.id)
                     FROM member m JOIN placement p ON p.person = m.id
                     WHERE m.family IN (SELECT value FROM json_each(:ids)) ORDER BY p.person, p.started_on, p.id";

/// Who cares for whom.
const CARERS: &str = "SELECT person, other FROM kin
                      WHERE family IN (SELECT value FROM json_each(:ids)) AND relation = 'cares_for' AND ended = 'no'";

/// Families whose people's standing is remembered at a time.
const MOST_KNOWN: usize = 8192;

/// Identities as SQLite gathers them.
fn numbers(text: &str) -> Vec<PersonId> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|id| id.parse().ok()).map(PersonId).collect()
}

/// Learns when the place of a child's visits is kept back.
pub(super) fn place_of(household: &Household, child: PersonId, terms: &mut Terms) {
    let who = std::iter::once(child).chain(terms.with.iter().copied());
    terms.place = terms.place.as_ref().map(|place| household.place(place, who));
}

impl Store {
    /// How the people of a family stand.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn household(&self, family: FamilyId) -> Result<Arc<Household>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        self.household_of(family)
    }

    /// What somebody is called in a setting.
    ///
    /// # Errors
    /// Refused by role or family; nobody of that identity.
    pub fn called(&self, person: PersonId, setting: Setting) -> Result<String, Problem> {
        let stored = self.get::<Person>(person)?;
        Ok(self.placed(stored.value.family, person, &stored.value.given_name)?.shown(setting))
    }

    pub(super) fn household_of(&self, family: FamilyId) -> Result<Arc<Household>, Problem> {
        self.know(&[family])?;
        Ok(self.standing.borrow().known.get(&family).cloned().unwrap_or_default())
    }

    /// A person's name as the person stands.
    pub(super) fn placed(&self, family: FamilyId, person: PersonId, name: &PersonName) -> Result<PersonName, Problem> {
        Ok(self.household_of(family)?.name(person, name))
    }

    /// The same person with names as they stand.
    pub(super) fn place_person(&self, id: PersonId, person: &mut Person) -> Result<(), Problem> {
        let household = self.household_of(person.family)?;
        person.given_name = household.name(id, &person.given_name);
        person.family_name = person.family_name.as_ref().map(|name| household.name(id, name));
        Ok(())
    }

    /// Reads the households that are not known yet, all at once.
    pub(super) fn know(&self, families: &[FamilyId]) -> Result<(), Problem> {
        // Whoever is told how people stand is about to be shown them.
        self.saw("person", families.iter().copied());
        let now = self.mark()?;
        let mut standing = self.standing.borrow_mut();
        if standing.of != Some(now) {
            *standing = Standing { of: Some(now), known: HashMap::new() };
        }
        let new: Vec<i64> =
            families.iter().filter(|family| !standing.known.contains_key(family)).map(|family| family.0).collect();
        if new.is_empty() {
            return Ok(());
        }
        // Whoever goes through all families needs none of them twice.
        let new = if standing.known.len() + new.len() > MOST_KNOWN && new.len() < MOST_KNOWN {
            standing.known.clear();
            families.iter().map(|family| family.0).collect()
        } else {
            new
        };
        let ids = all_of(new);
        let mut people: Vec<(FamilyId, Stand)> = Vec::new();
        reading::each(&self.connection, PEOPLE, named_params! {":ids": ids}, |row| {
            let stand = Stand {
                id: PersonId(row.get(0)?),
                reference: row.get(2)?,
                given_name: row.get(3)?,
                role: row.get::<_, Coded<_>>(4)?.0,
                lives: row.get::<_, Option<Coded<_>>>(5)?.map(|code| code.0),
                protection: row.get::<_, Coded<_>>(6)?.0,
                against: against(&row.get::<_, String>(7)?),
                stays: Vec::new(),
                carers: Vec::new(),
            };
            people.push((FamilyId(row.get(1)?), stand));
            Ok(())
        })?;
        let at: HashMap<PersonId, usize> = people.iter().enumerate().map(|(at, (_, one))| (one.id, at)).collect();
        let mut of = |id: i64, tell: &mut dyn FnMut(&mut Stand)| {
            if let Some((_, one)) = at.get(&PersonId(id)).and_then(|at| people.get_mut(*at)) {
                tell(one);
            }
        };
        reading::each(&self.connection, STAYS, named_params! {":ids": ids}, |row| {
            let stay = Stay {
                kind: row.get::<_, Coded<_>>(1)?.0,
                from: row.get(2)?,
                until: row.get(3)?,
                home: row.get(4)?,
                hidden_location: row.get::<_, Option<Coded<Answer>>>(5)?.map(|code| code.0),
                with: numbers(&row.get::<_, String>(6)?),
            };
            of(row.get(0)?, &mut |one| one.stays.push(stay.clone()));
            Ok(())
        })?;
        reading::each(&self.connection, CARERS, named_params! {":ids": ids}, |row| {
            let carer = PersonId(row.get(0)?);
            of(row.get(1)?, &mut |one| one.carers.push(carer));
            Ok(())
        })?;
        let mut households: HashMap<FamilyId, Vec<Stand>> = HashMap::new();
        for (family, one) in people {
            households.entry(family).or_default().push(one);
        }
        let today = self.today();
        let households =
            households.into_iter().map(|(family, people)| (family, Arc::new(Household::of(people, today))));
        standing.known.extend(households);
        Ok(())
    }
}
