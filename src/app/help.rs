//! Help for a place, made from the table of actions.

use super::actions::{Action, Binding, Match, Scope, look_up, rows};
use super::desk::App;
use super::key::Key;
use super::modal::Modal;
use super::scroll::{Look, Scroll, TextRow, columns, room};

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
    pub(super) fn new(scopes: &[Scope]) -> Self {
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

impl App {
    /// Help in rows: what the place is for, then the keys with what they do.
    pub fn help_rows(&self, help: &Help, columns: usize) -> Vec<TextRow> {
        let about = format!("help-{:?}", help.scope).to_lowercase();
        let mut rows = TextRow::of(&self.locale.say(&about), Look::Heading, columns);
        for binding in &help.rows {
            let works = |keys: &&&str| works(&help.scopes, binding.act, keys);
            let keys: Vec<&str> = binding.keys.iter().filter(works).map(|key| sign_of(key)).collect();
            let words = self.locale.say(&format!("do-{}", binding.act.name()));
            rows.extend(TextRow::labelled(&format!(" {}", keys.join(", ")), KEYS, &words, Look::Quiet, columns));
        }
        rows
    }

    /// The key of a row that is shown first: where a word of the language begins with one, that one.
    pub fn shown_key(&self, binding: &Binding) -> &'static str {
        let own = if binding.act == Action::Yes { self.locale.say("key-yes") } else { String::new() };
        let own = binding.keys.iter().find(|key| **key == own);
        own.or(binding.keys.first()).copied().unwrap_or_default()
    }

    /// Whether a question is asked whose answers are letters, and none of them is marked.
    pub fn is_nothing_marked(&self) -> bool {
        matches!(self.modals.last(), Some(Modal::Question(question)) if question.marker.is_none())
    }

    /// Whether what is read has nothing after what is on the screen.
    pub fn is_last_page(&self) -> bool {
        let size = self.world.size;
        let (columns, room) = (columns(size), room(size));
        match self.modals.last() {
            Some(Modal::Help(help)) => help.scroll.below(self.help_rows(help, columns).len(), room) == 0,
            Some(Modal::Reading(reading)) => reading.scroll.below(self.reading_rows(reading, columns).len(), room) == 0,
            Some(Modal::Card(card)) => card.scroll.below(self.card_rows(card, columns).len(), room) == 0,
            Some(Modal::HandOver(open)) => open.is_at_end(size),
            _ => false,
        }
    }

    pub(super) fn act_on_help(&mut self, mut help: Help, act: Action) {
        if act == Action::Close {
            return;
        }
        let rows = self.help_rows(&help, columns(self.world.size)).len();
        help.scroll.act(act, rows, room(self.world.size));
        self.modals.push(Modal::Help(help));
    }
}
