//! Bytes in, keys out.

use std::sync::mpsc::channel;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::events::{Event, Events, read_keys};
use super::Charset;
use super::keys::{Decoder, Input};

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

fn decode(bytes: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::new(Charset::Utf8);
    [decoder.feed(bytes), decoder.pause()].concat()
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
fn escape_is_told_as_soon_as_nothing_follows() {
    let mut decoder = Decoder::new(Charset::Utf8);
    assert_eq!((decoder.feed(b"\x1b"), decoder.patience()), (vec![], Some(Duration::from_millis(25))));
    assert_eq!((decoder.pause(), decoder.patience()), (vec![key(KeyCode::Esc, NONE)], None));
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
            let mut decoder = Decoder::new(Charset::Utf8);
            let inputs = [decoder.feed(head), decoder.feed(tail)].concat();
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
        // Where the cursor is; what the terminal is, can and shows; the mouse.
        "\u{1b}[1;1R",
        "\u{1b}[1;5R",
        "\u{1b}[?1;1R",
        "\u{1b}[8;24;80t",
        "\u{1b}[?2026;2$y",
        "\u{1b}[2;80H",
        "\u{1b}[1;17A",
        "\u{1b}[1;0P",
        "\u{1b}[M !!",
        "\u{1b}[M#\u{e9}\u{ea}",
        "\u{1b}[t!!",
        "\u{1b}[T!!!!!!",
        "\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{7}",
        "\u{1b}]52;c;bMOkZw==\u{1b}\\",
        "\u{1b}]0;Å i ån\u{9c}",
        "\u{1b}P>|tmux 3.4\u{1b}\\",
        "\u{1b}P1$r0m\u{18}",
        "\u{1b}_Gi=1;OK\u{1b}\\",
        "\u{1b}^u\u{1b}\\",
        "\u{1b}Xq\u{1b}\\",
        "\u{1b}\\",
        "\u{1b}Oj",
        "\u{1b}O2P",
        "\u{9b}1;1R",
        "\u{9d}11;u\u{9c}",
        "\u{90}u\u{9c}",
        "\u{8f}j",
    ];
    for sequence in sequences {
        assert_eq!(decode(format!("a{sequence}b").as_bytes()), letters("ab"), "{sequence:?}");
    }
    assert_eq!(decode(b"\x1b[12\ra"), [vec![key(KeyCode::Enter, NONE)], letters("a")].concat());
}

#[test]
fn latin_1_is_understood() {
    assert_eq!(decode(b"r\xe5d"), letters("råd"));
    assert_eq!(decode(b"r\xe5"), letters("rå"));
    let mut decoder = Decoder::new(Charset::Ascii);
    assert_eq!(decoder.feed(b"\xe5"), letters("å"));
    assert_eq!(decoder.feed("å".as_bytes()), letters("å"));
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
        let slowly: Vec<_> = bytes.iter().flat_map(|byte| decoder.feed(&[*byte])).collect();
        assert_eq!(slowly, expected, "byte by byte");
    }
}

/// A paste whose end never comes is text after a while, and the keyboard is free; so is one that never stops.
#[test]
fn a_paste_does_not_take_the_keyboard() {
    let paste = |text: &str| Input::Paste(text.to_owned());
    let lock = || key(KeyCode::Char('l'), CONTROL);
    let mut decoder = Decoder::new(Charset::Utf8);
    assert_eq!(decoder.feed(b"\x1b[200~halv"), []);
    assert_eq!(decoder.patience(), Some(Duration::from_secs(1)));
    assert_eq!(decoder.pause(), [paste("halv")]);
    assert_eq!((decoder.patience(), decoder.feed(b"\r")), (None, vec![key(KeyCode::Enter, NONE)]));
    // The rest of it, after a line that stood still, is text all the same.
    for rest in [&b"a rad\x1b[201~"[..], b"a rad som kommer i ett helt stycke utan slut"] {
        let mut decoder = Decoder::new(Charset::Utf8);
        decoder.feed(b"\x1b[200~halv");
        decoder.pause();
        let text = [decoder.feed(rest), decoder.pause()].concat();
        assert_eq!(text, [paste(std::str::from_utf8(rest).unwrap().trim_end_matches("\x1b[201~"))]);
        assert_eq!(decoder.feed(b"j"), letters("j"));
    }
    // Ctrl-L passes, alone or, once it has gone on for too long, anywhere.
    let mut decoder = Decoder::new(Charset::Utf8);
    decoder.feed(b"\x1b[200~halv");
    assert_eq!(decoder.feed(b"\x0c"), [paste("halv"), lock()]);
    assert_eq!(decoder.feed(b"q"), letters("q"));
    let mut decoder = Decoder::new(Charset::Utf8);
    decoder.feed(b"\x1b[200~");
    let (mut text, mut locked) = (String::new(), 0);
    let chunk = "åäö".repeat(683);
    for round in 0..1000 {
        let inputs = decoder.feed(if round == 900 { b"abc\x0cdef" } else { chunk.as_bytes() });
        for input in inputs {
            match input {
                Input::Paste(piece) => text.push_str(&piece),
                other => {
                    assert_eq!((round, other), (900, lock()));
                    locked += 1;
                }
            }
        }
    }
    let rest = decoder.pause();
    let [Input::Paste(rest)] = rest.as_slice() else { panic!("{rest:?}") };
    text.push_str(rest);
    assert_eq!(locked, 1);
    assert!(text.contains("abcdefåäö"), "nothing but the key is lost");
    assert!(text.starts_with("åäöåäö") && !text.contains('\u{fffd}') && !text.contains('Ã'));
    assert!(text.len() > 3 << 20, "{}", text.len());
}

/// Of a terminal that marks no pastes: as many letters as no hand types at once are text and no keys.
#[test]
fn what_is_poured_in_is_a_paste() {
    let poured = "rad ett å\r".repeat(200);
    let mut decoder = Decoder::new(Charset::Utf8);
    // Torn anywhere, in the middle of a letter too.
    let (one, other) = poured.as_bytes().split_at(1208);
    assert!(decoder.feed(one).is_empty() && decoder.feed(other).is_empty());
    assert_eq!(decoder.pause(), [Input::Paste("rad ett å\n".repeat(200))]);
    assert_eq!(decoder.feed(b"q"), letters("q"));
    // What steers is no text, and what a hand may have typed ahead is keys.
    let mut decoder = Decoder::new(Charset::Utf8);
    assert_eq!(decoder.feed("j".repeat(900).as_bytes()).len(), 900);
    let keys = "\x1b[B".repeat(500);
    assert_eq!(decoder.feed(keys.as_bytes()).len(), 500);
    assert!(decoder.feed(&[b'a'; 4095]).is_empty());
    let lock = decoder.feed(b"\x0c");
    assert!(matches!(lock.as_slice(), [Input::Paste(text), Input::Key(_)] if text.len() == 4095), "{lock:?}");
    // A key that is no letter ends it at once.
    assert!(decoder.feed(&[b'a'; 4095]).is_empty() && decoder.feed(b"aaa").is_empty());
    let down = decoder.feed(b"\x1b[Bq");
    let [Input::Paste(text), rest @ ..] = down.as_slice() else { panic!("{down:?}") };
    assert_eq!((text.len(), rest), (4098, &[vec![key(KeyCode::Down, NONE)], letters("q")].concat()[..]));
}

/// What is in `tests/data/keys` was sent by terminals and once did something.
#[test]
fn what_terminals_have_sent_does_nothing() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/keys");
    let mut known = 0;
    for file in std::fs::read_dir(directory).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|end| end != "hex") {
            continue;
        }
        known += 1;
        let text = std::fs::read_to_string(&file).unwrap();
        let digits: Vec<u8> = text.trim().bytes().map(|digit| char::from(digit).to_digit(16).unwrap() as u8).collect();
        let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect();
        assert_eq!(decode(&bytes), [], "{}", file.display());
        for cut in 1..bytes.len() {
            let mut decoder = Decoder::new(Charset::Utf8);
            let inputs = [decoder.feed(&bytes[..cut]), decoder.feed(&bytes[cut..]), decoder.feed(b"j")].concat();
            assert_eq!(inputs, letters("j"), "{} cut at {cut}", file.display());
        }
    }
    assert!(known >= 2);
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
