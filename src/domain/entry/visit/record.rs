//! Single visits as they are imported and exported: the visit, and what came of it.

use chrono::{NaiveDate, NaiveTime};

use super::super::canceller;
use super::arranged::SERIES;
use super::{terms, whom};
use crate::domain::codes::{Answer, CancelledBy, Code, VisitBasis, VisitContact, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
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
        Field { key: "despite", shape: Shape::Line, need: Optional },
        Field { key: "supervision", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "transport", shape: Shape::Line, need: Optional },
        Field { key: "purpose", shape: Shape::Line, need: Optional },
        Field { key: "support_until", shape: Shape::LastDay, need: Optional },
        Field { key: "notice_hours", shape: Shape::Number { least: 0, most: MOST_NOTICE }, need: Optional },
        SERIES,
        Field { key: "moved_from", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "left_out", shape: Shape::Code(Answer::LIST), need: Optional },
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
        "despite",
        "supervision",
        "transport",
        "purpose",
        "support_until",
        "notice_hours",
        "series",
        "moved_from",
        "left_out",
    ],
};

/// Most hours before a visit that somebody can cancel it: years.
const MOST_NOTICE: u32 = 100_000;

/// A single visit, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRecord {
    /// The visit, as an arrangement for the day that its series gave alone.
    pub arrangement: Arrangement,
    /// The day it is on.
    pub on: NaiveDate,
    /// Whether it is left out of its series.
    pub left_out: bool,
    /// How late it was cancelled, in hours before it was to begin.
    pub notice_hours: Option<u32>,
    /// What came of it.
    pub outcome: VisitOutcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Which person of the family that was.
    pub cancelled_by_person: Option<PersonId>,
    /// Why.
    pub reason: Option<String>,
}

impl VisitRecord {
    /// A visit by itself.
    pub fn of(visit: &Visit<'_>) -> Self {
        let series = Series::once(visit.given);
        let arrangement =
            Arrangement { series, terms: visit.terms().clone(), follows: None, ..visit.arrangement.clone() };
        let written = visit.written;
        Self {
            arrangement,
            on: visit.on(),
            left_out: written.is_some_and(|written| written.skipped),
            notice_hours: written.and_then(|written| written.notice_hours),
            outcome: visit.outcome(),
            cancelled_by: written.and_then(|written| written.cancelled_by),
            cancelled_by_person: written.and_then(|written| written.cancelled_by_person),
            reason: written.and_then(|written| written.reason.clone()),
        }
    }

    /// What is to be stored of the visit besides its arrangement, once that has an identity; none where the arrangement
    /// says all there is. A visit by itself that was moved within its day is planned as it is now.
    pub fn occurrence(&self, id: ArrangementId) -> Option<Occurrence> {
        let of = &self.arrangement;
        let mut one = self.laid_over(&Occurrence::given(id, of, of.series.from));
        if one.outcome == VisitOutcome::Moved && one.on == one.given {
            one.outcome = VisitOutcome::Planned;
        }
        (!one.is_plain(of)).then_some(one)
    }

    /// A visit as it stands, told as this says; what is prepared and written of it stays.
    pub fn laid_over(&self, one: &Occurrence) -> Occurrence {
        Occurrence {
            on: self.on,
            terms: self.arrangement.terms.clone(),
            skipped: self.left_out,
            outcome: self.outcome,
            cancelled_by: self.cancelled_by,
            cancelled_by_person: self.cancelled_by_person,
            reason: self.reason.clone(),
            notice_hours: self.notice_hours,
            ..one.clone()
        }
    }
}

/// Which visit a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// The day it is on.
    pub on: NaiveDate,
    /// The day its series gave it, where the row says so.
    pub given: Option<NaiveDate>,
    /// The place of its arrangement among the family's.
    pub series: Option<u32>,
    /// When it begins.
    pub start: Option<NaiveTime>,
    /// Whom the child meets.
    pub with: Vec<PersonId>,
    /// Whether it is left out of its series.
    pub left_out: bool,
}

/// Reads which visit a row is about; none where it does not say.
///
/// # Errors
/// When the casebook cannot be read.
pub fn which(mut reader: Reader<'_>, names: &dyn Names) -> Result<Option<Which>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = if reader.is_empty("child_ref") { None } else { whom::child(&mut reader, "child_ref", family, names)? };
    let with = reader.people("with", family, names)?;
    let (on, given) = (reader.day("on"), reader.day("moved_from"));
    let start = reader.times("start").map(|(start, _)| start);
    let series = reader.number("series");
    let left_out = reader.code("left_out") == Some(Answer::Yes);
    Ok((|| Some(Which { family: family?, child: child?, on: on?, given, series, start, with, left_out }))())
}

/// Reads a visit.
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
    let outcome = reader.code("outcome");
    let support_until = reader.last_day("support_until", on);
    let given = reader.day("moved_from").or(on);
    let left_out = reader.code("left_out") == Some(Answer::Yes);
    let notice_hours = reader.number("notice_hours");
    let (cancelled_by, cancelled_by_person) = canceller::read(&mut reader, family, names)?;
    if outcome.is_some_and(|outcome| outcome != VisitOutcome::Cancelled) {
        canceller::refuse(&mut reader);
    }
    let has_been = matches!(outcome, Some(VisitOutcome::Held | VisitOutcome::NoShow));
    if has_been && on.is_some_and(|on| on > reader.source().today()) {
        reader.fault("on", Why::TooSoon);
    }
    let record = (|| {
        let arrangement = Arrangement {
            family: family?,
            child: child?,
            series: Series::once(given?),
            terms,
            purpose: reader.line("purpose"),
            basis,
            support_until,
            follows: None,
            event: None,
            note: reader.note("note"),
        };
        Some(VisitRecord {
            arrangement,
            on: on?,
            left_out,
            notice_hours,
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
    let VisitRecord { arrangement, on, left_out, notice_hours, outcome, cancelled_by, cancelled_by_person, reason } =
        record;
    let given = arrangement.series.from;
    let terms = &arrangement.terms;
    let days = terms.days(arrangement.series.from);
    let draft = Draft::default()
        .with_family("case_ref", arrangement.family, case_ref)
        .with_referred("child_ref", arrangement.child, members)
        .with_people("with", terms.with.iter().copied(), members)
        .with("on", on.to_string())
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
        .with_some("nights", terms::told_nights(terms))
        .with_some("despite", terms.despite.as_ref())
        .with("supervision", terms.supervision.code())
        .with_some("transport", terms.transport.as_ref())
        .with_some("purpose", arrangement.purpose.as_ref())
        .with_some("support_until", arrangement.support_until)
        .with_some("notice_hours", *notice_hours)
        .with_some("moved_from", Some(given).filter(|given| given != on))
        .with_some("left_out", left_out.then(|| Answer::Yes.code()));
    terms::times(draft, terms)
}
