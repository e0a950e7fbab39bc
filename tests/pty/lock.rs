//! Locks: whoever comes, the text of whoever was there is not lost, and nobody else sees it.

use std::fs::{self, File};

use crate::casebook::Casebook;
use crate::terminal::{Terminal, wait_for};

const TYPED: &str = "lind igår @mamma -- hann inte klar";

/// Somebody types while another program holds the casebook, so that nothing can be written.
fn typed_while_held(casebook: &Casebook) -> (Terminal, File) {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").pause();
    let gate = File::options().write(true).open(casebook.path("casebook/gate")).unwrap();
    gate.lock().unwrap();
    terminal.keys("+").keys(TYPED);
    (terminal, gate)
}

fn sealed(casebook: &Casebook) -> usize {
    fs::read_dir(casebook.path("casebook/sealed")).map_or(0, Iterator::count)
}

#[test]
fn text_that_cannot_be_written_waits_for_its_owner_through_another_persons_lock() {
    let casebook = Casebook::demo();
    let (mut terminal, gate) = typed_while_held(&casebook);
    terminal.keys("\x0c").is_locked(" · inte sparat än · DEMO");
    gate.unlock().unwrap();
    assert_eq!(sealed(&casebook), 0, "it is in memory only");
    // Two steps: any key, and who one is.
    terminal.keys("x").shows("Lösenfras").keys("\t\x15Sara\t\r").shows("Sara").hides("utkast");
    terminal.keys("\x0c").is_locked(" · inte sparat än · DEMO");
    terminal.keys("x").shows("Lösenfras").keys("\r").shows("Ett utkast väntar").keys("d").shows("hann inte klar");
    terminal.keys("\r").shows("Sparat: träff Lindström").keys("\x0c").is_locked(" · DEMO");
}

#[test]
fn text_that_cannot_be_written_when_the_program_must_end_lies_sealed_beside_the_casebook() {
    for signal in ["TERM", "HUP"] {
        let casebook = Casebook::demo();
        let (mut terminal, gate) = typed_while_held(&casebook);
        terminal.signal(signal);
        if signal == "HUP" {
            terminal.is_locked(" · inte sparat än · DEMO").signal("TERM");
        }
        assert!(terminal.ends());
        assert_eq!(sealed(&casebook), 1, "{signal}");
        for file in fs::read_dir(casebook.path("casebook/sealed")).unwrap() {
            let text = fs::read(file.unwrap().path()).unwrap();
            assert!(!text.windows(4).any(|part| part == b"hann" || part == b"lind"), "{signal}");
        }
        gate.unlock().unwrap();
        casebook.run_demo(&["--user", "Sara", "list", "families"]);
        assert_eq!(sealed(&casebook), 1, "what is sealed to one opens for no other");
        let mut terminal = Terminal::open(&casebook);
        terminal.shows("Ett utkast väntar. d tar upp det.").keys("d").shows("hann inte klar");
        assert_eq!(sealed(&casebook), 0);
        terminal.keys("\r").shows("Sparat: träff Lindström").keys("q");
        assert!(terminal.ends());
    }
}

#[test]
fn the_last_half_minute_is_counted_and_any_key_stops_it_and_does_nothing_else() {
    let casebook = Casebook::demo();
    fs::write(casebook.path("casebook/lock.toml"), "minutes = 1\n").unwrap();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").pause();
    // Half a minute before that; every wait has its patience.
    (0..8).for_each(|_| _ = terminal.pause());
    terminal.shows("Registret låses om").shows("Familjer").keys("2").hides("Registret låses om").shows("Veckan");
    terminal.keys("2").shows("Familjer  12").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_unit_may_have_a_stopped_program_lock() {
    let casebook = Casebook::demo();
    fs::write(casebook.path("casebook/lock.toml"), "on_stop = \"lock\"\n").unwrap();
    let mut terminal = Terminal::open_in_shell(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").signal("TSTP");
    wait_for("the stop", || terminal.is_stopped());
    wait_for("the screen", || !terminal.emulator(vt100::Screen::alternate_screen));
    assert!(terminal.stty(&["-a"]).contains(" icanon "), "the shell has its terminal");
    terminal.keys("\n").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\r").shows("Familjer  12");
    terminal.keys("q");
    assert!(terminal.ends());
    assert!(terminal.stty(&["-a"]).contains(" icanon "));

    // Where nobody could let it go on it locks, and is not stopped.
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").signal("TSTP").is_locked(" · DEMO");
    assert!(!terminal.is_stopped());
}

#[test]
fn a_demo_of_the_moment_is_the_same_after_a_lock_and_gone_after_the_end() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::of_the_moment(&casebook);
    terminal.shows("Veckan").keys("2").shows("Familjer  12").keys("+lind igår -- kvar\r").shows("Sparat");
    terminal.keys("\x0c").is_locked(" · DEMO").keys("x").shows("Lösenfras").keys("\r").shows("Familjer  12");
    terminal.keys("/lin\r3").shows("kvar");
    let made = || fs::read_dir(casebook.path("moment")).unwrap().count();
    assert_eq!(made(), 1);
    terminal.keys("q");
    assert!(terminal.ends());
    assert_eq!(made(), 0);
}
