//! Text that is taken as it is written. Where one text is asked for, it stands in place of what stood there and goes on
//! to the next; a note gets line after line.

use super::{Came, Front, quoted};
use crate::app::keys::Key;
use crate::app::layer::check_in::{Focus, Part, Stage};
use crate::app::{Desk, Layer};
use crate::locale::arg;
use crate::ui::lines::{self, Kind};

/// Nobody's note has more lines.
const MOST_LINES: usize = 20_000;

impl Front {
    /// Takes a line of text.
    pub(super) fn text(&mut self, desk: &mut Desk, typed: &str, kind: Kind) -> Came {
        match kind {
            Kind::Search => self.search(desk, typed.trim()),
            Kind::Note => return self.note(desk, typed),
            Kind::Secret => self.secret(desk, typed),
            _ if typed.trim().is_empty() => go_on(desk),
            _ => {
                self.replace(desk, typed, kind);
                self.preview(desk);
                match unread(desk, typed) {
                    Some(said) => self.preview.push(said),
                    None => go_on(desk),
                }
            }
        }
        Came::Acted(None)
    }

    /// Takes what stands in one line with the command that asked for it: nothing more is asked.
    pub(super) fn at_once(&mut self, desk: &mut Desk, typed: &str, kind: Kind) -> Came {
        if kind == Kind::Text && self.is_draft_there(desk, typed) {
            self.waiting = Some(typed.to_owned());
            return Came::Acted(None);
        }
        match kind {
            Kind::Text => {
                self.save_line(desk, typed);
                Came::Acted(None)
            }
            kind => self.text(desk, typed, kind),
        }
    }

    /// Puts a line in place of what stands there, and saves it.
    pub(super) fn save_line(&mut self, desk: &mut Desk, typed: &str) {
        self.replace(desk, typed, Kind::Text);
        self.preview(desk);
        desk.key(Key::Enter);
    }

    /// Whether a draft stands in the quick line that was opened; that is told.
    fn is_draft_there(&mut self, desk: &Desk, typed: &str) -> bool {
        let Some(Layer::Quick(quick)) = desk.layers.last() else { return false };
        let text = quick.line.text().trim();
        let is_there = !text.is_empty() && text != typed.trim() && self.waiting.as_deref() != Some(typed);
        let is_new = self.waiting.is_none() && is_there && quick.unkept == crate::app::form::Unkept::Nothing;
        if is_new {
            self.preview = vec![desk.cx.locale.tell("lines-draft-waits", &[("text", arg(text))])];
        }
        is_new
    }

    /// Opens the quick line with a text that is kept as a draft; one that is there already stays.
    pub(super) fn begin_line(&mut self, desk: &mut Desk, typed: &str) {
        desk.key(Key::Char('+'));
        if !typed.trim().is_empty() && !self.is_draft_there(desk, typed) {
            self.replace(desk, typed, Kind::Text);
        }
    }

    /// Puts a text in place of what stands in the field at hand; a note gets a line more.
    pub(super) fn replace(&mut self, desk: &mut Desk, typed: &str, kind: Kind) {
        if kind == Kind::Note {
            if let Some(Layer::Form(form)) = desk.layers.last()
                && form.open_note().is_some_and(|note| note.area.lines().iter().any(|line| !line.is_empty()))
            {
                desk.key(Key::Enter);
            }
        } else {
            desk.key(Key::End);
            desk.key(Key::Ctrl('u'));
        }
        desk.paste(typed);
    }

    /// Tells what a line would make before it is saved.
    fn preview(&mut self, desk: &Desk) {
        if matches!(desk.layers.last(), Some(Layer::Quick(_) | Layer::Roll(_))) {
            self.preview = lines::page(&desk.scene()).lines.into_iter().map(|line| line.text).collect();
        }
    }

    fn note(&mut self, desk: &mut Desk, typed: &str) -> Came {
        if typed.trim().is_empty() {
            go_on(desk);
            return Came::Acted(None);
        }
        self.replace(desk, typed, Kind::Note);
        Came::Said(Vec::new())
    }

    /// Seeks; a number chooses of what was found, and what was found alone is chosen.
    fn search(&mut self, desk: &mut Desk, typed: &str) {
        if typed.is_empty() {
            let key = if self.heard.is_empty() { Key::Esc } else { Key::Enter };
            return desk.key(key);
        }
        if let Ok(number) = typed.parse::<usize>()
            && let Some(place) = number.checked_sub(1).filter(|place| *place < self.heard.len())
        {
            if self.choose(desk, place) {
                desk.key(Key::Enter);
            }
            return;
        }
        self.replace(desk, typed, Kind::Search);
        // Whoever asks how has still to read it.
        let is_asking_how = matches!(desk.layers.last(), Some(Layer::Ways(_)));
        if !is_asking_how && lines::page(&desk.scene()).rows().count() == 1 {
            desk.key(Key::Enter);
        }
    }

    fn secret(&mut self, desk: &mut Desk, typed: &str) {
        if typed.is_empty() {
            return desk.key(Key::Esc);
        }
        desk.key(Key::Ctrl('u'));
        desk.paste(typed);
        let is_last = matches!(desk.layers.last(), Some(Layer::NewPassphrase(form)) if form.field == 2);
        desk.key(if is_last { Key::Enter } else { Key::Tab });
    }

    /// Empties the field at hand.
    pub(super) fn empty(&mut self, desk: &mut Desk, kind: Kind) {
        desk.key(Key::End);
        desk.key(Key::Ctrl('u'));
        for _ in 0..if kind == Kind::Note { MOST_LINES } else { 0 } {
            let is_empty = |area: &ratatui_textarea::TextArea<'_>| area.lines().iter().all(String::is_empty);
            match desk.layers.last() {
                Some(Layer::Form(form)) if form.open_note().is_some_and(|note| !is_empty(&note.area)) => {}
                _ => break,
            }
            desk.key(Key::Backspace);
            desk.key(Key::Ctrl('u'));
        }
    }
}

/// That what was typed cannot be read as what belongs in its field; then it is asked for again.
fn unread(desk: &Desk, typed: &str) -> Option<String> {
    let Some(Layer::Form(form)) = desk.layers.last() else { return None };
    let is_readable = form.is_readable(&desk.cx.locale, desk.cx.world.today);
    (!is_readable).then(|| desk.cx.locale.tell("lines-unread", &[("text", arg(quoted(typed.trim())))]))
}

/// Goes on from a text as the one who typed it would: to the next field, to the next thing asked, or saves.
fn go_on(desk: &mut Desk) {
    let key = match desk.layers.last() {
        Some(Layer::Form(form)) if form.in_note() && form.focus + 1 == form.fields.len() => Key::Ctrl('s'),
        Some(Layer::Form(form)) if form.in_note() => Key::Tab,
        Some(Layer::Quick(quick)) if quick.line.text().trim().is_empty() => Key::Esc,
        Some(Layer::Roll(roll)) if roll.line.text().trim().is_empty() => Key::Esc,
        Some(Layer::Run(run)) => match &run.stage {
            Stage::Round(round) if matches!(round.focus, Focus::Line(Part::Sentence | Part::Step)) => Key::Tab,
            _ => Key::Enter,
        },
        _ => Key::Enter,
    };
    desk.key(key);
}
