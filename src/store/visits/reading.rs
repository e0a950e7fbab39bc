//! Arrangements and single visits, read many at once with their people and supporters: a long diary is a few queries,
//! and not a few for each visit.

use std::collections::HashMap;

use rusqlite::{Connection, ToSql, named_params};

use super::terms::TermLinks;
use super::{arrangements, occurrences};
use crate::domain::ids::{MemberId, OccurrenceId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence, Terms};
use crate::store::columns::Links;
use crate::store::record::Stored;

/// The values that a condition asks for; those it does not name are passed over.
pub(super) type Asked<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// What is stored of a visit, with its identity and version.
pub(super) type StoredVisit = (OccurrenceId, i64, Occurrence);

/// The query for arrangements under a condition on `a`, an alias of `arrangement`.
pub(in crate::store) fn arrangements_where(condition: &str) -> String {
    format!("SELECT {} FROM arrangement a WHERE {condition} ORDER BY a.id", arrangements::columns("a"))
}

/// The query for single visits under a condition on `o`, an alias of `occurrence`.
pub(in crate::store) fn occurrences_where(condition: &str) -> String {
    format!("SELECT {} FROM occurrence o WHERE {condition} ORDER BY o.id", occurrences::columns("o"))
}

/// The query for what records list, each with its record, in the order of the records and of the lists.
pub(in crate::store) fn listed(links: Links) -> String {
    let Links { table, owner, thing } = links;
    let these = "(SELECT value FROM json_each(:ids))";
    format!("SELECT {owner}, {thing} FROM {table} WHERE {owner} IN {these} ORDER BY {owner}, place")
}

/// Arrangements under a condition on `a`, by identity.
pub(super) fn arrangements(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<Stored<Arrangement>>, Problem> {
    let mut found = Vec::new();
    each(connection, &arrangements_where(condition), asked, |row| {
        let (id, version, value) = arrangements::read(row)?;
        found.push(Stored { id, version, value });
        Ok(())
    })?;
    let ids = all_of(found.iter().map(|stored| stored.id.0));
    let own = |stored: &Stored<Arrangement>| stored.id.0;
    let TermLinks { people, supporters } = arrangements::LINKS;
    spread(connection, (people, &ids), &mut found, own, |of, person| of.value.terms.with.push(MemberId(person)))?;
    let staff = Staff::read(connection, supporters, &ids)?;
    spread(connection, (supporters, &ids), &mut found, own, |of, one| staff.add(&mut of.value.terms, one))?;
    Ok(found)
}

/// Single visits under a condition on `o`, by identity.
pub(super) fn occurrences(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<StoredVisit>, Problem> {
    let mut found = Vec::new();
    each(connection, &occurrences_where(condition), asked, |row| {
        found.push(occurrences::read(row)?);
        Ok(())
    })?;
    let ids = all_of(found.iter().map(|(id, ..)| id.0));
    let own = |(id, ..): &StoredVisit| id.0;
    let TermLinks { people, supporters } = occurrences::LINKS;
    spread(connection, (people, &ids), &mut found, own, |(.., of), person| of.terms.with.push(MemberId(person)))?;
    let came = occurrences::CAME;
    spread(connection, (came, &ids), &mut found, own, |(.., of), person| of.during.came.push(MemberId(person)))?;
    let staff = Staff::read(connection, supporters, &ids)?;
    spread(connection, (supporters, &ids), &mut found, own, |(.., of), one| staff.add(&mut of.terms, one))?;
    Ok(found)
}

/// Gives each record what it lists; records and lists come in the same order.
fn spread<T>(
    connection: &Connection,
    (links, ids): (Links, &str),
    found: &mut [T],
    own: impl Fn(&T) -> i64,
    give: impl Fn(&mut T, i64),
) -> Result<(), Problem> {
    if found.is_empty() {
        return Ok(());
    }
    let mut place = 0;
    each(connection, &listed(links), named_params! {":ids": ids}, |row| {
        let owner: i64 = row.get(0)?;
        while found.get(place).is_some_and(|one| own(one) < owner) {
            place += 1;
        }
        if let Some(one) = found.get_mut(place) {
            give(one, row.get(1)?);
        }
        Ok(())
    })
}

/// Runs a query with those of the values that it names.
pub(super) fn each(
    connection: &Connection,
    sql: &str,
    asked: Asked<'_>,
    mut each: impl FnMut(&rusqlite::Row<'_>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    for (name, value) in asked {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        each(row)?;
    }
    Ok(())
}

/// Identities as a parameter that a query unfolds with `json_each`.
pub(super) fn all_of(ids: impl IntoIterator<Item = i64>) -> String {
    let mut text = String::from("[");
    for id in ids {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&id.to_string());
    }
    text.push(']');
    text
}

/// Who supports, by identity: a name is looked up once, however often it comes.
struct Staff(HashMap<i64, String>);

impl Staff {
    fn read(connection: &Connection, links: Links, ids: &str) -> Result<Self, Problem> {
        let Links { table, owner, thing } = links;
        let sql = format!(
            "SELECT id, name FROM staff
             WHERE id IN (SELECT {thing} FROM {table} WHERE {owner} IN (SELECT value FROM json_each(:ids)))"
        );
        let mut known = HashMap::new();
        each(connection, &sql, named_params! {":ids": ids}, |row| {
            known.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        Ok(Self(known))
    }

    fn add(&self, to: &mut Terms, one: i64) {
        to.supporters.extend(self.0.get(&one).cloned());
    }
}
