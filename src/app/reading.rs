//! Reading a session: all of it at once, with nothing that a stray key could change. Up and down go through the list.

use super::actions::Do;
use super::desk::App;
use super::form::Form;
use super::modal::Modal;
use super::route::Landmark;
use super::window::Move;
use crate::domain::directory::MemberName;
use crate::domain::entry::{self, SESSION};
use crate::domain::family::Family;
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::Stored;

/// A session that is being read.
#[derive(Debug)]
pub struct Reading {
    /// Its family.
    pub family: Family,
    /// Its filled fields but the note, in the order in which they are asked, in words.
    pub fields: Vec<(&'static str, String)>,
    /// The note's lines.
    pub note: Vec<String>,
    /// The first row of the note on the screen.
    pub top: usize,
    session: Stored<Session>,
    members: Vec<MemberName>,
    beside: Beside,
}

/// Where a session was opened from, and so which ones stand above and below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Beside {
    /// The list of the sessions pane.
    List,
    /// These, in their order.
    These(Vec<SessionId>),
}

impl App {
    /// Opens a session to be read. If its family is not open, that is journalled as a reading.
    pub(super) fn read_session(&mut self, id: SessionId, beside: Beside) -> Result<(), Problem> {
        let reading = self.reading_of(id, beside)?;
        let family = reading.session.value.family;
        if self.open.as_ref().is_none_or(|open| open.id() != family) {
            self.store.journal_reading(family)?;
        }
        self.modals.push(Modal::Reading(Box::new(reading)));
        Ok(())
    }

    fn reading_of(&self, id: SessionId, beside: Beside) -> Result<Reading, Problem> {
        let session: Stored<Session> = self.store.get(id)?;
        let family = session.value.family;
        let members = self.members(family)?;
        let family = self.store.get::<Family>(family)?.value;
        let draft = entry::session_draft(&session.value, &family.case_ref, &members);
        let fields = SESSION
            .asked
            .iter()
            .filter(|key| !["case_ref", "on", "note"].contains(key))
            .filter_map(|key| SESSION.field(key))
            .map(|field| (field.key, super::form_words::spoken(field.shape, draft.get(field.key), &self.locale)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let note = draft.get("note").lines().map(str::to_owned).collect();
        Ok(Reading { family, fields, note, top: 0, session, members, beside })
    }

    /// The same session as it is now, read on from the same row; it was opened already.
    pub(super) fn read_again(&self, reading: &Reading) -> Result<Reading, Problem> {
        let again = self.reading_of(reading.session.id, reading.beside.clone())?;
        let top = reading.top.min(again.note.len().saturating_sub(1));
        Ok(Reading { top, ..again })
    }

    pub(super) fn act_on_reading(&mut self, mut reading: Box<Reading>, act: Do) -> Result<(), Problem> {
        match act {
            Do::Edit => {
                let form = Form::session(&reading.session, &reading.family, &reading.members, &self.locale);
                return self.open_form(form);
            }
            Do::Down => return self.read_on(&reading, Move::Down),
            Do::Up => return self.read_on(&reading, Move::Up),
            Do::PageDown => reading.top = (reading.top + PAGE).min(reading.note.len().saturating_sub(1)),
            Do::PageUp => reading.top = reading.top.saturating_sub(PAGE),
            _ => return Ok(()),
        }
        self.modals.push(Modal::Reading(reading));
        Ok(())
    }

    /// Opens the marked session's form.
    pub(super) fn edit_session(&mut self) -> Result<(), Problem> {
        let Some(row) = self.sessions.window.current() else { return Ok(()) };
        self.read_session(row.id, Beside::List)?;
        match self.modals.pop() {
            Some(Modal::Reading(reading)) => self.act_on_reading(reading, Do::Edit),
            _ => Ok(()),
        }
    }

    /// Goes on to the session above or below where this one was opened from.
    fn read_on(&mut self, reading: &Reading, way: Move) -> Result<(), Problem> {
        let here = reading.session.id;
        let next = match &reading.beside {
            Beside::List => {
                self.go(way)?;
                self.sessions.window.current().map(|row| row.id)
            }
            Beside::These(these) => {
                let at = these.iter().position(|id| *id == here);
                let to = at.and_then(|at| if way == Move::Down { at.checked_add(1) } else { at.checked_sub(1) });
                let next = to.and_then(|to| these.get(to)).copied();
                self.mark_record(Landmark::Session(next.unwrap_or(here)))?;
                next
            }
        };
        self.read_session(next.unwrap_or(here), reading.beside.clone())
    }
}

/// Rows of a long note that one key turns.
const PAGE: usize = 5;

impl Reading {
    /// The session itself.
    pub fn session(&self) -> &Session {
        &self.session.value
    }
}
