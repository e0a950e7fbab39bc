//! What the week lives on: events, tasks, check-ins, exemptions from duties.

use super::{Noun, RecordOf, Said, With};
use crate::domain::check_in::CheckIn;
use crate::domain::codes::{Code as _, EventKind};
use crate::domain::deadlines::{Exemption, Rules};
use crate::domain::entry::{
    CHECK_IN, Draft, EVENT, EXEMPTIONS, Fault, Field, Form, Need, Reader, Shape, TASK, check_in_draft, event_draft,
    exemption_draft, read_check_in, read_event, read_exemption, read_task, task_draft,
};
use crate::domain::event::Event;
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::text::{Leaning, identity_of};

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

impl Noun for Task {
    const COLUMNS: &'static Form = &TASK;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_task(reader, with.names, with.by, with.old)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        task_draft(self, Some(said.case_ref).filter(|case_ref| !case_ref.is_empty()))
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.due_on, identity_of(&one.who));
        of(self) == of(other) && self.what == other.what
    }
}

impl Noun for CheckIn {
    const COLUMNS: &'static Form = &CHECK_IN;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_check_in(reader, with.names, with.old.and_then(|old| old.meeting))
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        check_in_draft(self, said.case_ref)
    }

    /// A family is spoken of once a day by the one who writes it down; another sentence is another check-in.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.on, identity_of(&one.by));
        of(self) == of(other) && self.sentence == other.sentence
    }
}

impl Noun for Exemption {
    const COLUMNS: &'static Form = &EXEMPTIONS;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_exemption(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        let of = record_of(said.rules, &self.rule).filter(|_| self.record != 0);
        let place = of.and_then(|of| (said.place)(of, self.record));
        exemption_draft(self, said.case_ref, said.members, place)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.record, one.counted_from);
        of(self) == of(other) && self.rule == other.rule
    }
}

/// The kind of record that the duties of a rule come from; none where they come from the family itself.
pub(in crate::domain) fn record_of(rules: &Rules, rule: &str) -> Option<RecordOf> {
    rules.all().iter().find(|known| known.name == rule).and_then(|rule| rule.trigger.comes_from())
}
