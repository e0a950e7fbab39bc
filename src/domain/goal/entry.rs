//! Entry of goals.

use crate::domain::codes::{Area, Code, GoalState};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Source, Why};
use crate::domain::goal::{Goal, HEAVIEST};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The sentences of the levels, from -2 to +2.
pub const LEVELS: [&str; 5] = ["level_-2", "level_-1", "level_0", "level_1", "level_2"];

/// A number that no family's goals reach.
const MOST: u32 = 9_999;

/// The fields of a goal.
pub const GOAL: Form = Form {
    kind: "goals",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Required },
        Field { key: "number", shape: Shape::Number { least: 1, most: MOST }, need: Optional },
        Field { key: "area", shape: Shape::Code(Area::LIST), need: Required },
        Field { key: "goal", shape: Shape::Line, need: Required },
        Field { key: "made_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "target_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "weight", shape: Shape::Number { least: 1, most: HEAVIEST }, need: Optional },
        Field { key: LEVELS[0], shape: Shape::Line, need: Optional },
        Field { key: LEVELS[1], shape: Shape::Line, need: Optional },
        Field { key: LEVELS[2], shape: Shape::Line, need: Optional },
        Field { key: LEVELS[3], shape: Shape::Line, need: Optional },
        Field { key: LEVELS[4], shape: Shape::Line, need: Optional },
        Field { key: "start", shape: Shape::Attainment, need: Optional },
        Field { key: "now", shape: Shape::Attainment, need: Optional },
        Field { key: "own_now", shape: Shape::Attainment, need: Optional },
        Field { key: "state", shape: Shape::Code(GoalState::LIST), need: Optional },
    ],
    asked: &[
        "person",
        "area",
        "goal",
        "target_on",
        "weight",
        LEVELS[0],
        LEVELS[1],
        LEVELS[2],
        LEVELS[3],
        LEVELS[4],
        "start",
        "made_on",
        "state",
    ],
};

/// Reads a goal; `old` is what it was, where one is edited: how it stands now is told by marks, and nobody is asked for
/// it. A new one gets the next number in its family; a file says which.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    old: Option<&Goal>,
) -> Result<Result<Goal, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let person = whom::one(&mut reader, "person", family, names)?;
    if matches!(reader.source(), Source::File(_)) && reader.is_empty("number") {
        reader.fault("number", Why::Missing);
    }
    let number = reader.number("number");
    let area = reader.code("area");
    let made_on = reader.past_day("made_on");
    let target_on = reader.day_from("target_on", made_on);
    reader.in_order("made_on", "target_on", (made_on, target_on));
    let weight = reader.number("weight").unwrap_or(1);
    let levels = LEVELS.map(|key| reader.line(key));
    let [start, now, own_now] = ["start", "now", "own_now"].map(|key| reader.attainment(key));
    let state = reader.code("state").unwrap_or(GoalState::Open);
    let goal = reader.line("goal");
    let goal = (|| {
        Some(Goal {
            family: family?,
            person: person?,
            number: number.or(old.map(|old| old.number)).unwrap_or_default(),
            area: area?,
            goal: goal?,
            made_on: made_on?,
            target_on,
            weight,
            levels,
            start,
            now,
            own_now,
            state,
        })
    })();
    Ok(reader.finish(goal))
}

/// A goal as a draft, in codes.
pub fn draft(goal: &Goal, case_ref: &str, members: &[MemberName]) -> Draft {
    let draft = Draft::default()
        .with_family("case_ref", goal.family, case_ref)
        .with_people("person", [goal.person], members)
        .with_some("number", Some(goal.number).filter(|number| *number > 0));
    said(goal, draft).with_some("now", goal.now).with_some("own_now", goal.own_now)
}

/// What is agreed of a goal: all of it but whose it is and how it stands.
pub(in crate::domain) fn said(goal: &Goal, draft: Draft) -> Draft {
    let draft = draft
        .with("area", goal.area.code())
        .with("goal", &goal.goal)
        .with("made_on", goal.made_on.to_string())
        .with_some("target_on", goal.target_on)
        .with_some("weight", Some(goal.weight).filter(|weight| *weight != 1))
        .with_some("start", goal.start)
        .with("state", goal.state.code());
    LEVELS.iter().zip(&goal.levels).fold(draft, |draft, (key, level)| draft.with_some(key, level.as_ref()))
}

impl Noun for Goal {
    const COLUMNS: &'static Form = &GOAL;
    const SHOWN: &'static [Shown] = &[
        Whose,
        Column("person"),
        Column("number"),
        Column("area"),
        Column("goal"),
        Column("target_on"),
        Column("start"),
        Column("now"),
        Column("own_now"),
        Column("state"),
    ];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names, with.old)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.family, self.number) == (other.family, other.number)
    }
}
