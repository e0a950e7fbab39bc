//! Changing one's own passphrase.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::NewPassphrase;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(NewPassphrase, Action::Save, &["Enter"], Shown),
    row(NewPassphrase, Action::NextField, &["Tab", "Down"], Shown),
    row(NewPassphrase, Action::PreviousField, &["Shift-Tab", "Up"], Hidden),
    row(NewPassphrase, Action::Close, &["Esc"], Shown),
];
