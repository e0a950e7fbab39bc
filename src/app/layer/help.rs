//! Help for a place, made from the table of actions.

use super::ways::Ways;
use super::{Place, Then};
use crate::app::cx::{Cx, Scrollback};
use crate::app::keys::{Action, Binding, Key, Match, Scope, look_up, rows};
use crate::app::list::{Look, Scroll, TextRow, columns, room};
use crate::domain::problem::Problem;

/// Help that is open.
#[derive(Debug)]
pub struct Help {
    /// The rows, nearest scope first.
    pub rows: Vec<&'static Binding>,
    /// The scopes it is about.
    pub scopes: Vec<Scope>,
    /// How far it has been read.
    pub scroll: Scroll,
    /// The place that help is about.
    pub scope: Scope,
}

impl Help {
    pub(in crate::app) fn new(scopes: &[Scope]) -> Self {
        let means = |binding: &&'static Binding| binding.keys.iter().any(|keys| works(scopes, binding.act, keys));
        Self {
            rows: rows(scopes).filter(means).collect(),
            scopes: scopes.to_vec(),
            scroll: Scroll::default(),
            scope: scopes.first().copied().unwrap_or(Scope::Everywhere),
        }
    }
}

/// Whether keys do what a row says, and no nearer scope or shorter sequence takes them.
pub fn works(scopes: &[Scope], act: Action, keys: &str) -> bool {
    let keys: Vec<Key> = keys.split(' ').filter_map(Key::named).collect();
    let begun = (1..keys.len()).all(|taken| look_up(scopes, &keys[..taken]) == Match::Begun);
    begun && look_up(scopes, &keys) == Match::Act(act)
}

/// Keys that have a sign of their own.
const SIGNS: &[(&str, &str)] = &[("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→")];

/// A key's name, or its sign.
pub fn sign_of(key: &str) -> &str {
    SIGNS.iter().find(|(name, _)| *name == key).map_or(key, |(_, sign)| sign)
}

/// Columns of the keys.
const KEYS: usize = 24;

/// Help in rows: what the place is for, then the keys with what they do.
pub fn help_rows(cx: &Cx, help: &Help, columns: usize) -> Vec<TextRow> {
    let about = format!("help-{:?}", help.scope).to_lowercase();
    let mut rows = TextRow::of(&cx.locale.say(&about), Look::Heading, columns);
    if let Some(ask) = crate::app::keys::rows(&[Scope::Help]).find(|row| row.act == Action::Ways) {
        let (key, words) = (format!(" {}", sign_of(shown_key(cx, ask))), cx.locale.say("do-ways"));
        rows.extend(TextRow::labelled(&key, KEYS, &words, Look::Text, columns));
    }
    for binding in &help.rows {
        let works = |keys: &&&str| works(&help.scopes, binding.act, keys);
        let keys: Vec<&str> = binding.keys.iter().filter(works).map(|key| sign_of(key)).collect();
        let words = cx.locale.say(&format!("do-{}", binding.act.name()));
        rows.extend(TextRow::labelled(&format!(" {}", keys.join(", ")), KEYS, &words, Look::Quiet, columns));
    }
    if cx.world.scrollback == Scrollback::Stays && help.rows.iter().any(|row| row.act == Action::Lock) {
        rows.extend(TextRow::of(&cx.locale.say("help-scrollback"), Look::Quiet, columns));
    }
    rows
}

/// The key of a row that is shown first: where a word of the language begins with one, that one.
pub fn shown_key(cx: &Cx, binding: &Binding) -> &'static str {
    let own = if binding.act == Action::Yes { cx.locale.say("key-yes") } else { String::new() };
    let own = binding.keys.iter().find(|key| **key == own);
    own.or(binding.keys.first()).copied().unwrap_or_default()
}

impl Place for Help {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Help]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => return Ok(Then::Close),
            // Whoever asked for help there is where one asks how.
            Action::Ways if self.scope == Scope::Ways => return Ok(Then::Close),
            Action::Ways => return Ok(Then::from(Ways::new(&self.scopes)).closing()),
            _ => {}
        }
        let rows = help_rows(cx, self, columns(cx.world.size)).len();
        self.scroll.act(act, rows, room(cx.world.size));
        Ok(Then::Stay)
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        self.scroll.below(help_rows(cx, self, columns(cx.world.size)).len(), room(cx.world.size)) == 0
    }
}
