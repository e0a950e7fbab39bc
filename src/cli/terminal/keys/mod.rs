//! Bytes from the keyboard become keys and pastes.
//!
//! Ours and not crossterm's, though the keys are its type: its reader spins for ever when the line drops, and turns an
//! unknown sequence into typed letters. Here whatever else a terminal may send is swallowed whole (`step`), and a
//! byte that is not UTF-8 is read as Latin-1, so that å, ä and ö work on an old terminal. Pure: reads no file, knows
//! no time; whoever feeds it says when nothing has come for as long as it has [`Decoder::patience`].
//!
//! What was begun and not ended before such a pause, and what becomes of it:
//!
//! | begun | at the pause | what comes after it |
//! |---|---|---|
//! | `ESC` | the key Esc | the rest of a control sequence, if it comes whole, is swallowed with it |
//! | a control sequence or string | nothing | what ends it is swallowed with it; anything else is keys again |
//! | a paste | the text so far | text, up to its end or as long as it comes in large pieces; else keys again |
//! | a letter | the letter as Latin-1 | keys |
//!
//! So nothing that a terminal says takes the keyboard for longer than a moment. A paste that goes on and on is given
//! out in pieces; Ctrl-L passes through it. Letters and line ends that come by the thousand at once are a paste, though
//! none is marked: no hand types so, and line for line they would be keys that do things.

mod named;
mod step;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::charset::Charset;
use step::{Step, begins_string, step};

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
    /// What was begun before a pause; its rest may still come.
    broken_off: Vec<u8>,
    /// Whether what is pending has gone on for longer than anything does that means well.
    overlong: bool,
    /// Whether what is pasted is not marked as such: the first byte that is no text ends it.
    poured: bool,
}

const ESC: u8 = 0x1b;
const CTRL_L: u8 = 0x0c;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Longest piece of a paste that is given out at once.
const LONGEST_PASTE: usize = 1 << 20;

/// Longest control string that is kept; the rest of a longer one is swallowed unkept.
const LONGEST_STRING: usize = 4096;

/// More bytes than these at once are no keys of a hand.
const MOST_BY_HAND: usize = 32;

/// So many letters at once are a paste.
const POURED: usize = 1024;

/// How long to wait for what follows an escape before it is the key Esc; not felt, and longer than a read is torn.
const AFTER_ESCAPE: Duration = Duration::from_millis(25);

/// How long to wait for the rest of a sequence or of a letter.
const IN_SEQUENCE: Duration = Duration::from_millis(100);

/// How long to wait for the rest of a string or of a paste.
const IN_STRING: Duration = Duration::from_secs(1);

impl Decoder {
    /// A decoder for a terminal that sends this charset.
    #[must_use]
    pub fn new(charset: Charset) -> Self {
        Self { charset, pending: Vec::new(), broken_off: Vec::new(), overlong: false, poured: false }
    }

    /// Takes the bytes of one read and gives all input that is complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        if self.poured && !is_text(bytes) {
            let inputs = self.pause();
            self.broken_off.clear();
            return inputs.into_iter().chain(self.feed(bytes)).collect();
        }
        let begun = std::mem::take(&mut self.broken_off);
        if goes_on(&begun, bytes) {
            self.pending = begun;
        } else if begun.starts_with(PASTE_START) && find(bytes, PASTE_START).is_none() {
            // A few keys in between do not make a paste of what comes later.
            self.broken_off = begun;
        }
        if self.pending.is_empty() && self.broken_off.is_empty() && bytes.len() >= POURED && is_text(bytes) {
            self.pending = PASTE_START.to_vec();
            self.poured = true;
        }
        if self.is_pasting() {
            return self.feed_paste(bytes);
        }
        if begins_string(&self.pending) {
            self.feed_string(bytes);
        } else {
            self.pending.extend_from_slice(bytes);
        }
        self.take()
    }

    /// How long to wait for more before [`Decoder::pause`] is to be called; none if nothing is begun.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match self.pending.as_slice() {
            [] => None,
            [ESC] => Some(AFTER_ESCAPE),
            pending if pending.starts_with(PASTE_START) || begins_string(pending) => Some(IN_STRING),
            _ => Some(IN_SEQUENCE),
        }
    }

    /// Nothing has come for a while: what is begun will hardly be ended.
    pub fn pause(&mut self) -> Vec<Input> {
        self.overlong = false;
        self.poured = false;
        let pending = std::mem::take(&mut self.pending);
        match pending.as_slice() {
            [] => Vec::new(),
            [ESC] => {
                self.broken_off = pending;
                vec![key(KeyCode::Esc)]
            }
            _ if pending.starts_with(PASTE_START) => {
                self.broken_off = PASTE_START.to_vec();
                vec![pasted(&pending[PASTE_START.len()..])]
            }
            // 0xc2 begins control characters; as a letter of Latin-1 nobody types it.
            [first @ (0xa0..=0xc1 | 0xc3..=0xff), rest @ ..] => {
                let first = visible(char::from(*first));
                self.pending = rest.to_vec();
                first.into_iter().chain(self.take()).chain(self.pause()).collect()
            }
            _ => {
                self.broken_off = pending;
                Vec::new()
            }
        }
    }

    fn is_pasting(&self) -> bool {
        self.pending.starts_with(PASTE_START)
    }

    /// Takes what is complete.
    fn take(&mut self) -> Vec<Input> {
        let (mut at, mut inputs) = (0, Vec::new());
        while at < self.pending.len() {
            let rest = &self.pending[at..];
            let (taken, input) = match (step(rest), self.charset) {
                (Step::Took(taken, input), _) => (taken, input),
                (Step::Incomplete, Charset::Ascii) if rest[0] >= 0xa0 => (1, visible(char::from(rest[0]))),
                (Step::Incomplete, _) => break,
            };
            at += taken;
            inputs.extend(input);
        }
        self.pending.drain(..at);
        if self.pending.is_empty() {
            self.overlong = false;
        }
        inputs
    }

    /// More of a paste.
    fn feed_paste(&mut self, bytes: &[u8]) -> Vec<Input> {
        // Only the new bytes, and a tail that may hold the start of it, can hold the end of a paste.
        let searched = self.pending.len().saturating_sub(PASTE_END.len()).max(PASTE_START.len());
        let lock = match bytes {
            [CTRL_L] => Some(0),
            _ if self.overlong => bytes.iter().position(|byte| *byte == CTRL_L),
            _ => None,
        };
        self.pending.extend_from_slice(&bytes[..lock.unwrap_or(bytes.len())]);
        if find(&self.pending[searched..], PASTE_END).is_some() {
            self.overlong = false;
            self.pending.extend_from_slice(&bytes[lock.unwrap_or(bytes.len())..]);
            return self.take();
        }
        if let Some(lock) = lock {
            let mut inputs = self.pause();
            inputs.push(control('l'));
            // What follows at once is more of the paste; after a pause it is keys again.
            let rest = &bytes[lock + 1..];
            if !rest.is_empty() {
                self.pending = [&std::mem::take(&mut self.broken_off), rest].concat();
            }
            return inputs;
        }
        if self.pending.len() <= LONGEST_PASTE {
            return Vec::new();
        }
        self.overlong = true;
        // What may be the beginning of a letter or of the end is kept for the next piece.
        let cut = self.pending.len() - PASTE_END.len();
        let is_inside = |place: &usize| (0x80..0xc0).contains(&self.pending[*place]);
        let cut = (cut - 3..=cut).rev().find(|place| !is_inside(place)).unwrap_or(cut);
        let text = pasted(&self.pending[PASTE_START.len()..cut]);
        self.pending.drain(PASTE_START.len()..cut);
        vec![text]
    }

    /// More of a control string. Of one that is too long only what may be the beginning of its end is kept.
    fn feed_string(&mut self, bytes: &[u8]) {
        if self.overlong
            && let Some(lock) = bytes.iter().position(|byte| *byte == CTRL_L)
        {
            self.pending = bytes[lock..].to_vec();
            self.overlong = false;
            return;
        }
        self.pending.extend_from_slice(bytes);
        if self.pending.len() > LONGEST_STRING && matches!(step(&self.pending), Step::Incomplete) {
            self.overlong = true;
            let ends = self.pending.ends_with(&[ESC]);
            self.pending.truncate(2);
            self.pending.extend(ends.then_some(ESC));
        }
    }
}

/// Whether bytes are letters and line ends, and nothing that steers.
fn is_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=0x7e | 0x80..))
}

/// Whether bytes after a pause go on with what was begun before it.
fn goes_on(begun: &[u8], bytes: &[u8]) -> bool {
    if begun.is_empty() {
        return false;
    }
    if begun.starts_with(PASTE_START) {
        let is_text = bytes.len() > MOST_BY_HAND || find(bytes, PASTE_END).is_some();
        return is_text && find(bytes, PASTE_START).is_none();
    }
    if begun == [ESC] && !matches!(bytes, [b'[' | b']' | b'P' | b'X' | b'^' | b'_', _, ..]) {
        return false;
    }
    matches!(step(&[begun, bytes].concat()), Step::Took(taken, _) if taken > begun.len())
}

fn control(letter: char) -> Input {
    Input::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
}

fn visible(c: char) -> Option<Input> {
    (!c.is_control()).then(|| typed(c))
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

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
