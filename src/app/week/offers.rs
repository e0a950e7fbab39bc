//! What the week offers of what can be done, and why not.

use super::Line;
use super::deeds::SESSIONS;
use crate::app::actions::Do;
use crate::app::desk::App;
use crate::domain::access::{Act, Reach};
use crate::domain::deadlines::Fact;

/// Whether an act is the pane's own.
pub(in crate::app) fn takes(act: Do) -> bool {
    matches!(
        act,
        Do::DoIt | Do::Tick | Do::Tried | Do::Exempt | Do::DealWith | Do::Explain | Do::ToFamily | Do::Note | Do::Mine
    )
}

impl App {
    /// Whether what sees to the marked line is not for the role.
    fn is_line_beyond_role(&self) -> bool {
        let Some(duty) = self.week.current().and_then(Line::duty) else { return false };
        let fact = self.fact_of(&duty).filter(|_| duty.unknown.is_none());
        let needed = match fact {
            Some(fact) if SESSIONS.iter().any(|(known, ..)| *known == fact) => Act::WriteSessions,
            Some(Fact::Event(_) | Fact::Answered) => Act::NoteEvents,
            Some(Fact::SchoolStarted | Fact::PlacementEnded | Fact::CareEnded | Fact::ParentWritten) | None => {
                Act::ChangeFamilies
            }
            Some(Fact::Considered | Fact::Decided) => Act::PlanVisits,
            Some(Fact::Seen) => Act::SeeBreaches,
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
    pub(in crate::app) fn why_not_in_week(&self, act: Do) -> Option<&'static str> {
        match act {
            Do::Undo if !self.store.can_undo() => Some("why-nothing-to-undo"),
            Do::Resume if self.drafts == 0 => Some("why-no-drafts"),
            Do::Explain if matches!(self.week.current(), Some(Line::Visit(_) | Line::Planned(_))) => None,
            Do::Exempt | Do::Explain | Do::Tried if !matches!(self.week.current(), Some(Line::Duty(_))) => {
                Some("why-no-duty")
            }
            Do::DealWith if self.week.current().and_then(|line| self.family_of_line(line)).is_none() => {
                Some("why-no-family")
            }
            Do::DoIt | Do::Tick | Do::ToFamily if self.week.current().is_none() => Some("why-nothing-here"),
            Do::Tick | Do::Tried | Do::Exempt if self.is_line_beyond_role() => Some("why-role"),
            Do::DoIt if self.is_line_beyond_role() && !self.is_breach() => Some("why-role"),
            _ => None,
        }
    }
}
