//! Entry of arrangements.

use super::{series, terms, whom};
use crate::domain::codes::{Answer, Code, VisitBasis, VisitContact, Week53};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::pattern::MOST_TIMES;
use crate::domain::visit::{Arrangement, Ladder};

use Need::{Optional, Required};

/// The fields of an arrangement.
pub const ARRANGEMENT: Form = Form {
    kind: "arrangements",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "with", shape: Shape::People, need: Required },
        Field { key: "contact", shape: Shape::Code(VisitContact::LIST), need: Optional },
        Field { key: "pattern", shape: Shape::Pattern, need: Optional },
        Field { key: "from", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "until", shape: Shape::LastDay, need: Optional },
        Field { key: "times", shape: Shape::Number { least: 1, most: MOST_TIMES }, need: Optional },
        Field { key: "week_53", shape: Shape::Code(Week53::LIST), need: Optional },
        Field { key: "start", shape: Shape::Times, need: Optional },
        Field { key: "end", shape: Shape::Time, need: Optional },
        terms::NIGHTS,
        Field { key: "place", shape: Shape::Line, need: Optional },
        Field { key: "step", shape: Shape::Step, need: Optional },
        Field { key: "supporter", shape: Shape::Staff, need: Optional },
        Field { key: "supervision", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "transport", shape: Shape::Line, need: Optional },
        Field { key: "purpose", shape: Shape::Line, need: Optional },
        Field { key: "basis", shape: Shape::Code(VisitBasis::LIST), need: Optional },
        Field { key: "support_until", shape: Shape::LastDay, need: Optional },
        Field { key: "despite", shape: Shape::Line, need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
    ],
    asked: &[
        "case_ref",
        "child",
        "with",
        "contact",
        "pattern",
        "from",
        "start",
        "end",
        "nights",
        "until",
        "times",
        "week_53",
        "step",
        "place",
        "supporter",
        "supervision",
        "transport",
        "purpose",
        "basis",
        "support_until",
        "despite",
        "note",
    ],
};

/// Reads an arrangement; `old` is what it was, where one is edited.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    ladder: &Ladder,
    old: Option<&Arrangement>,
) -> Result<Result<Arrangement, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let with = whom::with(&mut reader, family, child, names)?;
    let series = series::read(&mut reader, old.map(|old| &old.series));
    let terms = terms::read(&mut reader, with, ladder);
    let basis = reader.code("basis");
    let first = series.map(|series| series.from);
    reader.after_birth("from", first, child, names)?;
    let support_until = reader.last_day("support_until", first.map(|first| first.max(reader.source().today())));
    reader.in_order("from", "support_until", (first, support_until));
    let arrangement = (|| {
        Some(Arrangement {
            family: family?,
            child: child?,
            series: series?,
            terms,
            purpose: reader.line("purpose"),
            basis,
            support_until,
            follows: old.and_then(|old| old.follows),
            note: reader.note("note"),
            event: old.and_then(|old| old.event.clone()),
        })
    })();
    Ok(reader.finish(arrangement))
}

/// An arrangement as a draft, in codes; people by given name, or by reference where two share one.
pub fn draft(arrangement: &Arrangement, case_ref: &str, members: &[MemberName], setting: Setting) -> Draft {
    let draft = Draft::default()
        .with_family("case_ref", arrangement.family, case_ref)
        .with_people("child", [arrangement.child], members)
        .with_some("purpose", arrangement.purpose.as_ref())
        .with_some("basis", arrangement.basis.map(Code::code))
        .with_some("support_until", arrangement.support_until)
        .with_some("note", arrangement.note.as_ref());
    terms::draft(series::draft(draft, &arrangement.series), &arrangement.terms, members, setting)
}
