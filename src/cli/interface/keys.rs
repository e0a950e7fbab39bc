//! The terminal's keys as the desk knows them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::keys::{Key, Scope};
use crate::domain::interface::Letters;

/// The keys that one event stands for. Over a slow line Esc and the next letter may arrive as one Alt-letter; nothing
/// is bound to Alt, so it is taken as the two keys that were pressed.
pub fn read(event: KeyEvent) -> Vec<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let key = match event.code {
        // Enter as it arrives when it was typed before the terminal was ours.
        KeyCode::Char('j') if control => Key::Enter,
        KeyCode::Char(c) if control => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::ALT) => return vec![Key::Esc, Key::Char(c)],
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(number) => Key::F(number),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left if control => Key::WordLeft,
        KeyCode::Right if control => Key::WordRight,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return Vec::new(),
    };
    vec![key]
}

/// Lets keys of one letter through as somebody has settled it. Where text is typed or a question is asked whose answers
/// are letters, they are no shortcuts, and always are let through.
#[derive(Debug, Clone, Copy)]
pub struct Hand {
    letters: Letters,
    is_begun: bool,
}

/// What becomes of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The desk gets it.
    Key(Key),
    /// It began something.
    Begins,
    /// Nothing does: keys of one letter are switched off, or need what begins them first.
    Nothing,
}

/// What begins a key of one letter where one is settled.
pub const PREFIX: Key = Key::Ctrl('x');

/// Places that ask something whose answers are letters or digits, besides those in which text is typed.
const ASKS: &[Scope] = &[Scope::Typing, Scope::Measuring];

impl Hand {
    /// A hand of somebody.
    pub fn of(letters: Letters) -> Self {
        Self { letters, is_begun: false }
    }

    /// Whether letters do nothing, whatever comes before them.
    pub fn is_off(self) -> bool {
        self.letters == Letters::Off
    }

    /// Takes a key in a place.
    pub fn take(&mut self, key: Key, scopes: &[Scope]) -> Taken {
        let begun = std::mem::take(&mut self.is_begun);
        let is_asked = scopes.iter().any(|scope| ASKS.contains(scope));
        match (key, self.letters) {
            (PREFIX, Letters::Prefix) if !is_asked => {
                self.is_begun = true;
                Taken::Begins
            }
            (Key::Char(' '), _) | (_, Letters::On) => Taken::Key(key),
            (Key::Char(_), _) if !is_asked && !begun => Taken::Nothing,
            _ => Taken::Key(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &[Scope] = &[Scope::Week, Scope::List, Scope::Everywhere];
    const FORM: &[Scope] = &[Scope::Form, Scope::Typing];

    #[test]
    fn letters_do_something_only_after_what_begins_them() {
        let mut hand = Hand::of(Letters::Prefix);
        assert_eq!(hand.take(Key::Char('g'), LIST), Taken::Nothing);
        assert_eq!(hand.take(PREFIX, LIST), Taken::Begins);
        assert_eq!(hand.take(Key::Char('g'), LIST), Taken::Key(Key::Char('g')));
        assert_eq!(hand.take(Key::Char('g'), LIST), Taken::Nothing, "once begun is begun once");
        assert_eq!(hand.take(PREFIX, LIST), Taken::Begins);
        assert_eq!(hand.take(Key::Down, LIST), Taken::Key(Key::Down));
        assert_eq!(hand.take(Key::Char('g'), LIST), Taken::Nothing);
    }

    #[test]
    fn letters_that_are_off_leave_every_action_to_the_palette() {
        let mut hand = Hand::of(Letters::Off);
        for letter in "g1+?:/".chars() {
            assert_eq!(hand.take(Key::Char(letter), LIST), Taken::Nothing);
        }
        for key in [Key::F(9), Key::F(1), Key::Enter, Key::Esc, Key::Char(' '), Key::Ctrl('l'), Key::Down] {
            assert_eq!(hand.take(key, LIST), Taken::Key(key));
        }
        let palette = crate::app::keys::look_up(LIST, &[Key::F(9)]);
        assert_eq!(palette, crate::app::keys::Match::Act(crate::app::keys::Action::Palette));
    }

    #[test]
    fn text_and_answers_are_typed_all_the_same() {
        for letters in [Letters::On, Letters::Prefix, Letters::Off] {
            let mut hand = Hand::of(letters);
            assert_eq!(hand.take(Key::Char('g'), FORM), Taken::Key(Key::Char('g')));
            assert_eq!(hand.take(Key::Char('3'), &[Scope::Measuring, Scope::Over]), Taken::Key(Key::Char('3')));
        }
        assert_eq!(Hand::of(Letters::On).take(Key::Char('g'), LIST), Taken::Key(Key::Char('g')));
    }
}
