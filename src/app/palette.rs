//! The command palette: every action of this place, narrowed while one types.

use std::rc::Rc;

use super::actions::{Action, Bar, Binding, Scope, rows};
use super::desk::App;
use super::help::works;
use super::jump::matching_acts;
use super::line::Line;
use super::modal::Modal;
use crate::locale::Locale;

/// The palette.
pub struct Palette {
    /// What is typed.
    pub line: Line,
    /// The actions that fit, with their names.
    pub acts: Vec<(Action, String)>,
    /// Which of them is chosen.
    pub marker: usize,
    all: Vec<Action>,
    scopes: &'static [Scope],
    locale: Rc<Locale>,
}

impl std::fmt::Debug for Palette {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Palette").field("acts", &self.acts).field("marker", &self.marker).finish()
    }
}

/// Moves about a list are no commands.
const MOVES: &[Action] =
    &[Action::Down, Action::Up, Action::PageDown, Action::PageUp, Action::First, Action::Last, Action::Palette];

impl Palette {
    pub(super) fn new(scopes: &'static [Scope], locale: &Rc<Locale>) -> Self {
        let mut all: Vec<Action> = Vec::new();
        let mut bindings: Vec<&Binding> = rows(scopes).collect();
        bindings.sort_by_key(|binding| binding.bar == Bar::Hidden);
        for binding in bindings {
            // What a nearer place has taken the keys of is not to be had here.
            if !binding.keys.iter().any(|keys| works(scopes, binding.act, keys)) {
                continue;
            }
            if !all.contains(&binding.act) && !MOVES.contains(&binding.act) {
                all.push(binding.act);
            }
        }
        let mut palette =
            Self { line: Line::default(), acts: Vec::new(), marker: 0, all, scopes, locale: Rc::clone(locale) };
        palette.narrow();
        palette
    }

    /// Keeps the actions that fit what is typed.
    pub(super) fn narrow(&mut self) {
        let typed = self.line.text().trim();
        self.acts = if typed.is_empty() {
            self.all.iter().map(|act| (*act, self.locale.say(&format!("do-{}", act.name())))).collect()
        } else {
            matching_acts(typed, self.all.clone(), &self.locale)
        };
        self.marker = 0;
    }

    /// The keys of an action in this place.
    pub fn keys(&self, act: Action) -> &'static [&'static str] {
        rows(self.scopes).find(|binding| binding.act == act).map_or(&[], |binding| binding.keys)
    }
}

impl App {
    pub(super) fn act_on_palette(&mut self, mut palette: Palette, act: Action) {
        let last = palette.acts.len().saturating_sub(1);
        match act {
            Action::Down => palette.marker = (palette.marker + 1).min(last),
            Action::Up => palette.marker = palette.marker.saturating_sub(1),
            Action::PageDown => palette.marker = last,
            Action::PageUp => palette.marker = 0,
            Action::Choose => {
                if let Some((chosen, _)) = palette.acts.get(palette.marker) {
                    let chosen = *chosen;
                    self.act(chosen);
                }
                return;
            }
            _ => return,
        }
        self.modals.push(Modal::Palette(palette));
    }
}
