//! The programme in one family: what a child says at the start, goals, three sessions, what it says half a year later,
//! an evening in a group, and a referral that nobody takes; the check-in sees all of it.

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

const SAVE: &str = "\x13";
const LEAVE: &str = "\x1b";

/// Half a year after [`crate::casebook::TODAY`].
const LATER: &str = "2027-05-21";

/// Unlocks, and opens the page of the Lindströms with the mark on Elias.
fn at_elias(terminal: &mut Terminal) {
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan");
    terminal.keys("/").shows("Namn, personnummer").keys("lin\r").shows("LINDSTRÖM").keys("jjj").shows("▸Elias");
}

/// Says one line, as typed and then as kept.
fn said(terminal: &mut Terminal, line: &str, told: &str) {
    terminal.keys("+").keys(line).keys("\r").shows(told);
}

#[test]
fn from_a_low_answer_to_a_gap_and_all_of_it_at_the_check_in() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    at_elias(&mut terminal);
    // Nobody to tell: that is talked about by tomorrow.
    terminal.keys("m").shows("Så har jag det · Elias").keys("112333220243213").keys(SAVE);
    terminal.shows("ingen vuxen att berätta för").keys("1").shows("Prata med Elias");
    // What is weak asks for a goal.
    terminal.keys("6").shows("inget mål, och svagt").keys("n").shows("Nytt mål").keys("läsa ut en bok").keys(SAVE);
    terminal.shows("1 läsa ut en bok");
    said(&mut terminal, "mål @elias #psyko sova hela natten >15/1", "2 sova hela natten");
    // Three sessions, each with a step.
    for (line, now) in [("17/11 @elias mål1=-1", "-1"), ("18/11 @elias mål1=0", "0"), ("19/11 @elias mål1=+1", "+1")]
    {
        said(&mut terminal, line, "Sparat: träff Lindström");
        terminal.keys("6").shows(now);
    }
    terminal.keys("q");
    assert!(terminal.ends());

    // Half a year later: the child is asked again, and what changed so much that it counts is told.
    let mut terminal = Terminal::open_on(&casebook, LATER);
    at_elias(&mut terminal);
    terminal.keys("m").shows("Så har jag det · Elias").keys("334333334444343").keys(SAVE).shows("Sparat");
    terminal.keys("M").shows("1,3 → 3,3  bättre").shows("3,0 → 3,0  som förut").shows("mätt 2 gånger").keys(LEAVE);
    // An evening in a group, with one of the family there and two whom nobody asks for a name.
    terminal.keys("7n").shows("Ny grupp").keys("Föräldragruppen\tNORR\tföräld\tfre").keys(SAVE);
    terminal.shows("Inga möten ännu").keys("n").shows("Nytt möte").keys("\x15idag\t\tvardagen efter").keys(SAVE);
    terminal.shows("tema: vardagen efter").keys("a").keys("sara lind, 2 vuxna\r").shows("Sara, Lindström");
    // Nobody can take what he needs.
    terminal.keys(LEAVE).keys("/").keys("lin\r").keys("7").keys("\t").shows("lotsningar, Lindström");
    said(&mut terminal, "@elias läxhjälp på kvällen #skola -- ingen hemma", "läxhjälp på kvällen");
    terminal.keys("G\r").shows("Läge").keys("\x15lucka").keys(SAVE).keys("\t").shows("Skolgång · Norr");
    // The team sits down.
    terminal.keys("1").shows("Veckan").keys("c").shows("AVSTÄMNING").keys("\r").shows("BERG").keys("n");
    terminal.shows("LINDSTRÖM").shows("1 Elias: läsa ut en bok  – → +1").shows("gruppmöten 1 av 1");
    terminal.shows("läxhjälp på kvällen  Elias  ingen erbjuder det").shows("Prata med Elias i enrum om ett svar");
    terminal.keys(LEAVE).shows("Veckan").keys("q");
    assert!(terminal.ends());
}
