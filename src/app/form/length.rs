//! A length is kept when something begins at another time: the end moves along with the start, until somebody writes an
//! end.

use chrono::{NaiveTime, Timelike};

use super::Form;
use crate::domain::text::{parse_time, parse_times};

/// Minutes of a day.
const DAY: u32 = 24 * 60;

fn minutes(time: NaiveTime) -> u32 {
    time.hour() * 60 + time.minute()
}

/// The end and the nights of what begins at another time and lasts as long.
fn moved(start: NaiveTime, end: NaiveTime, nights: u32, to: NaiveTime) -> Option<(NaiveTime, u32)> {
    let length = (nights * DAY + minutes(end)).checked_sub(minutes(start))?;
    let ends = minutes(to) + length;
    Some((NaiveTime::from_hms_opt(ends % DAY / 60, ends % 60, 0)?, ends / DAY))
}

impl Form {
    /// Moves the end along with a start that was typed, if nobody has written an end.
    pub(in crate::app) fn keep_length(&mut self) {
        let was = |key: &str| self.opened_text(key).to_owned();
        let is = |key: &str| self.draft().get(key).to_owned();
        let end_is_ours = is("end") == was("end") || self.moved_end.as_deref() == Some(is("end").as_str());
        let known = || Some((parse_time(&was("start"))?, parse_time(&was("end"))?));
        let Some((start, end)) = known().filter(|_| end_is_ours) else { return };
        let Some((to, None)) = parse_times(&is("start")) else { return };
        let nights = was("nights").trim().parse().unwrap_or(0);
        let Some((end, after)) = moved(start, end, nights, to) else { return };
        let text = end.format("%H:%M").to_string();
        if after != nights {
            self.set("nights", &if after == 0 { String::new() } else { after.to_string() });
        }
        self.set("end", &text);
        self.moved_end = Some(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_moves_along() {
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        for ((start, end, nights), to, expected) in [
            (("15:30", "17:00", 0), "13:00", Some(("14:30", 0))),
            (("15:30", "17:00", 0), "15:30", Some(("17:00", 0))),
            (("15:30", "17:00", 0), "23:00", Some(("00:30", 1))),
            (("18:00", "10:00", 1), "16:00", Some(("08:00", 1))),
            (("18:00", "10:00", 1), "07:00", Some(("23:00", 0))),
            (("17:00", "16:00", 0), "10:00", None),
        ] {
            let found = moved(time(start), time(end), nights, time(to));
            assert_eq!(found, expected.map(|(end, nights)| (time(end), nights)), "{start}-{end} to {to}");
        }
    }
}
