//! Who is on a map and who knows whom, as rows.

use rusqlite::{Connection, Transaction, named_params, params};

use crate::domain::codes::{Bond, HowOften, Sphere, SupportDirection, SupportKind};
use crate::domain::ids::PersonId;
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey, Tie};
use crate::domain::problem::Problem;
use crate::store::coded::Coded;
use crate::store::columns::Cells;

/// The kinds of support, in the order of the columns that hold them.
const KINDS: [SupportKind; 4] = [SupportKind::Practical, SupportKind::Emotional, SupportKind::Joy, SupportKind::Advice];

/// People, in the order in which they came.
pub(in crate::store) const PEOPLE: &str =
    "SELECT key, name, member, role, sector, ring, relation, direction, often, sphere,
            kind_practical, kind_emotional, kind_joy, kind_advice
     FROM network_person WHERE map = :map ORDER BY place";

/// Ties and those asked for that there are not, in order.
pub(in crate::store) const TIES: &str =
    "SELECT one, other, known FROM network_tie WHERE map = :map ORDER BY one, other";

/// Writes a map's people and ties in the place of those that were there.
pub(super) fn write(transaction: &Transaction<'_>, id: i64, map: &NetworkMap) -> Result<(), Problem> {
    transaction.prepare_cached("DELETE FROM network_tie WHERE map = :map")?.execute(named_params! {":map": id})?;
    transaction.prepare_cached("DELETE FROM network_person WHERE map = :map")?.execute(named_params! {":map": id})?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO network_person (map, place, key, name, member, role, sector, ring, relation, direction, often,
                                     sphere, kind_practical, kind_emotional, kind_joy, kind_advice)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (place, person) in (0_i64..).zip(&map.people) {
        let [practical, emotional, joy, advice] = KINDS.map(|kind| person.kinds.contains(&kind));
        insert.execute(params![
            id,
            place,
            person.key.0,
            person.name,
            person.member.map(|member| member.0),
            person.role,
            person.sector,
            person.ring,
            person.relation.map(Coded),
            person.direction.map(Coded),
            person.often.map(Coded),
            person.sphere.map(Coded),
            practical,
            emotional,
            joy,
            advice,
        ])?;
    }
    let mut insert = transaction
        .prepare_cached("INSERT INTO network_tie (map, one, other, known) VALUES (:map, :one, :other, :known)")?;
    let known = map.ties.iter().map(|tie| (tie, true)).chain(map.no_ties.iter().map(|tie| (tie, false)));
    for (tie, known) in known {
        insert.execute(named_params! {":map": id, ":one": tie.one().0, ":other": tie.other().0, ":known": known})?;
    }
    Ok(())
}

/// Reads a map's people and ties.
pub(super) fn read(connection: &Connection, id: i64, map: &mut NetworkMap) -> Result<(), Problem> {
    map.people =
        connection.prepare_cached(PEOPLE)?.query_map(named_params! {":map": id}, person)?.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached(TIES)?;
    let mut rows = statement.query(named_params! {":map": id})?;
    while let Some(row) = rows.next()? {
        let Some(tie) = Tie::between(PersonKey(row.get(0)?), PersonKey(row.get(1)?)) else { continue };
        if row.get(2)? { map.ties.push(tie) } else { map.no_ties.push(tie) }
    }
    Ok(())
}

fn person(row: &rusqlite::Row<'_>) -> rusqlite::Result<NetworkPerson> {
    let mut cells = Cells::of(row);
    let mut person = NetworkPerson {
        key: PersonKey(cells.take()?),
        name: cells.take()?,
        member: cells.take::<Option<i64>>()?.map(PersonId),
        role: cells.take()?,
        sector: cells.take()?,
        ring: cells.take()?,
        relation: cells.take::<Option<Coded<Bond>>>()?.map(|code| code.0),
        direction: cells.take::<Option<Coded<SupportDirection>>>()?.map(|code| code.0),
        often: cells.take::<Option<Coded<HowOften>>>()?.map(|code| code.0),
        sphere: cells.take::<Option<Coded<Sphere>>>()?.map(|code| code.0),
        kinds: Vec::new(),
    };
    for kind in KINDS {
        if cells.take()? {
            person.kinds.push(kind);
        }
    }
    Ok(person)
}
