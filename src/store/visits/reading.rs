//! Arrangements and single visits, read many at once with their people and supporters: a long diary is a few queries,
//! and not a few for each visit.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, ToSql, named_params};

use super::{arrangement, occurrence};
use crate::domain::ids::{OccurrenceId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::columns::Links;
use crate::store::record::Stored;

/// The values that a condition asks for; those it does not name are passed over.
pub(in crate::store) type Asked<'a> = &'a [(&'a str, &'a dyn ToSql)];

/// What is stored of a visit, with its identity and version.
pub(in crate::store) type StoredVisit = (OccurrenceId, i64, Occurrence);

/// Of how many records one at least must be meant for reading their lists from the first to the last.
const DENSE: usize = 3;

/// The query for arrangements under a condition on `a`, an alias of `arrangement`.
pub(in crate::store) fn arrangements_where(condition: &str) -> String {
    format!("SELECT {} FROM arrangement a WHERE {condition} ORDER BY a.id", arrangement::columns("a"))
}

/// The query for single visits under a condition on `o`, an alias of `occurrence`.
pub(in crate::store) fn occurrences_where(condition: &str) -> String {
    format!("SELECT {} FROM occurrence o WHERE {condition} ORDER BY o.id", occurrence::columns("o"))
}

/// The query for what records list, each with its record, in the order of the records and of the lists: of the records
/// named, or of all from one to another where hardly any between is not meant.
pub(in crate::store) fn listed(links: Links, dense: bool) -> String {
    let Links { table, owner, thing } = links;
    let these = if dense { "BETWEEN :least AND :most" } else { "IN (SELECT value FROM json_each(:ids))" };
    format!("SELECT {owner}, {thing} FROM {table} WHERE {owner} {these} ORDER BY {owner}, place")
}

/// Arrangements under a condition on `a`, by identity.
pub(in crate::store) fn arrangements(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<Stored<Arrangement>>, Problem> {
    let mut found = arrangements_unstaffed(connection, condition, asked)?;
    let mut staff = Staff::default();
    let own = |stored: &Stored<Arrangement>| stored.id.0;
    let supporters = arrangement::LINKS.supporters;
    spread(connection, supporters, &mut found, own, |of, one| staff.add(of.id.0, one))?;
    let mut names = staff.names(connection)?;
    found.iter_mut().for_each(|of| of.value.terms.supporters = names.remove(&of.id.0).unwrap_or_default());
    Ok(found)
}

/// The same without who supports them, for whoever counts and names nobody.
pub(in crate::store) fn arrangements_unstaffed(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<Stored<Arrangement>>, Problem> {
    let mut found = Vec::new();
    each(connection, &arrangements_where(condition), asked, |row| {
        let (id, version, value) = arrangement::read(row)?;
        found.push(Stored { id, version, value });
        Ok(())
    })?;
    let own = |stored: &Stored<Arrangement>| stored.id.0;
    let people = arrangement::LINKS.people;
    spread(connection, people, &mut found, own, |of, person| of.value.terms.with.push(PersonId(person)))?;
    Ok(found)
}

/// Single visits under a condition on `o`, by identity.
pub(in crate::store) fn occurrences(
    connection: &Connection,
    condition: &str,
    asked: Asked<'_>,
) -> Result<Vec<StoredVisit>, Problem> {
    let mut found = Vec::new();
    each(connection, &occurrences_where(condition), asked, |row| {
        found.push(occurrence::read(row)?);
        Ok(())
    })?;
    let own = |(id, ..): &StoredVisit| id.0;
    let people = occurrence::LINKS.people;
    spread(connection, people, &mut found, own, |(.., of), person| of.terms.with.push(PersonId(person)))?;
    let came = occurrence::CAME;
    spread(connection, came, &mut found, own, |(.., of), person| of.during.came.push(PersonId(person)))?;
    let mut staff = Staff::default();
    let supporters = occurrence::LINKS.supporters;
    spread(connection, supporters, &mut found, own, |(id, ..), one| staff.add(id.0, one))?;
    let mut names = staff.names(connection)?;
    found.iter_mut().for_each(|(id, _, of)| of.terms.supporters = names.remove(&id.0).unwrap_or_default());
    Ok(found)
}

/// Gives each record what it lists; records and lists come in the same order.
pub(super) fn spread<T>(
    connection: &Connection,
    links: Links,
    found: &mut [T],
    own: impl Fn(&T) -> i64,
    mut give: impl FnMut(&mut T, i64),
) -> Result<(), Problem> {
    let [least, most] = [found.first(), found.last()].map(|one| one.map(&own).unwrap_or_default());
    let dense = usize::try_from(most - least).is_ok_and(|between| between < DENSE * found.len());
    let ids = if dense { String::new() } else { all_of(found.iter().map(&own)) };
    let mut place = 0;
    let asked = named_params! {":ids": ids, ":least": least, ":most": most};
    each(connection, &listed(links, dense), asked, |row| {
        let owner: i64 = row.get(0)?;
        while found.get(place).is_some_and(|one| own(one) < owner) {
            place += 1;
        }
        if let Some(one) = found.get_mut(place).filter(|one| own(one) == owner) {
            give(one, row.get(1)?);
        }
        Ok(())
    })
}

/// Runs a query with those of the values that it names.
pub(in crate::store) fn each(
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
pub(in crate::store) fn all_of(ids: impl IntoIterator<Item = i64>) -> String {
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

/// Who supports, by record and identity until all is read: a name is looked up once, however often it comes.
#[derive(Default)]
struct Staff(Vec<(i64, i64)>);

impl Staff {
    fn add(&mut self, owner: i64, one: i64) {
        self.0.push((owner, one));
    }

    /// The names, by record.
    fn names(self, connection: &Connection) -> Result<HashMap<i64, Vec<String>>, Problem> {
        let mut known: HashMap<i64, String> = HashMap::new();
        let all: BTreeSet<i64> = self.0.iter().map(|(_, one)| *one).collect();
        let sql = "SELECT id, name FROM staff WHERE id IN (SELECT value FROM json_each(:ids))";
        each(connection, sql, named_params! {":ids": all_of(all)}, |row| {
            known.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        let mut names: HashMap<i64, Vec<String>> = HashMap::with_capacity(self.0.len());
        for (owner, one) in self.0 {
            names.entry(owner).or_default().extend(known.get(&one).cloned());
        }
        Ok(names)
    }
}
