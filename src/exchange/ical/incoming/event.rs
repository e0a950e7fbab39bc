//! One event of a calendar file: its times, whether they count, and what it says beside them.

use std::rc::Rc;

use chrono::{Days, NaiveDate, TimeDelta};

use super::clock::{Clock, Moment, Unreadable, Zones};
use super::lines::{Line, Part};
use super::rule::Rule;
use super::value::{Length, Until, day_in, length, period};
use super::{Said, UID_LETTERS, kept};

/// Which version of an event it is: the higher number, and of the same number the later stamp, stands (RFC 5546 2.1.5).
pub(super) type Version = (u32, String);

/// What is looked for in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    /// When somebody is taken up, and nothing else.
    Busy,
    /// What takes place, and what it is.
    Events,
}

/// Most letters of a text of an event that are kept.
const TEXT_LETTERS: usize = 500;

/// Most categories of an event that are kept.
const MOST_CATEGORIES: usize = 20;

/// What can be said of an event before its times are read.
#[derive(Debug)]
pub(super) struct Head<'a> {
    pub(super) part: &'a Part,
    /// What the calendar knows it by; empty if it says nothing.
    pub(super) uid: &'a str,
    /// Whether it stands for one time of a series.
    pub(super) is_exception: bool,
    /// Whether it takes place and, where busy times are sought, takes up time.
    pub(super) counts: bool,
    pub(super) is_cancelled: bool,
    pub(super) version: Version,
    /// What it says; where busy times are sought no more than what it is known by.
    pub(super) said: Rc<Said>,
}

impl<'a> Head<'a> {
    pub(super) fn of(part: &'a Part, all_are_cancelled: bool, sought: Sought) -> Self {
        let is_cancelled = all_are_cancelled || part.word("STATUS") == "CANCELLED";
        // Outlook and Exchange say it in a word of their own, which decides where it stands ([MS-OXCICAL]
        // 2.1.3.1.1.20.31).
        let is_free = match part.word("X-MICROSOFT-CDO-BUSYSTATUS").as_str() {
            "" => part.word("TRANSP") == "TRANSPARENT",
            word => word == "FREE",
        };
        let sequence = part.value("SEQUENCE").and_then(|number| number.parse().ok()).unwrap_or_default();
        let is_exception = part.line("RECURRENCE-ID").is_some();
        let uid = part.value("UID").unwrap_or_default();
        let bare = Said { line: part.begins, uid: kept(uid, UID_LETTERS), ..Said::default() };
        let told = |name| kept(&part.text(name), TEXT_LETTERS);
        let said = match sought {
            Sought::Busy => bare,
            Sought::Events => Said {
                summary: told("SUMMARY"),
                categories: part
                    .texts("CATEGORIES")
                    .iter()
                    .take(MOST_CATEGORIES)
                    .map(|one| kept(one, TEXT_LETTERS))
                    .collect(),
                location: told("LOCATION"),
                status: kept(&part.word("STATUS"), TEXT_LETTERS),
                sequence,
                repeats: !is_exception && ["RRULE", "RDATE"].iter().any(|name| part.line(name).is_some()),
                is_exception,
                ..bare
            },
        };
        Self {
            part,
            uid,
            is_exception,
            counts: !is_cancelled && (sought == Sought::Events || !is_free),
            is_cancelled,
            version: (sequence, part.word("DTSTAMP")),
            said: Rc::new(said),
        }
    }

    /// Whether it lies outside some days as far as can be told without reading its times; when in doubt it does not.
    pub(super) fn is_outside(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let day = |name| self.part.value(name).and_then(day_in);
        let Some(begins) = day("DTSTART") else { return false };
        // Another clock is at most a day away.
        let near = |day: NaiveDate, days: i64| day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day);
        if begins > near(to, 1) {
            return true;
        }
        let repeats = ["RRULE", "RDATE"].iter().any(|name| self.part.line(name).is_some());
        let lasts = match self.part.value("DURATION").map(length) {
            None => 0,
            Some(Some(Length::Told { days, exact })) => days.saturating_add(exact.num_days()).saturating_add(1),
            Some(_) => return false,
        };
        let Ok(lasts) = u64::try_from(lasts) else { return false };
        let last = if repeats {
            let until = |rule: &Line| {
                let written = rule.value.to_ascii_uppercase();
                written.split(';').find_map(|part| day_in(part.trim().strip_prefix("UNTIL=")?))
            };
            let ends: Option<Vec<NaiveDate>> = self.part.all("RRULE").map(until).collect();
            match ends {
                Some(ends) if self.part.line("RDATE").is_none() => ends.into_iter().max(),
                _ => None,
            }
        } else {
            Some(begins)
        };
        let over =
            day("DTEND").map_or(0, |ends| u64::try_from((ends - begins).num_days()).unwrap_or_default()).max(lasts);
        last.and_then(|last| near(last.max(begins), 1).checked_add_days(Days::new(over)))
            .is_some_and(|ends| ends < from)
    }
}

/// Why an event cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    Unreadable(Unreadable),
    /// A rule that is not understood.
    Rule,
    /// It ends before it begins.
    Backwards,
}

impl From<Unreadable> for Fault {
    fn from(fault: Unreadable) -> Self {
        Self::Unreadable(fault)
    }
}

const NO_TIME: Fault = Fault::Unreadable(Unreadable::Time);

/// An event as read.
#[derive(Debug)]
pub(super) struct Event {
    /// When it begins, or the first of it.
    pub(super) start: Moment,
    pub(super) lasts: Length,
    /// The rules it is repeated by.
    pub(super) rules: Vec<Rule>,
    /// The rules that take times away again, which RFC 2445 had and calendars still have.
    pub(super) against: Vec<Rule>,
    /// Other times it is repeated at, and how long it lasts then if it is another length.
    pub(super) also: Vec<(Moment, Option<Length>)>,
    /// Times it is not at.
    pub(super) except: Vec<Moment>,
}

impl Event {
    /// Reads an event. Times without a zone of an event that stands for one of a series are on the series' clock.
    pub(super) fn read(part: &Part, zones: &Zones) -> Result<Self, Fault> {
        let first = |name| part.line(name).map(|line| zones.moment(line, &line.value, None)).transpose();
        let start: Moment = first("DTSTART")?.ok_or(NO_TIME)?;
        let own = Some(&start.clock);
        let lasting = part.value("DURATION").map(|text| length(text).ok_or(NO_TIME)).transpose()?;
        let lasts = match (part.line("DTEND"), lasting) {
            (Some(line), _) => {
                let ends = zones.moment(line, &line.value, own)?;
                let lasts = ends.on(&start.clock) - start.wall;
                // Programs that mean one day write the same day twice.
                let is_one = start.clock.is_days() && lasts.is_zero();
                Length::OnClock(if is_one { TimeDelta::days(1) } else { lasts })
            }
            (None, Some(lasts)) => lasts,
            (None, None) if start.clock.is_days() => Length::OnClock(TimeDelta::days(1)),
            (None, None) => Length::OnClock(TimeDelta::zero()),
        };
        let is_backwards = match lasts {
            Length::OnClock(lasts) => lasts < TimeDelta::zero(),
            Length::Told { days, exact } => days < 0 || exact < TimeDelta::zero(),
        };
        if is_backwards {
            return Err(Fault::Backwards);
        }
        let rules =
            |name| part.all(name).map(|line| Rule::read(&line.value).ok_or(Fault::Rule)).collect::<Result<Vec<_>, _>>();
        let mut read = Self {
            lasts,
            rules: rules("RRULE")?,
            against: rules("EXRULE")?,
            also: Vec::new(),
            except: Vec::new(),
            start: start.clone(),
        };
        for (line, value) in values(part, "EXDATE") {
            read.except.push(zones.moment(line, value, own)?);
        }
        for (line, value) in values(part, "RDATE") {
            read.also.push(other_time(line, value, zones, own)?);
        }
        Ok(read)
    }

    /// Which time of its series an event stands for.
    pub(super) fn instead_of(part: &Part, zones: &Zones, series: Option<&Clock>) -> Result<Option<Moment>, Fault> {
        let Some(line) = part.line("RECURRENCE-ID") else { return Ok(None) };
        // Without its series the clock that it is moved on is the likeliest.
        let own = || part.line("DTSTART").and_then(|start| zones.moment(start, &start.value, None).ok());
        let clock = series.cloned().or_else(|| own().map(|start| start.clock));
        Ok(Some(zones.moment(line, &line.value, clock.as_ref())?))
    }

    /// Whether what an event says is so from its time on, for all that follow.
    pub(super) fn and_later(part: &Part) -> bool {
        part.line("RECURRENCE-ID").is_some_and(|line| line.parameter("RANGE").is_some())
    }
}

/// The values of all lines of a name, each with its line.
fn values<'a>(part: &'a Part, name: &'a str) -> impl Iterator<Item = (&'a Line, &'a str)> {
    let split = |line: &'a Line| {
        line.value.split(',').map(str::trim).filter(|value| !value.is_empty()).map(move |value| (line, value))
    };
    part.all(name).flat_map(split)
}

fn other_time(line: &Line, value: &str, zones: &Zones, own: Option<&Clock>) -> Result<(Moment, Option<Length>), Fault> {
    if !value.contains('/') {
        return Ok((zones.moment(line, value, own)?, None));
    }
    let (from, until) = period(value).ok_or(NO_TIME)?;
    let from = zones.of_written(line, from, own)?;
    let lasts = match until {
        Until::Length(lasts) => lasts,
        Until::Time(until) => Length::OnClock(zones.of_written(line, until, own)?.on(&from.clock) - from.wall),
    };
    Ok((from, Some(lasts)))
}
