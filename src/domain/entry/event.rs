//! Entry of events, and of exemptions from duties.

use chrono::NaiveDate;

use super::field::{Draft, Fault, Field, Form, Need, Shape, Why};
use super::names::Names;
use super::reader::Reader;
use super::visit::whom;
use crate::domain::codes::{Code, EventKind};
use crate::domain::directory::MemberName;
use crate::domain::event::Event;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};

/// The fields of an event.
pub const EVENT: Form = Form {
    kind: "events",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "kind", shape: Shape::Code(EventKind::LIST), need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "about", shape: Shape::Member, need: Optional },
        Field { key: "answered_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "note", shape: Shape::Line, need: Optional },
    ],
    asked: &["case_ref", "kind", "on", "about", "answered_on", "note"],
};

/// The field of an exemption that a person fills in; the rest is what the duty is.
pub const EXEMPTION: Form =
    Form { kind: "exemptions", fields: &[Field { key: "why", shape: Shape::Line, need: Required }], asked: &["why"] };

/// What is said of all that lay before a family came: before which day, and why it need not be done.
pub const SETTLEMENT: Form = Form {
    kind: "settlements",
    fields: &[
        Field { key: "before", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "why", shape: Shape::Line, need: Required },
    ],
    asked: &["before", "why"],
};

/// Reads before which day all is dealt with, and why.
///
/// # Errors
/// Every fault of the draft.
pub fn read_settlement(mut reader: Reader<'_>) -> Result<(NaiveDate, String), Vec<Fault>> {
    let before = reader.past_day("before");
    let why = reader.line("why");
    reader.finish(before.zip(why))
}

/// Reads an event.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Event, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let kind: Option<EventKind> = reader.code("kind");
    let on = reader.past_day("on");
    let person = if reader.is_empty("about") { None } else { whom::one(&mut reader, "about", family, names)? };
    let answered_on = reader.past_day("answered_on");
    reader.in_order("on", "answered_on", (on, answered_on));
    if answered_on.is_some() && kind.is_some_and(|kind| !kind.is_answered()) {
        reader.fault("answered_on", Why::OnlyWhenAnswered);
    }
    let event =
        (|| Some(Event { family: family?, kind: kind?, on: on?, person, answered_on, note: reader.line("note") }))();
    Ok(reader.finish(event))
}

/// An event as a draft.
pub fn draft(event: &Event, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", event.family, case_ref)
        .with("kind", event.kind.code())
        .with("on", event.on.to_string())
        .with_people("about", event.person, members)
        .with_some("answered_on", event.answered_on)
        .with_some("note", event.note.as_ref())
}

/// Reads why a duty need not be met.
///
/// # Errors
/// Nothing was given.
pub fn read_why(reader: Reader<'_>) -> Result<String, Vec<Fault>> {
    let why = reader.line("why");
    reader.finish(why)
}
