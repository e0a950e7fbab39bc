//! Entry of children's own words.

use crate::domain::child_word::Quotation;
use crate::domain::codes::{Answer, Code, HeardAt};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a quotation.
pub const CHILD_WORD: Form = Form {
    kind: "child-words",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "words", shape: Shape::Note, need: Required },
        Field { key: "heard_at", shape: Shape::Code(HeardAt::LIST), need: Required },
        Field { key: "heard_by", shape: Shape::Colleague, need: Required },
        Field { key: "to_parents", shape: Shape::Code(Answer::LIST), need: Optional },
    ],
    asked: &["case_ref", "child", "on", "words", "heard_at", "to_parents", "heard_by"],
};

/// Reads a quotation.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Quotation, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let on = reader.past_day("on");
    reader.after_birth("on", on, child, names)?;
    let heard_at = reader.code("heard_at");
    let heard_by = reader.colleague("heard_by");
    let to_parents = reader.code("to_parents");
    let quotation = (|| {
        Some(Quotation {
            family: family?,
            child: child?,
            on: on?,
            words: reader.note("words")?,
            heard_at: heard_at?,
            heard_by: heard_by?,
            to_parents,
        })
    })();
    Ok(reader.finish(quotation))
}

/// A quotation as a draft.
pub fn draft(quotation: &Quotation, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", quotation.family, case_ref)
        .with_people("child", [quotation.child], members)
        .with("on", quotation.on.to_string())
        .with("words", &quotation.words)
        .with("heard_at", quotation.heard_at.code())
        .with("heard_by", &quotation.heard_by)
        .with_some("to_parents", quotation.to_parents.map(Code::code))
}

impl Noun for Quotation {
    const COLUMNS: &'static Form = &CHILD_WORD;
    const SHOWN: &'static [Shown] =
        &[Column("on"), Whose, Column("child"), Column("words"), Column("heard_at"), Column("heard_by")];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// A child may change its mind on who reads them; other words are other words.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.on);
        of(self) == of(other) && self.words == other.words
    }
}
