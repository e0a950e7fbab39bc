//! Entry of the days on which a family had a status.

use crate::domain::codes::{Code, FamilyStatus};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a status.
pub const STATUS: Form = Form {
    kind: "statuses",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "status", shape: Shape::Code(FamilyStatus::LIST), need: Required },
        Field { key: "from", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "until", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["status", "from", "until"],
};

/// Reads a status.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<StatusSpan, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let status = reader.code("status");
    let from = reader.day("from");
    let until = reader.day("until");
    reader.in_order("from", "until", (from, until));
    let span = (|| Some(StatusSpan { family: family?, status: status?, from: from?, until }))();
    Ok(reader.finish(span))
}

/// A status as a draft, in codes.
pub fn draft(span: &StatusSpan, case_ref: &str) -> Draft {
    Draft::default()
        .with("case_ref", case_ref)
        .with("status", span.status.code())
        .with("from", span.from.to_string())
        .with_some("until", span.until)
}

impl Noun for StatusSpan {
    const COLUMNS: &'static Form = &STATUS;
    const SHOWN: &'static [Shown] = &[Whose, Column("status"), Column("from"), Column("until")];
    const TURN: Turn = Turn::First;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.family, self.status, self.from) == (other.family, other.status, other.from)
    }
}
