//! Entry of check-ins.

use crate::domain::check_in::CheckIn;
use crate::domain::codes::{Answer, Code, Colour};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::ids::MeetingId;
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, identity_of};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a check-in.
pub const CHECK_IN: Form = Form {
    kind: "check-ins",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "colour", shape: Shape::Code(Colour::LIST), need: Required },
        Field { key: "sentence", shape: Shape::Line, need: Optional },
        Field { key: "decision", shape: Shape::Line, need: Optional },
        Field { key: "next_step", shape: Shape::Line, need: Optional },
        Field { key: "who", shape: Shape::Colleague, need: Optional },
        Field { key: "due_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "by", shape: Shape::Colleague, need: Required },
        Field { key: "as_before", shape: Shape::Code(Answer::LIST), need: Optional },
    ],
    asked: &["colour", "sentence", "next_step", "who", "due_on", "decision"],
};

/// Reads a check-in of a meeting.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    meeting: Option<MeetingId>,
) -> Result<Result<CheckIn, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let on = reader.past_day("on");
    let colour = reader.code("colour");
    let who = reader.colleague("who");
    let due_on = reader.day("due_on");
    let by = reader.colleague("by");
    let as_before = reader.code("as_before") == Some(Answer::Yes);
    let check_in = (|| {
        Some(CheckIn {
            family: family?,
            meeting,
            on: on?,
            colour: colour?,
            sentence: reader.line("sentence"),
            decision: reader.line("decision"),
            next_step: reader.line("next_step"),
            who,
            due_on,
            as_before,
            by: by?,
        })
    })();
    Ok(reader.finish(check_in))
}

/// A check-in as a draft, in codes.
pub fn draft(check_in: &CheckIn, case_ref: &str) -> Draft {
    Draft::default()
        .with_family("case_ref", check_in.family, case_ref)
        .with("on", check_in.on.to_string())
        .with("colour", check_in.colour.code())
        .with_some("sentence", check_in.sentence.as_ref())
        .with_some("decision", check_in.decision.as_ref())
        .with_some("next_step", check_in.next_step.as_ref())
        .with_some("who", check_in.who.as_ref())
        .with_some("due_on", check_in.due_on)
        .with("by", &check_in.by)
        .with_some("as_before", check_in.as_before.then(|| Answer::Yes.code()))
}

impl Noun for CheckIn {
    const COLUMNS: &'static Form = &CHECK_IN;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("colour"),
        Column("sentence"),
        Column("decision"),
        Column("next_step"),
        Column("who"),
        Column("due_on"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names, with.old.and_then(|old| old.meeting))
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref)
    }

    /// A family is spoken of once a day by the one who writes it down; another sentence is another check-in.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.on, identity_of(&one.by));
        of(self) == of(other) && self.sentence == other.sentence
    }
}
