//! Bytes from the keyboard become keys and pastes.
//!
//! Ours and not crossterm's, though the keys are its type: its reader spins for ever when the line drops, and turns an
//! unknown sequence into typed letters. Here such a sequence is dropped whole, and a byte that is not UTF-8 is read as
//! Latin-1, so that å, ä and ö work on an old terminal. Pure: reads no file, knows no time.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::charset::Charset;

/// What a hand can do to the keyboard.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A key, one by one however fast they come.
    Key(KeyEvent),
    /// A pasted text: lines end with `\n`; of the control characters only that and tab are left.
    Paste(String),
}

/// Turns bytes into input; keeps what is not complete yet.
#[derive(Debug)]
pub struct Decoder {
    charset: Charset,
    pending: Vec<u8>,
}

/// Whether more bytes are known to come at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum More {
    /// The read filled its buffer.
    Likely,
    /// That was all: an escape at the end is the key Esc, without waiting.
    No,
}

const ESC: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the bytes begin with.
enum Step {
    /// So many bytes mean this, or nothing.
    Took(usize, Option<Input>),
    /// More bytes are needed to tell.
    Incomplete,
}

impl Decoder {
    /// A decoder for a terminal that sends this charset.
    #[must_use]
    pub fn new(charset: Charset) -> Self {
        Self { charset, pending: Vec::new() }
    }

    /// Takes the bytes of one read and gives all input that is complete.
    pub fn feed(&mut self, bytes: &[u8], more: More) -> Vec<Input> {
        // Only the new bytes, and a tail that may hold the start of it, can hold the end of a paste.
        let searched = self.pending.len().saturating_sub(PASTE_END.len());
        self.pending.extend_from_slice(bytes);
        if self.pending.starts_with(PASTE_START) && find(&self.pending[searched..], PASTE_END).is_none() {
            return Vec::new();
        }
        let (mut at, mut inputs) = (0, Vec::new());
        while at < self.pending.len() {
            let rest = &self.pending[at..];
            let step = match step(rest) {
                Step::Incomplete if more == More::No => self.at_the_end(rest),
                step => step,
            };
            let Step::Took(taken, input) = step else { break };
            at += taken;
            inputs.extend(input);
        }
        self.pending.drain(..at);
        inputs
    }

    /// What an incomplete sequence means when nothing follows.
    fn at_the_end(&self, rest: &[u8]) -> Step {
        match (rest, self.charset) {
            ([ESC], _) => Step::Took(1, Some(key(KeyCode::Esc))),
            ([first @ 0x80..=0xff, ..], Charset::Ascii) => Step::Took(1, visible(char::from(*first))),
            _ => Step::Incomplete,
        }
    }
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [] | [ESC] => Step::Incomplete,
        [ESC, ESC, ..] => Step::Took(1, Some(key(KeyCode::Esc))),
        [ESC, b'[', ..] => sequence(bytes),
        [ESC, b'O', rest @ ..] => match rest {
            [] => Step::Incomplete,
            [last, ..] => Step::Took(3, final_key(*last).or((*last == b'M').then_some(KeyCode::Enter)).map(key)),
        },
        [ESC, rest @ ..] => match step(rest) {
            Step::Took(taken, input) => Step::Took(taken + 1, input.map(with_alt)),
            Step::Incomplete => Step::Incomplete,
        },
        [0x80..=0xff, ..] => character(bytes),
        [byte, ..] => Step::Took(1, Some(plain(*byte))),
    }
}

/// A byte of ASCII.
fn plain(byte: u8) -> Input {
    let control = |c: u8| Input::Key(KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL));
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
    let whole = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(whole) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 && error.error_len().is_none() => return Step::Incomplete,
        Err(error) => std::str::from_utf8(&whole[..error.valid_up_to()]).unwrap_or_default(),
    };
    match valid.chars().next() {
        Some(c) => Step::Took(c.len_utf8(), visible(c)),
        None => Step::Took(1, visible(char::from(bytes[0]))),
    }
}

fn visible(c: char) -> Option<Input> {
    (!c.is_control()).then(|| typed(c))
}

/// A control sequence: parameters, intermediates, a final byte.
fn sequence(bytes: &[u8]) -> Step {
    if bytes.starts_with(PASTE_START) {
        let text = &bytes[PASTE_START.len()..];
        return match find(text, PASTE_END) {
            Some(end) => Step::Took(end + PASTE_START.len() + PASTE_END.len(), Some(pasted(&text[..end]))),
            None => Step::Incomplete,
        };
    }
    // The console of Linux: F1 to F5.
    if let [_, _, b'[', rest @ ..] = bytes {
        return match rest {
            [] => Step::Incomplete,
            [f @ b'A'..=b'E', ..] => Step::Took(4, Some(key(KeyCode::F(f - b'A' + 1)))),
            _ => Step::Took(3, None),
        };
    }
    let body = &bytes[2..];
    match body.iter().position(|b| !matches!(b, 0x20..=0x3f)) {
        None => Step::Incomplete,
        Some(end) if matches!(body[end], 0x40..=0x7e) => Step::Took(end + 3, function_key(&body[..end], body[end])),
        // Broken off: what follows is something else.
        Some(end) => Step::Took(end + 2, None),
    }
}

fn function_key(parameters: &[u8], last: u8) -> Option<Input> {
    let numbers: Vec<u8> = std::str::from_utf8(parameters)
        .ok()?
        .split(';')
        .map(|number| if number.is_empty() { Some(1) } else { number.parse().ok() })
        .collect::<Option<_>>()?;
    let code = match last {
        b'Z' => return Some(Input::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        b'~' => numbered_key(*numbers.first()?)?,
        _ => final_key(last)?,
    };
    let held = numbers.get(1).map_or(0, |mask| mask.saturating_sub(1));
    let modifiers = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| held & bit != 0)
        .map(|(_, modifier)| modifier)
        .collect();
    Some(Input::Key(KeyEvent::new(code, modifiers)))
}

fn final_key(last: u8) -> Option<KeyCode> {
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

fn pasted(bytes: &[u8]) -> Input {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(char::from));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Input::Paste(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
}

/// A capital letter comes with Shift, as crossterm has it.
fn typed(c: char) -> Input {
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Input::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
}

fn key(code: KeyCode) -> Input {
    Input::Key(code.into())
}

fn with_alt(input: Input) -> Input {
    match input {
        Input::Key(key) => Input::Key(KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)),
        paste @ Input::Paste(_) => paste,
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
