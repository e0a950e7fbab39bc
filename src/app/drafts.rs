//! Drafts: what is typed is kept within a second of a pause, and offered again where it was typed.

use std::time::Duration;

use chrono::NaiveDate;

use super::desk::App;
use super::form::{Form, Unkept};
use super::modal::{Confirm, Modal, Removal};
use super::notice::Notice;
use super::panes::Pane;
use super::purpose::Purpose;
use super::quick::{QUICK, VISITS_LINE};
use super::route::Route;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{CheckInId, FamilyId, KinId, MemberId, PlacementId, SessionId};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::Draft;

/// How long a pause in typing is before the text is kept.
pub const PAUSE: Duration = Duration::from_millis(400);

impl App {
    /// Whether typed text waits for a pause to be kept.
    pub fn has_unkept(&self) -> bool {
        self.modals.iter().any(|modal| match modal {
            Modal::Form(form) => form.unkept == Unkept::Something && !form.is_filter(),
            Modal::Quick(quick) => quick.unkept == Unkept::Something,
            Modal::Conflict(conflict) => conflict.form.unkept == Unkept::Something,
            Modal::Drawing(drawing) => drawing.unkept == Unkept::Something,
            Modal::Run(run) => run.unkept == Unkept::Something,
            _ => false,
        })
    }

    /// Keeps all that is typed. Trouble is shown; the text stays on the screen and is tried again at the next pause.
    pub fn keep_drafts(&mut self) {
        let mut done = Ok(());
        for modal in &mut self.modals {
            let (place, body, unkept) = match modal {
                Modal::Form(form) => (form.place(), form.kept(), &mut form.unkept),
                Modal::Conflict(conflict) => (conflict.form.place(), conflict.form.kept(), &mut conflict.form.unkept),
                Modal::Quick(quick) => (quick.place.clone(), quick.kept(), &mut quick.unkept),
                Modal::Drawing(drawing) => (drawing.place(), drawing.kept(), &mut drawing.unkept),
                Modal::Run(run) => (run.place(), run.kept(), &mut run.unkept),
                _ => continue,
            };
            if *unkept == Unkept::Nothing || place.is_empty() {
                continue;
            }
            *unkept = Unkept::Nothing;
            let kept = match body {
                Some(body) => self.store.keep_draft(&place, &body),
                None => self.store.drop_draft(&place),
            };
            if let Err(problem) = kept {
                if problem.kind == Kind::Io {
                    *unkept = Unkept::Something;
                }
                done = Err(problem);
            }
        }
        self.settle(done);
    }

    /// Asks before what is typed is thrown away: it is the one thing that undo cannot bring back.
    pub(super) fn ask_to_discard(&mut self) -> Result<(), Problem> {
        let question = self.locale.say("ask-discard");
        self.modals.push(Modal::Confirm(Confirm { question, removes: Removal::Text }));
        Ok(())
    }

    /// Throws away what is typed on top, and its draft.
    pub(super) fn discard(&mut self) -> Result<(), Problem> {
        let place = match self.modals.pop() {
            Some(Modal::Form(form)) => form.place(),
            Some(Modal::Quick(quick)) => quick.place,
            Some(Modal::Drawing(drawing)) => drawing.place(),
            Some(Modal::Run(mut run)) => {
                let place = run.place();
                run.reset();
                self.modals.push(Modal::Run(run));
                place
            }
            _ => return Ok(()),
        };
        if self.store.draft(&place)?.is_some() {
            self.store.drop_draft(&place)?;
        }
        self.notice = Some(Notice::Done(self.locale.say("notice-discarded")));
        self.count_drafts()
    }

    pub(super) fn count_drafts(&mut self) -> Result<(), Problem> {
        self.drafts = match self.store.drafts() {
            Err(problem) if problem.kind == Kind::Refused => 0,
            drafts => drafts?.len(),
        };
        Ok(())
    }

    /// When the casebook is opened: what waits to be finished.
    pub(super) fn tell_of_drafts(&mut self) -> Result<(), Problem> {
        self.count_drafts()?;
        if self.drafts > 0 {
            self.notice = Some(Notice::Done(self.locale.tell("notice-drafts", &[("count", arg(self.drafts))])));
        }
        Ok(())
    }

    /// Tells that a draft is back; one from another day with its day, for "today" in it means another day now.
    pub(super) fn tell_draft_back(&mut self, draft: &Draft) {
        let day = draft.saved_at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        self.notice = Some(Notice::Done(match day.filter(|day| *day < self.world.today) {
            Some(day) => {
                self.locale.tell("notice-draft-back-from", &[("day", arg(self.locale.day(day, self.world.today)))])
            }
            None => self.locale.say("notice-draft-back"),
        }));
    }

    /// Takes up the newest draft where it was left.
    pub(super) fn resume_draft(&mut self) -> Result<(), Problem> {
        let mut gone = None;
        for draft in self.store.drafts()? {
            match self.resume_at(&draft.place) {
                // What the draft was about is gone. Its text stays kept, and the next one is taken up.
                Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => gone = Some(draft),
                resumed => return resumed,
            }
        }
        if let Some(draft) = gone {
            let question = self.locale.tell("ask-draft-gone", &[("text", arg(Form::text_of(&draft.body)))]);
            self.modals.push(Modal::Confirm(Confirm { question, removes: Removal::Draft(draft.place) }));
        }
        Ok(())
    }

    fn resume_at(&mut self, place: &str) -> Result<(), Problem> {
        if let Some(rest) = place.strip_prefix(VISITS_LINE) {
            let family = rest.strip_prefix('/').and_then(|family| family.parse().ok()).map(FamilyId);
            if family.is_none() {
                self.close_family();
            }
            self.go_along(Route::to(Pane::Visits).of(family))?;
            return self.open_quick();
        }
        if place == QUICK {
            self.close_family();
            self.pane = Pane::Families;
            return self.open_quick();
        }
        if let Some(family) = place.strip_prefix(QUICK).and_then(|rest| rest.strip_prefix('/')) {
            self.go_along(Route::to(Pane::Families).of(FamilyId(family.parse().unwrap_or_default())))?;
            return self.open_quick();
        }
        if self.resume_run(place)? || self.resume_drawing(place)? {
            return Ok(());
        }
        let gone =
            || Problem::new(Kind::NotFound, "not-found").with("noun", place.split('/').next().unwrap_or_default());
        let form = self.form_at(place)?.ok_or_else(gone)?;
        self.open_form(form)
    }

    fn form_at(&self, place: &str) -> Result<Option<Form>, Problem> {
        let locale = &self.locale;
        let mut parts = place.splitn(3, '/');
        let found = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        Ok(Some(match found {
            ("family", None, _) => Form::new_family(locale),
            ("family", Some(id), None) => Form::family(&self.store.get(FamilyId(number(id)))?, locale),
            ("person", Some("in"), Some(case_ref)) => {
                let Some(family) = self.family_named(case_ref)? else { return Ok(None) };
                Form::new_person(&self.store.family_page(family.id, self.world.today)?, locale)
            }
            ("person", Some(id), None) => {
                let person = self.store.get::<crate::domain::person::Member>(MemberId(number(id)))?;
                Form::person(&person, &self.case_ref(person.value.family)?, locale)
            }
            ("placement", Some("of"), Some(person_ref)) => Form::new(
                Purpose::NewPlacement { person_ref: person_ref.to_owned() },
                &crate::domain::entry::PLACEMENT,
                crate::domain::entry::Draft::default().with("person_ref", person_ref),
                locale,
            ),
            ("placement", Some(id), None) => {
                let placement = self.store.get::<crate::domain::placement::Placement>(PlacementId(number(id)))?;
                let child = self.store.get::<crate::domain::person::Member>(placement.value.person)?;
                Form::placement(&placement, &child.value, &self.names_with(&placement.value)?, locale)
            }
            ("care" | "status", ..) => return self.care_form_at(place),
            ("kin", Some("in"), Some(case_ref)) => self.new_kin_form(case_ref, crate::domain::entry::Draft::default()),
            ("kin", Some(id), None) => self.kin_form(KinId(number(id)))?,
            ("session", None, _) => Form::new_session(None, self.user(), locale),
            ("session", Some("in"), Some(case_ref)) => {
                let Some(family) = self.family_named(case_ref)? else { return Ok(None) };
                Form::new_session(Some(&family), self.user(), locale)
            }
            ("session", Some(id), None) => {
                let session = self.store.get::<crate::domain::session::Session>(SessionId(number(id)))?;
                let family = self.store.get::<crate::domain::family::Family>(session.value.family)?;
                Form::session(&session, &family.value, &self.members(family.id)?, locale)
            }
            ("check_in", Some(id), None) => self.check_in_form_at(CheckInId(number(id)))?,
            ("task", ..) => return self.task_form_at(place),
            _ => return self.visits_form_at(place),
        }))
    }

    pub(super) fn family_named(&self, case_ref: &str) -> Result<Option<FamilyName>, Problem> {
        use crate::domain::directory::Directory;
        let found = Directory::families(&self.store, case_ref)?;
        Ok(found.into_iter().find(|family| family.case_ref == case_ref))
    }
}
