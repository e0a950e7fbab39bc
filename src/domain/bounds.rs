//! Between which days anything in a casebook can lie. One place for forms, files, the quick line and the store; what
//! was kept before there were bounds stays as it is and can be read.

use chrono::{Days, Months, NaiveDate};

/// Nobody who is written about was born earlier, and nothing took place before.
pub const EARLIEST: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How far ahead anything is planned: a child that is born today is grown up by then.
pub const YEARS_AHEAD: u32 = 30;

/// On which side of the bounds a day lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// In another age.
    TooLongAgo,
    /// Further ahead than anybody plans.
    TooFar,
}

/// Whether a day is out of bounds.
pub fn beyond(day: NaiveDate, today: NaiveDate) -> Option<Beyond> {
    let last = today.checked_add_months(Months::new(12 * YEARS_AHEAD)).unwrap_or(NaiveDate::MAX);
    match day {
        _ if day < EARLIEST => Some(Beyond::TooLongAgo),
        _ if day > last => Some(Beyond::TooFar),
        _ => None,
    }
}

/// Whether a day is one before somebody was born. A child is met, placed and drawn from the day it is born on; with its
/// birth date a day off, as papers are, nothing is refused.
pub fn is_before_birth(day: NaiveDate, born: Option<NaiveDate>) -> bool {
    born.and_then(|born| born.checked_sub_days(Days::new(1))).is_some_and(|first| day < first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_between_the_first_birth_and_what_can_be_planned() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-19");
        for (name, text, expected) in [
            ("a year of two digits", "0026-11-10", Some(Beyond::TooLongAgo)),
            ("the day before", "1899-12-31", Some(Beyond::TooLongAgo)),
            ("the first", "1900-01-01", None),
            ("today", "2026-11-19", None),
            ("grown up", "2056-11-19", None),
            ("too far", "2056-11-20", Some(Beyond::TooFar)),
            ("where calendars end", "9999-12-31", Some(Beyond::TooFar)),
        ] {
            assert_eq!(beyond(day(text), today), expected, "{name}");
        }
        for (name, on, born, expected) in [
            ("long before", "2015-01-01", Some("2019-09-01"), true),
            ("a day before", "2019-08-31", Some("2019-09-01"), false),
            ("the day", "2019-09-01", Some("2019-09-01"), false),
            ("not known", "2015-01-01", None, false),
        ] {
            assert_eq!(is_before_birth(day(on), born.map(day)), expected, "{name}");
        }
    }
}
