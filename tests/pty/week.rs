//! The week at two terminals: what one registers, the other is asked to do.

use crate::casebook::Casebook;
use crate::terminal::Terminal;

/// Goes down to a line.
fn mark(terminal: &mut Terminal, line: &str) {
    for _ in 0..40 {
        if terminal.screen().contains(&format!("▸{line}")) {
            return;
        }
        let before = terminal.screen();
        terminal.keys("j");
        crate::terminal::wait_for("the marker to move", || terminal.screen() != before);
    }
    panic!("no {line} on\n{}", terminal.screen());
}

#[test]
fn a_placement_at_one_terminal_is_a_call_to_make_at_the_other() {
    let casebook = Casebook::demo();
    let mut other = Terminal::open(&casebook);
    // What is late fills a small screen; what is of today stands below it.
    other.shows("Veckan").resize(160, 50).shows("FÖRSENAT").hides("Ring Sara, krisstöd");
    let mut one = Terminal::open(&casebook);
    one.shows("Veckan").keys("/noah\r").shows("LINDSTRÖM").shows("▸Noah").keys("v").shows("Ny placering");
    one.keys("jourhem\tigår\x13").shows("Sparat: ny placering av Noah");
    // Nobody presses a key at the other one.
    other.shows("· Ring Sara, krisstöd").shows("· Ring Amir, krisstöd");
    mark(&mut other, "· Ring Sara, krisstöd");
    other.keys("\r").shows("Ny träff").shows("krisstöd").shows("telefon").keys("\x13").shows("Sparat: träff Lindström");
    other.hides("Ring Sara, krisstöd").shows("Ring Amir, krisstöd");
    let listed = casebook.run_demo(&["list", "due", "--from", "2026-11-21", "--to", "2026-11-21", "--json"]);
    let duties: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let calls: Vec<&str> = duties
        .as_array()
        .unwrap()
        .iter()
        .filter(|duty| duty["rule"] == "crisis_call" && duty["case_ref"] == "A-1")
        .map(|duty| duty["state"].as_str().unwrap())
        .collect();
    assert_eq!(calls, ["due", "met"], "{listed}");
    one.keys("q");
    assert!(one.ends());
    other.keys("q");
    assert!(other.ends());
}
