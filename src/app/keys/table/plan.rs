//! Plans.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::Plan;
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Plan, Action::Open, &["Enter", "e"], Shown),
    row(Plan, Action::NewGoal, &["n"], Shown),
    row(Plan, Action::HowFar, &["Space"], Shown),
    row(Plan, Action::NewAction, &["a"], Shown),
    row(Plan, Action::CrisisSupport, &["k"], Shown),
    row(Plan, Action::NextEgo, &["v"], Shown),
    row(Plan, Action::NewPhase, &["f"], Shown),
    row(Plan, Action::Revisions, &["r"], Shown),
    row(Plan, Action::PlanContents, &["i"], Shown),
    row(Plan, Action::Measure, &["m"], Shown),
    row(Plan, Action::Trends, &["M"], Hidden),
    row(Plan, Action::Words, &["o"], Hidden),
    row(Plan, Action::Checklists, &["l"], Shown),
    row(Plan, Action::Folder, &["p"], Shown),
    row(Plan, Action::Remove, &["x", "Delete"], Hidden),
];
