//! One event of a calendar file: its times, and nothing of what it is about.

use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarPeriod, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarStatus, ICalendarTransparency, ICalendarValue,
};
use chrono::TimeDelta;

use super::moment::{Gaps, Moment, Unreadable, Zones};

/// An event as read.
#[derive(Debug)]
pub(super) struct Happening<'a> {
    /// What the calendar knows it by; empty if it says nothing.
    pub(super) uid: &'a str,
    /// When it begins, or the first of it.
    pub(super) start: Moment,
    /// How long it lasts on its own clock.
    pub(super) lasts: TimeDelta,
    /// The rules it is repeated by; none where a rule cannot be read.
    pub(super) rules: Vec<Option<&'a ICalendarRecurrenceRule>>,
    /// Other times it is repeated at, and how long it lasts then if it is another length.
    pub(super) also: Vec<(Moment, Option<TimeDelta>)>,
    /// Times it is not at.
    pub(super) except: Gaps,
    /// Which time of the event of the same name it stands for.
    pub(super) instead_of: Option<Moment>,
    /// Whether it stands for all later times too.
    pub(super) and_later: bool,
    /// Whether it takes place and takes up time.
    pub(super) is_busy: bool,
}

impl<'a> Happening<'a> {
    /// Reads an event.
    pub(super) fn read(event: &'a ICalendarComponent, zones: &Zones<'_>) -> Result<Self, Unreadable> {
        let first = |name| event.property(&name).map(|found| first_moment(found, zones)).transpose();
        let start = first(ICalendarProperty::Dtstart)?.ok_or(Unreadable::Time)?;
        let ends = first(ICalendarProperty::Dtend)?.map(|end| end.on(start.zone).signed_duration_since(start.wall));
        let lasting = event.property(&ICalendarProperty::Duration).map(length).transpose()?;
        let otherwise = if start.is_day { TimeDelta::days(1) } else { TimeDelta::zero() };
        let instead = event.property(&ICalendarProperty::RecurrenceId);
        let free = event.transparency() == Some(&ICalendarTransparency::Transparent);
        let mut read = Self {
            uid: event.uid().unwrap_or_default(),
            start,
            lasts: ends.or(lasting).unwrap_or(otherwise),
            rules: Vec::new(),
            also: Vec::new(),
            except: Gaps::default(),
            instead_of: first(ICalendarProperty::RecurrenceId)?,
            and_later: instead.is_some_and(|one| one.has_parameter(&ICalendarParameterName::Range)),
            is_busy: !free && event.status() != Some(&ICalendarStatus::Cancelled),
        };
        for property in &event.entries {
            match property.name {
                ICalendarProperty::Rrule => read.rules.push(match property.values.first() {
                    Some(ICalendarValue::RecurrenceRule(rule)) => Some(rule),
                    _ => None,
                }),
                ICalendarProperty::Exdate => read.except.extend(zones.moments(property)?),
                ICalendarProperty::Rdate => {
                    for value in &property.values {
                        read.also.push(other_time(property, value, zones)?);
                    }
                }
                _ => {}
            }
        }
        Ok(read)
    }
}

fn first_moment(property: &ICalendarEntry, zones: &Zones<'_>) -> Result<Moment, Unreadable> {
    zones.moments(property)?.first().copied().ok_or(Unreadable::Time)
}

fn length(property: &ICalendarEntry) -> Result<TimeDelta, Unreadable> {
    match property.values.first() {
        Some(ICalendarValue::Duration(length)) => length.to_time_delta().ok_or(Unreadable::Time),
        _ => Err(Unreadable::Time),
    }
}

fn other_time(
    property: &ICalendarEntry,
    value: &ICalendarValue,
    zones: &Zones<'_>,
) -> Result<(Moment, Option<TimeDelta>), Unreadable> {
    match value {
        ICalendarValue::PartialDateTime(value) => Ok((zones.moment(property, value)?, None)),
        ICalendarValue::Period(ICalendarPeriod::Range { start, end }) => {
            let (start, end) = (zones.moment(property, start)?, zones.moment(property, end)?);
            Ok((start, Some(end.on(start.zone).signed_duration_since(start.wall))))
        }
        ICalendarValue::Period(ICalendarPeriod::Duration { start, duration }) => {
            let lasts = duration.to_time_delta().ok_or(Unreadable::Time)?;
            Ok((zones.moment(property, start)?, Some(lasts)))
        }
        _ => Err(Unreadable::Time),
    }
}
