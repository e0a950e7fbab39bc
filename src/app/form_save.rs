//! What keys do in a form, and how a form becomes a record.

use super::actions::Action;
use super::conflict::Conflict;
use super::desk::App;
use super::form::{Form, Unkept};
use super::modal::Modal;
use super::notice::Notice;
use super::panes::Pane;
use super::purpose::Purpose;
use super::route::Route;
use crate::domain::codes::FamilyStatus;
use crate::domain::directory::{Directory, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::entry::{self, Becomes, Draft, Fault, Reader, Source, Why};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::NewYear;
use crate::locale::arg;
use crate::store::{Origin, PersonOnPage, Record, Saving};

/// What came of an attempt to save.
pub(super) enum Attempt {
    /// Saved.
    Saved,
    /// Something is wrong with the fields.
    Faults(Vec<Fault>),
    /// A colleague saved first: one's own text as it was read, what they wrote, and its version.
    Newer { mine: Draft, theirs: Draft, version: i64 },
    /// Something speaks against it; saving once more accepts that.
    Warned(String),
    /// Somebody must choose how even or odd weeks go on after a week 53.
    ChooseWeek53(Vec<NewYear>),
}

impl App {
    pub(super) fn act_on_form(&mut self, mut form: Box<Form>, act: Action) -> Result<(), Problem> {
        match act {
            Action::NextField => form.step(1),
            Action::PreviousField => form.step(-1),
            Action::Discard => {
                let changed = form.is_changed();
                self.modals.push(Modal::Form(form));
                return if changed { self.ask_to_discard() } else { self.discard() };
            }
            Action::Leave => return self.leave_form(form),
            Action::Close => return Ok(()),
            Action::Save => return self.save_form(form),
            _ => {}
        }
        self.modals.push(Modal::Form(form));
        Ok(())
    }

    /// Enter goes on to the next field, and on the last one saves; in a note it is a new line.
    pub(super) fn enter_in_form(&mut self) -> bool {
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return false };
        if form.in_note() {
            return false;
        }
        if form.focus + 1 == form.fields.len() {
            self.act(Action::Save);
        } else {
            form.step(1);
        }
        true
    }

    fn leave_form(&mut self, form: Box<Form>) -> Result<(), Problem> {
        let place = form.place();
        let body = form.kept();
        let kept = match &body {
            Some(body) => self.store.keep_draft(&place, body),
            // Something may have been kept at a pause and taken back since.
            None => self.store.drop_draft(&place),
        };
        if let Err(problem) = kept {
            // What cannot be kept stays on the screen.
            self.modals.push(Modal::Form(form));
            return Err(problem);
        }
        self.notice = body.map(|_| Notice::Done(self.locale.say("notice-kept")));
        self.count_drafts()
    }

    fn save_form(&mut self, mut form: Box<Form>) -> Result<(), Problem> {
        if form.edits() && !form.is_changed() {
            // Nothing to save: no version, no journal row, no undo step.
            self.store.drop_draft(&form.place())?;
            return self.count_drafts();
        }
        form.keep_length();
        let mut draft = form.draft();
        // An end beside the beginning says how long it is, unless somebody has written that too.
        if draft.get("start").contains(['-', '–']) && !form.touched_field("minutes") {
            draft.set("minutes", "");
        }
        let attempt = match self.attempt(&form, &draft) {
            Ok(attempt) => attempt,
            Err(problem) => {
                // Nothing typed is lost because the disk was full or the role did not suffice.
                if problem.key == "restricted" {
                    form.ask_despite();
                }
                if problem.key == "restricted" && form.fields.iter().any(|state| state.field.key == "despite") {
                    let why = Why::Restricted(problem.args.clone());
                    form.show_faults(vec![Fault { field: "despite", value: String::new(), why }]);
                }
                self.modals.push(Modal::Form(form));
                return Err(problem);
            }
        };
        match attempt {
            Attempt::Saved => {
                if !form.is_filter() {
                    self.tell_saved();
                }
                self.count_drafts()?;
                self.reread()?;
                self.follow_visit(&form.purpose)?;
                self.open_if_new(&form.purpose, &draft)
            }
            Attempt::Faults(faults) => {
                form.show_faults(faults);
                self.notice = Some(Notice::Trouble(self.locale.say("notice-faults")));
                self.modals.push(Modal::Form(form));
                Ok(())
            }
            Attempt::Warned(told) => {
                let said = self.locale.tell("warned-again", &[("what", arg(told.as_str()))]);
                self.notice = Some(Notice::Trouble(said));
                if matches!(form.purpose, Purpose::NewSession { .. } | Purpose::Session(..)) {
                    // What was held is told of once, and why can be said now.
                    form.ask_despite();
                }
                form.warned = Some(told);
                self.modals.push(Modal::Form(form));
                Ok(())
            }
            Attempt::ChooseWeek53(years) => {
                self.modals.push(Modal::Form(form));
                self.ask_week_53(&years);
                Ok(())
            }
            Attempt::Newer { mine, theirs, version } => {
                form.unkept = Unkept::Something;
                let conflict = Conflict::new(form, mine, theirs, version, &self.locale);
                self.notice = Some(Notice::Trouble(self.locale.say("notice-newer")));
                self.modals.push(Modal::Conflict(Box::new(conflict)));
                Ok(())
            }
        }
    }

    pub(super) fn attempt(&mut self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        if form.purpose.is_of_visits() {
            return self.attempt_visits(form, draft);
        }
        let store = &self.store;
        let reader = |becomes| {
            Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale).with_lookups(store, becomes)
        };
        let place = form.place();
        let origin = Origin::Draft(&place);
        match &form.purpose {
            Purpose::NewFamily => added(entry::read_family(reader(Becomes::New)?), |value| store.add(value, origin)),
            Purpose::Family(id, version) => changed(
                match entry::read_family(reader(Becomes::Record(id.0))?) {
                    Ok(family) => match self.still_placed(*id, &family)? {
                        Some(told) if form.warned.as_ref() != Some(&told) => return Ok(Attempt::Warned(told)),
                        _ => Ok(family),
                    },
                    faults => faults,
                },
                |value: &Family| store.change_family(*id, *version, value, origin),
                |value| Ok(entry::family_draft(value)),
            ),
            Purpose::NewPerson { .. } => {
                let read = entry::read_person(reader(Becomes::New)?, store)?;
                match self.number_told(form, &read, None)? {
                    Some(told) => Ok(Attempt::Warned(told)),
                    None => added(read, |value| store.add(value, origin)),
                }
            }
            Purpose::Person { case_ref, id, version } => {
                let read = entry::read_person(reader(Becomes::Record(id.0))?, store)?;
                match self.number_told(form, &read, Some(*id))? {
                    Some(told) => Ok(Attempt::Warned(told)),
                    None => changed(
                        read,
                        |value: &Member| store.change(*id, *version, value, origin),
                        |value| Ok(entry::person_draft(value, case_ref, Setting::Whole)),
                    ),
                }
            }
            Purpose::NewPlacement { .. } => {
                added(entry::read_placement(reader(Becomes::New)?, store)?, |value| store.add(value, origin))
            }
            Purpose::Placement { id, version, .. } => changed(
                entry::read_placement(reader(Becomes::Record(id.0))?, store)?,
                |value: &Placement| store.change(*id, *version, value, origin),
                |value: &Placement| {
                    let child = store.get::<Member>(value.person)?.value;
                    Ok(entry::placement_draft(value, &child, &self.names_with(value)?, Setting::Whole))
                },
            ),
            Purpose::NewSession { .. } => {
                let read = entry::read_session(reader(Becomes::New)?, store)?;
                if let Some(warned) = self.before_telling(form, &read)? {
                    return Ok(warned);
                }
                added(read, |value| store.add(value, origin))
            }
            Purpose::Session(id, version) => changed(
                {
                    let read = entry::read_session(reader(Becomes::Record(id.0))?, store)?;
                    if let Some(warned) = self.before_telling(form, &read)? {
                        return Ok(warned);
                    }
                    read
                },
                |value: &Session| store.change(*id, *version, value, origin),
                |value: &Session| {
                    let family = value.family;
                    Ok(entry::session_draft(value, &self.case_ref(family)?, &self.members(family)?))
                },
            ),
            Purpose::NewCare { .. } | Purpose::Care { .. } | Purpose::NewStatus { .. } | Purpose::Status(..) => {
                self.attempt_care(form, draft)
            }
            Purpose::NewKin { .. } | Purpose::Kin(..) => self.attempt_kin(form, draft),
            Purpose::FamilyFilter => Ok(filtered(self.apply_family_filter(draft))),
            Purpose::SessionFilter => Ok(filtered(self.apply_session_filter(draft))),
            Purpose::NewEvent { .. } | Purpose::Event(..) | Purpose::NewExemption(_) | Purpose::Settlement(_) => {
                self.attempt_week(form, draft)
            }
            Purpose::NewTask { .. } | Purpose::Task(..) => self.attempt_task(form, draft),
            Purpose::CheckIn { .. } => self.attempt_check_in(form, draft),
            Purpose::Map(id, version) => self.attempt_map(form, draft, *id, *version),
            _ => Ok(Attempt::Faults(Vec::new())),
        }
    }

    /// Who else has a number that was just written, where one may see them and was not told yet: a parent may well be
    /// in two families, and a child may have been entered twice.
    fn number_told(
        &self,
        form: &Form,
        read: &Result<Member, Vec<Fault>>,
        id: Option<MemberId>,
    ) -> Result<Option<String>, Problem> {
        let Ok(person) = read else { return Ok(None) };
        if id.is_some() && !form.touched_field("personal_id") && !form.touched_field("id_system") {
            return Ok(None);
        }
        let others = self.store.same_number(person, id)?;
        let Some(first) = others.first() else { return Ok(None) };
        let who = self.family_called(&first.family.name, &first.family.case_ref);
        let told = self.locale.tell("warned-same-number", &[("family", arg(who))]);
        Ok(Some(told).filter(|told| form.warned.as_ref() != Some(told)))
    }

    /// Asks once why a session that was held was in breach of a restriction; saved again it is kept, marked as a
    /// breach.
    fn before_telling(&self, form: &Form, read: &Result<Session, Vec<Fault>>) -> Result<Option<Attempt>, Problem> {
        let Ok(session) = read else { return Ok(None) };
        let Some(against) = self.store.against_session(session)?.filter(|against| !against.is_to_come) else {
            return Ok(None);
        };
        let told = self.locale.problem(&self.store.against_told(&against)?);
        Ok((form.warned.as_deref() != Some(told.as_str())).then_some(Attempt::Warned(told)))
    }

    /// A family just registered is opened, so that its people can be entered.
    fn open_if_new(&mut self, purpose: &Purpose, draft: &Draft) -> Result<(), Problem> {
        if *purpose != Purpose::NewFamily {
            return Ok(());
        }
        let case_ref = crate::domain::text::clean_line(draft.get("case_ref"));
        let found = Directory::families(&self.store, &case_ref)?.into_iter().find(|family| family.case_ref == case_ref);
        let notice = self.notice.take();
        if let Some(family) = found {
            self.go_along(Route::to(Pane::Families).of(family.id))?;
        }
        self.notice = notice;
        Ok(())
    }

    pub(super) fn case_ref(&self, family: FamilyId) -> Result<String, Problem> {
        self.store.get::<Family>(family).map(|family| family.value.case_ref)
    }

    /// Who is still placed in a family that is about to be closed, in words.
    fn still_placed(&self, id: FamilyId, family: &Family) -> Result<Option<String>, Problem> {
        let before = self.store.get::<Family>(id)?.value.status;
        if family.status != FamilyStatus::Closed || before == FamilyStatus::Closed {
            return Ok(None);
        }
        let day = family.closed_on.unwrap_or(self.world.today);
        let page = self.store.family_page(id, self.world.today)?;
        let is_placed = |on_page: &&PersonOnPage| {
            on_page.placement(day).is_some() || on_page.care.iter().any(|care| care.value.covers(day))
        };
        let placed: Vec<String> = page
            .people
            .iter()
            .filter(is_placed)
            .map(|on_page| on_page.person.value.given_name.shown(self.setting()))
            .collect();
        let told = self.locale.tell("still-placed", &[("people", arg(placed.join(", ")))]);
        Ok((!placed.is_empty()).then_some(told))
    }

    /// What those are called who are placed with a child.
    pub(super) fn names_with(&self, placement: &Placement) -> Result<Vec<String>, Problem> {
        if placement.placed_with.is_empty() {
            return Ok(Vec::new());
        }
        let family = self.store.get::<Member>(placement.person)?.value.family;
        Ok(entry::all_called(&placement.placed_with, &self.members(family)?))
    }

    pub(super) fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        self.store.members(family)
    }
}

pub(super) fn added<R: Record>(
    read: Result<R, Vec<Fault>>,
    add: impl FnOnce(&R) -> Result<R::Id, Problem>,
) -> Result<Attempt, Problem> {
    match read {
        Ok(value) => add(&value).map(|_| Attempt::Saved),
        Err(faults) => Ok(Attempt::Faults(faults)),
    }
}

pub(super) fn changed<R: Record>(
    read: Result<R, Vec<Fault>>,
    change: impl FnOnce(&R) -> Result<Saving<R>, Problem>,
    draft: impl Fn(&R) -> Result<Draft, Problem>,
) -> Result<Attempt, Problem> {
    match read {
        Ok(value) => match change(&value)? {
            Saving::Saved(_) => Ok(Attempt::Saved),
            Saving::Newer(theirs) => {
                let (mine, version) = (draft(&value)?, theirs.version);
                Ok(Attempt::Newer { mine, theirs: draft(&theirs.value)?, version })
            }
        },
        Err(faults) => Ok(Attempt::Faults(faults)),
    }
}

fn filtered(applied: Result<(), Vec<Fault>>) -> Attempt {
    match applied {
        Ok(()) => Attempt::Saved,
        Err(faults) => Attempt::Faults(faults),
    }
}
