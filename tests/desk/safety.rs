//! Control characters and terminal sequences, typed or pasted, never reach a cell of the screen.

use trygg::app::keys::Key;

use super::desk::Desk;

const EVIL: &str = "a\u{1b}[31mb\u{9b}2Jc\u{7}d\u{202e}e\u{2066}f\u{0}g\u{7f}h\u{feff}i\u{1b}]0;x\u{7}j";

#[track_caller]
fn harmless(desk: &Desk, place: &str) {
    for cell in &desk.buffer().content {
        let steers = |letter: char| {
            letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        assert!(!cell.symbol().chars().any(steers), "{place}: {:?}", cell.symbol());
    }
}

const PLACES: &[(&str, &str)] = &[
    ("quick line", "+"),
    ("note on the quick line", "+ lind Space - - Space"),
    ("jump", "/"),
    ("palette", ":"),
    ("how do I", "H"),
    ("form", "n"),
    ("session note", "/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab"),
    ("filter", "f Tab Tab"),
];

#[test]
fn pasted() {
    for (place, keys) in PLACES {
        let mut desk = Desk::new();
        desk.keys(keys);
        desk.app.paste(EVIL);
        harmless(&desk, place);
        desk.keys("Enter");
        harmless(&desk, place);
    }
}

#[test]
fn typed() {
    for (place, keys) in PLACES {
        let mut desk = Desk::new();
        desk.keys(keys).types(EVIL);
        harmless(&desk, place);
        for letter in EVIL.chars() {
            desk.app.key(Key::Alt(letter));
            desk.app.key(Key::Ctrl(letter));
        }
        harmless(&desk, place);
        desk.app.key(Key::Enter);
        harmless(&desk, place);
    }
}

#[test]
fn what_was_typed_and_saved_is_harmless() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind igår -- ").types(EVIL).keys("Enter").shows("Sparat").keys("3");
    harmless(&desk, "list");
    desk.keys("/ lin Enter 3 j j j j j j j j Enter");
    harmless(&desk, "form");
}

#[test]
fn a_paste_of_many_lines_is_one_line_where_there_is_one() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("+");
    desk.app.paste("lind igår\n-- första\r\nandra\n");
    desk.shows("+ lind igår -- första").keys("Enter");
    assert_eq!(desk.sessions(), before + 1);
}

#[test]
fn a_paste_outside_a_text_does_nothing() {
    let mut desk = Desk::new();
    let before = desk.screen();
    desk.app.paste("x\nq\nj");
    assert_eq!(desk.screen(), before);
}
