//! Entry of attainments.

use crate::domain::attainment::Attainment;
use crate::domain::entry::{Draft, Fault, Field, Form, GOAL_NUMBER, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Concern, Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of an attainment.
pub const ATTAINMENT: Form = Form {
    kind: "attainments",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "goal", shape: GOAL_NUMBER, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "attainment", shape: Shape::Attainment, need: Optional },
        Field { key: "own_attainment", shape: Shape::Attainment, need: Optional },
        Field { key: "words", shape: Shape::Line, need: Optional },
        Field { key: "by", shape: Shape::Colleague, need: Optional },
    ],
    asked: &["goal", "attainment", "own_attainment", "words", "on"],
};

/// Reads an attainment. Whoever writes it is who says it, unless a file tells who did.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    by: &str,
    old: Option<&Attainment>,
) -> Result<Result<Attainment, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let goal = reader.goal_number("goal", family, names)?.map(|(number, _)| number);
    let on = reader.past_day("on");
    let [level, own] = ["attainment", "own_attainment"].map(|key| reader.attainment(key));
    if reader.is_empty("attainment") && reader.is_empty("own_attainment") {
        reader.fault("attainment", Why::Missing);
    }
    let words = reader.line("words");
    let by = reader.colleague("by").or(old.map(|old| old.by.clone())).unwrap_or_else(|| by.to_owned());
    let attainment = (|| Some(Attainment { family: family?, goal: goal?, on: on?, level, own, words, by }))();
    Ok(reader.finish(attainment))
}

/// An attainment as a draft, in codes.
pub fn draft(attainment: &Attainment, case_ref: &str) -> Draft {
    Draft::default()
        .with_family("case_ref", attainment.family, case_ref)
        .with("goal", attainment.goal.to_string())
        .with("on", attainment.on.to_string())
        .with_some("attainment", attainment.level)
        .with_some("own_attainment", attainment.own)
        .with_some("words", attainment.words.as_ref())
        .with("by", &attainment.by)
}

impl Noun for Attainment {
    const COLUMNS: &'static Form = &ATTAINMENT;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("goal"),
        Column("attainment"),
        Column("own_attainment"),
        Column("words"),
        Column("by"),
    ];
    const TURN: Turn = Turn::Last;
    // The row names a goal and nobody: whose goal it is no program of files can see in it, so it goes into nobody's
    // file.
    const CONCERN: Concern = Concern::Named;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names, with.by, with.old)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref)
    }

    /// On one day there may be several; what is told of it by the same person in the same words is the same.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.goal, one.on);
        of(self) == of(other) && self.by == other.by && self.words == other.words
    }
}
