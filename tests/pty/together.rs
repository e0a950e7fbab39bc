//! Two terminals on one casebook: what is written at one stands at the other, and no key was pressed there.

use std::fs;

use crate::casebook::Casebook;
use crate::terminal::{Terminal, wait_for};

#[test]
fn what_is_logged_at_one_terminal_appears_at_the_other() {
    let casebook = Casebook::demo();
    let mut other = Terminal::open(&casebook);
    other.shows("Veckan").keys("2").shows("Familjer  12").keys("/lin\r3").shows("Träffar Lindström");
    let mut one = Terminal::open(&casebook);
    one.shows("Veckan")
        .keys("2")
        .shows("Familjer  12")
        .keys("+lind igår 14-15 @mamma -- ringde om skolan\r")
        .shows("Sparat: träff Lindström");
    other.shows("ringde om skolan");
    // It stays so, however the database tidies up behind itself when somebody leaves.
    one.keys("q");
    assert!(one.ends());
    casebook.run_demo(&["add", "lind idag tel -- från kommandoraden"]);
    other.shows("från kommandoraden").keys("q");
    assert!(other.ends());
}

#[test]
fn what_is_typed_at_one_terminal_is_left_alone_by_what_comes_from_the_other() {
    let casebook = Casebook::demo();
    let mut other = Terminal::open(&casebook);
    other
        .shows("Veckan")
        .keys("2")
        .shows("Familjer  12")
        .keys("/lin\r3")
        .shows("Träffar Lindström")
        .keys("+igår tel -- mitt i en")
        .shows("mitt i en");
    casebook.run_demo(&["add", "lind idag tel -- från kommandoraden"]);
    other.shows("från kommandoraden").shows("+ igår tel -- mitt i en").keys(" mening\r");
    other.shows("Sparat: träff Lindström").shows("mitt i en mening").keys("q");
    assert!(other.ends());
}

#[test]
fn what_is_only_read_elsewhere_writes_nothing_here() {
    let casebook = Casebook::demo();
    let mut other = Terminal::open(&casebook);
    other.shows("Veckan").keys("2").shows("Familjer  12").keys("3").shows("Träffar alla familjer").pause();
    let before = other.bytes().len();
    let mut one = Terminal::open(&casebook);
    one.shows("Veckan").keys("2").shows("Familjer  12").keys("/ber\r").shows("BERG").keys("q");
    assert!(one.ends());
    other.pause();
    assert_eq!(other.bytes().len(), before);
    other.keys("q");
    assert!(other.ends());
}

/// How often a program's threads have gone to wait for something.
fn waits(number: u32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{number}/task")).unwrap();
    let told = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
    let count = |status: String| {
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:").map(str::to_owned));
        line.unwrap().trim().parse::<u64>().unwrap()
    };
    told.map(count).sum()
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_program_sleeps() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").pause();
    let number = terminal.number();
    // A tick, however slow, would show in one of several pauses.
    wait_for("a pause with nothing done in it", || {
        let before = waits(number);
        std::thread::sleep(2 * crate::terminal::PAUSE);
        waits(number) == before
    });
    terminal.keys("q");
    assert!(terminal.ends());
}
