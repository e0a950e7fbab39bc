//! The tour from the shell and from an open casebook, and a casebook to practise in.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn the_tour_is_played_from_the_shell_and_leaves_nothing() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::guide(&casebook);
    terminal.shows("Rundtur 1 av 6").shows("RUNDTUR").keys("/").keys("lin\r").shows("Rundtur 2 av 6");
    terminal.keys("+").keys("igår 14-15 hem @mamma -- läxor\r").shows("Rundtur 3 av 6").keys("u");
    terminal
        .shows("Rundtur 4 av 6")
        .keys("1i")
        .shows("Rundtur 5 av 6")
        .keys("\x1b")
        .keys("5")
        .shows("SARA")
        .keys("i")
        .shows("Inställt")
        .keys("s");
    terminal.shows("Rundtur 6 av 6").keys("?").shows("Rundturen är klar").keys("\x1b").keys("q");
    assert!(terminal.ends());
    assert_eq!(std::fs::read_dir(casebook.path("moment")).unwrap().count(), 0);
}

#[test]
fn from_an_open_casebook_one_comes_back_to_where_one_was() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("3").shows("Träffar");
    terminal.keys("\x1b[21~").shows("Rundtur 1 av 6").keys("/").keys("lin\r").shows("Rundtur 2 av 6");
    terminal.keys("q").hides("Rundtur").shows("Träffar").keys("q");
    assert!(terminal.ends());
}

#[test]
fn in_lines_the_tour_is_a_word_and_one_comes_back_from_it() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open_with(&casebook, &[("ACCESSIBLE", "1")]);
    terminal.shows("Vecka:").keys("familjer\r").shows("Familjer:").keys("rundtur\r").shows("Rundtur 1 av 6");
    terminal.keys("/ lin\r").shows("Rundtur 2 av 6").keys("slut\r").hides("Rundtur").shows("12 av 12").keys("slut\r");
    assert!(terminal.ends());
}

#[test]
fn whoever_comes_for_the_first_time_is_told_of_it_and_nobody_is_told_twice() {
    let casebook = Casebook::new();
    let new = casebook.path("new");
    fs::write(&new, format!("{PASSPHRASE}\n")).unwrap();
    fs::set_permissions(&new, Permissions::from_mode(0o600)).unwrap();
    let added = ["user", "add", "Bo", "--role", "support_person", "--new-passphrase-file", new.to_str().unwrap()];
    casebook.run(&[&["--user", "Karin"], &added[..]].concat());
    let user = [("TRYGG_USER", "Bo")];
    let mut terminal = Terminal::open_with(&casebook, &user);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Ny här? F10 är en rundtur på sex steg");
    terminal.shows("Ctrl-P byter den");
    terminal.keys("2").hides("Ny här?").keys("q");
    assert!(terminal.ends());
    let mut terminal = Terminal::open_with(&casebook, &user);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Någon annan har gett dig lösenfrasen: Ctrl-P");
    terminal.keys("2").shows("Familjer");
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("Ny h"), "told twice");
}

#[test]
fn what_was_practised_is_there_all_day_and_forgotten_the_next() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::practise(&casebook, "2026-11-21");
    terminal.shows("ÖVNING").keys("/").keys("lin\r").shows("LINDSTRÖM").keys("+").keys("igår @mamma -- övat\r");
    terminal.shows("Sparat").keys("q");
    assert!(terminal.ends());
    let mut same = Terminal::practise(&casebook, "2026-11-21");
    same.shows("ÖVNING").keys("/").keys("lin\r").shows("LINDSTRÖM").keys("3").shows("övat").keys("q");
    assert!(same.ends());
    let mut next = Terminal::practise(&casebook, "2026-11-22");
    next.shows("ÖVNING").keys("/").keys("lin\r").shows("LINDSTRÖM").keys("3").shows("fr 27/11").hides("övat").keys("q");
    assert!(next.ends());
}
