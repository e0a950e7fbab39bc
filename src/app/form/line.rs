//! A line of text being typed: the text area, kept to one line.

use ratatui_textarea::{CursorMove, TextArea};

use crate::app::keys::Key;
use crate::domain::text::clean_line;

/// One line of text with a cursor.
#[derive(Debug, Clone)]
pub struct Line {
    area: TextArea<'static>,
}

impl Default for Line {
    fn default() -> Self {
        Self::new("")
    }
}

impl Line {
    /// A line with a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::new(vec![clean_line(text)]);
        area.set_max_histories(20);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// Puts another text there as it stands, blanks at its end too, and the cursor at a byte.
    pub(in crate::app) fn put(&mut self, text: &str, byte: usize) {
        let mut area = TextArea::new(vec![text.to_owned()]);
        area.set_max_histories(20);
        self.area = area;
        self.put_cursor(byte);
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// The cursor, in characters from the beginning.
    pub fn cursor(&self) -> usize {
        self.area.cursor().1
    }

    /// The cursor, in bytes from the beginning.
    pub fn cursor_byte(&self) -> usize {
        self.text().char_indices().nth(self.cursor()).map_or(self.text().len(), |(byte, _)| byte)
    }

    /// Puts the cursor at a byte.
    pub fn put_cursor(&mut self, byte: usize) {
        let column = self.text().get(..byte).map_or(0, |before| before.chars().count());
        self.area.move_cursor(CursorMove::Jump(0, u16::try_from(column).unwrap_or(u16::MAX)));
    }

    /// Takes a key; true when the text changed.
    pub fn key(&mut self, key: Key) -> bool {
        if matches!(key, Key::Enter | Key::Ctrl('m' | 'j') | Key::Tab | Key::BackTab) {
            return false;
        }
        match key {
            Key::Ctrl('u') => self.area.delete_line_by_head(),
            _ => self.area.input(key.for_text()),
        }
    }

    /// Takes a pasted text; its lines become one.
    pub fn paste(&mut self, text: &str) {
        // What surrounds a paste belongs to what was typed, so only the inside is made clean.
        let clean: String = text.split_inclusive(['\n', '\r', '\t']).map(clean_line).collect::<Vec<_>>().join(" ");
        self.area.insert_str(clean);
    }
}
