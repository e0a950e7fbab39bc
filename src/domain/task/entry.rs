//! Entry of tasks.

use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::text::{Leaning, identity_of};

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a task.
pub const TASK: Form = Form {
    kind: "tasks",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Optional },
        Field { key: "what", shape: Shape::Line, need: Required },
        Field { key: "due_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "who", shape: Shape::Colleague, need: Optional },
        Field { key: "done_on", shape: Shape::Day(Leaning::Past), need: Optional },
        Field { key: "by", shape: Shape::Colleague, need: Optional },
        Field { key: "made_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["what", "due_on", "who", "case_ref", "done_on"],
};

/// Reads a task; `old` is what it was, where one is edited. Whoever writes a new one down is who does it, unless
/// somebody else is named. A file says who wrote it down, and when; nobody is asked for that.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    by: &str,
    old: Option<&Task>,
) -> Result<Result<Task, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let due_on = reader.day("due_on");
    let who = reader.colleague("who").unwrap_or_else(|| by.to_owned());
    let done_on = reader.past_day("done_on");
    let told_by = reader.colleague("by");
    let told_on = reader.past_day("made_on");
    let task = reader.line("what").map(|what| Task {
        family,
        what,
        due_on,
        who,
        by: told_by.or_else(|| old.map(|old| old.by.clone())).unwrap_or_else(|| by.to_owned()),
        made_on: told_on.or(old.map(|old| old.made_on)).unwrap_or_else(|| reader.source().today()),
        done_on,
        meeting: old.and_then(|old| old.meeting),
    });
    Ok(reader.finish(task))
}

/// A task as a draft.
pub fn draft(task: &Task, case_ref: Option<&str>) -> Draft {
    Draft::default()
        .with_some("case_ref", case_ref)
        .with("what", &task.what)
        .with_some("due_on", task.due_on)
        .with("who", &task.who)
        .with_some("done_on", task.done_on)
        .with("by", &task.by)
        .with("made_on", task.made_on.to_string())
}

impl Noun for Task {
    const COLUMNS: &'static Form = &TASK;
    const SHOWN: &'static [Shown] = &[Column("due_on"), Column("what"), Column("who"), Whose, Column("done_on")];
    const TURN: Turn = Turn::Last;
    const IN_NO_FAMILY: bool = true;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names, with.by, with.old)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, Some(said.case_ref).filter(|case_ref| !case_ref.is_empty()))
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.due_on, identity_of(&one.who));
        of(self) == of(other) && self.what == other.what
    }
}
