//! The terms of a visit: times, place, step, support.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::codes::{Code, VisitContact};
use crate::domain::directory::MemberName;
use crate::domain::discretion::{MASK, Setting};
use crate::domain::entry::{Draft, Field, Need, Reader, Shape, Why};
use crate::domain::ids::PersonId;
use crate::domain::visit::arrangement::MOST_NIGHTS;
use crate::domain::visit::{Ladder, Terms};

/// How many nights it is, as a field.
pub(in crate::domain) const NIGHTS: Field =
    Field { key: "nights", shape: Shape::Number { least: 0, most: MOST_NIGHTS }, need: Need::Optional };

/// When a visit begins and ends, and after how many nights.
struct Hours {
    start: Option<NaiveTime>,
    end: Option<NaiveTime>,
    nights: u32,
}

/// Reads the terms. Supporters must be there where the ladder says so or one is named, unless the draft says otherwise.
pub(in crate::domain) fn read(reader: &mut Reader<'_>, with: Vec<PersonId>, ladder: &Ladder) -> Terms {
    let Hours { start, end, nights } = hours(reader);
    let contact = reader.code("contact").unwrap_or(VisitContact::InPerson);
    let step = reader.step("step", ladder);
    let supporters = reader.staff("supporter");
    let supervision = reader.code("supervision").unwrap_or_else(|| ladder.supervision(step, &supporters));
    Terms {
        with,
        contact,
        start,
        end,
        nights,
        place: reader.line("place").map(Into::into),
        step,
        supervision,
        supporters,
        transport: reader.line("transport"),
        despite: reader.line("despite"),
    }
}

/// The times; the end may stand beside the beginning, `10-14`. An end that is earlier is one of the next day.
fn hours(reader: &mut Reader<'_>) -> Hours {
    let (start, told_end) = reader.times("start").map_or((None, None), |(start, end)| (Some(start), end));
    let own_end = reader.time("end");
    if told_end.is_some() && own_end.is_some() && told_end != own_end {
        reader.fault("end", Why::NotBoth("start"));
    }
    let end = told_end.or(own_end);
    let told = reader.number("nights");
    let nights = match (told, nights_between(start, end)) {
        (Some(0), nights) if nights != Some(0) => {
            reader.fault(end_stands_in(told_end), Why::Before("start"));
            0
        }
        (Some(told), _) => told,
        (None, Some(nights)) => nights,
        (None, None) => {
            reader.fault(end_stands_in(told_end), Why::EndsAtOnce);
            0
        }
    };
    Hours { start, end, nights }
}

fn end_stands_in(told_end: Option<NaiveTime>) -> &'static str {
    if told_end.is_some() { "start" } else { "end" }
}

/// How many nights lie between two times where nobody says; none where it ends when it begins.
fn nights_between(start: Option<NaiveTime>, end: Option<NaiveTime>) -> Option<u32> {
    match start.zip(end) {
        Some((start, end)) if end == start => None,
        Some((start, end)) => Some(u32::from(end < start)),
        None => Some(0),
    }
}

/// The terms in a draft; how many nights only where the times do not tell.
pub(in crate::domain) fn draft(draft: Draft, terms: &Terms, members: &[MemberName], setting: Setting) -> Draft {
    let draft = draft
        .with_people("with", terms.with.iter().copied(), members)
        .with("contact", terms.contact.code())
        .with_some("nights", told_nights(terms))
        .with_some("step", terms.step)
        .with("supervision", terms.supervision.code())
        .with_list("supporter", terms.supporters_shown(setting))
        .with_some("place", place(terms, setting, None))
        .with_some("transport", terms.transport_shown(setting))
        .with_some("despite", terms.despite.as_ref());
    times(draft, terms)
}

/// The place in a draft, on some days or on all; what is kept back stands as the mask.
pub(in crate::domain) fn place(
    terms: &Terms,
    setting: Setting,
    days: Option<(NaiveDate, NaiveDate)>,
) -> Option<String> {
    let place = terms.place.as_ref()?;
    Some(place.listed(setting, days).unwrap_or_else(|| MASK.to_owned()))
}

/// How many nights it is, where the times do not tell.
pub(in crate::domain) fn told_nights(terms: &Terms) -> Option<u32> {
    Some(terms.nights).filter(|nights| nights_between(terms.start, terms.end) != Some(*nights))
}

/// Beginning and end in a draft.
pub(in crate::domain) fn times(draft: Draft, terms: &Terms) -> Draft {
    draft.with_some("start", terms.start.map(clock)).with_some("end", terms.end.map(clock))
}

/// A clock time as drafts write it.
pub(in crate::domain) fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
