//! Calendars that are torn, faulty, or made to keep us busy.

use std::fmt::Write as _;
use std::time::Duration;

use super::incoming::{busy, event, read, told, wrapped};
use super::*;

/// The lines as they stand are folded at every byte, inside letters too, and nothing comes of it.
#[test]
fn lines_are_opened_before_letters_are_read() {
    let whole =
        event("DTSTART;TZID=Europe/Stockholm:20260103T090000\nDURATION:PT1H\nDESCRIPTION:Räkor på smörgås i sjön");
    let expected = busy(&whole);
    let begins = whole.find("SUMMARY").unwrap();
    let ends = whole.find("END:VEVENT").unwrap();
    for fold in ["\r\n ", "\n\t", "\r "] {
        for cut in begins + 1..ends - 2 {
            let bytes = whole.as_bytes();
            if bytes[cut - 1] == b'\n' || bytes[cut - 1] == b'\r' || bytes[cut] == b'\r' || bytes[cut] == b'\n' {
                continue;
            }
            let folded = [&bytes[..cut], fold.as_bytes(), &bytes[cut..]].concat();
            assert_eq!(busy(&folded), expected, "{cut}");
        }
    }
    // Line ends of three kinds, blanks after them, Latin-1, an end that is forgotten.
    for text in [whole.replace("\r\n", "\n"), whole.replace("\r\n", "\r"), whole.replace("\r\n", "  \r\n")] {
        assert_eq!(busy(text), expected);
    }
    let latin: Vec<u8> = whole.chars().filter_map(|letter| u8::try_from(letter).ok()).collect();
    assert_eq!(busy(latin), expected);
    assert_eq!(busy(whole.replace("END:VEVENT\r\n", "")), expected);
    assert_eq!(busy(whole.replace("END:VEVENT\r\n", "END:VALARM\r\nEND:VEVENT\r\n")), expected);
    let deep = format!("{}{}", "BEGIN:X-DEEP\n".repeat(100_000), "END:X-DEEP\n".repeat(100_000));
    assert_eq!(busy(event(&format!("DTSTART;TZID=Europe/Stockholm:20260103T090000\nDURATION:PT1H\n{deep}"))), expected);
}

/// What cannot be used is passed over where it cannot matter, and else named; the rest is read all the same.
#[test]
fn one_event_does_not_stop_the_others() {
    let good = "BEGIN:VEVENT\nUID:g\nDTSTART:20260105T080000Z\nDURATION:PT1H\nEND:VEVENT";
    let at = "DTSTART:20260103T090000Z\nDURATION:PT1H";
    let zone = Why::Zone("Hemma".to_owned());
    for (lines, expected) in [
        ("DURATION:PT1H", Some((None, Why::Time))),
        ("DTSTART:i morgon\nDURATION:PT1H", Some((None, Why::Time))),
        ("DTSTART:20260231T090000\nDURATION:PT1H", Some((None, Why::Time))),
        ("DTSTART:20260203T250000\nDURATION:PT1H", Some((Some("2026-02-03"), Why::Time))),
        ("DTSTART:20260203T090000\nDURATION:en timme", Some((Some("2026-02-03"), Why::Time))),
        (&format!("{at}\nRDATE:sedan"), Some((Some("2026-01-03"), Why::Time))),
        (&format!("{at}\nEXDATE:sedan"), Some((Some("2026-01-03"), Why::Time))),
        (&format!("{at}\nRECURRENCE-ID:sedan"), Some((Some("2026-01-03"), Why::Time))),
        ("DTSTART;TZID=Hemma:20260103T090000\nDURATION:PT1H", Some((Some("2026-01-03"), zone.clone()))),
        (&format!("{at}\nRRULE:varje vecka"), Some((Some("2026-01-03"), Why::Rule))),
        (&format!("{at}\nRRULE:FREQ=SECONDLY"), Some((Some("2026-01-03"), Why::Rule))),
        (&format!("{at}\nRRULE:FREQ=YEARLY;RSCALE=CHINESE"), Some((Some("2026-01-03"), Why::Rule))),
        (&format!("{at}\nRRULE:FREQ=WEEKLY;INTERVAL=0"), Some((Some("2026-01-03"), Why::Rule))),
        (&format!("{at}\nRRULE:FREQ=DAILY\nEXRULE:ibland"), Some((Some("2026-01-03"), Why::Rule))),
        ("DTSTART:20260103T090000Z\nDTEND:20260103T080000Z", Some((Some("2026-01-03"), Why::Backwards))),
        // An old series that goes on.
        (
            "DTSTART;TZID=Hemma:20100103T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY",
            Some((Some("2010-01-03"), zone.clone())),
        ),
        // Before, after, ended before, free, cancelled.
        ("DTSTART;TZID=Hemma:20251229T090000\nDURATION:PT1H", None),
        ("DTSTART;TZID=Hemma:20270402T090000\nDURATION:PT1H", None),
        (
            "DTSTART;TZID=Hemma:20251201T090000\nDTEND;TZID=Hemma:20260105T090000",
            Some((Some("2025-12-01"), zone.clone())),
        ),
        ("DTSTART;TZID=Hemma:20251201T090000\nDURATION:P5W", Some((Some("2025-12-01"), zone))),
        ("DTSTART;TZID=Hemma:20100103T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20251201T000000Z", None),
        ("DTSTART;TZID=Hemma:20260103T090000\nDURATION:PT1H\nTRANSP:TRANSPARENT", None),
        ("DTSTART;TZID=Hemma:20260103T090000\nDURATION:PT1H\nSTATUS:CANCELLED", None),
    ] {
        let title = "SUMMARY:Tand\\, och\\nläkare";
        let found = read(wrapped(&format!("BEGIN:VEVENT\nUID:a\n{title}\n{lines}\nEND:VEVENT\n{good}")));
        assert_eq!(told(&found), ["2026-01-05 09:00 - 2026-01-05 10:00"], "{lines}");
        let unread: Vec<_> =
            found.unread.iter().map(|one| (one.title.as_str(), one.uid.as_str(), one.day, one.why.clone())).collect();
        let expected = expected.map(|(on, why)| ("Tand, och läkare", "a", on.map(day), why));
        assert_eq!(unread, expected.into_iter().collect::<Vec<_>>(), "{lines}");
    }
}

#[test]
fn what_is_no_calendar_is_told() {
    let at = "DTSTART:20260103T090000Z\nDURATION:PT1H";
    let hours = event(&format!("{at}\nRRULE:FREQ=HOURLY"));
    for (text, key) in [
        (String::new(), "calendar-none"),
        ("namn;datum\nKarin;2026-01-03\n".to_owned(), "calendar-none"),
        ("BEGIN:VCARD\nFN:Karin\nEND:VCARD\n".to_owned(), "calendar-none"),
        (event(at).replace("END:VCALENDAR", ""), "calendar-cut-off"),
        (event(at)[..120].to_owned(), "calendar-cut-off"),
        (hours.replace("20260103", "19010103"), "calendar-too-many"),
        ("x".repeat(MOST_BYTES + 1), "calendar-too-large"),
    ] {
        let problem = read_busy(text.as_bytes(), day("2026-01-01"), day("2030-12-31")).unwrap_err();
        assert_eq!(problem.key, key, "{}", text.chars().take(300).collect::<String>());
    }
    // A series of hours that began long ago takes no longer than one that began today.
    let found =
        read_busy(hours.replace("20260103", "19010103").as_bytes(), day("2026-01-01"), day("2026-01-31")).unwrap();
    assert_eq!(found.busy.len(), 31 * 24);
}

/// For how long this thread has worked, however busy the machine is.
fn worked() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap())
}

#[test]
fn a_file_made_to_keep_us_busy_does_not() {
    let mut vain = String::new();
    for number in 0..5_000 {
        let rule = "DTSTART:00010101T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9";
        writeln!(vain, "BEGIN:VEVENT\nUID:{number}\n{rule}\nEND:VEVENT").unwrap();
    }
    let many = |rule: &str| {
        let event = format!("BEGIN:VEVENT\nUID:x\nDTSTART:20000101T090000Z\nDURATION:PT1H\n{rule}\nEND:VEVENT\n");
        event.repeat(500)
    };
    let gone: String = (0..20_000)
        .map(|minute| {
            let time = NaiveDateTime::default() + Duration::from_secs(minute * 60);
            format!("EXDATE:{}Z\n", time.format("%Y%m%dT%H%M%S"))
        })
        .collect();
    let zones = |number: usize| {
        let change = "DTSTART:00010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=HOURLY";
        format!("BEGIN:VTIMEZONE\nTZID:{number}\nBEGIN:STANDARD\n{change}\nEND:STANDARD\nEND:VTIMEZONE\n")
    };
    let zones: String = (0..2_000).map(zones).collect();
    let counted = many("RRULE:FREQ=HOURLY;COUNT=999999999");
    for text in [vain, many("RRULE:FREQ=HOURLY"), many("RRULE:FREQ=DAILY"), many(&gone[..6_000]), zones, counted] {
        let begun = worked();
        let _ = read_busy(wrapped(&text).as_bytes(), day("2026-01-01"), day("2026-01-31"));
        let took = worked() - begun;
        assert!(took < Duration::from_secs(20), "{took:?}: {}", &text[..200]);
    }
}
