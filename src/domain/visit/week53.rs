//! The new years that break even and odd weeks: after a week 53 comes a week 1, and both are odd.
//!
//! Whoever plans by numbers over such a new year must choose: go by the numbers, or go on every second week whatever
//! they are. Here both are told with their dates; the choice is part of the pattern.

use chrono::{Datelike, Days as Span, NaiveDate};
use serde::Serialize;

use super::pattern::{Ends, Series};
use crate::domain::calendar::{Week, weeks_in_year};
use crate::domain::codes::Week53;

/// How far ahead a series without an end is looked at, in days: two years.
pub const LOOK_AHEAD: u64 = 2 * 366;

/// How many weeks before and after the new year are told.
const WEEKS_TOLD: u64 = 5;

/// A new year after a week 53, and how a series goes on over it in either reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewYear {
    /// The ISO year that has the week 53.
    pub year: i32,
    /// The days around it when the numbers are followed.
    pub keep_parity: Vec<NaiveDate>,
    /// The days around it when every second week is kept.
    pub keep_fortnight: Vec<NaiveDate>,
}

/// The new years after a week 53 that a series by even or odd weeks goes over; a series without an end is looked at for
/// two years from its first day, or from a day in it.
pub fn new_years(series: &Series, seen_from: NaiveDate) -> Vec<NewYear> {
    if series.pattern.parity().is_none() {
        return Vec::new();
    }
    let reading = |choice| Series { pattern: series.pattern.choosing(choice), ..*series };
    let (by_number, by_fortnight) = (reading(Week53::KeepParity), reading(Week53::KeepFortnight));
    let Some(first) = by_number.first() else { return Vec::new() };
    let horizon = match series.ends {
        Ends::Open => first.max(seen_from).checked_add_days(Span::new(LOOK_AHEAD)),
        _ => by_number.last().max(by_fortnight.last()),
    };
    let Some(horizon) = horizon else { return Vec::new() };
    let years = first.iso_week().year()..=horizon.iso_week().year();
    let over = years.filter(|year| weeks_in_year(*year) == 53).filter_map(|year| {
        let new_year = Week::new(year + 1, 1)?.monday();
        let around = |series: &Series| -> Option<Vec<NaiveDate>> {
            let from = new_year.checked_sub_days(Span::new(7 * 3))?;
            let to = new_year.checked_add_days(Span::new(7 * WEEKS_TOLD - 1))?;
            Some(series.days(from, to).collect())
        };
        let goes_on = |series: &Series| series.days(new_year, horizon).next().is_some();
        if first >= new_year || !(goes_on(&by_number) || goes_on(&by_fortnight)) {
            return None;
        }
        Some(NewYear { year, keep_parity: around(&by_number)?, keep_fortnight: around(&by_fortnight)? })
    });
    over.collect()
}

/// Whether somebody must choose how a series goes on after a week 53.
pub fn must_choose(series: &Series, seen_from: NaiveDate) -> bool {
    let open = matches!(series.pattern.parity(), Some((_, None)));
    open && !new_years(series, seen_from).is_empty()
}
