//! Reading a session: all of it at once, with nothing that a stray key could change. Up and down go through the list.

use super::question::Question;
use super::session::{sign, time};
use super::{Place, Then};
use crate::app::cx::{Cx, Landmark};
use crate::app::form::{in_words, noun};
use crate::app::keys::{Action, Scope};
use crate::app::list::{Look, Move, Scroll, TextRow, columns, room};
use crate::domain::access::Right;
use crate::domain::codes::Outcome;
use crate::domain::family::Family;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::session::{SESSION, session_draft};
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
    beside: Beside,
}

/// Where a session was opened from, and so which ones stand above and below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Beside {
    /// The list of the sessions pane.
    List,
    /// These, in their order.
    These(Vec<SessionId>),
}

/// Opens a session to be read. If its family is not open, that is journalled as a reading.
pub(in crate::app) fn read_session(cx: &Cx, id: SessionId, beside: Beside) -> Result<Then, Problem> {
    let reading = reading_of(cx, id, beside)?;
    cx.journal_opening(("session", id.0), reading.session.value.family)?;
    Ok(reading.into())
}

fn reading_of(cx: &Cx, id: SessionId, beside: Beside) -> Result<Reading, Problem> {
    let session: Stored<Session> = cx.store.get(id)?;
    let family = session.value.family;
    let members = cx.members(family)?;
    let family = cx.store.get::<Family>(family)?.value;
    let draft = session_draft(&session.value, &family.case_ref, &members);
    let mut fields: Vec<(&'static str, String)> = SESSION
        .asked
        .iter()
        .filter(|key| !["case_ref", "on", "note"].contains(key))
        .filter_map(|key| SESSION.field(key))
        .map(|field| (field.key, in_words(field.shape, draft.get(field.key), &cx.locale)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let told = members.iter().filter(|member| session.value.told_to.contains(&member.id));
    let told: Vec<String> = told.map(|member| member.given_name.shown(cx.page_setting())).collect();
    fields.extend((!told.is_empty()).then(|| ("told_to", told.join(", "))));
    let note = draft.get("note").to_owned();
    let breach = cx.store.against_session(&session.value)?.map(|against| against.breach);
    Ok(Reading { family, fields, note, scroll: Scroll::default(), breach, session, beside })
}

/// The session in rows: what it was, its fields, its note.
pub fn reading_rows(cx: &Cx, reading: &Reading, columns: usize) -> Vec<TextRow> {
    let (locale, session) = (&cx.locale, reading.session());
    let heading = [
        sign(session.outcome).to_owned(),
        cx.family_called(&reading.family.name, &reading.family.case_ref),
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

/// Asks to whom of the family a note may be told; whoever is ticked is marked so.
fn ask_to_tell(cx: &Cx, id: SessionId) -> Result<Then, Problem> {
    let session: Stored<Session> = cx.store.get(id)?;
    let mut question = Question::new(cx.locale.say("ask-tell-to"));
    for (number, member) in (1_u8..=9).zip(cx.members(session.value.family)?) {
        let sign = if session.value.told_to.contains(&member.id) { "✓" } else { " " };
        let name = member.given_name.shown(cx.page_setting());
        let label = format!("{sign} {name}, {}", cx.locale.label(member.role));
        let person = member.id;
        question = question.with(char::from(b'0' + number), label, move |cx| tell_to(cx, id, person));
    }
    Ok(question.into())
}

/// Ticks that a session's note may be told to somebody, or takes that back; it is journalled as a change.
fn tell_to(cx: &mut Cx, id: SessionId, person: PersonId) -> Result<Then, Problem> {
    let stored: Stored<Session> = cx.store.get(id)?;
    let mut session = stored.value;
    match session.told_to.iter().position(|told| *told == person) {
        Some(place) => _ = session.told_to.remove(place),
        None => session.told_to.push(person),
    }
    cx.store.change(id, stored.version, &session, Origin::Direct)?;
    cx.written = true;
    Ok(Then::Stay)
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

impl Reading {
    /// Goes on to the session above or below where this one was opened from.
    fn read_on(&mut self, way: Move, cx: &mut Cx) -> Result<Then, Problem> {
        let here = self.session.id;
        let Beside::These(these) = &self.beside else { return Ok(Then::Beside(way)) };
        let at = these.iter().position(|id| *id == here);
        let to = at.and_then(|at| if way == Move::Down { at.checked_add(1) } else { at.checked_sub(1) });
        let next = to.and_then(|to| these.get(to)).copied().unwrap_or(here);
        cx.marks.added = Some(Landmark::of::<Session>(next));
        self.show_session(next, cx)?;
        Ok(Then::Stay)
    }
}

impl Place for Reading {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Reading, Scope::Over]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Edit => Ok(noun::session::over(cx, &self.session)?.open(cx)?.closing()),
            Action::TellTo if self.session.value.note.is_some() => ask_to_tell(cx, self.session.id),
            Action::TellTo => {
                cx.trouble("why-no-note");
                Ok(Then::Stay)
            }
            Action::Down => self.read_on(Move::Down, cx),
            Action::Up => self.read_on(Move::Up, cx),
            Action::PageDown | Action::PageUp | Action::First | Action::Last => {
                let rows = reading_rows(cx, self, columns(cx.world.size)).len();
                self.scroll.act(act, rows, room(cx.world.size));
                Ok(Then::Stay)
            }
            _ => Ok(Then::Close),
        }
    }

    /// A session that is read may be edited by whoever writes sessions, from whatever pane it was opened.
    fn needs(&self, act: Action) -> Option<Right> {
        (act == Action::Edit).then_some(Right::WriteSessions)
    }

    /// The same session as it is now, read on from the same row; it was opened already.
    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let again = reading_of(cx, self.session.id, self.beside.clone())?;
        *self = Self { scroll: self.scroll, ..again };
        Ok(())
    }

    fn show_session(&mut self, id: SessionId, cx: &mut Cx) -> Result<(), Problem> {
        let next = reading_of(cx, id, self.beside.clone())?;
        cx.journal_opening(("session", id.0), next.session.value.family)?;
        *self = next;
        Ok(())
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        self.scroll.below(reading_rows(cx, self, columns(cx.world.size)).len(), room(cx.world.size)) == 0
    }
}
