//! Entry of events.

use super::fault::{Fault, Why};
use super::field::{Draft, Field, Form, Need, Shape};
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
