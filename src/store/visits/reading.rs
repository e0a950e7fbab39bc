//! Arrangements and single visits, read many at once: each with its people and supporters in its own row, so that a long
//! diary is two queries and not several for each visit.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, ToSql, named_params};

use super::{arrangements, occurrences};
use crate::domain::ids::{MemberId, OccurrenceId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::columns::Links;
use crate::store::record::Stored;

/// The values that a condition asks for; those it does not name are passed over.
pub(super) type Asked<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// What is stored of a visit, with its identity and version.
pub(super) type StoredVisit = (OccurrenceId, i64, Occurrence);

/// The query for arrangements under a condition on `a`, an alias of `arrangement`.
pub(in crate::store) fn arrangements_where(condition: &str) -> String {
    let (people, supporters) = (list(arrangements::LINKS.people, "a"), list(arrangements::LINKS.supporters, "a"));
    let columns = arrangements::columns("a");
    format!("SELECT {columns}, {people}, {supporters} FROM arrangement a WHERE {condition} ORDER BY a.id")
}

/// The query for single visits under a condition on `o`, an alias of `occurrence`.
pub(in crate::store) fn occurrences_where(condition: &str) -> String {
    let lists = [occurrences::LINKS.people, occurrences::CAME, occurrences::LINKS.supporters];
    let lists = lists.map(|links| list(links, "o")).join(", ");
    let columns = occurrences::columns("o");
    format!("SELECT {columns}, {lists} FROM occurrence o WHERE {condition} ORDER BY o.id")
}

/// What a record lists, as one cell: identities in their order, a comma between.
fn list(links: Links, of: &str) -> String {
    let Links { table, owner, thing } = links;
    // The inner query comes in the order of its key, with nothing to sort.
    format!("(SELECT group_concat({thing}) FROM (SELECT {thing} FROM {table} WHERE {owner} = {of}.id ORDER BY place))")
}

/// Arrangements under a condition on `a`, by identity.
pub(super) fn arrangements(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<Stored<Arrangement>>, Problem> {
    let mut staff = Staff::default();
    let mut found = Vec::new();
    each(connection, &arrangements_where(condition), asked, |row| {
        let (id, version, mut value) = arrangements::read(row)?;
        let lists = row.as_ref().column_count() - 2;
        value.terms.with = people(row, lists)?;
        staff.take(identities(row, lists + 1)?);
        found.push(Stored { id, version, value });
        Ok(())
    })?;
    for (stored, names) in found.iter_mut().zip(staff.names(connection)?) {
        stored.value.terms.supporters = names;
    }
    Ok(found)
}

/// Single visits under a condition on `o`, by identity.
pub(super) fn occurrences(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<StoredVisit>, Problem> {
    let mut staff = Staff::default();
    let mut found = Vec::new();
    each(connection, &occurrences_where(condition), asked, |row| {
        let (id, version, mut value) = occurrences::read(row)?;
        let lists = row.as_ref().column_count() - 3;
        value.terms.with = people(row, lists)?;
        value.during.came = people(row, lists + 1)?;
        staff.take(identities(row, lists + 2)?);
        found.push((id, version, value));
        Ok(())
    })?;
    for ((_, _, value), names) in found.iter_mut().zip(staff.names(connection)?) {
        value.terms.supporters = names;
    }
    Ok(found)
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
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

fn people(row: &rusqlite::Row<'_>, place: usize) -> Result<Vec<MemberId>, Problem> {
    Ok(identities(row, place)?.into_iter().map(MemberId).collect())
}

fn identities(row: &rusqlite::Row<'_>, place: usize) -> Result<Vec<i64>, Problem> {
    let Some(text) = row.get_ref(place)?.as_str_or_null().map_err(rusqlite::Error::from)? else {
        return Ok(Vec::new());
    };
    Ok(text.split(',').filter_map(|id| id.parse().ok()).collect())
}

/// Who supports what was read, by identity until all is read: a name is looked up once, however often it comes.
#[derive(Default)]
struct Staff {
    all: BTreeSet<i64>,
    lists: Vec<Vec<i64>>,
}

impl Staff {
    fn take(&mut self, list: Vec<i64>) {
        self.all.extend(&list);
        self.lists.push(list);
    }

    /// The names of each that was taken, in the order they came.
    fn names(self, connection: &Connection) -> Result<impl Iterator<Item = Vec<String>>, Problem> {
        let mut known: HashMap<i64, String> = HashMap::new();
        if !self.all.is_empty() {
            let sql = "SELECT id, name FROM staff WHERE id IN (SELECT value FROM json_each(:ids))";
            each(connection, sql, named_params! {":ids": all_of(self.all)}, |row| {
                known.insert(row.get(0)?, row.get(1)?);
                Ok(())
            })?;
        }
        let names = move |list: Vec<i64>| list.iter().filter_map(|id| known.get(id).cloned()).collect();
        Ok(self.lists.into_iter().map(names))
    }
}
