//! Forms: a field a line, over a noun's table of fields; each note is a text area of its own.
//!
//! A form holds typed text only. What it means is read when it is saved; what is wrong is shown beside the field.

pub mod filters;
pub mod hindrances;
mod kept;
mod length;
mod line;
mod note;
pub mod noun;
mod people;
pub mod reports;
mod save;
mod secret;
mod target;
mod words;

use std::rc::Rc;

use ratatui_textarea::TextArea;

use crate::app::keys::Key;
use crate::domain::directory::MemberName;
use crate::domain::discretion::{PersonName, Phone};
use crate::domain::entry::{self, Draft, Fault, Field, Shape};
use crate::domain::ids::PersonId;
use crate::domain::session::SESSION;
use crate::locale::Locale;
use words::{is_short, spoken};

pub use filters::Filter;
pub use line::Line;
pub use note::Note;
pub(in crate::app) use save::Attempt;
pub use secret::Secret;
pub use target::{At, FormNoun, FormTarget, Seen, What};
pub(in crate::app) use words::spoken as in_words;

/// A field on the screen.
#[derive(Debug, Clone)]
pub struct FieldState {
    /// What it is.
    pub field: &'static Field,
    /// What stands in it; a note's text is in its text area instead.
    pub line: Line,
}

/// Whom a form is about to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The given name.
    pub name: PersonName,
    /// The number, where one is entered.
    pub phone: Option<Phone>,
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is for.
    pub target: FormTarget,
    /// The noun's fields.
    pub table: &'static entry::Form,
    /// The fields in the order in which they are asked.
    pub fields: Vec<FieldState>,
    /// The field that keys go to.
    pub focus: usize,
    /// The notes that the noun has.
    pub notes: Vec<Note>,
    /// What is wrong, since the last attempt to save.
    pub faults: Vec<Fault>,
    /// Whether something was typed that is kept nowhere yet.
    pub unkept: Unkept,
    /// Whether the focused field was only just entered.
    pub touch: Touch,
    /// Who or what the form is about, for its title.
    pub about: String,
    /// Whom to call, where the form is about a call.
    pub call: Option<Call>,
    /// What was warned of; saving once more accepts it.
    pub(in crate::app) warned: Option<String>,
    /// Who of the family could stand in the focused field.
    pub(in crate::app) people: Vec<String>,
    /// The end that was written to keep the length, so that it is known from one that somebody wrote.
    pub(in crate::app) moved_end: Option<String>,
    /// What saving means beside what is typed.
    pub(in crate::app) sequel: Sequel,
    hidden: Draft,
    /// What stood here when it was opened: leaving without a change keeps no draft.
    opened: Draft,
}

/// A field that is asked only where there is something to say: why something takes place in spite of a restriction.
const ASKED_LATER: &str = "despite";

/// What saving a form of a visit means beside what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Sequel {
    /// Nothing.
    Alone,
    /// It is the second part of the act before it.
    Joins,
    /// The visit was held.
    Holds,
}

/// Whether a field was only just entered: a short text is then replaced by the first letter typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// It was.
    Fresh,
    /// Keys edit what stands there.
    Editing,
}

/// Whether typed text still has to be kept as a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unkept {
    /// All is kept.
    Nothing,
    /// Something is not.
    Something,
}

impl Form {
    /// A form with what a draft in codes says, in this language's words.
    pub fn new(noun: &'static FormNoun, what: What, draft: Draft, locale: &Rc<Locale>) -> Self {
        let table = noun.table;
        let mut hidden = Draft::default();
        for (key, text) in draft.filled().filter(|(key, _)| !table.asked.contains(key)) {
            hidden.set(key, text);
        }
        hidden.mean_all_as(&draft);
        // Of a session it is asked only once a restriction stands against it.
        let waits = |key: &&&str| **key == ASKED_LATER && table.kind == SESSION.kind && draft.get(key).is_empty();
        let fields: Vec<FieldState> = table
            .asked
            .iter()
            .filter(|key| !waits(key))
            .filter_map(|key| table.field(key))
            .map(|field| FieldState { field, line: Line::new(&spoken(field.shape, draft.get(field.key), locale)) })
            .collect();
        let is_note = |state: &&FieldState| state.field.shape == Shape::Note;
        let note = |state: &FieldState| Note::new(state.field.key, draft.get(state.field.key));
        let notes = fields.iter().filter(is_note).map(note).collect();
        let mut form = Self {
            target: FormTarget { noun, what },
            table,
            fields,
            focus: 0,
            notes,
            faults: Vec::new(),
            unkept: Unkept::Nothing,
            touch: Touch::Fresh,
            about: String::new(),
            call: None,
            warned: None,
            people: Vec::new(),
            moved_end: None,
            sequel: Sequel::Alone,
            hidden,
            opened: Draft::default(),
        };
        form.opened = form.draft();
        form
    }

    /// Asks why something takes place in spite of a restriction, where the noun can say so and was not asked yet.
    pub(in crate::app) fn ask_despite(&mut self) {
        let asked = self.fields.iter().any(|state| state.field.key == ASKED_LATER);
        let field = self.table.field(ASKED_LATER).filter(|_| !asked);
        self.fields.extend(field.map(|field| FieldState { field, line: Line::new("") }));
    }

    /// Whether a field stands as it stood when the form was opened.
    pub fn is_as_opened(&self, state: &FieldState) -> bool {
        self.opened.get(state.field.key) == state.line.text().trim()
    }

    pub(in crate::app) fn about(mut self, about: &str) -> Self {
        about.clone_into(&mut self.about);
        self
    }

    /// Where the form's draft is kept.
    pub fn place(&self) -> String {
        self.target.place()
    }

    /// Whether it narrows a list; such a form keeps no draft.
    pub fn is_filter(&self) -> bool {
        self.target.what == What::Filter
    }

    /// All that is typed.
    pub fn draft(&self) -> Draft {
        let mut draft = self.hidden.clone();
        for state in &self.fields {
            match self.note(state.field.key) {
                Some(note) => draft.set(state.field.key, note.text()),
                None => draft.set(state.field.key, state.line.text()),
            }
        }
        draft
    }

    /// Whether anything differs from what stood here at first.
    pub fn is_changed(&self) -> bool {
        self.draft() != self.opened
    }

    /// Whether the form is over a record that is there already.
    pub(in crate::app) fn edits(&self) -> bool {
        self.version() > 0
    }

    /// Whether a field differs from what stood there at first.
    pub(in crate::app) fn touched_field(&self, key: &str) -> bool {
        self.draft().get(key) != self.opened.get(key)
    }

    /// What stood in a field at first.
    pub(in crate::app) fn opened_text(&self, key: &str) -> &str {
        self.opened.get(key)
    }

    /// The version the form started from; 0 for what is new.
    pub(in crate::app) fn version(&self) -> i64 {
        self.target.version()
    }

    /// The field that keys go to.
    pub fn focused(&self) -> Option<&FieldState> {
        self.fields.get(self.focus)
    }

    /// Whether keys go to a note.
    pub fn in_note(&self) -> bool {
        self.focused().is_some_and(|state| state.field.shape == Shape::Note)
    }

    /// The note of a field.
    pub fn note(&self, key: &str) -> Option<&Note> {
        self.notes.iter().find(|note| note.key == key)
    }

    /// The note that has room to be read: the one that keys go to, or the only one.
    pub fn open_note(&self) -> Option<&Note> {
        let focused = self.focused().and_then(|state| self.note(state.field.key));
        focused.or_else(|| self.notes.first().filter(|_| self.notes.len() == 1))
    }

    fn focused_note(&mut self) -> Option<&mut TextArea<'static>> {
        let key = self.focused()?.field.key;
        self.notes.iter_mut().find(|note| note.key == key).map(|note| &mut note.area)
    }

    /// Goes to a field.
    pub(in crate::app) fn at(mut self, key: &str) -> Self {
        self.focus = self.fields.iter().position(|state| state.field.key == key).unwrap_or(self.focus);
        self
    }

    /// Writes into a field.
    pub(in crate::app) fn set(&mut self, key: &str, text: &str) {
        if let Some(state) = self.fields.iter_mut().find(|state| state.field.key == key) {
            state.line = Line::new(text);
        }
    }

    /// Writes people of a family into a field, known by who they are.
    pub(in crate::app) fn set_people(
        &mut self,
        key: &str,
        people: &[PersonId],
        members: &[MemberName],
        locale: &Locale,
    ) {
        let draft = Draft::default().with_people(key, people.iter().copied(), members);
        self.hidden.mean_as(key, &draft);
        self.set(key, &spoken(Shape::People, draft.get(key), locale));
    }

    /// What is wrong with a field.
    pub fn fault(&self, key: &str) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.field == key)
    }

    /// Takes a key; true when text changed.
    pub(in crate::app) fn type_key(&mut self, key: Key) -> bool {
        if let Some(note) = self.focused_note() {
            return match key {
                Key::Ctrl('u') => note.delete_line_by_head(),
                _ => note.input(key.for_text()),
            };
        }
        match key {
            Key::Down => self.step(1),
            Key::Up => self.step(-1),
            _ => return self.edit(key),
        }
        false
    }

    /// Whether the first letter typed replaces what stands in the focused field.
    pub fn is_fresh(&self) -> bool {
        self.touch == Touch::Fresh && self.focused().is_some_and(|state| is_short(state.field.shape))
    }

    fn edit(&mut self, key: Key) -> bool {
        let replaces = self.is_fresh() && matches!(key, Key::Char(_) | Key::Backspace | Key::Delete);
        self.touch = Touch::Editing;
        let Some(state) = self.fields.get_mut(self.focus) else { return false };
        if !replaces {
            return state.line.key(key);
        }
        state.line = Line::default();
        state.line.key(key);
        true
    }

    pub(in crate::app) fn paste_text(&mut self, text: &str) {
        let fresh = self.is_fresh();
        if let Some(note) = self.focused_note() {
            note.insert_str(crate::domain::text::clean_note(text));
        } else if let Some(state) = self.fields.get_mut(self.focus) {
            if fresh {
                state.line = Line::default();
            }
            state.line.paste(text);
        }
        self.touch = Touch::Editing;
    }

    /// The text changed: what was said of this field is no longer true, and a draft must be kept.
    pub(in crate::app) fn touched(&mut self) {
        if let Some(key) = self.focused().map(|state| state.field.key) {
            self.faults.retain(|fault| fault.field != key);
        }
        self.unkept = Unkept::Something;
        self.warned = None;
    }

    /// Moves to another field, round and round.
    pub(in crate::app) fn step(&mut self, by: isize) {
        if self.focused().is_some_and(|state| state.field.key == "start") {
            self.keep_length();
        }
        let count = isize::try_from(self.fields.len()).unwrap_or(1).max(1);
        let focus = isize::try_from(self.focus).unwrap_or(0);
        self.focus = usize::try_from((focus + by).rem_euclid(count)).unwrap_or(0);
        self.touch = Touch::Fresh;
    }

    /// Goes to the first field that something is wrong with.
    pub(in crate::app) fn show_faults(&mut self, faults: Vec<Fault>) {
        let wrong = |state: &FieldState| faults.iter().any(|fault| fault.field == state.field.key);
        self.focus = self.fields.iter().position(wrong).unwrap_or(self.focus);
        self.touch = Touch::Fresh;
        self.faults = faults;
    }
}

#[cfg(test)]
mod tests;
