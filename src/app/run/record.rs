//! What came of a check-in, to be read.

use super::{Stage, Then};
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::scroll::{Look, Scroll, TextRow, columns, room};
use crate::domain::ids::MeetingId;
use crate::domain::problem::Problem;

/// A record on the screen.
#[derive(Debug)]
pub struct Shown {
    /// Its lines.
    pub lines: Vec<String>,
    /// How far it has been read.
    pub scroll: Scroll,
}

impl Shown {
    /// The record in rows.
    pub fn rows(&self, columns: usize) -> Vec<TextRow> {
        let look = |line: &str| if line.starts_with(' ') { Look::Text } else { Look::Title };
        self.lines.iter().flat_map(|line| TextRow::hanging(line, look(line), columns)).collect()
    }

    pub(super) fn act(&mut self, act: Action, size: (u16, u16)) -> Then {
        if act == Action::Close {
            return Then::Leave;
        }
        let rows = self.rows(columns(size)).len();
        self.scroll.act(act, rows, room(size));
        Then::Stay
    }
}

impl App {
    pub(super) fn shown_record(&self, id: MeetingId) -> Result<Stage, Problem> {
        let lines = self.locale.record(&self.store.record_of(id)?, self.world.today);
        Ok(Stage::Record(Shown { lines, scroll: Scroll::default() }))
    }
}
