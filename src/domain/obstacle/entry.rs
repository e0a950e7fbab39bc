//! Entry of obstacles to leisure.

use crate::domain::codes::{Code, ObstacleKind};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::obstacle::Obstacle;
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of an obstacle.
pub const OBSTACLE: Form = Form {
    kind: "obstacles",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "obstacle", shape: Shape::Code(ObstacleKind::LIST), need: Required },
        Field { key: "wanted", shape: Shape::Line, need: Optional },
        Field { key: "tried", shape: Shape::Note, need: Optional },
        Field { key: "tried_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "solved_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["case_ref", "person", "on", "obstacle", "wanted", "tried", "tried_on", "solved_on"],
};

/// Reads an obstacle.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Obstacle, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = whom::one(&mut reader, "person", family, names)?;
    let on = reader.past_day("on");
    let obstacle = reader.code("obstacle");
    let (tried_on, solved_on) = (reader.past_day("tried_on"), reader.past_day("solved_on"));
    reader.in_order("on", "solved_on", (on, solved_on));
    let obstacle = (|| {
        Some(Obstacle {
            family: family?,
            person: person?,
            on: on?,
            obstacle: obstacle?,
            wanted: reader.line("wanted"),
            tried: reader.note("tried"),
            tried_on,
            solved_on,
        })
    })();
    Ok(reader.finish(obstacle))
}

/// An obstacle as a draft.
pub fn draft(one: &Obstacle, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", one.family, case_ref)
        .with_people("person", [one.person], members)
        .with("on", one.on.to_string())
        .with("obstacle", one.obstacle.code())
        .with_some("wanted", one.wanted.as_ref())
        .with_some("tried", one.tried.as_ref())
        .with_some("tried_on", one.tried_on)
        .with_some("solved_on", one.solved_on)
}

impl Noun for Obstacle {
    const COLUMNS: &'static Form = &OBSTACLE;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Whose,
        Column("person"),
        Column("obstacle"),
        Column("wanted"),
        Column("tried"),
        Column("solved_on"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// What was tried and whether it helped is told later.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.on, one.obstacle);
        of(self) == of(other) && self.wanted == other.wanted
    }
}
