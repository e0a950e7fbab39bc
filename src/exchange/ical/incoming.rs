//! Somebody's own calendar as busy time. What it is about is neither kept nor looked at.

use std::collections::HashMap;

use calcard::icalendar::{ICalendar, ICalendarComponentType};
use calcard::{Entry, Parser};
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::happening::Happening;
use super::moment::{Gaps, Moment, Unreadable, Zones};
use super::repeats::{Fault, Work};
use super::zone::STOCKHOLM;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::domain::visit::clash::Absence;

/// Most busy times that are taken in at once.
pub const MOST_BUSY: usize = 20_000;

/// Longest text of a calendar, in bytes: 32 MiB.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Most letters of a zone's name that are told.
const ZONE_LETTERS: usize = 60;

/// Most letters of what a calendar calls an event that are kept; RFC 7986 asks for no more.
const UID_LETTERS: usize = 255;

/// A time in which somebody is taken up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Busy {
    /// From when, local Swedish time.
    pub from: NaiveDateTime,
    /// Until when, not included.
    pub until: NaiveDateTime,
    /// What the calendar knows the event by; the same for all times of a series, empty if it says nothing.
    pub uid: String,
}

impl Busy {
    /// As a time in which a supporter is away, in whole minutes.
    pub fn absence(&self, supporter: &str) -> Absence {
        let minute = |time: NaiveDateTime| time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time);
        let (from, until) = (minute(self.from), minute(self.until));
        let until = if until < self.until { until + TimeDelta::minutes(1) } else { until };
        Absence { supporter: supporter.to_owned(), from, until, calendar_uid: Some(self.uid.clone()) }
    }
}

/// The busy times of a calendar file that touch a window of days, both ends included, in order and not cut at its ends.
///
/// Repeated events are told one by one. Whole days and times without a zone are Swedish. What is free, cancelled or
/// lasts no time is left out, and so are tasks and notes. Zones go by their names in the tz database or in Windows; one
/// of another name is Swedish if its clock is one and two hours ahead of UTC.
///
/// # Errors
/// No calendar, or one that was cut off; an event whose time, zone or rule cannot be read; a text longer than
/// [`MOST_BYTES`], more than [`MOST_BUSY`] times, or rules that ask for too much work.
pub fn read_busy(text: &str, from: NaiveDate, to: NaiveDate) -> Result<Vec<Busy>, Problem> {
    let mut window = Window::new(from, to);
    for file in &calendars(text)? {
        let zones = Zones::of(file);
        let events = file.components.iter().filter(|part| part.component_type == ICalendarComponentType::VEvent);
        let events: Result<Vec<Happening<'_>>, Unreadable> =
            events.map(|event| Happening::read(event, &zones)).collect();
        let events = events.map_err(unreadable)?;
        let mut replaced: HashMap<&str, Gaps> = HashMap::new();
        for event in &events {
            replaced.entry(event.uid).or_default().extend(event.instead_of);
        }
        let nothing = Gaps::default();
        for event in &events {
            let replaced = replaced.get(event.uid).unwrap_or(&nothing);
            window.take(event, replaced).map_err(|fault| faulty(event, fault))?;
        }
    }
    window.busy.sort();
    window.busy.dedup();
    Ok(window.busy)
}

fn invalid(key: &'static str) -> Problem {
    Problem::new(Kind::Invalid, key)
}

fn unreadable(fault: Unreadable) -> Problem {
    match fault {
        Unreadable::Time => invalid("calendar-time"),
        Unreadable::Zone(name) => {
            let name: String = clean_line(&name).chars().take(ZONE_LETTERS).collect();
            invalid("calendar-zone").with("zone", name)
        }
    }
}

fn faulty(event: &Happening<'_>, fault: Fault) -> Problem {
    match fault {
        Fault::Rule => invalid("calendar-rule").with("day", event.start.on(STOCKHOLM).date()),
        Fault::TooMany => invalid("calendar-too-many").with("most", MOST_BUSY),
    }
}

/// The calendars of a file.
fn calendars(text: &str) -> Result<Vec<ICalendar>, Problem> {
    if text.len() > MOST_BYTES {
        return Err(invalid("calendar-too-large").with("most", MOST_BYTES / 1024 / 1024));
    }
    let lines = |said: &str| {
        let is = |line: &&str| line.trim_start_matches('\u{feff}').trim_end().eq_ignore_ascii_case(said);
        text.lines().filter(is).count()
    };
    let (begun, ended) = (lines("BEGIN:VCALENDAR"), lines("END:VCALENDAR"));
    if begun == 0 {
        return Err(invalid("calendar-none"));
    }
    if ended < begun {
        return Err(invalid("calendar-cut-off"));
    }
    let mut parser = Parser::new(text);
    let mut found = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(file) => found.push(file),
            Entry::Eof => return Ok(found),
            Entry::TooManyComponents => return Err(invalid("calendar-too-many").with("most", MOST_BUSY)),
            // Lines between calendars, and people, are none of ours.
            _ => {}
        }
    }
}

/// The days that are looked at, what has been found, and the work that is left.
struct Window {
    from: NaiveDateTime,
    /// Not included.
    until: NaiveDateTime,
    work: Work,
    busy: Vec<Busy>,
}

impl Window {
    fn new(from: NaiveDate, to: NaiveDate) -> Self {
        let after = to.checked_add_days(Days::new(1)).unwrap_or(to);
        let (from, until) = (from.and_time(NaiveTime::MIN), after.and_time(NaiveTime::MIN));
        Self { from, until, work: Work::new(), busy: Vec::new() }
    }

    /// Takes the times of an event, but those for which others of the same name stand.
    fn take(&mut self, event: &Happening<'_>, replaced: &Gaps) -> Result<(), Fault> {
        if event.instead_of.is_some() {
            // It stands for all that follow: nothing that is used still writes so, and guessing would lose busy time.
            return if event.and_later { Err(Fault::Rule) } else { self.keep(event, event.start, event.lasts) };
        }
        if !event.is_busy {
            return Ok(());
        }
        // Another clock may be up to a day away.
        let end = self.until.checked_add_signed(TimeDelta::days(2)).unwrap_or(self.until);
        let mut times = Vec::new();
        for rule in &event.rules {
            times.extend(self.work.times(rule.ok_or(Fault::Rule)?, event.start, end)?);
        }
        // The first counts whether a rule gives it or not, but for a rule that ended before it began.
        if event.rules.is_empty() || !times.is_empty() {
            times.push(event.start.wall);
        }
        let times = times.into_iter().map(|wall| (Moment { wall, ..event.start }, event.lasts));
        let also = event.also.iter().map(|(time, lasts)| (*time, lasts.unwrap_or(event.lasts)));
        for (time, lasts) in times.chain(also) {
            if !event.except.hold(time) && !replaced.hold(time) {
                self.keep(event, time, lasts)?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, event: &Happening<'_>, time: Moment, lasts: TimeDelta) -> Result<(), Fault> {
        let Some(ends) = time.wall.checked_add_signed(lasts).filter(|ends| *ends > time.wall && event.is_busy) else {
            return Ok(());
        };
        let from = time.on(STOCKHOLM);
        let until = Moment { wall: ends, ..time }.on(STOCKHOLM);
        // In the hour that the clock shows twice, an end may be read before its beginning.
        let until = if until > from { until } else { from.checked_add_signed(lasts).unwrap_or(until) };
        if from < self.until && until > self.from {
            if self.busy.len() == MOST_BUSY {
                return Err(Fault::TooMany);
            }
            let uid = clean_line(event.uid).chars().take(UID_LETTERS).collect();
            self.busy.push(Busy { from, until, uid });
        }
        Ok(())
    }
}
