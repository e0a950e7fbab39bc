//! Duties: what must be done by when, worked out from dated rules and from what the casebook holds of a family.
//!
//! Nothing here is stored but exemptions: a duty is worked out anew whenever somebody looks, so it cannot be lost by
//! closing a case or by a program that was not running. A [`Case`] is what rules look at; a rule's trigger finds in it
//! what its duties count from (`chains`), and the schedule of its limits says how each stands (`duty`). What ends, ends
//! what would fall due later; what was late by then stays late until it is met or exempted.

mod care;
mod case;
mod chains;
mod docket;
mod duty;
pub mod exemption;
mod fact;
mod faulty;
mod limit;
mod lists;
mod names;
mod rule;
mod rules;
mod said;
#[cfg(test)]
mod tests;
mod voice;

pub use case::{Cared, Case, Done, How, OpenGoal, Placed, Somebody, Voice, Wait, Waiting};
pub use docket::{Docket, Entry, Heading};
pub use duty::{About, Duty, Since, State, Unknown};
pub use exemption::Exemption;
pub use fact::Fact;
pub use limit::{Break, Limit, breaks_missing, is_school_day, school_days};
pub use lists::list_times;
pub use names::{Called, Names};
pub use rule::{Confidence, CountsFrom, Half, Needs, Own, Rule, RuleScope, Severity, Trigger};
pub use rules::Rules;
pub use said::Gap;

use chrono::NaiveDate;

use crate::domain::checklist::Occasion;
use crate::domain::ids::PersonId;
use crate::domain::visit::calendar::OwnDays;
use case::Chain;
use duty::Frame;

/// The duties of a family on a day, by rule and then oldest first, those met long ago among them.
pub fn duties(case: &Case, rules: &Rules, own: &OwnDays, today: NaiveDate) -> Vec<Duty> {
    let mut all = Vec::new();
    let mut days = Vec::new();
    let cares = case.cares();
    for (place, rule) in rules.used() {
        let (family, exemptions, pauses) = (case.family, case.exemptions.as_slice(), case.pauses.as_slice());
        let frame = Frame { family, rule: place, today, own, rules, exemptions, pauses };
        let found = chains::find(rule, case, &cares, today);
        let times: Vec<Occasion> =
            if rule.items.is_empty() { Vec::new() } else { found.chains.iter().map(lists::time).collect() };
        for mut chain in found.chains.into_iter().filter(|chain| rule.holds(chain.from)) {
            met(rule, case, &chain, frame, &mut days);
            days.extend(lists::dealt_with(rule, case, &times, lists::time(&chain), today));
            match begin(rule, case, &mut chain, &days, frame) {
                Begin::Owed => {}
                Begin::Nothing => continue,
                Begin::Unknown => {
                    let about = (chain.person, chain.record, chain.from, Unknown::BeforeTheFamily);
                    let told = untold(rule, frame, about);
                    let dealt_with = told.and_then(|told| duty::exempted(rule, told.about, frame));
                    all.extend(told);
                    // Dealt with is as good as done: the next time counts from that day.
                    let Some(day) = dealt_with.map(|one| one.exempted_on).filter(|day| chain.from < *day) else {
                        continue;
                    };
                    (chain.from, chain.again) = (day, true);
                }
            }
            if let Some(most) = rule.most {
                all.extend(counted(rule, &chain, &days, most, frame));
                continue;
            }
            days.dedup();
            if rule.trigger == Trigger::ParentSeparated {
                chain.count = tried(case, &chain, today);
            }
            duty::schedule(rule, &chain, &days, frame, &mut all);
        }
        all.extend(found.unknown.into_iter().filter_map(|about| untold(rule, frame, about)));
        if rule.trigger == Trigger::ConsiderationNear {
            voice::asked(rule, case, frame, &mut all);
        }
    }
    all
}

/// Whether a chain has a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// It has.
    Owed,
    /// It was no duty of this unit.
    Nothing,
    /// Nobody can tell from when it counts.
    Unknown,
}

/// What fell due before the family came is not the unit's, unless it comes again: then it counts from the day the
/// family came, or, where a statute asks for it, from the first time that somebody wrote down. What had ended by then
/// is over.
fn begin(rule: &Rule, case: &Case, chain: &mut Chain<'_>, days: &[NaiveDate], frame: Frame<'_>) -> Begin {
    let Some(due) = rule.within.map(|limit| limit.from(chain.from, frame.own)) else { return Begin::Owed };
    // A task, a restriction, a birthday are what they are whenever the family came.
    let by_itself = rule.trigger == Trigger::ChildBorn || rule.trigger.is_of_a_record();
    if by_itself || due >= case.started_on {
        return Begin::Owed;
    }
    if rule.then.is_none() || chain.until.is_some_and(|until| until < case.started_on) {
        return Begin::Nothing;
    }
    if rule.scope != RuleScope::Statute {
        chain.from = case.started_on;
        return Begin::Owed;
    }
    let dealt_with = dealt_with(rule, chain, frame);
    match days.first() {
        Some(first) if dealt_with.is_none_or(|day| *first <= day) => {
            (chain.from, chain.again) = (*first, true);
            Begin::Owed
        }
        _ if dealt_with.is_some() || chain.until.is_none_or(|until| frame.today <= until) => Begin::Unknown,
        _ => Begin::Nothing,
    }
}

/// The day on which somebody said that what fell due before the family came need not be met; the next time counts from
/// it, unless it was met before.
fn dealt_with(rule: &Rule, chain: &Chain<'_>, frame: Frame<'_>) -> Option<NaiveDate> {
    let about = About { person: chain.person, record: chain.record, counted_from: chain.from };
    duty::exempted(rule, about, frame).map(|one| one.exempted_on)
}

/// The days up to today on which what a rule asks for was done about a chain, in order, into `days`.
fn met(rule: &Rule, case: &Case, chain: &Chain<'_>, frame: Frame<'_>, days: &mut Vec<NaiveDate>) {
    days.clear();
    match rule.needs {
        Needs::Any => rule.met_by.iter().for_each(|fact| met_with(*fact, rule, case, chain, frame, days)),
        Needs::All => {
            let (mut last, mut found) = (None, Vec::new());
            for fact in &rule.met_by {
                found.clear();
                met_with(*fact, rule, case, chain, frame, &mut found);
                let Some(first) = found.iter().min() else { return };
                last = last.max(Some(*first));
            }
            days.extend(last);
        }
    }
    days.sort_unstable();
}

/// The days on which one of the facts was there. What a record says of itself counts whenever it was: a task is done
/// before its day, a supporter named before the visit.
fn met_with(fact: Fact, rule: &Rule, case: &Case, chain: &Chain<'_>, frame: Frame<'_>, days: &mut Vec<NaiveDate>) {
    let past = |day: &NaiveDate| *day <= frame.today;
    match fact {
        Fact::Answered
        | Fact::Considered
        | Fact::Decided
        | Fact::Seen
        | Fact::SupporterNamed
        | Fact::Done
        | Fact::GoalStepped
        | Fact::GoalMade
        | Fact::Talked
        | Fact::ChildWord => {
            days.extend(chain.met_on.iter().copied().filter(past));
        }
        // With the same instrument again.
        Fact::Measurement
            if rule.trigger == Trigger::TurnTaken || rule.trigger == Trigger::Measured && chain.record != 0 =>
        {
            days.extend(chain.met_on.iter().copied().filter(past));
        }
        Fact::SchoolStarted => days.extend(school_started(rule, case, chain).filter(past)),
        Fact::PlacementEnded | Fact::CareEnded => days.extend(chain.ended_on.filter(past)),
        // As soon as it is written there is nothing to ask; what is ticked of a list is looked at by itself.
        Fact::ParentWritten | Fact::Checklist => {}
        Fact::FamilyClosed => days.extend(case.closed().filter(past)),
        _ => {
            // What it begins with does not meet it on the same day.
            let begins = match rule.trigger {
                Trigger::MapDrawn | Trigger::Measured | Trigger::PlanMade => {
                    chain.from.succ_opt().unwrap_or(chain.from)
                }
                _ => rule.early.map_or(chain.from, |early| early.before(chain.from, frame.own)),
            };
            let counts = |done: &&Done| {
                done.what == fact
                    && done.how == How::Well
                    && (done.person.is_none() || chain.person.is_none() || done.person == chain.person)
                    && begins <= done.on
            };
            days.extend(case.done.iter().filter(counts).map(|done| done.on).filter(past));
        }
    }
}

/// The first day in school, of the placement that a chain counts from, or of those in the same home after it.
fn school_started(rule: &Rule, case: &Case, chain: &Chain<'_>) -> Option<NaiveDate> {
    let in_home = |one: &&Placed| {
        one.id == chain.record
            || rule.counts_from() == CountsFrom::Home
                && Some(one.child) == chain.person
                && chain.from <= one.from
                && chain.ended_on.is_none_or(|until| one.from <= until)
    };
    case.placements.iter().filter(in_home).filter_map(|one| one.school_started_on).min()
}

/// How often somebody tried to reach a parent in vain, since the care began and as long as it lasted.
fn tried(case: &Case, chain: &Chain<'_>, today: NaiveDate) -> u32 {
    let in_vain = |done: &&Done| {
        done.what == Fact::CrisisTalk
            && done.how == How::InVain
            && (chain.from..=chain.until.unwrap_or(today).min(today)).contains(&done.on)
            && (done.person.is_none() || done.person == chain.person)
    };
    case.done.iter().filter(in_vain).count().try_into().unwrap_or(u32::MAX)
}

/// What may be done so many times at most: met while it is not more, late from the first that is too many.
fn counted(rule: &Rule, chain: &Chain<'_>, days: &[NaiveDate], most: u32, frame: Frame<'_>) -> Option<Duty> {
    let days = &days[..days.partition_point(|day| chain.until.is_none_or(|until| *day <= until))];
    let mut one = Vec::new();
    duty::schedule(rule, chain, &days[..days.len().min(1)], frame, &mut one);
    let mut duty = one.pop()?;
    duty.count = days.len().try_into().unwrap_or(u32::MAX);
    let too_many = days.get(usize::try_from(most).ok()?);
    if let Some(day) = too_many.filter(|_| duty.state != State::Exempted) {
        (duty.state, duty.due_on, duty.met_on) = (State::Late, Some(*day), None);
    }
    Some(duty)
}

fn untold(
    rule: &Rule,
    frame: Frame<'_>,
    (person, record, counted_from, why): (Option<PersonId>, i64, NaiveDate, Unknown),
) -> Option<Duty> {
    let about = About { person, record, counted_from };
    let state = if duty::exempted(rule, about, frame).is_some() { State::Exempted } else { State::Unknown };
    let (due_on, met_on, unknown) = (None, None, Some(why));
    let (family, count, since) = (frame.family, 0, Since::Beginning);
    let duty = Duty { rule: frame.rule, family, about, since, due_on, state, met_on, unknown, count };
    rule.holds(counted_from).then_some(duty)
}
