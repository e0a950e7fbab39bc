//! What a calendar program makes of a file, by a library that has no part in writing it: `icalendar` reads, `rrule`
//! reckons the rules. Exceptions are laid over the series by hand, as RFC 5545 has it.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, EventStatus, RRuleSet, Tz};

/// Something that stands in a calendar: from, until, and whether it is whole days.
pub(super) type Shown = (NaiveDateTime, NaiveDateTime, bool);

fn read(when: &DatePerhapsTime) -> (NaiveDateTime, bool) {
    match when {
        DatePerhapsTime::Date(day) => (day.and_time(NaiveTime::MIN), true),
        DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid }) => {
            assert_eq!(tzid, "Europe/Stockholm");
            (*date_time, false)
        }
        other => panic!("no local time: {other:?}"),
    }
}

/// The times a series gives up to a day. Whole days are reckoned as midnights in UTC.
fn times(event: &Event, last: NaiveDate) -> Vec<NaiveDateTime> {
    let end = Tz::UTC.from_utc_datetime(&last.and_hms_opt(23, 59, 59).unwrap());
    let (_, is_day) = read(&event.get_start().unwrap());
    let set: RRuleSet = if is_day { whole_days(event).parse().unwrap() } else { event.get_recurrence().unwrap() };
    let result = set.before(end).all(u16::MAX);
    result.dates.iter().map(|date| date.naive_local()).collect()
}

fn whole_days(event: &Event) -> String {
    let start = event.property_value("DTSTART").unwrap();
    let gone = event.multi_properties().get("EXDATE").into_iter().flatten();
    let mut text = format!("DTSTART:{start}T000000Z\n");
    match event.property_value("RRULE") {
        None => text += &format!("RDATE:{start}T000000Z\n"),
        Some(rule) => {
            let part =
                |part: &str| if part.starts_with("UNTIL=") { format!("{part}T000000Z") } else { part.to_owned() };
            text += &format!("RRULE:{}\n", rule.split(';').map(part).collect::<Vec<_>>().join(";"));
        }
    }
    gone.for_each(|one| text += &format!("EXDATE:{}T000000Z\n", one.value()));
    text
}

/// What stands in a calendar on the days of a window, in order.
pub(super) fn shown(file: &str, from: NaiveDate, to: NaiveDate) -> Vec<Shown> {
    let calendar: Calendar = file.parse().unwrap();
    let replaced: HashSet<(&str, NaiveDateTime)> = calendar
        .events()
        .filter_map(|event| Some((event.get_uid().unwrap(), read(&event.get_recurrence_id()?).0)))
        .collect();
    let mut shown = Vec::new();
    for event in calendar.events().filter(|event| event.get_status() != Some(EventStatus::Cancelled)) {
        let ((start, is_day), (end, _)) = (read(&event.get_start().unwrap()), read(&event.get_end().unwrap()));
        let lasts = end - start;
        let is_exception = event.get_recurrence_id().is_some();
        let all = if is_exception { vec![start] } else { times(event, to) };
        let stands = |time: &NaiveDateTime| is_exception || !replaced.contains(&(event.get_uid().unwrap(), *time));
        shown.extend(all.into_iter().filter(stands).map(|time| (time, time + lasts, is_day)));
    }
    shown.retain(|(start, ..)| (from..=to).contains(&start.date()));
    shown.sort();
    shown
}
