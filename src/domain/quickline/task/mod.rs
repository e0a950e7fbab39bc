//! A line about a task: `att Lindström ring skolan 3/12 @Sara`.
//!
//! Every other line is made of parts, and a word that is no part is a fault. A task is made of words: what is nothing
//! else is its text, in the order in which it was written, and the preview shows all of it. So little may be something
//! else, and only where one means it:
//!
//! - `@name` is who is to do it, anywhere in the line: a beginning that only one of the staff has; `@mig` is oneself,
//!   and so is whoever writes a line without an `@`.
//! - A day stands first or last in the line, in any form; in the middle it is the day only if it is the only one and no
//!   word of two letters (`to`, `on`), or if it is marked: `>fre`. What says no more than the day may stand before it:
//!   `senast fre`.
//! - A family stands first or last, in full or by its case reference; first also by a beginning of at least three
//!   letters, `lind ring skolan`, unless tasks begin so (`ring`) or one of the staff or of the chosen family is called
//!   that; with a colon after it in any case: `lind: ring skolan`.
//!   Without one the task is the chosen family's, if one is open, else one's own.
//! - What stands after `--` is text, whatever it says.

mod goal;
mod settle;

pub use goal::{GoalJson, GoalTold, goal_json, read_goal};

use chrono::NaiveDate;
use serde::Serialize;

use super::classify::filled;
use super::families::Asking;
use super::far::far_days;
use super::part::{Fault, Meaning, Part};
use super::read::{Reading, body, mark_repeated, note};
use super::{Context, RecordKind};
use crate::domain::directory::{Directory, FamilyName};
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::text::clean_line;
use settle::Words;

/// A task as a line tells it, with the name of its family if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLine {
    /// Whose.
    pub family: Option<FamilyName>,
    /// The task.
    pub task: Task,
}

/// What a line was understood as, in the terms and the order of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskJson {
    kind: &'static str,
    family: Option<String>,
    case_ref: Option<String>,
    what: String,
    due_on: Option<NaiveDate>,
    who: String,
}

/// The task as plain data.
pub fn task_json(line: &TaskLine) -> TaskJson {
    TaskJson {
        kind: RecordKind::Task.code(),
        family: line.family.as_ref().map(|family| family.name.clone()),
        case_ref: line.family.as_ref().map(|family| family.case_ref.clone()),
        what: line.task.what.clone(),
        due_on: line.task.due_on,
        who: line.task.who.clone(),
    }
}

/// Reads a line about a task, after the word that names the kind.
pub fn read(
    line: &str,
    named: Option<Part>,
    context: &Context,
    asking: &mut Asking<'_>,
    directory: &dyn Directory,
) -> Result<Reading, Problem> {
    let mut somebody = directory.all_staff()?;
    if let Some(chosen) = &context.family {
        somebody.extend(directory.members(chosen.id)?.into_iter().map(|member| member.given_name.bare().to_owned()));
    }
    let mut words = Words::of(line, named.is_some(), context.today).knowing(somebody);
    words.who(directory)?;
    words.marked_day();
    words.settle_front(asking)?;
    words.settle_back(asking)?;
    words.day_between();
    let mut parts: Vec<Part> = named.into_iter().collect();
    parts.extend(words.parts());
    parts.extend(note(line));
    mark_repeated(&mut parts);
    let open = |part: &Part| matches!(part.fault(), Some(Fault::AmbiguousFamily(_) | Fault::ShortFamily(_)));
    let told = parts.iter().find_map(|part| match &part.meaning {
        Meaning::Family(family) => Some(family.clone()),
        _ => None,
    });
    let family = told.or_else(|| context.family.clone().filter(|_| !parts.iter().any(open)));
    let (what, me) = (what(&parts), directory.oneself());
    if !parts.is_empty() && what.is_empty() {
        let end = body(line).trim_end().len();
        parts.push(Part { span: end..end, meaning: Meaning::Fault(Fault::MissingWhat) });
        parts.sort_by_key(|part| (part.span.start, part.span.end));
    }
    let good = !parts.is_empty() && parts.iter().all(|part| part.fault().is_none());
    let task = me.filter(|_| good).map(|me| {
        let family = family.clone();
        let task = Task { family: family.as_ref().map(|family| family.id), ..task(&parts, context, me, what) };
        TaskLine { family, task }
    });
    let asks = far_days(line, &parts, context.today);
    Ok(Reading { parts, family, task, asks, ..Reading::default() })
}

/// The next step of a check-in: what a task's line says, but for the family, which is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// The parts in the order of the line.
    pub parts: Vec<Part>,
    /// What is to be done.
    pub what: Option<String>,
    /// Who is to do it; none where nobody is named, and then it is no task.
    pub who: Option<String>,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

impl StepLine {
    /// The part that is at fault.
    pub fn fault(&self) -> Option<&Part> {
        self.parts.iter().find(|part| part.fault().is_some())
    }
}

/// Reads a next step: `ring skolan fre @Sara`.
///
/// # Errors
/// When the directory cannot be read.
pub fn read_step(line: &str, today: NaiveDate, directory: &dyn Directory) -> Result<StepLine, Problem> {
    let mut words = Words::of(line, false, today).of_known_family();
    let mut asking = Asking::new(directory);
    words.who(directory)?;
    words.marked_day();
    words.settle_front(&mut asking)?;
    words.settle_back(&mut asking)?;
    words.day_between();
    let mut parts = words.parts();
    parts.extend(note(line));
    mark_repeated(&mut parts);
    let what = filled(what(&parts));
    if what.is_none() && !parts.is_empty() {
        let end = body(line).trim_end().len();
        parts.push(Part { span: end..end, meaning: Meaning::Fault(Fault::MissingWhat) });
    }
    let (mut who, mut due_on) = (None, None);
    for part in &parts {
        match &part.meaning {
            Meaning::Who(name) => who = Some(name.clone()),
            Meaning::Day(day) => due_on = Some(*day),
            _ => {}
        }
    }
    Ok(StepLine { parts, what, who, due_on })
}

/// A next step as [`read_step`] reads it.
pub fn write_step(what: &str, who: Option<&str>, due_on: Option<NaiveDate>) -> String {
    let who = who.map(|who| format!("@{}", who.replace(' ', "_")));
    let due = due_on.map(|day| format!(">{day}"));
    let words: Vec<String> = [Some(what.to_owned()), due, who].into_iter().flatten().collect();
    words.join(" ")
}

/// The words of a task's text, and what stands after `--`.
fn what(parts: &[Part]) -> String {
    let texts = parts.iter().filter_map(|part| match &part.meaning {
        Meaning::Words(text) | Meaning::Note(text) => filled(clean_line(text)),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn task(parts: &[Part], context: &Context, me: String, what: String) -> Task {
    let mut task = Task {
        family: None,
        what,
        due_on: None,
        who: me.clone(),
        by: me,
        made_on: context.today,
        done_on: None,
        meeting: None,
    };
    for part in parts {
        match &part.meaning {
            Meaning::Day(day) => task.due_on = Some(*day),
            Meaning::Who(name) => task.who.clone_from(name),
            _ => {}
        }
    }
    task
}
