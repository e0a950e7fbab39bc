//! Moving about: from pane to pane, into a family, back, and to new records.

use super::desk::App;
use super::form::Form;
use super::modal::Modal;
use super::notice::Notice;
use super::page::{Item, OpenFamily};
use super::panes::{Pane, Part};
use super::reading::Beside;
use super::redactor::Naming;
use super::route::{Landmark, Route};
use super::window::Move;
use crate::domain::codes::Outcome;
use crate::domain::ids::{FamilyId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::arg;
use crate::store::{Origin, Saving, Step, Stored};

impl App {
    /// Opens a family, which is journalled as a reading, and shows its page.
    pub(super) fn open_family(&mut self, family: FamilyId) -> Result<(), Problem> {
        if self.open.as_ref().is_none_or(|open| open.id() != family) {
            self.store.journal_reading(family)?;
            self.open = Some(OpenFamily::read(&self.store, family, self.world.today)?);
            self.families.turn_to(family, &self.store, self.world)?;
        }
        self.pane = Pane::Families;
        self.part = Part::Page;
        Ok(())
    }

    pub(super) fn close_family(&mut self) {
        self.open = None;
        self.part = Part::List;
        self.sessions.filter.family = None;
    }

    pub(super) fn go_to(&mut self, pane: Pane) -> Result<(), Problem> {
        if pane == Pane::Sessions && self.pane != Pane::Sessions {
            let family = self.open.as_ref().map(OpenFamily::id);
            if self.sessions.filter.family == family && self.sessions.window.total() > 0 {
                self.sessions.load(&self.store, self.world)?;
            } else {
                self.sessions.filter.family = family;
                self.sessions.begin(&self.store, self.world)?;
            }
        }
        let entered = pane != self.pane;
        self.pane = pane;
        match pane {
            Pane::Week if entered => self.freshen_week(),
            Pane::Visits if entered => self.enter_visits(),
            Pane::Network if entered => self.enter_network(),
            Pane::Families if entered => self.count_gaps(),
            _ => Ok(()),
        }
    }

    pub(super) fn go(&mut self, way: Move) -> Result<(), Problem> {
        match (self.pane, self.part) {
            (Pane::Families, Part::List) => {
                if self.families.window.go(way) {
                    self.families.read(&self.store, self.world)?;
                }
            }
            (Pane::Families, Part::Page) => {
                if let Some(open) = &mut self.open {
                    open.go(way);
                }
            }
            (Pane::Sessions, _) => {
                if self.sessions.window.go(way) {
                    self.sessions.read(&self.store)?;
                }
            }
            (Pane::Week, _) => {
                let before = self.week.list.shown().0;
                self.week.list.go(way);
                if self.week.list.shown().0 != before {
                    self.name_week()?;
                }
            }
            (Pane::Visits, _) => self.go_in_visits(way),
            (Pane::Network, _) => self.go_in_network(way),
        }
        Ok(())
    }

    pub(super) fn back(&mut self) -> Result<(), Problem> {
        match (self.pane, self.part) {
            (Pane::Sessions | Pane::Network, _) => self.go_to(Pane::Families)?,
            (Pane::Visits, _) => {
                if !self.leave_face()? {
                    self.go_to(Pane::Families)?;
                }
            }
            (Pane::Week, _) => {}
            (Pane::Families, Part::Page) => self.close_family(),
            (Pane::Families, Part::List) if self.open.is_some() => self.close_family(),
            (Pane::Families, Part::List) => self.clear_filter()?,
        }
        Ok(())
    }

    pub(super) fn turn_part(&mut self) {
        if self.pane == Pane::Families && self.open.is_some() {
            self.part = match self.part {
                Part::List => Part::Page,
                Part::Page => Part::List,
            };
        }
    }

    pub(super) fn open_current(&mut self) -> Result<(), Problem> {
        match self.pane {
            Pane::Families => match self.families.window.current().map(|row| row.id) {
                Some(family) => self.go_along(Route::to(Pane::Families).of(family)),
                None => Ok(()),
            },
            Pane::Sessions => match self.sessions.window.current().map(|row| row.id) {
                Some(session) => self.read_session(session, Beside::List),
                None => Ok(()),
            },
            Pane::Visits => self.open_in_visits(),
            Pane::Week | Pane::Network => Ok(()),
        }
    }

    pub(super) fn new_record(&mut self) -> Result<(), Problem> {
        match self.pane {
            Pane::Families => self.open_form(Form::new_family(&self.locale)),
            Pane::Sessions => self.new_session(),
            Pane::Visits => self.new_visits(),
            Pane::Week | Pane::Network => Ok(()),
        }
    }

    pub(super) fn new_session(&mut self) -> Result<(), Problem> {
        let form = Form::new_session(self.chosen().as_ref(), self.user(), &self.locale);
        self.open_form(form)
    }

    pub(super) fn new_person(&mut self) -> Result<(), Problem> {
        let Some(open) = &self.open else { return Ok(()) };
        let form = Form::new_person(&open.page, &self.locale);
        self.open_form(form)
    }

    pub(super) fn new_placement(&mut self) -> Result<(), Problem> {
        let Some(open) = &self.open else { return Ok(()) };
        match open.child() {
            Some(child) => {
                let form = Form::new_placement(&child.person, &self.locale);
                self.open_form(form)
            }
            None => {
                self.notice = Some(Notice::Trouble(self.locale.say("why-choose-child")));
                Ok(())
            }
        }
    }

    pub(super) fn edit_item(&mut self) -> Result<(), Problem> {
        let Some(open) = &self.open else { return Ok(()) };
        let page = &open.page;
        let form = match open.item() {
            Item::Family => Form::family(&page.family, &self.locale),
            Item::Person(person) => match page.people.get(person) {
                Some(person) => Form::person(&person.person, &page.family.value.case_ref, &self.locale),
                None => return Ok(()),
            },
            Item::Placement(person, placement) => {
                let Some(person) = page.people.get(person) else { return Ok(()) };
                let Some(placement) = person.placements.get(placement) else { return Ok(()) };
                let with = self.names_with(&placement.value)?;
                let form = Form::placement(placement, &person.person.value, &with, &self.locale);
                let (family, id) = (page.family.id, placement.id);
                if placement.value.is_kept_back(&person.person.value) && self.open_home(family, id)? {
                    return Ok(());
                }
                form
            }
            Item::Care(person, care) => match page.people.get(person).and_then(|person| person.care.get(care)) {
                Some(care) => self.care_form(care.id)?,
                None => return Ok(()),
            },
            Item::Status(place) => match page.statuses.get(place) {
                Some(status) => self.status_form(status.id)?,
                None => return Ok(()),
            },
        };
        self.open_form(form)
    }

    /// Planned becomes held, held becomes planned; anything else is for the form.
    pub(super) fn toggle_held(&mut self) -> Result<(), Problem> {
        match self.sessions.window.current().map(|row| row.id) {
            Some(id) => self.toggle_session(id),
            None => Ok(()),
        }
    }

    pub(super) fn cancel_marked_session(&mut self) -> Result<(), Problem> {
        match self.sessions.window.current().map(|row| row.id) {
            Some(id) => self.ask_cancelled(super::visits::cancelling::What::Session(id)),
            None => Ok(()),
        }
    }

    pub(super) fn toggle_session(&mut self, id: SessionId) -> Result<(), Problem> {
        let stored: Stored<Session> = self.store.get(id)?;
        let mut session = stored.value;
        if session.outcome == Outcome::Planned && session.on > self.world.today {
            self.notice = Some(Notice::Trouble(self.locale.say("why-not-yet")));
            return Ok(());
        }
        session.outcome = match session.outcome {
            Outcome::Planned => Outcome::Held,
            Outcome::Held => Outcome::Planned,
            Outcome::Cancelled | Outcome::NoShow => {
                self.notice = Some(Notice::Trouble(self.locale.say("why-not-planned")));
                return Ok(());
            }
        };
        match self.store.change(stored.id, stored.version, &session, Origin::Direct)? {
            Saving::Saved(_) => self.tell_saved(),
            Saving::Newer(_) => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    /// Tells what was saved, and so what undo would take back.
    pub(super) fn tell_saved(&mut self) {
        let step = self.undoable();
        self.added = step.as_ref().and_then(Landmark::added);
        self.notice = step.map(|step| Notice::Done(self.tell_step("notice-saved", &step)));
    }

    pub(super) fn undo(&mut self) -> Result<(), Problem> {
        if let Some(step) = self.store.undo()? {
            self.added = Landmark::brought_back(&step);
            self.notice = Some(Notice::Done(self.tell_step("notice-undone", &step)));
            match self.pane {
                Pane::Week => {
                    let before = self.week.list.lines.clone();
                    self.reread()?;
                    self.week.list.mark_back(&before);
                    return self.name_week();
                }
                Pane::Visits => {
                    let before = self.visits.waiting(self.world.today);
                    self.reread()?;
                    let after = self.visits.waiting(self.world.today);
                    if let Some(back) = after.into_iter().find(|key| !before.contains(key)) {
                        self.visits.mark_visit(back);
                    }
                }
                _ => self.reread()?,
            }
        }
        Ok(())
    }

    pub(super) fn redo(&mut self) -> Result<(), Problem> {
        self.notice = Some(match self.store.redo()? {
            Some(step) => Notice::Done(self.tell_step("notice-redone", &step)),
            None => Notice::Trouble(self.locale.say("why-nothing-to-redo")),
        });
        self.reread()
    }

    /// What undo would take back now, in words.
    pub fn undo_sentence(&self) -> Option<String> {
        self.undoable().map(|step| self.tell_step("undo-takes-back", &step))
    }

    pub(super) fn tell_step(&self, key: &str, step: &Step) -> String {
        let day = step.day.map(|day| format!(" {}", self.locale.day(day, self.world.today))).unwrap_or_default();
        let label = format!("{}{day}", step.label);
        let what = self.locale.tell(&format!("step-{}-{}", step.act, step.noun), &[("label", arg(label))]);
        self.locale.tell(key, &[("what", arg(what)), ("more", arg(step.more))])
    }

    pub(super) fn open_form(&mut self, mut form: Form) -> Result<(), Problem> {
        if !form.is_filter()
            && let Some(draft) = self.store.draft(&form.place())?
            && form.restore(&draft.body)
        {
            self.tell_draft_back(&draft);
        }
        self.modals.push(Modal::Form(Box::new(form)));
        Ok(())
    }
}

/// Where somebody was when the casebook was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    route: Route,
    naming: Naming,
}

impl App {
    /// Where one is.
    pub fn place(&self) -> Place {
        Place { route: self.here(), naming: self.naming() }
    }

    /// Goes back to where somebody was, as far as this user may.
    pub fn go_back_to(&mut self, place: Option<Place>) {
        let Some(place) = place else { return };
        let notice = self.notice.take();
        let done = self.go_along(place.route);
        self.settle(done);
        if place.naming != self.naming() {
            let done = self.turn_redactor();
            self.settle(done);
        }
        self.notice = notice.or(self.notice.take());
    }
}
