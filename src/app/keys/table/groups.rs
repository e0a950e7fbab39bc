//! Groups, one of them, and who was there in one line.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Group, Groups, RollLine};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Groups, Action::Open, &["Enter"], Shown),
    row(Groups, Action::New, &["n"], Shown),
    row(Groups, Action::NextList, &["Tab"], Shown),
    row(Groups, Action::PreviousList, &["Shift-Tab"], Hidden),
    row(Groups, Action::Edit, &["e"], Hidden),
    row(Groups, Action::Remove, &["x", "Delete"], Hidden),
    row(Group, Action::Attends, &["Space"], Shown),
    row(Group, Action::StaysAway, &["-"], Shown),
    row(Group, Action::RollLine, &["a"], Shown),
    row(Group, Action::NewMeeting, &["n"], Shown),
    row(Group, Action::Edit, &["e"], Shown),
    row(Group, Action::LaterMeeting, &["Tab"], Shown),
    row(Group, Action::EarlierMeeting, &["Shift-Tab"], Hidden),
    row(Group, Action::Open, &["Enter"], Hidden),
    row(Group, Action::AddAttender, &["p"], Hidden),
    row(Group, Action::EditGroup, &["E"], Hidden),
    row(Group, Action::NextColumn, &["l", "Right"], Hidden),
    row(Group, Action::PreviousColumn, &["h", "Left"], Hidden),
    row(Group, Action::Remove, &["x", "Delete"], Hidden),
    row(RollLine, Action::SaveLine, &["Enter", "Ctrl-S"], Shown),
    row(RollLine, Action::LeaveLine, &["Esc"], Shown),
    row(RollLine, Action::Discard, &["Ctrl-D"], Shown),
];
