//! A window on a long list: only the page on the screen is read, and the page turns when the selection leaves it.

use crate::app::keys::Action;

/// A page of rows out of a list.
#[derive(Debug, Clone)]
pub struct Window<T> {
    rows: Vec<T>,
    total: usize,
    selected: usize,
    page: usize,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), total: 0, selected: 0, page: 1 }
    }
}

/// How a selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Move {
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
}

impl Move {
    /// The move that an act is, if it is one.
    pub fn of(act: Action) -> Option<Self> {
        Some(match act {
            Action::Down => Self::Down,
            Action::Up => Self::Up,
            Action::PageDown => Self::PageDown,
            Action::PageUp => Self::PageUp,
            Action::First => Self::First,
            Action::Last => Self::Last,
            _ => return None,
        })
    }
}

impl<T> Window<T> {
    /// The rows on the page.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Place of the first row of the page in the list.
    pub fn top(&self) -> usize {
        self.selected / self.page * self.page
    }

    /// Place of the selected row on the page.
    pub fn marker(&self) -> usize {
        self.selected % self.page
    }

    /// Place of the selected row in the list.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// The selected row.
    pub fn current(&self) -> Option<&T> {
        self.rows.get(self.marker())
    }

    /// Rows in the whole list.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Rows on a page.
    pub fn page(&self) -> usize {
        self.page
    }

    /// Takes how many rows fit and how many there are; the selection stays within them.
    pub fn measure(&mut self, page: usize, total: usize) {
        self.page = page.max(1);
        self.total = total;
        self.selected = self.selected.min(total.saturating_sub(1));
    }

    /// Takes the rows of the page.
    pub fn fill(&mut self, rows: Vec<T>) {
        self.rows = rows;
    }

    /// Selects a place; the page may have to be read anew.
    pub fn select(&mut self, place: usize) {
        self.selected = place.min(self.total.saturating_sub(1));
    }

    /// Begins another list: what was selected means nothing in it.
    pub fn forget(&mut self) {
        self.selected = 0;
        self.rows.clear();
    }

    /// Moves the selection; true when the page turned.
    pub fn go(&mut self, way: Move) -> bool {
        let top = self.top();
        let last = self.total.saturating_sub(1);
        self.selected = match way {
            Move::Down => (self.selected + 1).min(last),
            Move::Up => self.selected.saturating_sub(1),
            Move::PageDown => (self.selected + self.page).min(last),
            Move::PageUp => self.selected.saturating_sub(self.page),
            Move::First => 0,
            Move::Last => last,
        };
        self.top() != top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_turns_at_its_edge() {
        let mut window = Window::<()>::default();
        window.measure(10, 25);
        for (way, selected, turned) in [
            (Move::Up, 0, false),
            (Move::Down, 1, false),
            (Move::PageDown, 11, true),
            (Move::PageDown, 21, true),
            (Move::PageDown, 24, false),
            (Move::Down, 24, false),
            (Move::First, 0, true),
            (Move::Last, 24, true),
            (Move::PageUp, 14, true),
        ] {
            assert_eq!((window.go(way), window.selected()), (turned, selected), "{way:?}");
        }
    }

    #[test]
    fn a_list_that_shrinks_keeps_the_selection_inside() {
        let mut window = Window::<()>::default();
        window.measure(10, 25);
        window.go(Move::Last);
        window.measure(10, 3);
        assert_eq!(window.selected(), 2);
        window.measure(10, 0);
        assert_eq!((window.selected(), window.current()), (0, None));
    }
}
