//! Entry of families.

use crate::domain::codes::{Code, FamilyStatus, LegalForm, PHASES};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::family::Family;
use crate::domain::noun::{Concern, Noun, Referred, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::{Leaning, clean_line, identity_of};

use Need::{Optional, Required};
use Shown::Column;

/// The fields of a family.
pub const FAMILY: Form = Form {
    kind: "families",
    fields: &[
        Field { key: "case_ref", shape: Shape::Line, need: Required },
        Field { key: "name", shape: Shape::Line, need: Required },
        Field { key: "status", shape: Shape::Code(FamilyStatus::LIST), need: Required },
        Field { key: "started_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "district", shape: Shape::Line, need: Optional },
        Field { key: "planned_end_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "closed_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "phase", shape: Shape::OpenCode(PHASES), need: Optional },
        Field { key: "legal_form", shape: Shape::Code(LegalForm::LIST), need: Optional },
        Field { key: "child_support", shape: Shape::Staff, need: Optional },
        Field { key: "parent_support", shape: Shape::Staff, need: Optional },
        Field { key: "other_support", shape: Shape::Staff, need: Optional },
    ],
    asked: &[
        "name",
        "case_ref",
        "status",
        "started_on",
        "planned_end_on",
        "closed_on",
        "district",
        "phase",
        "legal_form",
        "child_support",
        "parent_support",
        "other_support",
    ],
};

/// Reads a family.
///
/// # Errors
/// Every fault of the draft.
pub fn read(mut reader: Reader<'_>) -> Result<Family, Vec<Fault>> {
    let case_ref = reader.line("case_ref");
    let name = reader.line("name");
    let status = reader.code("status");
    let started_on = reader.day("started_on");
    let planned_end_on = reader.day("planned_end_on");
    let closed_on = reader.day("closed_on");
    let phase = reader.open_code("phase", PHASES);
    let legal_form = reader.code("legal_form");
    let [child_support, parent_support, other_support] =
        ["child_support", "parent_support", "other_support"].map(|key| reader.staff(key));
    reader.in_order("started_on", "planned_end_on", (started_on, planned_end_on));
    reader.in_order("started_on", "closed_on", (started_on, closed_on));
    let family = (|| {
        Some(Family {
            team: None,
            case_ref: case_ref?,
            name: name?,
            status: status?,
            started_on: started_on?,
            district: reader.line("district"),
            planned_end_on,
            closed_on,
            phase,
            legal_form,
            child_support,
            parent_support,
            other_support,
        })
    })();
    reader.finish(family)
}

/// A family as a draft, in codes.
pub fn draft(family: &Family) -> Draft {
    Draft::default()
        .with("case_ref", &family.case_ref)
        .with("name", &family.name)
        .with("status", family.status.code())
        .with("started_on", family.started_on.to_string())
        .with_some("district", family.district.as_ref())
        .with_some("planned_end_on", family.planned_end_on)
        .with_some("closed_on", family.closed_on)
        .with_some("phase", family.phase.as_ref())
        .with_some("legal_form", family.legal_form.map(Code::code))
        .with_list("child_support", &family.child_support)
        .with_list("parent_support", &family.parent_support)
        .with_list("other_support", &family.other_support)
}

impl Noun for Family {
    const COLUMNS: &'static Form = &FAMILY;
    const SHOWN: &'static [Shown] = &[
        Column("case_ref"),
        Column("name"),
        Column("status"),
        Column("started_on"),
        Column("district"),
        Column("phase"),
        Column("child_support"),
        Column("parent_support"),
    ];
    const TURN: Turn = Turn::First;
    const CONCERN: Concern = Concern::Family;
    const REFERENCE: Option<&'static str> = Some("case_ref");

    fn read(reader: Reader<'_>, _: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read(reader))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        draft(self)
    }

    fn referred(row: &Draft, names: &dyn Names) -> Result<Referred, Problem> {
        let text = clean_line(row.get("case_ref"));
        let found = if text.is_empty() { Vec::new() } else { names.families(&text)? };
        let same = found.iter().find(|family| identity_of(&family.case_ref) == identity_of(&text));
        Ok(same.map(|family| (family.id.0, Some(family.id))))
    }

    fn is_same(&self, other: &Self) -> bool {
        identity_of(&self.case_ref) == identity_of(&other.case_ref)
    }
}
