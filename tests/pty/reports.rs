//! From a figure to a record to the mended record to the figure; a page for print out of what is on the screen.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

/// Sessions about school, and one of which nobody has said what it was about.
fn with_sessions() -> Casebook {
    let casebook = Casebook::new();
    let mut rows = "case_ref,on,kind,mode,outcome,minutes,areas\n".to_owned();
    for day in 2..7 {
        rows.push_str(&format!("A-1,2026-11-0{day},conversation,home_visit,held,60,school\n"));
    }
    rows.push_str("A-1,2026-11-09,conversation,home_visit,held,60,\n");
    let file = casebook.path("sessions.csv");
    fs::write(&file, rows).unwrap();
    casebook.run(&["--user", "Karin", "import", "sessions", file.to_str().unwrap()]);
    casebook
}

#[test]
fn from_a_figure_to_a_record_to_the_mended_record_to_the_figure() {
    let casebook = with_sessions();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan");
    terminal.keys("8").shows("▸Placeringar efter form").keys("jjjj\r").shows("Rapporter · Träffar").shows("[5]");
    terminal.shows("* är färre än 4 och fler än 0");
    // The records behind it.
    terminal.keys("\r").shows("Skolgång: Hållna · 5 poster").shows("Lindström").keys("\x1b").shows("[5]");
    // What is missing, and the form that fills it in.
    terminal.keys("G").shows("▸Saknas: område * av 5").keys("\r").shows("Saknas: område · 1 post");
    terminal.keys("\r").shows("▸Områden").keys("skolgång").keys("\x13").shows("Sparat: ändring av träff Lindström");
    terminal.keys("\x1b").shows("Rapporter · Träffar").hides("Saknas: område").keys("gg").shows("[6]");
    // A page of it.
    let page = casebook.path("page.html");
    terminal.keys("x").shows("▸Format").keys("html").keys("\t").keys("\x15").keys(page.to_str().unwrap());
    terminal.keys("\x13").shows("Rapporten är skriven");
    // Never into the casebook.
    terminal.keys("x").shows("▸Format").keys("csv").keys("\t").keys("\x15");
    terminal.keys(casebook.path("casebook/page.csv").to_str().unwrap()).keys("\x13").shows("katalog");
    terminal.keys("q");
    assert!(terminal.ends());
    assert!(!casebook.path("casebook/page.csv").exists());
    let told = fs::read_to_string(&page).unwrap();
    assert!(told.contains("<td>6</td>") && told.contains("Skolgång") && !told.contains("<script"), "{told}");
    assert_eq!(fs::metadata(&page).unwrap().permissions().mode() & 0o777, 0o600);
}
