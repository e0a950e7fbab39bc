//! Entry of terms at school.

use crate::domain::codes::{Answer, Code, SchoolLevel, SchoolTerm};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::schooling::Schooling;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a term.
pub const SCHOOLING: Form = Form {
    kind: "schooling",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "child", shape: Shape::Member, need: Optional },
        Field { key: "year", shape: Shape::Number { least: 1990, most: 2100 }, need: Required },
        Field { key: "term", shape: Shape::Code(SchoolTerm::LIST), need: Required },
        Field { key: "grade", shape: Shape::Line, need: Optional },
        Field { key: "swedish", shape: Shape::Code(SchoolLevel::LIST), need: Optional },
        Field { key: "mathematics", shape: Shape::Code(SchoolLevel::LIST), need: Optional },
        Field { key: "eligible", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "study_contact", shape: Shape::Line, need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
    ],
    asked: &[
        "case_ref",
        "child",
        "year",
        "term",
        "grade",
        "swedish",
        "mathematics",
        "eligible",
        "study_contact",
        "note",
    ],
};

/// Reads a term.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Schooling, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = whom::child(&mut reader, "child", family, names)?;
    let year = reader.number("year");
    let term = reader.code("term");
    let (swedish, mathematics) = (reader.code("swedish"), reader.code("mathematics"));
    let eligible = reader.code("eligible");
    let schooling = (|| {
        Some(Schooling {
            family: family?,
            child: child?,
            year: year?,
            term: term?,
            grade: reader.line("grade"),
            swedish,
            mathematics,
            eligible,
            study_contact: reader.line("study_contact"),
            note: reader.note("note"),
        })
    })();
    Ok(reader.finish(schooling))
}

/// A term as a draft.
pub fn draft(one: &Schooling, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with_people("child", [one.child], members)
        .with("year", one.year.to_string())
        .with("term", one.term.code())
        .with_some("grade", one.grade.as_ref())
        .with_some("swedish", one.swedish.map(Code::code))
        .with_some("mathematics", one.mathematics.map(Code::code))
        .with_some("eligible", one.eligible.map(Code::code))
        .with_some("study_contact", one.study_contact.as_ref())
        .with_some("note", one.note.as_ref())
}

impl Noun for Schooling {
    const COLUMNS: &'static Form = &SCHOOLING;
    const SHOWN: &'static [Shown] = &[
        Column("year"),
        Column("term"),
        Whose,
        Column("child"),
        Column("grade"),
        Column("swedish"),
        Column("mathematics"),
        Column("eligible"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// A child has each term once.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.year, one.term);
        of(self) == of(other)
    }
}
