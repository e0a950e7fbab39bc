//! Homes and places that are kept back, opened by whoever may know with Enter on them: shown until the next key, never
//! while names are hidden, and journalled as a reading.

use super::Cx;
use crate::domain::discretion::Setting;
use crate::domain::ids::{FamilyId, PlacementId};
use crate::domain::problem::Problem;

/// The home that was opened, with the last key and with the one before it.
#[derive(Debug, Default)]
pub(super) struct Opened {
    now: Option<PlacementId>,
    before: Option<PlacementId>,
}

impl Cx {
    /// What was opened is closed with the next key, whatever that is.
    pub(in crate::app) fn close_what_was_opened(&mut self) {
        self.opened = Opened { now: None, before: self.opened.now };
    }

    /// Who looks at the home of a placement.
    pub fn home_setting(&self, placement: PlacementId) -> Setting {
        match self.page_setting() {
            Setting::Page if self.opened.now == Some(placement) => Setting::Whole,
            setting => setting,
        }
    }

    /// Opens the home of a placement that is kept back; false if the last key did so already, and the next is about
    /// the placement.
    ///
    /// # Errors
    /// Refused by role or family.
    pub(in crate::app) fn open_home(&mut self, family: FamilyId, placement: PlacementId) -> Result<bool, Problem> {
        if self.page_setting() == Setting::Room {
            self.trouble("why-names-hidden");
            return Ok(true);
        }
        if self.opened.before == Some(placement) {
            return Ok(false);
        }
        self.store.journal_opening("place", placement.0, family)?;
        self.opened.now = Some(placement);
        Ok(true)
    }
}
