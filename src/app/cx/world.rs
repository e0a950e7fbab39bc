//! The world as the desk is told of it, and what the desk tells the event loop.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::report::{Chart, Figures, ReportSettings};
use crate::store::{AskedFigures, CasebookKind};

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

/// A report that is to be written to a file.
#[derive(Debug, Clone)]
pub struct ReportFile {
    /// What was asked for.
    pub asked: AskedFigures,
    /// What is written.
    pub figures: Figures,
    /// The chart that is looked at; none where it is that of the whole table.
    pub chart: Option<Chart>,
    /// What the unit has settled for its reports.
    pub settings: ReportSettings,
    /// In which format, by its name.
    pub format: &'static str,
    /// Where to.
    pub path: String,
}
