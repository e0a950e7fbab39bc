//! Which days of visits are meant where nobody says: a series may have no end, so a list of visits needs one.

use chrono::{Days, Months, NaiveDate};

use crate::exchange::visits::ALL_DAYS;

/// Days that a list looks back, and ahead.
const AROUND: (u64, u64) = (14, 90);

/// The period that was asked for, as far as it was told.
pub type Asked = (Option<NaiveDate>, Option<NaiveDate>);

/// The days of a list: from fourteen days back to ninety ahead; a year from the first day, or up to the last, where
/// only one is told.
pub fn of_list(asked: Asked, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    match asked {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => (from, a_year_from(from)),
        (None, Some(to)) => (to.checked_sub_months(Months::new(12)).unwrap_or(to), to),
        (None, None) => {
            let (back, ahead) = AROUND;
            let from = today.checked_sub_days(Days::new(back)).unwrap_or(today);
            (from, today.checked_add_days(Days::new(ahead)).unwrap_or(today))
        }
    }
}

/// The days of a file: everything that has been, and a year ahead.
pub fn of_file((from, to): Asked, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let ahead = from.map_or(today, |from| from.max(today));
    (from.unwrap_or(ALL_DAYS.0), to.unwrap_or_else(|| a_year_from(ahead)))
}

/// The days of somebody's calendar that are taken in: from today on, a year.
pub fn of_calendar((from, to): Asked, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let from = from.unwrap_or(today);
    (from, to.unwrap_or_else(|| a_year_from(from)))
}

fn a_year_from(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(12)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_not_told() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-21");
        let told = |from: &str, to: &str| (from.parse().ok(), to.parse().ok());
        for (from, to, list, file) in [
            ("", "", ("2026-11-07", "2027-02-19"), ("0001-01-01", "2027-11-21")),
            ("2027-01-01", "", ("2027-01-01", "2028-01-01"), ("2027-01-01", "2028-01-01")),
            ("2026-01-01", "", ("2026-01-01", "2027-01-01"), ("2026-01-01", "2027-11-21")),
            ("", "2026-02-28", ("2025-02-28", "2026-02-28"), ("0001-01-01", "2026-02-28")),
            ("2026-01-01", "2026-01-02", ("2026-01-01", "2026-01-02"), ("2026-01-01", "2026-01-02")),
        ] {
            assert_eq!(of_list(told(from, to), today), (day(list.0), day(list.1)), "{from} {to}");
            assert_eq!(of_file(told(from, to), today), (day(file.0), day(file.1)), "{from} {to}");
        }
        assert_eq!(of_calendar((None, None), today), (today, day("2027-11-21")));
    }
}
