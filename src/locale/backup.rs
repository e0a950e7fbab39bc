//! How long ago a copy of the casebook was made, in words.

use chrono::TimeDelta;

use super::speech::{Locale, arg};

/// From how many minutes on one speaks of hours, and from how many hours on of days.
const HOURS_FROM: i64 = 120;
const DAYS_FROM: i64 = 48;

impl Locale {
    /// A length of time by its largest whole: minutes, hours, days.
    pub fn how_long(&self, time: TimeDelta) -> String {
        let (minutes, hours) = (time.num_minutes().max(0), time.num_hours());
        let (key, count) = match () {
            () if minutes < HOURS_FROM => ("long-minutes", minutes),
            () if hours < DAYS_FROM => ("long-hours", hours),
            () => ("long-days", time.num_days()),
        };
        self.tell(key, &[("count", arg(count))])
    }
}
