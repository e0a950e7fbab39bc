//! Jumping to a family or person by a few letters, or to an action by its name.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::help::works;
use super::{Place, Then};
use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::Line;
use crate::app::keys::{Action, Key, Scope, rows};
use crate::app::layout::hit_rows;
use crate::app::list::Move;
use crate::domain::problem::Problem;
use crate::domain::text::begins;
use crate::locale::Locale;
use crate::store::Hit;

/// The line one jumps by, and what it finds.
#[derive(Debug)]
pub struct Jump {
    /// What is typed.
    pub line: Line,
    /// What fits, best first.
    pub hits: Vec<Target>,
    /// Which of them is chosen.
    pub marker: usize,
    /// What is sought of a family where one is.
    to: Subject,
    /// The scopes of where one is, whose actions can be named.
    scopes: &'static [Scope],
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

impl Jump {
    /// A jump from where what is sought of families and the scopes are these.
    pub(in crate::app) fn new(to: Subject, scopes: &'static [Scope]) -> Self {
        Self { line: Line::default(), hits: Vec::new(), marker: 0, to, scopes }
    }

    fn find_hits(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        cx.notice = None;
        let rows: usize = hit_rows(cx.world.size.1).into();
        let typed = self.line.text().trim();
        let mut hits: Vec<Target> = cx.store.find(typed, rows)?.into_iter().map(Target::Family).collect();
        if typed.chars().count() >= LETTERS_FOR_ACTS && hits.len() < rows {
            let mut named = matching_acts(typed, rows_of(self.scopes), &cx.locale);
            // Among families only what names an action outright: nobody who mistypes a name means one by it.
            named.retain(|(_, name)| begins(name, typed) || name.split_whitespace().any(|word| begins(word, typed)));
            hits.extend(named.into_iter().map(|(act, name)| Target::Act(act, name)));
            hits.truncate(rows);
        }
        self.hits = hits;
        self.marker = 0;
        Ok(())
    }
}

impl Place for Jump {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Jump, Scope::Typing]
    }

    fn act(&mut self, act: Action, _: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            self.marker = way.among(self.marker, self.hits.len());
            return Ok(Then::Stay);
        }
        Ok(match act {
            Action::Choose => match self.hits.get(self.marker) {
                Some(Target::Family(hit)) => {
                    let person = hit.person.as_ref().map(|(person, ..)| *person);
                    Then::Go(Route::to(self.to).of(hit.family).with(person), None)
                }
                Some(Target::Act(act, _)) => Then::Do(*act),
                None => Then::Stay,
            },
            _ => Then::Close,
        })
    }

    fn tells_of_what_is_beneath(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.line.key(key) {
            self.find_hits(cx)?;
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.line.paste(text);
        self.find_hits(cx)
    }
}

fn rows_of(scopes: &[Scope]) -> Vec<Action> {
    let mut acts = Vec::new();
    for row in rows(scopes).filter(|row| row.keys.iter().any(|keys| works(scopes, row.act, keys))) {
        if !acts.contains(&row.act) {
            acts.push(row.act);
        }
    }
    acts
}

/// Actions whose name fits what was typed, best first.
pub(in crate::app) fn matching_acts(typed: &str, acts: Vec<Action>, locale: &Locale) -> Vec<(Action, String)> {
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
