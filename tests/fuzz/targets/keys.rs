//! What comes from a keyboard, or from whatever says it is one.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use trygg::cli::terminal::Charset;
use trygg::cli::terminal::keys::{Decoder, Input};

/// A byte of nought is a pause in what comes; the first byte chooses the charset.
pub fn bytes(bytes: &[u8]) {
    let [how, rest @ ..] = bytes else { return };
    let charset = if how & 1 == 0 { Charset::Utf8 } else { Charset::Ascii };
    let mut decoder = Decoder::new(charset);
    let mut inputs = Vec::new();
    for (number, read) in rest.split(|byte| *byte == 0).enumerate() {
        if number > 0 {
            inputs.extend(decoder.pause());
        }
        // Some come in one piece, some torn.
        let size = if how & 2 == 0 { read.len().max(1) } else { usize::from(how >> 2).max(1) };
        for piece in read.chunks(size) {
            inputs.extend(decoder.feed(piece));
        }
    }
    for input in &inputs {
        if let Input::Paste(text) = input {
            assert!(!text.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
        }
    }
    // Whatever has been sent, after a pause or two the keyboard is a hand's again, and a screen can be locked.
    decoder.pause();
    decoder.pause();
    assert_eq!(decoder.patience(), None);
    let lock = Input::Key(KeyEvent::new(KeyCode::Char('l'), KeyModifiers::CONTROL));
    assert!(decoder.feed(b"\x0c").contains(&lock), "the keyboard is taken by {rest:?}");
}
