//! The terminal's keys as the desk knows them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::keys::Key;

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
