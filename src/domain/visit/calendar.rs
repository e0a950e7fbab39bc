//! A visit's day in the calendar: a holiday or an eve, a day on which the unit is closed, a school break; and
//! supervised visits close at hand that nobody is named to support.
//!
//! Holidays are the calendar's; closed days and school breaks are the unit's own data and handed in.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::occurrence::Visit;
use crate::domain::calendar::{Holiday, holidays};
use crate::domain::codes::Answer;

/// How many days ahead a supervised visit needs a named supporter.
pub const SUPPORTER_DAYS: u64 = 14;

/// Days with a name, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    /// What it is called.
    pub name: String,
}

/// The unit's own days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnDays {
    /// Days on which the unit is closed.
    pub closed: Vec<Period>,
    /// School breaks, by municipality as the unit has entered them.
    pub school_breaks: Vec<Period>,
}

/// What a day is in the unit, with the name the unit gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnDay {
    /// The unit is closed.
    Closed(String),
    /// There is a school break.
    SchoolBreak(String),
}

impl OwnDays {
    /// What a day is.
    pub fn on(&self, day: NaiveDate) -> Vec<OwnDay> {
        let within = |period: &&Period| (period.from..=period.until).contains(&day);
        let closed = self.closed.iter().filter(within).map(|period| OwnDay::Closed(period.name.clone()));
        let breaks = self.school_breaks.iter().filter(within).map(|period| OwnDay::SchoolBreak(period.name.clone()));
        closed.chain(breaks).collect()
    }
}

/// What a day is besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Besides<'a> {
    /// A public holiday or an eve.
    Holiday(&'a Holiday),
    /// The unit is closed.
    Closed(&'a Period),
    /// There is a school break.
    SchoolBreak(&'a Period),
}

/// The visits still ahead on days that are something besides, by their places; visits come in the order of their days.
pub fn besides<'a>(visits: &[Visit<'_>], own: &'a OwnDays) -> Vec<(usize, Besides<'a>)> {
    let days: Vec<NaiveDate> = visits.iter().map(Visit::on).collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let named: HashMap<NaiveDate, &'static Holiday> = holidays(*first, *last).into_iter().collect();
    let mut found: Vec<(usize, Besides<'a>)> = Vec::new();
    found.extend(days.iter().enumerate().filter_map(|(place, day)| Some((place, Besides::Holiday(named.get(day)?)))));
    let within = |period: &Period| {
        let begins = days.partition_point(|day| *day < period.from);
        begins..days.partition_point(|day| *day <= period.until).max(begins)
    };
    for period in &own.closed {
        found.extend(within(period).map(|place| (place, Besides::Closed(period))));
    }
    for period in &own.school_breaks {
        found.extend(within(period).map(|place| (place, Besides::SchoolBreak(period))));
    }
    found.retain(|(place, _)| visits[*place].is_ahead());
    found.sort_by_key(|(place, _)| *place);
    found
}

/// The visits from today and fourteen days on that a supporter must be at and nobody is named for, by their places.
pub fn unsupported(visits: &[Visit<'_>], today: NaiveDate) -> Vec<usize> {
    let last = today.checked_add_days(Days::new(SUPPORTER_DAYS)).unwrap_or(NaiveDate::MAX);
    let lacks = |visit: &Visit<'_>| {
        let terms = visit.terms();
        let near = visit.is_ahead() && (today..=last).contains(&visit.on());
        near && terms.supervision == Answer::Yes && terms.supporters.is_empty()
    };
    visits.iter().enumerate().filter(|(_, visit)| lacks(visit)).map(|(place, _)| place).collect()
}
