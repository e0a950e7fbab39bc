//! The five areas of a person by what was measured, whichever the instruments: first and latest, and whether weak.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::score::scores;
use super::trend::{Point, Standing, Turn};
use super::{Instrument, Measurement};
use crate::domain::codes::{Area, Code, Rater};
use crate::domain::ids::PersonId;

/// What was measured of an area of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AreaMeasured {
    /// The mean at first.
    pub first: Option<f64>,
    /// The mean at last; that at first where it was measured once.
    pub latest: Option<f64>,
    /// Whether it was measured more than once.
    pub is_again: bool,
    /// Whether it is weak by the last.
    pub is_weak: bool,
    /// Which way it has gone, where a change counts.
    pub turn: Option<Turn>,
}

/// What was measured of each area of somebody by their own marks; of several instruments the one that was asked last.
pub fn by_area(standings: &[Standing], person: PersonId) -> BTreeMap<Area, AreaMeasured> {
    let mut all: BTreeMap<Area, (NaiveDate, AreaMeasured)> = BTreeMap::new();
    for one in standings.iter().filter(|one| one.person == person && one.rater == Rater::Person) {
        let (Some(area), Some(first), Some(latest)) = (Area::from_code(&one.area), one.first(), one.latest()) else {
            continue;
        };
        // Hundredths of a scale of at most ten steps are whole in such a number.
        #[allow(clippy::cast_precision_loss)]
        let value = |point: &Point| point.score.value.map(|value| value.rounded() as f64 / 100.0);
        let measured = AreaMeasured {
            first: value(first),
            latest: value(latest),
            is_again: one.change().is_some(),
            is_weak: one.is_weak(),
            turn: one.turn,
        };
        if all.get(&area).is_none_or(|(on, _)| *on <= latest.on) {
            all.insert(area, (latest.on, measured));
        }
    }
    all.into_iter().map(|(area, (_, measured))| (area, measured)).collect()
}

/// The areas that come to something by one measurement, and whether each is weak.
pub fn areas_of(instrument: &Instrument, measured: &Measurement) -> Vec<(Area, bool)> {
    let told = scores(instrument, measured).into_iter().filter(|score| score.value.is_some());
    told.filter_map(|score| Some((Area::from_code(&score.area)?, score.is_weak))).collect()
}
