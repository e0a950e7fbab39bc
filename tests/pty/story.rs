//! From an empty machine to a logged session.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn from_an_empty_machine_to_a_logged_session() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).shows(&"•".repeat(PASSPHRASE.len()));
    terminal
        .keys("\r")
        .shows("Veckan")
        .keys("2")
        .shows("Familjer  4")
        .hides("DEMO")
        .keys("/")
        .shows("Namn, personnummer")
        .keys("lin")
        .shows("▸Lindström")
        .keys("\r");
    terminal.shows("LINDSTRÖM").shows("Familjehem Dahl").shows("ett barn placerat, ett syskon hemma");
    terminal.keys("+").keys("igår 14-15:30 @mamma @elias #skola -- gick igenom läxorna");
    terminal.shows("✓  Lindström  fr 20/11  14–15.30  hembesök  samtal  Sara, Elias  Skolgång");
    terminal.keys("\r").shows("Sparat: träff Lindström").shows("gick igenom läxorna");
    terminal.keys("3").shows("fr 20/11 14–15.30").keys("q");
    assert!(terminal.ends());
    let listed: serde_json::Value =
        serde_json::from_str(&casebook.run(&["--user", "Karin", "list", "sessions", "--json"])).unwrap();
    let sessions = listed.as_array().unwrap();
    assert_eq!(sessions.len(), 1);
    let session = &sessions[0];
    assert_eq!(session["on"], "2026-11-20", "{session}");
    assert_eq!(session["note"], "gick igenom läxorna");
}
