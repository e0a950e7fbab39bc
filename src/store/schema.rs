//! The schema: an append-only list of migrations, applied in one transaction when a casebook is opened.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::members;
use crate::domain::problem::{Kind, Problem};

/// Every migration ever released, in order; the casebook's format is how many it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("../../assets/migrations/0001_casebook.sql"),
    include_str!("../../assets/migrations/0002_visits.sql"),
    include_str!("../../assets/migrations/0003_network.sql"),
    include_str!("../../assets/migrations/0004_week.sql"),
    include_str!("../../assets/migrations/0005_kin.sql"),
    include_str!("../../assets/migrations/0006_identity.sql"),
    include_str!("../../assets/migrations/0007_care.sql"),
    include_str!("../../assets/migrations/0008_who_cancelled.sql"),
    include_str!("../../assets/migrations/0009_together.sql"),
    include_str!("../../assets/migrations/0010_discretion.sql"),
];

/// What SQL cannot say of the rows that are there already, and the migration it belongs to.
const FILLED_IN: &[(i64, fn(&Transaction<'_>) -> Result<(), Problem>)] = &[(6, members::fill_in_identities)];

/// The format this program writes.
pub const FORMAT: i64 = MIGRATIONS.len() as i64;

/// Brings a casebook to this program's format.
///
/// # Errors
/// A casebook of a newer format is refused; an older one that cannot be brought up is left as it was.
pub(super) fn migrate(connection: &Connection) -> Result<(), Problem> {
    if format(connection)? == FORMAT {
        return Ok(());
    }
    // A table that others refer to can only be made anew while nobody holds its rows to what they refer to; all of them
    // are held to it before the new format stands.
    connection.pragma_update(None, "foreign_keys", false)?;
    let outcome = bring_up(connection);
    connection.pragma_update(None, "foreign_keys", true)?;
    outcome
}

fn bring_up(connection: &Connection) -> Result<(), Problem> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let found = format(&transaction)?;
    let Some(missing) = usize::try_from(found).ok().and_then(|seen| MIGRATIONS.get(seen..)) else {
        return Err(Problem::new(Kind::Locked, "newer-format").with("found", found).with("known", FORMAT));
    };
    for migration in missing {
        transaction.execute_batch(migration)?;
    }
    for (format, fill_in) in FILLED_IN {
        if found < *format {
            fill_in(&transaction)?;
        }
    }
    if transaction.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Problem::new(Kind::Io, "broken-references"));
    }
    transaction.pragma_update(None, "user_version", FORMAT)?;
    Ok(transaction.commit()?)
}

fn format(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}
