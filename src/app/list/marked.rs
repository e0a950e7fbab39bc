//! Lines under headings, one of which is marked: moving goes over the headings, and a page turns when the marker
//! leaves it.

use super::window::Move;

/// A line of such a list.
pub trait Markable: Clone + PartialEq {
    /// Whether keys can act on it.
    fn is_markable(&self) -> bool;
}

/// The lines, and the one that keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked<L> {
    /// All of them, in order.
    pub lines: Vec<L>,
    /// The marked one's place.
    pub marker: usize,
    page: usize,
}

impl<L> Default for Marked<L> {
    fn default() -> Self {
        Self { lines: Vec::new(), marker: 0, page: 1 }
    }
}

impl<L: Markable> Marked<L> {
    /// The marked line.
    pub fn current(&self) -> Option<&L> {
        self.lines.get(self.marker).filter(|line| line.is_markable())
    }

    /// The lines on the screen, and the place of the first.
    pub fn shown(&self) -> (usize, &[L]) {
        let page = self.page.max(1);
        let top = self.marker / page * page;
        (top, &self.lines[top.min(self.lines.len())..self.lines.len().min(top + page)])
    }

    /// Moves the marker, over headings.
    pub(in crate::app) fn go(&mut self, way: Move) {
        let page = isize::try_from(self.page.max(1)).unwrap_or(1);
        let last = isize::try_from(self.lines.len()).unwrap_or(0) - 1;
        let at = isize::try_from(self.marker).unwrap_or(0);
        let (to, on) = match way {
            Move::Down => (at + 1, 1),
            Move::Up => (at - 1, -1),
            Move::PageDown => (at + page, 1),
            Move::PageUp => (at - page, -1),
            Move::First => (0, 1),
            Move::Last => (last, -1),
        };
        self.settle(to.clamp(0, last.max(0)), on);
    }

    /// Takes other lines. What was marked stays marked; what is gone gives its place to the next.
    pub(in crate::app) fn lay_out(&mut self, lines: Vec<L>, page: u16, follow: impl Fn(&L, &[L]) -> Option<usize>) {
        let marked = self.lines.get(self.marker).cloned();
        self.lines = lines;
        self.page = page.into();
        let place = marked.as_ref().and_then(|marked| self.lines.iter().position(|line| line == marked));
        let followed = || marked.as_ref().and_then(|marked| follow(marked, &self.lines));
        let place = place.or_else(followed).unwrap_or(self.marker.min(self.lines.len().saturating_sub(1)));
        self.settle(isize::try_from(place).unwrap_or(0), 1);
    }

    /// Marks the first line that is one, if any is.
    pub(in crate::app) fn mark(&mut self, is: impl Fn(&L) -> bool) {
        if let Some(place) = self.lines.iter().position(is) {
            self.marker = place;
        }
    }

    /// Takes how many rows a page has; the lines stay.
    pub(in crate::app) fn measure(&mut self, page: u16) {
        self.page = page.into();
    }

    /// Marks the line that has come back among those that were there, if one has.
    pub(in crate::app) fn mark_back(&mut self, before: &[L]) {
        let mut old = before.iter().filter(|line| line.is_markable());
        let new = self.lines.iter().enumerate().filter(|(_, line)| line.is_markable());
        let back = new.into_iter().find(|(_, line)| old.next() != Some(line)).map(|(place, _)| place);
        if self.lines.len() > before.len() {
            self.marker = back.unwrap_or(self.marker);
        }
    }

    /// Marks the nearest line that can be marked, first in one direction.
    fn settle(&mut self, place: isize, on: isize) {
        let line = |at: isize| usize::try_from(at).ok().and_then(|at| self.lines.get(at));
        let markable = |at: &isize| line(*at).is_some_and(L::is_markable);
        let length = isize::try_from(self.lines.len()).unwrap_or(0);
        let found = (0..length).map(|step| place + on * step).find(markable);
        let found = found.or_else(|| (0..length).map(|step| place - on * step).find(markable));
        self.marker = found.and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    }
}
