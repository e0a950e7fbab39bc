//! The panes there are, and the parts of a pane that keys can be in.

use super::actions::{Action, Scope};

/// A pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The week: what must happen now, and what is late?
    Week,
    /// Families: who are they, who is where, who works with them?
    Families,
    /// Sessions: what has been done, what is next?
    Sessions,
    /// Network maps: who do they have around them, and how did that change?
    Network,
    /// Visits: who meets whom, when, under which form?
    Visits,
}

/// The panes in the order of their keys: the pane, its key, its name in the locale files after `pane-`, the act.
pub const PANES: &[(Pane, char, &str, Action)] = &[
    (Pane::Week, '1', "week", Action::GoWeek),
    (Pane::Families, '2', "families", Action::GoFamilies),
    (Pane::Sessions, '3', "sessions", Action::GoSessions),
    (Pane::Network, '4', "network", Action::GoNetwork),
    (Pane::Visits, '5', "visits", Action::GoVisits),
];

impl Pane {
    /// The pane of a name, as `render` takes it.
    pub fn named(name: &str) -> Option<Self> {
        PANES.iter().find(|(_, key, known, _)| *known == name || name == key.to_string()).map(|(pane, ..)| *pane)
    }

    /// The pane's name.
    pub fn name(self) -> &'static str {
        PANES.iter().find(|(pane, ..)| *pane == self).map_or("", |(_, _, name, _)| name)
    }
}

/// The part of the families pane that keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The list.
    List,
    /// The open family's page.
    Page,
}

/// The scopes of a pane's part, nearest first.
pub fn scopes(pane: Pane, part: Part) -> &'static [Scope] {
    match (pane, part) {
        (Pane::Week, _) => &[Scope::Week, Scope::List, Scope::Everywhere],
        (Pane::Families, Part::List) => &[Scope::Families, Scope::List, Scope::Everywhere],
        (Pane::Families, Part::Page) => &[Scope::Page, Scope::List, Scope::Everywhere],
        (Pane::Sessions, _) => &[Scope::Sessions, Scope::List, Scope::Everywhere],
        (Pane::Network, _) => &[Scope::Network, Scope::List, Scope::Everywhere],
        (Pane::Visits, _) => &[Scope::Visit, Scope::Visits, Scope::List, Scope::Everywhere],
    }
}
