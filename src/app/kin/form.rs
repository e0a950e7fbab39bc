//! The form of a relation.

use crate::app::desk::App;
use crate::app::form::Form;
use crate::app::form_save::{Attempt, added, changed};
use crate::app::purpose::Purpose;
use crate::domain::entry::{self, Draft, Reader, Source};
use crate::domain::ids::{KinId, MemberId};
use crate::domain::kin::Kin;
use crate::domain::problem::Problem;
use crate::store::{Origin, Stored};

impl App {
    /// A new relation in the open family, of somebody if it is known who.
    pub(in crate::app) fn new_kin(&mut self, of: Option<MemberId>) -> Result<(), Problem> {
        let Some(family) = self.chosen() else { return Ok(()) };
        let members = self.members(family.id)?;
        let field = if of.is_some() { "kin_relation" } else { "person" };
        let draft = Draft::default().with_people("person", of, &members);
        let form = self.new_kin_form(&family.case_ref, draft).about(&family.name).at(field);
        self.open_form(form)
    }

    /// A form of a new relation in a family, of somebody if it is known who.
    pub(in crate::app) fn new_kin_form(&self, case_ref: &str, draft: Draft) -> Form {
        let purpose = Purpose::NewKin { case_ref: case_ref.to_owned() };
        let draft = draft.with("case_ref", case_ref);
        Form::new(purpose, &entry::KIN, draft, &self.locale)
    }

    /// The form over a relation.
    pub(in crate::app) fn kin_form(&self, id: KinId) -> Result<Form, Problem> {
        let stored: Stored<Kin> = self.store.get(id)?;
        let draft = self.kin_draft(&stored.value)?;
        Ok(Form::new(Purpose::Kin(id, stored.version), &entry::KIN, draft, &self.locale).at("has_ended"))
    }

    fn kin_draft(&self, kin: &Kin) -> Result<Draft, Problem> {
        Ok(entry::kin_draft(kin, &self.case_ref(kin.family)?, &self.members(kin.family)?))
    }

    /// Saves a relation; none if the form is about something else.
    pub(in crate::app) fn attempt_kin(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let reader = Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale);
        let place = form.place();
        let origin = Origin::Draft(&place);
        let read = entry::read_kin(reader, store)?;
        match &form.purpose {
            Purpose::Kin(id, version) => {
                changed(read, |value: &Kin| store.change(*id, *version, value, origin), |value| self.kin_draft(value))
            }
            _ => added(read, |value| store.add(value, origin)),
        }
    }
}
