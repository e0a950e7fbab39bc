//! Entry of spans of care.

use crate::domain::care::Care;
use crate::domain::codes::{Code, EndReason, LegalBasis};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::ids::PersonId;
use crate::domain::noun::{Concern, Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whom, Whose};

/// The fields of a span of care.
pub const CARE: Form = Form {
    kind: "care",
    fields: &[
        Field { key: "person_ref", shape: Shape::Person, need: Required },
        Field { key: "legal_basis", shape: Shape::Code(LegalBasis::LIST), need: Required },
        Field { key: "from", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "until", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "decided_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "end_reason", shape: Shape::Code(EndReason::LIST), need: Optional },
    ],
    asked: &["legal_basis", "from", "decided_on", "until", "end_reason"],
};

/// Reads a span of care.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Care, Vec<Fault>>, Problem> {
    let person = reader.child("person_ref", names)?;
    let legal_basis = reader.code("legal_basis");
    let from = reader.day("from");
    let until = reader.day("until");
    let decided_on = reader.day("decided_on");
    let end_reason: Option<EndReason> = reader.code("end_reason");
    if end_reason.is_some() && reader.is_empty("until") {
        reader.fault("end_reason", Why::OnlyWhenEnded);
    }
    reader.in_order("from", "until", (from, until));
    let care =
        (|| Some(Care { person: person?, legal_basis: legal_basis?, from: from?, until, decided_on, end_reason }))();
    Ok(reader.finish(care))
}

/// A span of care as a draft, in codes.
pub fn draft(care: &Care, person_ref: &str) -> Draft {
    Draft::default()
        .with("person_ref", person_ref)
        .with("legal_basis", care.legal_basis.code())
        .with("from", care.from.to_string())
        .with_some("until", care.until)
        .with_some("decided_on", care.decided_on)
        .with_some("end_reason", care.end_reason.map(Code::code))
}

impl Noun for Care {
    const COLUMNS: &'static Form = &CARE;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Whom("child"),
        Column("legal_basis"),
        Column("from"),
        Column("until"),
        Column("decided_on"),
        Column("end_reason"),
    ];
    const TURN: Turn = Turn::First;
    const CONCERN: Concern = Concern::Children;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.reference(self.person))
    }

    fn about(&self, _: i64) -> Option<PersonId> {
        Some(self.person)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.person, self.legal_basis, self.from) == (other.person, other.legal_basis, other.from)
    }
}
