//! Which signs and colours go out, and that none of them steers the terminal.

use std::collections::HashMap;

use proptest::prelude::*;
use ratatui::backend::Backend;
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Size;

use super::{Capabilities, Charset, Colour, DiffBackend, FULL, Writes};

const BARE: Capabilities = Capabilities { charset: Charset::Ascii, colour: Colour::None };

#[test]
fn capabilities() {
    use Charset::{Ascii, Utf8};
    use Colour::{Ansi16, None};
    type Case = (&'static [(&'static str, &'static str)], Charset, Colour);
    let cases: [Case; 18] = [
        (&[], Ascii, None),
        (&[("TERM", "xterm-256color"), ("LANG", "sv_SE.UTF-8")], Utf8, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "sv_SE.utf8")], Utf8, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "sv_SE.ISO-8859-1")], Ascii, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "C")], Ascii, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "sv_SE.UTF-8"), ("LC_ALL", "C")], Ascii, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "sv_SE.UTF-8"), ("LC_ALL", "")], Utf8, Ansi16),
        (&[("TERM", "xterm"), ("LANG", "C"), ("LC_CTYPE", "C.UTF-8")], Utf8, Ansi16),
        (&[("TERM", "xterm"), ("LC_ALL", "C.UTF-8"), ("LC_CTYPE", "C")], Utf8, Ansi16),
        (&[("TERM", "xterm"), ("NO_COLOR", "1")], Ascii, None),
        (&[("TERM", "xterm"), ("NO_COLOR", "")], Ascii, Ansi16),
        (&[("TERM", "dumb")], Ascii, None),
        (&[("TERM", "vt100")], Ascii, None),
        (&[("TERM", "vt220")], Ascii, None),
        (&[("TERM", "vte-256color")], Ascii, Ansi16),
        (&[("TERM", "xterm-mono")], Ascii, None),
        (&[("TERM", "linux-m")], Ascii, None),
        (&[("TERM", "linux"), ("LANG", "en_GB.UTF-8")], Utf8, Ansi16),
    ];
    for (environment, charset, colour) in cases {
        let values: HashMap<_, _> = environment.iter().copied().collect();
        let found = Capabilities::detect(|name| values.get(name).map(ToString::to_string));
        assert_eq!(found, Capabilities { charset, colour }, "{environment:?}");
    }
}

fn ascii(symbol: &str) -> String {
    Charset::Ascii.show(symbol).0.into_owned()
}

#[test]
fn transliteration() {
    let cases = [
        ("a~ ", "a~ "),
        ("åäöÅÄÖéü", "aaoAAOeu"),
        ("▸─│┬┴┼├┤┌┐└┘", ">-|+++++++++"),
        ("✓×–·…→←↑↓═∿", "vx-.~><^_=%"),
        ("“”„", "\"\"\""),
        ("▁▂▃▄▅▆▇█", "12345678"),
        ("æß§€", "as$E"),
        // Half of `1/2` would be a wrong number.
        ("½", "?"),
        ("²", "2"),
        ("\u{e000}", "?"),
    ];
    for (text, expected) in cases {
        let shown: String = text.chars().map(|c| ascii(c.encode_utf8(&mut [0; 4]))).collect();
        assert_eq!(shown, expected, "{text}");
    }
    let clusters = [("漢", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("e\u{301}", 1), ("a\u{30a}", 1), ("🇸🇪", 2), ("\u{200b}", 1)];
    for (symbol, columns) in clusters {
        assert_eq!(ascii(symbol).len(), columns, "{symbol}: {:?}", ascii(symbol));
    }
    assert_eq!(ascii("e\u{301}"), "e");
}

#[test]
fn signs_that_stand_in_one_place_are_told_apart() {
    // Before a row or a day: what became of it, what changed, what is marked and open, what is cut and goes on.
    let rows = ["▸", "•", "✓", "×", "–", "·", "?", "!", "○", "‡", "+", "↑", "↓", "≈", "▾", "…"];
    // Before and after a name on a map: how it stands, who supports whom, who knows the chosen one.
    let names = ["═", "─", "┄", "∿", "╳", "→", "←", "↔", "∘", "▸", "+", "…"];
    for signs in [&rows[..], &names[..]] {
        let mut shown: HashMap<String, &str> = HashMap::new();
        for sign in signs {
            if let Some(other) = shown.insert(ascii(sign), sign) {
                // An arrow on a map points like the marker, and stands after a name.
                assert!((other, *sign) == ("→", "▸"), "{other} and {sign} are both {:?}", ascii(sign));
            }
        }
    }
}

/// The bytes for one symbol at the start of a line.
fn bytes(capabilities: Capabilities, symbol: &str) -> String {
    let mut lean = DiffBackend::fixed(Writes::default(), capabilities, Size { width: 40, height: 2 });
    lean.flush().unwrap();
    let mut cell = Cell::default();
    cell.set_symbol(symbol);
    lean.draw([(0, 0, &cell)].into_iter()).unwrap();
    lean.flush().unwrap();
    String::from_utf8(lean.writer().0[1..].concat()).unwrap()
}

#[test]
fn what_steers_is_replaced() {
    let cases = [
        "\u{1b}",
        "\u{7}",
        "\r",
        "\n",
        "\u{8}",
        "\0",
        "\u{7f}",
        "\u{9b}",
        "\u{85}",
        "\u{1b}[31m",
        "a\u{1b}c",
        "\u{202e}",
        "a\u{202e}",
        "\u{2066}",
        "\u{2028}",
        "\u{1b}]0;title\u{7}",
    ];
    for symbol in cases {
        for (capabilities, sign) in [(FULL, "\u{fffd}"), (BARE, "?")] {
            let sent = bytes(capabilities, symbol);
            assert!(sent.starts_with(sign), "{symbol:?}: {sent:?}");
            assert!(!sent.contains(|c: char| c.is_control() || c == '\u{202e}'), "{symbol:?}: {sent:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_sign_keeps_its_width_and_steers_nothing(symbol in "\\PC{0,3}|.{1,3}|[\\x00-\\x1f\\x7f-\\x9f]{1,2}") {
        let columns = if symbol.len() == 1 { 1 } else { symbol.cell_width().max(1) };
        for charset in [Charset::Utf8, Charset::Ascii] {
            let (text, width) = charset.show(&symbol);
            prop_assert_eq!(width, columns);
            prop_assert!(!text.contains(char::is_control));
            if charset == Charset::Ascii {
                prop_assert!(text.is_ascii() && text.len() == usize::from(columns), "{text:?}");
            } else {
                prop_assert_eq!(text.cell_width(), columns);
            }
        }
    }
}

#[test]
fn every_lookalike_has_one_sign() {
    for (signs, ascii) in super::super::charset::LOOKALIKES {
        assert_eq!(signs.chars().count(), ascii.len(), "{signs}");
        assert!(signs.chars().all(|c| c.encode_utf8(&mut [0; 4]).cell_width() == 1), "{signs}");
    }
}

#[test]
fn the_terminals_that_keep_what_has_scrolled_off_them() {
    let keeps = |term: &'static str, tmux: Option<&'static str>| {
        super::super::keeps_scrollback(|name| match name {
            "TERM" => Some(term.to_owned()),
            _ => tmux.map(str::to_owned),
        })
    };
    for term in ["screen", "screen.xterm-256color", "vt100", "vt220", "dumb", "ansi", ""] {
        assert!(keeps(term, None), "{term}");
    }
    for term in ["xterm-256color", "linux", "tmux-256color", "alacritty", "xterm-kitty"] {
        assert!(!keeps(term, None), "{term}");
    }
    assert!(!keeps("screen-256color", Some("/tmp/tmux-1000/default,1,0")));
}
