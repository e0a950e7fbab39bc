//! Entry of actions.

use crate::domain::action::PlanAction;
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::whom;
use crate::domain::entry::{Draft, Fault, Field, Form, GOAL_NUMBER, Names, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of an action.
pub const ACTION: Form = Form {
    kind: "actions",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "person", shape: Shape::Member, need: Optional },
        Field { key: "goal", shape: GOAL_NUMBER, need: Optional },
        Field { key: "text", shape: Shape::Line, need: Required },
        Field { key: "who", shape: Shape::Line, need: Optional },
        Field { key: "due_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "done_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["text", "who", "due_on", "goal", "person", "done_on"],
};

/// Reads an action. One towards a goal is in the plan of the goal's person.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<PlanAction, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let mut person = if reader.is_empty("person") { None } else { whom::one(&mut reader, "person", family, names)? };
    let goal = reader.goal_number("goal", family, names)?;
    if let Some((_, of)) = goal {
        if person.is_some_and(|person| person != of) {
            reader.fault("goal", Why::OfSomebodyElse);
        }
        person = Some(of);
    }
    let due_on = reader.day("due_on");
    let done_on = reader.past_day("done_on");
    let who = reader.line("who");
    let text = reader.line("text");
    let goal = goal.map(|(number, _)| number);
    let action = (|| Some(PlanAction { family: family?, person, goal, text: text?, who, due_on, done_on }))();
    Ok(reader.finish(action))
}

/// An action as a draft, in codes.
pub fn draft(action: &PlanAction, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", action.family, case_ref)
        .with_people("person", action.person, members)
        .with_some("goal", action.goal)
        .with("text", &action.text)
        .with_some("who", action.who.as_ref())
        .with_some("due_on", action.due_on)
        .with_some("done_on", action.done_on)
}

impl Noun for PlanAction {
    const COLUMNS: &'static Form = &ACTION;
    const SHOWN: &'static [Shown] =
        &[Column("due_on"), Whose, Column("person"), Column("goal"), Column("text"), Column("who"), Column("done_on")];
    const TURN: Turn = Turn::Last;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.person, one.goal);
        of(self) == of(other) && self.text == other.text
    }
}
