//! What somebody leaves behind at a lock, and finds again: where they were, and what they typed that could not be kept.

use serde::{Deserialize, Serialize};

use super::Desk;
use crate::app::cx::{Naming, Route};
use crate::domain::problem::Problem;
use crate::store::Parcel;

/// Where somebody was when the casebook was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub(super) route: Route,
    pub(super) naming: Naming,
}

impl Place {
    /// Where somebody is.
    pub fn of(desk: &Desk) -> Self {
        Self { route: desk.here(), naming: desk.cx.naming() }
    }

    /// Seals where somebody is, and what they typed that is not kept.
    ///
    /// # Errors
    /// Where the user has no key to seal it to.
    pub fn leave(desk: &Desk) -> Result<Parcel, Problem> {
        let typed = desk.layers.iter().filter_map(|layer| layer.place().unkept());
        let typed = typed.filter_map(|typed| typed.body.map(|body| (typed.place, body))).collect();
        // Where a place cannot be told, one comes back to the first screen.
        let place = serde_json::to_string(&Self::of(desk)).unwrap_or_default();
        desk.cx.store.leave_behind(typed, place)
    }

    /// The place that was told.
    pub fn told(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Desk {
    /// Goes back to where somebody was, as far as this user may.
    pub fn go_back_to(&mut self, place: Option<Place>) {
        let Some(place) = place else { return };
        let notice = self.cx.notice.take();
        let done = self.go_along(&place.route);
        self.cx.tell_if_failed(done);
        if place.naming != self.cx.naming() {
            let done = self.turn_names();
            self.cx.tell_if_failed(done);
        }
        self.cx.notice = notice.or(self.cx.notice.take());
    }
}
