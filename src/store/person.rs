//! People as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, named_params};

use super::coded::Coded;
use super::columns;
use super::listed::Place;
use super::record::{Record, Row, one};
use super::{Store, search};
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{Answer, IdSystem, Lives, MemberRole, Protection};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::initial;
use crate::domain::identity::Identity;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

impl Record for Person {
    type Id = PersonId;
}

impl Row for Person {
    const NOUN: &'static str = "person";
    const TABLE: &'static str = "member";
    const ADD: Right = Right::ChangeFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const READ: Right = Right::ReadCases;
    const PLACE: Place = Place {
        tables: "member t",
        family: "t.family",
        first: "f.started_on",
        last: "f.closed_on",
        order: "f.sort_key, f.id, t.id",
    };
    const IS_NEWS: bool = false;
    const LOOKS_INSIDE: bool = false;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let name = self.given_name.bare();
        Ok((if self.protection == Protection::None { name.to_owned() } else { initial(name) }, None))
    }

    fn stand(&mut self, store: &Store, id: i64) -> Result<(), Problem> {
        store.place_person(PersonId(id), self)
    }

    /// A reference is one person's within the team, however its letters are put together.
    fn check(&self, connection: &Connection, id: Option<i64>, _today: NaiveDate) -> Result<(), Problem> {
        let taken = connection
            .prepare_cached(
                "SELECT 1 FROM member m JOIN family f ON f.id = m.family
                 WHERE m.ref_identity = :identity AND m.id IS NOT :id
                   AND f.team = (SELECT team FROM family WHERE id = :family)
                   AND NOT EXISTS (SELECT 1 FROM member old WHERE old.id = :id AND old.ref = :ref)",
            )?
            .exists(named_params! {
                ":identity": identity_of(&self.reference), ":id": id, ":ref": self.reference, ":family": self.family.0,
            })?;
        if taken { Err(Problem::new(Kind::Invalid, "taken").with("field", "ref")) } else { Ok(()) }
    }

    /// Whoever does not reach every family could learn from a refusal which references there are; theirs begin with the
    /// family's case reference, and nobody else's do.
    fn may_refer(&self, store: &Store, connection: &Connection, before: Option<&Self>) -> Result<(), Problem> {
        let keeps = before.is_some_and(|before| before.reference == self.reference);
        if keeps || store.reach(Right::ReadCases) >= Reach::Team {
            return Ok(());
        }
        let case_ref: String = connection
            .prepare_cached("SELECT case_ref FROM family WHERE id = :id")?
            .query_row(named_params! {":id": self.family.0}, |row| row.get(0))?;
        let begins = identity_of(&self.reference).starts_with(&format!("{}-", identity_of(&case_ref)));
        if begins { Ok(()) } else { Err(Problem::new(Kind::Invalid, "ref-in-family").with("case_ref", case_ref)) }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        // A number that was journalled before numbers had systems comes back without one.
        self.rename_elsewhere(transaction, id)?;
        let system = self.personal_id.as_deref().map(|number| self.id_system.unwrap_or(Identity::system_of(number)));
        let id = columns::write(
            transaction,
            Self::TABLE,
            id,
            &[
                ("family", &self.family.0),
                ("ref", &self.reference),
                ("ref_identity", &identity_of(&self.reference)),
                ("given_name", &self.given_name),
                ("role", &Coded(self.role)),
                ("family_name", &self.family_name),
                ("personal_id", &self.personal_id),
                ("id_system", &system.map(Coded)),
                ("birth_on", &self.birth_on),
                ("lives", &self.lives.map(Coded)),
                ("guardian", &self.guardian.map(Coded)),
                ("protection", &Coded(self.protection)),
                ("protected_against", &serde_json::to_string(&self.protected_against).unwrap_or_default()),
                ("phone", &self.phone),
                ("language", &self.language),
                ("interpreter", &self.interpreter.map(Coded)),
            ],
        )?;
        search::index_person(transaction, id, self)?;
        Ok(id)
    }

    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        search::forget_person(transaction, id)?;
        transaction.prepare_cached("DELETE FROM member WHERE id = :id")?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

impl Person {
    /// Whoever is protected against a person stays so when the person's reference becomes another one.
    fn rename_elsewhere(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<(), Problem> {
        let Some((_, before)) = id.map(|id| Self::fetch(transaction, id)).transpose()?.flatten() else { return Ok(()) };
        if before.reference == self.reference {
            return Ok(());
        }
        transaction
            .prepare_cached(
                "UPDATE member SET protected_against =
                        (SELECT json_group_array(CASE value WHEN :old THEN :new ELSE value END)
                         FROM json_each(protected_against))
                 WHERE family = :family AND EXISTS (SELECT 1 FROM json_each(protected_against) WHERE value = :old)",
            )?
            .execute(named_params! {":old": before.reference, ":new": self.reference, ":family": self.family.0})?;
        Ok(())
    }
}

/// References as the column holds them.
pub(super) fn against(text: &str) -> Vec<String> {
    serde_json::from_str(text).unwrap_or_default()
}

/// A person from a row that holds every column of `member`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        family: FamilyId(row.get("family")?),
        reference: row.get("ref")?,
        given_name: row.get("given_name")?,
        role: row.get::<_, Coded<MemberRole>>("role")?.0,
        family_name: row.get("family_name")?,
        personal_id: row.get("personal_id")?,
        id_system: row.get::<_, Option<Coded<IdSystem>>>("id_system")?.map(|code| code.0),
        birth_on: row.get("birth_on")?,
        lives: row.get::<_, Option<Coded<Lives>>>("lives")?.map(|code| code.0),
        guardian: row.get::<_, Option<Coded<Answer>>>("guardian")?.map(|code| code.0),
        protection: row.get::<_, Coded<Protection>>("protection")?.0,
        protected_against: against(&row.get::<_, String>("protected_against")?),
        phone: row.get("phone")?,
        language: row.get("language")?,
        interpreter: row.get::<_, Option<Coded<Answer>>>("interpreter")?.map(|code| code.0),
    })
}

/// Somebody else with the same number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameNumber {
    /// Their family.
    pub family: FamilyName,
}

impl Store {
    /// Who else has a person's number of the same system, among those whom one may see. Of the others nothing is told:
    /// that they are there is put before whoever reaches every family.
    ///
    /// # Errors
    /// Refused by role.
    pub fn same_number(&self, person: &Person, id: Option<PersonId>) -> Result<Vec<SameNumber>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let Some(number) = &person.personal_id else { return Ok(Vec::new()) };
        let system = person.id_system.unwrap_or(Identity::system_of(number));
        let found = self
            .connection
            .prepare_cached(&format!(
                "SELECT f.id, f.name, f.case_ref FROM member m JOIN family f ON f.id = m.family
                 WHERE m.personal_id = :number AND m.id_system = :system AND m.id IS NOT :id AND {}
                 ORDER BY m.id",
                reached.family("f")
            ))?
            .query_map(named_params! {":number": number, ":system": Coded(system), ":id": id.map(|id| id.0)}, |row| {
                let family = FamilyName { id: FamilyId(row.get(0)?), name: row.get(1)?, case_ref: row.get(2)? };
                Ok(SameNumber { family })
            })?
            .collect::<Result<Vec<SameNumber>, _>>()?;
        self.saw(Person::NOUN, found.iter().map(|same| same.family.id));
        Ok(found)
    }
}

/// Writes how references are compared, for people who were entered before it was kept.
pub(super) fn fill_in_identities(transaction: &Transaction<'_>) -> Result<(), Problem> {
    let mut read = transaction.prepare("SELECT id, ref, ref_identity FROM member")?;
    let mut write = transaction.prepare("UPDATE member SET ref_identity = :identity WHERE id = :id")?;
    let mut rows = read.query([])?;
    let mut changed: Vec<(i64, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let identity = identity_of(&row.get::<_, String>("ref")?);
        if row.get::<_, String>("ref_identity")? != identity {
            changed.push((row.get("id")?, identity));
        }
    }
    for (id, identity) in changed {
        write.execute(named_params! {":id": id, ":identity": identity})?;
    }
    Ok(())
}
