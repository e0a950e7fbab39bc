//! Families: the list, and the open family's page.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Families, Page};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Families, Action::Open, &["Enter"], Shown),
    row(Families, Action::New, &["n"], Shown),
    row(Families, Action::Filter, &["f"], Shown),
    row(Families, Action::Mine, &["m"], Shown),
    row(Families, Action::CheckIn, &["c"], Hidden),
    row(Families, Action::NewCheckIn, &["C"], Hidden),
    row(Page, Action::CheckIn, &["c"], Hidden),
    row(Page, Action::Edit, &["Enter", "e"], Shown),
    row(Page, Action::NewSession, &["n"], Shown),
    row(Page, Action::NewPerson, &["p"], Shown),
    row(Page, Action::NewPlacement, &["v"], Shown),
    row(Page, Action::NewCare, &["V"], Hidden),
    row(Page, Action::NewStatus, &["S"], Hidden),
    row(Page, Action::OpenTree, &["t"], Shown),
    row(Page, Action::HandOver, &["L"], Hidden),
    row(Page, Action::Dossier, &["a"], Hidden),
    row(Page, Action::MainRecord, &["I"], Hidden),
    row(Page, Action::MarkConflict, &["J"], Hidden),
    row(Page, Action::WhoLooked, &["w"], Hidden),
    row(Page, Action::NewReferral, &["R"], Hidden),
    row(Page, Action::Folder, &["P"], Hidden),
    row(Page, Action::Checklists, &["K"], Hidden),
    row(Page, Action::NewKin, &["r"], Hidden),
    row(Page, Action::Measure, &["m"], Hidden),
    row(Page, Action::Trends, &["M"], Hidden),
    row(Page, Action::Words, &["o"], Hidden),
    row(Page, Action::Remove, &["x", "Delete"], Hidden),
];
