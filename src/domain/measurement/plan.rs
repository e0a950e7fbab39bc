//! What duties come of instruments and of what was measured: who is to be measured and when again, which answers
//! somebody must see to, which children are asked before something is decided.

use chrono::NaiveDate;

use super::instruments::Instruments;
use super::interval::{Beginning, Interval};
use super::parts::FormPer;
use crate::domain::codes::{EventKind, MemberRole};
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
