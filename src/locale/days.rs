//! Days, weeks and times as people here write them: `to 19/11`, `14.30`, `v. 47`.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::speech::{Locale, arg};
use crate::domain::person::{age, months_between};

impl Locale {
    /// A day with its weekday, and with the year when it is not this one: `to 19/11`, `ti 25/11 2025`.
    pub fn day(&self, day: NaiveDate, today: NaiveDate) -> String {
        format!("{} {}", self.weekday(day), self.date(day, today))
    }

    /// A day in eight columns: `to 19/11`, or of another year `25/11-25`.
    pub fn narrow_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        if day.year() == today.year() {
            return self.day(day, today);
        }
        let year = (day.year() % 100).to_string();
        self.tell("date-narrow", &[("day", arg(day.day())), ("month", arg(day.month())), ("year", arg(year))])
    }

    /// A day without its weekday, with the year when it is not this one: `19/11`, `19/11 2025`.
    pub fn date(&self, day: NaiveDate, today: NaiveDate) -> String {
        let (key, year) = if day.year() == today.year() { ("date-short", 0) } else { ("date-year", day.year()) };
        self.tell(key, &[("day", arg(day.day())), ("month", arg(day.month())), ("year", arg(year.to_string()))])
    }

    /// A number with so many decimals, as it is written here: `2,6`.
    pub fn decimal(&self, number: f64, places: usize) -> String {
        let sign = self.say("decimal-sign");
        format!("{number:.places$}").replace('.', &sign)
    }

    /// How old somebody is: in whole years, in their first year in months.
    pub fn age(&self, born: NaiveDate, today: NaiveDate) -> String {
        match age(born, today) {
            0 => self.tell("age-months", &[("months", arg(months_between(born, today)))]),
            years => years.to_string(),
        }
    }

    /// That a day is so many days away, or back if negative, and whether it is the right one.
    pub fn far(&self, days: i64) -> String {
        self.tell(if days < 0 { "days-ago" } else { "days-ahead" }, &[("days", arg(days.abs()))])
    }

    /// A day in full: `lördag 21 november 2026`.
    pub fn long_day(&self, day: NaiveDate) -> String {
        let weekday = self.say(&format!("weekday-long-{}", day.weekday().number_from_monday()));
        let month = self.say(&format!("month-{}", day.month()));
        self.tell(
            "day-long",
            &[
                ("weekday", arg(weekday)),
                ("day", arg(day.day())),
                ("month", arg(month)),
                ("year", arg(day.year().to_string())),
            ],
        )
    }

    /// The ISO week of a day: `v. 47`.
    pub fn week(&self, day: NaiveDate) -> String {
        self.tell("week", &[("week", arg(day.iso_week().week()))])
    }

    /// A clock time: `14.30`, `14`.
    pub fn time(&self, time: NaiveTime) -> String {
        let whole = time.format("%M").to_string() == "00";
        time.format(if whole { "%-H" } else { "%-H.%M" }).to_string()
    }

    /// Two letters of the weekday.
    pub fn weekday(&self, day: NaiveDate) -> String {
        self.say(&format!("weekday-short-{}", day.weekday().number_from_monday()))
    }
}
