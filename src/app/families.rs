//! The families pane's list.

use super::World;
use super::desk::App;
use super::layout::family_rows;
use super::notice::Notice;
use super::window::Window;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::store::{FamilyFilter, FamilyRow, Store, Whose};

/// The list of families and what narrows it.
#[derive(Debug, Default)]
pub struct Families {
    /// The page of the list on the screen.
    pub window: Window<FamilyRow>,
    /// What narrows it.
    pub filter: FamilyFilter,
}

impl Families {
    /// Counts and reads. What was marked stays marked, also when others were added or removed above it.
    pub(super) fn load(&mut self, store: &Store, world: World) -> Result<(), Problem> {
        let marked = self.window.current().map(|row| row.id);
        let total = store.count_families(&self.filter)?;
        self.window.measure(family_rows(world.size.1).into(), usize::try_from(total).unwrap_or(usize::MAX));
        self.read(store, world)?;
        marked.map_or(Ok(()), |family| self.turn_to(family, store, world))
    }

    /// Turns to the page that a family stands on, if the filter lets it through.
    pub(super) fn turn_to(&mut self, family: FamilyId, store: &Store, world: World) -> Result<(), Problem> {
        if self.window.current().is_some_and(|row| row.id == family) {
            return Ok(());
        }
        if let Some(place) = store.place_of_family(&self.filter, family)? {
            self.window.select(usize::try_from(place).unwrap_or(usize::MAX));
            self.read(store, world)?;
        }
        Ok(())
    }

    /// Reads the page.
    pub(super) fn read(&mut self, store: &Store, world: World) -> Result<(), Problem> {
        let rows = store.families(&self.filter, world.today, self.window.top(), self.window.page())?;
        self.window.fill(rows);
        Ok(())
    }
}

impl App {
    pub(super) fn toggle_mine(&mut self) -> Result<(), Problem> {
        self.families.filter.whose = match self.families.filter.whose {
            Whose::Everyones => Whose::Mine,
            Whose::Mine => Whose::Everyones,
        };
        self.families.window.forget();
        self.families.load(&self.store, self.world)
    }

    pub(super) fn clear_filter(&mut self) -> Result<(), Problem> {
        match self.pane {
            super::Pane::Families => {
                if self.families.filter != FamilyFilter::default() {
                    self.families.filter = FamilyFilter::default();
                    self.notice = Some(Notice::Done(self.locale.say("notice-all")));
                    self.families.load(&self.store, self.world)?;
                }
            }
            super::Pane::Sessions => {
                let family = self.sessions.filter.family;
                self.sessions.filter = crate::store::SessionFilter { family, ..Default::default() };
                self.notice = Some(Notice::Done(self.locale.say("notice-all")));
                self.sessions.load(&self.store, self.world)?;
            }
            super::Pane::Week | super::Pane::Visits | super::Pane::Network => {}
        }
        Ok(())
    }
}
