//! Bytes in, keys out.

use std::sync::mpsc::channel;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::events::{Event, Events, read_keys};
use super::Charset;
use super::keys::{Decoder, Input, More};

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

fn decode(bytes: &[u8]) -> Vec<Input> {
    Decoder::new(Charset::Utf8).feed(bytes, More::No)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn letters(text: &str) -> Vec<Input> {
    text.chars().map(|c| key(KeyCode::Char(c), if c.is_uppercase() { SHIFT } else { NONE })).collect()
}

#[test]
fn keys() {
    use KeyCode::{
        BackTab, Backspace, Char, Delete, Down, End, Enter, Esc, F, Home, Insert, Left, PageDown, PageUp, Right, Tab,
        Up,
    };
    let cases: [(&[u8], KeyCode, KeyModifiers); 41] = [
        (b"a", Char('a'), NONE),
        (b"A", Char('A'), SHIFT),
        ("å".as_bytes(), Char('å'), NONE),
        ("Ö".as_bytes(), Char('Ö'), SHIFT),
        ("漢".as_bytes(), Char('漢'), NONE),
        ("😀".as_bytes(), Char('😀'), NONE),
        (b"\r", Enter, NONE),
        (b"\t", Tab, NONE),
        (b"\x1b[Z", BackTab, SHIFT),
        (b"\x7f", Backspace, NONE),
        (b"\x08", Char('h'), CONTROL),
        (b"\0", Char(' '), CONTROL),
        (b"\x0c", Char('l'), CONTROL),
        (b"\x13", Char('s'), CONTROL),
        (b"\x1f", Char('7'), CONTROL),
        (b"\x1b", Esc, NONE),
        (b"\x1bx", Char('x'), ALT),
        ("\u{1b}å".as_bytes(), Char('å'), ALT),
        (b"\x1b\x7f", Backspace, ALT),
        (b"\x1b[A", Up, NONE),
        (b"\x1bOB", Down, NONE),
        (b"\x1b[C", Right, NONE),
        (b"\x1b[1;5D", Left, CONTROL),
        (b"\x1b[1;2C", Right, SHIFT),
        (b"\x1b[1;7A", Up, KeyModifiers::from_bits_truncate(ALT.bits() | CONTROL.bits())),
        (b"\x1b[H", Home, NONE),
        (b"\x1bOF", End, NONE),
        (b"\x1b[1~", Home, NONE),
        (b"\x1b[2~", Insert, NONE),
        (b"\x1b[3~", Delete, NONE),
        (b"\x1b[3;5~", Delete, CONTROL),
        (b"\x1b[4~", End, NONE),
        (b"\x1b[5~", PageUp, NONE),
        (b"\x1b[6~", PageDown, NONE),
        (b"\x1bOP", F(1), NONE),
        (b"\x1b[[B", F(2), NONE),
        (b"\x1b[15~", F(5), NONE),
        (b"\x1b[17~", F(6), NONE),
        (b"\x1b[19~", F(8), NONE),
        (b"\x1b[24~", F(12), NONE),
        (b"\x1bOM", Enter, NONE),
    ];
    for (bytes, code, modifiers) in cases {
        assert_eq!(decode(bytes), [key(code, modifiers)], "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_burst_stays_separate_keys() {
    assert_eq!(decode("lind tis Åsa".as_bytes()), letters("lind tis Åsa"));
    let mixed = [letters("a"), vec![key(KeyCode::Down, NONE), key(KeyCode::Enter, NONE)], letters("b")].concat();
    assert_eq!(decode(b"a\x1b[B\rb"), mixed);
}

#[test]
fn escape_is_told_at_once() {
    assert_eq!(decode(b"q\x1b"), [letters("q"), vec![key(KeyCode::Esc, NONE)]].concat());
    assert_eq!(decode(b"\x1b\x1b"), [key(KeyCode::Esc, NONE), key(KeyCode::Esc, NONE)]);
    assert_eq!(decode(b"\x1b\x1b[A"), [key(KeyCode::Esc, NONE), key(KeyCode::Up, NONE)]);
}

#[test]
fn a_sequence_may_come_in_pieces() {
    let sequences = ["\u{1b}[1;5D", "\u{1b}[24~", "\u{1b}OP", "漢", "å", "\u{1b}[200~två\u{1b}[201~"];
    for text in sequences {
        for cut in 1..text.len() {
            let (head, tail) = text.as_bytes().split_at(cut);
            // An escape alone is the key Esc, unless the read was cut short.
            let more = if head == b"\x1b" { More::Likely } else { More::No };
            let mut decoder = Decoder::new(Charset::Utf8);
            let inputs = [decoder.feed(head, more), decoder.feed(tail, More::No)].concat();
            assert_eq!(inputs, decode(text.as_bytes()), "{text:?} cut at {cut}");
        }
    }
}

#[test]
fn what_is_not_known_types_nothing() {
    let sequences = [
        "\u{1b}[I",
        "\u{1b}[O",
        "\u{1b}[?62;c",
        "\u{1b}[99~",
        "\u{1b}[1;2;3;4u",
        "\u{1b}[<0;3;4M",
        "\u{1b}[300;300R",
        "\u{1b}[E",
    ];
    for sequence in sequences {
        assert_eq!(decode(format!("a{sequence}b").as_bytes()), letters("ab"), "{sequence:?}");
    }
    assert_eq!(decode(b"\x1b[12\ra"), [vec![key(KeyCode::Enter, NONE)], letters("a")].concat());
}

#[test]
fn latin_1_is_understood() {
    assert_eq!(decode(b"r\xe5d"), letters("råd"));
    let mut decoder = Decoder::new(Charset::Ascii);
    assert_eq!(decoder.feed(b"\xe5", More::No), letters("å"));
    assert_eq!(decoder.feed("å".as_bytes(), More::No), letters("å"));
}

#[test]
fn pastes() {
    let paste = |text: &str| Input::Paste(text.to_owned());
    let cases: [(&[u8], Vec<Input>); 6] = [
        (b"\x1b[200~hej\x1b[201~", vec![paste("hej")]),
        (b"\x1b[200~en\rtv\xc3\xa5\r\ntre\nfyra\tfem\x1b[201~", vec![paste("en\ntvå\ntre\nfyra\tfem")]),
        (b"\x1b[200~\x1b[A\x07\xc2\x9b!\x1b[201~", vec![paste("[A!")]),
        (b"\x1b[200~r\xe5d\x1b[201~", vec![paste("råd")]),
        (b"\x1b[200~\x1b[201~", vec![paste("")]),
        (b"\x1b[200~a\x1b[201~b\x1b[200~c\x1b[201~", [vec![paste("a")], letters("b"), vec![paste("c")]].concat()),
    ];
    for (bytes, expected) in cases {
        assert_eq!(decode(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
        let mut decoder = Decoder::new(Charset::Utf8);
        let slowly: Vec<_> = bytes.iter().flat_map(|byte| decoder.feed(&[*byte], More::Likely)).collect();
        assert_eq!(slowly, expected, "byte by byte");
    }
}

#[test]
fn the_end_of_the_line_is_a_hangup() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("EIO"))
        }
    }
    let (sender, queue) = channel();
    let (events, bell) = Events::of(sender.clone(), queue);
    assert_eq!(events.next(Some(Duration::ZERO)), None);
    read_keys(&b"ab"[..], Charset::Utf8, &sender);
    let expected: Vec<_> = "ab".chars().map(|c| Event::Key(KeyCode::Char(c).into())).collect();
    assert_eq!(events.next(None).as_ref(), expected.first());
    assert_eq!(events.queued().collect::<Vec<_>>(), [expected[1].clone(), Event::Hangup]);
    read_keys(Broken, Charset::Utf8, &sender);
    assert_eq!(events.next(Some(Duration::from_secs(1))), Some(Event::Hangup));
    drop((sender, bell));
    assert_eq!(events.next(None), Some(Event::Hangup));
}

#[test]
fn a_bell_is_heard_once_however_often_it_rings() {
    let (sender, queue) = channel();
    let (events, bell) = Events::of(sender, queue);
    (0..100).for_each(|_| bell.ring());
    assert_eq!(events.next(None), Some(Event::Written));
    assert_eq!(events.next(Some(Duration::ZERO)), None);
    bell.ring();
    bell.ring();
    assert_eq!(events.queued().collect::<Vec<_>>(), [Event::Written]);
}
