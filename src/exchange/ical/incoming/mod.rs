//! Somebody's own calendar as busy time. What it is about is neither kept nor looked at; of an event that cannot be
//! read the title is told to whoever takes the calendar in, so that they can see to it.
//!
//! | file | idea |
//! |---|---|
//! | [`lines`] | bytes become parts and lines |
//! | [`value`], [`rule`] | what stands in a line: times, lengths, rules |
//! | [`clock`], [`told`] | whose clock a time is on; zones of the tz database and those the file tells |
//! | [`repeats`] | a rule becomes times |
//! | [`event`] | an event: what can be said before its times are read, and its times |
//! | [`window`] | events laid out in the days that are looked at |
//!
//! What counts as taken, and which of several versions stands:
//!
//! | what stands in the file | how it is read |
//! |---|---|
//! | `X-MICROSOFT-CDO-BUSYSTATUS` | `FREE` is free, every other word taken; decides over `TRANSP` |
//! | `TRANSP:TRANSPARENT`, `STATUS:CANCELLED`, `METHOD:CANCEL` | free |
//! | `FREEBUSY` | taken but for `FBTYPE=FREE` |
//! | several of one `UID` and time | the highest `SEQUENCE`, then the latest `DTSTAMP`; all of those that are alike |
//! | `RECURRENCE-ID`, `EXDATE` without a zone | on the clock of their series |
//! | `RANGE=THISANDFUTURE` | moves, lengthens or frees all that follow |
//! | `EXRULE` | takes away what it gives |
//! | `DTEND` | so much later on the event's own clock, for all of a series; a night is until six |
//! | `DURATION` | days on the event's own clock, hours by any clock |
//! | whole days that end where they begin | one day |
//! | an event that cannot be read | passed over where it cannot matter; else named, and the rest is read |

mod clock;
mod event;
mod lines;
mod repeats;
mod rule;
mod told;
mod value;
mod window;

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use clock::{Clock, Moment, Unreadable, Zones};
use event::{Event, Fault, Head, Version};
use lines::{NoCalendar, Part, calendars};
use value::{Length, Until, day_in, period};
use window::{FromThen, Gaps, Window};

use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::domain::visit::Absence;

/// Most busy times that are taken in at once.
pub const MOST_BUSY: usize = 20_000;

/// Longest text of a calendar, in bytes: 32 MiB.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Most letters of a zone's name or a title that are told.
const TOLD_LETTERS: usize = 60;

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

/// Why an event that may matter could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No time, or one that is none.
    Time,
    /// It is in a zone of this name, which nobody knows and the file does not tell.
    Zone(String),
    /// It is repeated in a way that is not understood.
    Rule,
    /// It ends before it begins.
    Backwards,
}

/// An event that may matter and could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its title; empty if it has none.
    pub title: String,
    /// The day that it, or the first of it, seems to begin.
    pub day: Option<NaiveDate>,
    /// What is wrong with it.
    pub why: Why,
    /// What the calendar knows it by.
    pub uid: String,
}

/// What a calendar says of some days.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The times that are taken, in order and not cut at the ends of the days.
    pub busy: Vec<Busy>,
    /// The events that could not be used, in the order of the file.
    pub unread: Vec<Unread>,
}

/// The busy times of a calendar file that touch a window of days, both ends included.
///
/// Repeated events are told one by one. Whole days and times without a zone are Swedish. What is free, cancelled or
/// lasts no time is left out, and so are tasks and notes.
///
/// # Errors
/// No calendar, or one that was cut off; a file longer than [`MOST_BYTES`], more than [`MOST_BUSY`] times, or rules
/// that ask for too much work.
pub fn read_busy(bytes: &[u8], from: NaiveDate, to: NaiveDate) -> Result<Reading, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(invalid("calendar-too-large").with("most", MOST_BYTES / 1024 / 1024));
    }
    let files = calendars(bytes).map_err(|fault| match fault {
        NoCalendar::None => invalid("calendar-none"),
        NoCalendar::CutOff => invalid("calendar-cut-off"),
    })?;
    let mut reader = Reader { days: (from, to), window: Window::new(from, to), unread: Vec::new() };
    for file in &files {
        reader.read(file).map_err(|repeats::Fault| invalid("calendar-too-many").with("most", MOST_BUSY))?;
    }
    let mut busy = reader.window.busy;
    busy.sort();
    busy.dedup();
    Ok(Reading { busy, unread: reader.unread })
}

fn invalid(key: &'static str) -> Problem {
    Problem::new(Kind::Invalid, key)
}

struct Reader {
    days: (NaiveDate, NaiveDate),
    window: Window,
    unread: Vec<Unread>,
}

/// A series as far as those need to know that stand for one of its times.
#[derive(Default)]
struct Series<'a> {
    clock: Option<Clock>,
    version: Version,
    is_cancelled: bool,
    replaced: Gaps,
    from_then: Vec<FromThen>,
    /// The event itself, if it could be read and takes up time.
    read: Vec<(&'a str, Event)>,
}

impl Reader {
    fn read(&mut self, file: &Part) -> Result<(), repeats::Fault> {
        let (from, to) = self.days;
        let until = to.checked_add_days(Days::new(2)).unwrap_or(to);
        let zones = Zones::of(file, until, &mut self.window.work)?;
        let all_are_cancelled = file.word("METHOD") == "CANCEL";
        let heads: Vec<Head<'_>> = file.parts_called("VEVENT").map(|part| Head::of(part, all_are_cancelled)).collect();
        let newest = newest(heads.iter().filter(|head| !head.is_exception).map(|head| (head.uid, &head.version)));
        let stands = |head: &&Head<'_>| head.uid.is_empty() || newest.get(head.uid) == Some(&&head.version);

        let mut series: HashMap<&str, Series<'_>> = HashMap::new();
        let mut nameless = Vec::new();
        for head in heads.iter().filter(|head| !head.is_exception).filter(stands) {
            let read = Event::read(head.part, &zones);
            let known = if head.uid.is_empty() { None } else { Some(series.entry(head.uid).or_default()) };
            match read {
                Ok(event) => match known {
                    Some(known) => {
                        known.clock = Some(event.start.clock.clone());
                        known.version = head.version.clone();
                        known.is_cancelled |= head.is_cancelled;
                        known.read.extend(head.is_busy.then_some((head.uid, event)));
                    }
                    None => nameless.extend(head.is_busy.then_some(event)),
                },
                Err(fault) if head.is_busy && !head.is_outside(from, to) => self.name(head, fault),
                Err(_) => {}
            }
        }
        self.exceptions(&heads, &zones, &mut series)?;
        for known in series.values_mut() {
            known.from_then.sort_by_key(|change| change.since);
            for (uid, event) in &known.read {
                self.window.keep_all(uid, event, &known.replaced, &known.from_then)?;
            }
        }
        for event in &nameless {
            self.window.keep_all("", event, &Gaps::default(), &[])?;
        }
        self.free_busy(file, &zones)
    }

    /// Events that stand for one time of a series, or for it and all that follow.
    fn exceptions<'a>(
        &mut self,
        heads: &[Head<'a>],
        zones: &Zones,
        series: &mut HashMap<&'a str, Series<'a>>,
    ) -> Result<(), repeats::Fault> {
        let (from, to) = self.days;
        let mut read = Vec::new();
        for head in heads.iter().filter(|head| head.is_exception) {
            let of = series.get(head.uid).filter(|_| !head.uid.is_empty());
            // What was said of a series before all of it was cancelled is cancelled with it.
            if of.is_some_and(|of| of.is_cancelled && of.version >= head.version) {
                continue;
            }
            match Event::instead_of(head.part, zones, of.and_then(|of| of.clock.as_ref())) {
                Ok(Some(instead_of)) => read.push((head, instead_of)),
                Ok(None) => {}
                Err(fault) if !head.is_outside(from, to) => self.name(head, fault),
                Err(_) => {}
            }
        }
        let key = |head: &Head<'a>, instead_of: &Moment| (head.uid, instead_of.utc());
        let newest = newest(read.iter().map(|(head, instead_of)| (key(head, instead_of), &head.version)));
        for (head, instead_of) in &read {
            if newest.get(&key(head, instead_of)) != Some(&&head.version) {
                continue;
            }
            let known = series.get_mut(head.uid).filter(|_| !head.uid.is_empty());
            let own = if head.is_busy { Some(Event::read(head.part, zones)) } else { None };
            if let Some(known) = known {
                for (_, event) in &known.read {
                    known.replaced.leave_out(instead_of, event);
                }
                if Event::and_later(head.part) {
                    let change = match &own {
                        None => Some((TimeDelta::zero(), Length::OnClock(TimeDelta::zero()))),
                        Some(Ok(event)) if event.rules.is_empty() => {
                            Some((event.start.on(&instead_of.clock) - instead_of.wall, event.lasts))
                        }
                        Some(_) => None,
                    };
                    match change {
                        Some((later, lasts)) => known.from_then.push(FromThen {
                            since: instead_of.utc(),
                            later,
                            lasts,
                            is_busy: head.is_busy,
                        }),
                        None if matches!(own, Some(Ok(_))) => self.name(head, Fault::Rule),
                        None => {}
                    }
                }
            }
            match own {
                Some(Ok(event)) => self.window.keep(head.uid, &event.start, event.lasts)?,
                Some(Err(fault)) if !head.is_outside(from, to) => self.name(head, fault),
                _ => {}
            }
        }
        Ok(())
    }

    /// The times of `VFREEBUSY`, which is what a server publishes of somebody.
    fn free_busy(&mut self, file: &Part, zones: &Zones) -> Result<(), repeats::Fault> {
        for part in file.parts_called("VFREEBUSY") {
            let uid = part.value("UID").unwrap_or_default();
            for line in part.all("FREEBUSY") {
                if line.parameter("FBTYPE").is_some_and(|kind| kind.eq_ignore_ascii_case("FREE")) {
                    continue;
                }
                for value in line.value.split(',').filter(|value| !value.trim().is_empty()) {
                    let read = period(value).and_then(|(from, until)| {
                        let from = zones.of_written(line, from, None).ok()?;
                        let lasts = match until {
                            Until::Length(lasts) => lasts,
                            Until::Time(until) => {
                                let until = zones.of_written(line, until, None).ok()?;
                                Length::OnClock(until.on(&from.clock) - from.wall)
                            }
                        };
                        Some((from, lasts))
                    });
                    match read {
                        Some((from, lasts)) => self.window.keep(uid, &from, lasts)?,
                        None => self.unread.push(Unread {
                            title: String::new(),
                            day: day_in(value),
                            why: Why::Time,
                            uid: kept(uid, UID_LETTERS),
                        }),
                    }
                }
            }
        }
        Ok(())
    }

    fn name(&mut self, head: &Head<'_>, fault: Fault) {
        let why = match fault {
            Fault::Unreadable(Unreadable::Time) => Why::Time,
            Fault::Unreadable(Unreadable::Zone(name)) => Why::Zone(kept(&name, TOLD_LETTERS)),
            Fault::Rule => Why::Rule,
            Fault::Backwards => Why::Backwards,
        };
        let day = head.part.value("DTSTART").and_then(day_in);
        let (title, uid) = (kept(&head.part.text("SUMMARY"), TOLD_LETTERS), kept(head.uid, UID_LETTERS));
        self.unread.push(Unread { title, day, why, uid });
    }
}

fn kept(text: &str, letters: usize) -> String {
    clean_line(text).chars().take(letters).collect()
}

/// The newest version of each.
fn newest<'a, K: std::hash::Hash + Eq>(all: impl Iterator<Item = (K, &'a Version)>) -> HashMap<K, &'a Version> {
    let mut newest = HashMap::new();
    for (key, version) in all {
        let known = newest.entry(key).or_insert(version);
        *known = (*known).max(version);
    }
    newest
}
