//! What holds of visits: named cases and laws over random series.

mod expanding;
mod new_year;

use chrono::{NaiveDate, Weekday};

use super::*;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn days(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text)).collect()
}

pub(super) fn saturdays(pattern: Pattern, from: &str) -> Series {
    Series::new(pattern, Weekdays::only(Weekday::Sat), day(from))
}
