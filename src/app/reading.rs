//! Reading a session: all of it at once, with nothing that a stray key could change. Up and down go through the list.

use super::actions::Action;
use super::desk::App;
use super::form::Form;
use super::modal::Modal;
use super::notice::Notice;
use super::route::Landmark;
use super::scroll::{Look, Scroll, TextRow, columns, room};
use super::sessions::{sign, time};
use super::visits::{Question, Reply};
use super::window::Move;
use crate::domain::codes::Outcome;
use crate::domain::directory::MemberName;
use crate::domain::entry::{self, SESSION};
use crate::domain::family::Family;
use crate::domain::ids::{MemberId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Breach;
use crate::locale::arg;
use crate::measure::label_columns;
use crate::store::{Origin, Stored};

/// A session that is being read.
#[derive(Debug)]
pub struct Reading {
    /// Its family.
    pub family: Family,
    /// Its filled fields but the note, in the order in which they are asked, in words.
    pub fields: Vec<(&'static str, String)>,
    /// The note.
    pub note: String,
    /// How far it has been read.
    pub scroll: Scroll,
    /// Which restriction of contact it breaks, if one, with nothing told of why.
    breach: Option<Breach>,
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
        let mut fields: Vec<(&'static str, String)> = SESSION
            .asked
            .iter()
            .filter(|key| !["case_ref", "on", "note"].contains(key))
            .filter_map(|key| SESSION.field(key))
            .map(|field| (field.key, super::form_words::spoken(field.shape, draft.get(field.key), &self.locale)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let told = members.iter().filter(|member| session.value.told_to.contains(&member.id));
        let told: Vec<String> = told.map(|member| member.given_name.shown(self.page_setting())).collect();
        fields.extend((!told.is_empty()).then(|| ("told_to", told.join(", "))));
        let note = draft.get("note").to_owned();
        let breach = self.store.against_session(&session.value)?.map(|against| against.breach);
        Ok(Reading { family, fields, note, scroll: Scroll::default(), breach, session, members, beside })
    }

    /// The same session as it is now, read on from the same row; it was opened already.
    pub(super) fn read_again(&self, reading: &Reading) -> Result<Reading, Problem> {
        let again = self.reading_of(reading.session.id, reading.beside.clone())?;
        Ok(Reading { scroll: reading.scroll, ..again })
    }

    /// The session in rows: what it was, its fields, its note.
    pub fn reading_rows(&self, reading: &Reading, columns: usize) -> Vec<TextRow> {
        let (locale, session) = (&self.locale, reading.session());
        let heading = [
            sign(session.outcome).to_owned(),
            self.family_called(&reading.family.name, &reading.family.case_ref),
            locale.long_day(session.on),
            time(locale, session.start, session.minutes),
            locale.label(session.mode),
            locale.label(session.kind),
            locale.label(session.outcome),
        ];
        let heading: Vec<String> = heading.into_iter().filter(|word| !word.is_empty()).collect();
        let mut rows = TextRow::of(&heading.join("  "), Look::Title, columns);
        if let Some(breach) = reading.breach {
            let told = match session.outcome {
                Outcome::Planned => format!("! {}", locale.breach(breach)),
                _ => locale.tell("card-breach", &[("breach", arg(locale.breach(breach)))]),
            };
            rows.extend(TextRow::of(&told, Look::Alarm, columns));
        }
        rows.push(TextRow::blank());
        let told = || reading.fields.iter().filter(|(key, _)| !IN_HEADING.contains(key));
        let label = label_columns(told().map(|(key, _)| locale.field(key)), LABEL).into();
        for (key, text) in told() {
            rows.extend(TextRow::labelled(&locale.field(key), label, text, Look::Text, columns));
        }
        rows.push(TextRow::blank());
        rows.extend(match reading.note.as_str() {
            "" => TextRow::of(&locale.say("no-note"), Look::Quiet, columns),
            note => TextRow::of(note, Look::Text, columns),
        });
        rows
    }

    pub(super) fn act_on_reading(&mut self, mut reading: Box<Reading>, act: Action) -> Result<(), Problem> {
        match act {
            Action::Edit => {
                let form = Form::session(&reading.session, &reading.family, &reading.members, &self.locale);
                return self.open_form(form);
            }
            Action::TellTo => {
                let (id, is_noted) = (reading.session.id, reading.session.value.note.is_some());
                self.modals.push(Modal::Reading(reading));
                if is_noted {
                    return self.ask_to_tell(id);
                }
                self.refuse("why-no-note");
                return Ok(());
            }
            Action::Down => return self.read_on(&reading, Move::Down),
            Action::Up => return self.read_on(&reading, Move::Up),
            Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                let rows = self.reading_rows(&reading, columns(self.world.size)).len();
                reading.scroll.act(act, rows, room(self.world.size));
            }
            _ => return Ok(()),
        }
        self.modals.push(Modal::Reading(reading));
        Ok(())
    }

    fn refuse(&mut self, why: &str) {
        self.notice = Some(Notice::Trouble(self.locale.say(why)));
    }

    /// Asks to whom of the family a note may be told; whoever is ticked is marked so.
    fn ask_to_tell(&mut self, id: SessionId) -> Result<(), Problem> {
        let session: Stored<Session> = self.store.get(id)?;
        let mut question = Question::new(self.locale.say("ask-tell-to"));
        for (number, member) in (1_u8..=9).zip(self.members(session.value.family)?) {
            let sign = if session.value.told_to.contains(&member.id) { "✓" } else { " " };
            let name = member.given_name.shown(self.page_setting());
            let label = format!("{sign} {name}, {}", self.locale.label(member.role));
            question = question.with(char::from(b'0' + number), label, Reply::TellTo(id, member.id));
        }
        self.open_question(question);
        Ok(())
    }

    /// Ticks that a session's note may be told to somebody, or takes that back; it is journalled as a change.
    pub(super) fn tell_to(&mut self, id: SessionId, person: MemberId) -> Result<(), Problem> {
        let stored: Stored<Session> = self.store.get(id)?;
        let mut session = stored.value;
        match session.told_to.iter().position(|told| *told == person) {
            Some(place) => _ = session.told_to.remove(place),
            None => session.told_to.push(person),
        }
        self.store.change(id, stored.version, &session, Origin::Direct)?;
        self.read_modals_again()
    }

    /// Opens the marked session's form.
    pub(super) fn edit_session(&mut self) -> Result<(), Problem> {
        let Some(row) = self.sessions.window.current() else { return Ok(()) };
        self.read_session(row.id, Beside::List)?;
        match self.modals.pop() {
            Some(Modal::Reading(reading)) => self.act_on_reading(reading, Action::Edit),
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

/// Columns of a label at the least.
const LABEL: u16 = 16;

/// Fields that the heading says already.
const IN_HEADING: [&str; 5] = ["start", "minutes", "mode", "kind", "outcome"];

impl Reading {
    /// The session itself.
    pub fn session(&self) -> &Session {
        &self.session.value
    }
}
