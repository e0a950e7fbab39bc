//! A passphrase while it is typed.

use zeroize::{Zeroize as _, Zeroizing};

use crate::app::keys::Key;

/// A passphrase while it is typed: never shown, never printed, wiped when it goes.
#[derive(Default)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Longer texts would be moved about in memory while they grow.
    const ROOM: usize = 256;

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Takes a pasted text.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        text.chars().for_each(|letter| self.push(letter));
    }

    fn push(&mut self, letter: char) {
        if self.0.capacity() < Self::ROOM {
            self.0.reserve_exact(Self::ROOM);
        }
        if !letter.is_control() {
            self.0.push(letter);
        }
    }

    pub(in crate::app) fn key(&mut self, key: Key) {
        match key {
            Key::Char(letter) => self.push(letter),
            Key::Backspace => _ = self.0.pop(),
            Key::Ctrl('u') => self.0.zeroize(),
            _ => {}
        }
    }
}
