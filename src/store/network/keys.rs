//! Keys: who somebody is on all maps of a family. A member has one key and a key has one member, and the highest key
//! ever given is kept, so that none is given again.

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{NetworkMap, PersonKey};
use crate::domain::problem::Problem;

/// Which key a member of a family bears, on its maps but one. A cross join keeps the order: the family's maps first.
pub(in crate::store) const BORNE: &str =
    "SELECT DISTINCT p.key, p.member FROM network_map m CROSS JOIN network_person p ON p.map = m.id
     WHERE m.family = :family AND m.id IS NOT :but AND p.member IS NOT NULL ORDER BY p.key, p.member";

/// The highest key that a family has ever given.
pub(in crate::store) const HIGHEST: &str = "SELECT highest FROM network_key WHERE family = :family";

/// Which key each member of a family bears, on its maps but one.
pub(super) fn borne(
    connection: &Connection,
    family: FamilyId,
    but: Option<i64>,
) -> Result<Vec<(PersonKey, PersonId)>, Problem> {
    let mut statement = connection.prepare_cached(BORNE)?;
    let rows = statement.query_map(named_params! {":family": family.0, ":but": but}, |row| {
        Ok((PersonKey(row.get(0)?), PersonId(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The number in the list of the first person whose key another member bears on another map, or who bears another key
/// there. `id` is which map this is, if it stands already.
pub(super) fn taken(connection: &Connection, map: &NetworkMap, id: Option<i64>) -> Result<Option<usize>, Problem> {
    let borne = borne(connection, map.family, id)?;
    let clashes = |key: PersonKey, member: Option<PersonId>| {
        member.is_some_and(|member| borne.iter().any(|&(known, of)| (known == key) != (of == member)))
    };
    let place = map.people.iter().position(|person| clashes(person.key, person.member));
    Ok(place.map(|place| place + 1))
}

/// Remembers the keys of a map as given.
pub(super) fn give(transaction: &Transaction<'_>, map: &NetworkMap) -> Result<(), Problem> {
    if let Some(highest) = map.people.iter().map(|person| person.key).max() {
        transaction
            .prepare_cached(
                "INSERT INTO network_key (family, highest) VALUES (:family, :highest)
                 ON CONFLICT (family) DO UPDATE SET highest = max(highest, excluded.highest)",
            )?
            .execute(named_params! {":family": map.family.0, ":highest": highest.0})?;
    }
    Ok(())
}

/// The highest key that a family has ever given; none before its first map.
pub(super) fn highest(connection: &Connection, family: FamilyId) -> Result<Option<PersonKey>, Problem> {
    let found = connection
        .prepare_cached(HIGHEST)?
        .query_row(named_params! {":family": family.0}, |row| row.get(0).map(PersonKey))
        .optional()?;
    Ok(found)
}
