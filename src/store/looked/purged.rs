//! What of it goes when a family is purged: the words that somebody wrote, as why a file was taken out with the family
//! among others, or what was found of a reading. That somebody looked, when, and at which number, stays.

use std::collections::BTreeSet;

use rusqlite::{Transaction, named_params};
use serde_json::{Map, Value};

use super::review::Finding;
use super::rows::MANY;
use crate::domain::ids::FamilyId;
use crate::domain::looked::families;
use crate::domain::problem::Problem;

/// Takes the findings away that concern a family; which they were, and the rows of the journal that are to be emptied
/// beside those that are the family's own.
pub(in crate::store) fn take_away(
    transaction: &Transaction<'_>,
    family: FamilyId,
) -> Result<(Vec<i64>, BTreeSet<i64>), Problem> {
    let of = named_params! {":family": family.0};
    let mut statement = transaction
        .prepare_cached("SELECT id FROM journal WHERE family = :family AND act NOT IN ('add', 'change', 'remove')")?;
    let mut named: BTreeSet<i64> = statement.query_map(of, |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut emptied = BTreeSet::new();
    let mut statement = transaction.prepare_cached(
        "SELECT j.id, j.after FROM access_family a JOIN journal j ON j.id = a.row
         WHERE a.family IN (:family, :many) AND j.after IS NOT NULL",
    )?;
    let mut rows = statement.query(named_params! {":family": family.0, ":many": MANY})?;
    while let Some(row) = rows.next()? {
        let (id, after): (i64, String) = (row.get(0)?, row.get(1)?);
        let said: Map<String, Value> = serde_json::from_str(&after).unwrap_or_default();
        if families::names(said.get("families").and_then(Value::as_str).unwrap_or_default(), family) {
            named.insert(id);
            emptied.extend(said.contains_key("reason").then_some(id));
        }
    }
    let found = concerned(transaction, family, &named)?;
    for id in &found {
        let of = named_params! {":id": id};
        let mut statement = transaction.prepare_cached(
            "SELECT id FROM journal
             WHERE noun = 'access_finding' AND record = :id AND act IN ('add', 'change', 'remove')
               AND (before IS NOT NULL OR after IS NOT NULL)",
        )?;
        for row in statement.query_map(of, |row| row.get(0))? {
            emptied.insert(row?);
        }
        transaction.prepare_cached("DELETE FROM access_finding WHERE id = :id")?.execute(of)?;
    }
    Ok((found, emptied))
}

/// Findings of a family, or of readings that concern it.
fn concerned(transaction: &Transaction<'_>, family: FamilyId, named: &BTreeSet<i64>) -> Result<Vec<i64>, Problem> {
    let mut statement = transaction.prepare_cached("SELECT id FROM access_finding ORDER BY id")?;
    let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for id in ids {
        let Some(finding) = Finding::fetch(transaction, id)? else { continue };
        let is_named = || families::ranges(&finding.rows).any(|rows| named.range(rows).next().is_some());
        if finding.family == Some(family) || is_named() {
            found.push(id);
        }
    }
    Ok(found)
}
