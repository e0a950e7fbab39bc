//! Tasks: the form of one, and a line that becomes one.

use super::desk::App;
use super::form::Form;
use super::form_save::{Attempt, added, changed};
use super::modal::Modal;
use super::purpose::Purpose;
use super::quick::Quick;
use crate::domain::directory::FamilyName;
use crate::domain::entry::{self, Becomes, Draft, Reader, Source};
use crate::domain::ids::TaskId;
use crate::domain::problem::Problem;
use crate::domain::quickline::TaskLine;
use crate::domain::task::Task;
use crate::store::{Origin, Stored};

impl App {
    /// The form of a new task of a family, or of one's own.
    pub(super) fn new_task_form(&self, family: Option<&FamilyName>) -> Form {
        let case_ref = family.map(|family| family.case_ref.clone()).unwrap_or_default();
        let draft = Draft::default().with("case_ref", &case_ref).with("who", self.user());
        let about = family.map_or("", |family| family.name.as_str());
        Form::new(Purpose::NewTask { case_ref }, &entry::TASK, draft, &self.locale).about(about)
    }

    /// The form of a task.
    pub(super) fn task_form(&self, id: TaskId) -> Result<Form, Problem> {
        let stored: Stored<Task> = self.store.get(id)?;
        let case_ref = stored.value.family.map(|family| self.case_ref(family)).transpose()?;
        let draft = entry::task_draft(&stored.value, case_ref.as_deref());
        let form = Form::new(Purpose::Task(id, stored.version), &entry::TASK, draft, &self.locale);
        Ok(form.about(case_ref.as_deref().unwrap_or_default()))
    }

    pub(super) fn new_task(&mut self) -> Result<(), Problem> {
        let form = self.new_task_form(self.chosen().as_ref());
        self.open_form(form)
    }

    pub(super) fn attempt_task(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let reader = |becomes| {
            Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale).with_lookups(store, becomes)
        };
        let (place, me) = (form.place(), self.user());
        let origin = Origin::Draft(&place);
        let Purpose::Task(id, version) = form.purpose else {
            return added(entry::read_task(reader(Becomes::New)?, store, me, None)?, |value| store.add(value, origin));
        };
        let old: Stored<Task> = store.get(id)?;
        changed(
            entry::read_task(reader(Becomes::Record(id.0))?, store, me, Some(&old.value))?,
            |value: &Task| store.change(id, version, value, origin),
            |value: &Task| {
                let case_ref = value.family.map(|family| self.case_ref(family)).transpose()?;
                Ok(entry::task_draft(value, case_ref.as_deref()))
            },
        )
    }

    /// Saves what a line about a task says.
    pub(super) fn save_task_line(&mut self, quick: Box<Quick>, line: &TaskLine) -> Result<(), Problem> {
        if let Err(problem) = self.store.add(&line.task, Origin::Draft(&quick.place)) {
            self.modals.push(Modal::Quick(quick));
            return Err(problem);
        }
        self.lines.push(quick.line.text().to_owned());
        self.tell_saved();
        self.count_drafts()?;
        self.reread()
    }

    /// The form of a draft's place, if the place is a task's.
    pub(super) fn task_form_at(&self, place: &str) -> Result<Option<Form>, Problem> {
        let Some(rest) = place.strip_prefix("task") else { return Ok(None) };
        if let Some(case_ref) = rest.strip_prefix("/in/") {
            return Ok(self.family_named(case_ref)?.map(|family| self.new_task_form(Some(&family))));
        }
        match rest.strip_prefix('/') {
            Some(id) => self.task_form(TaskId(id.parse().unwrap_or_default())).map(Some),
            None => Ok(Some(self.new_task_form(None))),
        }
    }
}
