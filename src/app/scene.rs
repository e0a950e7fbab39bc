//! The scene to be drawn: a look at all that the desk holds, with which nothing can be done.

use std::ops::Deref;

use super::cx::{Cx, Subject};
use super::everywhere;
use super::keys::{Action, Scope};
use super::layer::Layer;
use super::pane::Panes;
use super::tour::Tour;
use crate::domain::access::Reach;
use crate::domain::ids::FamilyId;

/// What is to be drawn. What every place is given is read through it.
pub struct Scene<'a> {
    cx: &'a Cx,
    /// The pane on the screen, by what is sought there.
    pub at: Subject,
    /// All panes.
    pub panes: &'a Panes,
    /// What lies over the pane, the topmost last.
    pub layers: &'a [Layer],
    /// The tour, where one is led through the program.
    pub tour: Option<&'a Tour>,
}

impl Deref for Scene<'_> {
    type Target = Cx;

    fn deref(&self) -> &Cx {
        self.cx
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(cx: &'a Cx, at: Subject, panes: &'a Panes, layers: &'a [Layer], tour: Option<&'a Tour>) -> Self {
        Self { cx, at, panes, layers, tour }
    }

    /// What every place is given.
    pub fn cx(&self) -> &'a Cx {
        self.cx
    }

    /// The scopes that keys are looked up in now.
    pub fn scopes(&self) -> &'static [Scope] {
        let pane = || self.panes.at(self.at).scopes(self.cx);
        self.layers.last().map_or_else(pane, |layer| layer.place().scopes())
    }

    /// The family that is marked, for what is told of one.
    fn family(&self) -> Option<FamilyId> {
        self.panes.at(self.at).family(self.cx)
    }

    /// Why an action cannot be done now, as a key of the locale files.
    pub fn why_not(&self, act: Action) -> Option<&'static str> {
        if self.is_beyond_role(act) {
            return Some("why-role");
        }
        match self.layers.iter().rev().find(|layer| !layer.place().tells_of_what_is_beneath()) {
            Some(layer) => layer.place().why_not(act, self.cx),
            None => {
                let everywhere = everywhere::why_not(self.cx, act, self.family());
                everywhere.or_else(|| self.panes.at(self.at).why_not(act, self.cx))
            }
        }
    }

    /// Whether the role never allows an action here, whatever the family.
    pub fn is_beyond_role(&self, act: Action) -> bool {
        let needed = match self.layers.last() {
            Some(layer) => layer.place().needs(act),
            None => self.panes.at(self.at).needs(act, self.cx).or_else(|| everywhere::needs(act)),
        };
        needed.is_some_and(|needed| self.cx.store.reach(needed) == Reach::Nothing)
    }

    /// Whether what is read has nothing after what is on the screen.
    pub fn is_last_page(&self) -> bool {
        self.layers.last().is_some_and(|layer| layer.place().is_at_end(self.cx))
    }

    /// Whether a question is asked whose answers are letters, and none of them is marked.
    pub fn is_nothing_marked(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Question(question)) if question.marker.is_none())
    }
}
