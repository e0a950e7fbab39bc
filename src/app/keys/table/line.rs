//! Lines that one types: the quick line, the jump, the palette, how one does something.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Jump, Palette, Quick, Ways};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Quick, Action::SaveLine, &["Enter", "Ctrl-S"], Shown),
    row(Quick, Action::Complete, &["Tab"], Shown),
    row(Quick, Action::Earlier, &["Up"], Shown),
    row(Quick, Action::Later, &["Down"], Hidden),
    row(Quick, Action::LeaveLine, &["Esc"], Shown),
    row(Quick, Action::Discard, &["Ctrl-D"], Shown),
    row(Jump, Action::Choose, &["Enter"], Shown),
    row(Jump, Action::Down, &["Down", "Tab"], Hidden),
    row(Jump, Action::Up, &["Up", "Shift-Tab"], Hidden),
    row(Jump, Action::PageDown, &["PgDn"], Hidden),
    row(Jump, Action::PageUp, &["PgUp"], Hidden),
    row(Jump, Action::Close, &["Esc"], Shown),
    row(Palette, Action::Choose, &["Enter"], Shown),
    row(Palette, Action::Down, &["Down", "Tab"], Hidden),
    row(Palette, Action::Up, &["Up", "Shift-Tab"], Hidden),
    row(Palette, Action::PageDown, &["PgDn"], Hidden),
    row(Palette, Action::PageUp, &["PgUp"], Hidden),
    row(Palette, Action::Close, &["Esc"], Shown),
    row(Ways, Action::BeginWay, &["Enter"], Shown),
    row(Ways, Action::Down, &["Down", "Tab"], Hidden),
    row(Ways, Action::Up, &["Up", "Shift-Tab"], Hidden),
    row(Ways, Action::PageDown, &["PgDn"], Shown),
    row(Ways, Action::PageUp, &["PgUp"], Hidden),
    row(Ways, Action::Close, &["Esc"], Shown),
];
