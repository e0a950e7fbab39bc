//! Which keys send which control sequences. Whatever is not written as a key writes it is an answer of the terminal's.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Input;

/// Most that the number of the keys held can be: Shift, Alt, Ctrl and Meta.
const MOST_HELD: u8 = 16;

/// The key that sends a control sequence of these parameters and this final byte.
pub(super) fn function_key(parameters: &[u8], last: u8) -> Option<Input> {
    let numbers: Vec<u8> = match parameters {
        [] => Vec::new(),
        _ => {
            std::str::from_utf8(parameters).ok()?.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?
        }
    };
    let (code, held) = match (last, numbers.as_slice()) {
        (b'Z', []) => return Some(Input::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        (b'~', [number]) => (numbered_key(*number)?, 1),
        (b'~', [number, held]) => (numbered_key(*number)?, *held),
        // With numbers it says where the cursor is; nothing is bound to F3 with another key.
        (b'R', [_, ..]) => return None,
        (_, []) => (final_key(last)?, 1),
        (_, [1]) => (final_key(last)?, 1),
        (_, [1, held]) => (final_key(last)?, *held),
        _ => return None,
    };
    let held = held.checked_sub(1).filter(|held| *held < MOST_HELD)?;
    let modifiers = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| held & bit != 0)
        .map(|(_, modifier)| modifier)
        .collect();
    Some(Input::Key(KeyEvent::new(code, modifiers)))
}

/// The key of a final byte.
pub(super) fn final_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered_key(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=24 => KeyCode::F(number - 12),
        _ => return None,
    })
}
