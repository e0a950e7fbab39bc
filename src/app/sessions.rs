//! The sessions pane's list.

use super::desk::{App, Surroundings};
use super::layout::session_rows;
use super::page::OpenFamily;
use super::window::Window;
use crate::domain::codes::{Area, Code};
use crate::domain::problem::Problem;
use crate::store::{SessionFilter, SessionRow, Store};

/// A list longer than this is not counted to its end: nobody walks it row by row.
pub const CEILING: usize = 5000;

/// The list of sessions and what narrows it.
#[derive(Debug, Default)]
pub struct Sessions {
    /// The page of the list on the screen.
    pub window: Window<SessionRow>,
    /// What narrows it.
    pub filter: SessionFilter,
    /// How many of the rows served each area.
    pub areas: Vec<(Area, u32)>,
}

impl Sessions {
    /// Counts and reads. What was marked stays marked while it is on the page.
    pub(super) fn load(&mut self, store: &Store, world: Surroundings) -> Result<(), Problem> {
        let marked = self.window.current().map(|row| row.id);
        let total = store.count_sessions(&self.filter, CEILING)?;
        self.window.measure(session_rows(world.size.1).into(), usize::try_from(total).unwrap_or(CEILING));
        self.areas = store.count_areas(&self.filter, CEILING)?;
        self.read(store)?;
        if let Some(place) = self.window.rows().iter().position(|row| Some(row.id) == marked) {
            self.window.select(self.window.top() + place);
        }
        Ok(())
    }

    /// Reads the page.
    pub(super) fn read(&mut self, store: &Store) -> Result<(), Problem> {
        let rows = store.sessions(&self.filter, self.window.top(), self.window.page())?;
        self.window.fill(rows);
        Ok(())
    }

    /// How many sessions of the list served an area.
    pub fn served(&self, area: Area) -> u32 {
        self.areas.iter().find(|(known, _)| *known == area).map_or(0, |(_, count)| *count)
    }

    /// The areas in their order.
    pub fn order() -> &'static [Area] {
        Area::ALL
    }
}

impl App {
    /// The open family's sessions, or everybody's.
    pub(super) fn toggle_only_family(&mut self) -> Result<(), Problem> {
        self.sessions.filter.family = match self.sessions.filter.family {
            Some(_) => None,
            None => self.open.as_ref().map(OpenFamily::id),
        };
        self.sessions.window.forget();
        self.sessions.load(&self.store, self.world)
    }
}
