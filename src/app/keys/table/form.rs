//! Forms, what narrows a list, two versions of a record.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Conflict, Filter, Form};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Form, Action::Save, &["Ctrl-S"], Shown),
    row(Form, Action::NextField, &["Tab"], Shown),
    row(Form, Action::PreviousField, &["Shift-Tab"], Hidden),
    row(Form, Action::Leave, &["Esc"], Shown),
    row(Form, Action::Discard, &["Ctrl-D"], Shown),
    row(Filter, Action::Save, &["Ctrl-S"], Shown),
    row(Filter, Action::NextField, &["Tab"], Shown),
    row(Filter, Action::PreviousField, &["Shift-Tab"], Hidden),
    row(Filter, Action::Close, &["Esc"], Shown),
    row(Conflict, Action::Mix, &["Space"], Shown),
    row(Conflict, Action::SaveMix, &["Enter", "Ctrl-S"], Shown),
    row(Conflict, Action::Down, &["j", "Down", "Tab"], Hidden),
    row(Conflict, Action::Up, &["k", "Up", "Shift-Tab"], Hidden),
    row(Conflict, Action::Close, &["Esc"], Shown),
];
