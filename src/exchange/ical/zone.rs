//! Swedish time: how a calendar file tells its rules, and how other clocks are read by it.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarFrequency, ICalendarMonth, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarWeekday,
};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};

/// The zone's name in the tz database and in every calendar program.
pub(super) const TZID: &str = "Europe/Stockholm";

/// Swedish time.
pub(super) const STOCKHOLM: chrono_tz::Tz = chrono_tz::Europe::Stockholm;

/// A change of the clock that comes every year on the last Sunday of a month.
struct Change {
    kind: ICalendarComponentType,
    /// What it is called.
    name: &'static str,
    /// The first time it held: year, month, day; hour on the clock before the change.
    first: (u16, u8, u8, u8),
    /// Hours ahead of UTC before and after.
    hours: (u8, u8),
}

/// Since 1996 summer time ends in October; before that the rules are others, and no visit is.
/// Source: tz database, zone Europe/Stockholm; directive 2000/84/EC.
const CHANGES: [Change; 2] = [
    Change { kind: ICalendarComponentType::Daylight, name: "CEST", first: (1981, 3, 29, 2), hours: (1, 2) },
    Change { kind: ICalendarComponentType::Standard, name: "CET", first: (1996, 10, 27, 3), hours: (2, 1) },
];

/// The rules of Swedish time as a file tells them: the zone, then its changes.
pub(super) fn rules() -> (ICalendarComponent, Vec<ICalendarComponent>) {
    let mut zone = ICalendarComponent::new(ICalendarComponentType::VTimezone);
    zone.add_property(ICalendarProperty::Tzid, TZID);
    (zone, CHANGES.iter().map(change).collect())
}

fn change(change: &Change) -> ICalendarComponent {
    let (year, month, day, hour) = change.first;
    let offset = |hours| PartialDateTime { tz_hour: Some(hours), tz_minute: Some(0), ..PartialDateTime::default() };
    let first = PartialDateTime {
        year: Some(year),
        month: Some(month),
        day: Some(day),
        hour: Some(hour),
        minute: Some(0),
        second: Some(0),
        ..PartialDateTime::default()
    };
    let yearly = ICalendarRecurrenceRule {
        freq: ICalendarFrequency::Yearly,
        bymonth: vec![ICalendarMonth::new(month, false)],
        byday: vec![ICalendarDay { ordwk: Some(-1), weekday: ICalendarWeekday::Sunday }],
        ..ICalendarRecurrenceRule::default()
    };
    let mut part = ICalendarComponent::new(change.kind.clone());
    part.add_property(ICalendarProperty::Dtstart, first);
    part.add_property(ICalendarProperty::Rrule, yearly);
    part.add_property(ICalendarProperty::Tzoffsetfrom, offset(change.hours.0));
    part.add_property(ICalendarProperty::Tzoffsetto, offset(change.hours.1));
    part.add_property(ICalendarProperty::Tzname, change.name);
    part
}

/// The last second of a Swedish day, in UTC; none at the end of all days.
pub(super) fn end_of(day: NaiveDate) -> Option<NaiveDateTime> {
    let midnight = day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
    instant(&STOCKHOLM, midnight).naive_utc().checked_sub_signed(TimeDelta::seconds(1))
}

/// A time that a clock shows twice is the first of the two, one that it never shows is an hour later.
pub(super) fn instant(zone: &impl TimeZone, wall: NaiveDateTime) -> DateTime<Utc> {
    let shown = |wall: NaiveDateTime| zone.from_local_datetime(&wall).earliest();
    let later = || shown(wall.checked_add_signed(TimeDelta::hours(1))?);
    shown(wall).or_else(later).map_or_else(|| wall.and_utc(), |time| time.with_timezone(&Utc))
}
