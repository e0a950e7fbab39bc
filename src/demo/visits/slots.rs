//! When, where and by whom a family's visits are supported, by its index: families with neighbouring indexes do not
//! want the same supporter or room at once, and a few with indexes far apart do.

use chrono::{NaiveTime, Weekday};

use crate::demo::assets::{Staff, Takes, assets};
use crate::domain::calendar::Parity;

/// Times of the week at which visits begin.
const WEEK: [(Weekday, u32, u32); 12] = [
    (Weekday::Sat, 10, 0),
    (Weekday::Mon, 15, 30),
    (Weekday::Sat, 12, 30),
    (Weekday::Thu, 15, 30),
    (Weekday::Sun, 10, 30),
    (Weekday::Tue, 15, 0),
    (Weekday::Sat, 15, 0),
    (Weekday::Thu, 17, 30),
    (Weekday::Sun, 13, 30),
    (Weekday::Tue, 17, 0),
    (Weekday::Fri, 15, 0),
    (Weekday::Wed, 15, 0),
];

/// A time that a family has for its visits.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// The day.
    pub weekday: Weekday,
    /// When it begins.
    pub start: NaiveTime,
    /// In which of two weeks.
    pub parity: Parity,
    turn: usize,
}

impl Slot {
    /// The time of a family's nth placed child.
    pub fn of(index: u32, nth: usize) -> Self {
        let number = index as usize;
        let place = (number + nth * WEEK.len()) % (2 * WEEK.len());
        let (weekday, hour, minute) = WEEK[place % WEEK.len()];
        let parity = if place < WEEK.len() { Parity::Even } else { Parity::Odd };
        let turn = number / (2 * WEEK.len()) + place + 3 * nth;
        Self { weekday, start: NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default(), parity, turn }
    }

    /// Who supports.
    pub fn supporter(self) -> &'static str {
        let able = |staff: &&Staff| staff.takes.iter().any(|takes| matches!(takes, Takes::Children | Takes::Visits));
        let count = assets().staff.iter().filter(able).count().max(1);
        assets().staff.iter().filter(able).nth(self.turn % count).map_or("", |staff| staff.name.as_str())
    }

    /// Whether it is on a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.weekday, Weekday::Sat | Weekday::Sun)
    }

    /// One of some places.
    pub fn place(self, places: &[String]) -> Option<String> {
        places.get(self.turn % places.len().max(1)).cloned()
    }
}
