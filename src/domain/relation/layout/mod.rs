//! Where everything on the drawing of a tree is: pure geometry, in character cells.
//!
//! The eldest stand to the left, children to the right of their parents, and whoever cares for placed children at the
//! right end, so that a placed child stands between its two homes with a line to each. Texts are wide and rows are
//! few: one person takes one row.
//!
//! # What holds
//!
//! - One person stands in one place. No name lies on another, on a line or outside the frame's columns; a name that is
//!   cut keeps at least [`SHORTEST`] columns. A tree may have more rows than the frame: it is scrolled.
//! - A line runs along the rows of those it joins and down a lane of its own between two columns. Nobody else stands on
//!   those rows, so it meets no name; where it meets another line it passes by, see [`Cell::passes`].
//! - The same tree is laid out the same way.
//!
//! # How
//!
//! `order` puts people in rows, so that parents stand around their children; `plan` gives columns their width and lines
//! their lanes; `draw` draws the lines.

mod draw;
mod order;
mod plan;

use super::tree::{Key, Tree};
use crate::domain::network::layout::{Frame, Spot, TooSmall};

/// Columns that a name keeps when it is cut.
pub const SHORTEST: u16 = 6;

/// What a line looks like; where two lie on the same cell the later one is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stroke {
    /// Between siblings.
    Sibling,
    /// Whatever has ended.
    Ended,
    /// To presumed parents.
    Presumed,
    /// To parents.
    Parent,
    /// To who cares for a placed child.
    Carer,
    /// Between partners.
    Partner,
}

/// Ways out of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Arms {
    /// Upwards.
    pub up: Option<Stroke>,
    /// Downwards.
    pub down: Option<Stroke>,
    /// To the left.
    pub left: Option<Stroke>,
    /// To the right.
    pub right: Option<Stroke>,
}

/// A cell with a line on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The column.
    pub col: u16,
    /// The row.
    pub row: u16,
    /// Where the line goes from here.
    pub arms: Arms,
    /// Whether two lines pass each other here without being joined; the upright one is seen.
    pub passes: bool,
}

/// Whether names may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// They stand whole, or there is no drawing.
    Whole,
    /// They are cut as far as they must.
    Cut,
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the drawing.
    pub cols: u16,
    /// Rows of the drawing; there may be more than the frame has.
    pub rows: u16,
    /// Everybody, in the order of the tree.
    pub people: Vec<(Key, Spot)>,
    /// The column between the two homes, where there are two.
    pub border: Option<u16>,
    /// The lines.
    pub cells: Vec<Cell>,
    /// Where a line is broken because it has ended: the first of two columns, and the row.
    pub breaks: Vec<(u16, u16)>,
}

impl Layout {
    /// Lays a tree out, with texts as wide as `width` says.
    ///
    /// # Errors
    /// When the frame is too narrow.
    pub fn of(tree: &Tree, frame: Frame, width: impl Fn(Key) -> u16, names: Names) -> Result<Self, TooSmall> {
        let columns = plan::Columns::of(tree);
        let rows = order::rows(tree, &columns);
        // A blank row between any two is calmer, as long as nothing has to be scrolled for it.
        let step = if 2 * rows.count() <= usize::from(frame.rows) + 1 { 2 } else { 1 };
        let plan = plan::Plan::of(tree, columns, &rows, step, frame, width, names).ok_or(TooSmall)?;
        Ok(draw::draw(tree, &plan))
    }

    /// Where somebody stands.
    pub fn spot(&self, key: Key) -> Option<Spot> {
        self.people.iter().find(|(known, _)| *known == key).map(|(_, spot)| *spot)
    }
}
