//! Whoever is led through the program: the tour looks on as they work.

use super::Desk;
use crate::app::keys::Action;
use crate::app::tour::Look;

/// The tour sees an action asked for.
pub(super) fn saw(desk: &mut Desk, act: Action) {
    if let Some(tour) = &mut desk.tour {
        tour.saw(act);
    }
}

/// Goes on with the tour where what it asked for was done, or is not wanted.
pub(super) fn follow(desk: &mut Desk, is_skipped: bool) {
    let Some(tour) = &desk.tour else { return };
    let look = Look { cx: &desk.cx, at: desk.at, layers: &desk.layers };
    if let Some(next) = tour.further(&look, is_skipped) {
        desk.tour = Some(next);
    }
}
