//! Entry of assessments of a contact.

use crate::domain::assessment::Assessment;
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of an assessment, in its four parts.
pub const ASSESSMENT: Form = Form {
    kind: "assessments",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "with", shape: Shape::Member, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "information", shape: Shape::Note, need: Optional },
        Field { key: "risks", shape: Shape::Note, need: Optional },
        Field { key: "protective", shape: Shape::Note, need: Optional },
        Field { key: "decision", shape: Shape::Note, need: Optional },
        Field { key: "plan", shape: Shape::Note, need: Optional },
        Field { key: "follow_up_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "follow_up", shape: Shape::Note, need: Optional },
        Field { key: "assessed_by", shape: Shape::Line, need: Optional },
    ],
    asked: &[
        "case_ref",
        "child",
        "with",
        "on",
        "information",
        "risks",
        "protective",
        "decision",
        "plan",
        "follow_up_on",
        "follow_up",
        "assessed_by",
    ],
};

/// What somebody may have something to say of; of one of them at least.
const PARTS: [&str; 6] = ["information", "risks", "protective", "decision", "plan", "follow_up"];

/// Reads an assessment.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Assessment, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let with = whom::one(&mut reader, "with", family, names)?;
    if with.is_some() && with == child {
        reader.fault("with", Why::IsTheChild);
    }
    let on = reader.past_day("on");
    reader.after_birth("on", on, child, names)?;
    let follow_up_on = reader.day_from("follow_up_on", on);
    reader.in_order("on", "follow_up_on", (on, follow_up_on));
    if PARTS.iter().all(|part| reader.is_empty(part)) {
        reader.fault("information", Why::Missing);
    }
    let assessment = (|| {
        Some(Assessment {
            family: family?,
            child: child?,
            with: with?,
            on: on?,
            information: reader.note("information"),
            risks: reader.note("risks"),
            protective: reader.note("protective"),
            decision: reader.note("decision"),
            plan: reader.note("plan"),
            follow_up_on,
            follow_up: reader.note("follow_up"),
            assessed_by: reader.line("assessed_by"),
        })
    })();
    Ok(reader.finish(assessment))
}

/// An assessment as a draft.
pub fn draft(one: &Assessment, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with_people("child", [one.child], members)
        .with_people("with", [one.with], members)
        .with("on", one.on.to_string())
        .with_some("information", one.information.as_ref())
        .with_some("risks", one.risks.as_ref())
        .with_some("protective", one.protective.as_ref())
        .with_some("decision", one.decision.as_ref())
        .with_some("plan", one.plan.as_ref())
        .with_some("follow_up_on", one.follow_up_on)
        .with_some("follow_up", one.follow_up.as_ref())
        .with_some("assessed_by", one.assessed_by.as_ref())
}

impl Noun for Assessment {
    const COLUMNS: &'static Form = &ASSESSMENT;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("child"),
        Column("with"),
        Column("decision"),
        Column("follow_up_on"),
        Column("assessed_by"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// How it went is told later; another text of the rest is another assessment.
    fn is_same(&self, other: &Self) -> bool {
        let later = |one: &Self| Self { follow_up_on: None, follow_up: None, ..one.clone() };
        later(self) == later(other)
    }
}
