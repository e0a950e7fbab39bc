//! The world as the desk is told of it, and what the desk tells the event loop.

use chrono::{NaiveDate, NaiveTime};

use crate::store::CasebookKind;

/// What the desk is told about the world; it never looks for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct World {
    /// What counts as today.
    pub today: NaiveDate,
    /// The clock's time on it.
    pub time: NaiveTime,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// Whose data the casebook holds.
    pub purpose: CasebookKind,
    /// What becomes of what has scrolled off the screen when the casebook locks.
    pub scrollback: Scrollback,
}

/// What becomes of what has scrolled off the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrollback {
    /// It is cleared with the screen.
    Cleared,
    /// This terminal cannot clear it.
    Stays,
}

/// What the event loop does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    Stay,
    /// Locks the casebook.
    Lock,
    /// Ends the program.
    Quit,
}
