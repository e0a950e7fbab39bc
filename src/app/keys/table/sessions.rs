//! Sessions.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Sessions;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Sessions, Action::Open, &["Enter"], Shown),
    row(Sessions, Action::Edit, &["e"], Hidden),
    row(Sessions, Action::New, &["n"], Shown),
    row(Sessions, Action::Held, &["Space"], Shown),
    row(Sessions, Action::Cancel, &["i"], Hidden),
    row(Sessions, Action::Filter, &["f"], Shown),
    row(Sessions, Action::OnlyFamily, &["m"], Shown),
    row(Sessions, Action::Remove, &["x", "Delete"], Hidden),
];
