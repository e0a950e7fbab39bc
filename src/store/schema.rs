//! The schema: an append-only list of migrations, applied in one transaction when a casebook is opened.

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};

use super::{chain, person};
use crate::domain::problem::{Kind, Problem};

/// A migration, and which programs before it may go on with a casebook that has seen it (`store::format`).
#[derive(Debug, Clone, Copy)]
pub(super) struct Migration {
    /// The least format of a program that may read it.
    pub(super) read_from: i64,
    /// The least format of a program that may write to it.
    pub(super) written_from: i64,
    /// What it does.
    pub(super) sql: &'static str,
}

/// Every migration ever released, in order; the casebook's format is how many it has seen. Read by programs from the
/// first number on, written to by those from the second on. Its own number locks all programs before it out; what may
/// name an older one is told in CONTRIBUTING.md and held by `store/tests/formats.rs`.
pub(super) const MIGRATIONS: &[Migration] = &[
    from(1, 1, include_str!("../../assets/migrations/0001_casebook.sql")),
    from(2, 2, include_str!("../../assets/migrations/0002_visits.sql")),
    from(3, 3, include_str!("../../assets/migrations/0003_network.sql")),
    from(4, 4, include_str!("../../assets/migrations/0004_week.sql")),
    from(5, 5, include_str!("../../assets/migrations/0005_kin.sql")),
    from(6, 6, include_str!("../../assets/migrations/0006_identity.sql")),
    from(7, 7, include_str!("../../assets/migrations/0007_care.sql")),
    from(8, 8, include_str!("../../assets/migrations/0008_who_cancelled.sql")),
    from(9, 9, include_str!("../../assets/migrations/0009_together.sql")),
    from(10, 10, include_str!("../../assets/migrations/0010_discretion.sql")),
    // Programs before it do not ask which may go on.
    from(11, 11, include_str!("../../assets/migrations/0011_formats.sql")),
    from(12, 12, include_str!("../../assets/migrations/0012_workstation.sql")),
    // Who reaches whom hangs on it.
    from(13, 13, include_str!("../../assets/migrations/0013_reach.sql")),
    // Who looked is to be told, whichever program they look with.
    from(14, 14, include_str!("../../assets/migrations/0014_who_looked.sql")),
    // Tables of their own, that nothing else goes by.
    from(11, 11, include_str!("../../assets/migrations/0015_programme.sql")),
    // A table of its own that nothing else goes by.
    from(14, 14, include_str!("../../assets/migrations/0016_advice_counts.sql")),
    // A table of its own that nothing else goes by.
    from(14, 14, include_str!("../../assets/migrations/0017_research.sql")),
    // The same.
    from(14, 14, include_str!("../../assets/migrations/0018_published.sql")),
    // An index.
    from(14, 14, include_str!("../../assets/migrations/0019_figures.sql")),
    // Columns that may stay empty.
    from(14, 14, include_str!("../../assets/migrations/0020_calendar_events.sql")),
];

/// The first format whose casebooks say which programs may go on with them.
pub(super) const FIRST_TOLD: i64 = 11;

/// A migration by the formats that may go on.
pub(super) const fn from(read_from: i64, written_from: i64, sql: &'static str) -> Migration {
    Migration { read_from, written_from, sql }
}

/// Fills in what a migration left empty.
type FillIn = fn(&Transaction<'_>) -> Result<(), Problem>;

/// What SQL cannot say of the rows that are there already, and the migration it belongs to.
const FILLED_IN: &[(i64, FillIn)] = &[(6, person::fill_in_identities), (12, chain::link_unsigned)];

/// The format this program writes.
pub const FORMAT: i64 = MIGRATIONS.len() as i64;

/// Brings a casebook to this program's format; one of a newer format stays as it is.
///
/// # Errors
/// One that cannot be brought up is left as it was.
pub(super) fn migrate(connection: &Connection) -> Result<(), Problem> {
    migrate_by(connection, MIGRATIONS)
}

/// Brings a casebook up by a list of migrations.
pub(super) fn migrate_by(connection: &Connection, migrations: &[Migration]) -> Result<(), Problem> {
    if usize::try_from(format(connection)?).is_ok_and(|seen| seen >= migrations.len()) {
        return Ok(());
    }
    // A table that others refer to can only be made anew while nobody holds its rows to what they refer to; all of them
    // are held to it before the new format stands.
    connection.pragma_update(None, "foreign_keys", false)?;
    let outcome = bring_up(connection, migrations);
    connection.pragma_update(None, "foreign_keys", true)?;
    outcome
}

fn bring_up(connection: &Connection, migrations: &[Migration]) -> Result<(), Problem> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let found = format(&transaction)?;
    // Somebody else may have brought it up meanwhile, and further.
    let missing = (1_i64..).zip(migrations).filter(|(number, _)| *number > found);
    let mut reached = found;
    for (number, migration) in missing {
        transaction.execute_batch(migration.sql)?;
        if number >= FIRST_TOLD {
            tell(&transaction, number, migration)?;
        }
        reached = number;
    }
    for (format, fill_in) in FILLED_IN {
        if (found + 1..=reached).contains(format) {
            fill_in(&transaction)?;
        }
    }
    if transaction.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Problem::new(Kind::Io, "broken-references"));
    }
    transaction.pragma_update(None, "user_version", reached)?;
    Ok(transaction.commit()?)
}

/// Writes down which programs may go on with the casebook from now on.
fn tell(transaction: &Transaction<'_>, number: i64, migration: &Migration) -> Result<(), Problem> {
    transaction
        .prepare_cached("INSERT INTO format (number, read_from, written_from) VALUES (:number, :read, :written)")?
        .execute(named_params! {
            ":number": number, ":read": migration.read_from, ":written": migration.written_from,
        })?;
    Ok(())
}

/// The format that a casebook has.
pub(super) fn format(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("PRAGMA user_version")?.query_row([], |row| row.get(0))
}
