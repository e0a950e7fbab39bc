//! ISO 8601 weeks: Monday first, and the week that holds the year's first Thursday is week 1.
//!
//! A year has 52 or 53 weeks. Week 53 and the week 1 after it are both odd; whoever plans by parity must know.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Whether a week's number is odd or even.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parity {
    /// Udda.
    Odd,
    /// Jämn.
    Even,
}

impl Parity {
    /// The term in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Odd => "odd",
            Self::Even => "even",
        }
    }
}

/// A week of an ISO year, known by its Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The week a day is in.
    pub fn of(day: NaiveDate) -> Self {
        let since_monday = u64::from(day.weekday().num_days_from_monday());
        Self { monday: day.checked_sub_days(Days::new(since_monday)).unwrap_or(NaiveDate::MIN) }
    }

    /// A week by its ISO year and number; None for a number the year does not have.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(|monday| Self { monday })
    }

    /// The ISO year; around new year it may differ from the year of the date.
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// The number, 1 to 53.
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// Whether the number is odd or even.
    pub fn parity(self) -> Parity {
        if self.number().is_multiple_of(2) { Parity::Even } else { Parity::Odd }
    }

    /// The first day.
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// The last day.
    pub fn sunday(self) -> NaiveDate {
        self.day(Weekday::Sun)
    }

    /// A day of the week.
    pub fn day(self, weekday: Weekday) -> NaiveDate {
        let days = Days::new(u64::from(weekday.num_days_from_monday()));
        self.monday.checked_add_days(days).unwrap_or(NaiveDate::MAX)
    }

    /// The seven days, Monday first.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.monday.iter_days().take(7)
    }

    /// The week after.
    pub fn next(self) -> Self {
        Self::of(self.monday.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX))
    }

    /// The week before.
    pub fn previous(self) -> Self {
        Self::of(self.monday.checked_sub_days(Days::new(7)).unwrap_or(NaiveDate::MIN))
    }
}

/// How many weeks an ISO year has: 53 if there is a week 53.
pub fn weeks_in_year(year: i32) -> u32 {
    if Week::new(year, 53).is_some() { 53 } else { 52 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(day: &str) -> Week {
        Week::of(day.parse().unwrap())
    }

    #[test]
    fn days_fall_in_their_weeks() {
        for (day, year, number, parity, monday) in [
            ("2026-11-21", 2026, 47, Parity::Odd, "2026-11-16"),
            ("2026-12-27", 2026, 52, Parity::Even, "2026-12-21"),
            ("2026-12-28", 2026, 53, Parity::Odd, "2026-12-28"),
            ("2027-01-03", 2026, 53, Parity::Odd, "2026-12-28"),
            ("2027-01-04", 2027, 1, Parity::Odd, "2027-01-04"),
            ("2025-12-29", 2026, 1, Parity::Odd, "2025-12-29"),
            ("2028-02-29", 2028, 9, Parity::Odd, "2028-02-28"),
        ] {
            let week = week(day);
            assert_eq!((week.year(), week.number(), week.parity()), (year, number, parity), "{day}");
            assert_eq!(week.monday(), monday.parse().unwrap(), "{day}");
            assert_eq!(Week::new(year, number), Some(week), "{day}");
        }
    }

    #[test]
    fn years_have_52_or_53_weeks() {
        let long: Vec<i32> = (1990..=2100).filter(|year| weeks_in_year(*year) == 53).collect();
        let known = [
            1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032, 2037, 2043, 2048, 2054, 2060, 2065, 2071, 2076, 2082, 2088,
            2093, 2099,
        ];
        assert_eq!(long, known);
        assert_eq!(Week::new(2027, 53), None);
        assert_eq!(Week::new(2026, 54), None);
        assert_eq!(Week::new(2026, 0), None);
    }

    #[test]
    fn weeks_follow_each_other_over_new_year() {
        let last = week("2026-12-31");
        assert_eq!((last.next().year(), last.next().number()), (2027, 1));
        assert_eq!(last.next().previous(), last);
        assert_eq!(last.sunday(), "2027-01-03".parse().unwrap());
        assert_eq!(last.days().last(), Some(last.sunday()));
        assert!(last < last.next());
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let week = Week::of(day);
            let _ = (week.next(), week.previous(), week.sunday(), week.number());
        }
    }
}
