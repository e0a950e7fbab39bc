//! Restrictions at the moment of writing: a visit that one stops is not written, unless it says why it is kept.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};

use super::{called, occurrences, restrictions};
use crate::domain::codes::Code;
use crate::domain::ids::{ArrangementId, MemberId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::restriction::{Breach, stopped};
use crate::domain::visit::{Arrangement, Occurrence, Restriction, Visit, visits};
use crate::store::record::Row as _;

/// How far ahead a series is held against restrictions, in days: a year.
const AHEAD: u64 = 366;

/// Refuses an arrangement one of whose visits a restriction stops.
pub(super) fn check_arrangement(
    connection: &Connection,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
) -> Result<(), Problem> {
    if arrangement.terms.despite.is_some() {
        return Ok(());
    }
    let restrictions = of_child(connection, arrangement.child)?;
    let Some(first) = restrictions.iter().map(|restriction| restriction.from).min() else { return Ok(()) };
    let mine = id.unwrap_or(ArrangementId(0));
    let mut all = of_same_child(connection, arrangement.child, Some(mine))?;
    let own = stored_of(connection, mine)?;
    all.push((mine, arrangement.clone(), own));
    let first = first.max(arrangement.series.from);
    refuse(connection, &restrictions, &all, first, |visit| visit.id == mine)
}

/// Refuses a visit still to come that a restriction stops.
pub(super) fn check_occurrence(connection: &Connection, occurrence: &Occurrence) -> Result<(), Problem> {
    let Some((_, arrangement)) = Arrangement::fetch(connection, occurrence.arrangement.0)? else { return Ok(()) };
    let restrictions = of_child(connection, arrangement.child)?;
    if restrictions.is_empty() || occurrence.skipped || occurrence.terms.despite.is_some() {
        return Ok(());
    }
    let mut all = of_same_child(connection, arrangement.child, None)?;
    for (id, _, stored) in &mut all {
        if *id == occurrence.arrangement {
            stored.retain(|one| one.given != occurrence.given);
            stored.push(occurrence.clone());
        }
    }
    let from = occurrence.on.checked_sub_days(Days::new(31)).unwrap_or(occurrence.on);
    let this = |visit: &Visit<'_>| visit.id == occurrence.arrangement && visit.given == occurrence.given;
    refuse(connection, &restrictions, &all, from, this)
}

type WithStored = (ArrangementId, Arrangement, Vec<Occurrence>);

fn refuse(
    connection: &Connection,
    restrictions: &[Restriction],
    all: &[WithStored],
    from: NaiveDate,
    asked: impl Fn(&Visit<'_>) -> bool,
) -> Result<(), Problem> {
    let to = from.checked_add_days(Days::new(AHEAD)).unwrap_or(NaiveDate::MAX);
    let mut seen: Vec<Visit<'_>> = Vec::new();
    for (id, arrangement, stored) in all {
        seen.extend(visits(*id, arrangement, stored, from, to));
    }
    seen.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id));
    let hit = stopped(&seen, restrictions).into_iter().find(|hit| asked(&seen[hit.visit]));
    let Some(hit) = hit else { return Ok(()) };
    let restriction = &restrictions[hit.restriction];
    let mut names = Vec::new();
    for with in &restriction.with {
        names.push(called(connection, *with)?);
    }
    let (breach, number) = match hit.breach {
        Breach::Stopped => ("stopped", String::new()),
        Breach::Contact(contact) => (contact.code(), String::new()),
        Breach::Unsupervised => ("unsupervised", String::new()),
        Breach::TooMany(most) => ("too_many", most.to_string()),
        Breach::TooLong(most) => ("too_long", most.to_string()),
    };
    Err(Problem::new(Kind::Invalid, "restricted")
        .with("with", names.join(", "))
        .with("on", seen[hit.visit].on())
        .with("breach", breach)
        .with("number", number)
        .with("why", restriction.how.clone().unwrap_or_default()))
}

fn of_child(connection: &Connection, child: MemberId) -> Result<Vec<Restriction>, Problem> {
    let mut statement = connection.prepare_cached("SELECT * FROM restriction WHERE child = :child ORDER BY id")?;
    let mut rows = statement.query(named_params! {":child": child.0})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let mut restriction = restrictions::read(row)?;
        restrictions::read_lists(connection, row.get("id")?, &mut restriction)?;
        found.push(restriction);
    }
    Ok(found)
}

/// The child's other arrangements with what is stored of their visits: all of them, or all but one.
fn of_same_child(
    connection: &Connection,
    child: MemberId,
    but: Option<ArrangementId>,
) -> Result<Vec<WithStored>, Problem> {
    let ids: Vec<i64> = connection
        .prepare_cached("SELECT id FROM arrangement WHERE child = :child ORDER BY id")?
        .query_map(named_params! {":child": child.0}, |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for id in ids.into_iter().map(ArrangementId).filter(|id| Some(*id) != but) {
        if let Some((_, arrangement)) = Arrangement::fetch(connection, id.0)? {
            all.push((id, arrangement, stored_of(connection, id)?));
        }
    }
    Ok(all)
}

/// What is stored of an arrangement's visits.
pub(super) fn stored_of(connection: &Connection, id: ArrangementId) -> Result<Vec<Occurrence>, Problem> {
    let sql =
        format!("SELECT {} FROM occurrence o WHERE o.arrangement = :id ORDER BY o.given", occurrences::columns("o"));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {":id": id.0})?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (own, _, mut occurrence) = occurrences::read(row)?;
        occurrences::LINKS.read(connection, own.0, &mut occurrence.terms)?;
        occurrence.during.came = occurrences::CAME.read(connection, own.0)?;
        found.push(occurrence);
    }
    Ok(found)
}
