//! What the folder of a family tells rules: ticked lines of checklists, health contacts, talks with a child alone; and
//! since when other colleagues work with it.

use super::case_queries::{ALONE, HEALTH, PHASES, SUPPORT, TICKS};
use super::cases::{Cases, dated};
use crate::domain::codes::{EventKind, HealthKind};
use crate::domain::deadlines::{Done, Fact, How, Trigger};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::tick::Tick;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::folder::read_tick;
use crate::store::visits::reading;
use chrono::NaiveDate;
use rusqlite::named_params;

impl Store {
    /// Reads what lists and folder tell.
    pub(super) fn read_lists(&self, ids: &str, today: NaiveDate, cases: &mut Cases) -> Result<(), Problem> {
        reading::each(&self.connection, TICKS, named_params! {":ids": ids}, |row| {
            let tick = read_tick(row)?;
            self.tell_tick(&tick, cases);
            cases.of(tick.family, |case| case.ticks.push(tick));
            Ok(())
        })?;
        reading::each(&self.connection, HEALTH, named_params! {":ids": ids}, |row| {
            let kind = match row.get::<_, Coded<HealthKind>>(1)?.0 {
                HealthKind::Health => EventKind::HealthExamRequested,
                HealthKind::Dental => EventKind::DentalExamRequested,
                HealthKind::Psychiatric | HealthKind::Other => return Ok(()),
            };
            let (on, person) = (row.get::<_, Dated>(2)?.0, Some(PersonId(row.get(3)?)));
            cases.done(row, Done { what: Fact::Event(kind), on, person, how: How::Well })
        })?;
        reading::each(&self.connection, ALONE, named_params! {":ids": ids, ":today": today}, |row| {
            let (on, person) = (row.get::<_, Dated>(1)?.0, Some(PersonId(row.get(2)?)));
            cases.done(row, Done { what: Fact::Event(EventKind::TalkWithChild), on, person, how: How::Well })
        })?;
        reading::each(&self.connection, PHASES, named_params! {":ids": ids}, |row| {
            let phase = (row.get(1)?, row.get::<_, Dated>(2)?.0, dated(row, 3)?);
            cases.of(FamilyId(row.get(0)?), |case| case.phases.push(phase));
            Ok(())
        })?;
        if !self.rules.used().any(|(_, rule)| rule.trigger == Trigger::SupportChanged) {
            return Ok(());
        }
        reading::each(&self.connection, SUPPORT, named_params! {":ids": ids}, |row| {
            let Some(on) = dated(row, 1)?.filter(|on| *on <= today) else { return Ok(()) };
            cases.of(FamilyId(row.get(0)?), |case| {
                if case.support_changed.last() != Some(&on) {
                    case.support_changed.push(on);
                }
            });
            Ok(())
        })
    }

    /// What a ticked line is besides: information that was given, a first day at school.
    fn tell_tick(&self, tick: &Tick, cases: &mut Cases) {
        let list = self.unit.checklists.of(&tick.checklist);
        let Some(what) = list.and_then(|list| list.item(&tick.item)).and_then(|item| item.meets) else { return };
        cases.of(tick.family, |case| match what {
            Fact::SchoolStarted => {
                let of = case.placements.iter_mut().filter(|one| Some(one.child) == tick.person && one.from <= tick.on);
                if let Some(placed) = of.max_by_key(|one| one.from).filter(|one| one.school_started_on.is_none()) {
                    placed.school_started_on = Some(tick.on);
                }
            }
            what => case.done.push(Done { what, on: tick.on, person: tick.person, how: How::Well }),
        });
    }
}
