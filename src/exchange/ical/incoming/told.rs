//! A zone as a file tells it (`VTIMEZONE`): since when its clock is how far ahead of UTC.

use chrono::{NaiveDateTime, TimeDelta};

use super::lines::Part;
use super::repeats::{Fault, Work};
use super::rule::Rule;
use super::value::{Written, offset, written};

/// A zone.
#[derive(Debug)]
pub(super) struct Told {
    /// Seconds ahead of UTC before the first change.
    before: i32,
    /// When the clock is changed, in UTC, and how far ahead it is from then on; in order.
    changes: Vec<(NaiveDateTime, i32)>,
}

impl Told {
    /// Reads a zone for times up to a day; none where nothing of it can be read.
    pub(super) fn read(zone: &Part, until: NaiveDateTime, work: &mut Work) -> Result<Option<Self>, Fault> {
        let parts = || zone.parts_called("STANDARD").chain(zone.parts_called("DAYLIGHT"));
        let mut changes = Vec::new();
        for part in parts() {
            let read = |name: &str| part.value(name).and_then(offset);
            let (Some(from), Some(to)) = (read("TZOFFSETFROM"), read("TZOFFSETTO")) else { return Ok(None) };
            let Some(Written::Clock(start)) = part.value("DTSTART").and_then(written) else { return Ok(None) };
            let mut times = vec![start];
            for line in part.all("RRULE") {
                let Some(rule) = Rule::read(&line.value) else { return Ok(None) };
                let last = rule.until_on(|utc| later(utc, from));
                let since = NaiveDateTime::default().max(start);
                let year = TimeDelta::days(366);
                times.extend(work.times(&rule, start, last, since, until.checked_add_signed(year).unwrap_or(until))?);
            }
            let also = part.all("RDATE").flat_map(|line| line.value.split(',')).filter_map(written);
            times.extend(also.map(|time| match time {
                Written::Clock(time) => time,
                Written::Utc(time) => later(time, from),
                Written::Day(day) => day.and_time(start.time()),
            }));
            changes.extend(times.into_iter().map(|wall| (later(wall, -from), from, to)));
        }
        changes.sort_by_key(|(at, ..)| *at);
        let Some((_, before, _)) = changes.first().copied() else { return Ok(None) };
        Ok(Some(Self { before, changes: changes.into_iter().map(|(at, _, to)| (at, to)).collect() }))
    }

    /// What it shows at a moment.
    pub(super) fn wall(&self, utc: NaiveDateTime) -> NaiveDateTime {
        later(utc, self.ahead(utc))
    }

    /// The moment at which it shows a time; the first of two, and where it skips a time as it was before the change.
    pub(super) fn utc(&self, wall: NaiveDateTime) -> NaiveDateTime {
        let day = 24 * 3600;
        let (before, after) = (self.ahead(later(wall, -day)), self.ahead(later(wall, day)));
        let shows = |ahead: &i32| self.ahead(later(wall, -ahead)) == *ahead;
        let first = before.max(after);
        let ahead = [first, before.min(after)].into_iter().find(shows).unwrap_or(before);
        later(wall, -ahead)
    }

    /// Seconds ahead of UTC at a moment.
    fn ahead(&self, utc: NaiveDateTime) -> i32 {
        let place = self.changes.partition_point(|(at, _)| *at <= utc);
        place.checked_sub(1).map_or(self.before, |place| self.changes[place].1)
    }
}

/// So many seconds later; at the ends of all time there is no other.
fn later(time: NaiveDateTime, seconds: i32) -> NaiveDateTime {
    time.checked_add_signed(TimeDelta::seconds(i64::from(seconds))).unwrap_or(time)
}
