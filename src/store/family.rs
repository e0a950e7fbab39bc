//! Families as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::coded::Coded;
use super::listed::Place;
use super::record::{Record, Row};
use super::{Store, search, sorting, staff};
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{FamilyStatus, LegalForm};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, TeamId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{fold, identity_of};

impl Record for Family {
    type Id = FamilyId;
}

impl Row for Family {
    const NOUN: &'static str = "family";
    const TABLE: &'static str = "family";
    const ADD: Right = Right::AddFamilies;
    const CHANGE: Right = Right::ChangeFamilies;
    const READ: Right = Right::ReadCases;
    const PLACE: Place = Place {
        tables: "family t",
        family: "t.id",
        first: "t.started_on",
        last: "t.closed_on",
        order: "t.sort_key, t.id",
    };
    const IS_NEWS: bool = true;
    const LOOKS_INSIDE: bool = false;

    fn family(&self, _: &Connection, id: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(id.map(FamilyId))
    }

    fn label(&self, _: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((self.name.clone(), None))
    }

    /// A case reference is one family's within its team, however its letters are put together.
    fn check(&self, connection: &Connection, id: Option<i64>, _today: NaiveDate) -> Result<(), Problem> {
        let alike: Vec<(i64, String)> = connection
            .prepare_cached(
                "SELECT f.id, f.case_ref FROM search_word w JOIN family f ON f.id = w.family
                 WHERE w.noun = 'case' AND w.word = :word
                   AND f.team = coalesce(:team, (SELECT team FROM family WHERE id = :id), f.team)",
            )?
            .query_map(
                named_params! {":word": fold(&self.case_ref), ":team": self.team.map(|team| team.0), ":id": id},
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?
            .collect::<Result<_, _>>()?;
        let is_kept = alike.iter().any(|(other, case_ref)| Some(*other) == id && *case_ref == self.case_ref);
        let same = |(other, case_ref): &(i64, String)| {
            Some(*other) != id && identity_of(case_ref) == identity_of(&self.case_ref)
        };
        if !is_kept && alike.iter().any(same) {
            return Err(Problem::new(Kind::Invalid, "taken").with("field", "case_ref"));
        }
        Ok(())
    }

    /// Whoever does not reach every family could learn from a refusal which references there are; so they change none.
    fn may_refer(&self, store: &Store, _: &Connection, before: Option<&Self>) -> Result<(), Problem> {
        let own = TeamId(store.asker()?.team);
        let team = before.and_then(|before| before.team).unwrap_or(own);
        // Whoever gives a family away does so with its reference (`Store::give_family`).
        if self.team.is_some_and(|meant| meant != team) {
            return Err(Problem::new(Kind::Refused, "team-kept"));
        }
        let keeps = before.is_some_and(|before| before.case_ref == self.case_ref);
        // Whoever registers a family gives it a reference all the same; that it is taken in the team, they are told.
        let gives = before.is_none() && store.reach(Right::AddFamilies) != Reach::Nothing;
        if keeps || gives || store.reach(Right::ReadCases) >= Reach::Team {
            return Ok(());
        }
        Err(Problem::new(Kind::Refused, "case-ref-kept"))
    }

    /// A new family is the team's of whoever writes it down.
    fn settled(&self, store: &Store) -> Result<Option<Self>, Problem> {
        let team = Some(TeamId(store.asker()?.team));
        Ok(self.team.is_none().then(|| Self { team, ..self.clone() }))
    }

    /// Whoever reaches only families of their own reaches one that they register until it is registered whole.
    fn begun(&self, store: &Store, transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        if store.reach(Right::ReadCases) == Reach::Assigned { store.begin_registering(transaction, id) } else { Ok(()) }
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        let team = |task| -> rusqlite::Result<Vec<String>> {
            connection
                .prepare_cached(
                    "SELECT s.name FROM family_support f JOIN staff s ON s.id = f.staff
                     WHERE f.family = :family AND f.task = :task ORDER BY f.place",
                )?
                .query_map(named_params! {":family": id, ":task": task}, |row| row.get(0))?
                .collect()
        };
        let (child_support, parent_support, other_support) =
            (team("child_support")?, team("parent_support")?, team("other_support")?);
        let mut statement = connection.prepare_cached("SELECT * FROM family WHERE id = :id")?;
        let found = statement
            .query_row(named_params! {":id": id}, |row| {
                let family = Self {
                    team: row.get::<_, Option<i64>>("team")?.map(TeamId),
                    case_ref: row.get("case_ref")?,
                    name: row.get("name")?,
                    status: row.get::<_, Coded<FamilyStatus>>("status")?.0,
                    started_on: row.get("started_on")?,
                    district: row.get("district")?,
                    planned_end_on: row.get("planned_end_on")?,
                    closed_on: row.get("closed_on")?,
                    phase: row.get("phase")?,
                    legal_form: row.get::<_, Option<Coded<LegalForm>>>("legal_form")?.map(|code| code.0),
                    child_support,
                    parent_support,
                    other_support,
                };
                Ok((row.get("version")?, family))
            })
            .optional()?;
        Ok(found)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        transaction
            .prepare_cached(
                "INSERT INTO family (id, team, case_ref, name, sort_key, status, started_on, district, planned_end_on,
                                    closed_on, phase, legal_form)
                 VALUES (:id, coalesce(:team, (SELECT team FROM family WHERE id = :id), 1), :case_ref, :name, :sort_key,
                         :status, :started_on, :district, :planned_end_on, :closed_on, :phase, :legal_form)
                 ON CONFLICT (id) DO UPDATE SET version = version + 1, team = excluded.team,
                        case_ref = excluded.case_ref, name = excluded.name, sort_key = excluded.sort_key, status =
                        excluded.status, started_on = excluded.started_on, district = excluded.district,
                        planned_end_on = excluded.planned_end_on, closed_on = excluded.closed_on, phase =
                        excluded.phase, legal_form = excluded.legal_form",
            )?
            .execute(named_params! {
                ":id": id,
                ":team": self.team.map(|team| team.0),
                ":case_ref": self.case_ref,
                ":name": self.name,
                ":sort_key": sorting::key(&self.name),
                ":status": Coded(self.status),
                ":started_on": self.started_on,
                ":district": self.district,
                ":planned_end_on": self.planned_end_on,
                ":closed_on": self.closed_on,
                ":phase": self.phase,
                ":legal_form": self.legal_form.map(Coded),
            })?;
        let id = id.unwrap_or_else(|| transaction.last_insert_rowid());
        write_team(transaction, id, self)?;
        search::index_family(transaction, id, self)?;
        Ok(id)
    }

    fn delete(transaction: &Transaction<'_>, id: i64) -> Result<(), Problem> {
        search::forget_family(transaction, id)?;
        transaction.prepare_cached("DELETE FROM family WHERE id = :id")?.execute(named_params! {":id": id})?;
        Ok(())
    }
}

/// Writes a family's support team anew.
fn write_team(transaction: &Transaction<'_>, id: i64, family: &Family) -> Result<(), Problem> {
    transaction
        .prepare_cached("DELETE FROM family_support WHERE family = :family")?
        .execute(named_params! {":family": id})?;
    let tasks = [
        ("child_support", &family.child_support),
        ("parent_support", &family.parent_support),
        ("other_support", &family.other_support),
    ];
    let mut statement = transaction.prepare_cached(
        "INSERT INTO family_support (family, task, place, staff) VALUES (:family, :task, :place, :staff)",
    )?;
    for (task, names) in tasks {
        for (place, name) in (0_i64..).zip(names) {
            let staff = staff::intern(transaction, name)?;
            statement.execute(named_params! {":family": id, ":task": task, ":place": place, ":staff": staff})?;
        }
    }
    Ok(())
}
