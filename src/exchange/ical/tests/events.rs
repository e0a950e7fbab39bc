//! Calendars of those who plan visits: what takes place, what it is called, and what was called off.

use super::incoming::wrapped;
use super::*;

/// The events from January 2026 to March 2027.
fn events(lines: &str) -> Events {
    read_events(wrapped(lines).as_bytes(), day("2026-01-01"), day("2027-03-31")).unwrap()
}

/// Each time as `05 1500-1700 given 05 1500 a Title`, of March 2026.
fn told(events: &Events) -> Vec<String> {
    let form = |time: &Timed| {
        let (from, until, given) =
            (time.from.format("%d %H%M"), time.until.format("%H%M"), time.given.format("%d %H%M"));
        format!("{from}-{until} given {given} {} {}", time.said.uid, time.said.summary)
    };
    events.times.iter().map(form).collect()
}

#[test]
fn an_event_says_what_it_is() {
    let found = events(
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Umgänge\\, \u{1b}[1mElias\\nmed mamma\nCATEGORIES:Grupp\\, grön,Väntar\n\
         CATEGORIES:Två\nLOCATION:Rum 2\nSTATUS:tentative\nSEQUENCE:4\nTRANSP:TRANSPARENT\n\
         DTSTART:20260305T150000\nDURATION:PT2H\nEND:VEVENT",
    );
    let expected = Said {
        line: 4,
        uid: "a".to_owned(),
        summary: "Umgänge, Elias med mamma".to_owned(),
        categories: ["Grupp, grön", "Väntar", "Två"].map(str::to_owned).to_vec(),
        location: "Rum 2".to_owned(),
        status: "TENTATIVE".to_owned(),
        sequence: 4,
        repeats: false,
        is_exception: false,
    };
    assert_eq!((&*found.times[0].said, found.times.len()), (&expected, 1));
    assert_eq!(found.whole["a"].summary, expected.summary);
}

#[test]
fn what_takes_place_is_told_one_by_one() {
    let event = |lines: &str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let weekly = event(
        "UID:a\nSUMMARY:S\nDTSTART:20260305T150000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260312T150000",
    );
    let moved = event("UID:a\nSUMMARY:M\nRECURRENCE-ID:20260319T150000\nDTSTART:20260320T100000\nDURATION:PT1H");
    for (name, lines, expected) in [
        ("a series", weekly.clone(), &["05 1500-1700 given 05 1500 a S", "19 1500-1700 given 19 1500 a S"][..]),
        ("one moved", weekly.clone() + &moved, &["05 1500-1700 given 05 1500 a S", "20 1000-1100 given 19 1500 a M"]),
        ("no time", event("UID:b\nSUMMARY:B\nDTSTART:20260305T150000"), &["05 1500-1500 given 05 1500 b B"]),
        (
            "from a time on",
            weekly.clone()
                + &event(
                    "UID:a\nSUMMARY:F\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260312T150000\n\
                     DTSTART:20260312T160000\nDURATION:PT1H",
                ),
            &["05 1500-1700 given 05 1500 a S", "12 1600-1700 given 12 1500 a F", "19 1600-1700 given 19 1500 a F"],
        ),
    ] {
        assert_eq!(told(&events(&lines)), expected, "{name}");
    }
    // What is named singly is told wherever it lies, for it may have been moved there; a series only within the days.
    let away = "DTSTART:20290305T150000\nDURATION:PT2H";
    let away = event(&format!("UID:c\n{away}")) + &event(&format!("UID:d\n{away}\nRRULE:FREQ=DAILY"));
    let found = events(&away);
    assert_eq!(found.times.iter().map(|time| time.said.uid.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(found.whole.len(), 2);
}

#[test]
fn what_is_called_off_is_told_beside_what_takes_place() {
    let event = |lines: &str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let series = event("UID:a\nDTSTART:20260305T150000\nDURATION:PT2H\nRRULE:FREQ=DAILY;COUNT=2");
    let off = "UID:a\nSTATUS:CANCELLED\nRECURRENCE-ID:20260306T150000\nDTSTART:20260306T150000";
    for (name, lines, times, whole, called_off) in [
        ("one of a series", series.clone() + &event(off), 1, 1, 1),
        ("one of a series that the file does not tell", event(off), 0, 0, 1),
        ("all of it", series.replace("UID:a", "UID:a\nSTATUS:CANCELLED"), 0, 1, 0),
        ("at a time that cannot be read", event("UID:a\nSTATUS:CANCELLED\nDTSTART:nyss"), 0, 1, 0),
        ("by the method of the file", format!("METHOD:CANCEL\n{series}"), 0, 1, 0),
    ] {
        let found = events(&lines);
        assert_eq!(
            (found.times.len(), found.whole.len(), found.called_off.len()),
            (times, whole, called_off),
            "{name}"
        );
        assert_eq!(found.unread, [], "{name}");
    }
}

#[test]
fn a_calendar_is_known_by_how_it_begins() {
    for (bytes, is) in [
        (&b"BEGIN:VCALENDAR\r\n"[..], true),
        (b"\xef\xbb\xbf\r\nbegin:vcalendar", true),
        (b"case_ref,child_ref\n", false),
        (b"BEGIN:VCARD", false),
        (b"", false),
    ] {
        assert_eq!(is_calendar(bytes), is, "{bytes:?}");
    }
}
