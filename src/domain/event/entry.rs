//! Entry of events.

use crate::domain::codes::{Code, EventKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::event::Event;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

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

/// The columns of events.
const EVENTS: Form = Form {
    kind: "events",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Need::Required },
        Field { key: "kind", shape: Shape::Code(EventKind::LIST), need: Need::Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Need::Required },
        Field { key: "person", shape: Shape::Member, need: Need::Optional },
        Field { key: "answered_on", shape: Shape::Day(Leaning::Past), need: Need::Optional },
        Field { key: "note", shape: Shape::Line, need: Need::Optional },
    ],
    asked: &[],
};

impl Noun for Event {
    const COLUMNS: &'static Form = &EVENTS;
    const FORM: &'static Form = &EVENT;
    const RENAMED: &'static [(&'static str, &'static str)] = &[("person", "about")];
    const SHOWN: &'static [Shown] =
        &[Column("on"), Whose, Column("kind"), Column("person"), Column("answered_on"), Column("note")];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// What waited for an answer may have got one; another text is another event.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.kind, one.on, one.person);
        of(self) == of(other) && self.note == other.note
    }
}
