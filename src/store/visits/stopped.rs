//! Restrictions at the moment of writing: a visit that one stops is not written, unless it says why it is kept.
//!
//! A child's visits are laid out as they were and as they would be. A visit that is written is refused if a restriction
//! stops it, and also if it makes others too many in their month. What a change of a series leaves as it was is not
//! asked about again: a restriction that came later stops visits, not the work with them.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{Connection, named_params};

use super::{called, reading, restrictions};
use crate::domain::codes::Code;
use crate::domain::ids::{ArrangementId, MemberId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::restriction::{Breach, Stopped, stopped};
use crate::domain::visit::{Arrangement, Occurrence, Restriction, Visit, visits};

/// How far ahead a series is held against restrictions, in days: a year.
const AHEAD: u64 = 366;

/// An arrangement with what is stored of its visits.
type Stand = (ArrangementId, Arrangement, Vec<Occurrence>);

/// Children whose visits are about to change: their restrictions, and their visits as they were.
pub(super) struct Watch {
    today: NaiveDate,
    children: Vec<(MemberId, Vec<Restriction>, Vec<Stand>)>,
}

/// Which visits a change writes.
pub(super) enum Written<'a> {
    /// These, by arrangement and the day the series gave.
    Visits(&'a [(ArrangementId, NaiveDate)]),
    /// Those of an arrangement that is new.
    Planned(ArrangementId),
    /// Those of an arrangement that is changed and of one that goes on from it, but for what stays as it was.
    Series(ArrangementId, Option<ArrangementId>),
}

impl Watch {
    /// Looks at children before a change.
    pub(super) fn over(
        connection: &Connection,
        children: impl IntoIterator<Item = MemberId>,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let mut watch = Self { today, children: Vec::new() };
        for child in children {
            let known = watch.children.iter().any(|(known, ..)| *known == child);
            let restrictions = if known { Vec::new() } else { of_child(connection, child)? };
            if !restrictions.is_empty() {
                watch.children.push((child, restrictions, stands(connection, child)?));
            }
        }
        Ok(watch)
    }

    /// Looks again once it is written.
    ///
    /// # Errors
    /// A restriction stops a visit that was written.
    pub(super) fn refuse(&self, connection: &Connection, written: &Written<'_>) -> Result<(), Problem> {
        for (child, restrictions, before) in &self.children {
            refuse(connection, restrictions, (before, &stands(connection, *child)?), written, self.today)?;
        }
        Ok(())
    }
}

/// Refuses an arrangement that is not written yet and one of whose visits a restriction stops.
pub(super) fn check_arrangement(
    connection: &Connection,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
    today: NaiveDate,
) -> Result<(), Problem> {
    let restrictions = of_child(connection, arrangement.child)?;
    if restrictions.is_empty() {
        return Ok(());
    }
    let before = stands(connection, arrangement.child)?;
    let own = id.unwrap_or(ArrangementId(0));
    let mut after: Vec<Stand> = before.iter().filter(|(other, ..)| *other != own).cloned().collect();
    after.push((own, arrangement.clone(), stored_of(connection, own)?));
    let written = if id.is_some() { Written::Series(own, None) } else { Written::Planned(own) };
    refuse(connection, &restrictions, (&before, &after), &written, today)
}

fn refuse(
    connection: &Connection,
    restrictions: &[Restriction],
    (before, after): (&[Stand], &[Stand]),
    written: &Written<'_>,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(from) = restrictions.iter().map(|restriction| restriction.from).min() else { return Ok(()) };
    // The whole month, for what comes before the first day counts in it too.
    let from = from.with_day(1).unwrap_or(from);
    let known = after.iter().flat_map(|(_, arrangement, stored)| {
        std::iter::once(arrangement.series.from).chain(stored.iter().map(|one| one.on))
    });
    let last = known.chain([today]).max().unwrap_or(today);
    let to = last.checked_add_days(Days::new(AHEAD)).unwrap_or(NaiveDate::MAX);
    let (before, after) = (laid(before, from, to), laid(after, from, to));
    let stood = standing(&before, written);
    let asked = |visit: &Visit<'_>| {
        let is_written = match written {
            Written::Visits(all) => all.contains(&(visit.id, visit.given)),
            Written::Planned(id) => visit.id == *id,
            Written::Series(id, next) => visit.id == *id || Some(visit.id) == *next,
        };
        let stays =
            || stood.get(&visit.given).is_some_and(|was| was.on() == visit.on() && was.terms() == visit.terms());
        is_written && visit.is_ahead() && visit.terms().despite.is_none() && !stays()
    };
    let (were, hits) = (stopped(&before, restrictions), stopped(&after, restrictions));
    let (were, are) = (too_many(&before, &were), too_many(&after, &hits));
    let found = hits.iter().find_map(|hit| {
        if asked(&after[hit.visit]) {
            return Some((after[hit.visit], hit));
        }
        let month = month_of(&after, hit)?;
        let more = are.get(&month) > were.get(&month);
        let concerned = |visit: &&Visit<'_>| {
            let restriction = &restrictions[hit.restriction];
            let with = visit.terms().with.iter().any(|with| restriction.with.contains(with));
            with && restriction.holds_on(visit.on()) && (visit.on().year(), visit.on().month()) == (month.1, month.2)
        };
        let one = after.iter().rev().filter(|_| more).filter(concerned).find(|visit| asked(visit))?;
        Some((*one, hit))
    });
    match found {
        Some((visit, hit)) => Err(problem(connection, visit.on(), &restrictions[hit.restriction], hit.breach)?),
        None => Ok(()),
    }
}

/// The visits of a window in the order in which restrictions count them.
fn laid(stands: &[Stand], from: NaiveDate, to: NaiveDate) -> Vec<Visit<'_>> {
    let mut all: Vec<Visit<'_>> =
        stands.iter().flat_map(|(id, arrangement, stored)| visits(*id, arrangement, stored, from, to)).collect();
    all.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
    all
}

/// The visits of a changed series as they stood, by the day it gave them.
fn standing<'a>(before: &[Visit<'a>], written: &Written<'_>) -> HashMap<NaiveDate, Visit<'a>> {
    let Written::Series(id, _) = written else { return HashMap::new() };
    let stood = before.iter().filter(|visit| visit.id == *id && visit.takes_place());
    stood.map(|visit| (visit.given, *visit)).collect()
}

/// A restriction and a calendar month.
type Month = (usize, i32, u32);

fn month_of(visits: &[Visit<'_>], hit: &Stopped) -> Option<Month> {
    let on = visits[hit.visit].on();
    matches!(hit.breach, Breach::TooMany(_)).then_some((hit.restriction, on.year(), on.month()))
}

/// How many visits are too many, by restriction and month.
fn too_many(visits: &[Visit<'_>], hits: &[Stopped]) -> HashMap<Month, u32> {
    let mut months = HashMap::new();
    for month in hits.iter().filter_map(|hit| month_of(visits, hit)) {
        *months.entry(month).or_default() += 1;
    }
    months
}

fn problem(
    connection: &Connection,
    on: NaiveDate,
    restriction: &Restriction,
    breach: Breach,
) -> Result<Problem, Problem> {
    let mut names = Vec::new();
    for with in &restriction.with {
        names.push(called(connection, *with)?);
    }
    let (breach, number) = match breach {
        Breach::Stopped => ("stopped", String::new()),
        Breach::Contact(contact) => (contact.code(), String::new()),
        Breach::Unsupervised => ("unsupervised", String::new()),
        Breach::TooMany(most) => ("too_many", most.to_string()),
        Breach::TooLong(most) => ("too_long", most.to_string()),
    };
    Ok(Problem::new(Kind::Invalid, "restricted")
        .with("with", names.join(", "))
        .with("on", on)
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

/// What is stored of a child's visits, as a condition on `o`, an alias of `occurrence`.
pub(in crate::store) const STORED_OF_CHILD: &str =
    "o.id IN (SELECT x.id FROM arrangement a JOIN occurrence x ON x.arrangement = a.id WHERE a.child = :child)";

/// A child's arrangements with what is stored of their visits.
fn stands(connection: &Connection, child: MemberId) -> Result<Vec<Stand>, Problem> {
    let asked = named_params! {":child": child.0};
    let mut stored: HashMap<ArrangementId, Vec<Occurrence>> = HashMap::new();
    for (_, _, one) in reading::occurrences(connection, STORED_OF_CHILD, asked)? {
        stored.entry(one.arrangement).or_default().push(one);
    }
    let arrangements = reading::arrangements(connection, "a.child = :child", asked)?;
    let stand = |one: crate::store::Stored<Arrangement>| {
        let own = stored.remove(&one.id).unwrap_or_default();
        (one.id, one.value, own)
    };
    Ok(arrangements.into_iter().map(stand).collect())
}

/// What is stored of an arrangement's visits.
pub(super) fn stored_of(connection: &Connection, id: ArrangementId) -> Result<Vec<Occurrence>, Problem> {
    let found = reading::occurrences(connection, "o.arrangement = :id", named_params! {":id": id.0})?;
    Ok(found.into_iter().map(|(_, _, occurrence)| occurrence).collect())
}
