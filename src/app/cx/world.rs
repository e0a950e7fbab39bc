//! The world as the desk is told of it, and what the desk tells the event loop.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::report::{Chart, Figures, ReportSettings};
use crate::store::AskedFigures;

/// What the desk is told about the world; it never looks for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct World {
    /// What counts as today.
    pub today: NaiveDate,
    /// The clock's time on it.
    pub time: NaiveTime,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// What the casebook is there for.
    pub stage: Stage,
    /// What becomes of what has scrolled off the screen when the casebook locks.
    pub scrollback: Scrollback,
}

/// What a casebook is there for; whatever is no work is told so wherever one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// People work in it.
    Work,
    /// It shows the program.
    Demo,
    /// It is practised on, and forgotten at midnight.
    Practice,
    /// One is led through it.
    Tour,
}

impl Stage {
    /// Its word, as a key of the locale files; work needs none.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Work => None,
            Self::Demo => Some("demo"),
            Self::Practice => Some("practice"),
            Self::Tour => Some("tour"),
        }
    }
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
    /// Leads through the program, and comes back.
    Tour,
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
