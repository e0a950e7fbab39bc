//! The week.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Week;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Week, Action::DoIt, &["Enter"], Shown),
    row(Week, Action::Tick, &["Space"], Shown),
    row(Week, Action::CheckIn, &["c"], Shown),
    row(Week, Action::Mine, &["m"], Shown),
    row(Week, Action::Tried, &["-"], Hidden),
    row(Week, Action::Explain, &["i"], Shown),
    row(Week, Action::Exempt, &["x"], Shown),
    row(Week, Action::DealWith, &["X"], Hidden),
    row(Week, Action::Note, &["n"], Shown),
    row(Week, Action::ToFamily, &["o"], Shown),
    row(Week, Action::HandOver, &["L"], Hidden),
    row(Week, Action::NewCheckIn, &["C"], Hidden),
];
