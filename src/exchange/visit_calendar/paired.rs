//! Which time of an event that a calendar tells is which one that it told before.
//!
//! It is the one that the series gave at the same time; else, where each has only one left, of the same day, then of
//! the same week: a series that was moved moves its visits. A single event is itself, whenever it is now.

use chrono::{Datelike, IsoWeek, NaiveDate, NaiveDateTime};

use crate::domain::visit::CalendarEvent;
use crate::exchange::ical::Timed;

/// For each time that is told now, the one of those known before, all of the same event. Beyond the same time only
/// those are asked that lie within the days.
pub(super) fn paired(
    known: &[&CalendarEvent],
    told: &[&Timed],
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; told.len()];
    let mut free: Vec<usize> = (0..known.len()).collect();
    for (time, pair) in told.iter().zip(&mut pairs) {
        *pair = free.iter().position(|one| known[*one].given == time.given).map(|place| free.remove(place));
    }
    if let ([one], [None], [time]) = (free.as_slice(), pairs.as_slice(), told)
        && !time.said.repeats
        && !time.said.is_exception
    {
        return vec![Some(*one)];
    }
    free.retain(|one| (first..=last).contains(&known[*one].given.date()));
    only_ones(known, told, &mut free, &mut pairs, |given: NaiveDateTime| given.date());
    only_ones(known, told, &mut free, &mut pairs, |given: NaiveDateTime| -> IsoWeek { given.iso_week() });
    pairs
}

/// Pairs those that are the only ones left of their day or week on both sides.
fn only_ones<K: PartialEq>(
    known: &[&CalendarEvent],
    told: &[&Timed],
    free: &mut Vec<usize>,
    pairs: &mut [Option<usize>],
    of: impl Fn(NaiveDateTime) -> K,
) {
    let unpaired: Vec<usize> = (0..told.len()).filter(|time| pairs[*time].is_none()).collect();
    for time in &unpaired {
        let key = of(told[*time].given);
        let likes: Vec<usize> = free.iter().copied().filter(|one| of(known[*one].given) == key).collect();
        let is_only = unpaired.iter().filter(|other| of(told[**other].given) == key).count() == 1;
        if let ([one], true) = (likes.as_slice(), is_only) {
            pairs[*time] = Some(*one);
            free.retain(|left| left != one);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::exchange::ical::Said;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(&format!("{text}:00"), "%Y-%m-%d %H:%M").unwrap()
    }

    /// In December 2026: which known one each that is told is.
    fn found(known: &[&str], told: &[&str], repeats: bool) -> Vec<Option<usize>> {
        let event = |given: &&str| CalendarEvent {
            calendar: None,
            uid: "a".to_owned(),
            given: at(given),
            from: at(given),
            until: at(given),
            sequence: 0,
        };
        let said = Rc::new(Said { repeats, ..Said::default() });
        let time = |given: &&str| Timed { from: at(given), until: at(given), given: at(given), said: Rc::clone(&said) };
        let (known, told): (Vec<_>, Vec<_>) = (known.iter().map(event).collect(), told.iter().map(time).collect());
        let days = ("2026-12-01".parse().unwrap(), "2026-12-31".parse().unwrap());
        paired(&known.iter().collect::<Vec<_>>(), &told.iter().collect::<Vec<_>>(), days)
    }

    #[test]
    fn a_time_is_the_one_that_was_told_before() {
        let weekly = ["2026-12-01 15", "2026-12-08 15", "2026-12-15 15"];
        for (known, told, repeats, expected) in [
            (&weekly[..], &weekly[..], true, vec![Some(0), Some(1), Some(2)]),
            (&weekly, &["2026-12-08 15", "2026-12-15 15", "2026-12-22 15"], true, vec![Some(1), Some(2), None]),
            // An hour later, all of them; another weekday; both.
            (&weekly, &["2026-12-01 16", "2026-12-08 16"], true, vec![Some(0), Some(1)]),
            (&weekly, &["2026-12-02 15", "2026-12-09 13"], true, vec![Some(0), Some(1)]),
            // Two in one week, of which one is new, are nobody's; by day they are told apart.
            (&weekly, &["2026-12-02 15", "2026-12-03 15"], true, vec![None, None]),
            (&weekly, &["2026-12-01 09", "2026-12-03 15"], true, vec![Some(0), None]),
            // What lies outside the days is known by its time alone.
            (&["2026-11-30 15"], &["2026-12-02 15"], true, vec![None]),
            // A single event is itself, wherever it is moved.
            (&["2026-11-30 15"], &["2027-03-02 10"], false, vec![Some(0)]),
            (&[], &["2026-12-02 15"], false, vec![None]),
        ] {
            assert_eq!(found(known, told, repeats), expected, "{known:?} {told:?}");
        }
    }
}
