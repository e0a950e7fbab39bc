//! Entry of wishes for another contact.

use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::Wish;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a wish.
pub const WISH: Form = Form {
    kind: "wishes",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "by", shape: Shape::Member, need: Required },
        Field { key: "told_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "what", shape: Shape::Line, need: Required },
        Field { key: "answered_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "answer", shape: Shape::Line, need: Optional },
    ],
    asked: &["case_ref", "child", "by", "told_on", "what", "answered_on", "answer"],
};

/// Reads a wish.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Wish, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let by = whom::one(&mut reader, "by", family, names)?;
    let told_on = reader.past_day("told_on");
    let answered_on = reader.past_day("answered_on");
    reader.in_order("told_on", "answered_on", (told_on, answered_on));
    let wish = (|| {
        Some(Wish {
            family: family?,
            child: child?,
            by: by?,
            told_on: told_on?,
            what: reader.line("what")?,
            answered_on,
            answer: reader.line("answer"),
        })
    })();
    Ok(reader.finish(wish))
}

/// A wish as a draft.
pub fn draft(wish: &Wish, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", wish.family, case_ref)
        .with_people("child", [wish.child], members)
        .with_people("by", [wish.by], members)
        .with("told_on", wish.told_on.to_string())
        .with("what", &wish.what)
        .with_some("answered_on", wish.answered_on)
        .with_some("answer", wish.answer.as_ref())
}

impl Noun for Wish {
    const COLUMNS: &'static Form = &WISH;
    const SHOWN: &'static [Shown] = &[
        Column("told_on"),
        Whose,
        Column("child"),
        Column("by"),
        Column("what"),
        Column("answered_on"),
        Column("answer"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.by, one.told_on);
        of(self) == of(other) && self.what == other.what
    }
}
