//! Events.

use crate::domain::codes::{Code as _, EventKind};
use crate::domain::entry::{Draft, EVENT, Fault, Field, Form, Need, Reader, Shape, event_draft, read_event};
use crate::domain::event::Event;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Shown::{Column, Whose};

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
        read_event(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        event_draft(self, said.case_ref, said.members)
    }

    /// What waited for an answer may have got one; another text is another event.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.kind, one.on, one.person);
        of(self) == of(other) && self.note == other.note
    }
}
