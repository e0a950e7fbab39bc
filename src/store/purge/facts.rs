//! What the rules for purging ask of a family's file.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::purge::FamilyFile;
use crate::store::listed::{Place, place_of};

/// Whose file a family's is: those who live together, not those who care for the child or stand beside.
const OWN: &str = "('mother', 'father', 'step_parent', 'guardian', 'child')";

/// Finds them.
pub(super) fn of(connection: &Connection, family: FamilyId, today: NaiveDate) -> Result<FamilyFile, Problem> {
    let is_closed = connection
        .prepare_cached("SELECT status = 'closed' FROM family WHERE id = :family")?
        .query_row(named_params! {":family": family.0}, |row| row.get(0))?;
    let child_placed = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM placement p JOIN member m ON m.id = p.person WHERE m.family = :family)
                 OR EXISTS (SELECT 1 FROM care c JOIN member m ON m.id = c.person WHERE m.family = :family)",
        )?
        .query_row(named_params! {":family": family.0}, |row| row.get(0))?;
    let sql =
        format!("SELECT birth_on, role = 'child' FROM member WHERE family = :family AND role IN {OWN} ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    let people: Vec<(Option<NaiveDate>, bool)> = statement
        .query_map(named_params! {":family": family.0}, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(FamilyFile {
        is_closed,
        last_note: last_note(connection, family, today)?,
        child_placed,
        born: people.iter().map(|(born, _)| *born).collect(),
        children_born: people.iter().filter(|(_, is_child)| *is_child).map(|(born, _)| *born).collect(),
    })
}

/// The latest day, up to today, of any record of the family, and of any change of one.
fn last_note(connection: &Connection, family: FamilyId, today: NaiveDate) -> Result<Option<NaiveDate>, Problem> {
    let mut latest: Option<NaiveDate> = connection
        .prepare_cached(
            "SELECT max(substr(at, 1, 10)) FROM journal
             WHERE family = :family AND act IN ('add', 'change', 'remove')",
        )?
        .query_row(named_params! {":family": family.0}, |row| row.get(0))?;
    for kind in NounKind::ALL {
        let Place { tables, family: whose, first, last, .. } = place_of(*kind);
        if whose == "NULL" {
            continue;
        }
        let sql = format!(
            "SELECT max(CASE WHEN {last} <= :today THEN {last} WHEN {first} <= :today THEN {first} END)
             FROM {tables} JOIN family f ON f.id = {whose} WHERE {whose} = :family"
        );
        let found: Option<NaiveDate> = connection
            .prepare_cached(&sql)?
            .query_row(named_params! {":family": family.0, ":today": today}, |row| row.get(0))?;
        latest = latest.max(found);
    }
    Ok(latest)
}
