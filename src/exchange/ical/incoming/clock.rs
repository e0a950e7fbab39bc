//! Times on clocks: what a clock shows, and whose clock it is.
//!
//! A zone goes by its name in the tz database; else by what the file tells of it; else by the names that programs are
//! known to give zones: those of Windows, and those of the tz database with something in front.

use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

use calcard::common::timezone::Tz as Named;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::super::zone::instant;
use super::lines::{Line, Part};
use super::repeats::{Fault, Work};
use super::told::Told;
use super::value::{Length, Written, written};

use super::super::zone::STOCKHOLM as HERE;

/// A clock.
#[derive(Debug, Clone)]
pub(super) enum Zone {
    /// One of the tz database.
    Known(Tz),
    /// As far ahead of UTC all year.
    Fixed(FixedOffset),
    /// One that the file tells.
    Told(Rc<Told>),
}

impl Zone {
    /// The moment at which it shows a time, in UTC. A time that it shows twice is the first of the two, one that it
    /// never shows is as much later as it was put forward.
    pub(super) fn utc(&self, wall: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Known(zone) => instant(zone, wall).naive_utc(),
            Self::Fixed(offset) => instant(offset, wall).naive_utc(),
            Self::Told(told) => told.utc(wall),
        }
    }

    /// What it shows at a moment.
    pub(super) fn wall(&self, utc: NaiveDateTime) -> NaiveDateTime {
        match self {
            Self::Known(zone) => shown(zone, utc),
            Self::Fixed(offset) => shown(offset, utc),
            Self::Told(told) => told.wall(utc),
        }
    }
}

fn shown(zone: &impl TimeZone, utc: NaiveDateTime) -> NaiveDateTime {
    // At the ends of all time there is no other.
    let local = DateTime::<chrono::Utc>::from_naive_utc_and_offset(utc, chrono::Utc).with_timezone(zone);
    local.naive_utc().checked_add_offset(chrono::Offset::fix(local.offset())).unwrap_or(utc)
}

/// What the Swedish clock shows at a moment.
pub(super) fn here(utc: NaiveDateTime) -> NaiveDateTime {
    shown(&HERE, utc)
}

/// Whose clock a time is on.
#[derive(Debug, Clone)]
pub(super) enum Clock {
    /// Whole days, which are the same everywhere.
    Days,
    /// No zone is told: the clock where one is.
    Floating,
    /// A zone's.
    Of(Zone),
}

/// UTC's.
pub(super) const UTC: Clock = Clock::Of(Zone::Known(Tz::UTC));

impl Clock {
    pub(super) fn is_days(&self) -> bool {
        matches!(self, Self::Days)
    }

    fn zone(&self) -> Zone {
        match self {
            Self::Days | Self::Floating => Zone::Known(HERE),
            Self::Of(zone) => zone.clone(),
        }
    }
}

/// A time on a clock; of a whole day its midnight.
#[derive(Debug, Clone)]
pub(super) struct Moment {
    pub(super) wall: NaiveDateTime,
    pub(super) clock: Clock,
}

impl Moment {
    /// In UTC.
    pub(super) fn utc(&self) -> NaiveDateTime {
        self.clock.zone().utc(self.wall)
    }

    /// What the Swedish clock shows then; of a whole day its midnight.
    pub(super) fn here(&self) -> NaiveDateTime {
        match self.clock {
            Clock::Days | Clock::Floating => self.wall,
            Clock::Of(_) => here(self.utc()),
        }
    }

    /// What another clock shows then; a whole day is the same day everywhere.
    pub(super) fn on(&self, clock: &Clock) -> NaiveDateTime {
        match (&self.clock, clock) {
            (Clock::Days, _) | (Clock::Floating, Clock::Floating | Clock::Days) => self.wall,
            // A day is the one that it is here.
            (_, Clock::Days) => self.here(),
            (_, Clock::Floating) => self.here(),
            // Where both clocks agree the time stays as it was told, also in an hour that they pass over in spring.
            (_, Clock::Of(zone)) if zone.utc(self.wall) == self.utc() => self.wall,
            (_, Clock::Of(zone)) => zone.wall(self.utc()),
        }
    }

    /// The same clock showing another time.
    pub(super) fn at(&self, wall: NaiveDateTime) -> Self {
        Self { wall, clock: self.clock.clone() }
    }

    /// What lasts from here on for a length, as the Swedish clock shows its two ends; none if it takes no time.
    pub(super) fn span(&self, lasts: Length) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let (begins, ends) = match lasts {
            Length::OnClock(later) => (self.utc(), self.at(self.wall.checked_add_signed(later)?).utc()),
            Length::Told { days, exact } => {
                let day = self.at(self.wall.checked_add_signed(TimeDelta::try_days(days)?)?);
                (self.utc(), day.utc().checked_add_signed(exact)?)
            }
        };
        if ends <= begins {
            return None;
        }
        let (from, until) = (here(begins), here(ends));
        // In the hour that the clock shows twice, an end may be read before its beginning.
        Some((from, if until > from { until } else { from.checked_add_signed(ends - begins)? }))
    }
}

/// Why a time cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is no time, or there is none.
    Time,
    /// It is in a zone that nobody knows.
    Zone(String),
}

/// The zones that a file tells and those that everybody knows.
pub(super) struct Zones {
    told: HashMap<String, Zone>,
}

impl Zones {
    /// Reads those that a calendar tells, for times up to a day.
    pub(super) fn of(calendar: &Part, until: NaiveDate, work: &mut Work) -> Result<Self, Fault> {
        let mut told = HashMap::new();
        for zone in calendar.parts_called("VTIMEZONE") {
            let name = zone.text("TZID");
            let read = Told::read(zone, until.and_time(NaiveTime::MIN), work)?.map(|told| Zone::Told(Rc::new(told)));
            let known = || zone.value("X-LIC-LOCATION").and_then(of_the_database).map(Zone::Known);
            if let Some(zone) = read.or_else(known) {
                told.insert(name, zone);
            }
        }
        Ok(Self { told })
    }

    fn find(&self, name: &str) -> Option<Zone> {
        of_the_database(name)
            .map(Zone::Known)
            .or_else(|| self.told.get(name).cloned())
            .or_else(|| as_programs_call_it(name))
    }

    /// The time that a line gives in one of its values; without a zone it is on the clock that is given, if there is
    /// one.
    pub(super) fn moment(&self, line: &Line, value: &str, clock: Option<&Clock>) -> Result<Moment, Unreadable> {
        self.of_written(line, written(value).ok_or(Unreadable::Time)?, clock)
    }

    pub(super) fn of_written(
        &self,
        line: &Line,
        written: Written,
        clock: Option<&Clock>,
    ) -> Result<Moment, Unreadable> {
        let zoned = || match line.parameter("TZID").map(clean_name).filter(|name| !name.is_empty()) {
            Some(name) => self.find(&name).map(Clock::Of).ok_or(Unreadable::Zone(name)),
            None => Ok(clock.filter(|clock| !clock.is_days()).cloned().unwrap_or(Clock::Floating)),
        };
        Ok(match written {
            Written::Day(day) => Moment { wall: day.and_time(NaiveTime::MIN), clock: Clock::Days },
            Written::Utc(wall) => Moment { wall, clock: UTC },
            Written::Clock(wall) => Moment { wall, clock: zoned()? },
        })
    }
}

fn clean_name(name: &str) -> String {
    crate::domain::text::clean_line(name)
}

fn of_the_database(name: &str) -> Option<Tz> {
    if name.eq_ignore_ascii_case("utc") { Some(Tz::UTC) } else { name.parse().ok() }
}

/// `/freeassociation.sourceforge.net/Europe/London`, `tzone://Microsoft/Utc`, `W. Europe Standard Time`.
fn as_programs_call_it(name: &str) -> Option<Zone> {
    let after_a_stroke = name.match_indices('/').map(|(place, _)| &name[place + 1..]);
    let known = after_a_stroke.filter_map(of_the_database).map(Zone::Known).next();
    known.or_else(|| match Named::from_str(name) {
        Ok(Named::Tz(zone)) => Some(Zone::Known(zone)),
        Ok(Named::Fixed(offset)) => Some(Zone::Fixed(offset)),
        _ => None,
    })
}
