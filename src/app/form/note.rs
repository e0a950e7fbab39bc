//! The notes of a form: text of many lines, each in an area of its own.

use ratatui_textarea::{CursorMove, TextArea, WrapMode};

/// A field of many lines.
#[derive(Debug, Clone)]
pub struct Note {
    /// Which field.
    pub key: &'static str,
    /// What stands in it.
    pub area: TextArea<'static>,
}

impl Note {
    pub(in crate::app) fn new(key: &'static str, text: &str) -> Self {
        let mut area = TextArea::new(text.lines().map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::Word);
        area.set_cursor_line_style(ratatui::style::Style::default());
        area.set_cursor_style(ratatui::style::Style::default());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { key, area }
    }

    pub(in crate::app) fn text(&self) -> String {
        self.area.lines().join("\n")
    }
}
