//! Jumping to a family or person by a few letters, or to an action by its name.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::actions::{Action, rows};
use super::desk::App;
use super::help::works;
use super::layout::hit_rows;
use super::line::Line;
use super::modal::Modal;
use super::panes::{Pane, scopes};
use super::route::Route;
use crate::domain::problem::Problem;
use crate::domain::text::begins;
use crate::locale::Locale;
use crate::store::Hit;

/// The line one jumps by, and what it finds.
#[derive(Debug, Default)]
pub struct Jump {
    /// What is typed.
    pub line: Line,
    /// What fits, best first.
    pub hits: Vec<Target>,
    /// Which of them is chosen.
    pub marker: usize,
}

/// Somewhere to jump to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A family, perhaps through one of its people.
    Family(Hit),
    /// An action, with its name.
    Act(Action, String),
}

/// Fewer letters than this name no action.
const LETTERS_FOR_ACTS: usize = 3;

impl App {
    pub(super) fn open_jump(&mut self) {
        self.modals.push(Modal::Jump(Jump::default()));
    }

    pub(super) fn find_hits(&mut self) -> Result<(), Problem> {
        let rows: usize = hit_rows(self.world.size.1).into();
        let acts = scopes(self.pane, self.part);
        let Some(Modal::Jump(jump)) = self.modals.last_mut() else { return Ok(()) };
        let typed = jump.line.text().trim();
        let mut hits: Vec<Target> = self.store.find(typed, rows)?.into_iter().map(Target::Family).collect();
        if typed.chars().count() >= LETTERS_FOR_ACTS && hits.len() < rows {
            let mut named = matching_acts(typed, rows_of(acts), &self.locale);
            // Among families only what names an action outright: nobody who mistypes a name means one by it.
            named.retain(|(_, name)| begins(name, typed) || name.split_whitespace().any(|word| begins(word, typed)));
            hits.extend(named.into_iter().map(|(act, name)| Target::Act(act, name)));
            hits.truncate(rows);
        }
        jump.hits = hits;
        jump.marker = 0;
        Ok(())
    }

    /// Goes to a family, or to its person; in the sessions pane to its sessions.
    fn jump_to(&mut self, hit: &Hit) -> Result<(), Problem> {
        let pane = if self.pane == Pane::Sessions { Pane::Sessions } else { Pane::Families };
        self.go_along(Route::to(pane).of(hit.family).with(hit.person.as_ref().map(|(person, ..)| *person)))
    }

    pub(super) fn act_on_jump(&mut self, mut jump: Jump, act: Action) -> Result<(), Problem> {
        let last = jump.hits.len().saturating_sub(1);
        match act {
            Action::Down => jump.marker = (jump.marker + 1).min(last),
            Action::Up => jump.marker = jump.marker.saturating_sub(1),
            Action::PageDown => jump.marker = last,
            Action::PageUp => jump.marker = 0,
            Action::Choose => {
                return match jump.hits.get(jump.marker).cloned() {
                    Some(Target::Family(hit)) => self.jump_to(&hit),
                    Some(Target::Act(act, _)) => {
                        self.act(act);
                        Ok(())
                    }
                    None => {
                        self.modals.push(Modal::Jump(jump));
                        Ok(())
                    }
                };
            }
            _ => return Ok(()),
        }
        self.modals.push(Modal::Jump(jump));
        Ok(())
    }
}

fn rows_of(scopes: &[super::actions::Scope]) -> Vec<Action> {
    let mut acts = Vec::new();
    for row in rows(scopes).filter(|row| row.keys.iter().any(|keys| works(scopes, row.act, keys))) {
        if !acts.contains(&row.act) {
            acts.push(row.act);
        }
    }
    acts
}

/// Actions whose name fits what was typed, best first.
pub(super) fn matching_acts(typed: &str, acts: Vec<Action>, locale: &Locale) -> Vec<(Action, String)> {
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut scratch = Vec::new();
    let mut scored: Vec<(u32, Action, String)> = acts
        .into_iter()
        .filter_map(|act| {
            let name = locale.say(&format!("do-{}", act.name()));
            let score = pattern.score(Utf32Str::new(&name, &mut scratch), &mut matcher)?;
            Some((score, act, name))
        })
        .collect();
    scored.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, act, name)| (act, name)).collect()
}
