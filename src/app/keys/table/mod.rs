//! The table of actions, a file a place: what is done there and with which keys, in the order of the bottom line.

mod check_in;
mod door;
mod drawing;
mod everywhere;
mod families;
mod folder;
mod form;
mod groups;
mod line;
mod measuring;
mod network;
mod passphrase;
mod plan;
mod question;
mod reading;
mod reports;
mod sessions;
mod tree;
mod visits;
mod week;

use std::sync::LazyLock;

use super::{Action, Bar, Binding, Scope};

const fn row(scope: Scope, act: Action, keys: &'static [&'static str], bar: Bar) -> Binding {
    Binding { act, scope, keys, bar }
}

/// The table.
pub static BINDINGS: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    let places = [
        week::ROWS,
        families::ROWS,
        sessions::ROWS,
        visits::ROWS,
        network::ROWS,
        plan::ROWS,
        reports::ROWS,
        drawing::ROWS,
        tree::ROWS,
        groups::ROWS,
        folder::ROWS,
        check_in::ROWS,
        form::ROWS,
        line::ROWS,
        measuring::ROWS,
        reading::ROWS,
        question::ROWS,
        door::ROWS,
        passphrase::ROWS,
        everywhere::ROWS,
    ];
    places.concat()
});
