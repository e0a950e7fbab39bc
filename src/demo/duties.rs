//! The notes of a team that keeps its duties: its own rules say what was due, and most of it was done in time.
//! Some of it was done late, a little never. What nobody but the family's other records can meet is left to them.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

use super::dice::Dice;
use super::people::Household;
use super::scene::member;
use crate::domain::calendar::holiday;
use crate::domain::codes::{Mode, Outcome, SessionKind};
use crate::domain::deadlines::{self, About, Case, Done, Duty, Fact, How, Placed, Rules, Somebody};
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::session::Session;
use crate::domain::visit::calendar::OwnDays;

/// What fell due within so many days is as it is: the last days are never quite in order.
const FRESH: i64 = 3;

/// What was done, as events and as sessions.
#[derive(Default)]
pub struct Kept {
    /// Events, with people by their places.
    pub events: Vec<Event>,
    /// Sessions, with people by their places.
    pub sessions: Vec<Session>,
}

/// Draws what was done of a family's duties. `crisis` are those who call parents.
pub fn draw(
    family: &Family,
    household: &Household,
    sessions: &[Session],
    crisis: &[String],
    today: NaiveDate,
    dice: &mut Dice,
) -> Kept {
    let rules = Rules::shipped();
    let own = OwnDays::default();
    let mut case = case(family, household, sessions);
    let mut kept = Kept::default();
    let mut passed_over: Vec<(usize, About)> = Vec::new();
    // Every turn meets a duty or passes it over, so it ends; a life has no more of them than this.
    for _ in 0..200 {
        let waiting = deadlines::duties(&case, rules, &own, today).into_iter().find(|duty| {
            let known = passed_over.contains(&(duty.rule, duty.about));
            // What is measured has its own part of the demo.
            let fact = rules.all().get(duty.rule).and_then(|rule| rule.met_by.first());
            let known = known || matches!(fact, Some(Fact::SupportAssessed | Fact::ParentAsked));
            duty.state.is_waiting() && duty.unknown.is_none() && !known
        });
        let Some(duty) = waiting else { break };
        let fact = rules.all().get(duty.rule).and_then(|rule| rule.met_by.first().copied());
        let on = done_on(&duty, today, dice);
        let met = on.and_then(|on| workday(on, duty.about.counted_from, family, today));
        match (fact, on, met) {
            (Some(Fact::CrisisTalk | Fact::NeutralCrisisTalk), _, Some(on)) => {
                let session = call(&duty, on, crisis, dice);
                case.done.extend([Fact::CrisisTalk, Fact::NeutralCrisisTalk].map(|what| done(what, on, &duty)));
                kept.sessions.push(session);
            }
            (Some(Fact::FollowUp), _, Some(on)) => {
                case.done.push(done(Fact::FollowUp, on, &duty));
                kept.sessions.push(Session {
                    start: start(dice),
                    people: duty.about.person.into_iter().collect(),
                    staff: family.child_support.iter().take(1).cloned().collect(),
                    ..Session::new(FamilyId(0), on, SessionKind::FollowUp, Outcome::Held)
                });
            }
            (Some(Fact::Event(_)), Some(on), _) => {
                let rule = &rules.all()[duty.rule];
                for fact in rule.met_by.iter().take(if rule.needs == deadlines::Needs::All { 2 } else { 1 }) {
                    let Fact::Event(kind) = *fact else { continue };
                    case.done.push(done(*fact, on, &duty));
                    kept.events.push(Event {
                        family: FamilyId(0),
                        kind,
                        on,
                        person: duty.about.person,
                        answered_on: None,
                        note: None,
                    });
                }
            }
            _ => {
                passed_over.push((duty.rule, duty.about));
                continue;
            }
        }
        case.done.sort_by_key(|done| done.on);
    }
    kept
}

/// The day on which a duty was done, if it was.
fn done_on(duty: &Duty, today: NaiveDate, dice: &mut Dice) -> Option<NaiveDate> {
    let from = duty.about.counted_from;
    let Some(due) = duty.due_on else {
        // What has no last day is done in the first weeks, or stays open.
        let on = from.checked_add_days(Days::new(dice.between(1, 21).unsigned_abs()))?;
        return (on <= today && dice.chance(93)).then_some(on);
    };
    let past = (today - due).num_days();
    if past < FRESH || !dice.chance(if past < 30 { 85 } else { 98 }) {
        return None;
    }
    let span = (due - from).num_days();
    let slack = dice.weighted(&[(45, span / 20), (30, span / 10), (18, span / 6), (7, -span / 12 - 1)]);
    let on = if slack >= 0 {
        due.checked_sub_days(Days::new(slack.unsigned_abs()))?
    } else {
        due.checked_add_days(Days::new(slack.unsigned_abs()))?
    };
    Some(on.clamp(from, today))
}

fn done(what: Fact, on: NaiveDate, duty: &Duty) -> Done {
    Done { what, on, person: duty.about.person, how: How::Well }
}

fn call(duty: &Duty, on: NaiveDate, crisis: &[String], dice: &mut Dice) -> Session {
    Session {
        mode: Mode::Phone,
        start: start(dice),
        minutes: dice.weighted(&[(30, 15), (40, 20), (30, 30)]),
        people: duty.about.person.into_iter().collect(),
        staff: dice.pick(crisis).cloned().into_iter().collect(),
        ..Session::new(FamilyId(0), on, SessionKind::CrisisSupport, Outcome::Held)
    }
}

/// The working day on which people met: that day or one before it, else one after it.
fn workday(on: NaiveDate, from: NaiveDate, family: &Family, today: NaiveDate) -> Option<NaiveDate> {
    let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday(*day).is_none();
    let first = from.max(family.started_on);
    let last = family.closed_on.unwrap_or(today).min(today.pred_opt()?);
    let before = std::iter::successors(Some(on), NaiveDate::pred_opt).take_while(|day| *day >= first);
    let after = std::iter::successors(on.succ_opt(), NaiveDate::succ_opt).take_while(|day| *day <= last);
    before.chain(after).filter(|day| (first..=last).contains(day)).find(works)
}

/// A quarter hour of the working day.
fn start(dice: &mut Dice) -> Option<NaiveTime> {
    let quarter = u32::try_from(dice.between(36, 63)).unwrap_or(40);
    NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0)
}

/// The family as rules see it, its people by their places.
fn case(family: &Family, household: &Household, sessions: &[Session]) -> Case {
    let people = household.people.iter().enumerate().map(|(place, person)| Somebody {
        id: member(place),
        role: person.member.role,
        guardian: person.member.guardian,
        birth_on: person.member.birth_on,
    });
    let mut placements: Vec<Placed> = (1..)
        .zip(&household.placements)
        .map(|(id, one)| Placed {
            id,
            child: one.person,
            kind: one.kind,
            basis: one.legal_basis,
            from: one.started_on,
            until: one.ended_on,
            end_reason: one.end_reason,
            home: None,
            hidden: one.hidden_location,
            school_change: one.school_change,
            school_started_on: one.school_started_on,
        })
        .collect();
    placements.sort_by_key(|one| (one.from, one.id));
    let held = sessions.iter().filter(|session| session.outcome == Outcome::Held);
    let is_child = |person: &PersonId| {
        let found = household.people.iter().enumerate().find(|(place, _)| member(*place) == *person);
        found.is_some_and(|(_, person)| person.member.is_child())
    };
    let done = held.flat_map(|session| facts(session, &is_child)).collect();
    Case {
        status: family.status,
        closed_on: family.closed_on,
        people: people.collect(),
        placements,
        done,
        ..Case::new(FamilyId(0), family.started_on)
    }
}

/// What a session that was held counts as.
fn facts(session: &Session, is_child: &dyn Fn(&PersonId) -> bool) -> Vec<Done> {
    let what = match session.kind {
        SessionKind::CrisisSupport => Fact::CrisisTalk,
        SessionKind::FollowUp => Fact::FollowUp,
        _ => {
            let children = session.people.iter().filter(|person| is_child(person)).count();
            let nobody = session.people.is_empty();
            let with = [
                Some(Fact::SessionWithChild).filter(|_| nobody || children > 0),
                Some(Fact::SessionWithParent).filter(|_| nobody || children < session.people.len()),
            ];
            let done = |what| Done { what, on: session.on, person: None, how: How::Well };
            return with.into_iter().flatten().map(done).collect();
        }
    };
    let of = |person: &PersonId| Done { what, on: session.on, person: Some(*person), how: How::Well };
    session.people.iter().map(of).collect()
}
