//! The event of somebody else's calendar that a visit came from: what finds it again when the calendar is read anew,
//! and what was told of it then, so that what has changed there since is told from what has been changed here.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::single::When;

/// An event, or one time of a series of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEvent {
    /// The name by which the calendar is read, where it has one: what is missing in one calendar may stand in another.
    pub calendar: Option<String>,
    /// What the calendar knows it by (RFC 5545 3.8.4.7).
    pub uid: String,
    /// When its series gave it, local Swedish time; a single event's first beginning.
    pub given: NaiveDateTime,
    /// When it begins, as the calendar told last.
    pub from: NaiveDateTime,
    /// When it ends; as `from` where nobody says.
    pub until: NaiveDateTime,
    /// How often it had been changed there (RFC 5545 3.8.7.4).
    pub sequence: u32,
}

impl CalendarEvent {
    /// When a visit is that the calendar tells, in whole minutes. From midnight to midnight are whole days.
    pub fn when(&self) -> When {
        let minute = |time: NaiveTime| time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time);
        let (on, last) = (self.from.date(), self.until.date());
        let nights = |last: NaiveDate| u32::try_from((last - on).num_days()).unwrap_or_default();
        let (start, end) = (minute(self.from.time()), minute(self.until.time()));
        let is_days = start == NaiveTime::MIN && end == NaiveTime::MIN && last > on;
        if is_days {
            return When { on, start: None, end: None, nights: nights(last.pred_opt().unwrap_or(last)) };
        }
        let takes_time = (last, end) > (on, start);
        When {
            on,
            start: Some(start),
            end: takes_time.then_some(end),
            nights: if takes_time { nights(last) } else { 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_when_the_calendar_says() {
        let told = |from: &str, until: &str| {
            let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap();
            let (from, until) = (time(from), time(until));
            let event = CalendarEvent { calendar: None, uid: "a".to_owned(), given: from, from, until, sequence: 0 };
            let When { on, start, end, nights } = event.when();
            let clock = |time: Option<NaiveTime>| time.map_or("-".to_owned(), |time| time.format("%H:%M").to_string());
            format!("{on} {} {} {nights}", clock(start), clock(end))
        };
        for (from, until, expected) in [
            ("2026-12-03 15:00:00", "2026-12-03 17:00:00", "2026-12-03 15:00 17:00 0"),
            ("2026-12-03 15:00:30", "2026-12-03 17:00:30", "2026-12-03 15:00 17:00 0"),
            ("2026-12-03 15:00:00", "2026-12-03 15:00:00", "2026-12-03 15:00 - 0"),
            ("2026-12-03 17:00:00", "2026-12-05 10:00:00", "2026-12-03 17:00 10:00 2"),
            ("2026-12-03 20:00:00", "2026-12-04 00:00:00", "2026-12-03 20:00 00:00 1"),
            ("2026-12-03 00:00:00", "2026-12-04 00:00:00", "2026-12-03 - - 0"),
            ("2026-12-03 00:00:00", "2026-12-05 00:00:00", "2026-12-03 - - 1"),
        ] {
            assert_eq!(told(from, until), expected, "{from} {until}");
        }
    }
}
