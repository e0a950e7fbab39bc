//! Entry of phases.

use crate::domain::codes::{Code, LegalForm, PHASES};
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Concern, Noun, Said, Shown, Turn, With};
use crate::domain::phase::Phase;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a phase.
pub const PHASE: Form = Form {
    kind: "phases",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "phase", shape: Shape::OpenCode(PHASES), need: Required },
        Field { key: "from", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "until", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "applied_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "decided_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "decided_by", shape: Shape::Line, need: Optional },
        Field { key: "legal_form", shape: Shape::Code(LegalForm::LIST), need: Optional },
    ],
    asked: &["phase", "from", "until", "applied_on", "decided_on", "decided_by", "legal_form"],
};

/// Reads a phase.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Phase, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let phase = reader.open_code("phase", PHASES);
    let from = reader.day("from");
    let until = reader.day_from("until", from);
    reader.in_order("from", "until", (from, until));
    let applied_on = reader.past_day("applied_on");
    let decided_on = reader.past_day("decided_on");
    reader.in_order("applied_on", "decided_on", (applied_on, decided_on));
    let legal_form = reader.code("legal_form");
    let decided_by = reader.line("decided_by");
    let phase = (|| {
        Some(Phase {
            family: family?,
            phase: phase?,
            from: from?,
            until,
            applied_on,
            decided_on,
            decided_by,
            legal_form,
        })
    })();
    Ok(reader.finish(phase))
}

/// A phase as a draft, in codes.
pub fn draft(phase: &Phase, case_ref: &str) -> Draft {
    Draft::default()
        .with_family("case_ref", phase.family, case_ref)
        .with("phase", &phase.phase)
        .with("from", phase.from.to_string())
        .with_some("until", phase.until)
        .with_some("applied_on", phase.applied_on)
        .with_some("decided_on", phase.decided_on)
        .with_some("decided_by", phase.decided_by.as_ref())
        .with_some("legal_form", phase.legal_form.map(Code::code))
}

impl Noun for Phase {
    const COLUMNS: &'static Form = &PHASE;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Column("phase"),
        Column("from"),
        Column("until"),
        Column("applied_on"),
        Column("decided_on"),
        Column("legal_form"),
    ];
    const TURN: Turn = Turn::Last;
    const CONCERN: Concern = Concern::Family;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.family, &self.phase, self.from) == (other.family, &other.phase, other.from)
    }
}
