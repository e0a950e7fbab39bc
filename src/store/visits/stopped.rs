//! Restrictions at the moment of writing: what is still to come and one stops is not written, unless it says why it is
//! kept. What has happened is always written; what it breaks can be asked for.
//!
//! The visits of a family are laid out as they were and as they would be, whoever's they are: a stop between two people
//! holds at a sibling's visit too. A visit that is written is refused if a restriction stops it, and also if it makes
//! others too many in their month. What a change of a series leaves as it was is not asked about again: a restriction
//! that came later stops visits, not the work with them.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::Connection;

use super::breaches::breaches_of;
use super::called;
use super::stands::{Stand, of_family, stands, stored_of};
use crate::domain::access::Right;
use crate::domain::codes::{Code, Ending, VisitOutcome};
use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::session::Session;
use crate::domain::visit::together::{Against, Stopped, breaking, stopped};
use crate::domain::visit::{Arrangement, Breach, Occurrence, Restriction, Visit, visits};
use crate::store::Store;

/// How far ahead a series is held against restrictions, in days: a year.
const AHEAD: u64 = 366;

/// Families whose visits are about to change: their restrictions, and their visits as they were.
pub(super) struct Watch {
    today: NaiveDate,
    families: Vec<(FamilyId, Vec<Restriction>, Vec<Stand>)>,
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

impl Written<'_> {
    fn holds(&self, visit: &Visit<'_>) -> bool {
        match self {
            Self::Visits(all) => all.contains(&(visit.id, visit.given)),
            Self::Planned(id) => visit.id == *id,
            Self::Series(id, next) => visit.id == *id || Some(visit.id) == *next,
        }
    }
}

impl Watch {
    /// Looks at families before a change.
    pub(super) fn over(
        connection: &Connection,
        families: impl IntoIterator<Item = FamilyId>,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let mut watch = Self { today, families: Vec::new() };
        for family in families {
            let known = watch.families.iter().any(|(known, ..)| *known == family);
            let restrictions = if known { Vec::new() } else { of_family(connection, family)? };
            if !restrictions.is_empty() {
                watch.families.push((family, restrictions, stands(connection, family)?));
            }
        }
        Ok(watch)
    }

    /// Looks again once it is written.
    ///
    /// # Errors
    /// A restriction stops a visit that was written.
    pub(super) fn refuse(&self, connection: &Connection, written: &Written<'_>) -> Result<(), Problem> {
        for (family, restrictions, before) in &self.families {
            let after = stands(connection, *family)?;
            refuse(connection, against(restrictions, (before, &after), written, self.today))?;
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
    let stored = id.map(|id| stored_of(connection, id)).transpose()?.unwrap_or_default();
    refuse(connection, planned(connection, id, arrangement, &stored, today)?)
}

/// Refuses a session that is still to come and that a restriction stops, if it does not say why it is kept. One that
/// was planned before the restriction came may be worked on as long as day and people stay.
pub(in crate::store) fn check_session(
    connection: &Connection,
    before: Option<&Session>,
    session: &Session,
    today: NaiveDate,
) -> Result<(), Problem> {
    let stays = |before: &Session| {
        let who = |of: &Session| (of.family, of.on, of.outcome, of.people.clone(), of.staff.is_empty());
        who(before) == who(session) && before.despite == session.despite
    };
    if !session.is_to_come(today) || session.despite.is_some() || before.is_some_and(stays) {
        return Ok(());
    }
    refuse(connection, of_session(connection, session)?)
}

fn refuse(connection: &Connection, against: Option<Against>) -> Result<(), Problem> {
    match against {
        Some(against) => Err(problem(connection, &against)?),
        None => Ok(()),
    }
}

/// What stands against an arrangement that is not written yet.
fn planned(
    connection: &Connection,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
    stored: &[Occurrence],
    today: NaiveDate,
) -> Result<Option<Against>, Problem> {
    let restrictions = of_family(connection, arrangement.family)?;
    if restrictions.is_empty() {
        return Ok(None);
    }
    let (before, after) = with_planned(connection, id, arrangement, stored)?;
    let own = id.unwrap_or(ArrangementId(0));
    let written = if id.is_some() { Written::Series(own, None) } else { Written::Planned(own) };
    Ok(against(&restrictions, (&before, &after), &written, today))
}

/// A family's visits as they are, and as they would be with an arrangement.
fn with_planned(
    connection: &Connection,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
    stored: &[Occurrence],
) -> Result<(Vec<Stand>, Vec<Stand>), Problem> {
    let before = stands(connection, arrangement.family)?;
    let own = id.unwrap_or(ArrangementId(0));
    let mut after: Vec<Stand> = before.iter().filter(|(other, ..)| *other != own).cloned().collect();
    let stored = stored.iter().map(|one| Occurrence { arrangement: own, ..one.clone() }).collect();
    after.push((own, arrangement.clone(), stored));
    Ok((before, after))
}

/// The first visit among those written that is still to come and that a restriction stops.
fn against(
    restrictions: &[Restriction],
    (before, after): (&[Stand], &[Stand]),
    written: &Written<'_>,
    today: NaiveDate,
) -> Option<Against> {
    // The whole month, for what comes before the first day counts in it too.
    let from = restrictions.iter().map(|restriction| restriction.from).min()?.max(today);
    let from = from.with_day(1).unwrap_or(from);
    let to = last_day(after, today);
    let (before, after) = (laid(before, from, to), laid(after, from, to));
    let stood = standing(&before, written);
    let asked = |visit: &Visit<'_>| {
        let stays =
            || stood.get(&visit.given).is_some_and(|was| was.on() == visit.on() && was.terms() == visit.terms());
        let is_to_come = visit.is_ahead() && visit.on() >= today;
        written.holds(visit) && is_to_come && visit.terms().despite.is_none() && !stays()
    };
    let (were, hits) = (stopped(&before, restrictions), stopped(&after, restrictions));
    let (were, are) = (too_many(&before, &were), too_many(&after, &hits));
    let (visit, hit) = hits.iter().find_map(|hit| {
        if asked(&after[hit.visit]) {
            return Some((after[hit.visit], hit));
        }
        let month = month_of(&after, hit)?;
        let more = are.get(&month) > were.get(&month);
        let concerned = |visit: &&Visit<'_>| {
            let (on, present) = (visit.on(), visit.present());
            restrictions[hit.restriction].pair(on, &present).is_some() && (on.year(), on.month()) == (month.1, month.2)
        };
        let one = after.iter().rev().filter(|_| more).filter(concerned).find(|visit| asked(visit))?;
        Some((*one, hit))
    })?;
    let restriction = restrictions[hit.restriction].clone();
    Some(Against { on: visit.on(), restriction, with: hit.with, breach: hit.breach, is_to_come: true })
}

/// A year after the last day that anything is known to be on.
fn last_day(stands: &[Stand], today: NaiveDate) -> NaiveDate {
    let known = stands.iter().flat_map(|(_, arrangement, stored)| {
        std::iter::once(arrangement.series.from).chain(stored.iter().map(|one| one.on))
    });
    let last = known.chain([today]).max().unwrap_or(today);
    last.checked_add_days(Days::new(AHEAD)).unwrap_or(NaiveDate::MAX)
}

/// The visits of a window in the order in which restrictions count them.
pub(super) fn laid(stands: &[Stand], from: NaiveDate, to: NaiveDate) -> Vec<Visit<'_>> {
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

/// What a restriction says against a meeting, in a sentence: of what is to come that it is refused, of what has been
/// that it was in breach.
pub(in crate::store) fn problem(connection: &Connection, against: &Against) -> Result<Problem, Problem> {
    let Against { on, restriction, with, breach, is_to_come } = against;
    let (code, number) = match breach {
        Breach::Contact(contact) => (contact.code(), String::new()),
        Breach::TooMany(most) | Breach::TooLong(most) => (breach.code(), most.to_string()),
        Breach::Stopped | Breach::Unsupervised => (breach.code(), String::new()),
    };
    let until = match restriction.until {
        Some(until) => until.to_string(),
        None if restriction.further_notice => Ending::FurtherNotice.code().to_owned(),
        None => String::new(),
    };
    Ok(Problem::new(Kind::Invalid, if *is_to_come { "restricted" } else { "restriction-broken" })
        .with("child", called(connection, restriction.child)?)
        .with("with", called(connection, *with)?)
        .with("on", on)
        .with("breach", code)
        .with("number", number)
        .with("until", if until.is_empty() { "none".to_owned() } else { until })
        .with("why", restriction.how.clone().unwrap_or_default()))
}

impl Store {
    /// What restrictions say against a session: of one still to come what it is refused for, of one that was held what
    /// it breaks; none where it says why, or does not take place.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn against_session(&self, session: &Session) -> Result<Option<Against>, Problem> {
        self.ask_for_family(Right::ReadCases, session.family)?;
        if session.despite.is_some() {
            return Ok(None);
        }
        let found = of_session(&self.connection, session)?;
        Ok(found.map(|against| Against { is_to_come: session.is_to_come(self.today()), ..against }))
    }

    /// The same of visits that somebody is about to plan, or tells of.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn against_visits(
        &self,
        id: Option<ArrangementId>,
        arrangement: &Arrangement,
        stored: &[Occurrence],
    ) -> Result<Option<Against>, Problem> {
        self.ask_for_family(Right::ReadCases, arrangement.family)?;
        let to_come = planned(&self.connection, id, arrangement, stored, self.today())?;
        if to_come.is_some() {
            return Ok(to_come);
        }
        broken(&self.connection, id, arrangement, stored)
    }

    /// What a restriction says of one visit that is to be told of as held, with nothing told of why.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn against_held(&self, of: &Arrangement, held: &Occurrence) -> Result<Option<Against>, Problem> {
        self.ask_for_family(Right::ReadCases, of.family)?;
        if held.terms.despite.is_some() || held.outcome != VisitOutcome::Held {
            return Ok(None);
        }
        let id = held.arrangement;
        let mut stored = stored_of(&self.connection, id)?;
        stored.retain(|one| one.given != held.given);
        // What else was held has been told of already.
        stored.iter_mut().for_each(|one| one.terms.despite = one.terms.despite.take().or(Some(String::new())));
        stored.push(held.clone());
        broken(&self.connection, Some(id), of, &stored)
    }

    /// What was held in spite of restrictions and does not say why, in sentences: for whoever takes in a file, to tell
    /// what of it was.
    ///
    /// # Errors
    /// Refused by role.
    pub fn breaches_told(&self) -> Result<Vec<Problem>, Problem> {
        self.ask(Right::ImportCases)?;
        let mut told = Vec::new();
        for family in self.restricted_families()? {
            for breach in breaches_of(&self.connection, family, self.today())? {
                if !breach.says_why {
                    told.push(problem(&self.connection, &breach.against)?);
                }
            }
        }
        Ok(told)
    }

    /// What a restriction says against a meeting, in a sentence.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn against_told(&self, against: &Against) -> Result<Problem, Problem> {
        self.ask_for_family(Right::ReadCases, against.restriction.family)?;
        problem(&self.connection, against)
    }
}

/// The first of the visits that were held which breaks a restriction, with nothing told of why.
pub(in crate::store) fn broken(
    connection: &Connection,
    id: Option<ArrangementId>,
    arrangement: &Arrangement,
    stored: &[Occurrence],
) -> Result<Option<Against>, Problem> {
    let held = || stored.iter().filter(|one| one.outcome == VisitOutcome::Held && !one.skipped).map(|one| one.on);
    let restrictions = of_family(connection, arrangement.family)?;
    let Some((first, last)) = held().min().zip(held().max()).filter(|_| !restrictions.is_empty()) else {
        return Ok(None);
    };
    let (_, after) = with_planned(connection, id, arrangement, stored)?;
    let all = laid(&after, first.with_day(1).unwrap_or(first), last);
    let own = id.unwrap_or(ArrangementId(0));
    let is_own = |hit: &&Stopped| {
        let visit = &all[hit.visit];
        visit.id == own && !visit.is_ahead() && visit.terms().despite.is_none()
    };
    Ok(breaking(&all, &restrictions).iter().find(is_own).map(|hit| Against {
        on: all[hit.visit].on(),
        restriction: restrictions[hit.restriction].clone(),
        with: hit.with,
        breach: hit.breach,
        is_to_come: false,
    }))
}

/// The visits of a family in a window that restrictions stop, by arrangement and the day the series gave, and why.
pub(in crate::store) fn stopped_of(
    connection: &Connection,
    family: FamilyId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<(ArrangementId, NaiveDate), Breach>, Problem> {
    let restrictions = of_family(connection, family)?;
    let mut found = HashMap::new();
    if restrictions.iter().all(|restriction| restriction.is_over(from) || restriction.from > to) {
        return Ok(found);
    }
    let stands = stands(connection, family)?;
    let all = laid(&stands, from.with_day(1).unwrap_or(from), to);
    for hit in stopped(&all, &restrictions) {
        let visit = &all[hit.visit];
        found.entry((visit.id, visit.given)).or_insert(hit.breach);
    }
    Ok(found)
}

fn of_session(connection: &Connection, session: &Session) -> Result<Option<Against>, Problem> {
    let restrictions = of_family(connection, session.family)?;
    Ok(session.breaks(&restrictions).first().map(|broken| Against {
        on: session.on,
        restriction: restrictions[broken.restriction].clone(),
        with: broken.with,
        breach: broken.breach,
        is_to_come: true,
    }))
}
