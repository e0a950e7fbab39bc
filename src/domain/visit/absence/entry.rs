//! Entry of absences of supporters. Why somebody is away is asked nowhere.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::codes::{Answer, Code};
use crate::domain::entry::visit::terms::clock;
use crate::domain::entry::{Draft, Fault, Field, Form, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, identity_of};
use crate::domain::visit::Absence;

use Need::{Optional, Required};
use Shown::Column;

/// The fields of an absence.
pub const ABSENCE: Form = Form {
    kind: "absences",
    fields: &[
        Field { key: "supporter", shape: Shape::Staff, need: Required },
        Field { key: "from", shape: Shape::Day(Leaning::Future), need: Required },
        Field { key: "from_time", shape: Shape::Times, need: Optional },
        Field { key: "until", shape: Shape::LastDay, need: Optional },
        Field { key: "until_time", shape: Shape::Time, need: Optional },
        Field { key: "from_calendar", shape: Shape::Code(Answer::LIST), need: Optional },
    ],
    asked: &["supporter", "from", "from_time", "until", "until_time"],
};

/// Reads an absence; `old` is what it was, where one is edited. Without times it is for whole days, without a last day
/// for one.
///
/// # Errors
/// Every fault of the draft.
pub fn read(mut reader: Reader<'_>, old: Option<&Absence>) -> Result<Absence, Vec<Fault>> {
    let names = reader.staff("supporter");
    if names.len() > 1 {
        reader.fault("supporter", Why::OnlyOne);
    }
    let first = reader.day("from");
    let last = reader.last_day("until", first);
    let (start, told_end) = reader.times("from_time").map_or((None, None), |(start, end)| (Some(start), end));
    let own_end = reader.time("until_time");
    if told_end.is_some() && own_end.is_some() && told_end != own_end {
        reader.fault("until_time", Why::NotBoth("from_time"));
    }
    let from = first.map(|first| first.and_time(start.unwrap_or(NaiveTime::MIN)));
    let until = last.or(first).and_then(|last| ends(last, told_end.or(own_end)));
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        match (last.filter(|last| Some(*last) < first), told_end) {
            (Some(_), _) => reader.fault("until", Why::Before("from")),
            (None, Some(_)) => reader.fault("from_time", Why::EndsAtOnce),
            (None, None) => reader.fault("until_time", Why::Before("from_time")),
        }
    }
    // What a calendar calls it is no matter of files; that it goes with its supporter's calendar is.
    let from_calendar = reader.code("from_calendar") == Some(Answer::Yes);
    let calendar_uid = old.and_then(|old| old.calendar_uid.clone()).or_else(|| from_calendar.then(String::new));
    let absence =
        (|| Some(Absence { supporter: names.into_iter().next()?, from: from?, until: until?, calendar_uid }))();
    reader.finish(absence)
}

/// When it ends: at a time of its last day, or with that day. Midnight is the day's end.
fn ends(last: NaiveDate, time: Option<NaiveTime>) -> Option<NaiveDateTime> {
    match time.filter(|time| *time != NaiveTime::MIN) {
        Some(time) => Some(last.and_time(time)),
        None => last.succ_opt().map(|next| next.and_time(NaiveTime::MIN)),
    }
}

/// An absence as a draft; midnight goes without saying.
pub fn draft(absence: &Absence) -> Draft {
    let told = |time: NaiveTime| Some(time).filter(|time| *time != NaiveTime::MIN).map(clock);
    let until = absence.until;
    let whole = until.time() == NaiveTime::MIN;
    let last = if whole { until.date().pred_opt() } else { Some(until.date()) };
    Draft::default()
        .with("supporter", &absence.supporter)
        .with("from", absence.from.date().to_string())
        .with_some("from_time", told(absence.from.time()))
        .with_some("until", last)
        .with_some("until_time", told(until.time()))
        .with_some("from_calendar", absence.calendar_uid.as_ref().map(|_| Answer::Yes.code()))
}

impl Noun for Absence {
    const COLUMNS: &'static Form = &ABSENCE;
    const SHOWN: &'static [Shown] =
        &[Column("supporter"), Column("from"), Column("from_time"), Column("until"), Column("until_time")];
    const TURN: Turn = Turn::Last;
    const IN_NO_FAMILY: bool = true;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read(reader, with.old))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        draft(self)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (identity_of(&one.supporter), one.from, one.until);
        of(self) == of(other)
    }
}
