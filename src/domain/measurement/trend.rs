//! How it has gone since the first measurement: for each person, area and rater, and for a group of people.

use chrono::NaiveDate;

use super::instrument::Instrument;
use super::score::{Hundredths, Score, scores};
use super::{Instruments, Measurement};
use crate::domain::codes::Rater;
use crate::domain::ids::PersonId;

/// What an area came to on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub on: NaiveDate,
    /// What it came to.
    pub score: Score,
}

/// Which way it has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// By a change that counts.
    Better,
    /// By a change that counts.
    Worse,
    /// By less than that.
    Same,
}

/// How an area stands for somebody, by whose marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Whom it is about.
    pub person: PersonId,
    /// The instrument, by name.
    pub instrument: String,
    /// The area.
    pub area: String,
    /// Whose marks.
    pub rater: Rater,
    /// What it came to each time, oldest first.
    pub points: Vec<Point>,
    /// Which way it has gone from the first to the latest that came to something; none of fewer than two, and where no
    /// change counts.
    pub turn: Option<Turn>,
}

impl Standing {
    /// The first that came to something.
    pub fn first(&self) -> Option<&Point> {
        self.points.iter().find(|point| point.score.value.is_some())
    }

    /// The latest that did.
    pub fn latest(&self) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.score.value.is_some())
    }

    /// How many times it was measured.
    pub fn times(&self) -> usize {
        self.points.len()
    }

    /// Whether it is weak by the latest.
    pub fn is_weak(&self) -> bool {
        self.latest().is_some_and(|point| point.score.is_weak)
    }

    /// From the first to the latest, in hundredths.
    pub fn change(&self) -> Option<i64> {
        changed(&self.points).map(Hundredths::rounded)
    }
}

fn changed(points: &[Point]) -> Option<Hundredths> {
    let valued: Vec<Hundredths> = points.iter().filter_map(|point| point.score.value).collect();
    match valued.as_slice() {
        [first, .., latest] => Some(latest.minus(*first)),
        _ => None,
    }
}

/// How everybody stands of whom there are measurements, in the order in which these stand; each person's oldest first.
pub fn standings<'m>(instruments: &Instruments, measured: impl IntoIterator<Item = &'m Measurement>) -> Vec<Standing> {
    let mut all: Vec<Standing> = Vec::new();
    for one in measured {
        let Some(instrument) = instruments.named(&one.instrument) else { continue };
        for score in scores(instrument, one) {
            let point = Point { on: one.on, score };
            let key = (one.person, one.instrument.as_str(), point.score.area.as_str(), one.rater);
            let is =
                |known: &Standing| (known.person, known.instrument.as_str(), known.area.as_str(), known.rater) == key;
            match all.iter().position(is) {
                Some(place) => all[place].points.push(point),
                None => all.push(Standing {
                    person: one.person,
                    instrument: one.instrument.clone(),
                    area: point.score.area.clone(),
                    rater: one.rater,
                    points: vec![point],
                    turn: None,
                }),
            }
        }
    }
    for standing in &mut all {
        standing.points.sort_by_key(|point| point.on);
        standing.turn = instruments.named(&standing.instrument).and_then(|of| turn(of, &standing.points));
    }
    all
}

fn turn(instrument: &Instrument, points: &[Point]) -> Option<Turn> {
    let (change, counts) = (changed(points)?.rounded(), instrument.scoring.change_that_counts?);
    Some(match change {
        change if change >= counts => Turn::Better,
        change if change <= -counts => Turn::Worse,
        _ => Turn::Same,
    })
}

/// How an area stands for a group of people, by whose marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The instrument, by name.
    pub instrument: String,
    /// The area.
    pub area: String,
    /// Whose marks.
    pub rater: Rater,
    /// How many people came to something, and the mean of their latest, in hundredths.
    pub latest: (usize, i64),
    /// How many came to something more than once, and the means of their first and of their latest.
    pub both: Option<(usize, i64, i64)>,
    /// How many of those it went better for, as much, and worse.
    pub turns: (usize, usize, usize),
}

/// How people stand together, with how many they are. Before and after are compared of the same people only.
pub fn group(standings: &[Standing]) -> Vec<Group> {
    let mut keys: Vec<(&str, &str, Rater)> = Vec::new();
    for one in standings {
        let key = (one.instrument.as_str(), one.area.as_str(), one.rater);
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let of_group = |(instrument, area, rater): (&str, &str, Rater)| {
        let is = |one: &&Standing| (one.instrument.as_str(), one.area.as_str(), one.rater) == (instrument, area, rater);
        let of: Vec<&Standing> = standings.iter().filter(is).collect();
        let value = |point: Option<&Point>| point.and_then(|point| point.score.value);
        let latest: Vec<Hundredths> = of.iter().filter_map(|one| value(one.latest())).collect();
        let twice = of.iter().filter(|one| one.points.iter().filter(|point| point.score.value.is_some()).count() > 1);
        let pairs: Vec<(Hundredths, Hundredths)> =
            twice.filter_map(|one| value(one.first()).zip(value(one.latest()))).collect();
        let firsts: Vec<Hundredths> = pairs.iter().map(|(first, _)| *first).collect();
        let lasts: Vec<Hundredths> = pairs.iter().map(|(_, last)| *last).collect();
        let count = |turn| of.iter().filter(|one| one.turn == Some(turn)).count();
        Some(Group {
            instrument: instrument.to_owned(),
            area: area.to_owned(),
            rater,
            latest: (latest.len(), mean(&latest)?),
            both: mean(&firsts).zip(mean(&lasts)).map(|(first, last)| (pairs.len(), first, last)),
            turns: (count(Turn::Better), count(Turn::Same), count(Turn::Worse)),
        })
    };
    keys.into_iter().filter_map(of_group).collect()
}

/// The mean of several, in hundredths. It is reckoned with the denominators of at most ten questions each, which have a
/// common one of 2520; sums in between are kept over it.
fn mean(values: &[Hundredths]) -> Option<i64> {
    const COMMON: i64 = 2520;
    let parts: i64 = values.iter().map(|value| value.in_parts_of(COMMON)).sum();
    let many = i64::try_from(values.len()).ok()?;
    Some(Hundredths::of(parts, COMMON)?.over(many)?.rounded())
}
