//! A form over a pane: what keys do in it, and what becomes of it once it is saved.

use super::confirm::ask_to_discard;
use super::conflict::Conflict;
use super::session::Touched;
use super::{Place, Then, Typed, visit};
use crate::app::cx::{Cx, NAMED, Notice, Route, Subject};
use crate::app::form::noun::absence::ABSENCE;
use crate::app::form::noun::family::FAMILY;
use crate::app::form::noun::session::SESSION;
use crate::app::form::noun::visit::VISIT;
use crate::app::form::{Attempt, Form, Unkept, What};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::codes::Week53;
use crate::domain::entry::{Draft, Fault, Why};
use crate::domain::problem::Problem;
use crate::locale::arg;

impl Form {
    /// Opens a form, with the draft that is kept of it.
    pub(in crate::app) fn open(mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if !self.is_filter()
            && let Some(draft) = cx.store.draft(&self.place())?
            && self.restore(&draft.body)
        {
            cx.tell_draft_back(&draft);
        }
        Ok(self.into())
    }

    fn leave(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        // What cannot be kept stays on the screen.
        cx.leave_draft(&self.place(), self.kept())?;
        Ok(Then::Close)
    }

    fn try_to_save(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if self.edits() && !self.is_changed() {
            // Nothing to save: no version, no journal row, no undo step.
            cx.store.drop_draft(&self.place())?;
            cx.count_drafts()?;
            return Ok(Then::Close);
        }
        self.keep_length();
        let mut draft = self.draft();
        // An end beside the beginning says how long it is, unless somebody has written that too.
        if draft.get("start").contains(['-', '–']) && !self.touched_field("minutes") {
            draft.set("minutes", "");
        }
        match self.save(cx, &draft).inspect_err(|problem| self.show_restricted(problem))? {
            Attempt::Saved => self.saved(cx, &draft),
            Attempt::Narrowed(filter) => Ok(Then::Narrow(filter)),
            Attempt::Newer { mine, theirs, version } => {
                self.unkept = Unkept::Something;
                let conflict = Conflict::new(self.clone(), mine, theirs, version, &cx.locale);
                cx.trouble("notice-newer");
                Ok(Then::from(conflict).closing())
            }
            attempt => self.not_saved(cx, attempt),
        }
    }

    /// Nothing typed is lost because the disk was full or the role did not suffice; where a restriction stands against
    /// it, why it takes place can be said.
    fn show_restricted(&mut self, problem: &Problem) {
        if problem.key == "restricted" {
            self.ask_despite();
        }
        if problem.key == "restricted" && self.fields.iter().any(|state| state.field.key == "despite") {
            let why = Why::Restricted(problem.args.clone());
            self.show_faults(vec![Fault { field: "despite", value: String::new(), why }]);
        }
    }

    /// Shows why nothing was saved yet.
    pub(super) fn not_saved(&mut self, cx: &mut Cx, attempt: Attempt) -> Result<Then, Problem> {
        match attempt {
            Attempt::Faults(faults) => {
                self.show_faults(faults);
                cx.trouble("notice-faults");
            }
            Attempt::Warned(told) => {
                let said = cx.locale.tell("warned-again", &[("what", arg(told.as_str()))]);
                cx.notice = Some(Notice::Trouble(said));
                if self.target.noun.name == SESSION.name {
                    // What was held is told of once, and why can be said now.
                    self.ask_despite();
                }
                self.warned = Some(told);
            }
            Attempt::ChooseWeek53(years) => return Ok(visit::ask_week_53(cx, &years)),
            Attempt::Saved | Attempt::Narrowed(_) | Attempt::Newer { .. } => {}
        }
        Ok(Then::Stay)
    }

    fn saved(&self, cx: &mut Cx, draft: &Draft) -> Result<Then, Problem> {
        cx.tell_saved();
        cx.count_drafts()?;
        if self.target.noun.name == ABSENCE.name {
            let id = if let What::Record { id, .. } = self.target.what { Some(id.into()) } else { None };
            return Ok(visit::tell_hits(cx, id)?.closing());
        }
        if self.target.noun.name == SESSION.name
            && let Some(touched) = Touched::in_form(cx, draft)?
            && let Some(question) = touched.ask(cx)?
        {
            return Ok(Then::from(question).closing());
        }
        if let What::Visit(seen) = self.target.what
            && self.target.noun.name == VISIT.name
        {
            cx.marks.changed = Some(seen.key);
        }
        if self.target.is_new(&FAMILY) {
            // A family just registered is opened, so that its people can be entered.
            let found = cx.family_named(&crate::domain::text::clean_line(draft.get("case_ref")))?;
            if let Some(family) = found {
                return Ok(Then::Go(Route::to(Subject::People).of(family.id), None));
            }
        }
        Ok(Then::Close)
    }
}

impl Place for Form {
    fn scopes(&self) -> &'static [Scope] {
        if self.is_filter() { &[Scope::Filter, Scope::Typing] } else { &[Scope::Form, Scope::Typing] }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::NextField => self.step(1),
            Action::PreviousField => self.step(-1),
            Action::Discard if self.is_changed() => return Ok(ask_to_discard(cx)),
            Action::Discard => return self.discard(cx),
            Action::Leave => return self.leave(cx),
            Action::Close => return Ok(Then::Close),
            Action::Save => return self.try_to_save(cx),
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    /// Enter goes on to the next field, and on the last one saves; in a note it is a new line.
    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if key == Key::Enter && !self.in_note() {
            if self.focus + 1 == self.fields.len() {
                cx.notice = None;
                return self.act(Action::Save, cx);
            }
            self.step(1);
        } else if self.type_key(key) {
            cx.notice = None;
            self.touched();
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.paste_text(text);
        cx.notice = None;
        self.touched();
        Ok(())
    }

    fn unkept(&self) -> Option<Typed> {
        let unkept = self.unkept == Unkept::Something && !self.is_filter();
        unkept.then(|| Typed { place: self.place(), body: self.kept() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.unkept = if is_kept { Unkept::Nothing } else { Unkept::Something };
    }

    fn discard(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        cx.discard_draft(&self.place())?;
        Ok(Then::Close)
    }

    fn settle(&mut self, cx: &mut Cx) {
        self.know_candidates(cx);
    }

    fn choose_week_53(&mut self, choice: Week53, cx: &mut Cx) -> Result<Then, Problem> {
        self.set("week_53", &cx.locale.label(choice));
        self.act(Action::Save, cx)
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        let named = self.fields.iter().filter(|state| NAMED.contains(&state.field.key));
        named.map(|state| state.line.text().to_owned()).collect()
    }
}
