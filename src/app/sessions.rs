//! The sessions pane's list.

use chrono::{NaiveTime, TimeDelta};

use super::World;
use super::desk::App;
use super::layout::session_rows;
use super::page::OpenFamily;
use super::window::Window;
use crate::domain::codes::{Area, Code, Outcome};
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::locale::Locale;
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
    /// Counts and reads. What was marked stays marked, also when others were added or removed above it.
    pub(super) fn load(&mut self, store: &Store, world: World) -> Result<(), Problem> {
        let marked = self.window.current().map(|row| row.id);
        let total = usize::try_from(store.count_sessions(&self.filter, CEILING)?).unwrap_or(CEILING);
        self.window.measure(session_rows(world.size.1).into(), total);
        self.areas = store.count_areas(&self.filter, CEILING)?;
        self.read(store)?;
        marked.map_or(Ok(()), |marked| self.turn_to(marked, store))
    }

    /// Turns to the page that a session stands on, if the filter lets it through.
    pub(super) fn turn_to(&mut self, session: SessionId, store: &Store) -> Result<(), Problem> {
        if self.window.current().is_some_and(|row| row.id == session) {
            return Ok(());
        }
        if let Some(place) = store.place_of_session(&self.filter, session, CEILING)? {
            self.window.select(usize::try_from(place).unwrap_or(CEILING));
            self.read(store)?;
        }
        Ok(())
    }

    /// Begins at the newest session that is not still to come.
    pub(super) fn begin(&mut self, store: &Store, world: World) -> Result<(), Problem> {
        self.window.forget();
        let coming = SessionFilter { from: world.today.succ_opt().max(self.filter.from), ..self.filter.clone() };
        let place = store.count_sessions(&coming, CEILING)?;
        self.load(store, world)?;
        self.window.select(usize::try_from(place).unwrap_or(CEILING));
        self.read(store)
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

/// The sign of an outcome; its word stands in the form and in help.
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Planned => "·",
        Outcome::Held => "✓",
        Outcome::Cancelled => "×",
        Outcome::NoShow => "–",
    }
}

/// A time with its end: `14–15.30`; nothing when no time is known.
pub fn time(locale: &Locale, start: Option<NaiveTime>, minutes: u32) -> String {
    let Some(start) = start else { return String::new() };
    let end = start + TimeDelta::minutes(minutes.into());
    format!("{}–{}", locale.time(start), locale.time(end))
}

impl App {
    /// The open family's sessions, or everybody's.
    pub(super) fn toggle_only_family(&mut self) -> Result<(), Problem> {
        self.sessions.filter.family = match self.sessions.filter.family {
            Some(_) => None,
            None => self.open.as_ref().map(OpenFamily::id),
        };
        self.sessions.begin(&self.store, self.world)
    }
}
