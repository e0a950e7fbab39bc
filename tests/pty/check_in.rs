//! The weekly check-in at two terminals: ten families, gone through together, and a record of it.

use crate::casebook::Casebook;
use crate::terminal::Terminal;

#[test]
fn ten_families_are_gone_through_and_the_record_is_exported() {
    let casebook = Casebook::demo();
    let mut one = Terminal::open(&casebook);
    one.shows("Veckan").keys("c").shows("AVSTÄMNING").keys("sara\t").shows("alla, 12").keys("\r").shows("1 av 12");
    let mut other = Terminal::open(&casebook);
    other.shows("Veckan").keys("c").shows("1 av 12");
    // One has something to say of the first; the other sees the next one come by itself.
    one.keys("2skolan går trögt\tring skolan fre @sara\r").shows("2 av 12");
    other.shows("2 av 12");
    // A family is passed over, the other eight are as they were.
    one.keys("n").shows("3 av 12");
    for next in 4..=11 {
        one.keys("1\r").shows(&format!("{next} av 12"));
    }
    other.shows("11 av 12");
    one.keys("e")
        .shows("e igen avslutar")
        .keys("e")
        .shows("UPPGIFTER (1)")
        .shows("ring skolan")
        .shows("EJ GENOMGÅNGNA (3)");
    let exported = casebook.run_demo(&["export", "check-ins", "--from", "2026-11-21", "--to", "2026-11-21"]);
    assert!(
        exported.starts_with("case_ref,on,colour,sentence,decision,next_step,who,due_on,by,as_before\n"),
        "{exported}"
    );
    assert_eq!(exported.lines().count(), 10, "{exported}");
    assert!(exported.contains(",2026-11-21,yellow,skolan går trögt,,ring skolan,Sara,2026-11-27,Karin"), "{exported}");
    one.keys("\x1b").shows("Veckan").keys("q");
    assert!(one.ends());
    other.keys("\x1b").shows("Veckan").keys("q");
    assert!(other.ends());
}
