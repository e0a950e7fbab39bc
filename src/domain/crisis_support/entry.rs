//! Entry of crisis support.

use crate::domain::codes::{Code, CrisisAnswer, LegalForm, MemberRole};
use crate::domain::crisis_support::{CrisisSupport, MOST_TALKS};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of crisis support.
pub const CRISIS_SUPPORT: Form = Form {
    kind: "crisis-support",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "parent", shape: Shape::Member, need: Required },
        Field { key: "legal_form", shape: Shape::Code(LegalForm::LIST), need: Optional },
        Field { key: "offered_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "answer", shape: Shape::Code(CrisisAnswer::LIST), need: Optional },
        Field { key: "talks_used", shape: Shape::Number { least: 0, most: MOST_TALKS }, need: Optional },
        Field { key: "ended_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["parent", "offered_on", "answer", "legal_form", "talks_used", "ended_on"],
};

/// Reads crisis support.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<CrisisSupport, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let parent = whom::one(&mut reader, "parent", family, names)?;
    if let Some((family, parent)) = family.zip(parent)
        && names.members(family)?.iter().any(|one| one.id == parent && one.role == MemberRole::Child)
    {
        reader.fault("parent", Why::IsAChild);
    }
    let legal_form = reader.code("legal_form");
    let offered_on = reader.past_day("offered_on");
    let answer = reader.code("answer");
    let talks_used = reader.number("talks_used");
    let ended_on = reader.past_day("ended_on");
    reader.in_order("offered_on", "ended_on", (offered_on, ended_on));
    let support = (|| {
        let (family, parent) = (family?, parent?);
        Some(CrisisSupport { family, parent, legal_form, offered_on, answer, talks_used, ended_on })
    })();
    Ok(reader.finish(support))
}

/// Crisis support as a draft, in codes.
pub fn draft(support: &CrisisSupport, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", support.family, case_ref)
        .with_people("parent", [support.parent], members)
        .with_some("legal_form", support.legal_form.map(Code::code))
        .with_some("offered_on", support.offered_on)
        .with_some("answer", support.answer.map(Code::code))
        .with_some("talks_used", support.talks_used)
        .with_some("ended_on", support.ended_on)
}

impl Noun for CrisisSupport {
    const COLUMNS: &'static Form = &CRISIS_SUPPORT;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Column("parent"),
        Column("offered_on"),
        Column("answer"),
        Column("talks_used"),
        Column("legal_form"),
        Column("ended_on"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// An offer is known by its day; what came of it may be told anew.
    fn is_same(&self, other: &Self) -> bool {
        (self.family, self.parent, self.offered_on) == (other.family, other.parent, other.offered_on)
    }
}
