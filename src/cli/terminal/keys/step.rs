//! The first key, paste or control string of some bytes, by the grammar of ECMA-48, and by what terminals send besides.
//!
//! | begins | ends | means |
//! |---|---|---|
//! | `ESC [`, CSI | a final byte | a key, if a key sends it; else nothing |
//! | `ESC [ M`, `ESC [ t`, `ESC [ T` without numbers | three, two, six more characters | a mouse of old; nothing |
//! | `ESC O`, SS3 | one more byte, numbers before it | a key, or nothing |
//! | `ESC ]`, OSC | ST or a bell | nothing |
//! | `ESC P`, `ESC X`, `ESC ^`, `ESC _`: DCS, SOS, PM, APC | ST | nothing |
//! | `ESC \`, ST | | the end of something whose beginning was lost; nothing |
//! | `ESC` and a key | | the key with Alt |
//!
//! Each may begin with its single character of the second control set too, as a byte or in UTF-8. CAN and SUB break all
//! of them off, and so does an ESC that ends nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::named::{final_key, function_key};
use super::{ESC, Input, PASTE_END, PASTE_START, control, find, key, pasted, typed, visible};

const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const BELL: u8 = 0x07;

/// Most bytes that a sequence of a key or an answer has.
const LONGEST_SEQUENCE: usize = 4096;

/// Characters after `ESC [` and this byte: reports of a mouse that have no final byte.
const MOUSE: &[(u8, usize)] = &[(b'M', 3), (b't', 2), (b'T', 6)];

/// What the bytes begin with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// So many bytes mean this, or nothing.
    Took(usize, Option<Input>),
    /// More bytes are needed to tell.
    Incomplete,
}

use Step::{Incomplete, Took};

/// The first of some bytes.
pub(super) fn step(bytes: &[u8]) -> Step {
    if let Some((length, kind)) = introducer(bytes) {
        return match kind {
            b'[' => sequence(bytes, length),
            b'O' => shifted(bytes, length),
            b'\\' => Took(length, None),
            _ => string(bytes, length, kind == b']'),
        };
    }
    match bytes {
        [] | [ESC] => Incomplete,
        [ESC, ESC, ..] => Took(1, Some(key(KeyCode::Esc))),
        [ESC, rest @ ..] => match step(rest) {
            Took(taken, input) => Took(taken + 1, input.map(with_alt)),
            Incomplete => Incomplete,
        },
        [0x80..=0xff, ..] => character(bytes),
        [byte, ..] => Took(1, Some(plain(*byte))),
    }
}

/// Whether the bytes begin a control string, as told from a sequence.
pub(super) fn begins_string(bytes: &[u8]) -> bool {
    introducer(bytes).is_some_and(|(_, kind)| !matches!(kind, b'[' | b'O' | b'\\'))
}

/// How many bytes introduce a control sequence or string, and which, by the letter that stands after ESC.
fn introducer(bytes: &[u8]) -> Option<(usize, u8)> {
    let (length, kind) = match bytes {
        [ESC, kind, ..] => (2, *kind),
        [0xc2, second @ 0x80..=0x9f, ..] => (2, second - 0x40),
        [single @ 0x80..=0x9f, ..] => (1, single - 0x40),
        _ => return None,
    };
    matches!(kind, b'[' | b'O' | b'\\' | b']' | b'P' | b'X' | b'^' | b'_').then_some((length, kind))
}

/// A byte of ASCII.
fn plain(byte: u8) -> Input {
    let control = |c: u8| control(char::from(c));
    match byte {
        0 => control(b' '),
        b'\t' => key(KeyCode::Tab),
        b'\r' => key(KeyCode::Enter),
        0x7f => key(KeyCode::Backspace),
        0x01..=0x1a => control(byte - 1 + b'a'),
        // As terminals number them: Ctrl-4 is Ctrl-\.
        0x1b..=0x1f => control(byte - 0x1c + b'4'),
        _ => typed(char::from(byte)),
    }
}

/// A character of several bytes, or a byte of Latin-1.
fn character(bytes: &[u8]) -> Step {
    match first_character(bytes) {
        None => Incomplete,
        Some((length, c)) => Took(length, visible(c)),
    }
}

/// The first character of UTF-8, or the first byte as one of Latin-1; none where more bytes are needed to tell.
fn first_character(bytes: &[u8]) -> Option<(usize, char)> {
    let whole = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(whole) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 && error.error_len().is_none() => return None,
        Err(error) => std::str::from_utf8(&whole[..error.valid_up_to()]).unwrap_or_default(),
    };
    let latin = || bytes.first().map(|byte| (1, char::from(*byte)));
    valid.chars().next().map(|c| (c.len_utf8(), c)).or_else(latin)
}

/// A control sequence: parameters, intermediates, a final byte.
fn sequence(bytes: &[u8], length: usize) -> Step {
    if bytes.starts_with(PASTE_START) {
        let text = &bytes[PASTE_START.len()..];
        return match find(text, PASTE_END) {
            Some(end) => Took(end + PASTE_START.len() + PASTE_END.len(), Some(pasted(&text[..end]))),
            None => Incomplete,
        };
    }
    let body = &bytes[length..];
    match body {
        // The console of Linux: F1 to F5.
        [b'['] => return Incomplete,
        [b'[', f @ b'A'..=b'E', ..] => return Took(length + 2, Some(key(KeyCode::F(f - b'A' + 1)))),
        [b'[', 0x20..=0x7e, ..] => return Took(length + 2, None),
        [b'[', ..] => return Took(length + 1, None),
        _ => {}
    }
    if let Some((_, characters)) = MOUSE.iter().find(|(kind, _)| body.first() == Some(kind)) {
        return mouse(body, *characters, length);
    }
    match body.iter().position(|b| !matches!(b, 0x20..=0x3f)) {
        None if body.len() > LONGEST_SEQUENCE => Took(bytes.len(), None),
        None => Incomplete,
        Some(end) if matches!(body[end], 0x40..=0x7e) => Took(length + end + 1, function_key(&body[..end], body[end])),
        Some(end) if matches!(body[end], CAN | SUB) => Took(length + end + 1, None),
        // Broken off: what follows is something else.
        Some(end) => Took(length + end, None),
    }
}

/// A report of the mouse in characters; a control character is none of it.
fn mouse(body: &[u8], characters: usize, length: usize) -> Step {
    let mut at = 1;
    for _ in 0..characters {
        match body.get(at) {
            None => return Incomplete,
            Some(0x00..=0x1f) => break,
            Some(0x20..=0x7f) => at += 1,
            Some(0x80..) => match first_character(&body[at..]) {
                Some((taken, _)) => at += taken,
                None => return Incomplete,
            },
        }
    }
    Took(length + at, None)
}

/// SS3 and a byte; some terminals put the keys that are held before it, as a number.
fn shifted(bytes: &[u8], length: usize) -> Step {
    let body = &bytes[length..];
    match body.iter().position(|b| !matches!(b, b'0'..=b'9' | b';')) {
        None if body.len() > LONGEST_SEQUENCE => Took(bytes.len(), None),
        None => Incomplete,
        Some(0) if matches!(body[0], 0x20..=0x7e) => {
            let code = final_key(body[0]).or((body[0] == b'M').then_some(KeyCode::Enter));
            Took(length + 1, code.map(key))
        }
        Some(end) if matches!(body[end], 0x20..=0x7e) => Took(length + end + 1, None),
        Some(end) => Took(length + end, None),
    }
}

/// A control string up to its end.
fn string(bytes: &[u8], length: usize, bell_ends: bool) -> Step {
    let mut at = length;
    while let Some(byte) = bytes.get(at) {
        match *byte {
            CAN | SUB => return Took(at + 1, None),
            BELL if bell_ends => return Took(at + 1, None),
            ESC => {
                return match bytes.get(at + 1) {
                    None => Incomplete,
                    Some(b'\\') => Took(at + 2, None),
                    Some(_) => Took(at, None),
                };
            }
            0x80.. => match first_character(&bytes[at..]) {
                None => return Incomplete,
                Some((taken, '\u{9c}')) => return Took(at + taken, None),
                Some((taken, _)) => at += taken,
            },
            _ => at += 1,
        }
    }
    Incomplete
}

fn with_alt(input: Input) -> Input {
    match input {
        Input::Key(key) => Input::Key(KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)),
        paste @ Input::Paste(_) => paste,
    }
}
