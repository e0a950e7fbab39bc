//! Whatever ends the program: what was typed is there again, and the terminal is as it was.

use std::fs;
use std::io::{BufRead, BufReader, Write, stdin};
use std::process::{Command, Stdio};

use crate::casebook::Casebook;
use crate::terminal::{Terminal, wait_for};

const TYPED: &str = "lind igår @mamma -- hann inte klar";

fn typed(casebook: &Casebook) -> Terminal {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+").keys(TYPED).shows("”hann inte klar”");
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
    let written = || fs::metadata(casebook.path("casebook/casebook.db-wal")).and_then(|file| file.modified()).ok();
    let mut terminal = typed(&casebook);
    terminal.pause();
    let before = written();
    terminal.keys(" och en till").pause();
    wait_for("the draft", || written() != before);
    terminal.signal("KILL");
    assert!(!terminal.ends());
    is_offered_again(&casebook, "hann inte klar och en till");
}

/// The other end of the line: another process, so that the line can drop with nothing said.
#[test]
#[ignore = "is started by the next one, which kills it"]
fn the_other_end_of_the_line() {
    let mut directory = String::new();
    stdin().read_line(&mut directory).unwrap();
    let terminal = typed(&Casebook::of(directory.trim()));
    println!("the program is {}", terminal.number());
    stdin().read_line(&mut directory).unwrap();
}

#[test]
fn a_line_that_drops_keeps_the_draft() {
    let casebook = Casebook::demo();
    let mut other_end = Command::new(std::env::current_exe().unwrap())
        .args(["endings::the_other_end_of_the_line", "--exact", "--ignored", "--nocapture"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(other_end.stdin.as_mut().unwrap(), "{}", casebook.path("").display()).unwrap();
    let mut said = BufReader::new(other_end.stdout.take().unwrap()).lines().map(Result::unwrap);
    let number = said.find_map(|line| line.split_once("the program is ").map(|(_, number)| number.to_owned())).unwrap();
    other_end.kill().unwrap();
    other_end.wait().unwrap();
    // Nobody may be there to take note of its end: then it lingers, but does nothing.
    let ended = |stat: String| stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z'));
    wait_for("its end", || fs::read_to_string(format!("/proc/{number}/stat")).map_or(true, ended));
    is_offered_again(&casebook, TYPED);
}

#[test]
fn a_hangup_keeps_the_draft() {
    let casebook = Casebook::demo();
    let mut terminal = typed(&casebook);
    // The terminal is still there: whoever asks wants it locked.
    terminal.signal("HUP").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\x03");
    assert!(terminal.ends());
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
    terminal.shows("Veckan").keys("2").shows("Familjer  12");
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
