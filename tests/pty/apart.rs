//! A mother whom a child must not meet: seen on every screen, in every file.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn a_stopped_contact_is_stopped_everywhere() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("/lin\r").shows("LINDSTRÖM").keys("5").shows("Umgänge · Elias Lindström");
    terminal.keys("+").keys("Elias @Sara 28/11 10-12 steg4 stöd:Karin plats:Lekoteket\r").shows("Sparat: planerat");

    // The contact is stopped until further notice.
    terminal.keys("b").shows("▸Slag").keys("stoppat\t").keys("21/11\t").keys("tills vidare").keys("\x13");
    terminal.shows("Sparat").shows("stoppat").hides("nästa lö 28/11");
    terminal.keys("1").shows("stoppat").hides("ingen umgängesstödjare");
    terminal.keys("5").keys("+").keys("Noah @Elias @Sara 5/12 10-12").shows("stoppat tills vidare").keys("\r");
    terminal.hides("Sparat: planerat").keys("\x04y");
    terminal.keys("q");
    assert!(terminal.ends());

    let run = |words: &[&str]| casebook.run(&[&["--user", "Karin"], words].concat());
    let listed = run(&["list", "visits", "--json", "--from", "2026-11-21", "--to", "2026-12-20"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed[0]["stopped"], "stopped", "{listed}");
    assert_eq!(listed[0]["outcome"], "planned", "{listed}");
    assert!(!run(&["export", "visits", "--format", "ics"]).contains("BEGIN:VEVENT"));
    assert!(run(&["show", "family", "A-1"]).contains("tills vidare"));
}
