//! The command palette: every action of this place, narrowed while one types.

use std::rc::Rc;

use super::help::works;
use super::jump::matching_acts;
use super::{Place, Then};
use crate::app::cx::Cx;
use crate::app::form::Line;
use crate::app::keys::{Action, Bar, Binding, Key, Scope, rows};
use crate::app::list::Move;
use crate::domain::problem::Problem;
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
    pub(in crate::app) fn new(scopes: &'static [Scope], locale: &Rc<Locale>) -> Self {
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
    pub(in crate::app) fn narrow(&mut self) {
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

impl Place for Palette {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Palette, Scope::Typing]
    }

    fn act(&mut self, act: Action, _: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            self.marker = way.among(self.marker, self.acts.len());
            return Ok(Then::Stay);
        }
        Ok(match act {
            Action::Choose => self.acts.get(self.marker).map_or(Then::Close, |(act, _)| Then::Do(*act)),
            _ => Then::Close,
        })
    }

    fn tells_of_what_is_beneath(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.line.key(key) {
            cx.notice = None;
            self.narrow();
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.line.paste(text);
        cx.notice = None;
        self.narrow();
        Ok(())
    }
}
