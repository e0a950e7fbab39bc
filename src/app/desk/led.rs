//! Whoever is led through the program: what they are told as they come, and the tour, which looks on as they work.

use super::Desk;
use crate::app::cx::Notice;
use crate::app::keys::{Action, Scope, rows};
use crate::app::layer::help::sign_of;
use crate::app::tour::Look;
use crate::locale::arg;

/// Tells whoever comes in that somebody else knows their passphrase, and whoever is new the sentence for them.
pub fn greet(desk: &mut Desk, new: Option<&str>) {
    let cx = &mut desk.cx;
    let key = rows(&[Scope::Everywhere]).find(|row| row.act == Action::ChangePassphrase);
    let key = key.and_then(|row| row.keys.first()).map_or("", |key| sign_of(key));
    let is_given = cx.store.is_passphrase_given();
    let new = new.filter(|_| is_given || cx.notice.is_none()).map(|sentence| cx.locale.say(sentence));
    let given = is_given.then(|| cx.locale.tell("notice-given", &[("key", arg(key))]));
    let told: Vec<String> = new.into_iter().chain(given).collect();
    if !told.is_empty() {
        cx.hear(Notice::Done(told.join(" ")));
    }
}

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
