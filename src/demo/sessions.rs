//! A family's sessions: what each was about, who took part, what came of it, and what was written.

mod outcome;
mod passages;
mod topic;

use chrono::{Days, NaiveDate, NaiveTime};

use super::dice::Dice;
use super::notes::Recent;
use super::people::Household;
use super::programme::Programme;
use super::scene::member;
use super::weeks::{Meeting, Strand, meetings};
use crate::domain::codes::{Level, Mode, Outcome, SessionKind, Setting};
use crate::domain::ids::FamilyId;
use crate::domain::session::Session;

use outcome::{Reached, Turnout};
use topic::{Topic, Topics};

const LEVEL: [(u32, Option<Level>); 4] =
    [(87, Some(Level::Indicated)), (7, Some(Level::Selective)), (1, Some(Level::Universal)), (5, None)];

/// Draws a family's sessions up to today and those planned after it.
pub fn draw(programme: &Programme, household: &Household, today: NaiveDate, dice: &mut Dice) -> Vec<Session> {
    let topics = Topics::new(programme, household);
    let days = meetings(programme, today, dice);
    let mut recent = Recent::default();
    let mut found: Vec<Session> = Vec::with_capacity(days.len());
    for (nth, meeting) in days.iter().enumerate() {
        let Some(topic) = topics.draw(nth, meeting, dice) else { continue };
        let turnout = outcome::draw(meeting, &topic, today, dice);
        let session = session(meeting, topic, turnout, &mut recent, dice);
        found.push(session);
    }
    found.sort_by_key(|session| (session.on, session.start));
    found
}

fn session(meeting: &Meeting, topic: Topic<'_>, turnout: Turnout, recent: &mut Recent, dice: &mut Dice) -> Session {
    let unreached = turnout.reached == Reached::Nobody;
    let mode = if unreached { Mode::Phone } else { topic.mode };
    let minutes = if unreached { 10 } else { minutes(topic.kind, mode, dice) };
    let held = turnout.outcome == Outcome::Held;
    let written = held && dice.chance(96);
    let note = if written { recent.note(topic.passage, topic.endings, &topic.scene, dice) } else { None };
    let next_step = (held && dice.chance(58)).then(|| dice.word(&topic.passage.next).to_owned());
    let back_again = next_step.is_some() && dice.chance(30);
    Session {
        family: FamilyId(0),
        on: meeting.on,
        kind: if unreached { outcome::attempted(topic.kind) } else { topic.kind },
        mode,
        outcome: turnout.outcome,
        start: Some(start(meeting.strand, minutes, dice)),
        minutes,
        cancelled_by: turnout.cancelled_by,
        cancelled_by_person: None,
        reason: turnout.reason,
        areas: if unreached { Vec::new() } else { topic.areas },
        people: if unreached { Vec::new() } else { topic.people.into_iter().map(member).collect() },
        staff: topic.staff,
        level: dice.weighted(&LEVEL),
        setting: Some(setting(topic.kind, dice)),
        follow_up_on: back_again.then(|| follow_up(meeting.on, dice)),
        note,
        next_step,
        goals: Vec::new(),
        despite: None,
        announced: None,
        alone: None,
        told_to: Vec::new(),
    }
}

fn setting(kind: SessionKind, dice: &mut Dice) -> Setting {
    if kind == SessionKind::SharedActivity && dice.chance(50) { Setting::Group } else { Setting::Individual }
}

fn minutes(kind: SessionKind, mode: Mode, dice: &mut Dice) -> u32 {
    match (kind, mode) {
        (_, Mode::Phone) => dice.weighted(&[(30, 15), (30, 20), (30, 30), (10, 45)]),
        (_, Mode::Video) => dice.weighted(&[(40, 30), (60, 45)]),
        (SessionKind::NetworkMeeting, _) => dice.weighted(&[(60, 90), (40, 120)]),
        (SessionKind::SharedActivity, _) => dice.weighted(&[(50, 120), (50, 150)]),
        _ => dice.weighted(&[(20, 45), (45, 60), (20, 75), (15, 90)]),
    }
}

/// A quarter hour between eight in the morning and six in the evening; children are met after school.
fn start(strand: Strand, minutes: u32, dice: &mut Dice) -> NaiveTime {
    let first = match strand {
        Strand::Children => 13 * 4,
        Strand::Parents => 8 * 4,
    };
    let last = 18 * 4 - i64::from(minutes.div_ceil(15));
    let quarter = u32::try_from(dice.between(first, last.max(first))).unwrap_or(52);
    NaiveTime::from_hms_opt(quarter / 4, quarter % 4 * 15, 0).unwrap_or_default()
}

/// The same weekday one to four weeks later.
fn follow_up(on: NaiveDate, dice: &mut Dice) -> NaiveDate {
    on + Days::new(dice.weighted(&[(40, 7), (35, 14), (10, 21), (15, 28)]))
}
