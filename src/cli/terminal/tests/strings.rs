//! Whatever control strings a terminal sends, whole, torn at any byte, held up or cut short: nothing comes of them, and
//! the keyboard is free again.

use crossterm::event::{KeyCode, KeyEvent};
use proptest::prelude::*;

use super::Charset;
use super::keys::{Decoder, Input};

/// How a control sequence or string may begin: after ESC, as a byte, in UTF-8.
fn begun(kind: u8, form: u8) -> Vec<u8> {
    match form {
        0 => vec![0x1b, kind],
        1 => vec![kind + 0x40],
        _ => vec![0xc2, kind + 0x40],
    }
}

/// Control sequences that no key sends: private ones, where the cursor is, final bytes that are no key's, the mouse.
fn sequence() -> impl Strategy<Value = Vec<u8>> {
    let body = prop_oneof![
        "[<=>?][0-9;]{0,12}[ $\"']{0,1}[@-~]",
        "[1-9][0-9]{0,2};[1-9][0-9]{0,2}R",
        "[0-9;]{0,12}[ $\"']{0,1}[EGI-LNOU-Ya-su-z`{|}]",
        "M[ -\u{ff}]{3}",
        "<[0-9]{1,3};[0-9]{1,3};[0-9]{1,3}[Mm]",
    ];
    (body, 0_u8..3).prop_map(|(body, form)| [begun(b'[', form), body.into_bytes()].concat())
}

/// Control strings with anything in them that may be there.
fn string() -> impl Strategy<Value = Vec<u8>> {
    let kind = prop::sample::select(vec![b']', b'P', b'X', b'^', b'_']);
    let end = prop::sample::select(vec![&b"\x1b\\"[..], b"\x9c", b"\xc2\x9c", b"\x18", b"\x1a"]);
    (kind, 0_u8..3, "[ -~\t\r\nåäö漢😀\u{b}\u{c}]{0,60}", end, any::<bool>()).prop_map(
        |(kind, form, text, end, bell)| {
            let end = if kind == b']' && bell { &b"\x07"[..] } else { end };
            [begun(kind, form), text.into_bytes(), end.to_vec()].concat()
        },
    )
}

fn control() -> impl Strategy<Value = Vec<u8>> {
    let single = (prop::sample::select(vec![0_u8, 1, 2]), "[a-lno-z0-9!-/]").prop_map(|(form, last)| {
        // SS3 and a byte that is no key's; a number would be of a key that is held.
        let last = if last.as_bytes()[0].is_ascii_digit() { "j".to_owned() } else { last };
        [begun(b'O', form), last.into_bytes()].concat()
    });
    prop_oneof![3 => sequence(), 4 => string(), 1 => single]
}

fn letter(c: char) -> Input {
    Input::Key(KeyEvent::from(KeyCode::Char(c)))
}

const ESC: Input = Input::Key(KeyEvent::new(KeyCode::Esc, crossterm::event::KeyModifiers::NONE));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn torn_at_every_byte_they_do_nothing(controls in prop::collection::vec(control(), 1..4)) {
        let bytes = controls.concat();
        for cut in 0..=bytes.len() {
            let mut decoder = Decoder::new(Charset::Utf8);
            let inputs = [decoder.feed(&bytes[..cut]), decoder.feed(&bytes[cut..]), decoder.feed(b"j")].concat();
            prop_assert_eq!(inputs, vec![letter('j')], "cut at {}: {:02x?}", cut, &bytes);
        }
        let mut decoder = Decoder::new(Charset::Utf8);
        let slowly: Vec<Input> = bytes.iter().flat_map(|byte| decoder.feed(&[*byte])).collect();
        prop_assert_eq!(slowly, vec![], "byte by byte: {:02x?}", &bytes);
    }

    /// An ESC that is all there was for a while is the key Esc; nothing else comes of it.
    #[test]
    fn held_up_at_every_byte_they_do_nothing(bytes in control()) {
        for cut in 1..bytes.len() {
            let mut decoder = Decoder::new(Charset::Utf8);
            let inputs = [decoder.feed(&bytes[..cut]), decoder.pause(), decoder.feed(&bytes[cut..]), decoder.pause()];
            let is_escape = bytes[..cut] == [0x1b];
            let expected = if is_escape { vec![ESC] } else { vec![] };
            // A byte after the key Esc is a letter, as far as anybody can tell.
            if !(is_escape && (bytes.len() - cut < 3 || bytes[1] == b'O')) {
                prop_assert_eq!(inputs.concat(), expected, "held up at {}: {:02x?}", cut, &bytes);
            }
            prop_assert_eq!(decoder.feed(b"j"), vec![letter('j')]);
        }
    }

    /// Cut short, they take at most the one key that could have been their end.
    #[test]
    fn cut_short_they_leave_the_keyboard(bytes in control()) {
        for cut in 1..bytes.len() {
            let mut decoder = Decoder::new(Charset::Utf8);
            let mut inputs = [decoder.feed(&bytes[..cut]), decoder.pause()].concat();
            inputs.retain(|input| *input != ESC);
            prop_assert_eq!(&inputs, &vec![], "cut at {}: {:02x?}", cut, &bytes);
            let first = decoder.feed(b"j");
            prop_assert!(first.is_empty() || first == [letter('j')], "{:?}", first);
            prop_assert_eq!([decoder.pause(), decoder.feed(b"k"), decoder.feed(b"\x0c")].concat().len(), 2);
        }
    }

    /// Whatever comes: after a pause and a key the next key is there, and nothing is kept of what never ended.
    #[test]
    fn no_bytes_take_the_keyboard(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..6)) {
        for charset in [Charset::Utf8, Charset::Ascii] {
            let mut decoder = Decoder::new(charset);
            for piece in &pieces {
                decoder.feed(piece);
            }
            decoder.pause();
            prop_assert_eq!(decoder.patience(), None);
            decoder.feed(b"j");
            decoder.pause();
            prop_assert_eq!(decoder.feed(b"k"), vec![letter('k')]);
        }
    }
}

/// A string that never ends is swallowed for as long as it comes, and Ctrl-L passes.
#[test]
fn an_endless_string_does_not_lock_the_keyboard() {
    let mut decoder = Decoder::new(Charset::Utf8);
    assert_eq!(decoder.feed(b"\x1bP"), []);
    for _ in 0..1000 {
        assert_eq!(decoder.feed(&[b'q'; 4096]), []);
    }
    let lock = KeyEvent::new(KeyCode::Char('l'), crossterm::event::KeyModifiers::CONTROL);
    assert_eq!(decoder.feed(b"\x0c"), [Input::Key(lock)]);
    assert_eq!(decoder.feed(b"j"), [letter('j')]);
    let mut decoder = Decoder::new(Charset::Utf8);
    decoder.feed(&[b"\x1b]".to_vec(), vec![b'q'; 100_000]].concat());
    assert_eq!([decoder.feed(b"q\x1b"), decoder.feed(b"\\j")].concat(), [letter('j')]);
}
