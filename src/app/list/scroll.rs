//! Reading what is longer than the screen: one way to scroll, wherever a text is read.
//!
//! A text is broken into rows once ([`crate::measure`]), and those rows are both counted here and drawn, so that its
//! end can be reached at every size.

use crate::app::keys::Action;
use crate::app::layout::body;
use crate::measure::{wrap, wrap_hanging};

/// How far a text has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    top: usize,
}

impl Scroll {
    /// The first row on the screen, of a text of so many rows in so much room.
    pub fn top(self, rows: usize, room: usize) -> usize {
        self.top.min(rows.saturating_sub(room))
    }

    /// Rows below what is on the screen.
    pub fn below(self, rows: usize, room: usize) -> usize {
        rows.saturating_sub(self.top(rows, room) + room)
    }

    /// Moves; an act that moves nothing does nothing.
    pub fn act(&mut self, act: Action, rows: usize, room: usize) {
        let (last, page) = (rows.saturating_sub(room), room.saturating_sub(1).max(1));
        let top = self.top(rows, room);
        self.top = match act {
            Action::Down => top + 1,
            Action::Up => top.saturating_sub(1),
            Action::PageDown => top + page,
            Action::PageUp => top.saturating_sub(page),
            Action::First => 0,
            Action::Last => last,
            _ => top,
        }
        .min(last);
    }
}

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Look {
    Title,
    Heading,
    Text,
    Quiet,
    Alarm,
}

/// A row of a text that is read: what it is, and what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    /// What it is, where a row says that; stands in the columns before the text.
    pub label: String,
    /// Columns before the text.
    pub indent: usize,
    /// What is said.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

impl TextRow {
    /// A blank row.
    pub fn blank() -> Self {
        Self { label: String::new(), indent: 0, text: String::new(), look: Look::Text }
    }

    /// A text, broken to so many columns.
    pub fn of(text: &str, look: Look, columns: usize) -> Vec<Self> {
        Self::labelled("", 0, text, look, columns)
    }

    /// As [`Self::of`], the blanks at the beginning kept and the rows after the first set in.
    pub fn hanging(text: &str, look: Look, columns: usize) -> Vec<Self> {
        let row = |text| Self { label: String::new(), indent: 0, text, look };
        wrap_hanging(text, columns).into_iter().map(row).collect()
    }

    /// A text with its label before it.
    pub fn labelled(label: &str, indent: usize, text: &str, look: Look, columns: usize) -> Vec<Self> {
        let mut label = label.to_owned();
        let row = |text| Self { label: std::mem::take(&mut label), indent, text, look };
        wrap(text, columns.saturating_sub(indent).max(1)).into_iter().map(row).collect()
    }
}

/// Rows of the body for a text, the last one left for how much there is below.
pub fn room(size: (u16, u16)) -> usize {
    usize::from(body(size.1)).saturating_sub(1).max(1)
}

/// Columns for a text that lies over the pane.
pub fn columns(size: (u16, u16)) -> usize {
    usize::from(size.0).saturating_sub(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_is_reached_and_no_more() {
        for (rows, room) in [(0, 5), (3, 5), (5, 5), (6, 5), (40, 5), (40, 1), (7, 0)] {
            for act in [Action::Down, Action::PageDown, Action::Last] {
                let mut scroll = Scroll::default();
                let mut seen = 0;
                for _ in 0..=rows {
                    seen = seen.max(scroll.top(rows, room) + room.min(rows));
                    scroll.act(act, rows, room);
                }
                seen = seen.max(scroll.top(rows, room) + room.min(rows));
                assert_eq!(scroll.below(rows, room), 0, "{rows} in {room} by {act:?}");
                assert_eq!(seen, rows.max(room.min(rows)), "{rows} in {room} by {act:?}");
                scroll.act(Action::First, rows, room);
                assert_eq!(scroll.top(rows, room), 0);
            }
        }
    }

    #[test]
    fn a_larger_screen_shows_the_end_where_it_is() {
        let mut scroll = Scroll::default();
        scroll.act(Action::Last, 40, 5);
        assert_eq!(scroll.top(40, 5), 35);
        assert_eq!(scroll.top(40, 30), 10);
        scroll.act(Action::Up, 40, 30);
        assert_eq!(scroll.top(40, 30), 9);
    }
}
