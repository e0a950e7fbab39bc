//! A window on a list that is longer than the screen: only the page on the screen is read, from the place where it
//! begins. Nobody counts what lies before it, so that a page costs the same wherever in the list it is.

use crate::app::keys::Action;
use crate::domain::problem::Problem;
use crate::store::Seek;

/// A row that knows where in its list it stands.
pub trait Placed {
    /// Where.
    type Place: Copy;
    /// Which row it is, wherever it stands.
    type Id: Copy + PartialEq;

    /// Where it stands.
    fn stands(&self) -> Self::Place;

    /// Which it is.
    fn which(&self) -> Self::Id;
}

/// A page of rows out of a list.
#[derive(Debug, Clone)]
pub struct Window<T> {
    rows: Vec<T>,
    marker: usize,
    page: usize,
    /// Rows that a page had when this one was read.
    read_for: usize,
    /// Whether nothing is known to stand before the page.
    is_first: bool,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), marker: 0, page: 1, read_for: 1, is_first: true }
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

    /// Where a marker comes to stand in a list that is shown whole.
    pub(in crate::app) fn among(self, marker: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Down => (marker + 1).min(last),
            Self::Up => marker.saturating_sub(1),
            Self::First | Self::PageUp => 0,
            Self::Last | Self::PageDown => last,
        }
    }
}

impl<T> Window<T> {
    /// The rows on the page.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// Place of the marked row on the page.
    pub fn marker(&self) -> usize {
        self.marker
    }

    /// The marked row.
    pub fn current(&self) -> Option<&T> {
        self.rows.get(self.marker)
    }

    /// Rows that fit on a page.
    pub fn page(&self) -> usize {
        self.page
    }

    /// Whether the page is the whole list.
    pub fn is_all(&self) -> bool {
        self.is_first && self.rows.len() < self.page
    }

    /// Takes how many rows fit; the page is to be read anew.
    pub(in crate::app) fn measure(&mut self, page: u16) {
        self.page = usize::from(page).max(1);
    }

    /// Begins another list: what was marked means nothing in it.
    pub(in crate::app) fn forget(&mut self) {
        *self = Self { page: self.page, ..Self::default() };
    }

    fn show(&mut self, rows: Vec<T>, marker: usize, is_first: bool) {
        self.marker = marker.min(rows.len().saturating_sub(1));
        self.rows = rows;
        self.is_first = is_first;
        self.read_for = self.page;
    }
}

/// Each of these is given how rows are read; where that fails, all stays as it was.
impl<T: Placed> Window<T> {
    /// Marks a row of the page; false if it is not on it.
    pub(in crate::app) fn mark(&mut self, which: T::Id) -> bool {
        let place = self.rows.iter().position(|row| row.which() == which);
        self.marker = place.unwrap_or(self.marker);
        place.is_some()
    }

    /// Moves the marker; the page turns when it leaves it.
    pub(in crate::app) fn go(
        &mut self,
        way: Move,
        read: impl Fn(Seek<T::Place>, usize) -> Result<Vec<T>, Problem>,
    ) -> Result<(), Problem> {
        let last = self.rows.len().saturating_sub(1);
        match way {
            Move::Down if self.marker < last => self.marker += 1,
            Move::Down | Move::PageDown => {
                let next = match self.rows.last() {
                    Some(row) if self.rows.len() >= self.page => read(Seek::After(row.stands()), self.page)?,
                    _ => Vec::new(),
                };
                match way {
                    _ if next.is_empty() => self.marker = last,
                    Move::Down => self.show(next, 0, false),
                    _ => self.show(next, self.marker, false),
                }
            }
            Move::Up if self.marker > 0 => self.marker -= 1,
            Move::Up => self.turn_back(1, read)?,
            Move::PageUp => self.turn_back(self.page, read)?,
            Move::First if self.is_first => self.marker = 0,
            Move::First => self.show(read(Seek::First, self.page)?, 0, true),
            Move::Last => {
                let rows = read(Seek::Last, self.page)?;
                let is_first = rows.len() < self.page;
                self.show(rows, usize::MAX, is_first);
            }
        }
        Ok(())
    }

    /// Turns the page back and moves the marker up by so many rows. The first page is always whole.
    fn turn_back(
        &mut self,
        rows: usize,
        read: impl Fn(Seek<T::Place>, usize) -> Result<Vec<T>, Problem>,
    ) -> Result<(), Problem> {
        let before = match self.rows.first() {
            Some(row) if !self.is_first => read(Seek::Before(row.stands()), self.page)?,
            _ => Vec::new(),
        };
        let to = (before.len() + self.marker).saturating_sub(rows);
        if before.len() >= self.page {
            self.show(before, to, false);
        } else if self.is_first {
            self.marker = to;
        } else {
            self.show(read(Seek::First, self.page)?, to, true);
        }
        Ok(())
    }

    /// Turns to the page around a place and marks what stands there, or what comes after it.
    pub(in crate::app) fn find(
        &mut self,
        place: T::Place,
        read: impl Fn(Seek<T::Place>, usize) -> Result<Vec<T>, Problem>,
    ) -> Result<(), Problem> {
        let above = self.page / 2;
        let mut rows = read(Seek::Before(place), above)?;
        let is_first = rows.len() < above;
        let (marker, room) = (rows.len(), self.page - rows.len());
        let from = read(Seek::From(place), room)?;
        let below = from.len();
        rows.extend(from);
        if rows.is_empty() || below < room && !is_first {
            // The end of the list stands at the end of the page.
            let rows = read(Seek::Last, self.page)?;
            let (marker, is_first) = (rows.len().saturating_sub(below.max(1)), rows.len() < self.page);
            self.show(rows, marker, is_first);
        } else {
            self.show(rows, marker, is_first);
        }
        Ok(())
    }

    /// Reads the page again. What was marked stays marked, also when others were added or removed above it; what is
    /// not on the page any more gives its place to the next, and false is said.
    pub(in crate::app) fn again(
        &mut self,
        read: impl Fn(Seek<T::Place>, usize) -> Result<Vec<T>, Problem>,
    ) -> Result<bool, Problem> {
        let marked = self.current().map(|row| (row.which(), row.stands()));
        match marked {
            Some((_, place)) if self.read_for != self.page && !self.is_first => self.find(place, read)?,
            _ => self.read_again(read)?,
        }
        Ok(marked.is_none_or(|(which, _)| self.mark(which)))
    }

    /// Reads the page from where it began; if its first row is gone, from the next.
    fn read_again(&mut self, read: impl Fn(Seek<T::Place>, usize) -> Result<Vec<T>, Problem>) -> Result<(), Problem> {
        if self.is_first {
            let rows = read(Seek::First, self.page)?;
            self.show(rows, self.marker, true);
            return Ok(());
        }
        for row in &self.rows {
            let rows = read(Seek::From(row.stands()), self.page)?;
            if !rows.is_empty() {
                self.show(rows, self.marker, false);
                return Ok(());
            }
        }
        self.go(Move::Last, read)
    }
}

#[cfg(test)]
mod tests;
