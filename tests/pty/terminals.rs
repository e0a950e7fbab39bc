//! Terminals that can less, and lines that are slow.

use crate::casebook::Casebook;
use crate::terminal::Terminal;

#[test]
fn too_small_says_so_and_back() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal
        .shows("Veckan")
        .keys("2")
        .shows("Familjer  12")
        .resize(50, 10)
        .shows("Skärmen är 50x10; Trygg behöver minst 60x15")
        .hides("Lind");
    terminal.resize(80, 24).shows("Lindström").shows("Familjer  12").hides("behöver minst");
    terminal.resize(160, 50).shows("Status").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_terminal_without_utf8_gets_pure_ascii() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open_with(&casebook, &[("TERM", "vt100"), ("LC_ALL", "C")]);
    terminal
        .shows("Veckan")
        .keys("2")
        .shows("Familjer  12")
        .shows("Lindstrom")
        .shows("Akerlund")
        .keys("/lin\r")
        .shows("LINDSTROM");
    terminal.keys("3").shows(" v fr ").keys("q");
    assert!(terminal.ends());
    assert!(terminal.bytes().is_ascii());
}

/// The parameters of every SGR that was written.
fn styles(bytes: &[u8]) -> Vec<u32> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m').map(|(inside, _)| inside));
    let inside = sequences.filter(|inside| inside.chars().all(|c| c.is_ascii_digit() || c == ';'));
    inside.flat_map(|inside| inside.split(';')).filter_map(|number| number.parse().ok()).collect()
}

#[test]
fn no_color_emits_no_colour() {
    let has_colour = |bytes: &[u8]| styles(bytes).iter().any(|style| matches!(style, 30..=49 | 90..=107));
    for (variables, coloured) in [(&[("NO_COLOR", "1")][..], false), (&[("TERM", "vt220")], false), (&[], true)] {
        let casebook = Casebook::demo();
        let mut terminal = Terminal::open_with(&casebook, variables);
        terminal
            .shows("Veckan")
            .keys("2")
            .shows("Familjer  12")
            .keys("/lin\r")
            .shows("HEMMA")
            .keys("n33/13\x13")
            .shows("! 33/13")
            .keys("\x1b");
        terminal.shows("Sparat som utkast").keys("q");
        assert!(terminal.ends());
        assert_eq!(has_colour(&terminal.bytes()), coloured, "{variables:?}");
    }
}

#[test]
fn a_letter_right_after_esc_is_not_lost() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+lind igår").shows("+ lind igår");
    // Both arrive in one read, as over a slow line: Esc leaves the line, + opens it again.
    terminal.keys("\x1b+").shows("Ditt utkast är tillbaka").shows("+ lind igår");
    terminal.keys("\x1b3").shows("Träffar alla familjer").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_paste_is_text_and_not_keys() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("\x1b[200~q\r3q\x1b[201~").keys("+");
    terminal.shows("familj, dag, tid").keys("\x1b[200~lind igår -- ett\rtvå\x1b[201~").shows("+ lind igår -- ett två");
    terminal.keys("\r").shows("Sparat: träff Lindström").keys("q");
    assert!(terminal.ends());
}

#[test]
fn keys_typed_ahead_all_arrive() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.keys("/lin\r+igår @mamma -- allt på en gång\r3").shows("Träffar Lindström").shows("allt på en gång");
    terminal.keys("q");
    assert!(terminal.ends());
}
