//! A series as calendar programs can be told it: stretches, each with a first day, a last day and at most one rule.
//!
//! One stretch is enough for every pattern but even and odd weeks by their numbers. These are every second week only
//! until a week 53 comes: then the numbers skip three weeks, or one. So they are cut at each new year after a week 53,
//! and each stretch is known by the ISO year it begins in, wherever in it the series begins: a later export of the same
//! series cuts in the same places and calls the stretches the same.

use calcard::icalendar::{ICalendarDay, ICalendarFrequency, ICalendarRecurrenceRule, ICalendarWeekday};
use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::calendar::{Week, weeks_in_year};
use crate::domain::codes::{MonthPlace, Week53};
use crate::domain::visit::{Pattern, Series};

/// Days of a series that one rule gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The ISO year it is known by; none if the series needs only one stretch.
    pub(super) year: Option<i32>,
    /// The first day.
    pub(super) first: NaiveDate,
    /// The last day; none if it has no end.
    pub(super) last: Option<NaiveDate>,
}

impl Stretch {
    /// Whether it is a single day.
    pub(super) fn is_single(&self) -> bool {
        self.last == Some(self.first)
    }

    /// Whether a day lies in it.
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// The stretches of a series; one that goes by numbers and has no end is told until a horizon.
pub(super) fn stretches(series: &Series, horizon: NaiveDate) -> Vec<Stretch> {
    let Some(first) = series.first() else { return Vec::new() };
    let last = series.last();
    match series.pattern.parity() {
        Some((_, choice)) if choice != Some(Week53::KeepFortnight) => {
            let end = last.map_or(horizon, |last| last.min(horizon));
            by_numbers(series, first, end)
        }
        _ => vec![Stretch { year: None, first, last }],
    }
}

fn by_numbers(series: &Series, first: NaiveDate, end: NaiveDate) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut year = begun(first.iso_week().year());
    while let Some((monday, sunday)) = row_of_years(year).filter(|(monday, _)| *monday <= end) {
        let mut days = series.days(monday, sunday.min(end));
        if let Some(first) = days.next() {
            stretches.push(Stretch { year: Some(year), first, last: Some(days.last().unwrap_or(first)) });
        }
        year = sunday.iso_week().year() + 1;
    }
    stretches
}

/// The ISO year in which the row of years begins that a year belongs to: the one after the last week 53.
fn begun(year: i32) -> i32 {
    let after_week_53 = |year: &i32| weeks_in_year(year - 1) == 53;
    (year.saturating_sub(8)..=year).rev().find(after_week_53).unwrap_or(year)
}

/// The first and the last day of the years from one up to the next that has a week 53.
fn row_of_years(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let long = (year..=year.saturating_add(8)).find(|year| weeks_in_year(*year) == 53)?;
    Some((Week::new(year, 1)?.monday(), Week::new(long, 53)?.sunday()))
}

/// The rule that gives a stretch its days from its first; none for a single day. Where it ends is for the event to say.
pub(super) fn rule(series: &Series) -> Option<ICalendarRecurrenceRule> {
    let (freq, weeks, place) = match series.pattern {
        Pattern::Once => return None,
        Pattern::Week => (ICalendarFrequency::Weekly, 1, None),
        Pattern::Nth { weeks } => (ICalendarFrequency::Weekly, u16::try_from(weeks).ok()?, None),
        Pattern::Even { .. } | Pattern::Odd { .. } => (ICalendarFrequency::Weekly, 2, None),
        Pattern::Monthly { place } => (ICalendarFrequency::Monthly, 1, Some(nth(place))),
    };
    Some(ICalendarRecurrenceRule {
        freq,
        interval: (weeks > 1).then_some(weeks),
        byday: series.weekdays.iter().map(|day| ICalendarDay { ordwk: place, weekday: weekday(day) }).collect(),
        wkst: (freq == ICalendarFrequency::Weekly).then_some(ICalendarWeekday::Monday),
        ..ICalendarRecurrenceRule::default()
    })
}

/// A month without a fifth such weekday gives none, in a rule as in a series.
fn nth(place: MonthPlace) -> i16 {
    match place {
        MonthPlace::First => 1,
        MonthPlace::Second => 2,
        MonthPlace::Third => 3,
        MonthPlace::Fourth => 4,
        MonthPlace::Fifth => 5,
        MonthPlace::Last => -1,
    }
}

fn weekday(day: Weekday) -> ICalendarWeekday {
    match day {
        Weekday::Mon => ICalendarWeekday::Monday,
        Weekday::Tue => ICalendarWeekday::Tuesday,
        Weekday::Wed => ICalendarWeekday::Wednesday,
        Weekday::Thu => ICalendarWeekday::Thursday,
        Weekday::Fri => ICalendarWeekday::Friday,
        Weekday::Sat => ICalendarWeekday::Saturday,
        Weekday::Sun => ICalendarWeekday::Sunday,
    }
}
