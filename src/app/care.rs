//! The forms of a child's care, and of the statuses that a family had and has.

use super::actions::Action;
use super::desk::App;
use super::form::Form;
use super::form_save::{Attempt, added, changed};
use super::notice::Notice;
use super::purpose::Purpose;
use crate::domain::care::Care;
use crate::domain::discretion::Setting;
use crate::domain::entry::{self, Becomes, Draft, Reader, Source};
use crate::domain::ids::{CareId, StatusSpanId};
use crate::domain::person::Member;
use crate::domain::problem::Problem;
use crate::domain::status::StatusSpan;
use crate::store::{Origin, Stored};

impl App {
    /// A new span of care, or a new status.
    pub(super) fn new_span(&mut self, act: Action) -> Result<(), Problem> {
        if act == Action::NewStatus { self.new_status() } else { self.new_care() }
    }

    /// A new span of care of the marked child.
    fn new_care(&mut self) -> Result<(), Problem> {
        let Some(open) = &self.open else { return Ok(()) };
        let Some(child) = open.child() else {
            self.notice = Some(Notice::Trouble(self.locale.say("why-choose-child")));
            return Ok(());
        };
        let reference = child.person.value.reference.clone();
        let form = self.new_care_form(&reference, &child.person.value.given_name.shown(Setting::Page));
        self.open_form(form)
    }

    pub(super) fn new_care_form(&self, person_ref: &str, called: &str) -> Form {
        let draft = Draft::default().with("person_ref", person_ref).with("from", self.locale.say("today"));
        let purpose = Purpose::NewCare { person_ref: person_ref.to_owned() };
        Form::new(purpose, &entry::CARE, draft, &self.locale).about(called)
    }

    /// The form of a span of care.
    pub(super) fn care_form(&self, id: CareId) -> Result<Form, Problem> {
        let stored: Stored<Care> = self.store.get(id)?;
        let child = self.store.get::<Member>(stored.value.person)?.value;
        let draft = entry::care_draft(&stored.value, &child.reference);
        let purpose = Purpose::Care { person_ref: child.reference, id, version: stored.version };
        Ok(Form::new(purpose, &entry::CARE, draft, &self.locale).about(&child.given_name.shown(Setting::Page)))
    }

    /// A new status of the open family.
    fn new_status(&mut self) -> Result<(), Problem> {
        let Some(family) = self.chosen() else { return Ok(()) };
        let form = self.new_status_form(&family.case_ref).about(&family.name);
        self.open_form(form)
    }

    fn new_status_form(&self, case_ref: &str) -> Form {
        let draft = Draft::default().with("case_ref", case_ref).with("from", self.locale.say("today"));
        Form::new(Purpose::NewStatus { case_ref: case_ref.to_owned() }, &entry::STATUS, draft, &self.locale)
    }

    /// The form of a status.
    pub(super) fn status_form(&self, id: StatusSpanId) -> Result<Form, Problem> {
        let stored: Stored<StatusSpan> = self.store.get(id)?;
        let draft = entry::status_draft(&stored.value, &self.case_ref(stored.value.family)?);
        Ok(Form::new(Purpose::Status(id, stored.version), &entry::STATUS, draft, &self.locale))
    }

    /// Saves what is typed in a form of care or of a status.
    pub(super) fn attempt_care(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let reader = |becomes| {
            Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale).with_lookups(store, becomes)
        };
        let place = form.place();
        let origin = Origin::Draft(&place);
        match &form.purpose {
            Purpose::NewCare { .. } => {
                added(entry::read_care(reader(Becomes::New)?, store)?, |value| store.add(value, origin))
            }
            Purpose::Care { person_ref, id, version } => changed(
                entry::read_care(reader(Becomes::Record(id.0))?, store)?,
                |value: &Care| store.change(*id, *version, value, origin),
                |value| Ok(entry::care_draft(value, person_ref)),
            ),
            Purpose::NewStatus { .. } => {
                added(entry::read_status(reader(Becomes::New)?, store)?, |value| store.add(value, origin))
            }
            Purpose::Status(id, version) => changed(
                entry::read_status(reader(Becomes::Record(id.0))?, store)?,
                |value: &StatusSpan| store.change(*id, *version, value, origin),
                |value: &StatusSpan| Ok(entry::status_draft(value, &self.case_ref(value.family)?)),
            ),
            _ => Ok(Attempt::Faults(Vec::new())),
        }
    }

    /// The form of a draft's place (see `Purpose::place`), if the place is one of care or of a status.
    pub(super) fn care_form_at(&self, place: &str) -> Result<Option<Form>, Problem> {
        let parts: Vec<&str> = place.splitn(3, '/').collect();
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        Ok(match parts.as_slice() {
            ["care", "of", person_ref] => Some(self.new_care_form(person_ref, person_ref)),
            ["care", id] => Some(self.care_form(CareId(number(id)))?),
            ["status", "in", case_ref] => Some(self.new_status_form(case_ref)),
            ["status", id] => Some(self.status_form(StatusSpanId(number(id)))?),
            _ => None,
        })
    }
}
