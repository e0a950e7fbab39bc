//! One visit as a calendar shows it: when, and which words.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarClassification, ICalendarComponent, ICalendarEntry, ICalendarParameter, ICalendarProperty,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType,
};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

use super::outgoing::{Telling, Words};
use super::zone;
use crate::domain::codes::VisitContact;
use crate::domain::text::{clean_line, clean_note};
use crate::domain::visit::{Terms, Visit, clash};

/// A day, or a time of a day on a Swedish clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Day(NaiveDate),
    Clock(NaiveDateTime),
}

/// What a calendar shows of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// `DTSTART`.
    begins: ICalendarEntry,
    /// `DTEND`, not included.
    ends: ICalendarEntry,
    words: Words,
    /// Whether it takes up anybody's time.
    busy: bool,
}

impl Shown {
    /// None where a day lies beyond what a calendar can say.
    pub(super) fn of(visit: &Visit<'_>, telling: &Telling<'_>) -> Option<Self> {
        let words = match telling {
            Telling::Busy(word) => Words { summary: (*word).to_owned(), location: None, description: None },
            Telling::Words(words) => words(visit),
        };
        let (begins, ends) = span(visit)?;
        let (begins, ends) = (point(ICalendarProperty::Dtstart, begins)?, point(ICalendarProperty::Dtend, ends)?);
        Some(Self { begins, ends, words, busy: visit.terms().contact != VisitContact::Letter })
    }

    /// Writes it into an event; one that is cancelled takes up no time.
    pub(super) fn write(&self, event: &mut ICalendarComponent, cancelled: bool) {
        event.entries.extend([self.begins.clone(), self.ends.clone()]);
        event.add_property(ICalendarProperty::Summary, clean_line(&self.words.summary));
        if let Some(location) = &self.words.location {
            event.add_property(ICalendarProperty::Location, clean_line(location));
        }
        if let Some(description) = &self.words.description {
            event.add_property(ICalendarProperty::Description, clean_note(description));
        }
        let status = if cancelled { ICalendarStatus::Cancelled } else { ICalendarStatus::Confirmed };
        let busy = self.busy && !cancelled;
        let taken = if busy { ICalendarTransparency::Opaque } else { ICalendarTransparency::Transparent };
        event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
        event.add_property(ICalendarProperty::Status, status);
        event.add_property(ICalendarProperty::Transp, taken);
    }
}

/// Clock times as clashes reckon them; without one, the day and those after its nights.
fn span(visit: &Visit<'_>) -> Option<(Point, Point)> {
    if let Some((start, end)) = clash::span(visit) {
        return Some((Point::Clock(start), Point::Clock(end)));
    }
    let day = visit.on();
    let days = Days::new(u64::from(visit.terms().nights) + 1);
    Some((Point::Day(day), Point::Day(day.checked_add_days(days)?)))
}

/// The point that the series gives a day, by which an exception is known.
pub(super) fn given(day: NaiveDate, terms: &Terms) -> Point {
    terms.start.map_or(Point::Day(day), |start| Point::Clock(day.and_time(start)))
}

/// A property that is a point; none beyond the years that can be written.
pub(super) fn point(name: ICalendarProperty, point: Point) -> Option<ICalendarEntry> {
    let (param, value) = match point {
        Point::Day(day) => (ICalendarParameter::value(ICalendarValueType::Date), date(day)?),
        Point::Clock(time) => (ICalendarParameter::tzid(zone::TZID.to_owned()), wall(time)?),
    };
    let values = vec![ICalendarValue::PartialDateTime(Box::new(value))];
    Some(ICalendarEntry { name, params: vec![param], values })
}

/// Where a rule ends that begins at a point: its last day, or the last second of it in UTC.
///
/// The end of the day rather than the time of the last visit: programs that compare it with the local time, which is
/// wrong and common, come to the same.
pub(super) fn until(begins: Point, last: NaiveDate) -> Option<PartialDateTime> {
    match begins {
        Point::Day(_) => date(last),
        Point::Clock(_) => utc(zone::end_of(last)?),
    }
}

/// A time in UTC.
pub(super) fn utc(time: NaiveDateTime) -> Option<PartialDateTime> {
    Some(PartialDateTime { tz_hour: Some(0), tz_minute: Some(0), ..wall(time)? })
}

/// A time on whatever clock is meant; none beyond the years that can be written.
pub(super) fn wall(time: NaiveDateTime) -> Option<PartialDateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    Some(PartialDateTime {
        hour: part(time.hour()),
        minute: part(time.minute()),
        second: part(time.second()),
        ..date(time.date())?
    })
}

fn date(day: NaiveDate) -> Option<PartialDateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(day.year()).ok().filter(|year| (1..=9999).contains(year))?;
    Some(PartialDateTime {
        year: Some(year),
        month: part(day.month()),
        day: part(day.day()),
        ..PartialDateTime::default()
    })
}
