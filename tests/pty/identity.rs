//! A mother changes her surname to one that another person has, and stays who she is.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn a_mother_who_takes_a_name_that_somebody_has_stays_herself() {
    let casebook = Casebook::new();
    let take_in = |kind: &str, rows: &str| {
        let file = casebook.path(&format!("more-{kind}.csv"));
        std::fs::write(&file, rows).unwrap();
        casebook.run(&["--user", "Karin", "import", kind, file.to_str().unwrap()]);
    };
    take_in(
        "people",
        "ref,case_ref,given_name,family_name,role,lives\nP-8,A-2,Leo,Berg,child,at_home\nP-9,A-2,Mona,Ek,relative,\n",
    );
    take_in(
        "sessions",
        "case_ref,on,kind,mode,outcome,people,note\nA-2,2026-11-20,conversation,phone,held,P-4,om skolan\n",
    );
    take_in("visits", "case_ref,child_ref,with,on,contact,outcome\nA-2,P-8,P-4,2026-11-18,in_person,held\n");
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan");
    terminal.keys("/").shows("Namn, personnummer").keys("berg").shows("▸Berg").keys("\r").shows("BERG").shows("Mona");
    // Down to the mother, who is entered first.
    for _ in 0..12 {
        if terminal.screen().contains("▸Mona") {
            break;
        }
        terminal.keys("j").pause();
    }
    terminal.shows("▸Mona").keys("e").shows("Efternamn").keys("\t").keys("Ek").keys("\x13").shows("Sparat");
    terminal.keys("3").shows("om skolan").keys("e").shows("Deltagare");
    for _ in 0..30 {
        if terminal.screen().contains("▸Anteckning") {
            break;
        }
        terminal.keys("\t").pause();
    }
    terminal.keys(" och läxor").keys("\x13").shows("Sparat").keys("q");
    assert!(terminal.ends());
    let rows = |kind: &str, more: &[&str]| -> serde_json::Value {
        let words = [&["--user", "Karin", "list", kind, "--json"], more].concat();
        serde_json::from_str(&casebook.run(&words)).unwrap()
    };
    let people = rows("people", &[]);
    let surname = |reference: &str| {
        let found = people.as_array().unwrap().iter().find(|row| row["ref"] == reference).unwrap();
        found["family_name"].clone()
    };
    assert_eq!((surname("P-4"), surname("P-9")), ("Ek".into(), "Ek".into()), "two of one name");
    let session = &rows("sessions", &[])[0];
    assert!(session["note"].as_str().unwrap().contains("och läxor"), "{session}");
    assert_eq!(session["people"], serde_json::json!(["P-4"]), "the mother, by a word that is hers alone");
    let visit = &rows("visits", &["--from", "2026-11-01", "--to", "2026-11-20"])[0];
    assert_eq!(visit["with"], serde_json::json!(["P-4"]));
    // What is exported names them so that they come back.
    let file = casebook.path("sessions-out.csv");
    casebook.run(&["--user", "Karin", "export", "sessions", "--out", file.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("P-4"));
}
