//! Staff by name: those who work with families, whether or not they use the program.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::domain::text::{fold, identity_of};

/// The staff member of a name, made if nobody has it yet.
pub(super) fn intern(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let identity = identity_of(name);
    let found = connection
        .prepare_cached("SELECT id FROM staff WHERE identity = :identity")?
        .query_row(named_params! {":identity": identity}, |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    connection
        .prepare_cached("INSERT INTO staff (name, identity, folded) VALUES (:name, :identity, :folded)")?
        .insert(named_params! {":name": name, ":identity": identity, ":folded": fold(name)})
}
