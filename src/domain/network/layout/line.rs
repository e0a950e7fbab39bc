//! The lines of the drawing: rings, spokes between sectors, and strokes from one text to another.
//!
//! A line is cells in order, each with the way it runs there, and never a cell that has a text on it. Which sign stands
//! for which relation is for whoever draws.

use super::{Layout, Spot};
use crate::domain::network::person::PersonKey;

/// Which way a line runs through a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slope {
    /// Along the row.
    Flat,
    /// Down the column.
    Steep,
    /// From the lower left to the upper right.
    Rising,
    /// From the upper left to the lower right.
    Falling,
}

impl Slope {
    fn of(across: i32, down: i32) -> Self {
        match (across.signum(), down.signum()) {
            (_, 0) => Self::Flat,
            (0, _) => Self::Steep,
            (across, down) if across == down => Self::Falling,
            _ => Self::Rising,
        }
    }
}

/// What a mark is a piece of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// The outer edge of a ring, from 0.
    Ring(usize),
    /// The line between two sectors.
    Spoke,
}

/// A cell of the circle's own lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Column.
    pub col: u16,
    /// Row.
    pub row: u16,
    /// Of what.
    pub kind: MarkKind,
    /// Which way it runs.
    pub slope: Slope,
}

/// A cell of a stroke between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// Column.
    pub col: u16,
    /// Row.
    pub row: u16,
    /// Which way it runs.
    pub slope: Slope,
}

impl Layout {
    /// The rings and spokes, row by row, where no text lies; a cell that is both is a ring.
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in 0..self.frame.rows {
            for col in 0..self.frame.cols {
                if let Some((kind, slope)) = self.mark(col, row).filter(|_| !self.is_text(col, row)) {
                    marks.push(Mark { col, row, kind, slope });
                }
            }
        }
        marks
    }

    fn mark(&self, col: u16, row: u16) -> Option<(MarkKind, Slope)> {
        let own = self.field.region(self.frame, col, row)?;
        self.region(col, row)?;
        let beside = |col: Option<u16>, row: Option<u16>| self.field.region(self.frame, col?, row?);
        let (left, right) = (beside(col.checked_sub(1), Some(row)), beside(Some(col + 1), Some(row)));
        let (above, below) = (beside(Some(col), row.checked_sub(1)), beside(Some(col), Some(row + 1)));
        let further = |other: Option<super::field::Region>| other.is_none_or(|other| other.ring > own.ring);
        let (across, down) = (further(left) || further(right), further(above) || further(below));
        if across || down {
            // Where the next cell of the row is further out, the edge runs down the column.
            let rising = further(left) == further(above);
            let slope = match (across, down) {
                (true, true) if rising => Slope::Rising,
                (true, true) => Slope::Falling,
                (true, false) => Slope::Steep,
                _ => Slope::Flat,
            };
            return Some((MarkKind::Ring(own.ring), slope));
        }
        let other = |other: Option<super::field::Region>| other.is_some_and(|other| other.sector != own.sector);
        match (other(right), other(below)) {
            (false, false) => None,
            (true, false) => Some((MarkKind::Spoke, Slope::Steep)),
            (false, true) => Some((MarkKind::Spoke, Slope::Flat)),
            (true, true) if other(left) || other(above) => Some((MarkKind::Spoke, Slope::Falling)),
            (true, true) => Some((MarkKind::Spoke, Slope::Rising)),
        }
    }

    /// The straight stroke from the person in the middle to somebody, or between two people.
    pub fn stroke(&self, from: Option<PersonKey>, to: PersonKey) -> Vec<Stroke> {
        let from = from.map_or(Some(self.ego), |from| self.spot(from));
        let Some((from, to)) = from.zip(self.spot(to)) else { return Vec::new() };
        let cells = cells(nearest(from, to), nearest(to, from));
        let mut strokes = Vec::with_capacity(cells.len());
        for (place, (col, row)) in cells.iter().enumerate() {
            let (before, after) = (place.saturating_sub(1), (place + 1).min(cells.len() - 1));
            let ((from_col, from_row), (to_col, to_row)) = (cells[before], cells[after]);
            let slope = Slope::of(to_col - from_col, to_row - from_row);
            let cell = u16::try_from(*col).ok().zip(u16::try_from(*row).ok());
            if let Some((col, row)) = cell.filter(|(col, row)| !self.is_text(*col, *row)) {
                strokes.push(Stroke { col, row, slope });
            }
        }
        strokes
    }
}

/// The cell of a text that a stroke to another begins at: on its row, as near as it comes to the middle of the other.
fn nearest(text: Spot, to: Spot) -> (i32, i32) {
    let middle = to.col + to.width / 2;
    (i32::from(middle.clamp(text.col, text.end().saturating_sub(1).max(text.col))), i32::from(text.row))
}

/// The cells of a straight line, ends included, one for each step along its longer side.
fn cells((from_col, from_row): (i32, i32), (to_col, to_row): (i32, i32)) -> Vec<(i32, i32)> {
    let (across, down) = (to_col - from_col, to_row - from_row);
    let steps = across.abs().max(down.abs()).max(1);
    let part = |whole: i32, step: i32| (2 * whole * step + whole.signum() * steps) / (2 * steps);
    (0..=steps).map(|step| (from_col + part(across, step), from_row + part(down, step))).collect()
}
