//! Everybody's maps by age, while no family is open: whose is to be drawn, and whose again, the oldest first.

use chrono::NaiveDate;

use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::layout;
use crate::app::marked::{Markable, Marked};
use crate::app::panes::Pane;
use crate::app::route::Route;
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

impl App {
    /// Reads the list anew. Nobody is told of it who may read no cases.
    pub(super) fn read_ages(&mut self) -> Result<(), Problem> {
        let rows = match self.store.map_ages(Whose::Everyones) {
            Err(problem) if problem.kind == Kind::Refused => Vec::new(),
            rows => rows?,
        };
        let lines = lines(rows);
        self.network.ages.list.lay_out(lines, layout::body(self.world.size.1), |_, _| None);
        Ok(())
    }

    /// Goes to the map of whom the marked line is about, or begins one.
    pub(super) fn open_of_age(&mut self, act: Action) -> Result<(), Problem> {
        let Some((family, person)) = self.network.ages.current().map(|row| (row.family, row.person)) else {
            return Ok(());
        };
        self.go_along(Route::to(Pane::Network).of(family).with(person))?;
        if act == Action::New { self.new_map() } else { Ok(()) }
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
