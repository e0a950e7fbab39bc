//! The acts that the week offers, and why one is not to be had.

use super::deeds::{SESSIONS, fact_of};
use super::{Line, Week};
use crate::app::cx::Cx;
use crate::app::keys::Action;
use crate::domain::access::{Reach, Right};
use crate::domain::deadlines::Fact;

impl Week {
    /// Whether what sees to the marked line is not for the role.
    fn is_line_beyond_role(&self, cx: &Cx) -> bool {
        let Some(duty) = self.current().and_then(|line| self.duty(line, cx)) else { return false };
        let fact = fact_of(cx, &duty).filter(|_| duty.unknown.is_none());
        let needed = match fact {
            Some(fact) if SESSIONS.iter().any(|(known, ..)| *known == fact) => Right::WriteSessions,
            Some(Fact::Event(_) | Fact::Answered | Fact::Done | Fact::GoalStepped | Fact::GoalMade) => {
                Right::NoteEvents
            }
            Some(Fact::SchoolStarted | Fact::PlacementEnded | Fact::CareEnded | Fact::ParentWritten) | None => {
                Right::ChangeFamilies
            }
            Some(Fact::Considered | Fact::Decided) => Right::PlanVisits,
            Some(Fact::Seen) => Right::SeeBreaches,
            Some(_) => return false,
        };
        cx.store.reach(needed) == Reach::Nothing
    }

    /// Whether the marked line is of contact in spite of a restriction: anybody may go and read it.
    fn is_breach(&self, cx: &Cx) -> bool {
        let duty = self.current().and_then(|line| self.duty(line, cx));
        duty.is_some_and(|duty| fact_of(cx, &duty) == Some(Fact::Seen))
    }

    /// Why an action cannot be done in the pane now, as a key of the locale files.
    pub(super) fn why_not_on_line(&self, cx: &Cx, act: Action) -> Option<&'static str> {
        match act {
            Action::Explain if matches!(self.current(), Some(Line::Visit(_) | Line::Planned(_) | Line::Matter(_))) => {
                None
            }
            Action::Explain | Action::Tried if matches!(self.current(), Some(Line::Call(_))) => None,
            Action::Exempt | Action::Explain | Action::Tried if !matches!(self.current(), Some(Line::Duty(_))) => {
                Some("why-no-duty")
            }
            Action::DealWith if self.current().and_then(|line| self.family_of_line(line, cx)).is_none() => {
                Some("why-no-family")
            }
            Action::DoIt | Action::Tick | Action::ToFamily if self.current().is_none() => Some("why-nothing-here"),
            Action::Tick | Action::Tried | Action::Exempt if self.is_line_beyond_role(cx) => Some("why-role"),
            Action::DoIt if self.is_line_beyond_role(cx) && !self.is_breach(cx) => Some("why-role"),
            _ => None,
        }
    }
}
