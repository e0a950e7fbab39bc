//! Lists, what means the same everywhere, and what means the same in every layer: one to be read, one to be typed in.

use super::row;
use crate::app::keys::Bar::{Aside, Hidden, Shown};
use crate::app::keys::Scope::{Everywhere, List, Over, Tour, Typing};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(List, Action::Down, &["j", "Down"], Hidden),
    row(List, Action::Up, &["k", "Up"], Hidden),
    row(List, Action::PageDown, &["PgDn", "Ctrl-F"], Hidden),
    row(List, Action::PageUp, &["PgUp", "Ctrl-B"], Hidden),
    row(List, Action::First, &["Home", "g g"], Hidden),
    row(List, Action::Last, &["End", "G"], Hidden),
    row(List, Action::NextPart, &["Tab", "l", "Right"], Hidden),
    row(List, Action::PreviousPart, &["Shift-Tab", "h", "Left"], Hidden),
    row(List, Action::Back, &["Esc"], Hidden),
    row(List, Action::Clear, &["Backspace"], Hidden),
    row(Everywhere, Action::Quick, &["+"], Shown),
    row(Everywhere, Action::Jump, &["/"], Shown),
    row(Everywhere, Action::GoWeek, &["1"], Hidden),
    row(Everywhere, Action::GoFamilies, &["2", "F2"], Hidden),
    row(Everywhere, Action::GoSessions, &["3", "F3"], Hidden),
    row(Everywhere, Action::GoNetwork, &["4", "F4"], Hidden),
    row(Everywhere, Action::GoVisits, &["5", "F5"], Hidden),
    row(Everywhere, Action::GoPlan, &["6", "F6"], Hidden),
    row(Everywhere, Action::GoGroups, &["7", "F7"], Hidden),
    row(Everywhere, Action::GoReports, &["8", "F8"], Hidden),
    row(Everywhere, Action::Undo, &["u"], Shown),
    row(Everywhere, Action::Redo, &["Ctrl-R"], Hidden),
    row(Everywhere, Action::NewTask, &["T"], Hidden),
    row(Everywhere, Action::Resume, &["d"], Hidden),
    row(Everywhere, Action::BreakGlass, &["!"], Hidden),
    row(Everywhere, Action::Palette, &[":", "F9"], Hidden),
    row(Everywhere, Action::Ways, &["H"], Hidden),
    row(Everywhere, Action::Lock, &["Ctrl-L"], Hidden),
    row(Everywhere, Action::HideNames, &["Ctrl-G"], Hidden),
    row(Everywhere, Action::ChangePassphrase, &["Ctrl-P"], Hidden),
    row(Everywhere, Action::Tour, &["F10"], Hidden),
    row(Everywhere, Action::Quit, &["q"], Hidden),
    row(Everywhere, Action::Help, &["?", "F1"], Aside),
    row(Tour, Action::SkipStep, &["F10"], Hidden),
    row(Over, Action::Lock, &["Ctrl-L"], Hidden),
    row(Over, Action::HideNames, &["Ctrl-G"], Hidden),
    row(Over, Action::Help, &["?", "F1"], Aside),
    row(Typing, Action::Lock, &["Ctrl-L"], Hidden),
    row(Typing, Action::HideNames, &["Ctrl-G"], Hidden),
    row(Typing, Action::Help, &["F1"], Aside),
];
