//! The session that a line makes once every part of it is understood.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::codes::{Area, CancelledBy, Mode, Outcome, SessionKind};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::session::{GoalMark, Session};

use super::RecordKind;
use super::part::{Meaning, Part};

/// A session as a line tells it, with the name of its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    /// Whose session.
    pub family: FamilyName,
    /// The session; who of the staff held it, its level and its setting are not for the line to say.
    pub session: Session,
}

/// A day further away than this, in days, is asked about: it is often last year's that was not meant.
const FAR: i64 = 90;

impl SessionLine {
    /// How many days the session is from today, before it if negative, where that is so far that it may be a slip.
    pub fn far_days(&self, today: NaiveDate) -> Option<i64> {
        Some((self.session.on - today).num_days()).filter(|days| days.abs() > FAR)
    }
}

/// The session that parts make which are all understood.
pub fn assemble(parts: &[Part], family: &FamilyName, today: NaiveDate) -> SessionLine {
    let (mut outcome, mut mode) = (None, None);
    let mut session = Session::new(family.id, today, SessionKind::Conversation, Outcome::Held);
    for part in parts {
        match &part.meaning {
            Meaning::Kind(_) | Meaning::Family(_) | Meaning::Fault(_) => {}
            Meaning::People(people) => people.iter().for_each(|member| add(&mut session.people, member.id)),
            Meaning::Day(day) => session.on = *day,
            Meaning::Time { start, minutes } => {
                session.start = Some(*start);
                session.minutes = minutes.unwrap_or(session.minutes);
            }
            Meaning::Length(minutes) => session.minutes = *minutes,
            Meaning::Mode(told) => mode = Some(*told),
            Meaning::AsLast(last) => {
                session.mode = last.mode;
                last.people.iter().for_each(|member| add(&mut session.people, member.id));
            }
            Meaning::About(kind) => session.kind = *kind,
            Meaning::Area(area) => add(&mut session.areas, *area),
            Meaning::Goal(mark) => touch(&mut session.goals, *mark),
            Meaning::Outcome(mark) => {
                outcome = Some(mark.outcome);
                session.cancelled_by = mark.cancelled_by;
                session.cancelled_by_person = mark.person.as_ref().map(|person| person.id);
                session.reason.clone_from(&mark.reason);
            }
            Meaning::FollowUp(day) => session.follow_up_on = Some(*day),
            Meaning::Despite(why) => session.despite = Some(why.clone()),
            Meaning::Note(note) if note.is_empty() => {}
            Meaning::Note(note) => session.note = Some(note.clone()),
            // No reader of a session's line says any of this.
            Meaning::Child(_)
            | Meaning::Pattern { .. }
            | Meaning::Stay { .. }
            | Meaning::Until(_)
            | Meaning::Times(_)
            | Meaning::Week53(_)
            | Meaning::Without(..)
            | Meaning::Step(_)
            | Meaning::Supporters(_)
            | Meaning::Unsupported
            | Meaning::Place(_)
            | Meaning::Contact(_)
            | Meaning::Words(_)
            | Meaning::Actor(_)
            | Meaning::Stands(_)
            | Meaning::Consent(_)
            | Meaning::Who(_) => {}
        }
    }
    let by_day = if session.on <= today { Outcome::Held } else { Outcome::Planned };
    session.outcome = outcome.unwrap_or(by_day);
    // What the line says itself stands before what was so last time.
    session.mode = mode.unwrap_or(session.mode);
    SessionLine { family: family.clone(), session }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Adds a goal, or adds to what is said of it: `mål2=+1 mål2=klart` is one goal. Whether two marks agree is settled
/// before.
fn touch(goals: &mut Vec<GoalMark>, mark: GoalMark) {
    match goals.iter_mut().find(|known| known.goal == mark.goal) {
        Some(known) => {
            known.attainment = known.attainment.or(mark.attainment);
            known.done |= mark.done;
        }
        None => goals.push(mark),
    }
}

/// What a line was understood as, in the terms and the order of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SessionJson {
    kind: &'static str,
    family: String,
    case_ref: String,
    date: NaiveDate,
    start: Option<String>,
    minutes: u32,
    mode: Mode,
    session_kind: SessionKind,
    people: Vec<String>,
    areas: Vec<Area>,
    goals: Vec<GoalMark>,
    outcome: Outcome,
    cancelled_by: Option<CancelledBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cancelled_by_person: Option<String>,
    reason: Option<String>,
    follow_up: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    despite: Option<String>,
    note: Option<String>,
}

/// The session as plain data; the members are those of its family, for their given names.
pub fn json(line: &SessionLine, members: &[MemberName]) -> SessionJson {
    let session = &line.session;
    let reference = |id| members.iter().find(|member| member.id == id).map(|member| member.reference.clone());
    let given_name =
        |id| members.iter().find(|member| member.id == id).map(|member| member.given_name.shown(Setting::Team));
    SessionJson {
        kind: RecordKind::Session.code(),
        family: line.family.name.clone(),
        case_ref: line.family.case_ref.clone(),
        date: session.on,
        start: session.start.map(|start| start.format("%H:%M").to_string()),
        minutes: session.minutes,
        mode: session.mode,
        session_kind: session.kind,
        people: session.people.iter().filter_map(|id| given_name(*id)).collect(),
        areas: session.areas.clone(),
        goals: session.goals.clone(),
        outcome: session.outcome,
        cancelled_by: session.cancelled_by,
        cancelled_by_person: session.cancelled_by_person.and_then(reference),
        reason: session.reason.clone(),
        follow_up: session.follow_up_on,
        despite: session.despite.clone(),
        note: session.note.clone(),
    }
}
