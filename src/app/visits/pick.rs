//! A question with a few answers, one key each, at the foot of the pane.

use super::deeds::Deed;
use crate::app::key::Key;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: char,
    /// What it says.
    pub label: String,
    /// What it does.
    pub(super) deed: Deed,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pick {
    /// The question.
    pub title: String,
    /// What to know before one answers, a line each.
    pub told: Vec<String>,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The marked answer, once one has moved to it; Enter takes it.
    pub marker: Option<usize>,
}

impl Pick {
    pub(in crate::app) fn new(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    pub(in crate::app) fn told(mut self, line: String) -> Self {
        self.told.push(line);
        self
    }

    pub(in crate::app) fn with(mut self, key: char, label: String, deed: Deed) -> Self {
        self.choices.push(Choice { key, label, deed });
        self
    }

    /// With the first answer marked, so that Enter takes it.
    pub(in crate::app) fn marked_first(mut self) -> Self {
        self.marker = (!self.choices.is_empty()).then_some(0);
        self
    }

    /// The answer of a key.
    pub(super) fn answer(&self, key: Key) -> Option<Deed> {
        let Key::Char(letter) = key else { return None };
        self.choices.iter().find(|choice| choice.key == letter).map(|choice| choice.deed.clone())
    }

    /// The marked answer.
    pub(super) fn marked(&self) -> Option<Deed> {
        self.marker.and_then(|place| self.choices.get(place)).map(|choice| choice.deed.clone())
    }

    pub(super) fn step(&mut self, by: isize) {
        let count = isize::try_from(self.choices.len()).unwrap_or(1).max(1);
        let at = self.marker.and_then(|place| isize::try_from(place).ok());
        let to = at.map_or(if by > 0 { 0 } else { count - 1 }, |at| (at + by).rem_euclid(count));
        self.marker = usize::try_from(to).ok();
    }
}
