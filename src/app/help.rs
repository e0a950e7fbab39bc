//! Help for a place, made from the table of actions.

use super::actions::{Binding, Do, Match, Scope, look_up, rows};
use super::desk::App;
use super::key::Key;
use super::layout::body;
use super::modal::Modal;

/// Help that is open.
#[derive(Debug)]
pub struct Help {
    /// The rows, nearest scope first.
    pub rows: Vec<&'static Binding>,
    /// The scopes it is about.
    pub scopes: Vec<Scope>,
    /// The first row on the screen.
    pub top: usize,
    /// The place that help is about.
    pub scope: Scope,
}

impl Help {
    pub(super) fn new(scopes: &[Scope]) -> Self {
        let means = |binding: &&'static Binding| binding.keys.iter().any(|keys| works(scopes, binding.act, keys));
        Self {
            rows: rows(scopes).filter(means).collect(),
            scopes: scopes.to_vec(),
            top: 0,
            scope: scopes.first().copied().unwrap_or(Scope::Everywhere),
        }
    }
}

/// Whether keys do what a row says, and no nearer scope or shorter sequence takes them.
pub fn works(scopes: &[Scope], act: Do, keys: &str) -> bool {
    let keys: Vec<Key> = keys.split(' ').filter_map(Key::named).collect();
    let begun = (1..keys.len()).all(|taken| look_up(scopes, &keys[..taken]) == Match::Begun);
    begun && look_up(scopes, &keys) == Match::Act(act)
}

impl App {
    /// Whether help, or a hand-over sheet, has nothing after what is on the screen.
    pub fn is_last_page(&self) -> bool {
        let page: usize = body(self.world.size.1).saturating_sub(1).into();
        match self.modals.last() {
            Some(Modal::Help(help)) => help.top + page >= help.rows.len(),
            Some(Modal::HandOver(open)) => open.is_at_end(self.world.size),
            _ => false,
        }
    }

    pub(super) fn act_on_help(&mut self, mut help: Help, act: Do) {
        let page: usize = body(self.world.size.1).saturating_sub(1).max(1).into();
        match act {
            Do::PageDown if help.top + page < help.rows.len() => help.top += page,
            Do::PageDown => {}
            Do::PageUp => help.top = help.top.saturating_sub(page),
            _ => return,
        }
        self.modals.push(Modal::Help(help));
    }
}
