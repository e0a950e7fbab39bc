//! Entry of the days on which a family had a status.

use super::fault::Fault;
use super::field::{Draft, Field, Form, Need, Shape};
use super::names::Names;
use super::reader::Reader;
use crate::domain::codes::{Code, FamilyStatus};
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::domain::text::Leaning;

use Need::{Optional, Required};

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
