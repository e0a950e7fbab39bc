//! What is purged: a row of the journal loses what it says and its salt, a record its hash in the base its salt, and
//! all else stays. A row of the purge names how many, with a hash over which; so `verify` knows them, and the chain,
//! which covers hashes alone, holds as before.

use rusqlite::{Connection, Transaction, named_params};
use serde_json::{Value, json};

use super::link::{Hash, Sum};
use crate::domain::problem::Problem;
use crate::store::slots::hex;

/// What the row of a purge says of it, beside what a protocol wants: under [`PURGED`].
pub(in crate::store) const PURGED: &str = "purged";

/// Drops what rows of the journal say, and what told anything of records. `by` is the row of the journal that the purge
/// is about to write, or has written in this transaction; what it is to say under [`PURGED`] is returned.
pub(in crate::store) fn drop_content(
    transaction: &Transaction<'_>,
    by: i64,
    rows: &[i64],
    records: &[(&str, i64)],
) -> Result<Value, Problem> {
    for row in rows {
        let row = named_params! {":row": row, ":by": by};
        transaction.prepare_cached("INSERT INTO purged_row (row, by_row) VALUES (:row, :by)")?.execute(row)?;
        for sql in [
            "UPDATE journal SET before = NULL, after = NULL WHERE id = :row",
            "UPDATE chain SET salt = NULL WHERE row = :row",
        ] {
            transaction.prepare_cached(sql)?.execute(&row[..1])?;
        }
    }
    for (noun, record) in records {
        let of = named_params! {":noun": noun, ":record": record, ":by": by};
        transaction
            .prepare_cached("INSERT INTO purged_record (noun, record, by_row) VALUES (:noun, :record, :by)")?
            .execute(of)?;
        transaction
            .prepare_cached("UPDATE base SET salt = NULL WHERE noun = :noun AND record = :record")?
            .execute(&of[..2])?;
    }
    told(transaction, by)
}

/// What was purged by a row, as it has to say it.
pub(in crate::store) fn told(connection: &Connection, by: i64) -> Result<Value, Problem> {
    let (mut sum, mut rows, mut records) = (Sum::of("purged"), 0, 0);
    let mut statement = connection.prepare("SELECT row FROM purged_row WHERE by_row = :by ORDER BY row")?;
    let mut found = statement.query(named_params! {":by": by})?;
    while let Some(row) = found.next()? {
        sum = sum.number(row.get(0)?);
        rows += 1;
    }
    let mut statement =
        connection.prepare("SELECT noun, record FROM purged_record WHERE by_row = :by ORDER BY noun, record")?;
    let mut found = statement.query(named_params! {":by": by})?;
    while let Some(row) = found.next()? {
        sum = sum.text(Some(row.get_ref(0)?.as_str().unwrap_or_default())).number(row.get(1)?);
        records += 1;
    }
    let digest: Hash = sum.end();
    Ok(json!({ "rows": rows, "records": records, "digest": hex(&digest) }))
}
