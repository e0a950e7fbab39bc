//! Where everything on the drawing of a map is: pure geometry, in character cells.
//!
//! A [`Sheet`] says what is to be drawn and how wide each text is; a [`Layout`] says where. Texts, signs and colours
//! are for whoever draws it.
//!
//! # What holds
//!
//! - Sector and ring are given, the drawing follows: a name lies with every cell in its own sector and ring.
//! - No name lies on another, on the person in the middle or on the title of a sector; in a row there is a blank
//!   between.
//! - The same sheet is laid out the same way. People are placed in their order, each where the ones before leave room,
//!   so whoever comes last moves nobody as long as there is room. [`Layout::after`] keeps what stands where it stands
//!   when somebody is moved or taken away.
//!
//! # How
//!
//! The circle is an ellipse that fills the frame (`field`). It begins with equal sectors. Where somebody finds no room
//! (`place`), first their region is filled row by row instead of from its middle, then its sector or its ring grows at
//! the cost of the others (`settle`), until all fit. Only then are names shortened, and when that is not enough either
//! the frame is too small, and the list is shown instead.

mod field;
mod line;
mod near;
mod place;
mod settle;
mod sheet;

use std::fmt;

use super::person::PersonKey;

pub use line::{Mark, MarkKind, Slope, Stroke};
pub use near::Towards;
pub use sheet::{Frame, Node, Sheet};

/// Where a text lies: one row of cells, counted from the frame's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The first column.
    pub col: u16,
    /// The row.
    pub row: u16,
    /// How many columns there are for it; a text that is wider is shortened to them.
    pub width: u16,
}

impl Spot {
    /// Whether a cell is in it.
    pub fn has(self, col: u16, row: u16) -> bool {
        row == self.row && (self.col..self.end()).contains(&col)
    }

    /// The column after the last.
    pub fn end(self) -> u16 {
        self.col.saturating_add(self.width)
    }
}

/// The frame is too small for a drawing of these people; a list takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooSmall;

/// Where everything is.
#[derive(Clone, PartialEq)]
pub struct Layout {
    /// The frame it is for.
    pub frame: Frame,
    /// The person in the middle.
    pub ego: Spot,
    /// The titles of the sectors, in their order.
    pub titles: Vec<Spot>,
    /// The people, in the order of the sheet.
    pub people: Vec<(PersonKey, Spot)>,
    shape: field::Shape,
    field: field::Field,
    /// The cells on which a text lies, row by row.
    texts: Vec<bool>,
}

impl fmt::Debug for Layout {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { frame, ego, titles, people, .. } = self;
        out.debug_struct("Layout")
            .field("frame", frame)
            .field("ego", ego)
            .field("titles", titles)
            .field("people", people)
            .finish_non_exhaustive()
    }
}

impl Layout {
    /// Lays a sheet out anew.
    ///
    /// # Errors
    /// When the frame is too small.
    pub fn of(sheet: &Sheet) -> Result<Self, TooSmall> {
        settle::anew(sheet).ok_or(TooSmall)
    }

    /// Lays a sheet out so that those who were on an earlier layout and have not changed stay where they are, as far as
    /// the rest finds room around them.
    ///
    /// # Errors
    /// When the frame is too small.
    pub fn after(&self, sheet: &Sheet) -> Result<Self, TooSmall> {
        let Some(after) = settle::after(self, sheet) else { return Self::of(sheet) };
        if !after.shortens(sheet) {
            return Ok(after);
        }
        // Whose name was shortened has it whole again as soon as there is room.
        Ok(Self::of(sheet).ok().filter(|anew| anew.shape.cap > after.shape.cap).unwrap_or(after))
    }

    fn shortens(&self, sheet: &Sheet) -> bool {
        sheet.people.iter().any(|node| node.width > self.shape.cap)
    }

    /// Where somebody is.
    pub fn spot(&self, person: PersonKey) -> Option<Spot> {
        self.people.iter().find(|(key, _)| *key == person).map(|(_, spot)| *spot)
    }

    /// In which sector and ring a cell is, both from 0; none outside the outermost ring.
    pub fn region(&self, col: u16, row: u16) -> Option<(usize, usize)> {
        self.field.inside(self.frame, col, row)
    }

    /// Whose name lies on a cell.
    pub fn at(&self, col: u16, row: u16) -> Option<PersonKey> {
        self.people.iter().find(|(_, spot)| spot.has(col, row)).map(|(key, _)| *key)
    }

    /// Whether there is a text on a cell.
    fn is_text(&self, col: u16, row: u16) -> bool {
        let at = usize::from(row) * usize::from(self.frame.cols) + usize::from(col);
        col < self.frame.cols && self.texts.get(at).copied().unwrap_or_default()
    }
}
