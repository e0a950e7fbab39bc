//! The form of a task.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::directory::FamilyName;
use crate::domain::entry::Draft;
use crate::domain::ids::TaskId;
use crate::domain::problem::Problem;
use crate::domain::task::Task;
use crate::domain::task::{read_task, task_draft};
use crate::store::Stored;

/// Tasks.
pub static TASK: FormNoun = FormNoun { name: "task", table: &crate::domain::task::TASK, save, at };

/// A new task of a family, or of one's own.
pub(in crate::app) fn new(cx: &Cx, family: Option<&FamilyName>) -> Form {
    let case_ref = family.map_or("", |family| family.case_ref.as_str());
    let draft = Draft::default().with("case_ref", case_ref).with("who", cx.user());
    let about = family.map_or("", |family| family.name.as_str());
    Form::new(&TASK, What::of_family(case_ref), draft, &cx.locale).about(about)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: TaskId) -> Result<Form, Problem> {
    let stored: Stored<Task> = cx.store.get(id)?;
    let case_ref = case_ref_of(cx, &stored.value)?;
    let draft = task_draft(&stored.value, case_ref.as_deref());
    let form = Form::new(&TASK, What::record(id, stored.version), draft, &cx.locale);
    Ok(form.about(case_ref.as_deref().unwrap_or_default()))
}

fn case_ref_of(cx: &Cx, task: &Task) -> Result<Option<String>, Problem> {
    task.family.map(|family| cx.case_ref(family)).transpose()
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some("") => Ok(Some(new(cx, None))),
        Some(case_ref) => Ok(cx.family_named(case_ref)?.map(|family| new(cx, Some(&family)))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let old = match form.target.what {
        What::Record { id, .. } => Some(cx.store.get::<Task>(TaskId(id))?.value),
        What::New(_) | What::Visit(_) | What::Filter => None,
    };
    let read = read_task(reader(cx, form, draft)?, &cx.store, cx.user(), old.as_ref())?;
    write(cx, form, read, |task: &Task| Ok(task_draft(task, case_ref_of(cx, task)?.as_deref())))
}
