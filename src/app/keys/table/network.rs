//! Network maps.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Network;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Network, Action::New, &["n"], Shown),
    row(Network, Action::Open, &["Enter", "e"], Shown),
    row(Network, Action::NextSide, &["Tab"], Shown),
    row(Network, Action::PreviousSide, &["Shift-Tab"], Hidden),
    row(Network, Action::NextEgo, &["v"], Shown),
    row(Network, Action::MapFacts, &["i"], Shown),
    row(Network, Action::ToPlan, &["g"], Shown),
    row(Network, Action::OpenTree, &["t"], Shown),
    row(Network, Action::Remove, &["x", "Delete"], Hidden),
];
