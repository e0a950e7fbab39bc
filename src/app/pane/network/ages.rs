//! Everybody's maps by age, while no family is open: whose is to be drawn, and whose again, the oldest first.

use chrono::NaiveDate;

use super::Network;
use crate::app::cx::{Cx, Route, Subject};
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layout;
use crate::app::list::{Markable, Marked};
use crate::domain::problem::{Kind, Problem};
use crate::store::{MapAgeRow, Whose};

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgeLine {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `ages-`, and how many lines it has.
    Heading(&'static str, usize),
    /// Somebody.
    Of(Box<MapAgeRow>),
}

impl Markable for AgeLine {
    fn is_markable(&self) -> bool {
        matches!(self, Self::Of(_))
    }
}

/// The lines.
#[derive(Debug, Default)]
pub struct Ages {
    /// All of them, and the one that keys act on.
    pub list: Marked<AgeLine>,
}

impl Ages {
    /// Who is marked.
    pub fn current(&self) -> Option<&MapAgeRow> {
        match self.list.current() {
            Some(AgeLine::Of(row)) => Some(row),
            _ => None,
        }
    }
}

impl Network {
    /// Reads the list anew. Nobody is told of it who may read no cases.
    pub(super) fn read_ages(&mut self, cx: &Cx) -> Result<(), Problem> {
        let rows = match cx.store.map_ages(Whose::Everyones) {
            Err(problem) if problem.kind == Kind::Refused => Vec::new(),
            rows => rows?,
        };
        self.ages.list.lay_out(lines(rows), layout::body(cx.world.size.1), |_, _| None);
        Ok(())
    }

    /// Goes to the map of whom the marked line is about, or begins one.
    pub(super) fn go_to_marked(&self, act: Action) -> Then {
        let Some(row) = self.ages.current() else { return Then::Stay };
        let route = Route::to(Subject::Maps).of(row.family).with(row.person);
        if act == Action::New { Then::GoAndDo(route, Action::New) } else { Then::Go(route, None) }
    }
}

/// Those without a map first, then the oldest; last those whose map is kept from whoever looks.
fn lines(rows: Vec<MapAgeRow>) -> Vec<AgeLine> {
    let is = |row: &MapAgeRow| match (row.drawn_on, row.kept_back) {
        (None, false) => "none",
        (Some(_), _) => "oldest",
        (None, true) => "kept",
    };
    let mut lines = Vec::new();
    for name in ["none", "oldest", "kept"] {
        let mut own: Vec<MapAgeRow> = rows.iter().filter(|row| is(row) == name).cloned().collect();
        if own.is_empty() {
            continue;
        }
        own.sort_by_key(|row| row.drawn_on.unwrap_or(NaiveDate::MIN));
        if !lines.is_empty() {
            lines.push(AgeLine::Blank);
        }
        lines.push(AgeLine::Heading(name, own.len()));
        lines.extend(own.into_iter().map(|row| AgeLine::Of(Box::new(row))));
    }
    lines
}
