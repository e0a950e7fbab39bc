//! A network map drawn together with a child, drawn again half a year later, and what changed.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

/// Twelve people, a line each.
const PEOPLE: [&str; 12] = [
    "sara 1 fam",
    "noah 1 fam",
    "mormor 2 sl",
    "moster 2 sl",
    "Ali 1 vän",
    "Moa 2 vän",
    "Eva 2 sk",
    "Per 3 sk",
    "Kim 3 fri",
    "Pia 3 pro",
    "Bo 2 pro",
    "Tim 3 sl",
];

#[test]
fn twelve_people_drawn_and_drawn_again() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("/lin\r").shows("LINDSTRÖM").keys("4").shows("Elias har ingen nätverkskarta än");

    let mut keys = 1;
    terminal.keys("n").shows("Sara · Noah");
    for (number, line) in (1..).zip(PEOPLE) {
        terminal.keys(line).keys("\r").shows(&format!("{number} i allt"));
        keys += line.chars().count() + 1;
    }
    terminal.keys("\x1b").shows("Sparat: nätverkskarta Elias").shows("karta 1 av 1").shows("ELIAS");
    keys += 1;
    assert!(keys < 150, "{keys} keys");

    // Half a year later: grandmother is closer, there is a coach, and the contact person is gone.
    terminal.keys("n").shows("Ny karta för Elias").keys("f").shows("Enter sparar");
    terminal.keys("tränare Jon 2 fri stark\r").shows("13 i allt").keys("\x1b[A").shows("Jon · tränare · ");
    terminal.keys("\t\t\t").shows("mormor · ").keys("\x1b[A").shows("ring 1");
    terminal.keys("s").shows("stark").keys("u").keys("\x12").shows("stark");
    terminal.keys("\x1b").shows("karta 2 av 2").keys("\t").shows("12 → 13").shows("+ Jon").shows("2→1");
    terminal.keys("\t").shows("FRITID").keys("\t").shows("storlek").shows("13");
    terminal.keys("q");
    assert!(terminal.ends());
}
