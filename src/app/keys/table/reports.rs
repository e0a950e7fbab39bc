//! Reports: the catalogue, a report, the records behind a figure, what is not filled in.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Behind, Figures, Reports, Unfilled};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Reports, Action::Open, &["Enter"], Shown),
    row(Reports, Action::Period, &["p"], Shown),
    row(Reports, Action::OfWhom, &["d"], Shown),
    row(Reports, Action::Define, &["i"], Shown),
    row(Figures, Action::Behind, &["Enter"], Shown),
    row(Figures, Action::Period, &["p"], Shown),
    row(Figures, Action::OfWhom, &["d"], Shown),
    row(Figures, Action::BreakDown, &["b"], Hidden),
    row(Figures, Action::Chart, &["g"], Shown),
    row(Figures, Action::ToFile, &["x"], Shown),
    row(Figures, Action::Internal, &["I"], Shown),
    row(Figures, Action::Define, &["i"], Hidden),
    row(Behind, Action::Open, &["Enter"], Shown),
    row(Unfilled, Action::Open, &["Enter"], Shown),
    row(Unfilled, Action::Mine, &["m"], Shown),
    row(Unfilled, Action::Period, &["p"], Shown),
];
