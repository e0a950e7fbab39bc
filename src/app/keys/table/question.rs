//! Questions.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Confirm, Question};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Question, Action::Choose, &["Enter"], Shown),
    row(Question, Action::Down, &["Down", "Tab"], Hidden),
    row(Question, Action::Up, &["Up", "Shift-Tab"], Hidden),
    row(Question, Action::PageDown, &["PgDn"], Hidden),
    row(Question, Action::PageUp, &["PgUp"], Hidden),
    row(Question, Action::Close, &["Esc"], Shown),
    row(Confirm, Action::Yes, &["j", "y", "J", "Y"], Shown),
    row(Confirm, Action::No, &["n", "Esc", "Enter", "N"], Shown),
];
