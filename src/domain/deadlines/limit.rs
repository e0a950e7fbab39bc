//! Limits: how long there is, in hours, days, school days, weeks or months.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::Deserialize;

use crate::domain::calendar::holiday;
use crate::domain::visit::calendar::OwnDays;

/// How long there is. A negative one looks back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Limit {
    /// Hours; they run out on a day, whatever the clocks do in between.
    Hours(i64),
    /// Days of the calendar.
    Days(i64),
    /// Days with school: Monday to Friday, no holidays, none of the unit's school breaks.
    SchoolDays(i64),
    /// Weeks.
    Weeks(i64),
    /// Months; a day that the month does not have is the month's last.
    Months(i64),
}

impl FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("`{text}` is no length such as `7 days`, `4 school_days`, `2 weeks` or `6 months`");
        let (number, unit) = text.split_once(' ').ok_or_else(refused)?;
        let number: i64 = number.parse().ok().filter(|number: &i64| number.abs() <= MOST).ok_or_else(refused)?;
        match unit.trim_end_matches('s') {
            "hour" => Ok(Self::Hours(number)),
            "day" => Ok(Self::Days(number)),
            "school_day" => Ok(Self::SchoolDays(number)),
            "week" => Ok(Self::Weeks(number)),
            "month" => Ok(Self::Months(number)),
            _ => Err(refused()),
        }
    }
}

/// The largest number that a limit takes; a hundred years in days are fewer.
const MOST: i64 = 40_000;

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hours(number) => write!(out, "{number} hours"),
            Self::Days(number) => write!(out, "{number} days"),
            Self::SchoolDays(number) => write!(out, "{number} school_days"),
            Self::Weeks(number) => write!(out, "{number} weeks"),
            Self::Months(number) => write!(out, "{number} months"),
        }
    }
}

impl TryFrom<String> for Limit {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl Limit {
    /// Whether it looks ahead, and not to the day itself or back.
    pub fn is_ahead(self) -> bool {
        let (Self::Hours(n) | Self::Days(n) | Self::SchoolDays(n) | Self::Weeks(n) | Self::Months(n)) = self;
        n > 0
    }

    /// The last day of what begins on a day.
    pub fn from(self, day: NaiveDate, own: &OwnDays) -> NaiveDate {
        match self {
            Self::Hours(hours) => on(day, hours.div_euclid(24) + i64::from(hours.rem_euclid(24) > 0)),
            Self::Days(days) => on(day, days),
            Self::SchoolDays(days) => school_day_on(day, days, own),
            Self::Weeks(weeks) => on(day, weeks * 7),
            Self::Months(months) => {
                let size = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(u32::MAX));
                let moved = if months < 0 { day.checked_sub_months(size) } else { day.checked_add_months(size) };
                moved.unwrap_or(if months < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
            }
        }
    }

    /// The day so long before another.
    pub fn before(self, day: NaiveDate, own: &OwnDays) -> NaiveDate {
        let back = match self {
            Self::Hours(hours) => Self::Hours(-hours),
            Self::Days(days) => Self::Days(-days),
            Self::SchoolDays(days) => Self::SchoolDays(-days),
            Self::Weeks(weeks) => Self::Weeks(-weeks),
            Self::Months(months) => Self::Months(-months),
        };
        back.from(day, own)
    }
}

fn on(day: NaiveDate, days: i64) -> NaiveDate {
    let size = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(size) } else { day.checked_add_days(size) };
    moved.unwrap_or(if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

fn school_day_on(day: NaiveDate, days: i64, own: &OwnDays) -> NaiveDate {
    let (step, mut left, mut at) = (days.signum(), days.abs(), day);
    while left > 0 {
        let next = on(at, step);
        if next == at {
            break;
        }
        at = next;
        left -= i64::from(is_school_day(at, own));
    }
    at
}

/// Whether there is school on a day, as far as the unit has entered the breaks.
pub fn is_school_day(day: NaiveDate, own: &OwnDays) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        && holiday(day).is_none()
        && !own.school_breaks.iter().any(|off| (off.from..=off.until).contains(&day))
}

/// A break that every school has, and that the unit has not entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// At Christmas of a year and over new year.
    Christmas(i32),
    /// In the summer of a year.
    Summer(i32),
}

/// The breaks that lie between two days and that the unit has not entered: their days are counted as school days.
pub fn breaks_missing(from: NaiveDate, until: NaiveDate, own: &OwnDays) -> Vec<Break> {
    let span = |year: i32, (m, d): (u32, u32), (n, e): (u32, u32)| {
        let last = NaiveDate::from_ymd_opt(if n < m { year + 1 } else { year }, n, e)?;
        Some((NaiveDate::from_ymd_opt(year, m, d)?, last))
    };
    let lacks = |(first, last): (NaiveDate, NaiveDate)| {
        from <= last && first <= until && !own.school_breaks.iter().any(|off| off.from <= last && first <= off.until)
    };
    let mut missing = Vec::new();
    for year in from.year() - 1..=until.year() {
        if span(year, (7, 1), (7, 31)).is_some_and(lacks) {
            missing.push(Break::Summer(year));
        }
        if span(year, (12, 27), (1, 5)).is_some_and(lacks) {
            missing.push(Break::Christmas(year));
        }
    }
    missing
}

/// How many school days there are after a day, up to and including another.
pub fn school_days(after: NaiveDate, until: NaiveDate, own: &OwnDays) -> i64 {
    let days = after.iter_days().skip(1).take_while(|day| *day <= until);
    days.filter(|day| is_school_day(*day, own)).count().try_into().unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::calendar::Period;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn limits_end_on_their_day() {
        let own = OwnDays {
            school_breaks: vec![Period { from: day("2027-02-15"), until: day("2027-02-19"), name: "Sportlov".into() }],
            ..OwnDays::default()
        };
        for (name, limit, from, last) in [
            ("the day after", "1 day", "2026-11-20", "2026-11-21"),
            ("today", "0 days", "2026-11-20", "2026-11-20"),
            ("over new year of week 53", "1 week", "2026-12-30", "2027-01-06"),
            ("a week over summer time's end", "7 days", "2026-10-22", "2026-10-29"),
            ("24 hours over summer time's end", "24 hours", "2026-10-24", "2026-10-25"),
            ("24 hours over its beginning", "24 hours", "2027-03-27", "2027-03-28"),
            ("30 hours end on the second day", "30 hours", "2026-10-24", "2026-10-26"),
            ("clamped to a short month", "6 months", "2026-08-31", "2027-02-28"),
            ("clamped in a leap year", "6 months", "2027-08-31", "2028-02-29"),
            ("from a leap day", "12 months", "2028-02-29", "2029-02-28"),
            ("from a leap day, four years", "48 months", "2028-02-29", "2032-02-29"),
            ("three months over a month end", "3 months", "2026-11-30", "2027-02-28"),
            ("school days over a weekend", "4 school_days", "2026-11-19", "2026-11-25"),
            ("school days over a break", "2 school_days", "2027-02-12", "2027-02-23"),
            ("school days over Christmas", "2 school_days", "2026-12-23", "2026-12-29"),
            ("before", "-14 days", "2026-11-28", "2026-11-14"),
        ] {
            assert_eq!(limit.parse::<Limit>().unwrap().from(day(from), &own), day(last), "{name}");
        }
        assert_eq!(school_days(day("2027-02-12"), day("2027-02-23"), &own), 2);
        assert_eq!(school_days(day("2027-02-12"), day("2027-02-12"), &own), 0);
    }

    #[test]
    fn a_break_that_the_unit_has_not_entered_is_told() {
        let off = |from: &str, until: &str| Period { from: day(from), until: day(until), name: "Lov".into() };
        let own = |breaks: Vec<Period>| OwnDays { school_breaks: breaks, ..OwnDays::default() };
        let told = |from: &str, until: &str, breaks| breaks_missing(day(from), day(until), &own(breaks));
        assert_eq!(told("2026-12-20", "2026-12-29", vec![]), [Break::Christmas(2026)]);
        assert_eq!(told("2026-12-20", "2026-12-26", vec![]), [], "Christmas itself is no school day anyhow");
        assert_eq!(told("2026-12-20", "2027-01-08", vec![off("2027-02-15", "2027-02-19")]), [Break::Christmas(2026)]);
        assert_eq!(told("2026-12-20", "2027-01-08", vec![off("2026-12-21", "2027-01-08")]), []);
        assert_eq!(told("2027-01-02", "2027-01-08", vec![]), [Break::Christmas(2026)]);
        assert_eq!(told("2026-08-20", "2027-07-02", vec![]), [Break::Christmas(2026), Break::Summer(2027)]);
        assert_eq!(told("2026-10-01", "2026-11-30", vec![]), []);
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in ["", "6", "months", "6 moons", "x days", "1.5 days", "99999999 days", "6 months or so"] {
            assert!(text.parse::<Limit>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        let own = OwnDays::default();
        for limit in [Limit::Days(1), Limit::Months(1), Limit::SchoolDays(1), Limit::Weeks(1), Limit::Hours(25)] {
            assert_eq!(limit.from(NaiveDate::MAX, &own), NaiveDate::MAX);
            assert_eq!(limit.before(NaiveDate::MIN, &own), NaiveDate::MIN);
        }
    }
}
