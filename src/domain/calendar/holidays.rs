//! Public holidays and eves by dated rules, which are data: `assets/holidays.toml`.
//!
//! The rules that ship are read once; another text with the same form can be read with [`Holidays::parse`]. No rule is
//! written in code but how Easter is found.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/holidays.toml");

/// A test reads the text that ships; were it ever broken, no day would have a name and only Sundays would be free.
static RULES: LazyLock<Holidays> = LazyLock::new(|| Holidays::parse(SHIPPED).unwrap_or_default());

/// What sort of a day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// A public holiday by law.
    PublicHoliday,
    /// The day before one, which most offices treat as free; no holiday by law.
    Eve,
}

/// A day with a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The term in exchange.
    pub code: String,
    /// The name in Swedish.
    pub name_sv: String,
    /// The name in English.
    pub name_en: String,
    /// Holiday by law, or eve.
    pub kind: HolidayKind,
    /// Where the rule is from.
    pub source: String,
    rule: Rule,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
}

impl Holiday {
    /// Whether it is an eve, no holiday by law.
    pub fn is_eve(&self) -> bool {
        self.kind == HolidayKind::Eve
    }

    /// The day it falls on in a year; None where the rule does not hold.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        self.rule.in_year(year).filter(|day| {
            self.valid_from.is_none_or(|from| from <= *day) && self.valid_until.is_none_or(|until| *day <= until)
        })
    }
}

/// How the day is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Rule {
    Easter { easter: i64 },
    WeekdayFrom { weekday: Weekday, from_month_day: MonthDay },
    Fixed { month_day: MonthDay },
}

impl Rule {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Easter { easter } => {
                let days = Days::new(easter.unsigned_abs());
                let sunday = easter_sunday(year)?;
                if easter < 0 { sunday.checked_sub_days(days) } else { sunday.checked_add_days(days) }
            }
            Self::WeekdayFrom { weekday, from_month_day } => {
                let from = from_month_day.in_year(year)?;
                from.checked_add_days(Days::new(u64::from(weekday.days_since(from.weekday()))))
            }
            Self::Fixed { month_day } => month_day.in_year(year),
        }
    }
}

/// A day of the year, written `MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        match parts.map(|(month, day)| Self { month, day }) {
            // 2024 was a leap year: every day of any year is a day of it.
            Some(day) if day.in_year(2024).is_some() => Ok(day),
            _ => Err(format!("no day of the year: {text}")),
        }
    }
}

/// A set of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    #[serde(default, rename = "holiday")]
    rules: Vec<Holiday>,
}

impl Holidays {
    /// Reads rules from TOML; the form is told at the head of `assets/holidays.toml`.
    ///
    /// # Errors
    /// When the text is not of that form; the cause says where.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "holiday-rules").because(cause))
    }

    /// What a day is called. Where two names meet, the one that stands first in the rules.
    pub fn on(&self, day: NaiveDate) -> Option<&Holiday> {
        self.rules.iter().find(|holiday| holiday.in_year(day.year()) == Some(day))
    }

    /// The days with a name from one day to another, both included, in order.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, &Holiday)> {
        let mut found = BTreeMap::new();
        for holiday in &self.rules {
            for day in (from.year()..=to.year()).filter_map(|year| holiday.in_year(year)) {
                if (from..=to).contains(&day) {
                    found.entry(day).or_insert(holiday);
                }
            }
        }
        found.into_iter().collect()
    }

    /// Whether a day is a holiday by law: a Sunday or a public holiday. Saturdays and eves are not.
    pub fn is_free_day(&self, day: NaiveDate) -> bool {
        let named = || self.rules.iter().any(|holiday| !holiday.is_eve() && holiday.in_year(day.year()) == Some(day));
        day.weekday() == Weekday::Sun || named()
    }
}

/// What a day is called, by the rules that ship.
pub fn holiday(day: NaiveDate) -> Option<&'static Holiday> {
    RULES.on(day)
}

/// The days with a name from one day to another, both included, by the rules that ship.
pub fn holidays(from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, &'static Holiday)> {
    RULES.between(from, to)
}

/// Whether a day is a Sunday or a public holiday, by the rules that ship.
pub fn is_free_day(day: NaiveDate) -> bool {
    RULES.is_free_day(day)
}

/// Easter Sunday of a year: the "anonymous" Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8).
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let moon_year = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let skipped_leaps = century - century.div_euclid(4);
    let lunar_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * moon_year + skipped_leaps - lunar_correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (moon_year + 11 * epact + 22 * to_sunday).div_euclid(451);
    let from_march = epact + to_sunday - 7 * late + 114;
    let (month, day) = (from_march / 31, from_march % 31 + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
#[path = "holidays_tests.rs"]
mod tests;
