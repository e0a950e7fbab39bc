//! What answers come to: a mean or a sum of an area, or how many there are of each.
//!
//! All of it is reckoned in fractions, and rounded once to hundredths, half away from zero: two steps on one of three
//! questions is a change of 0.67, and not of the 0.66 that two rounded means are apart. `tests/data/measurement` holds
//! what somebody else's program makes of the same answers.

use super::instrument::{Instrument, WHOLE};
use super::parts::{Direction, How, Item, Per};
use super::walk::Held;
use super::{Measurement, is_asked};

/// A fraction; the denominator is greater than 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hundredths {
    numerator: i64,
    denominator: i64,
}

impl Hundredths {
    pub(super) fn of(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator > 0).then_some(Self { numerator, denominator })
    }

    /// Rounded to hundredths, half away from zero.
    pub fn rounded(self) -> i64 {
        let (many, by) = (self.numerator * 100, self.denominator);
        let size = (2 * many.abs() + by) / (2 * by);
        if many < 0 { -size } else { size }
    }

    /// Whether it is so many hundredths or less, without rounding.
    pub(super) fn is_at_most(self, hundredths: i64) -> bool {
        self.numerator * 100 <= hundredths * self.denominator
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self {
            numerator: self.numerator * other.denominator - other.numerator * self.denominator,
            denominator: self.denominator * other.denominator,
        }
    }

    /// In parts of a whole, rounded where it is no whole number of them.
    pub(super) fn in_parts_of(self, common: i64) -> i64 {
        (2 * self.numerator * common + self.denominator).div_euclid(2 * self.denominator)
    }

    pub(super) fn over(self, many: i64) -> Option<Self> {
        Self::of(self.numerator, self.denominator * many)
    }
}

/// What an area comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The area's key; [`WHOLE`] where all of it is counted together.
    pub area: String,
    /// How many of its questions were answered on the scale.
    pub answered: usize,
    /// How many were asked.
    pub of: usize,
    /// What it comes to; nothing where too few were answered, and where answers are only counted.
    pub value: Option<Hundredths>,
    /// How many answers there are at each step, least first.
    pub counts: Vec<usize>,
    /// Whether it is weak.
    pub is_weak: bool,
}

/// What a measurement comes to, area by area in the order of the questions.
pub fn scores(instrument: &Instrument, measured: &Measurement) -> Vec<Score> {
    let areas = instrument.counted_areas();
    areas.into_iter().map(|area| score(instrument, measured, area)).collect()
}

fn score(instrument: &Instrument, measured: &Measurement, area: &str) -> Score {
    let scoring = &instrument.scoring;
    let is_of = |item: &&Item| {
        let there = area == WHOLE && scoring.per == Per::Whole || item.area.as_deref() == Some(area);
        there && instrument.counts(item) && is_asked(instrument, item, &measured.answers)
    };
    let items: Vec<&Item> = instrument.items.iter().filter(is_of).collect();
    let (least, most) = instrument.scale.as_ref().map_or((0, 0), |scale| (scale.least, scale.most));
    let step = |item: &&Item| match Held::of(item, measured.answer(&item.key)?) {
        Held::Step(step) if (least..=most).contains(&step) => Some(match instrument.direction(item) {
            Direction::LowerIsBetter => least + most - step,
            _ => step,
        }),
        _ => None,
    };
    let steps: Vec<i64> = items.iter().filter_map(step).collect();
    let sum: i64 = steps.iter().sum();
    let enough = steps.len() >= scoring.least_answered.unwrap_or(1).max(1);
    let value = match scoring.how {
        How::Mean => Hundredths::of(sum, i64::try_from(steps.len()).unwrap_or(0)),
        // A sum of less than all says less than it looks like.
        How::Sum if steps.len() == items.len() => Hundredths::of(sum * i64::from(scoring.times.unwrap_or(1)), 1),
        How::Sum | How::Counts => None,
    };
    let value = value.filter(|_| enough);
    let counts = (least..=most).map(|step| steps.iter().filter(|one| **one == step).count()).collect();
    let is_weak = value.zip(scoring.weak_at_most).is_some_and(|(value, weak)| value.is_at_most(weak));
    Score { area: area.to_owned(), answered: steps.len(), of: items.len(), value, counts, is_weak }
}
