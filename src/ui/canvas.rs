//! A part of the screen that one can only write inside of, and the one place that all text goes through: while names
//! are hidden, none gets past it unless whoever writes says that it is no name.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::lines::Record;
use super::text;
use super::theme::{HEADING, MARK, MARKER, QUIET};
use crate::app::Redactor;

/// A part of the screen; positions count from its upper left corner.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    redactor: Option<&'a Redactor>,
    told: Option<&'a Told>,
}

/// What is drawn tells of itself: where the cursor stands, and what was cut. Or it is told in lines instead.
#[derive(Debug, Default)]
pub struct Told {
    cursor: Cell<Option<Position>>,
    cut: RefCell<Vec<String>>,
    record: Option<RefCell<Record>>,
}

impl Told {
    /// One that keeps what is put down as text; nothing is drawn then.
    pub fn in_lines() -> Self {
        Self { record: Some(RefCell::default()), ..Self::default() }
    }

    /// What was put down.
    pub fn into_record(self) -> Record {
        self.record.map(RefCell::into_inner).unwrap_or_default()
    }

    /// Where the cursor stands: on what is marked, typed or read, so that a screen reader follows it.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor.get()
    }
}

impl<'a> Canvas<'a> {
    /// The part of a buffer inside an area.
    pub fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, redactor: None, told: None }
    }

    /// A part of so many columns and rows that is told in lines and drawn nowhere.
    pub fn of_lines(buffer: &'a mut Buffer, size: (u16, u16), told: &'a Told) -> Self {
        Self { buffer, area: Rect::new(0, 0, size.0, size.1), redactor: None, told: Some(told) }
    }

    fn record(&self) -> Option<&'a RefCell<Record>> {
        self.told.and_then(|told| told.record.as_ref())
    }

    /// Whether it is told in lines instead of drawn: then nothing is cut, and no picture says anything.
    pub fn is_in_lines(&self) -> bool {
        self.record().is_some()
    }

    /// What a row says in a sentence of its own, where it is told in lines; of what is drawn there nothing is then.
    pub fn say(&self, y: u16, sentence: impl FnOnce() -> String) {
        if let Some(record) = self.record() {
            let sentence = sentence();
            let sentence = self.hide(&sentence).into_owned();
            record.borrow_mut().say(self.area.x, self.area.y + y, sentence);
        }
    }

    /// Notes that a row can be marked.
    pub fn row(&self, y: u16) {
        if let Some(record) = self.record() {
            record.borrow_mut().row(self.area.x, self.area.y + y);
        }
    }

    /// A cell of a table: cut and filled to so many columns; in lines whole, and apart from the next.
    pub fn cell(&self, words: &str, columns: usize) -> String {
        match columns {
            0 => String::new(),
            _ if self.is_in_lines() => format!("{words}{}", Record::APART),
            _ => text::pad(&text::pad(words, columns - 1), columns),
        }
    }

    /// The same part, with what hides names before it.
    pub fn behind(self, redactor: Option<&'a Redactor>) -> Self {
        Self { redactor, ..self }
    }

    /// The same part, which tells of what is drawn.
    pub fn telling(self, told: &'a Told) -> Self {
        Self { told: Some(told), ..self }
    }

    /// The texts that were cut since this was last asked.
    pub fn take_cut(&self) -> Vec<String> {
        self.told.map(|told| told.cut.take()).unwrap_or_default()
    }

    /// Notes that a text is cut to so many columns, if it is.
    pub fn note_cut(&self, text: &str, columns: usize) {
        if let Some(told) = self.told.filter(|_| text::width(text) > columns) {
            told.cut.borrow_mut().push(text.to_owned());
        }
    }

    /// Whether names are hidden.
    pub fn is_veiled(&self) -> bool {
        self.redactor.is_some()
    }

    /// A text as it may be shown; for whoever cuts or fills it before writing.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.redactor.map_or(Cow::Borrowed(text), |redactor| text::replaced(text, redactor.hidden(text)))
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// Rows.
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// Some of its rows.
    pub fn rows(&mut self, top: u16, height: u16) -> Canvas<'_> {
        let top = top.min(self.area.height);
        let height = height.min(self.area.height - top);
        Canvas { area: Rect { y: self.area.y + top, height, ..self.area }, ..self.again() }
    }

    /// Some of its columns.
    pub fn columns(&mut self, left: u16, width: u16) -> Canvas<'_> {
        let left = left.min(self.area.width);
        let width = width.min(self.area.width - left);
        Canvas { area: Rect { x: self.area.x + left, width, ..self.area }, ..self.again() }
    }

    fn again(&mut self) -> Canvas<'_> {
        Canvas { area: self.area, buffer: self.buffer, redactor: self.redactor, told: self.told }
    }

    /// Writes a text and gives the column after it. What does not fit is cut.
    pub fn put(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let text = self.hide(text);
        self.put_unredacted(x, y, &text, style)
    }

    /// As [`Self::put`], for a text that is shown whatever it says: words of the interface, what somebody is typing,
    /// the user's name.
    pub fn put_unredacted(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        if x >= self.area.width || y >= self.area.height {
            return x;
        }
        if let Some(record) = self.record() {
            let wide = u16::try_from(text::width(text)).unwrap_or(u16::MAX);
            let at = (self.area.x + x, self.area.y + y);
            record.borrow_mut().put(self.area.x, at, text, style.fg == HEADING.fg);
            return x.saturating_add(wide).min(self.area.width);
        }
        let room: usize = (self.area.width - x).into();
        let (end, _) = self.buffer.set_stringn(self.area.x + x, self.area.y + y, text, room, style);
        end - self.area.x
    }

    /// Writes a text cut to so many columns, with `…` where it was cut.
    pub fn put_fit(&mut self, x: u16, y: u16, text: &str, columns: u16, style: Style) -> u16 {
        let columns = columns.min(self.area.width.saturating_sub(x));
        let text = self.hide(text);
        if self.is_in_lines() {
            return self.put_unredacted(x, y, &text, style);
        }
        self.note_cut(&text, columns.into());
        self.put_unredacted(x, y, &text::fit(&text, columns.into()), style)
    }

    /// Writes a text that ends at the right edge.
    pub fn put_right(&mut self, y: u16, text: &str, style: Style) {
        let text = self.hide(text);
        self.put_right_unredacted(y, &text, style);
    }

    /// As [`Self::put_right`], for a text that is shown whatever it says.
    pub fn put_right_unredacted(&mut self, y: u16, text: &str, style: Style) {
        let wide = u16::try_from(text::width(text)).unwrap_or(u16::MAX);
        self.put_unredacted(self.area.width.saturating_sub(wide), y, text, style);
    }

    /// Empties the whole part.
    pub fn clear(&mut self) {
        if let Some(record) = self.record() {
            return record.borrow_mut().clear(self.area);
        }
        let blank = " ".repeat(self.area.width.into());
        for y in 0..self.area.height {
            self.put_unredacted(0, y, &blank, Style::reset());
        }
        // What it stood on is gone.
        if let Some(told) = self.told.filter(|told| told.cursor().is_some_and(|at| self.area.contains(at))) {
            told.cursor.set(None);
        }
    }

    /// Draws a rule across a row.
    pub fn rule(&mut self, y: u16) {
        if !self.is_in_lines() {
            self.put_unredacted(0, y, &"─".repeat(self.area.width.into()), QUIET);
        }
    }

    /// Draws a rule down a column.
    pub fn upright(&mut self, x: u16) {
        for y in 0..if self.is_in_lines() { 0 } else { self.area.height } {
            self.put_unredacted(x, y, "│", QUIET);
        }
    }

    /// Draws the marker in the margin of a row, and puts the cursor on what it marks.
    pub fn mark(&mut self, y: u16) {
        self.mark_at(0, y);
    }

    /// Draws the marker before what stands in the next column, and puts the cursor on that: there it stands anyway
    /// when the marker has just been written, so that it costs no byte.
    pub fn mark_at(&mut self, x: u16, y: u16) {
        if let Some(record) = self.record() {
            return record.borrow_mut().mark(self.area.x, self.area.y + y);
        }
        self.put_unredacted(x, y, MARK, MARKER);
        self.point(x + 1, y);
    }

    /// Puts the cursor on what is marked, typed or read.
    pub fn point(&self, x: u16, y: u16) {
        if let Some(told) = self.told.filter(|_| self.area.width > 0 && self.area.height > 0) {
            told.cursor.set(Some(Position::new(
                self.area.x + x.min(self.area.width - 1),
                self.area.y + y.min(self.area.height - 1),
            )));
        }
    }

    /// The part as the library knows it, for its own widgets.
    pub fn hand_over(&mut self) -> (Rect, &mut Buffer) {
        (if self.is_in_lines() { Rect::ZERO } else { self.area }, self.buffer)
    }
}
