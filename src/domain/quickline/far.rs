//! Days that are asked about before a line is saved, because they are so far away.

use chrono::NaiveDate;

use super::part::{Meaning, Part};
use crate::domain::text::parse_dated;

/// A day further away than this, in days, is asked about before it is saved: without a year it is often the last one's
/// that was meant.
const FAR_DAYS: i64 = 300;

/// A day that is so far away that it is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FarDay {
    /// The day.
    pub on: NaiveDate,
    /// How many days it is from today, before it if negative.
    pub days: i64,
}

/// The days of a line that are so far away that they are asked about. Of what ends or leaves a gap in a series only
/// what names no year is: a series may well go on for years.
pub(super) fn far_days(line: &str, parts: &[Part], today: NaiveDate) -> Vec<FarDay> {
    let mut found: Vec<FarDay> = Vec::new();
    for part in parts {
        let written = line[part.span.clone()].split_once(char::is_whitespace).map_or("", |(_, day)| day.trim());
        let on = match part.meaning {
            Meaning::Day(day) | Meaning::FollowUp(day) => day,
            Meaning::Until(day) | Meaning::Without(_, day) if parse_dated(written).is_none() => day,
            _ => continue,
        };
        let far = FarDay { on, days: (on - today).num_days() };
        if far.days.abs() > FAR_DAYS && !found.contains(&far) {
            found.push(far);
        }
    }
    found
}
