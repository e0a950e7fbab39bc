//! Texts to be read: a session, a sheet, help.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{HandOver, Help, Reading};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Reading, Action::Edit, &["Enter", "e"], Shown),
    row(Reading, Action::TellTo, &["t"], Shown),
    row(Reading, Action::Down, &["Down", "j"], Shown),
    row(Reading, Action::Up, &["Up", "k"], Shown),
    row(Reading, Action::PageDown, &["PgDn", "Space"], Shown),
    row(Reading, Action::PageUp, &["PgUp"], Hidden),
    row(Reading, Action::First, &["Home", "g g"], Hidden),
    row(Reading, Action::Last, &["End", "G"], Hidden),
    row(Reading, Action::Close, &["Esc", "q"], Shown),
    row(HandOver, Action::PageDown, &["PgDn", "Space"], Shown),
    row(HandOver, Action::Down, &["Down", "j"], Hidden),
    row(HandOver, Action::Up, &["Up", "k"], Hidden),
    row(HandOver, Action::PageUp, &["PgUp"], Hidden),
    row(HandOver, Action::First, &["Home", "g g"], Hidden),
    row(HandOver, Action::Last, &["End", "G"], Hidden),
    row(HandOver, Action::Close, &["Esc", "L", "a", "q"], Shown),
    row(Help, Action::Ways, &["/"], Shown),
    row(Help, Action::PageDown, &["PgDn", "Space"], Shown),
    row(Help, Action::PageUp, &["PgUp"], Hidden),
    row(Help, Action::Down, &["Down", "j"], Hidden),
    row(Help, Action::Up, &["Up", "k"], Hidden),
    row(Help, Action::First, &["Home"], Hidden),
    row(Help, Action::Last, &["End"], Hidden),
    row(Help, Action::Close, &["Esc", "?", "F1", "q", "Enter"], Shown),
    row(Help, Action::Lock, &["Ctrl-L"], Hidden),
    row(Help, Action::HideNames, &["Ctrl-G"], Hidden),
];
