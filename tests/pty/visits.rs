//! Visits over a new year: planned, moved, cancelled, supported by another, held, and taken out to a calendar.

use icalendar::{Calendar, CalendarComponent, Component};

use crate::casebook::{Casebook, PASSPHRASE};
use crate::terminal::Terminal;

#[test]
fn even_saturdays_over_a_new_year() {
    let casebook = Casebook::new();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Lösenfras").keys(PASSPHRASE).keys("\r").shows("Veckan").keys("2").shows("Familjer  4");
    terminal.keys("/lin\r").shows("LINDSTRÖM").keys("5").shows("Umgänge · Elias Lindström");

    // Planned, with a choice for the new year after week 53.
    terminal.keys("+").keys("Elias @Sara jämna lör 10-14 tom v22 steg4 stöd:Karin plats:Lekoteket");
    terminal.shows("lö 28/11, lö 12/12, lö 26/12").keys("\r").shows("båda är udda");
    terminal
        .shows("26/12, 16/1 2027")
        .shows("26/12, 9/1 2027")
        .keys("n")
        .shows("Sparat: planerat umgänge Elias – Sara");

    // The next is on the 28th; the one after it is moved to the Sunday.
    terminal.shows("▸28·").keys("\t").shows("▸12·");
    terminal.keys("m").shows("▸Dag").keys("13/12").keys("\x13").shows("Sparat: umgänge Elias – Sara sö 13/12");

    // The day after Christmas is cancelled by us: the supporter is ill.
    terminal.keys("\t").shows("▸26·").keys("o").shows("Varför?").keys("u");
    terminal.shows("inställt av oss: umgänges");

    // She is still ill on the 28th: a gap on the first screen.
    terminal.shows("▸26×").keys("\x1b[Z\x1b[Z").shows("▸28·");
    terminal
        .keys("f")
        .shows("Umgängesstödjare borta")
        .keys("\t")
        .keys("28/11")
        .keys("\x13")
        .shows("Sparat: frånvaro Karin");
    terminal.shows("skulle ha stött 1 besök").keys("\x1b");
    terminal.keys("2").shows("LINDSTRÖM").shows("! 1");
    terminal.keys("5").shows("▸28·").keys("\x1b").shows("ATT ORDNA 1").shows("Karin är borta");
    terminal.keys("\r").shows("Vem stöder Elias – Sara").keys("e").shows("▸Stödjare").keys("ny:Lena").keys("\x13");
    terminal.shows("steg 4, Lekoteket, Lena").hides("att ordna").hides("ATT ORDNA");

    // Today's is held, and the child has said something.
    terminal.keys("+").keys("Elias @Sara idag 8-9 planerad steg4 stöd:Lena\r").shows("Sparat: planerat umgänge");
    terminal.keys("g").shows("▸✓ lö 21/11 8–9").keys("s").shows("▸Barnets röst").keys("\t");
    terminal.keys("mamma läste för mig").keys("\x13").shows("Sparat: umgänge Elias – Sara lö 21/11");
    terminal.keys("\r").shows("mamma läste för mig").keys("\x1b").keys("q");
    assert!(terminal.ends());

    let file = casebook.path("elias.ics");
    let out = file.to_str().unwrap();
    let range = ["--from", "2026-11-21", "--to", "2027-02-28"];
    let words = ["--user", "Karin", "export", "visits", "--format", "ics", "--family", "A-1", "--out", out];
    casebook.run(&[&words[..], &range[..]].concat());
    let calendar: Calendar = std::fs::read_to_string(&file).unwrap().parse().unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    let texts: Vec<String> = events.iter().map(|event| event.to_string().replace("\r\n ", "")).collect();
    let all = texts.join("\n");
    assert!(all.contains("RRULE") && all.contains("INTERVAL=2"), "{all}");
    assert!(all.contains("EXDATE") && all.contains("20261226T100000"), "{all}");
    let moved =
        events.iter().find(|event| event.property_value("RECURRENCE-ID").is_some_and(|id| id.contains("20261212")));
    assert!(moved.unwrap().property_value("DTSTART").unwrap().contains("20261213T100000"), "{all}");
}
