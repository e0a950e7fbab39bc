//! The check-in: before it, a family, a line, a name that is asked for, the record.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Run, RunAsk, RunLine, RunRecord, RunSetup};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(RunSetup, Action::BeginRun, &["Enter"], Shown),
    row(RunSetup, Action::WhoseRun, &["Tab", "Shift-Tab"], Shown),
    row(RunSetup, Action::Slower, &["Up"], Shown),
    row(RunSetup, Action::Faster, &["Down"], Hidden),
    row(RunSetup, Action::Close, &["Esc"], Shown),
    row(Run, Action::AsBefore, &["Space", "="], Shown),
    row(Run, Action::Green, &["1", "g"], Hidden),
    row(Run, Action::Yellow, &["2", "y"], Hidden),
    row(Run, Action::Red, &["3", "r"], Hidden),
    row(Run, Action::SaveNext, &["Enter", "Ctrl-S"], Shown),
    row(Run, Action::SkipFamily, &["n", "Right"], Shown),
    row(Run, Action::PreviousFamily, &["Left", "Backspace"], Shown),
    row(Run, Action::AddFamily, &["+"], Shown),
    row(Run, Action::EndRun, &["e"], Shown),
    row(Run, Action::FollowRun, &["f"], Shown),
    row(Run, Action::Close, &["Esc"], Hidden),
    row(Run, Action::NextField, &["Tab", "Down"], Hidden),
    row(Run, Action::Present, &["p"], Hidden),
    row(Run, Action::Discard, &["Ctrl-D"], Hidden),
    row(Run, Action::Undo, &["u"], Hidden),
    row(Run, Action::Redo, &["Ctrl-R"], Hidden),
    row(RunLine, Action::SaveNext, &["Enter", "Ctrl-S"], Shown),
    row(RunLine, Action::NextField, &["Tab", "Down"], Shown),
    row(RunLine, Action::PreviousField, &["Shift-Tab", "Up"], Hidden),
    row(RunLine, Action::ToKeys, &["Esc"], Shown),
    row(RunLine, Action::Discard, &["Ctrl-D"], Hidden),
    row(RunAsk, Action::Choose, &["Enter"], Shown),
    row(RunAsk, Action::ToKeys, &["Esc"], Shown),
    row(RunRecord, Action::Close, &["Esc", "q", "Enter"], Shown),
    row(RunRecord, Action::Down, &["Down", "j"], Shown),
    row(RunRecord, Action::Up, &["Up", "k"], Hidden),
    row(RunRecord, Action::PageDown, &["PgDn", "Space"], Hidden),
    row(RunRecord, Action::PageUp, &["PgUp"], Hidden),
    row(RunRecord, Action::First, &["Home"], Hidden),
    row(RunRecord, Action::Last, &["End"], Hidden),
];
