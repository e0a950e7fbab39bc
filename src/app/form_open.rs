//! The forms there are: for each noun a new one with what is known already, and one over a stored record.

use std::rc::Rc;

use super::desk::App;
use super::form::Form;
use super::modal::Modal;
use super::purpose::Purpose;
use crate::domain::codes::{Code, FamilyStatus, Mode, Outcome, SessionKind};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::entry::{self, Draft, Shape};
use crate::domain::family::Family;
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::session::Session;
use crate::domain::text::begins;
use crate::locale::Locale;
use crate::store::{FamilyPage, Stored};

impl App {
    /// Learns who could stand in the focused field of the form on top, if people can.
    pub(super) fn know_candidates(&mut self) {
        let Some(Modal::Form(form)) = self.modals.last() else { return };
        let Some(state) = form.focused().filter(|state| matches!(state.field.shape, Shape::People | Shape::Member))
        else {
            return;
        };
        let several = state.field.shape == Shape::People;
        let draft = form.draft();
        let typed = draft.get(state.field.key).rsplit([';', ',', ' ']).next().unwrap_or_default();
        let typed = typed.trim_start_matches('@').to_owned();
        let family = match draft.get("case_ref") {
            "" => self.chosen().map(|family| family.id),
            text => {
                Directory::families(&self.store, text).ok().filter(|found| found.len() == 1).map(|found| found[0].id)
            }
        };
        let members = family.and_then(|family| self.members(family).ok()).unwrap_or_default();
        let mut names: Vec<String> =
            members.iter().map(|member| member.given_name.shown(self.page_setting())).collect();
        if several && !names.is_empty() {
            names.push(self.locale.say("everybody"));
        }
        let begun: Vec<String> = names.iter().filter(|name| begins(name, &typed)).cloned().collect();
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.people = if typed.is_empty() || begun.is_empty() { names } else { begun };
        }
    }
}

impl Form {
    pub(super) fn new_family(locale: &Rc<Locale>) -> Self {
        let draft =
            Draft::default().with("status", FamilyStatus::Active.code()).with("started_on", locale.say("today"));
        Self::new(Purpose::NewFamily, &entry::FAMILY, draft, locale)
    }

    pub(super) fn family(family: &Stored<Family>, locale: &Rc<Locale>) -> Self {
        let purpose = Purpose::Family(family.id, family.version);
        Self::new(purpose, &entry::FAMILY, entry::family_draft(&family.value), locale).about(&family.value.name)
    }

    pub(super) fn new_person(page: &FamilyPage, locale: &Rc<Locale>) -> Self {
        let case_ref = page.family.value.case_ref.clone();
        let taken = |reference: &str| page.people.iter().any(|person| person.person.value.reference == reference);
        let free = (page.people.len() + 1..).map(|number| format!("{case_ref}-{number}")).find(|name| !taken(name));
        let draft = Draft::default().with_family("case_ref", page.family.id, &case_ref).with_some("ref", free);
        Self::new(Purpose::NewPerson { case_ref }, &entry::PERSON, draft, locale).about(&page.family.value.name)
    }

    pub(super) fn person(person: &Stored<Member>, case_ref: &str, locale: &Rc<Locale>) -> Self {
        let purpose = Purpose::Person { case_ref: case_ref.to_owned(), id: person.id, version: person.version };
        let draft = entry::person_draft(&person.value, case_ref, Setting::Whole);
        Self::new(purpose, &entry::PERSON, draft, locale).about(&person.value.given_name.shown(Setting::Page))
    }

    pub(super) fn new_placement(child: &Stored<Member>, locale: &Rc<Locale>) -> Self {
        let person_ref = child.value.reference.clone();
        let draft =
            Draft::default().with_person("person_ref", child.id, &person_ref).with("started_on", locale.say("today"));
        Self::new(Purpose::NewPlacement { person_ref }, &entry::PLACEMENT, draft, locale)
            .about(&child.value.given_name.shown(Setting::Page))
    }

    pub(super) fn placement(
        placement: &Stored<Placement>,
        child: &Member,
        with: &[String],
        locale: &Rc<Locale>,
    ) -> Self {
        let person_ref = child.reference.clone();
        let draft = entry::placement_draft(&placement.value, child, with, Setting::Whole);
        let purpose = Purpose::Placement { person_ref, id: placement.id, version: placement.version };
        Self::new(purpose, &entry::PLACEMENT, draft, locale).about(&child.given_name.shown(Setting::Page))
    }

    pub(super) fn new_session(family: Option<&FamilyName>, user: &str, locale: &Rc<Locale>) -> Self {
        let draft = family.map_or_else(Draft::default, |family| {
            Draft::default().with_family("case_ref", family.id, &family.case_ref)
        });
        let draft = draft
            .with("on", locale.say("today"))
            .with("mode", Mode::HomeVisit.code())
            .with("kind", SessionKind::Conversation.code())
            .with("outcome", Outcome::Held.code())
            .with("staff", user);
        let about = family.map_or("", |family| family.name.as_str());
        let case_ref = family.map(|family| family.case_ref.clone()).unwrap_or_default();
        let mut form = Self::new(Purpose::NewSession { case_ref }, &entry::SESSION, draft, locale).about(about);
        form.focus = usize::from(family.is_some());
        form
    }

    pub(super) fn session(
        session: &Stored<Session>,
        family: &Family,
        members: &[MemberName],
        locale: &Rc<Locale>,
    ) -> Self {
        let purpose = Purpose::Session(session.id, session.version);
        let draft = entry::session_draft(&session.value, &family.case_ref, members);
        let mut form = Self::new(purpose, &entry::SESSION, draft, locale).about(&family.name);
        // A stray key must not take a session from its family.
        form.focus = 1;
        form
    }
}
