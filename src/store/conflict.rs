//! Conflicts of interest: whoever has one in a family does not reach it, by no role and not in an emergency, and
//! nothing tells them of it. Marked by themselves or by whoever leads, lifted only by somebody else who leads.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde_json::{Map, Value};

use super::chain::folded::{Fields, Folded};
use super::journal::{self, Cause, Deed, Entry};
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::ids::FamilyId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// Somebody who has a conflict of interest in a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Who.
    pub who: String,
    /// Who said so.
    pub by: String,
    /// Since when.
    pub on: NaiveDate,
}

/// Those who lead a family's team and have no conflict of interest in it.
const LEADERS: &str = "SELECT count(*) FROM user u JOIN family f ON f.team = u.team
     WHERE f.id = :family AND u.role = 'team_leader' AND u.disabled_at IS NULL AND u.staff <> :staff
       AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.family = f.id AND c.staff = u.staff)";

/// How conflicts stand in the journal and are held against it.
pub(super) const CONFLICTS: Folded = Folded { noun: "conflict", table: "conflict", fetch: fields };

/// One as the journal tells it.
fn fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT family, staff, by_staff, marked_on FROM conflict WHERE id = :id")?
        .query_row(named_params! {":id": id}, |row| {
            let number = |place| row.get::<_, i64>(place).map(Value::from);
            Ok(Map::from_iter([
                ("family".to_owned(), number(0)?),
                ("staff".to_owned(), number(1)?),
                ("by_staff".to_owned(), number(2)?),
                ("marked_on".to_owned(), row.get::<_, String>(3)?.into()),
            ]))
        })
        .optional()?;
    Ok(found)
}

impl Store {
    /// Marks a conflict of interest in a family: one's own, or, by whoever leads, somebody else's. From then on the
    /// family is closed to them.
    ///
    /// # Errors
    /// Refused by role or family; nobody of that name; nobody else could lead the family.
    pub fn mark_conflict(&self, family: FamilyId, of: Option<&str>) -> Result<(), Problem> {
        let me = self.actor.name.clone();
        let who = of.unwrap_or(&me);
        let is_own = identity_of(who) == identity_of(&me);
        self.ask_for_family(if is_own { Right::MarkConflict } else { Right::JudgeConflicts }, family)?;
        self.write(|transaction| {
            let staff = staff_called(transaction, who)?;
            if leads(transaction, staff)? && left_to_lead(transaction, family, staff)? == 0 {
                return Err(Problem::new(Kind::Invalid, "last-leader"));
            }
            let on = (self.clock)().date_naive();
            let id = transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO conflict (family, staff, by_staff, marked_on)
                     VALUES (:family, :staff, :by, :on)",
                )?
                .execute(named_params! {":family": family.0, ":staff": staff, ":by": self.actor.staff, ":on": on})
                .map(|written| (written > 0).then(|| transaction.last_insert_rowid()))?;
            match id {
                Some(id) => {
                    let told = fields(transaction, id)?.unwrap_or_default();
                    self.journal_conflict(transaction, (id, family), Deed::Add(told))
                }
                None => Ok(()),
            }
        })?;
        if is_own {
            // What one has just done there is no longer told of either.
            self.forget_history();
        }
        Ok(())
    }

    /// Lifts a conflict of interest, so that the family is open again to whom it was.
    ///
    /// # Errors
    /// Refused by role or family; there is none.
    pub fn lift_conflict(&self, family: FamilyId, who: &str) -> Result<(), Problem> {
        self.ask_for_family(Right::JudgeConflicts, family)?;
        self.write(|transaction| {
            let staff = staff_called(transaction, who)?;
            let found: Option<i64> = transaction
                .prepare_cached("SELECT id FROM conflict WHERE family = :family AND staff = :staff")?
                .query_row(named_params! {":family": family.0, ":staff": staff}, |row| row.get(0))
                .optional()?;
            let id = found.ok_or_else(|| not_found("conflict"))?;
            let told = fields(transaction, id)?.unwrap_or_default();
            transaction.prepare_cached("DELETE FROM conflict WHERE id = :id")?.execute(named_params! {":id": id})?;
            self.journal_conflict(transaction, (id, family), Deed::Remove(told))
        })
    }

    /// Who has a conflict of interest in a family, for whoever leads.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn conflicts_of(&self, family: FamilyId) -> Result<Vec<Conflict>, Problem> {
        self.ask_for_family(Right::JudgeConflicts, family)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT s.name, b.name, c.marked_on FROM conflict c JOIN staff s ON s.id = c.staff
             JOIN staff b ON b.id = c.by_staff WHERE c.family = :family ORDER BY s.folded",
        )?;
        let found = statement.query_map(named_params! {":family": family.0}, |row| {
            Ok(Conflict { who: row.get(0)?, by: row.get(1)?, on: row.get(2)? })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn journal_conflict(
        &self,
        transaction: &Transaction<'_>,
        (record, family): (i64, FamilyId),
        deed: Deed,
    ) -> Result<(), Problem> {
        let change = journal::next_change(transaction)?;
        let entry = Entry { change, cause: Cause::Person, noun: "conflict", record, family: Some(family), deed };
        self.write_entry(transaction, &entry)
    }
}

fn staff_called(transaction: &Transaction<'_>, name: &str) -> Result<i64, Problem> {
    transaction
        .prepare_cached("SELECT id FROM staff WHERE identity = :identity")?
        .query_row(named_params! {":identity": identity_of(name)}, |row| row.get(0))
        .optional()?
        .ok_or_else(|| not_found("staff"))
}

fn leads(transaction: &Transaction<'_>, staff: i64) -> Result<bool, Problem> {
    let leads = "SELECT 1 FROM user WHERE staff = :staff AND role = 'team_leader'";
    Ok(transaction.prepare_cached(leads)?.exists(named_params! {":staff": staff})?)
}

fn left_to_lead(transaction: &Transaction<'_>, family: FamilyId, staff: i64) -> Result<i64, Problem> {
    let asked = named_params! {":family": family.0, ":staff": staff};
    Ok(transaction.prepare_cached(LEADERS)?.query_row(asked, |row| row.get(0))?)
}
