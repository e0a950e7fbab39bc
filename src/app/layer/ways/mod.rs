//! "How do I ...": what people do most, found in their own words, each with its keys. What there is stands in a table,
//! and the keys in the table of keys, so that a changed key changes the answer.

mod search;
mod table;

use std::ops::Range;

use super::help::{shown_key, sign_of, works};
use super::{Place, Then};
use crate::app::cx::{Cx, Notice};
use crate::app::form::Line;
use crate::app::keys::{Action, Binding, Key, Scope, rows};
use crate::app::layout::body;
use crate::app::list::{Move, columns};
use crate::domain::problem::Problem;
use crate::locale::{Locale, arg};
use crate::measure::wrap;

pub use table::{WAYS, Way, all};

/// What is typed, and the ways that fit.
#[derive(Debug)]
pub struct Ways {
    /// What is typed.
    pub line: Line,
    /// The ways that fit, best first, each under its group where nothing is typed.
    pub shown: Vec<Shown>,
    /// Which of them is chosen.
    pub marker: usize,
    /// The scopes of where one is, whose steps can be done.
    scopes: Vec<Scope>,
}

/// A way that fits.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// The group that begins with it.
    pub group: Option<&'static str>,
    /// The way.
    pub way: &'static Way,
}

/// A way as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The heading above it, where a group begins.
    pub heading: Option<String>,
    /// What one does.
    pub title: String,
    /// How, broken into rows.
    pub how: Vec<String>,
}

impl Told {
    /// Rows that it takes.
    pub fn rows(&self) -> usize {
        usize::from(self.heading.is_some()) + 1 + self.how.len()
    }
}

/// Columns before how it is done.
pub const INDENT: usize = 2;
/// Rows of the body that are no way's: the line, a blank one, how much there is below.
pub const BESIDES: usize = 3;

/// What comes of choosing a way.
#[derive(Debug, PartialEq, Eq)]
enum Beginning {
    /// This is done.
    Do(Action),
    /// This writes at once, and of what is marked: whoever wants it presses it where they see what that is.
    Press(Scope, Action),
    /// What is open must be left first.
    Leave,
}

impl Ways {
    /// The ways, from where the scopes are these.
    pub(in crate::app) fn new(scopes: &[Scope]) -> Self {
        Self { line: Line::default(), shown: grouped(), marker: 0, scopes: scopes.to_vec() }
    }

    fn find(&mut self, cx: &mut Cx) {
        cx.notice = None;
        let typed = self.line.text().trim();
        self.shown = if typed.is_empty() {
            grouped()
        } else {
            search::fitting(typed, &cx.locale).into_iter().map(|way| Shown { group: None, way }).collect()
        };
        self.marker = 0;
    }

    /// The ways that fit, as they are read in so many columns.
    pub fn told(&self, cx: &Cx, columns: usize) -> Vec<Told> {
        let told = |shown: &Shown| Told {
            heading: shown.group.map(|group| cx.locale.say(&format!("ways-{group}"))),
            title: title(&cx.locale, shown.way),
            how: wrap(&how(cx, shown.way), columns.saturating_sub(INDENT).max(1)),
        };
        self.shown.iter().map(told).collect()
    }

    /// The step of where one is, where the way has one there, else its first.
    fn beginning(&self, way: &Way) -> Beginning {
        if !self.scopes.contains(&Scope::Everywhere) {
            return Beginning::Leave;
        }
        let is_here = |(scope, act): &&(Scope, Action)| {
            let is_place = !matches!(scope, Scope::Everywhere | Scope::List);
            let works = |binding: &Binding| binding.keys.iter().any(|keys| works(&self.scopes, *act, keys));
            is_place && self.scopes.contains(scope) && binding(*scope, *act).is_some_and(works)
        };
        match way.steps.iter().find(is_here).or(way.steps.first()) {
            Some((scope, act)) if table::WRITES.contains(act) => Beginning::Press(*scope, *act),
            Some((_, act)) => Beginning::Do(*act),
            None => Beginning::Leave,
        }
    }

    fn begin(&self, cx: &mut Cx) -> Then {
        let Some(Shown { way, .. }) = self.shown.get(self.marker) else { return Then::Stay };
        let told = match self.beginning(way) {
            Beginning::Do(act) => return Then::Do(act),
            Beginning::Press(scope, act) => {
                let (what, key) = (title(&cx.locale, way), key_of(cx, scope, act));
                let told = cx.locale.tell("ways-press", &[("what", arg(what)), ("key", arg(key))]);
                cx.notice = Some(Notice::Trouble(told));
                return Then::Close;
            }
            Beginning::Leave => {
                let leave = rows(&self.scopes).find(|row| LEAVES.contains(&row.act));
                let leave = leave.map(|row| in_words(cx, row)).unwrap_or_default();
                let first = way.steps.first().map(|(scope, act)| key_of(cx, *scope, *act)).unwrap_or_default();
                cx.locale.tell("ways-leave", &[("leave", arg(leave)), ("first", arg(first))])
            }
        };
        cx.notice = Some(Notice::Trouble(told));
        Then::Stay
    }
}

/// Acts that leave a layer.
const LEAVES: &[Action] = &[Action::Close, Action::Leave, Action::LeaveLine, Action::ToKeys, Action::No];

/// All ways, each group's first under its name.
fn grouped() -> Vec<Shown> {
    let of = |(group, ways): &(&'static str, &'static [Way])| {
        let group = *group;
        ways.iter().enumerate().map(move |(place, way)| Shown { group: (place == 0).then_some(group), way })
    };
    WAYS.iter().flat_map(of).collect()
}

/// What one does.
pub fn title(locale: &Locale, way: &Way) -> String {
    locale.say(&format!("way-{}", way.name))
}

/// How it is done, with the keys that are bound to its steps.
pub fn how(cx: &Cx, way: &Way) -> String {
    let keys: Vec<(String, String)> =
        (1..).zip(way.steps).map(|(number, (scope, act))| (format!("k{number}"), key_of(cx, *scope, *act))).collect();
    let keys: Vec<_> = keys.iter().map(|(name, key)| (name.as_str(), arg(key.as_str()))).collect();
    cx.locale.tell(&format!("way-{}-how", way.name), &keys)
}

/// The row of an action in a scope.
fn binding(scope: Scope, act: Action) -> Option<&'static Binding> {
    rows(&[scope]).find(|row| row.act == act)
}

/// The key of an action as a sentence shows it, apart from its words: `[i]`.
fn key_of(cx: &Cx, scope: Scope, act: Action) -> String {
    binding(scope, act).map(|row| in_words(cx, row)).unwrap_or_default()
}

fn in_words(cx: &Cx, row: &Binding) -> String {
    format!("[{}]", sign_of(shown_key(cx, row)))
}

/// The ways on the page with the marked one, in so many rows: a way is never cut in two where it fits on a page.
pub fn page(told: &[Told], marker: usize, room: usize) -> Range<usize> {
    let (mut start, mut used) = (0, 0);
    for (place, rows) in told.iter().map(Told::rows).enumerate() {
        if used > 0 && used + rows > room {
            if place > marker {
                return start..place;
            }
            (start, used) = (place, 0);
        }
        used += rows;
    }
    start..told.len()
}

/// Rows for ways on the screen.
fn room(cx: &Cx) -> usize {
    usize::from(body(cx.world.size.1)).saturating_sub(BESIDES).max(1)
}

impl Place for Ways {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Ways, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            let told = self.told(cx, columns(cx.world.size));
            let room = room(cx);
            let here = page(&told, self.marker, room);
            self.marker = match way {
                Move::PageDown => here.end.min(told.len().saturating_sub(1)),
                Move::PageUp => page(&told, here.start.saturating_sub(1), room).start,
                way => way.among(self.marker, told.len()),
            };
            return Ok(Then::Stay);
        }
        Ok(if act == Action::BeginWay { self.begin(cx) } else { Then::Close })
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        let told = self.told(cx, columns(cx.world.size));
        page(&told, self.marker, room(cx)).end == told.len()
    }

    fn tells_of_what_is_beneath(&self) -> bool {
        true
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.line.key(key) {
            self.find(cx);
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.line.paste(text);
        self.find(cx);
        Ok(())
    }
}
