//! Whatever ends the program: what was typed is there again, and the terminal is as it was.

use crate::casebook::Casebook;
use crate::terminal::Terminal;

const TYPED: &str = "lind igår @mamma -- hann inte klar";

fn typed(casebook: &Casebook) -> Terminal {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Familjer  12").keys("+").keys(TYPED).shows("”hann inte klar”");
    terminal
}

fn is_offered_again(casebook: &Casebook, text: &str) {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Ett utkast väntar. d tar upp det.").keys("d").shows(text);
    terminal.keys("\r").shows("Sparat: träff Lindström").hides("1 utkast").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_kill_keeps_the_draft() {
    let casebook = Casebook::demo();
    let mut terminal = typed(&casebook);
    terminal.pause().signal("KILL");
    assert!(!terminal.ends());
    is_offered_again(&casebook, TYPED);
}

#[test]
fn a_line_that_drops_keeps_the_draft() {
    let casebook = Casebook::demo();
    let mut terminal = typed(&casebook);
    terminal.hang_up_after("t");
    terminal.ends();
    is_offered_again(&casebook, "hann inte klart");
}

#[test]
fn a_hangup_keeps_the_draft() {
    let casebook = Casebook::demo();
    let mut terminal = typed(&casebook);
    terminal.signal("HUP");
    terminal.ends();
    is_offered_again(&casebook, TYPED);
}

/// The last of these in what was written is the one that stands.
fn last(bytes: &[u8], one: &[u8], other: &[u8]) -> bool {
    let place = |wanted: &[u8]| bytes.windows(wanted.len()).rposition(|window| window == wanted);
    place(one) > place(other)
}

fn as_it_was(terminal: &Terminal) {
    assert!(!terminal.emulator(vt100::Screen::alternate_screen));
    assert!(!terminal.emulator(vt100::Screen::hide_cursor));
    assert!(!terminal.emulator(vt100::Screen::bracketed_paste));
    assert!(last(&terminal.bytes(), b"\x1b[?1049l", b"\x1b[?1049h"));
    assert!(!terminal.screen().contains("Lindstr"));
}

#[test]
fn the_terminal_is_as_it_was_after_quitting() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Familjer  12");
    assert!(terminal.emulator(vt100::Screen::alternate_screen));
    assert!(terminal.emulator(vt100::Screen::bracketed_paste));
    terminal.keys("q");
    assert!(terminal.ends());
    as_it_was(&terminal);
}

#[test]
fn the_terminal_is_as_it_was_after_being_told_to_end() {
    for signal in ["TERM", "INT"] {
        let casebook = Casebook::demo();
        let mut terminal = typed(&casebook);
        terminal.signal(signal);
        terminal.ends();
        as_it_was(&terminal);
        is_offered_again(&casebook, TYPED);
    }
}
