//! The door.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Unlock;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Unlock, Action::Unlock, &["Enter"], Shown),
    row(Unlock, Action::NextField, &["Tab", "Shift-Tab", "Down", "Up"], Shown),
    row(Unlock, Action::Clear, &["Esc"], Hidden),
    row(Unlock, Action::Quit, &["Ctrl-C", "Ctrl-D"], Shown),
];
