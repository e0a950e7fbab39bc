//! Somebody else holds the casebook and does not let go: a writer that was stopped, a tool that makes a copy. Whoever
//! works goes on typing; a save shows that it waits, and can be left.

use std::fs::{self, File};
use std::time::{Duration, Instant};

use crate::casebook::Casebook;
use crate::disk;
use crate::terminal::{Terminal, wait_for};

const LINE: &str = "igår 14-15 hem @mamma";

/// A writer that was stopped in the middle of its write: the gate is held for as long as this lives.
fn stopped_writer(casebook: &Casebook) -> File {
    let gate = File::open(casebook.path("casebook/gate")).unwrap();
    gate.lock().unwrap();
    gate
}

fn opened(casebook: &Casebook) -> Terminal {
    let mut terminal = Terminal::open(casebook);
    terminal.shows("Veckan").keys("/lin\r").shows("LINDSTRÖM");
    terminal
}

#[test]
fn a_save_behind_a_stopped_writer_waits_and_can_be_left() {
    let casebook = Casebook::demo();
    let mut terminal = opened(&casebook);
    let held = stopped_writer(&casebook);
    terminal.keys("+").keys(LINE).shows(LINE);
    terminal.shows("Inte sparat än").keys(" -- ett").shows("-- ett");
    terminal.keys("\r").shows("Väntar").keys("\u{1b}").shows("Inte sparat: du väntade").shows("-- ett");
    // What is typed while one waits is taken in its turn.
    terminal.keys("\r").shows("Väntar");
    drop(held);
    terminal.hides("Väntar").shows("Sparat: ").keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_family_is_read_behind_a_stopped_writer_and_journalled_afterwards() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan");
    let rows = |casebook: &Casebook| casebook.run_demo(&["list", "families"]).len();
    assert!(rows(&casebook) > 0);
    let held = stopped_writer(&casebook);
    terminal.keys("/lin\r").shows("LINDSTRÖM").keys("3").shows("Träffar");
    drop(held);
    terminal.keys("q");
    assert!(terminal.ends());
}

#[test]
fn a_locked_casebook_waits_for_no_writer() {
    let casebook = Casebook::demo();
    let mut terminal = opened(&casebook);
    let held = stopped_writer(&casebook);
    terminal.keys("+").keys(LINE).shows(LINE).keys("\r").shows("Väntar");
    terminal.keys("\u{c}").hides("LINDSTRÖM").hides(LINE);
    drop(held);
}

#[test]
fn the_program_ends_behind_a_stopped_writer() {
    let casebook = Casebook::demo();
    let mut terminal = opened(&casebook);
    let held = stopped_writer(&casebook);
    terminal
        .keys("+")
        .keys(LINE)
        .shows(LINE)
        .pause()
        .keys("\u{1b}")
        .shows("Väntar")
        .keys("\u{1b}")
        .shows("Inte sparat");
    terminal.signal("TERM");
    assert!(terminal.ends());
    drop(held);
    let mut terminal = opened(&casebook);
    terminal.keys("+").shows(LINE);
}

#[test]
fn many_who_wait_leave_no_place_behind() {
    let casebook = Casebook::demo();
    let held = stopped_writer(&casebook);
    let mut terminals: Vec<Terminal> = (0..3).map(|_| Terminal::open(&casebook)).collect();
    terminals.iter_mut().for_each(|terminal| _ = terminal.shows("Veckan"));
    drop(held);
    let queue = casebook.path("casebook/queue");
    let is_place = |place: fs::DirEntry| place.file_name() != "served";
    wait_for("an empty queue", || fs::read_dir(&queue).map_or(true, |all| !all.flatten().any(is_place)));
}

/// How long keys take while the disk is two seconds late each time: prints what it found.
#[test]
#[ignore = "a measurement: cargo test --release --test pty waiting::keys -- --ignored --nocapture"]
fn keys_on_a_disk_that_is_two_seconds_late() {
    let casebook = Casebook::demo();
    let built = disk::build(&casebook.path(""));
    let mut terminal =
        Terminal::open_with(&casebook, &[("LD_PRELOAD", built.to_str().unwrap()), ("TRYGG_DISK_DELAY", "2000")]);
    terminal.shows("Veckan").keys("/lin\r").shows("LINDSTRÖM");
    let mut took = Vec::new();
    let mut saved = Vec::new();
    for round in 0..6 {
        terminal.keys("+").shows("familj, dag, tid, form");
        let text = format!("igår 1{round}-1{} hem @mamma -- ord nummer {round} som skrivs", round + 1);
        let mut typed = String::new();
        for letter in text.chars() {
            typed.push(letter);
            let begun = Instant::now();
            terminal.keys(&letter.to_string());
            let wanted: String = typed.chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect();
            while !terminal.screen().contains(wanted.trim_end()) {
                assert!(begun.elapsed() < Duration::from_secs(30), "{wanted:?}\n{}", terminal.screen());
                std::thread::sleep(Duration::from_micros(200));
            }
            took.push(begun.elapsed());
            std::thread::sleep(Duration::from_millis(30));
        }
        let begun = Instant::now();
        terminal.keys("\r").shows("Sparar").hides("-- ord nummer");
        saved.push(begun.elapsed());
        if round == 3 {
            terminal.shows("Sparat: ");
            println!("on the disk after {:?}", begun.elapsed());
        }
    }
    took.sort();
    let at = |share: usize| took[(took.len() - 1) * share / 1000];
    println!(
        "{} keys: p50 {:?}, p99 {:?}, worst {:?}; saves shown after {saved:?}",
        took.len(),
        at(500),
        at(990),
        at(1000)
    );
}
