//! People as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::coded::Coded;
use super::record::{Record, Row};
use super::search;
use crate::domain::access::Act;
use crate::domain::codes::{Answer, Lives, MemberRole, Protection};
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::problem::Problem;

impl Record for Member {
    type Id = MemberId;
}

impl Row for Member {
    const NOUN: &'static str = "person";
    const TABLE: &'static str = "member";
    const ADD: Act = Act::ChangeFamilies;
    const CHANGE: Act = Act::ChangeFamilies;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((self.given_name.clone(), None))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let found = connection
            .prepare_cached("SELECT * FROM member WHERE id = :id")?
            .query_row(named_params! {":id": id}, |row| Ok((row.get("version")?, read(row)?)))
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        transaction
            .prepare_cached(
                "INSERT INTO member (id, family, ref, given_name, role, family_name, personal_id, birth_on, lives,
                                    guardian, protection, phone, language, interpreter)
                 VALUES (:id, :family, :ref, :given_name, :role, :family_name, :personal_id, :birth_on, :lives,
                         :guardian, :protection, :phone, :language, :interpreter)
                 ON CONFLICT (id) DO UPDATE SET version = version + 1,
                        family = excluded.family, ref = excluded.ref, given_name = excluded.given_name, role =
                        excluded.role, family_name = excluded.family_name, personal_id = excluded.personal_id,
                        birth_on = excluded.birth_on, lives = excluded.lives, guardian = excluded.guardian, protection
                        = excluded.protection, phone = excluded.phone, language = excluded.language, interpreter =
                        excluded.interpreter",
            )?
            .execute(named_params! {
                ":id": id,
                ":family": self.family.0,
                ":ref": self.reference,
                ":given_name": self.given_name,
                ":role": Coded(self.role),
                ":family_name": self.family_name,
                ":personal_id": self.personal_id,
                ":birth_on": self.birth_on,
                ":lives": self.lives.map(Coded),
                ":guardian": self.guardian.map(Coded),
                ":protection": Coded(self.protection),
                ":phone": self.phone,
                ":language": self.language,
                ":interpreter": self.interpreter.map(Coded),
            })?;
        let id = id.unwrap_or_else(|| transaction.last_insert_rowid());
        search::index_person(transaction, id, self)?;
        Ok(id)
    }

    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        search::forget_person(transaction, id)?;
        transaction.prepare_cached("DELETE FROM member WHERE id = :id")?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

/// A person from a row that holds every column of `member`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        family: FamilyId(row.get("family")?),
        reference: row.get("ref")?,
        given_name: row.get("given_name")?,
        role: row.get::<_, Coded<MemberRole>>("role")?.0,
        family_name: row.get("family_name")?,
        personal_id: row.get("personal_id")?,
        birth_on: row.get("birth_on")?,
        lives: row.get::<_, Option<Coded<Lives>>>("lives")?.map(|code| code.0),
        guardian: row.get::<_, Option<Coded<Answer>>>("guardian")?.map(|code| code.0),
        protection: row.get::<_, Coded<Protection>>("protection")?.0,
        phone: row.get("phone")?,
        language: row.get("language")?,
        interpreter: row.get::<_, Option<Coded<Answer>>>("interpreter")?.map(|code| code.0),
    })
}
