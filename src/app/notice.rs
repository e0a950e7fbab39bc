//! The one line that tells what just happened.

use super::desk::App;

/// What just happened, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something was done.
    Done(String),
    /// Something could not be done: the sentence and what to do.
    Trouble(String),
}

impl Notice {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Done(text) | Self::Trouble(text) => text,
        }
    }
}

impl App {
    /// Does something, and tells if what was read by that could not be journalled yet.
    pub(super) fn telling_of_readings(&mut self, act: impl FnOnce(&mut Self)) {
        let before = self.store.kept_readings();
        act(self);
        if self.store.kept_readings() > before && self.notice.is_none() {
            self.notice = Some(Notice::Trouble(self.locale.say("reading-kept")));
        }
    }
}
