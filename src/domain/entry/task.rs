//! Entry of tasks.

use super::field::{Draft, Fault, Field, Form, Need, Shape};
use super::names::Names;
use super::reader::Reader;
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::text::Leaning;

use Need::{Optional, Required};

/// The fields of a task.
pub const TASK: Form = Form {
    kind: "tasks",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Optional },
        Field { key: "what", shape: Shape::Line, need: Required },
        Field { key: "due_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "who", shape: Shape::Colleague, need: Optional },
        Field { key: "done_on", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &["what", "due_on", "who", "case_ref", "done_on"],
};

/// Reads a task; `old` is what it was, where one is edited. Whoever writes a new one down is who does it, unless
/// somebody else is named.
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
    let task = reader.line("what").map(|what| Task {
        family,
        what,
        due_on,
        who,
        by: old.map_or_else(|| by.to_owned(), |old| old.by.clone()),
        made_on: old.map_or(reader.hand().today(), |old| old.made_on),
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
}
