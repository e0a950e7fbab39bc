//! What is asked for of a report, and where it is written to, field by field.

use crate::domain::codes::{CodeList, PHASES};
use crate::domain::entry::{Field, Form, Need, Shape};
use crate::domain::text::Leaning;

/// The formats that a report is written in.
pub const REPORT_FORMATS: CodeList = CodeList { name: "figure_format", codes: &["csv", "xlsx", "json", "html", "svg"] };

const fn field(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, need: Need::Optional }
}

/// What a report is told of.
pub const REPORT_FILTER: Form = Form {
    kind: "report-filter",
    fields: &[
        field("period", Shape::Line),
        field("from", Shape::Day(Leaning::Past)),
        field("to", Shape::Day(Leaning::Past)),
        field("district", Shape::Line),
        field("phase", Shape::Code(PHASES)),
        field("of_team", Shape::Line),
    ],
    asked: &["period", "from", "to", "district", "phase", "of_team"],
};

/// Where a report is written to.
pub const REPORT_FILE: Form = Form {
    kind: "report-file",
    fields: &[
        Field { key: "figure_format", shape: Shape::Code(REPORT_FORMATS), need: Need::Required },
        Field { key: "path", shape: Shape::Line, need: Need::Required },
    ],
    asked: &["figure_format", "path"],
};
