//! The door: who may in, and what is seen from outside.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn a_wrong_passphrase_is_told_and_may_be_typed_again() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys("inte den rätta alls\r").shows("Lösenfrasen stämmer inte");
    terminal.hides("••").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("q");
    assert!(terminal.ends());
}

#[test]
fn locking_hides_everything_and_the_door_leads_back() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("/lin\r").shows("LINDSTRÖM").keys("+igår -- halvfärdigt").shows("”halvfärdigt”");
    terminal.keys("\x0c").is_locked("");
    // Whoever comes by sees no name before they have said who they are.
    terminal
        .keys(" ")
        .shows("Registret är låst")
        .keys(PASSPHRASE)
        .keys("\r")
        .shows("LINDSTRÖM")
        .shows("Ett utkast väntar");
    terminal.keys("d").shows("+ igår -- halvfärdigt").keys("\r").shows("Sparat: träff Lindström").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_lock_clears_the_screen_and_what_has_scrolled_off_it_first() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").pause();
    let before = terminal.bytes().len();
    terminal.keys("\x0c").is_locked(" · DEMO");
    let written = terminal.bytes()[before..].to_vec();
    let first = b"\x1b[m\x1b[?25l\x1b[H\x1b[J\x1b[3J";
    assert!(written.starts_with(first), "{:?}", String::from_utf8_lossy(&written));
    // Locking again at the clock and at the door leads to the clock.
    terminal.keys("\x0c").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\x0c").is_locked(" · DEMO");
    terminal.keys("x").shows("Lösenfras").keys("\r").shows("Familjer  12").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_lock_passes_through_a_paste_that_never_ends() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("+").keys("\x1b[200~lind igår -- klistrat").pause().keys("\x0c").is_locked(" · DEMO");
    terminal.keys("x").shows("Lösenfras").keys("\r").shows("Ett utkast väntar").keys("d").shows("klistrat");
}

#[test]
fn names_that_were_hidden_stay_so_after_the_lock() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r2").shows("Familjer  4").shows("Lindström");
    let named = |terminal: &Terminal| String::from_utf8_lossy(&terminal.bytes()).matches("Lindström").count();
    let before = named(&terminal);
    terminal.keys("\x07").shows("namn dolda").shows("A-1").hides("Lindström").keys("\x0c").is_locked("");
    terminal.keys(" ").shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("namn dolda").shows("A-1");
    assert_eq!(named(&terminal), before, "a name was shown in passing");
    terminal.keys("\x07").shows("Lindström").hides("namn dolda").keys("q");
    assert!(terminal.ends());
}

#[test]
fn one_can_leave_at_the_door() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys("\x03");
    assert!(terminal.ends());
}
