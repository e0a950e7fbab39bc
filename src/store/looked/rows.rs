//! How a look stands in the journal. `after` says what else there is to say: `seat`, the row that tells from where
//! one looked; `families`, where there are several (a single one is the row's own). `access_family` finds families
//! among those.

use rusqlite::{Transaction, named_params};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Look;
use crate::domain::looked::families;
use crate::domain::problem::{Kind, Problem};
use crate::store::Store;
use crate::store::journal::{Cause, Deed, Entry, next_change};

/// Of more families than this a row is found by reading it: who is told of every family is told of any.
const FOUND: usize = 200;

/// What `access_family` calls a row that names more.
pub(in crate::store) const MANY: i64 = 0;

/// Writes one; its row.
pub(super) fn write(
    store: &Store,
    transaction: &Transaction<'_>,
    look: &Look,
    seat: Option<i64>,
) -> Result<i64, Problem> {
    let mut said = look.said.clone();
    // What was left behind, or failed elsewhere, says itself from where.
    let tells_whence = ["terminal", "address", "machine"].iter().any(|part| said.contains_key(*part));
    if let Some(seat) = seat.filter(|_| !tells_whence) {
        said.insert("seat".to_owned(), Value::from(seat));
    }
    let one = look.families.first().filter(|_| look.families.len() == 1).copied();
    if look.families.len() > 1 {
        said.insert("families".to_owned(), Value::from(families::told(&look.families)));
    }
    let entry = Entry {
        change: next_change(transaction)?,
        cause: Cause::Person,
        noun: &look.noun,
        record: look.record,
        family: one,
        deed: Deed::Look(look.act, said),
    };
    let row = store.write_entry_at(transaction, &entry, look.at)?;
    if one.is_none() {
        let mut insert =
            transaction.prepare_cached("INSERT INTO access_family (family, row) VALUES (:family, :row)")?;
        let mut found = |family: i64| insert.execute(named_params! {":family": family, ":row": row}).map(drop);
        match look.families.len() {
            0 => {}
            1..=FOUND => look.families.iter().try_for_each(|family| found(family.0))?,
            _ => found(MANY)?,
        }
    }
    Ok(row)
}

/// By which families a row is found that says this, and names none by itself.
pub(in crate::store) fn found_by(after: &str) -> Vec<i64> {
    let said: Map<String, Value> = serde_json::from_str(after).unwrap_or_default();
    let named = said.get("families").and_then(Value::as_str).unwrap_or_default();
    let families: Vec<i64> = families::ranges(named).flatten().take(FOUND + 1).collect();
    if families.len() > FOUND { vec![MANY] } else { families }
}

/// Plain data as the fields of a row.
pub(in crate::store) fn said(of: &impl Serialize) -> Result<Map<String, Value>, Problem> {
    let told = serde_json::to_value(of).map_err(|cause| Problem::new(Kind::Io, "database").because(cause))?;
    Ok(told.as_object().cloned().unwrap_or_default())
}
