//! Others' calendars on their way in.
//!
//! [`read_busy()`] takes somebody's own calendar as busy time: what it is about is neither kept nor looked at; of an
//! event that cannot be read the title is told to whoever takes the calendar in, so that they can see to it.
//! [`read_events()`] takes the calendar of those who plan visits: what takes place and when, what it is called, where
//! it is, and what was called off. Both are one reader; what is free takes place all the same.
//!
//! | file | idea |
//! |---|---|
//! | [`lines`] | bytes become parts and lines |
//! | [`value`], [`rule`] | what stands in a line: times, lengths, rules |
//! | [`clock`], [`told`] | whose clock a time is on; zones of the tz database and those the file tells |
//! | [`repeats`] | a rule becomes times |
//! | [`event`] | an event: what can be said before its times are read, and its times |
//! | [`window`] | events laid out in the days that are looked at |
//! | [`found`] | what is handed out |
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
mod found;
mod lines;
mod repeats;
mod rule;
mod told;
mod value;
mod window;

use std::collections::HashMap;
use std::rc::Rc;

use chrono::{Days, NaiveDate, TimeDelta};

use clock::{Clock, Moment, Unreadable, Zones};
use event::{Event, Fault, Head, Sought, Version};
pub use found::{Busy, Events, Reading, Said, Timed, Unread, Why};
use lines::{NoCalendar, Part, calendars};
use value::{Length, Until, day_in, period};
use window::{FromThen, Gaps, Window};

use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;

/// Most busy times that are taken in at once.
pub const MOST_BUSY: usize = 20_000;

/// Longest text of a calendar, in bytes: 32 MiB.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Most letters of a zone's name or a title that are told.
const TOLD_LETTERS: usize = 60;

/// Most letters of what a calendar calls an event that are kept; RFC 7986 asks for no more.
const UID_LETTERS: usize = 255;

/// The busy times of a calendar file that touch a window of days, both ends included.
///
/// Repeated events are told one by one. Whole days and times without a zone are Swedish. What is free, cancelled or
/// lasts no time is left out, and so are tasks and notes.
///
/// # Errors
/// No calendar, or one that was cut off; a file longer than [`MOST_BYTES`], more than [`MOST_BUSY`] times, or rules
/// that ask for too much work.
pub fn read_busy(bytes: &[u8], from: NaiveDate, to: NaiveDate) -> Result<Reading, Problem> {
    let Events { times, unread, .. } = read(bytes, (from, to), Sought::Busy)?;
    let taken = |time: Timed| Busy { from: time.from, until: time.until, uid: time.said.uid.clone() };
    let mut busy: Vec<Busy> = times.into_iter().map(taken).collect();
    busy.sort();
    busy.dedup();
    Ok(Reading { busy, unread })
}

/// The events of a calendar file that take place on a window of days, both ends included, with what they say.
///
/// Repeated events are told one by one; what is said of one of them stands in its place. Whole days and times without a
/// zone are Swedish.
///
/// # Errors
/// As [`read_busy()`].
pub fn read_events(bytes: &[u8], from: NaiveDate, to: NaiveDate) -> Result<Events, Problem> {
    let mut events = read(bytes, (from, to), Sought::Events)?;
    events.times.sort_by_key(|one| (one.from, one.said.line));
    // A rule gives the first of its times again, and of those alike one is enough.
    events.times.dedup_by(|one, other| {
        (one.given, one.from, one.until) == (other.given, other.from, other.until)
            && one.said.uid == other.said.uid
            && one.said.line == other.said.line
    });
    Ok(events)
}

/// Whether bytes look like a calendar file: what comes first is the beginning of one.
pub fn is_calendar(bytes: &[u8]) -> bool {
    const BEGINS: &[u8] = b"BEGIN:VCALENDAR";
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.get(..BEGINS.len()).is_some_and(|first| first.eq_ignore_ascii_case(BEGINS))
}

fn read(bytes: &[u8], days: (NaiveDate, NaiveDate), sought: Sought) -> Result<Events, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(invalid("calendar-too-large").with("most", MOST_BYTES / 1024 / 1024));
    }
    let files = calendars(bytes).map_err(|fault| match fault {
        NoCalendar::None => invalid("calendar-none"),
        NoCalendar::CutOff => invalid("calendar-cut-off"),
    })?;
    let mut reader = Reader { sought, days, window: Window::new(days.0, days.1, sought), events: Events::default() };
    for file in &files {
        reader.read(file).map_err(|repeats::Fault| invalid("calendar-too-many").with("most", MOST_BUSY))?;
    }
    Ok(Events { times: reader.window.found, ..reader.events })
}

fn invalid(key: &'static str) -> Problem {
    Problem::new(Kind::Invalid, key)
}

struct Reader {
    sought: Sought,
    days: (NaiveDate, NaiveDate),
    window: Window,
    /// What is found beside times.
    events: Events,
}

/// A series as far as those need to know that stand for one of its times.
#[derive(Default)]
struct Series<'a> {
    clock: Option<Clock>,
    version: Version,
    is_cancelled: bool,
    replaced: Gaps,
    from_then: Vec<FromThen>,
    /// The event itself, if it could be read and counts.
    read: Vec<(&'a Rc<Said>, Event)>,
}

impl Reader {
    fn read(&mut self, file: &Part) -> Result<(), repeats::Fault> {
        let (from, to) = self.days;
        let until = to.checked_add_days(Days::new(2)).unwrap_or(to);
        let zones = Zones::of(file, until, &mut self.window.work)?;
        let all_are_cancelled = file.word("METHOD") == "CANCEL";
        let head = |part| Head::of(part, all_are_cancelled, self.sought);
        let heads: Vec<Head<'_>> = file.parts_called("VEVENT").map(head).collect();
        let newest = newest(heads.iter().filter(|head| !head.is_exception).map(|head| (head.uid, &head.version)));
        let stands = |head: &&Head<'_>| head.uid.is_empty() || newest.get(head.uid) == Some(&&head.version);

        let mut series: HashMap<&str, Series<'_>> = HashMap::new();
        let mut nameless = Vec::new();
        for head in heads.iter().filter(|head| !head.is_exception).filter(stands) {
            let read = Event::read(head.part, &zones);
            // What is called off is so whenever it was to be.
            if !head.uid.is_empty() && (read.is_ok() || head.is_cancelled) {
                self.events.whole.insert(head.said.uid.clone(), Rc::clone(&head.said));
            }
            let known = if head.uid.is_empty() { None } else { Some(series.entry(head.uid).or_default()) };
            match read {
                Ok(event) => match known {
                    Some(known) => {
                        known.clock = Some(event.start.clock.clone());
                        known.version = head.version.clone();
                        known.is_cancelled |= head.is_cancelled;
                        known.read.extend(head.counts.then_some((&head.said, event)));
                    }
                    None => nameless.extend(head.counts.then_some((&head.said, event))),
                },
                Err(fault) if head.counts && !head.is_outside(from, to) => self.name(head, fault),
                Err(_) => {}
            }
        }
        self.exceptions(&heads, &zones, &mut series)?;
        for known in series.values_mut() {
            known.from_then.sort_by_key(|change| change.since);
            for (said, event) in &known.read {
                self.window.keep_all(said, event, &known.replaced, &known.from_then)?;
            }
        }
        for (said, event) in &nameless {
            self.window.keep_all(said, event, &Gaps::default(), &[])?;
        }
        if self.sought == Sought::Events {
            return Ok(());
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
            let own = if head.counts { Some(Event::read(head.part, zones)) } else { None };
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
                            counts: head.counts,
                            said: Rc::clone(&head.said),
                        }),
                        None if matches!(own, Some(Ok(_))) => self.name(head, Fault::Rule),
                        None => {}
                    }
                }
            }
            match own {
                Some(Ok(event)) => self.window.keep(&head.said, instead_of, &event.start, event.lasts)?,
                None => self.events.called_off.push((Rc::clone(&head.said), instead_of.here())),
                Some(Err(fault)) if !head.is_outside(from, to) => self.name(head, fault),
                _ => {}
            }
        }
        Ok(())
    }

    /// The times of `VFREEBUSY`, which is what a server publishes of somebody.
    fn free_busy(&mut self, file: &Part, zones: &Zones) -> Result<(), repeats::Fault> {
        for part in file.parts_called("VFREEBUSY") {
            let uid = kept(part.value("UID").unwrap_or_default(), UID_LETTERS);
            let said = Rc::new(Said { line: part.begins, uid, ..Said::default() });
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
                        Some((from, lasts)) => self.window.keep(&said, &from, &from, lasts)?,
                        None => self.events.unread.push(Unread {
                            title: String::new(),
                            day: day_in(value),
                            why: Why::Time,
                            uid: said.uid.clone(),
                            line: said.line,
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
        let title = kept(&head.part.text("SUMMARY"), TOLD_LETTERS);
        let (uid, line) = (head.said.uid.clone(), head.said.line);
        self.events.unread.push(Unread { title, day, why, uid, line });
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
