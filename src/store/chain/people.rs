//! Users and teams in the journal. Each change of one is a row, so that who may do what is told, signed, and can be
//! held against the tables: when somebody opens the casebook, of their own row, and by `verify` of all.

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde_json::{Value, json};

use super::folded::{Fields, Folded, plain};
use crate::domain::ids::{ChangeId, UserId};
use crate::domain::problem::{Kind, Problem};
use crate::store::Store;
use crate::store::journal::{Cause, Deed, Entry};
use crate::store::slots::hex;

/// What the journal calls a user.
pub(in crate::store) const USER: &str = "user";

/// What the journal calls a team.
pub(in crate::store) const TEAM: &str = "team";

/// What the journal calls the recovery code.
pub(in crate::store) const RECOVERY: &str = "recovery";

/// Users, teams and the recovery code, whose rows are trusted only if whoever signed them may write them.
pub(in crate::store) const PEOPLE: [Folded; 3] = [
    Folded { noun: TEAM, table: "team", fetch: team_fields },
    Folded { noun: USER, table: "user", fetch: user_fields },
    Folded { noun: RECOVERY, table: "recovery", fetch: recovery_fields },
];

/// A user as the journal tells it.
pub(in crate::store) fn user_fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT u.*, s.name AS staff_name FROM user u JOIN staff s ON s.id = u.staff WHERE u.id = :id")?
        .query_row(named_params! {":id": id}, |row| {
            let text = |name: &str| row.get::<_, Option<String>>(name);
            let key = |name: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<Vec<u8>>>(name)?.map(|key| hex(&key)));
            Ok(json!({
                "name": text("name")?,
                "role": text("role")?,
                "staff": text("staff_name")?,
                "team": row.get::<_, i64>("team")?,
                "disabled_at": text("disabled_at")?,
                "hours_from": text("hours_from")?,
                "hours_until": text("hours_until")?,
                "signing": key("signing")?,
                "sealing": key("sealing")?,
            }))
        })
        .optional()?;
    Ok(found.and_then(object))
}

/// A team as the journal tells it.
fn team_fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT name FROM team WHERE id = :id")?
        .query_row(named_params! {":id": id}, |row| Ok(json!({ "name": row.get::<_, String>("name")? })))
        .optional()?;
    Ok(found.and_then(object))
}

/// The public halves of the recovery code's keys, as the journal tells them.
fn recovery_fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT signing, sealing FROM recovery WHERE id = :id")?
        .query_row(named_params! {":id": id}, |row| {
            let key = |name: &str| Ok::<_, rusqlite::Error>(hex(&row.get::<_, Vec<u8>>(name)?));
            Ok(json!({ "signing": key("signing")?, "sealing": key("sealing")? }))
        })
        .optional()?;
    Ok(found.and_then(object))
}

fn object(value: Value) -> Option<Fields> {
    match value {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

impl Store {
    /// Journals what has become of a user or a team: it was as `before` says, or was not, and is as it now stands. The
    /// row, for whoever signs it as well; none where nothing has changed.
    pub(in crate::store) fn journal_people(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
        cause: Cause,
        (of, record): (Folded, i64),
        before: Option<Fields>,
    ) -> Result<Option<Entry<'static>>, Problem> {
        let after = (of.fetch)(transaction, record)?;
        let deed = match (before, after) {
            (None, None) => return Ok(None),
            (None, Some(after)) => Deed::Add(after),
            (Some(before), None) => Deed::Remove(before),
            (Some(mut before), Some(mut after)) => {
                let same: Vec<String> = after
                    .iter()
                    .filter(|(name, now)| before.get(*name) == Some(now))
                    .map(|(name, _)| name.clone())
                    .collect();
                for name in same {
                    before.shift_remove(&name);
                    after.shift_remove(&name);
                }
                if before.is_empty() && after.is_empty() {
                    return Ok(None);
                }
                Deed::Change(before, after)
            }
        };
        let entry = Entry { change, cause, noun: of.noun, record, family: None, deed };
        self.write_entry(transaction, &entry)?;
        Ok(Some(entry))
    }

    /// Journals all users and teams as they are, in a casebook whose journal does not tell of them yet.
    pub(in crate::store) fn journal_everybody(
        &self,
        transaction: &Transaction<'_>,
        change: ChangeId,
    ) -> Result<(), Problem> {
        for of in PEOPLE {
            let ids: Vec<i64> = transaction
                .prepare_cached(&format!("SELECT id FROM {} ORDER BY id", of.table))?
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            ids.into_iter()
                .try_for_each(|id| self.journal_people(transaction, change, Cause::Setup, (of, id), None).map(drop))?;
        }
        Ok(())
    }
}

/// Refuses a user of whom the casebook says something else than the journal does: somebody has put it there, or has put
/// back what was.
pub(in crate::store) fn hold_user(connection: &Connection, id: UserId) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT act, after FROM journal WHERE noun = :noun AND record = :id AND act IN ('add', 'change', 'remove')
         ORDER BY id",
    )?;
    let mut rows = statement.query(named_params! {":noun": USER, ":id": id.0})?;
    let mut told = Fields::new();
    while let Some(row) = rows.next()? {
        if row.get_ref(0)?.as_str().is_ok_and(|act| act != "change") {
            told.clear();
        }
        let after: Option<String> = row.get(1)?;
        told.extend(after.and_then(|text| serde_json::from_str::<Fields>(&text).ok()).unwrap_or_default());
    }
    let now = user_fields(connection, id.0)?.unwrap_or_default();
    // In a casebook from before there were signatures nobody has told of them yet.
    if told.is_empty() || plain(&told) == plain(&now) {
        return Ok(());
    }
    let name = now.get("name").and_then(Value::as_str).unwrap_or_default();
    Err(Problem::new(Kind::Locked, "user-not-as-told").with("user", name))
}
