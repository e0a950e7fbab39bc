//! The record of a check-in, to be read.

use super::{Stage, Step};
use crate::app::cx::Cx;
use crate::app::keys::Action;
use crate::app::list::{Look, Scroll, TextRow, columns, room};
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

    pub(super) fn act(&mut self, act: Action, size: (u16, u16)) -> Step {
        if act == Action::Close {
            return Step::Leave;
        }
        let rows = self.rows(columns(size)).len();
        self.scroll.act(act, rows, room(size));
        Step::Stay
    }
}

pub(super) fn shown_record(cx: &Cx, id: MeetingId) -> Result<Stage, Problem> {
    let lines = cx.locale.record(&cx.store.record_of(id)?, cx.world.today);
    Ok(Stage::Record(Shown { lines, scroll: Scroll::default() }))
}
