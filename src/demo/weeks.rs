//! On which days a family is met: weekly by turns, with holidays, Christmas and July off and a week missed now and
//! then.

use chrono::{Datelike, Days, NaiveDate};

use super::dice::Dice;
use super::programme::{Programme, Rhythm, back};
use crate::domain::calendar::holiday;
use crate::domain::codes::FamilyStatus;

/// A day on which somebody meets the family.
pub struct Meeting {
    /// The day.
    pub on: NaiveDate,
    /// Who is met.
    pub strand: Strand,
}

/// Who is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strand {
    /// The children, by their supporter.
    Children,
    /// The parents, by theirs.
    Parents,
}

/// How far ahead sessions are planned.
const AHEAD: u64 = 13;

/// The days of a family from its start, and those planned ahead.
pub fn meetings(programme: &Programme, today: NaiveDate, dice: &mut Dice) -> Vec<Meeting> {
    let started_on = programme.family.started_on;
    let last = last_day(programme, today, dice);
    let quiet = match programme.rhythm {
        Rhythm::Steady => None,
        Rhythm::Gap => Some((back(today, dice.between(15, 33)), today)),
        Rhythm::NotYet => Some((started_on, today)),
    };
    let first = dice.between(0, 4);
    let second = (first + dice.between(1, 4)) % 5;
    let mut found: Vec<Meeting> = Vec::new();
    let mut monday = started_on - Days::new(u64::from(started_on.weekday().num_days_from_monday()));
    let mut turn = dice.below(2);
    while monday <= last {
        turn += 1;
        if !dice.chance(missed(monday, today)) {
            let twice = dice.chance(76);
            for strand in [Strand::Children, Strand::Parents] {
                let (usual, turns) = match strand {
                    Strand::Children => (first, 0),
                    Strand::Parents => (second, 1),
                };
                if turn % 2 == turns || twice {
                    let day = if dice.chance(82) { usual } else { dice.between(0, 4) };
                    found.push(Meeting { on: monday + Days::new(day.unsigned_abs()), strand });
                }
            }
        }
        monday = monday + Days::new(7);
    }
    found.retain(|meeting| {
        let on = meeting.on;
        let held = on >= started_on && on <= last;
        held && holiday(on).is_none() && quiet.is_none_or(|(from, to)| on < from || on > to)
    });
    found.sort_by_key(|meeting| meeting.on);
    found.dedup_by_key(|meeting| meeting.on);
    found
}

fn last_day(programme: &Programme, today: NaiveDate, dice: &mut Dice) -> NaiveDate {
    let family = &programme.family;
    match family.status {
        FamilyStatus::Active | FamilyStatus::Enquiry => today + Days::new(AHEAD),
        FamilyStatus::Paused => back(today, dice.between(12, 70)),
        FamilyStatus::Closed => family.closed_on.unwrap_or(today).min(back(today, 1)),
    }
}

/// How many weeks out of a hundred like this are missed.
fn missed(monday: NaiveDate, today: NaiveDate) -> u32 {
    let thursday = monday + Days::new(3);
    match (thursday.month(), thursday.day()) {
        (12, 22..) | (1, ..7) => 90,
        (7, _) => 80,
        (8, ..8) => 30,
        _ if monday > today => 14,
        _ => 7,
    }
}
