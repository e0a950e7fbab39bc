//! Help for a place, made from the table of actions.

use super::actions::{Binding, Do, Scope, rows};
use super::desk::App;
use super::layout::body;
use super::modal::Modal;

/// Help that is open.
#[derive(Debug)]
pub struct Help {
    /// The rows, nearest scope first.
    pub rows: Vec<&'static Binding>,
    /// The first row on the screen.
    pub top: usize,
    /// The place that help is about.
    pub scope: Scope,
}

impl Help {
    pub(super) fn new(scopes: &[Scope]) -> Self {
        Self { rows: rows(scopes).collect(), top: 0, scope: scopes.first().copied().unwrap_or(Scope::Everywhere) }
    }
}

impl App {
    /// Whether help has no page after this one.
    pub fn is_last_page(&self) -> bool {
        let page: usize = body(self.world.size.1).saturating_sub(1).into();
        matches!(self.modals.last(), Some(Modal::Help(help)) if help.top + page >= help.rows.len())
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
