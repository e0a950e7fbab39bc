//! Duties: what must be done by when, worked out from dated rules and from what the casebook holds of a family.
//!
//! Nothing here is stored but exemptions: a duty is worked out anew whenever somebody looks, so it cannot be lost by
//! closing a case or by a program that was not running. A [`Case`] is what rules look at; a rule's trigger finds in it
//! what its duties count from (`chains`), and the schedule of its limits says how each stands (`duty`). What ends, ends
//! what would fall due later; what was late by then stays late until it is met or exempted.

mod case;
mod chains;
mod duty;
mod exemption;
mod limit;
mod names;
mod rule;
#[cfg(test)]
mod tests;

pub use case::{Case, Done, How, Placed, Somebody, Wait, Waiting};
pub use duty::{About, Duty, State, Unknown};
pub use exemption::Exemption;
pub use limit::{Limit, is_school_day, school_days};
pub use names::{Called, Names};
pub use rule::{Confidence, Fact, Needs, Rule, RuleScope, Rules, Severity, Trigger};

use chrono::NaiveDate;

use crate::domain::visit::calendar::OwnDays;
use case::Chain;
use duty::Frame;

/// The duties of a family on a day, by rule and then oldest first, those met long ago among them.
pub fn duties(case: &Case, rules: &Rules, own: &OwnDays, today: NaiveDate) -> Vec<Duty> {
    let mut all = Vec::new();
    for (place, rule) in rules.used() {
        let frame = Frame { family: case.family, rule: place, today, own, exemptions: &case.exemptions };
        let found = chains::find(rule, case);
        for mut chain in found.chains {
            if let Some(why) = begin(rule, case, &mut chain, own) {
                if why == Begin::Unknown {
                    let about = (chain.person, chain.record, chain.from, Unknown::BeforeTheFamily);
                    all.extend(untold(rule, frame, about));
                }
                continue;
            }
            if let Some(most) = rule.most {
                all.extend(counted(rule, case, &chain, most, frame));
                continue;
            }
            if rule.trigger == Trigger::ParentSeparated {
                chain.count = tried(case, &chain);
            }
            let done = met(rule, case, &chain);
            duty::schedule(rule, &chain, &done, frame, &mut all);
        }
        all.extend(found.unknown.into_iter().filter_map(|about| untold(rule, frame, about)));
    }
    all
}

/// Why a chain has no schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// It was no duty of this unit, or no rule held then.
    Nothing,
    /// Nobody can tell from when it counts.
    Unknown,
}

/// What fell due before the family came is not the unit's, unless it comes again: then it counts from the day the
/// family came, or, where a statute asks for it, from the first time that somebody wrote down.
fn begin(rule: &Rule, case: &Case, chain: &mut Chain, own: &OwnDays) -> Option<Begin> {
    if !rule.holds(chain.from) {
        return Some(Begin::Nothing);
    }
    // A task, a restriction, a birthday are what they are whenever the family came.
    let by_itself = rule.trigger == Trigger::ChildBorn || rule.trigger.is_of_a_record();
    let due = rule.within.map(|limit| limit.from(chain.from, own))?;
    if by_itself || due >= case.started_on {
        return None;
    }
    match (rule.then, rule.scope) {
        (None, _) => Some(Begin::Nothing),
        (Some(_), RuleScope::Statute) => match met(rule, case, chain).first() {
            Some(first) => {
                chain.from = *first;
                None
            }
            None => Some(Begin::Unknown),
        },
        (Some(_), _) => {
            chain.from = case.started_on;
            None
        }
    }
}

/// The days on which what a rule asks for was done about a chain, in order.
fn met(rule: &Rule, case: &Case, chain: &Chain) -> Vec<NaiveDate> {
    let days = |fact: Fact| -> Vec<NaiveDate> {
        match fact {
            Fact::Answered | Fact::Considered | Fact::Decided | Fact::SupporterNamed | Fact::Done | Fact::ChildWord => {
                chain.met_on.clone()
            }
            Fact::SchoolStarted | Fact::PlacementEnded => {
                let placed = case.placements.iter().filter(|one| one.id == chain.record);
                let day = |one: &Placed| if fact == Fact::SchoolStarted { one.school_started_on } else { one.until };
                placed.filter_map(day).collect()
            }
            Fact::CareEnded => chain.until.into_iter().collect(),
            Fact::FamilyClosed => case.closed_on.into_iter().collect(),
            _ => {
                let about =
                    |done: &&Done| done.person.is_none() || chain.person.is_none() || done.person == chain.person;
                let of_fact = case.done.iter().filter(|done| done.what == fact && done.how == How::Well);
                of_fact.filter(about).map(|done| done.on).collect()
            }
        }
    };
    let mut all: Vec<NaiveDate> = match rule.needs {
        Needs::Any => rule.met_by.iter().flat_map(|fact| days(*fact)).collect(),
        Needs::All => {
            let firsts = rule.met_by.iter().map(|fact| days(*fact).into_iter().filter(|day| *day >= chain.from).min());
            firsts.collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max()).into_iter().collect()
        }
    };
    all.sort_unstable();
    all.dedup();
    all
}

/// How often somebody tried to reach a parent in vain, since the care began.
fn tried(case: &Case, chain: &Chain) -> u32 {
    let in_vain = |done: &&Done| {
        done.what == Fact::CrisisTalk
            && done.how == How::InVain
            && done.on >= chain.from
            && (done.person.is_none() || done.person == chain.person)
    };
    case.done.iter().filter(in_vain).count().try_into().unwrap_or(u32::MAX)
}

/// What may be done so many times at most: met while it is not more, late from the first that is too many.
fn counted(rule: &Rule, case: &Case, chain: &Chain, most: u32, frame: Frame<'_>) -> Option<Duty> {
    let days: Vec<NaiveDate> = met(rule, case, chain).into_iter().filter(|day| *day >= chain.from).collect();
    let many = days.get(usize::try_from(most).ok()?);
    let mut one = Vec::new();
    duty::schedule(rule, chain, &days[..days.len().min(1)], frame, &mut one);
    let mut duty = one.pop()?;
    duty.count = days.len().try_into().unwrap_or(u32::MAX);
    if let Some(day) = many.filter(|_| duty.state != State::Exempted) {
        (duty.state, duty.due_on, duty.met_on) = (State::Late, Some(*day), None);
    }
    Some(duty)
}

fn untold(
    rule: &Rule,
    frame: Frame<'_>,
    (person, record, counted_from, why): (Option<crate::domain::ids::MemberId>, i64, NaiveDate, Unknown),
) -> Option<Duty> {
    let about = About { person, record, counted_from };
    let exempted = frame.exemptions.iter().any(|one| {
        one.rule == rule.name && (one.person, one.record, one.counted_from) == (person, record, counted_from)
    });
    let state = if exempted { State::Exempted } else { State::Unknown };
    let (due_on, met_on) = (None, None);
    rule.holds(counted_from).then_some(Duty {
        rule: frame.rule,
        family: frame.family,
        about,
        due_on,
        state,
        met_on,
        unknown: Some(why),
        count: 0,
    })
}
