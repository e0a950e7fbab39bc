//! The cases that rules look at, read for many families with a few queries: not a few for each family.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Row, named_params};

use super::case_queries::*;
use super::exemption;
use crate::domain::codes::{Code, EventKind, FamilyStatus};
use crate::domain::deadlines::{Cared, Case, Done, Exemption, Fact, How, Placed, Somebody, Trigger, Wait, Waiting};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::reached::Reached;
use crate::store::visits::breaches::{BreachAt, breaches_of};
use crate::store::visits::{reading, restriction};

/// How much of the past is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// What decides how duties stand now.
    Last,
    /// All of it, for figures.
    All,
}

impl Store {
    /// What rules look at of those of some families that are reached, in the order of their identities. Whoever calls
    /// it has asked what the actor may.
    pub(in crate::store) fn cases(
        &self,
        families: &[FamilyId],
        reached: &Reached,
        past: Past,
        today: NaiveDate,
    ) -> Result<Vec<Case>, Problem> {
        let ids = reading::all_of(families.iter().map(|family| family.0));
        let mut cases = Cases::default();
        reading::each(&self.connection, &families_reached(reached), named_params! {":ids": ids}, |row| {
            cases.add(Case {
                status: row.get::<_, Coded<_>>(1)?.0,
                closed_on: dated(row, 3)?,
                ..Case::new(FamilyId(row.get(0)?), row.get::<_, Dated>(2)?.0)
            });
            Ok(())
        })?;
        // Only those that one reaches are read any further.
        let ids = reading::all_of(cases.all.iter().map(|case| case.family.0));
        self.read_people(&ids, &mut cases)?;
        self.read_care(&ids, &mut cases)?;
        self.read_pauses(&ids, &mut cases)?;
        self.read_sessions(&ids, past, today, &mut cases)?;
        self.read_events(&ids, &mut cases)?;
        self.read_restrictions_of(&ids, &mut cases)?;
        self.read_others(&ids, reached, &mut cases)?;
        self.read_plans(&ids, today, &mut cases)?;
        self.read_lists(&ids, today, &mut cases)?;
        self.read_words(&ids, today, &mut cases)?;
        self.read_breaches(&mut cases, today)?;
        for gap in self.gaps_of(&ids, today)? {
            cases.of(gap.family, |case| {
                case.waiting.push(Waiting {
                    what: Wait::Supporter,
                    record: gap.arrangement.0,
                    person: Some(gap.child),
                    from: gap.on,
                    until: None,
                    met_on: Vec::new(),
                    within: None,
                });
            });
        }
        self.read_measured(&ids, today, &mut cases.all)?;
        for case in &mut cases.all {
            case.done.sort_by_key(|done| done.on);
        }
        Ok(cases.all)
    }

    fn read_people(&self, ids: &str, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, PEOPLE, named_params! {":ids": ids}, |row| {
            let one = Somebody {
                id: PersonId(row.get(1)?),
                role: row.get::<_, Coded<_>>(2)?.0,
                guardian: coded(row, 3)?,
                birth_on: dated(row, 4)?,
            };
            cases.of(FamilyId(row.get(0)?), |case| case.people.push(one));
            Ok(())
        })?;
        let mut homes: HashMap<(i64, String), i64> = HashMap::new();
        reading::each(&self.connection, PLACEMENTS, named_params! {":ids": ids}, |row| {
            let placed = Placed {
                id: row.get(1)?,
                child: PersonId(row.get(2)?),
                kind: row.get::<_, Coded<_>>(3)?.0,
                basis: coded(row, 4)?,
                from: row.get::<_, Dated>(5)?.0,
                until: dated(row, 6)?,
                end_reason: coded(row, 7)?,
                home: home(row, &mut homes)?,
                hidden: coded(row, 8)?,
                school_change: coded(row, 9)?,
                school_started_on: dated(row, 10)?,
            };
            cases.of(FamilyId(row.get(0)?), |case| case.placements.push(placed));
            Ok(())
        })
    }

    /// Care as somebody has entered it, who is placed with a child, and whose parents people are written to be.
    fn read_care(&self, ids: &str, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, CARE, named_params! {":ids": ids}, |row| {
            let span = Cared {
                child: PersonId(row.get(1)?),
                basis: row.get::<_, Coded<_>>(2)?.0,
                from: row.get::<_, Dated>(3)?.0,
                until: dated(row, 4)?,
            };
            cases.of(FamilyId(row.get(0)?), |case| case.cared.push(span));
            Ok(())
        })?;
        reading::each(&self.connection, PLACED_WITH, named_params! {":ids": ids}, |row| {
            let with = (row.get(1)?, PersonId(row.get(2)?));
            cases.of(FamilyId(row.get(0)?), |case| case.placed_with.push(with));
            Ok(())
        })?;
        reading::each(&self.connection, PARENTS, named_params! {":ids": ids}, |row| {
            let of = (PersonId(row.get(1)?), PersonId(row.get(2)?));
            cases.of(FamilyId(row.get(0)?), |case| case.parent_of.push(of));
            Ok(())
        })
    }

    /// When families were paused. One that is paused today, and of which nobody has said since when, is so from the day
    /// after the last status that somebody has entered, or from its first day.
    fn read_pauses(&self, ids: &str, cases: &mut Cases) -> Result<(), Problem> {
        let mut ends: HashMap<FamilyId, Option<NaiveDate>> = HashMap::new();
        reading::each(&self.connection, STATUSES, named_params! {":ids": ids}, |row| {
            let (family, from, until) = (FamilyId(row.get(0)?), row.get::<_, Dated>(2)?.0, dated(row, 3)?);
            ends.insert(family, until);
            if row.get::<_, Coded<FamilyStatus>>(1)?.0 == FamilyStatus::Paused {
                cases.of(family, |case| case.pauses.push((from, until)));
            }
            Ok(())
        })?;
        for case in cases.all.iter_mut().filter(|case| case.status == FamilyStatus::Paused) {
            let since = match ends.get(&case.family) {
                None => Some(case.started_on),
                Some(until) => until.and_then(|until| until.succ_opt()),
            };
            case.pauses.extend(since.map(|since| (since, None)));
        }
        Ok(())
    }

    fn read_events(&self, ids: &str, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, EVENTS, named_params! {":ids": ids}, |row| {
            let kind = row.get::<_, Coded<EventKind>>(1)?.0;
            let (on, person) = (row.get::<_, Dated>(2)?.0, row.get::<_, Option<i64>>(3)?.map(PersonId));
            cases.done(row, Done { what: Fact::Event(kind), on, person, how: How::Well })?;
            if matches!(kind, EventKind::Measurement | EventKind::Baseline) {
                cases.done(row, Done { what: Fact::Measurement, on, person, how: How::Well })?;
            }
            let what = match kind {
                EventKind::SupportAsked => Wait::Support,
                EventKind::FollowUpOpened => Wait::FollowUp,
                EventKind::ReferralSent => Wait::Referral,
                EventKind::CustodySubmitted => Wait::Custody,
                EventKind::RemovalBanDecided => Wait::Ban,
                _ => return Ok(()),
            };
            let answered = dated(row, 4)?;
            // A ban that is lifted is over; what else is answered is met.
            let until = answered.filter(|_| what == Wait::Ban);
            let met_on = answered.filter(|_| what != Wait::Ban).into_iter().collect();
            cases.wait(row, Waiting { what, record: row.get(5)?, person, from: on, until, met_on, within: None })
        })
    }

    fn read_restrictions_of(&self, ids: &str, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, RESTRICTIONS, named_params! {":ids": ids}, |row| {
            let record = row.get("id")?;
            let mut one = restriction::read(row)?;
            restriction::read_lists(&self.connection, record, &mut one)?;
            let from = one.decided_on.unwrap_or(one.from);
            let mut waits = vec![Waiting {
                what: Wait::Restriction,
                record,
                person: Some(one.child),
                from,
                until: one.until,
                met_on: one.considered_on.clone(),
                within: None,
            }];
            if !one.missing().is_empty() {
                waits.push(Waiting { what: Wait::Decision, from: one.from, met_on: Vec::new(), ..waits[0].clone() });
            }
            cases.of(one.family, |case| case.waiting.extend(waits));
            Ok(())
        })
    }

    /// Network maps, tasks and exemptions.
    fn read_others(&self, ids: &str, reached: &Reached, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, MAPS, named_params! {":ids": ids}, |row| {
            let (person, on) = (Some(PersonId(row.get(1)?)), row.get::<_, Dated>(2)?.0);
            cases.done(row, Done { what: Fact::MapDrawn, on, person, how: How::Well })
        })?;
        reading::each(&self.connection, &numbers(reached), named_params! {":ids": ids}, |row| {
            let (person, record) = (Some(PersonId(row.get(1)?)), row.get(2)?);
            let from = row.get::<_, Dated>(3)?.0;
            cases.wait(
                row,
                Waiting { what: Wait::Number, record, person, from, until: None, met_on: Vec::new(), within: None },
            )
        })?;
        for (query, what) in [(REFERRED, Wait::Referred), (TASKS, Wait::Task)] {
            reading::each(&self.connection, query, named_params! {":ids": ids}, |row| {
                let (from, met_on) = (row.get::<_, Dated>(1)?.0, dated(row, 2)?.into_iter().collect());
                let (record, person) = (row.get(3)?, row.get::<_, Option<i64>>(4)?.map(PersonId));
                cases.wait(row, Waiting { what, record, person, from, until: None, met_on, within: None })
            })?;
        }
        reading::each(&self.connection, EXEMPTIONS, named_params! {":ids": ids}, |row| {
            let one = exemption::read(row)?;
            cases.of(one.family, |case| case.exemptions.push(one));
            Ok(())
        })
    }

    /// What was held in spite of a restriction, with a reason or without: it waits until whoever leads has seen it.
    /// Only families with a restriction are looked at any closer.
    fn read_breaches(&self, cases: &mut Cases, today: NaiveDate) -> Result<(), Problem> {
        let has = |case: &&mut Case| case.waiting.iter().any(|one| one.what == Wait::Restriction);
        for case in cases.all.iter_mut().filter(has) {
            for breach in breaches_of(&self.connection, case.family, today)? {
                let (what, trigger) = match breach.what {
                    BreachAt::Visit(_) => (Wait::VisitBreach, Trigger::VisitInBreach),
                    BreachAt::Session(_) => (Wait::SessionBreach, Trigger::SessionInBreach),
                    BreachAt::Group(_) => (Wait::GroupBreach, Trigger::GroupInBreach),
                };
                let (BreachAt::Visit(record) | BreachAt::Session(record) | BreachAt::Group(record)) = breach.what;
                let is_of = |rule: &str| self.rules.all().iter().any(|one| one.name == rule && one.trigger == trigger);
                let seen = |one: &Exemption| one.record == record && is_of(&one.rule);
                let met_on = case.exemptions.iter().filter(|one| seen(one)).map(|one| one.exempted_on).collect();
                case.exemptions.retain(|one| !seen(one));
                let person = Some(breach.child);
                case.waiting.push(Waiting { what, record, person, from: breach.on, until: None, met_on, within: None });
            }
        }
        Ok(())
    }
}

/// Which home a placement is in: the first of the child's placements in a home of that name.
fn home(row: &Row<'_>, known: &mut HashMap<(i64, String), i64>) -> rusqlite::Result<Option<i64>> {
    let Some(name) = row.get::<_, Option<String>>(11)? else { return Ok(None) };
    let child = row.get(2)?;
    Ok(Some(*known.entry((child, identity_of(&name))).or_insert(row.get(1)?)))
}

/// Cases, found by family.
#[derive(Default)]
pub(super) struct Cases {
    pub(super) all: Vec<Case>,
    places: HashMap<FamilyId, usize>,
}

impl Cases {
    fn add(&mut self, case: Case) {
        self.places.insert(case.family, self.all.len());
        self.all.push(case);
    }

    pub(super) fn of(&mut self, family: FamilyId, write: impl FnOnce(&mut Case)) {
        if let Some(case) = self.places.get(&family).and_then(|place| self.all.get_mut(*place)) {
            write(case);
        }
    }

    /// Adds what was done to the family of a row's first column.
    pub(super) fn done(&mut self, row: &Row<'_>, done: Done) -> Result<(), Problem> {
        self.of(FamilyId(row.get(0)?), |case| case.done.push(done));
        Ok(())
    }

    pub(super) fn wait(&mut self, row: &Row<'_>, waiting: Waiting) -> Result<(), Problem> {
        self.of(FamilyId(row.get(0)?), |case| case.waiting.push(waiting));
        Ok(())
    }
}

pub(super) fn dated(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(row.get::<_, Option<Dated>>(column)?.map(|day| day.0))
}

fn coded<T: Code>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<Coded<T>>>(column)?.map(|code| code.0))
}
