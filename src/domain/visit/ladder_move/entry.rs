//! Entry of moves on the visit ladder. At each of them the child is asked, or it is said why not.

use crate::domain::codes::{ChildWord, Code};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Source, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::{Ladder, LadderMove};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a move.
pub const LADDER_MOVE: Form = Form {
    kind: "ladder-moves",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "with", shape: Shape::Member, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "to_step", shape: Shape::Step, need: Required },
        Field { key: "reason", shape: Shape::Line, need: Required },
        Field { key: "decided_by", shape: Shape::Line, need: Required },
        Field { key: "child_word", shape: Shape::Code(ChildWord::LIST), need: Required },
        Field { key: "words", shape: Shape::Note, need: Optional },
        Field { key: "from_step", shape: Shape::Step, need: Optional },
    ],
    asked: &["case_ref", "child", "with", "on", "to_step", "reason", "decided_by", "child_word", "words"],
};

/// Reads a move from the step that holds until then, if there is one. The child's words are an answer by themselves.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    ladder: &Ladder,
    from: Option<u8>,
) -> Result<Result<LadderMove, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let with = whom::one(&mut reader, "with", family, names)?;
    if with.is_some() && with == child {
        reader.fault("with", Why::IsTheChild);
    }
    let on = reader.day("on");
    reader.after_birth("on", on, child, names)?;
    let to = reader.step("to_step", ladder);
    let from = reader.step("from_step", ladder).or(from);
    // A file may tell of a move at which nobody asked the child; a person is asked why not.
    let from_file = matches!(reader.source(), Source::File(_));
    if from_file {
        reader.excuse("child_word");
    }
    let child_word = if from_file { reader.code("child_word") } else { whom::child_word(&mut reader, &["words"]) };
    let moved = (|| {
        Some(LadderMove {
            child: child?,
            with: with?,
            on: on?,
            from,
            to: to?,
            reason: reader.line("reason")?,
            decided_by: reader.line("decided_by")?,
            child_word: if from_file { child_word } else { Some(child_word?) },
            words: reader.note("words"),
        })
    })();
    Ok(reader.finish(moved))
}

/// A move as a draft, in codes.
pub fn draft(moved: &LadderMove, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with("case_ref", case_ref)
        .with_people("child", [moved.child], members)
        .with_people("with", [moved.with], members)
        .with("on", moved.on.to_string())
        .with("to_step", moved.to.to_string())
        .with("reason", &moved.reason)
        .with("decided_by", &moved.decided_by)
        .with_some("child_word", moved.child_word.map(Code::code))
        .with_some("words", moved.words.as_ref())
        .with_some("from_step", moved.from)
}

impl Noun for LadderMove {
    const COLUMNS: &'static Form = &LADDER_MOVE;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("child"),
        Column("with"),
        Column("to_step"),
        Column("reason"),
        Column("decided_by"),
        Column("child_word"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        let from = with.old.and_then(|old| old.from);
        read(reader, with.names, with.names.ladder(), from)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.child, one.with, one.on, one.to);
        of(self) == of(other)
    }
}
