//! A program that is stopped and goes on: the screen is given back meanwhile, if it is asked at all, and all is there
//! again afterwards, whatever the shell has done to the terminal.

use std::fs;

use crate::casebook::Casebook;
use crate::terminal::{Terminal, wait_for};

fn opened(mut terminal: Terminal) -> Terminal {
    terminal.shows("Veckan").keys("2").shows("Familjer  12");
    terminal
}

/// What a shell does when one of its programs stops: its own modes, its own words.
fn shell(terminal: &mut Terminal) {
    wait_for("the stop", || terminal.is_stopped());
    terminal.stty(&["sane", "echo", "icanon"]);
    let name = terminal.stty(&["-a"]);
    assert!(name.contains(" echo ") && name.contains(" icanon "), "{name}");
}

fn goes_on(terminal: &mut Terminal, let_go_on: impl Fn(&mut Terminal)) {
    let before = terminal.bytes().len();
    let_go_on(terminal);
    // The whole screen, not what has changed on it.
    let whole = |terminal: &Terminal| String::from_utf8_lossy(&terminal.bytes()[before..]).contains("Lindström");
    wait_for("a whole frame", || whole(terminal));
    terminal.shows("Familjer  12");
    assert!(terminal.emulator(vt100::Screen::alternate_screen));
    assert!(terminal.emulator(vt100::Screen::bracketed_paste));
    let modes = terminal.stty(&["-a"]);
    assert!(modes.contains("-echo ") && modes.contains("-icanon "), "{modes}");
    terminal.keys("3").shows("Träffar").keys("q");
    assert!(terminal.ends());
}

#[test]
fn stopped_unasked() {
    let casebook = Casebook::demo();
    let mut terminal = opened(Terminal::open(&casebook));
    terminal.signal("STOP");
    shell(&mut terminal);
    goes_on(&mut terminal, |terminal| _ = terminal.signal("CONT"));
}

#[test]
fn asked_to_stop_it_gives_the_screen_back() {
    let casebook = Casebook::demo();
    let mut terminal = opened(Terminal::open_in_shell(&casebook));
    terminal.signal("TSTP");
    shell(&mut terminal);
    wait_for("the screen", || !terminal.emulator(vt100::Screen::alternate_screen));
    assert!(!terminal.screen().contains("Lindstr"));
    assert!(!terminal.emulator(vt100::Screen::bracketed_paste));
    goes_on(&mut terminal, |terminal| _ = terminal.keys("\n"));
}

#[test]
fn stopped_at_the_door() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open_in_shell(&casebook);
    terminal.shows("Lösenfras");
    terminal.signal("TSTP");
    shell(&mut terminal);
    let before = terminal.bytes().len();
    terminal.keys("\n");
    wait_for("a whole frame", || String::from_utf8_lossy(&terminal.bytes()[before..]).contains("Lösenfras"));
    terminal.keys("x").shows("•");
    assert!(terminal.stty(&["-a"]).contains("-echo "));
}

/// Where there is no shell that could let it go on, as when it is all that an account runs, it is not stopped: the line
/// would be dead for good.
#[test]
fn alone_it_is_not_stopped() {
    let casebook = Casebook::demo();
    let mut terminal = opened(Terminal::open(&casebook));
    for _ in 0..3 {
        terminal.signal("TSTP");
        terminal.keys("3").shows("Träffar").keys("2").shows("Familjer  12");
        assert!(!terminal.is_stopped());
    }
    // The key that a shell would be told by is a letter like any other.
    terminal.keys("\x1a\x1c3").shows("Träffar").keys("q");
    assert!(terminal.ends());
}

/// Answers of a terminal, as it sends them while the week is on the screen.
#[test]
fn what_a_terminal_answers_does_nothing() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").pause();
    let before = terminal.screen();
    let hex = |name: &str| {
        let text = fs::read_to_string(format!("{}/tests/data/keys/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let digits: Vec<u8> = text.trim().bytes().map(|digit| char::from(digit).to_digit(16).unwrap() as u8).collect();
        String::from_utf8(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()).unwrap()
    };
    for answer in [hex("keys-dcs.hex"), hex("keys-osc11.hex"), "\u{1b}[1;1R".to_owned(), "\u{1b}[M !!".to_owned()] {
        terminal.keys(&answer).pause();
        assert_eq!(terminal.screen(), before, "{answer:?}");
    }
    terminal.keys("2").shows("Familjer  12").keys("q");
    assert!(terminal.ends());
}
