//! Visits: what is said of one, the pane, a card.

use super::row;
use crate::app::keys::Bar::{Hidden, Shown};
use crate::app::keys::Scope::{Card, Visit, Visits};
use crate::app::keys::{Action, Binding};

pub(super) const ROWS: &[Binding] = &[
    row(Visit, Action::VisitHeld, &["g"], Shown),
    row(Visit, Action::Cancel, &["i"], Shown),
    row(Visit, Action::MoveVisit, &["m"], Shown),
    row(Visit, Action::Assign, &["a"], Shown),
    row(Visit, Action::Account, &["s"], Shown),
    row(Visit, Action::New, &["n"], Shown),
    row(Visit, Action::Ladder, &["t"], Shown),
    row(Visit, Action::Restrict, &["b"], Shown),
    row(Visit, Action::WeCancel, &["o"], Shown),
    row(Visit, Action::NobodyCame, &["-"], Shown),
    row(Visit, Action::Prepare, &["p"], Shown),
    row(Visit, Action::Edit, &["e"], Hidden),
    row(Visit, Action::EditSeries, &["E"], Hidden),
    row(Visit, Action::LeaveOut, &["x", "Delete"], Hidden),
    row(Visit, Action::Restore, &["r"], Hidden),
    row(Visit, Action::Held, &["Space"], Hidden),
    row(Visit, Action::Wish, &["w"], Hidden),
    row(Visit, Action::Absence, &["f"], Hidden),
    row(Visits, Action::ShowMonth, &["c"], Shown),
    row(Visits, Action::Open, &["Enter"], Shown),
    row(Visits, Action::NextChild, &["v"], Hidden),
    row(Visits, Action::NextVisit, &["Tab"], Hidden),
    row(Visits, Action::PreviousVisit, &["Shift-Tab"], Hidden),
    row(Visits, Action::NextDay, &["l", "Right"], Hidden),
    row(Visits, Action::PreviousDay, &["h", "Left"], Hidden),
    row(Visits, Action::Wordless, &["B"], Hidden),
    row(Visits, Action::QuickVisit, &["+"], Hidden),
    row(Card, Action::Account, &["Enter"], Shown),
    row(Card, Action::Down, &["Down", "j"], Hidden),
    row(Card, Action::Up, &["Up", "k"], Hidden),
    row(Card, Action::PageDown, &["PgDn"], Shown),
    row(Card, Action::PageUp, &["PgUp"], Hidden),
    row(Card, Action::First, &["Home"], Hidden),
    row(Card, Action::Last, &["End"], Hidden),
    row(Card, Action::Close, &["Esc", "q"], Shown),
];
