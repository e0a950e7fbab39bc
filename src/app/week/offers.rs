//! What the week offers of what can be done, and why not.

use super::Line;
use super::deeds::SESSIONS;
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::domain::access::{Reach, Right};
use crate::domain::deadlines::Fact;

/// Whether an act is the pane's own.
pub(in crate::app) fn takes(act: Action) -> bool {
    matches!(
        act,
        Action::DoIt
            | Action::Tick
            | Action::Tried
            | Action::Exempt
            | Action::DealWith
            | Action::Explain
            | Action::ToFamily
            | Action::Note
            | Action::Mine
    )
}

impl App {
    /// Whether what sees to the marked line is not for the role.
    fn is_line_beyond_role(&self) -> bool {
        let Some(duty) = self.week.current().and_then(Line::duty) else { return false };
        let fact = self.fact_of(&duty).filter(|_| duty.unknown.is_none());
        let needed = match fact {
            Some(fact) if SESSIONS.iter().any(|(known, ..)| *known == fact) => Right::WriteSessions,
            Some(Fact::Event(_) | Fact::Answered) => Right::NoteEvents,
            Some(Fact::SchoolStarted | Fact::PlacementEnded | Fact::CareEnded | Fact::ParentWritten) | None => {
                Right::ChangeFamilies
            }
            Some(Fact::Considered | Fact::Decided) => Right::PlanVisits,
            Some(Fact::Seen) => Right::SeeBreaches,
            Some(_) => return false,
        };
        self.store.reach(needed) == Reach::Nothing
    }

    /// Whether the marked line is of contact in spite of a restriction: anybody may go and read it.
    fn is_breach(&self) -> bool {
        let duty = self.week.current().and_then(Line::duty);
        duty.is_some_and(|duty| self.fact_of(&duty) == Some(Fact::Seen))
    }

    /// Why an action cannot be done in the pane now, as a key of the locale files.
    pub(in crate::app) fn why_not_in_week(&self, act: Action) -> Option<&'static str> {
        match act {
            Action::Undo if !self.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Resume if self.drafts == 0 => Some("why-no-drafts"),
            Action::Explain if matches!(self.week.current(), Some(Line::Visit(_) | Line::Planned(_))) => None,
            Action::Exempt | Action::Explain | Action::Tried if !matches!(self.week.current(), Some(Line::Duty(_))) => {
                Some("why-no-duty")
            }
            Action::DealWith if self.week.current().and_then(|line| self.family_of_line(line)).is_none() => {
                Some("why-no-family")
            }
            Action::DoIt | Action::Tick | Action::ToFamily if self.week.current().is_none() => Some("why-nothing-here"),
            Action::Tick | Action::Tried | Action::Exempt if self.is_line_beyond_role() => Some("why-role"),
            Action::DoIt if self.is_line_beyond_role() && !self.is_breach() => Some("why-role"),
            _ => None,
        }
    }
}
