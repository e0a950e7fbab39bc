//! Periods as people write them: `2026`, `2026-11`, `2026-Q3`, `2026-W48`; `last quarter`, `förra kvartalet`.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::shape::{Report, Span};
use crate::domain::bounds;
use crate::domain::calendar::Week;

/// A period, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Week,
    Months(u32),
}

/// What lengths are called, in either language; quarters of a year are three months.
const LENGTHS: &[(&[&str], Length)] = &[
    (&["week", "vecka", "veckan"], Length::Week),
    (&["month", "månad", "månaden"], Length::Months(1)),
    (&["quarter", "kvartal", "kvartalet"], Length::Months(3)),
    (&["year", "år", "året"], Length::Months(12)),
];

/// What is said before a length: how many of its kind it lies back.
const PLACES: &[(&[&str], u32)] =
    &[(&["this", "denna", "detta", "den här", "det här", "i"], 0), (&["last", "förra", "föregående"], 1)];

impl Period {
    /// The period of a length that a day is in, or one before it.
    fn around(length: Length, day: NaiveDate, back: u32) -> Option<Self> {
        match length {
            Length::Week => {
                let week = Week::of(day.checked_sub_days(Days::new(7 * u64::from(back)))?);
                Some(Self { from: week.monday(), to: week.sunday() })
            }
            Length::Months(months) => {
                let begun = (day.month0() / months) * months;
                let first = NaiveDate::from_ymd_opt(day.year(), begun + 1, 1)?;
                Self::of_months(first.checked_sub_months(Months::new(months * back))?, months)
            }
        }
    }

    fn of_months(from: NaiveDate, months: u32) -> Option<Self> {
        let to = from.checked_add_months(Months::new(months))?.pred_opt()?;
        Some(Self { from, to })
    }
}

impl Report {
    /// The days of a report where nobody says which, up to a day.
    pub fn usual_period(&self, today: NaiveDate) -> Period {
        let begin = |month: u32| NaiveDate::from_ymd_opt(today.year(), month, 1).unwrap_or(today);
        let from = match self.span {
            Span::YearSoFar => begin(1),
            Span::MonthSoFar => begin(today.month()),
            Span::Everything => bounds::EARLIEST,
        };
        Period { from, to: today }
    }
}

/// Reads a period.
pub fn parse_period(text: &str, today: NaiveDate) -> Option<Period> {
    let text = text.trim().to_lowercase();
    told(&text, today).or_else(|| numbered(&text))
}

/// `last quarter`, `förra-kvartalet`.
fn told(text: &str, today: NaiveDate) -> Option<Period> {
    let text = text.replace(['-', '_'], " ");
    let (place, length) = text.rsplit_once(' ')?;
    let (_, length) = LENGTHS.iter().find(|(words, _)| words.contains(&length))?;
    let (_, back) = PLACES.iter().find(|(words, _)| words.contains(&place.trim()))?;
    Period::around(*length, today, *back)
}

/// `2026`, `2026-11`, `2026-Q3`, `2026-W48`.
fn numbered(text: &str) -> Option<Period> {
    let (year, part) = match text.split_once(['-', ' ']) {
        Some((year, part)) => (year, Some(part)),
        None => (text, None),
    };
    let digits = |text: &str, most: usize| {
        let is_number = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u32>().ok()).flatten()
    };
    let year = i32::try_from(digits(year, 4).filter(|_| year.len() == 4)?).ok()?;
    let month = |month: u32, months: u32| Period::of_months(NaiveDate::from_ymd_opt(year, month, 1)?, months);
    let Some(part) = part else { return month(1, 12) };
    if let Some(quarter) = part.strip_prefix(['q', 'k']) {
        let quarter = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))?;
        return month(3 * quarter - 2, 3);
    }
    if let Some(week) = part.strip_prefix(['w', 'v']) {
        let week = Week::new(year, digits(week.trim_start_matches(['.', ' ']), 2)?)?;
        return Some(Period { from: week.monday(), to: week.sunday() });
    }
    month(digits(part, 2)?, 1)
}
