//! Keys by name, as tables, help and tests write them: `j`, `Enter`, `Ctrl-S`, `F1`.

use std::fmt;

use ratatui_textarea::{Input, Key as TextKey};

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Key {
    Char(char),
    Ctrl(char),
    Alt(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    PageUp,
    PageDown,
}

/// Keys that have names; anything else is a letter, `Ctrl-` or `Alt-` and a letter, or `F` and a number.
const NAMES: &[(Key, &str)] = &[
    (Key::Char(' '), "Space"),
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift-Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::WordLeft, "Ctrl-Left"),
    (Key::WordRight, "Ctrl-Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
];

impl Key {
    /// The key of a name.
    pub fn named(name: &str) -> Option<Self> {
        if let Some((key, _)) = NAMES.iter().find(|(_, known)| *known == name) {
            return Some(*key);
        }
        let letter = |text: &str| {
            let mut letters = text.chars();
            letters.next().filter(|_| letters.next().is_none())
        };
        if let Some(key) = letter(name) {
            return Some(Self::Char(key));
        }
        if let Some(rest) = name.strip_prefix("Ctrl-") {
            return letter(rest).map(|c| Self::Ctrl(c.to_ascii_lowercase()));
        }
        if let Some(rest) = name.strip_prefix("Alt-") {
            return letter(rest).map(Self::Alt);
        }
        name.strip_prefix('F').and_then(|number| number.parse().ok()).map(Self::F)
    }

    /// The keys of a text such as `j j Enter` or, letter by letter inside a token, `abc`.
    pub fn typed(text: &str) -> Vec<Self> {
        text.split_whitespace()
            .flat_map(|token| {
                Self::named(token).map_or_else(|| token.chars().map(Self::Char).collect(), |key| vec![key])
            })
            .collect()
    }

    /// The key as the text area understands it.
    pub(in crate::app) fn for_text(self) -> Input {
        let (key, ctrl) = match self {
            Self::Char(c) | Self::Alt(c) => (TextKey::Char(c), false),
            Self::Ctrl(c) => (TextKey::Char(c), true),
            Self::F(number) => (TextKey::F(number), false),
            Self::Enter => (TextKey::Enter, false),
            Self::Esc => (TextKey::Esc, false),
            Self::Tab | Self::BackTab => (TextKey::Tab, false),
            Self::Backspace => (TextKey::Backspace, false),
            Self::Delete => (TextKey::Delete, false),
            Self::Up => (TextKey::Up, false),
            Self::Down => (TextKey::Down, false),
            Self::Left => (TextKey::Left, false),
            Self::Right => (TextKey::Right, false),
            Self::WordLeft => (TextKey::Left, true),
            Self::WordRight => (TextKey::Right, true),
            Self::Home => (TextKey::Home, false),
            Self::End => (TextKey::End, false),
            Self::PageUp => (TextKey::PageUp, false),
            Self::PageDown => (TextKey::PageDown, false),
        };
        Input { key, ctrl, alt: matches!(self, Self::Alt(_)), shift: false }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name)) = NAMES.iter().find(|(key, _)| key == self) {
            return out.write_str(name);
        }
        match self {
            Self::Char(c) => write!(out, "{c}"),
            Self::Ctrl(c) => write!(out, "Ctrl-{}", c.to_ascii_uppercase()),
            Self::Alt(c) => write!(out, "Alt-{c}"),
            Self::F(number) => write!(out, "F{number}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_read_back_from_its_name() {
        for name in ["j", "G", "?", "å", "Space", "Enter", "Ctrl-R", "Ctrl-Left", "F1", "F12", "Shift-Tab", "PgDn"] {
            let key = Key::named(name);
            assert_eq!(key.map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::named("Nonsense"), None);
    }

    #[test]
    fn a_text_is_keys() {
        assert_eq!(
            Key::typed("/ lin Enter"),
            [Key::Char('/'), Key::Char('l'), Key::Char('i'), Key::Char('n'), Key::Enter]
        );
    }
}
