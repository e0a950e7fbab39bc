//! A rule of repetition as it is written (RFC 5545 3.3.10).

use chrono::{NaiveDateTime, TimeDelta, Weekday};

use super::value::{Written, written};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Often {
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// Most times of a day that one rule may name.
const MOST_A_DAY: usize = 96;

/// A rule. What it does not say is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) often: Often,
    /// Every how many of them.
    pub(super) every: u32,
    /// How many times.
    pub(super) count: Option<u64>,
    until: Option<Written>,
    /// The day that weeks begin with.
    pub(super) week_begins: Weekday,
    pub(super) months: Vec<u32>,
    /// Days of the month, from the end below zero.
    pub(super) month_days: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) weeks: Vec<i32>,
    /// Weekdays, and which of them in the month or the year: nought is each.
    pub(super) weekdays: Vec<(i32, Weekday)>,
    pub(super) hours: Vec<u32>,
    pub(super) minutes: Vec<u32>,
    pub(super) seconds: Vec<u32>,
    /// Which of those that a year, a month, a week gives, from the end below zero.
    pub(super) places: Vec<i32>,
}

impl Rule {
    /// Reads a rule; none where it says what is not understood, or repeats more often than every hour.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rule = Self {
            often: Often::Daily,
            every: 1,
            count: None,
            until: None,
            week_begins: Weekday::Mon,
            months: Vec::new(),
            month_days: Vec::new(),
            year_days: Vec::new(),
            weeks: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            places: Vec::new(),
        };
        let mut often = None;
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let (name, value) = (name.trim().to_ascii_uppercase(), value.trim());
            match name.as_str() {
                "FREQ" => often = Some(often_of(value)?),
                "INTERVAL" => rule.every = value.parse().ok().filter(|every| *every > 0)?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(written(value)?),
                "WKST" => rule.week_begins = weekday(value)?,
                "BYMONTH" => rule.months = numbers(value, 1, 12)?,
                "BYMONTHDAY" => rule.month_days = places(value, 31)?,
                "BYYEARDAY" => rule.year_days = places(value, 366)?,
                "BYWEEKNO" => rule.weeks = places(value, 53)?,
                "BYDAY" => rule.weekdays = value.split(',').map(placed_weekday).collect::<Option<_>>()?,
                "BYHOUR" => rule.hours = numbers(value, 0, 23)?,
                "BYMINUTE" => rule.minutes = numbers(value, 0, 59)?,
                "BYSECOND" => rule.seconds = numbers(value, 0, 59)?,
                "BYSETPOS" => rule.places = places(value, 366)?,
                _ if name.starts_with("X-") => {}
                _ => return None,
            }
        }
        rule.often = often?;
        let a_day =
            [&rule.hours, &rule.minutes, &rule.seconds].map(|named| named.len().max(1)).iter().product::<usize>();
        (a_day <= MOST_A_DAY).then_some(rule)
    }

    /// The last time it may give, on a clock of which it is told what it shows at a moment; a day counts to its end.
    pub(super) fn until_on(&self, wall: impl Fn(NaiveDateTime) -> NaiveDateTime) -> Option<NaiveDateTime> {
        self.until.map(|until| match until {
            Written::Day(day) => {
                day.and_hms_opt(23, 59, 59).unwrap_or_else(|| NaiveDateTime::from(day) + TimeDelta::hours(23))
            }
            Written::Clock(time) => time,
            Written::Utc(time) => wall(time),
        })
    }
}

fn often_of(text: &str) -> Option<Often> {
    Some(match text.to_ascii_uppercase().as_str() {
        "HOURLY" => Often::Hourly,
        "DAILY" => Often::Daily,
        "WEEKLY" => Often::Weekly,
        "MONTHLY" => Often::Monthly,
        "YEARLY" => Often::Yearly,
        _ => return None,
    })
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim().to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

/// `MO`, `1MO`, `+2TU`, `-1FR`.
fn placed_weekday(text: &str) -> Option<(i32, Weekday)> {
    let text = text.trim();
    let (place, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let place = if place.is_empty() { 0 } else { place.parse().ok().filter(|place: &i32| *place != 0)? };
    (place.unsigned_abs() <= 53).then_some((place, weekday(day)?))
}

fn numbers(text: &str, least: u32, most: u32) -> Option<Vec<u32>> {
    let within = |number: &u32| (least..=most).contains(number);
    let mut numbers =
        text.split(',').map(|one| one.trim().parse().ok().filter(within)).collect::<Option<Vec<u32>>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    Some(numbers)
}

/// Places counted from the beginning, or below zero from the end.
fn places(text: &str, most: u32) -> Option<Vec<i32>> {
    let within = |place: &i32| *place != 0 && place.unsigned_abs() <= most;
    text.split(',').map(|one| one.trim().parse().ok().filter(within)).collect()
}
