//! Lines on a real terminal: what is written, what is not shown, and whatever ends it.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

const DUMB: &[(&str, &str)] = &[("TERM", "dumb")];

/// Of what came over the terminal, that nothing steers it: letters and line ends, as a terminal passes them on.
#[track_caller]
fn only_letters(terminal: &Terminal) {
    let text = String::from_utf8(terminal.bytes()).unwrap();
    let steers = |sign: &char| sign.is_control() && !['\n', '\r'].contains(sign);
    assert_eq!(text.chars().find(steers), None, "{text:?}");
}

#[test]
fn from_the_door_to_a_logged_session_on_a_terminal_that_can_do_nothing() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open_with(&casebook, DUMB);
    terminal.shows("terminalen heter dumb").shows("Lösenfras, Karin:").keys("inte den\r").shows("stämmer inte");
    terminal.keys(PASSPHRASE).keys("\r").shows("Veckan").shows("Vecka:");
    let text = String::from_utf8(terminal.bytes()).unwrap();
    assert!(!text.contains(PASSPHRASE) && !text.contains("inte den\r"), "{text}");
    assert!(terminal.stty(&["-a"]).contains(" echo "), "what is typed is shown again");
    terminal.keys("/ lindström\r").shows("Elias, 10, barn").keys("\r").shows("Familjehem Dahl");
    terminal.keys("+ igår 14-15:30 @mamma @elias #skola -- gick igenom läxorna\r").shows("Sparat: träff Lindström");
    terminal.keys("u\r").shows("Ångrat").keys("Ctrl-R\r").shows("Gjort igen").keys("slut\r");
    assert!(terminal.ends());
    only_letters(&terminal);
    assert!(casebook.run(&["--user", "Karin", "list", "sessions", "--json"]).contains("gick igenom läxorna"));
}

#[test]
fn a_lock_says_so_keeps_half_a_line_and_leads_back() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open_with(&casebook, DUMB);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Vecka:");
    terminal.keys("lås\r").shows("Registret är låst, klockan").shows("står kvar i terminalen");
    terminal.keys("\r").shows("Lösenfras, Karin:").keys(PASSPHRASE).keys("\r");
    terminal.shows("Vecka:").keys("+ lind igår kaffe\r").shows("Inget sparat").signal("HUP").shows("Registret är låst");
    terminal.keys("\r").keys(PASSPHRASE).keys("\r").shows("Ett utkast väntar").keys("slut\r");
    assert!(terminal.ends());
    only_letters(&terminal);
}

#[test]
fn half_a_line_that_was_typed_when_it_locked_waits_as_a_draft() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open_with(&casebook, DUMB);
    terminal.shows("Vecka:").keys("+ lind igår -- halvfärd").shows("halvfärd").signal("HUP").shows("Registret är låst");
    terminal.keys("\r").shows("Lösenfras").keys("\r").shows("Ett utkast väntar");
    terminal.keys("d\r").shows("Står: lind igår -- halvfärd").keys("\r").shows("Familjer:").keys("slut\r");
    assert!(terminal.ends());
    only_letters(&terminal);
    assert!(String::from_utf8(terminal.bytes()).unwrap().contains("Sparat: träff Lindström"));
}

#[test]
fn whatever_ends_it_keeps_what_was_begun() {
    for (name, ends) in [("Ctrl-C", "\x03"), ("Ctrl-D", "\x04"), ("TERM", ""), ("HUP", "")] {
        let casebook = Casebook::demo();
        let mut terminal = Terminal::open_with(&casebook, DUMB);
        terminal.shows("Vecka:").keys("+ lind igår kaffe\r").shows("Inget sparat").shows("Rad:");
        match (ends, name) {
            ("", "HUP") => _ = terminal.signal("HUP").shows("Registret är låst").keys("\x04"),
            ("", name) => _ = terminal.signal(name),
            (keys, _) => _ = terminal.keys(keys),
        }
        assert!(terminal.ends(), "{name}");
        let mut terminal = Terminal::open_with(&casebook, DUMB);
        terminal.shows("Ett utkast väntar").keys("d\r").shows("lind igår kaffe").keys(".slut\r");
        assert!(terminal.ends(), "{name}");
    }
}

#[test]
fn a_narrow_terminal_breaks_lines_between_words() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open_with(&casebook, DUMB);
    terminal.shows("Vecka:").resize(40, 12).keys("läs\r").shows("Enter läser vidare");
    terminal.keys("slut\r");
    assert!(terminal.ends());
    let text = String::from_utf8(terminal.bytes()).unwrap();
    let after = text.split("läs\r\n").last().unwrap();
    assert!(after.lines().all(|line| line.trim_end().chars().count() <= 40), "{after}");
}
