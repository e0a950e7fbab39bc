//! What is offered: why an action cannot be done now, and what a role never may.

use super::actions::Action;
use super::desk::App;
use super::modal::Modal;
use super::page::Item;
use super::panes::{Pane, Part};
use crate::domain::access::{Reach, Right};

impl App {
    /// Why an action cannot be done now, as a key of the locale files.
    pub fn why_not(&self, act: Action) -> Option<&'static str> {
        if self.is_beyond_role(act) {
            return Some("why-role");
        }
        if let Some(reason) = self.why_not_kin(act).or_else(|| self.why_not_handover(act)) {
            return Some(reason);
        }
        let nothing_to_edit = match self.pane {
            Pane::Families => self.families.window.current().is_none() && self.part == Part::List,
            Pane::Sessions => self.sessions.window.current().is_none(),
            Pane::Week => return self.why_not_in_week(act),
            Pane::Visits => return self.why_not_in_visits(act),
            Pane::Network => return self.why_not_in_network(act),
        };
        match act {
            Action::Undo if !self.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Resume if self.drafts == 0 => Some("why-no-drafts"),
            Action::OnlyFamily if self.open.is_none() => Some("why-no-family"),
            Action::NewPerson | Action::NewPlacement | Action::NewCare | Action::NewStatus | Action::NewSession
                if self.open.is_none() =>
            {
                Some("why-no-family")
            }
            Action::Open | Action::Held | Action::Remove if nothing_to_edit => Some("why-nothing-here"),
            _ => None,
        }
    }

    /// How to begin, where there is no family to be seen yet.
    pub fn first_steps(&self) -> Option<String> {
        let families = &self.families;
        let none = families.window.total() == 0 && families.filter == crate::store::FamilyFilter::default();
        let may_add = self.store.reach(Right::AddFamilies) != Reach::Nothing;
        none.then(|| self.locale.say(if may_add { "first-steps" } else { "first-steps-none" }))
    }

    /// Whether the role never allows an action here, whatever the family.
    pub fn is_beyond_role(&self, act: Action) -> bool {
        self.needed(act).is_some_and(|needed| self.store.reach(needed) == Reach::Nothing)
    }

    /// The right that an act needs. It hangs on the noun that is acted on: a session that is read may be edited by
    /// whoever writes sessions, from whatever pane it was opened.
    fn needed(&self, act: Action) -> Option<Right> {
        if matches!(act, Action::NewKin | Action::EditKin | Action::RemoveKin) {
            return Some(Right::ChangeFamilies);
        }
        match self.modals.last() {
            None => self.needed_in_pane(act),
            Some(Modal::Reading(_)) => (act == Action::Edit).then_some(Right::WriteSessions),
            Some(Modal::Card(_)) => super::visits::needs(Pane::Visits, act),
            Some(Modal::Drawing(_)) => (act == Action::ToPlan).then_some(Right::WriteSessions),
            Some(_) => None,
        }
    }

    fn needed_in_pane(&self, act: Action) -> Option<Right> {
        let in_sessions = self.pane == Pane::Sessions;
        let own = super::visits::needs(self.pane, act).or_else(|| super::network::needs(self.pane, act));
        own.or_else(|| {
            Some(match act {
                Action::Exempt | Action::DealWith | Action::Note => Right::NoteEvents,
                Action::New if !in_sessions => Right::AddFamilies,
                Action::Edit if in_sessions => Right::WriteSessions,
                Action::Edit | Action::NewPerson | Action::NewPlacement | Action::NewCare | Action::NewStatus => {
                    Right::ChangeFamilies
                }
                Action::Remove
                    if !in_sessions && self.open.as_ref().is_some_and(|open| open.item() == Item::Family) =>
                {
                    Right::AddFamilies
                }
                Action::Remove if !in_sessions => Right::ChangeFamilies,
                Action::New | Action::Remove | Action::NewSession | Action::Held | Action::Quick => {
                    Right::WriteSessions
                }
                Action::NewTask => Right::KeepTasks,
                Action::CheckIn | Action::NewCheckIn => Right::CheckIn,
                _ => return None,
            })
        })
    }
}
