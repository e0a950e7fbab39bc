//! The family tree.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Tree;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Tree, Action::OtherSide, &["Tab", "Shift-Tab"], Shown),
    row(Tree, Action::EditKin, &["Enter", "e"], Shown),
    row(Tree, Action::NewKin, &["n", "r"], Shown),
    row(Tree, Action::RemoveKin, &["x", "Delete"], Shown),
    row(Tree, Action::Undo, &["u"], Shown),
    row(Tree, Action::Redo, &["Ctrl-R"], Hidden),
    row(Tree, Action::Down, &["Down", "j"], Hidden),
    row(Tree, Action::Up, &["Up", "k"], Hidden),
    row(Tree, Action::PageDown, &["PgDn"], Hidden),
    row(Tree, Action::PageUp, &["PgUp"], Hidden),
    row(Tree, Action::First, &["Home", "g g"], Hidden),
    row(Tree, Action::Last, &["End", "G"], Hidden),
    row(Tree, Action::Close, &["Esc", "t", "q"], Shown),
];
