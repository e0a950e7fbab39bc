//! From a series to its days: an iterator over a window, whose work grows with the days it gives.
//!
//! A series gives its days period by period: a week, or a month. In a period the days are bits over its first day. The
//! first period at or after the window is reckoned, not searched for. Only the end of a series that is told as a number
//! of times may have to be walked to from its beginning, a step a period; every n-th week is reckoned there too.

use chrono::{Datelike, Days as Span, Months, NaiveDate, Weekday};

use super::pattern::{Ends, Pattern, Series};
use super::weekdays::Weekdays;
use crate::domain::calendar::{Parity, Week};
use crate::domain::codes::{MonthPlace, Week53};

/// The days of a series in a window, in order.
#[derive(Debug, Clone)]
pub struct Days {
    rhythm: Rhythm,
    /// The first day of the period at hand; none at the end of all days.
    base: Option<NaiveDate>,
    /// The days of the period that are left, as bits over its first day.
    left: u32,
    first: NaiveDate,
    last: NaiveDate,
}

/// How one period is found from another.
#[derive(Debug, Clone, Copy)]
enum Rhythm {
    Single,
    /// Every so many weeks from a Monday on.
    Weeks {
        base: NaiveDate,
        weeks: u32,
        on: Weekdays,
    },
    /// Weeks by their number.
    Numbered {
        parity: Parity,
        on: Weekdays,
    },
    Months {
        place: MonthPlace,
        on: Weekdays,
    },
}

impl Series {
    /// The days from one day to another, both included.
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> Days {
        let last = match self.ends {
            Ends::Open => to,
            Ends::Until(until) => until.min(to),
            // A series told as a number of times must be followed to its end, unless the window lies before its first.
            Ends::Times(_) if to < self.from => to,
            Ends::Times(times) => self.nth(times).map_or(to, |last| last.min(to)),
        };
        let last = if self.ends == Ends::Times(0) { NaiveDate::MIN } else { last };
        Days::new(self.rhythm(), self.from, from.max(self.from), last)
    }

    /// The first day.
    pub fn first(&self) -> Option<NaiveDate> {
        self.days(self.from, NaiveDate::MAX).next()
    }

    /// The last day; none if it has no end, or gives no day at all.
    pub fn last(&self) -> Option<NaiveDate> {
        match self.ends {
            _ if self.pattern == Pattern::Once => self.first(),
            Ends::Open => None,
            Ends::Times(times) => self.nth(times),
            Ends::Until(until) => self.before(until.succ_opt()?),
        }
    }

    /// Whether it gives a day.
    pub fn gives(&self, day: NaiveDate) -> bool {
        self.days(day, day).next().is_some()
    }

    /// The last day it gives before a day.
    pub fn before(&self, day: NaiveDate) -> Option<NaiveDate> {
        let last = day.pred_opt()?;
        // A fifth weekday pauses for a quarter of a year, nothing else for longer than its weeks and a month.
        let weeks = if let Pattern::Nth { weeks } = self.pattern { weeks } else { 0 };
        let longest = Span::new(u64::from(weeks) * 7 + 100);
        let near = last.checked_sub_days(longest).unwrap_or(NaiveDate::MIN);
        self.days(near, last).last().or_else(|| self.days(self.from, last).last())
    }

    /// The n-th day, counted from 1, whatever the end.
    fn nth(&self, times: u32) -> Option<NaiveDate> {
        let rhythm = self.rhythm();
        let mut days = Days::new(rhythm, self.from, self.from, NaiveDate::MAX);
        let Rhythm::Weeks { weeks, on, .. } = rhythm else {
            return days.nth(usize::try_from(times.checked_sub(1)?).ok()?);
        };
        // Whole weeks are passed over; the first may have begun before the series.
        let begun = days.left_from_first();
        let rest = times.checked_sub(1)?;
        if on.is_empty() {
            return None;
        }
        if rest >= begun {
            let passed = (rest - begun) / on.len();
            let monday = days.base?.checked_add_days(Span::new(7 * u64::from(weeks) * (1 + u64::from(passed))))?;
            days = Days::new(rhythm, self.from, monday, NaiveDate::MAX);
            return days.nth(usize::try_from((rest - begun) % on.len()).ok()?);
        }
        days.nth(usize::try_from(rest).ok()?)
    }

    fn rhythm(&self) -> Rhythm {
        let on = self.weekdays;
        let monday = |day| Week::of(day).monday();
        match self.pattern {
            Pattern::Once => Rhythm::Single,
            Pattern::Week => Rhythm::Weeks { base: monday(self.from), weeks: 1, on },
            Pattern::Nth { weeks } => Rhythm::Weeks { base: monday(self.anchor), weeks: weeks.max(1), on },
            Pattern::Monthly { place } => Rhythm::Months { place, on },
            Pattern::Even { week_53 } => self.numbered(Parity::Even, week_53),
            Pattern::Odd { week_53 } => self.numbered(Parity::Odd, week_53),
        }
    }

    /// Weeks by their numbers, or every second week from the first day that the numbers give.
    fn numbered(&self, parity: Parity, choice: Option<Week53>) -> Rhythm {
        let numbered = Rhythm::Numbered { parity, on: self.weekdays };
        if choice != Some(Week53::KeepFortnight) {
            return numbered;
        }
        match Days::new(numbered, self.anchor, self.anchor, NaiveDate::MAX).next() {
            Some(first) => Rhythm::Weeks { base: Week::of(first).monday(), weeks: 2, on: self.weekdays },
            None => numbered,
        }
    }
}

impl Days {
    fn new(rhythm: Rhythm, from: NaiveDate, first: NaiveDate, last: NaiveDate) -> Self {
        let base = match rhythm {
            Rhythm::Single => Some(from),
            _ if rhythm.gives_nothing() => None,
            _ => rhythm.at_or_after(first),
        };
        let left = base.map_or(0, |base| rhythm.bits(base));
        Self { rhythm, base, left, first, last }
    }

    /// How many days of the first period lie in the window.
    fn left_from_first(&self) -> u32 {
        let Some(base) = self.base else { return 0 };
        let early = self.first.signed_duration_since(base).num_days().clamp(0, 31);
        (u64::from(self.left) >> early).count_ones()
    }
}

impl Iterator for Days {
    type Item = NaiveDate;

    fn next(&mut self) -> Option<NaiveDate> {
        loop {
            let base = self.base?;
            if self.left == 0 {
                self.base = self.rhythm.after(base).filter(|next| *next <= self.last);
                self.left = self.base.map_or(0, |base| self.rhythm.bits(base));
                continue;
            }
            let day = base.checked_add_days(Span::new(u64::from(self.left.trailing_zeros())))?;
            self.left &= self.left - 1;
            if day > self.last {
                self.base = None;
                return None;
            }
            if day >= self.first {
                return Some(day);
            }
        }
    }
}

impl Rhythm {
    fn gives_nothing(self) -> bool {
        match self {
            Self::Single => false,
            Self::Weeks { on, .. } | Self::Numbered { on, .. } | Self::Months { on, .. } => on.is_empty(),
        }
    }

    /// The first period that ends on or after a day.
    fn at_or_after(self, day: NaiveDate) -> Option<NaiveDate> {
        let monday = Week::of(day).monday();
        match self {
            Self::Single => None,
            Self::Weeks { base, weeks, .. } => {
                let Ok(since) = u64::try_from(monday.signed_duration_since(base).num_weeks()) else {
                    return Some(base);
                };
                base.checked_add_days(Span::new(7 * since.next_multiple_of(u64::from(weeks))))
            }
            Self::Numbered { parity, .. } if Week::of(monday).parity() == parity => Some(monday),
            Self::Numbered { .. } => self.after(monday),
            Self::Months { .. } => day.with_day(1),
        }
    }

    /// The period after one.
    fn after(self, base: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Single => None,
            Self::Weeks { weeks, .. } => base.checked_add_days(Span::new(7 * u64::from(weeks))),
            // The next week of that number is two away; around a week 53 it is one away, or three.
            Self::Numbered { parity, .. } => {
                let fits = |monday: &NaiveDate| Week::of(*monday).parity() == parity;
                (1..=3).filter_map(|weeks| base.checked_add_days(Span::new(7 * weeks))).find(fits)
            }
            Self::Months { .. } => base.checked_add_months(Months::new(1)),
        }
    }

    /// The days of a period, as bits over its first day.
    fn bits(self, base: NaiveDate) -> u32 {
        match self {
            Self::Single => 1,
            Self::Weeks { on, .. } | Self::Numbered { on, .. } => on.bits(),
            Self::Months { place, on } => on.iter().map(|weekday| month_bit(base, weekday, place)).sum(),
        }
    }
}

/// A weekday's place in the month that begins with a day, as a bit over that day; no bit if the month has none.
fn month_bit(first: NaiveDate, weekday: Weekday, place: MonthPlace) -> u32 {
    let length = u32::from(first.num_days_in_month());
    let earliest = weekday.days_since(first.weekday());
    let offset = match place {
        MonthPlace::First => earliest,
        MonthPlace::Second => earliest + 7,
        MonthPlace::Third => earliest + 14,
        MonthPlace::Fourth => earliest + 21,
        MonthPlace::Fifth => earliest + 28,
        MonthPlace::Last => earliest + (length - 1 - earliest) / 7 * 7,
    };
    if offset < length { 1 << offset } else { 0 }
}
