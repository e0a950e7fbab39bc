//! What came of a check-in, to be read.

use super::{Stage, Then};
use crate::app::actions::Do;
use crate::app::desk::App;
use crate::domain::ids::MeetingId;
use crate::domain::problem::Problem;

/// Rows that a page moves.
const PAGE: usize = 14;

/// A record on the screen.
#[derive(Debug)]
pub struct Shown {
    /// Its lines.
    pub lines: Vec<String>,
    /// The first line on the screen.
    pub top: usize,
}

impl Shown {
    pub(super) fn act(&mut self, act: Do) -> Then {
        let last = self.lines.len().saturating_sub(PAGE);
        match act {
            Do::Down => self.top = (self.top + 1).min(last),
            Do::Up => self.top = self.top.saturating_sub(1),
            Do::PageDown => self.top = (self.top + PAGE).min(last),
            Do::PageUp => self.top = self.top.saturating_sub(PAGE),
            Do::Close => return Then::Leave,
            _ => {}
        }
        Then::Stay
    }
}

impl App {
    pub(super) fn shown_record(&self, id: MeetingId) -> Result<Stage, Problem> {
        let lines = self.locale.record(&self.store.record_of(id)?, self.world.today);
        Ok(Stage::Record(Shown { lines, top: 0 }))
    }
}
