//! The one line that tells what just happened.

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
