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
    /// Tells that a reading is not journalled yet, if there are more of these than before.
    pub(super) fn tell_of_kept_readings(&mut self, before: usize) {
        if self.store.kept_readings() > before && self.notice.is_none() {
            self.notice = Some(Notice::Trouble(self.locale.say("reading-kept")));
        }
    }
}
