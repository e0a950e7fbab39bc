//! Single visits as they are imported and exported: the visit, and what came of it.

use super::super::canceller;
use super::{terms, whom};
use crate::domain::codes::{CancelledBy, Code, VisitBasis, VisitContact, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::ids::{ArrangementId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::{Arrangement, Ladder, Occurrence, Series, Visit};

use Need::{Optional, Required};

/// The columns of visits.
pub const VISITS: Form = Form {
    kind: "visits",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child_ref", shape: Shape::Member, need: Required },
        Field { key: "with", shape: Shape::People, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "contact", shape: Shape::Code(VisitContact::LIST), need: Required },
        Field { key: "outcome", shape: Shape::Code(VisitOutcome::LIST), need: Required },
        Field { key: "start", shape: Shape::Times, need: Optional },
        Field { key: "end", shape: Shape::Time, need: Optional },
        Field { key: "step", shape: Shape::Step, need: Optional },
        Field { key: "basis", shape: Shape::Code(VisitBasis::LIST), need: Optional },
        Field { key: "supporter", shape: Shape::Staff, need: Optional },
        Field { key: "place", shape: Shape::Line, need: Optional },
        Field { key: "cancelled_by", shape: Shape::Code(CancelledBy::LIST), need: Optional },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
        terms::NIGHTS,
        Field { key: "cancelled_by_person", shape: Shape::Member, need: Optional },
    ],
    asked: &[
        "case_ref",
        "child_ref",
        "with",
        "on",
        "start",
        "end",
        "nights",
        "contact",
        "place",
        "step",
        "supporter",
        "basis",
        "outcome",
        "cancelled_by",
        "cancelled_by_person",
        "reason",
        "note",
    ],
};

/// A single visit, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRecord {
    /// The visit, as an arrangement for its day alone.
    pub arrangement: Arrangement,
    /// What came of it.
    pub outcome: VisitOutcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Which person of the family that was.
    pub cancelled_by_person: Option<MemberId>,
    /// Why.
    pub reason: Option<String>,
}

impl VisitRecord {
    /// A visit by itself, on the day it is on now.
    pub fn of(visit: &Visit<'_>) -> Self {
        let series = Series::once(visit.on());
        let arrangement =
            Arrangement { series, terms: visit.terms().clone(), follows: None, ..visit.arrangement.clone() };
        let written = visit.written;
        Self {
            arrangement,
            outcome: visit.outcome(),
            cancelled_by: written.and_then(|written| written.cancelled_by),
            cancelled_by_person: written.and_then(|written| written.cancelled_by_person),
            reason: written.and_then(|written| written.reason.clone()),
        }
    }

    /// What is to be stored of the visit besides its arrangement, once that has an identity; none where the arrangement
    /// says all there is.
    pub fn occurrence(&self, id: ArrangementId) -> Option<Occurrence> {
        let of = &self.arrangement;
        let one = Occurrence {
            outcome: self.outcome,
            cancelled_by: self.cancelled_by,
            cancelled_by_person: self.cancelled_by_person,
            reason: self.reason.clone(),
            ..Occurrence::given(id, of, of.series.from)
        };
        (!one.is_plain(of)).then_some(one)
    }
}

/// Reads a visit. One that was moved is planned on the day it was moved to.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    ladder: &Ladder,
) -> Result<Result<VisitRecord, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = if reader.is_empty("child_ref") { None } else { whom::child(&mut reader, "child_ref", family, names)? };
    let with = whom::with(&mut reader, family, child, names)?;
    let on = reader.day("on");
    reader.after_birth("on", on, child, names)?;
    let terms = terms::read(&mut reader, with, ladder);
    let basis = reader.code("basis");
    let outcome = reader.code("outcome").map(|told| match told {
        VisitOutcome::Moved => VisitOutcome::Planned,
        other => other,
    });
    let (cancelled_by, cancelled_by_person) = canceller::read(&mut reader, family, names)?;
    if outcome.is_some_and(|outcome| outcome != VisitOutcome::Cancelled) {
        canceller::refuse(&mut reader);
    }
    let has_been = matches!(outcome, Some(VisitOutcome::Held | VisitOutcome::NoShow));
    if has_been && on.is_some_and(|on| on > reader.hand().today()) {
        reader.fault("on", Why::TooSoon);
    }
    let record = (|| {
        let arrangement = Arrangement {
            family: family?,
            child: child?,
            series: Series::once(on?),
            terms,
            purpose: None,
            basis,
            support_until: None,
            follows: None,
            note: reader.note("note"),
        };
        Some(VisitRecord {
            arrangement,
            outcome: outcome?,
            cancelled_by,
            cancelled_by_person,
            reason: reader.line("reason"),
        })
    })();
    Ok(reader.finish(record))
}

/// A visit's columns, in codes: the child by reference, the others by given name or reference.
pub fn draft(record: &VisitRecord, case_ref: &str, members: &[MemberName], setting: Setting) -> Draft {
    let VisitRecord { arrangement, outcome, cancelled_by, cancelled_by_person, reason } = record;
    let terms = &arrangement.terms;
    let days = terms.days(arrangement.series.from);
    let draft = Draft::default()
        .with_family("case_ref", arrangement.family, case_ref)
        .with_referred("child_ref", arrangement.child, members)
        .with_people("with", terms.with.iter().copied(), members)
        .with("on", arrangement.series.from.to_string())
        .with("contact", terms.contact.code())
        .with("outcome", outcome.code())
        .with_some("step", terms.step)
        .with_some("basis", arrangement.basis.map(Code::code))
        .with_list("supporter", &terms.supporters)
        .with_some("place", terms::place(terms, setting, Some(days)))
        .with_some("cancelled_by", cancelled_by.map(Code::code))
        .with_some("cancelled_by_person", canceller::written(*cancelled_by_person, members))
        .with_some("reason", reason.as_ref())
        .with_some("note", arrangement.note.as_ref())
        .with_some("nights", terms::told_nights(terms));
    terms::times(draft, terms)
}
