//! The rule that gives a series its days, as plain data. What days it gives is `expand`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::weekdays::Weekdays;
use crate::domain::calendar::Parity;
use crate::domain::codes::{MonthPlace, Week53};

/// Most weeks between two visits of a series; what is rarer is planned month by month or singly.
pub const MOST_WEEKS: u32 = 26;

/// Most times a series can be told to happen: daily for more than two years.
pub const MOST_TIMES: u32 = 999;

/// In which weeks or months the days of a series lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "snake_case")]
pub enum Pattern {
    /// One single day, the series' first.
    Once,
    /// Every week.
    Week,
    /// Every n-th week, counted from the week of the series' anchor.
    Nth {
        /// How many weeks from one to the next.
        weeks: u32,
    },
    /// ISO weeks with an even number.
    Even {
        /// How it goes on after a week 53; none when nobody has chosen yet, and then it follows the numbers.
        week_53: Option<Week53>,
    },
    /// ISO weeks with an odd number.
    Odd {
        /// How it goes on after a week 53; none when nobody has chosen yet, and then it follows the numbers.
        week_53: Option<Week53>,
    },
    /// A weekday by its place in each month. Of several weekdays each is found by itself: the first Sunday of a month
    /// may come before its first Saturday.
    Monthly {
        /// The place; a month without a fifth such weekday gives none.
        place: MonthPlace,
    },
}

impl Pattern {
    /// The numbers it goes by and what was chosen for week 53, if it goes by numbers.
    pub fn parity(self) -> Option<(Parity, Option<Week53>)> {
        match self {
            Self::Even { week_53 } => Some((Parity::Even, week_53)),
            Self::Odd { week_53 } => Some((Parity::Odd, week_53)),
            _ => None,
        }
    }

    /// The same with a choice for week 53; a pattern that does not go by numbers stays as it is.
    pub fn choosing(self, choice: Week53) -> Self {
        match self {
            Self::Even { .. } => Self::Even { week_53: Some(choice) },
            Self::Odd { .. } => Self::Odd { week_53: Some(choice) },
            other => other,
        }
    }
}

/// Where a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// Nowhere yet.
    Open,
    /// With this day, if it is one of the series.
    Until(NaiveDate),
    /// After this many days of the series, those left out counted.
    Times(u32),
}

/// A rule for days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Series {
    /// Which weeks or months.
    pub pattern: Pattern,
    /// Which days in them; a single day needs none.
    pub weekdays: Weekdays,
    /// The first day it may give.
    pub from: NaiveDate,
    /// The day whose week counts as the first of every n-th week, and from which a fortnight is kept over a week 53:
    /// the first day as it was first planned. It stays when the series is changed from a later day on.
    pub anchor: NaiveDate,
    /// Where it ends.
    pub ends: Ends,
}

/// Why a series gives nothing that anybody means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesFault {
    /// It repeats, and on no weekday.
    NoWeekday,
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// No weeks, or more than [`MOST_WEEKS`], from one to the next.
    BadWeeks,
    /// No times, or more than [`MOST_TIMES`].
    BadTimes,
}

impl SeriesFault {
    /// The fault's name in the locale files, after `fault-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoWeekday => "no_weekday",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::BadWeeks => "bad_weeks",
            Self::BadTimes => "bad_times",
        }
    }
}

impl Series {
    /// A single day.
    pub fn once(on: NaiveDate) -> Self {
        Self { pattern: Pattern::Once, weekdays: Weekdays::NONE, from: on, anchor: on, ends: Ends::Open }
    }

    /// A series without an end, counted from its first day.
    pub fn new(pattern: Pattern, weekdays: Weekdays, from: NaiveDate) -> Self {
        Self { pattern, weekdays, from, anchor: from, ends: Ends::Open }
    }

    /// A series as people tell it. Without a first day it begins with the first day it gives from today on; without a
    /// weekday it is on that of its first day.
    pub fn told(pattern: Pattern, weekdays: Weekdays, first: Option<NaiveDate>, today: NaiveDate) -> Self {
        if pattern == Pattern::Once {
            return Self::once(first.unwrap_or(today));
        }
        let weekdays = match first {
            Some(day) if weekdays.is_empty() => Weekdays::only(day.weekday()),
            _ => weekdays,
        };
        // Every n-th week is counted from the first such weekday, whichever week that is in.
        let counted = if matches!(pattern, Pattern::Nth { .. }) { Pattern::Week } else { pattern };
        let begun = first.unwrap_or(today);
        let anchor = Self::new(counted, weekdays, begun).first().unwrap_or(begun);
        Self { anchor, ..Self::new(pattern, weekdays, first.unwrap_or(anchor)) }
    }

    /// The same with an end.
    pub fn ending(self, ends: Ends) -> Self {
        Self { ends, ..self }
    }

    /// What is wrong with it, if something is.
    pub fn fault(&self) -> Option<SeriesFault> {
        let repeats = self.pattern != Pattern::Once;
        match (self.pattern, self.ends) {
            _ if repeats && self.weekdays.is_empty() => Some(SeriesFault::NoWeekday),
            (Pattern::Nth { weeks }, _) if !(1..=MOST_WEEKS).contains(&weeks) => Some(SeriesFault::BadWeeks),
            (_, Ends::Until(until)) if until < self.from => Some(SeriesFault::EndsBeforeItBegins),
            (_, Ends::Times(times)) if !(1..=MOST_TIMES).contains(&times) => Some(SeriesFault::BadTimes),
            _ => None,
        }
    }
}
