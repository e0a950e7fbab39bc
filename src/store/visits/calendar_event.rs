//! The event of a calendar that a visit came from, as columns of its arrangement.

use chrono::NaiveDateTime;
use rusqlite::types::Value as Cell;

use crate::domain::visit::CalendarEvent;
use crate::store::columns::Cells;

/// The columns in the order in which [`read`] takes them.
pub(super) const COLUMNS: &str = "event_calendar, event_uid, event_given, event_from, event_until, event_sequence";

/// The cells of an event by column.
pub(super) fn cells(event: Option<&CalendarEvent>) -> [(&'static str, Cell); 6] {
    let text = |text: Option<String>| text.map_or(Cell::Null, Cell::Text);
    let time = |time: Option<NaiveDateTime>| text(time.map(|time| time.format("%Y-%m-%dT%H:%M:%S").to_string()));
    [
        ("event_calendar", text(event.and_then(|event| event.calendar.clone()))),
        ("event_uid", text(event.map(|event| event.uid.clone()))),
        ("event_given", time(event.map(|event| event.given))),
        ("event_from", time(event.map(|event| event.from))),
        ("event_until", time(event.map(|event| event.until))),
        ("event_sequence", event.map_or(Cell::Null, |event| Cell::Integer(event.sequence.into()))),
    ]
}

/// An event from cells; none where there is none.
pub(super) fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Option<CalendarEvent>> {
    let (calendar, uid) = (cells.take()?, cells.take::<Option<String>>()?);
    let mut time = || cells.take::<Option<NaiveDateTime>>();
    let (given, from, until) = (time()?, time()?, time()?);
    let sequence = cells.take::<Option<u32>>()?.unwrap_or_default();
    let times = given.zip(from).zip(until);
    let event = |(uid, ((given, from), until))| CalendarEvent { calendar, uid, given, from, until, sequence };
    Ok(uid.zip(times).map(event))
}
