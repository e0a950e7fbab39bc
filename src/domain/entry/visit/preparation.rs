//! Entry of what is prepared before a visit.

use super::arranged::SERIES;
use crate::domain::entry::{Draft, Fault, Field, Form, Need, Reader, Shape};
use crate::domain::text::Leaning;
use crate::domain::visit::Before;

use Need::Optional;

/// The fields of a preparation.
pub const PREPARATION: Form = Form {
    kind: "preparation",
    fields: &[
        Field { key: "child_prepared", shape: Shape::Note, need: Optional },
        Field { key: "adult_prepared", shape: Shape::Note, need: Optional },
        Field { key: "home_prepared", shape: Shape::Note, need: Optional },
        Field { key: "watch_for", shape: Shape::Note, need: Optional },
        Field { key: "stop_rule", shape: Shape::Note, need: Optional },
    ],
    asked: &["child_prepared", "adult_prepared", "home_prepared", "watch_for", "stop_rule"],
};

/// The columns of preparations: which visit, and what is prepared.
pub const PREPARATIONS: Form = Form {
    kind: "preparations",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Need::Required },
        Field { key: "child_ref", shape: Shape::Member, need: Need::Required },
        Field { key: "on", shape: Shape::Day(Leaning::Future), need: Need::Required },
        SERIES,
        Field { key: "moved_from", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "child_prepared", shape: Shape::Note, need: Optional },
        Field { key: "adult_prepared", shape: Shape::Note, need: Optional },
        Field { key: "home_prepared", shape: Shape::Note, need: Optional },
        Field { key: "watch_for", shape: Shape::Note, need: Optional },
        Field { key: "stop_rule", shape: Shape::Note, need: Optional },
    ],
    asked: &[],
};

/// Reads a preparation.
///
/// # Errors
/// Every fault of the draft.
pub fn read(reader: Reader<'_>) -> Result<Before, Vec<Fault>> {
    let before = Before {
        child: reader.note("child_prepared"),
        adult: reader.note("adult_prepared"),
        family_home: reader.note("home_prepared"),
        watch_for: reader.note("watch_for"),
        stop_rule: reader.note("stop_rule"),
    };
    reader.finish(Some(before))
}

/// A preparation as a draft.
pub fn draft(before: &Before) -> Draft {
    Draft::default()
        .with_some("child_prepared", before.child.as_ref())
        .with_some("adult_prepared", before.adult.as_ref())
        .with_some("home_prepared", before.family_home.as_ref())
        .with_some("watch_for", before.watch_for.as_ref())
        .with_some("stop_rule", before.stop_rule.as_ref())
}
