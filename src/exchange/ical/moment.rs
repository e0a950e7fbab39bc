//! A time as a calendar file gives it: what a clock shows, and whose clock it is.

use std::collections::{HashMap, HashSet};

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarEntry, ICalendarProperty, ICalendarValue};
use chrono::{NaiveDate, NaiveDateTime};

use super::zone::{STOCKHOLM, on_clock};

/// A time on a clock. Whole days, and times that belong to no zone, are on the Swedish one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    pub(super) wall: NaiveDateTime,
    pub(super) zone: Tz,
    /// Whether it is a whole day; then the clock shows midnight.
    pub(super) is_day: bool,
}

impl Moment {
    /// What another clock shows then; a whole day is the same day everywhere.
    pub(super) fn on(&self, zone: Tz) -> NaiveDateTime {
        if self.is_day { self.wall } else { on_clock(self.zone, self.wall, zone) }
    }
}

/// Times to be left out of a series: single times, and whole days with all that is on them.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    at: HashSet<NaiveDateTime>,
    on: HashSet<NaiveDate>,
}

impl Gaps {
    /// Whether a time is left out.
    pub(super) fn hold(&self, time: Moment) -> bool {
        self.at.contains(&time.on(STOCKHOLM)) || self.on.contains(&time.wall.date())
    }
}

impl Extend<Moment> for Gaps {
    fn extend<I: IntoIterator<Item = Moment>>(&mut self, times: I) {
        for time in times {
            if time.is_day {
                self.on.insert(time.wall.date());
            } else {
                self.at.insert(time.on(STOCKHOLM));
            }
        }
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
pub(super) struct Zones<'a> {
    known: TzResolver<&'a str>,
    /// Those of no known name whose clock is one and two hours ahead of UTC.
    swedish: HashMap<&'a str, Tz>,
}

impl<'a> Zones<'a> {
    pub(super) fn of(file: &'a ICalendar) -> Self {
        let mut swedish = HashMap::new();
        for zone in file.timezones() {
            let name = zone.property(&ICalendarProperty::Tzid).and_then(|entry| entry.values.first()?.as_text());
            let parts = zone.component_ids.iter().filter_map(|id| file.component_by_id(*id));
            let hours: Vec<Option<u8>> = parts
                .filter(|part| {
                    matches!(part.component_type, ICalendarComponentType::Standard | ICalendarComponentType::Daylight)
                })
                .map(|part| hours_ahead(part.property(&ICalendarProperty::Tzoffsetto)?))
                .collect();
            let like_here = hours.contains(&Some(1)) && hours.contains(&Some(2));
            if let Some(name) = name.filter(|_| like_here && hours.iter().all(|one| matches!(one, Some(1 | 2)))) {
                swedish.insert(name, STOCKHOLM);
            }
        }
        Self { known: file.build_tz_resolver(), swedish }
    }

    /// The time that a value of a property is.
    pub(super) fn moment(&self, property: &ICalendarEntry, value: &PartialDateTime) -> Result<Moment, Unreadable> {
        let read = value.to_date_time().ok_or(Unreadable::Time)?;
        if !value.has_time() {
            return Ok(Moment { wall: read.date_time, zone: STOCKHOLM, is_day: true });
        }
        let zone = match (read.tz(), property.tz_id()) {
            (Some(zone), _) => zone,
            (None, None) => STOCKHOLM,
            (None, Some(name)) => {
                let zone = self.known.resolve(name).or_else(|| self.swedish.get(name).copied());
                zone.ok_or_else(|| Unreadable::Zone(name.to_owned()))?
            }
        };
        Ok(Moment { wall: read.date_time, zone, is_day: false })
    }

    /// Every time that a property holds.
    pub(super) fn moments(&self, property: &ICalendarEntry) -> Result<Vec<Moment>, Unreadable> {
        let moment = |value: &ICalendarValue| match value {
            ICalendarValue::PartialDateTime(value) => self.moment(property, value),
            _ => Err(Unreadable::Time),
        };
        property.values.iter().map(moment).collect()
    }
}

/// Whole hours ahead of UTC; none for anything else.
fn hours_ahead(property: &ICalendarEntry) -> Option<u8> {
    match property.values.first()?.as_partial_date_time()? {
        PartialDateTime { tz_hour, tz_minute: None | Some(0), tz_minus: false, .. } => *tz_hour,
        _ => None,
    }
}
