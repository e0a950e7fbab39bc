//! School after a placement: how long until the child began, and whether that was within seven days.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::calendar::is_free_day;
use crate::domain::visit::calendar::OwnDays;

/// Within how many days school is to begin.
pub const SCHOOL_DAYS: i64 = 7;

/// Which school a child is of age for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before the autumn of the year in which the child turns six.
    Preschool,
    /// From then until the summer of the year in which it turns sixteen.
    Compulsory,
    /// After that.
    Later,
    /// Nobody has said when the child was born.
    AgeUnknown,
}

impl Stage {
    /// Its term in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Preschool => "preschool",
            Self::Compulsory => "compulsory",
            Self::Later => "later",
            Self::AgeUnknown => "age_unknown",
        }
    }

    /// The stage of a child on a day.
    pub fn on(day: NaiveDate, born: Option<NaiveDate>) -> Self {
        let Some(born) = born else { return Self::AgeUnknown };
        let school_year = if day.month() >= 8 { day.year() } else { day.year() - 1 };
        match school_year - born.year() {
            turns if turns < 6 => Self::Preschool,
            turns if turns <= 15 => Self::Compulsory,
            _ => Self::Later,
        }
    }
}

/// How long school has been waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolWait {
    /// The first day of the placement.
    pub placed_on: NaiveDate,
    /// The first day in the new school.
    pub began_on: Option<NaiveDate>,
    /// The last day of the placement.
    pub ended_on: Option<NaiveDate>,
}

impl SchoolWait {
    /// The day up to which is counted: the first in school, or today, or the end of the placement where it came before.
    fn until(&self, today: NaiveDate) -> NaiveDate {
        self.began_on.unwrap_or_else(|| self.ended_on.map_or(today, |ended| ended.min(today)))
    }

    /// Days from the placement until school began, or so far.
    pub fn days(&self, today: NaiveDate) -> i64 {
        (self.until(today) - self.placed_on).num_days().max(0)
    }

    /// Days among them on which there is school.
    pub fn school_days(&self, today: NaiveDate, own: &OwnDays) -> i64 {
        let until = self.until(today);
        let days = self.placed_on.iter_days().take_while(|day| *day < until);
        let is_break = |day: &NaiveDate| own.school_breaks.iter().any(|one| (one.from..=one.until).contains(day));
        let is_school = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_free_day(*day) && !is_break(day)
        };
        i64::try_from(days.filter(is_school).count()).unwrap_or(i64::MAX)
    }

    /// Whether it took more than seven days; none while that cannot be told.
    pub fn is_over(&self, today: NaiveDate) -> Option<bool> {
        match self.days(today) > SCHOOL_DAYS {
            true => Some(true),
            false => self.began_on.map(|_| false),
        }
    }

    /// The column that it stands in.
    pub fn column(&self, today: NaiveDate) -> &'static str {
        match self.is_over(today) {
            Some(true) => "over_7",
            Some(false) => "within_7",
            None => "waiting",
        }
    }
}
