//! What duties come of instruments and of what was measured: who is to be measured and when again, which answers
//! somebody must see to, which children are asked before something is decided.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::instruments::Instruments;
use super::interval::{Beginning, Interval, Moment};
use super::parts::FormPer;
use crate::domain::codes::{Area, EndReason, EventKind, MemberRole};
use crate::domain::deadlines::{Case, Done, Fact, How, Limit, Somebody, Voice, Wait, Waiting};
use crate::domain::ids::PersonId;
use crate::domain::person::age;
use crate::domain::visit::calendar::OwnDays;

/// A measurement as duties see it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Measured {
    /// The record.
    pub id: i64,
    pub person: PersonId,
    pub instrument: String,
    pub on: NaiveDate,
    /// How long there is to see to its alerts, where it raised any.
    pub alert: Option<Limit>,
    pub talked_on: Option<NaiveDate>,
    /// The areas that came to something by the person's own marks, and whether each is weak.
    pub areas: Vec<(Area, bool)>,
}

/// A word is good for so long where an instrument does not say.
const GOOD_FOR: Limit = Limit::Months(3);

/// Adds to a case what instruments and measurements, in the order of days, have to do with its duties.
pub fn due(case: &mut Case, instruments: &Instruments, measured: &[Measured], own: &OwnDays, today: NaiveDate) {
    let years = |one: &Somebody, on: NaiveDate| one.birth_on.and_then(|born| u32::try_from(age(born, on)).ok());
    for one in &case.people {
        let is_asked = instruments.all().iter().any(|instrument| {
            let begins = instrument.interval.as_ref().and_then(|interval| interval.from);
            let (role, years) = (one.role, years(one, case.started_on.max(today.min(case.started_on))));
            begins == Some(Beginning::FamilyStarted) && instrument.is_for(role) && instrument.is_for_age(years)
        });
        case.participants.extend(is_asked.then_some(one.id));
    }
    for (place, one) in measured.iter().enumerate() {
        let Some(instrument) = instruments.named(&one.instrument) else { continue };
        let interval = instrument.interval.as_ref();
        let done = |what| Done { what, on: one.on, person: Some(one.person), how: How::Well };
        match interval.and_then(|interval| interval.from) {
            Some(Beginning::FamilyStarted) => case.done.push(done(Fact::Event(EventKind::Baseline))),
            Some(Beginning::ParentSeparated) if instrument.is_of_staff() => case.done.push(done(Fact::SupportAssessed)),
            Some(Beginning::ParentSeparated) => case.done.push(done(Fact::ParentAsked)),
            _ => {}
        }
        if interval.is_some_and(|interval| !interval.of.is_empty()) {
            case.done.push(done(Fact::ChildVoice));
        }
        case.done.push(done(Fact::Measurement));
        if let Some(within) = one.alert {
            case.waiting.push(Waiting {
                what: Wait::Alert,
                record: one.id,
                person: Some(one.person),
                from: one.on,
                until: None,
                met_on: one.talked_on.into_iter().collect(),
                within: Some(within),
            });
        }
        let same = |other: &&Measured| (other.person, &other.instrument) == (one.person, &one.instrument);
        if let Some(then) = interval.and_then(|interval| interval.then)
            && !measured[..place].iter().any(|other| same(&other))
        {
            case.waiting.push(Waiting {
                what: Wait::Measured,
                record: one.id,
                person: Some(one.person),
                from: one.on,
                until: interval.and_then(|interval| until(case, interval, instrument.one_form_per, own)),
                met_on: measured[place + 1..].iter().filter(same).map(|other| other.on).collect(),
                within: Some(then),
            });
        }
    }
    turns(case, instruments, measured);
    weak_areas(case, measured);
    for instrument in instruments.all() {
        let Some(interval) = instrument.interval.as_ref().filter(|interval| !interval.of.is_empty()) else { continue };
        let asked = |one: &&Somebody| {
            one.role == MemberRole::Child && instrument.is_for(one.role) && instrument.is_for_age(years(one, today))
        };
        let children: Vec<PersonId> = case.people.iter().filter(asked).map(|one| one.id).collect();
        if let Some(before) = interval.before.filter(|_| !children.is_empty()) {
            let good_for = interval.at_most_every.unwrap_or(GOOD_FOR);
            case.voices.push(Voice { of: interval.of.clone(), before, good_for, children });
        }
    }
}

/// A measurement counts for a turn that comes so many days after it.
const AHEAD: u64 = 28;

/// Adds the turns at which instruments are asked besides, of those who were measured with them before. What is asked
/// before a child moves home waits until that day; after other turns there is as long as the rule says.
fn turns(case: &mut Case, instruments: &Instruments, measured: &[Measured]) {
    let is_last = |place: usize, one: &Measured| {
        !measured[place + 1..].iter().any(|other| (other.person, &other.instrument) == (one.person, &one.instrument))
    };
    for (_, one) in measured.iter().enumerate().filter(|(place, one)| is_last(*place, one)) {
        let Some(also) = instruments.named(&one.instrument).and_then(|of| of.interval.as_ref()).map(|of| &of.also)
        else {
            continue;
        };
        for turn in also.moments() {
            let Some(on) = taken_on(case, *turn) else { continue };
            let ahead = on.checked_sub_days(Days::new(AHEAD)).unwrap_or(on);
            let of_same =
                measured.iter().filter(|other| (other.person, &other.instrument) == (one.person, &one.instrument));
            case.waiting.push(Waiting {
                what: Wait::Turn,
                record: one.id,
                person: Some(one.person),
                from: if *turn == Moment::BeforeReturnHome { ahead } else { on },
                until: None,
                met_on: of_same.map(|other| other.on).filter(|other| *other >= ahead).collect(),
                within: None,
            });
        }
    }
}

/// The last day on which a family took a turn, or is to take it.
fn taken_on(case: &Case, turn: Moment) -> Option<NaiveDate> {
    let ended = Fact::Event(EventKind::ProgrammeEndDecided);
    match turn {
        Moment::ProgrammeEnd => case.done.iter().filter(|done| done.what == ended).map(|done| done.on).max(),
        Moment::BeforeReturnHome => {
            let home = case.placements.iter().filter(|one| one.end_reason == Some(EndReason::ReturnHome));
            home.filter_map(|one| one.until).max()
        }
        Moment::CareEnded if case.placements.iter().any(|one| one.until.is_none()) => None,
        Moment::CareEnded => case.placements.iter().filter_map(|one| one.until).max(),
    }
}

/// Adds what is weak of somebody by the latest marks: it waits until every area that the measurement shows as weak has
/// a goal that somebody works on.
fn weak_areas(case: &mut Case, measured: &[Measured]) {
    let mut latest: BTreeMap<(PersonId, Area), (usize, bool)> = BTreeMap::new();
    for (place, one) in measured.iter().enumerate() {
        latest.extend(one.areas.iter().map(|(area, is_weak)| ((one.person, *area), (place, *is_weak))));
    }
    let mut weak: BTreeMap<usize, Vec<Area>> = BTreeMap::new();
    for ((_, area), (place, _)) in latest.into_iter().filter(|(_, (_, is_weak))| *is_weak) {
        weak.entry(place).or_default().push(area);
    }
    for (place, areas) in weak {
        let one = &measured[place];
        let goal = |area: &Area| {
            let of = case.goals.iter().filter(|goal| (goal.person, goal.area) == (one.person, *area));
            of.map(|goal| goal.made_on.max(one.on)).min()
        };
        let made: Option<Vec<NaiveDate>> = areas.iter().map(goal).collect();
        case.waiting.push(Waiting {
            what: Wait::WeakArea,
            record: one.id,
            person: Some(one.person),
            from: one.on,
            until: None,
            met_on: made.and_then(|made| made.into_iter().max()).into_iter().collect(),
            within: None,
        });
    }
}

/// The last day on which something is measured again: of forms about placed children's parents the end of care, or so
/// long after it.
fn until(case: &Case, interval: &Interval, per: FormPer, own: &OwnDays) -> Option<NaiveDate> {
    let until = interval.until.filter(|_| per != FormPer::Person)?;
    if case.placements.iter().any(|one| one.until.is_none()) {
        return None;
    }
    let ended = case.placements.iter().filter_map(|one| one.until).max()?;
    Some(until.after.map_or(ended, |after| after.from(ended, own)))
}
