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
    terminal.keys("\x0c").shows("Registret är låst");
    for text in ["LINDSTRÖM", "Lindström", "Elias", "halvfärdigt", "Berg", "Familjer"] {
        terminal.hides(text);
    }
    terminal.keys(PASSPHRASE).keys("\r").shows("LINDSTRÖM").shows("Ett utkast väntar");
    terminal.keys("d").shows("+ igår -- halvfärdigt").keys("\r").shows("Sparat: träff Lindström").keys("q");
    assert!(terminal.ends());
}

#[test]
fn one_can_leave_at_the_door() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys("\x03");
    assert!(terminal.ends());
}
