//! Calendars as others write them.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::*;

/// A calendar of these lines, as files have them.
fn wrapped(lines: &str) -> String {
    let mut text = "\u{feff}BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Karin\r\n".to_owned();
    lines.lines().for_each(|line| write!(text, "{}\r\n", line.trim_start()).unwrap());
    text + "END:VCALENDAR\r\n\r\n"
}

fn event(lines: &str) -> String {
    wrapped(&format!("BEGIN:VEVENT\nUID:a\nSUMMARY:Tandläkare\n{lines}\nEND:VEVENT"))
}

/// Busy times in January 2026 to March 2027, as "2026-01-03 10:00 - 2026-01-03 11:00".
fn busy(text: &str) -> Vec<String> {
    let form = |time: NaiveDateTime| time.format("%Y-%m-%d %H:%M").to_string();
    let found = read_busy(text, day("2026-01-01"), day("2027-03-31")).unwrap();
    found.iter().map(|one| format!("{} - {}", form(one.from), form(one.until))).collect()
}

#[test]
fn single_times() {
    for (lines, expected) in [
        // Universal time, in winter and in summer.
        ("DTSTART:20260103T090000Z\nDTEND:20260103T103000Z", "2026-01-03 10:00 - 2026-01-03 11:30"),
        ("DTSTART:20260703T090000Z\nDTEND:20260703T103000Z", "2026-07-03 11:00 - 2026-07-03 12:30"),
        // Zones by their names in the tz database and in Windows.
        (
            "DTSTART;TZID=Europe/London:20260103T090000\nDTEND;TZID=Europe/Paris:20260103T110000",
            "2026-01-03 10:00 - 2026-01-03 11:00",
        ),
        ("DTSTART;TZID=W. Europe Standard Time:20260703T090000\nDURATION:PT45M", "2026-07-03 09:00 - 2026-07-03 09:45"),
        (
            "DTSTART;TZID=\"W. Europe Standard Time\":20260703T090000\nDURATION:PT45M",
            "2026-07-03 09:00 - 2026-07-03 09:45",
        ),
        // No zone: Swedish time.
        ("DTSTART:20260103T090000\nDURATION:P1DT2H", "2026-01-03 09:00 - 2026-01-04 11:00"),
        // Whole days; the last is not included.
        ("DTSTART;VALUE=DATE:20260103\nDTEND;VALUE=DATE:20260106", "2026-01-03 00:00 - 2026-01-06 00:00"),
        ("DTSTART;VALUE=DATE:20260103", "2026-01-03 00:00 - 2026-01-04 00:00"),
        // Over an edge of the window.
        ("DTSTART:20251231T220000\nDTEND:20260101T020000", "2025-12-31 22:00 - 2026-01-01 02:00"),
        // The hour that the clock shows twice.
        ("DTSTART:20261025T003000Z\nDTEND:20261025T011500Z", "2026-10-25 02:30 - 2026-10-25 03:15"),
    ] {
        assert_eq!(busy(&event(lines)), [expected], "{lines}");
    }
}

#[test]
fn what_takes_up_no_time_is_left_out() {
    let at = "DTSTART:20260103T090000Z\nDTEND:20260103T103000Z";
    for lines in [
        &format!("{at}\nTRANSP:TRANSPARENT"),
        &format!("{at}\nSTATUS:CANCELLED"),
        "DTSTART:20260103T090000Z",
        "DTSTART:20260103T090000Z\nDTEND:20260103T080000Z",
        "DTSTART:20251231T090000Z\nDTEND:20251231T230000Z",
        "DTSTART:20270331T220000Z\nDURATION:PT1H",
    ] {
        assert_eq!(busy(&event(lines)), [""; 0], "{lines}");
    }
    let task = format!("BEGIN:VTODO\nUID:b\n{at}\nEND:VTODO");
    assert_eq!(busy(&wrapped(&task)), [""; 0]);
    assert_eq!(busy(&wrapped("")), [""; 0]);
    // An alarm has times of its own.
    let alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5M\nREPEAT:2\nEND:VALARM";
    assert_eq!(busy(&event(&format!("{at}\n{alarm}"))), ["2026-01-03 10:00 - 2026-01-03 11:30"]);
}

/// Each rule with its first day and the days it gives, with a beginning at 9 in Stockholm.
#[test]
fn rules() {
    for (lines, expected) in [
        // Until the beginning of the last, in UTC, as Outlook has it; until a day; a number of times.
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112T080000Z;BYDAY=MO", &["01-05", "01-12"][..]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112;BYDAY=MO", &["01-05", "01-12"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2", &["01-05", "01-12"]),
        // One that ended before it began, as Google leaves behind.
        ("RRULE:FREQ=WEEKLY;UNTIL=20260101T225959Z", &[]),
        // Left out by time, by day, in UTC; added.
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Stockholm:20260106T090000", &["01-05", "01-07"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260105,20260107", &["01-06"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260105T080000Z", &["01-06", "01-07"]),
        ("RDATE;TZID=Europe/Stockholm:20260108T090000,20260120T090000", &["01-05", "01-08", "01-20"]),
        // A first time that the rule does not give counts none the less.
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2", &["01-05", "01-06", "01-13"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260301", &["01-05", "01-30", "02-27"]),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=1", &["01-05", "05-11"]),
    ] {
        let text = event(&format!("DTSTART;TZID=Europe/Stockholm:20260105T090000\nDURATION:PT1H\n{lines}"));
        let expected: Vec<String> = expected.iter().map(|day| format!("2026-{day} 09:00 - 2026-{day} 10:00")).collect();
        assert_eq!(busy(&text), expected, "{lines}");
    }
}

#[test]
fn a_series_goes_by_its_own_clock() {
    // New York changes its clock three weeks before Stockholm.
    let lines = "DTSTART;TZID=America/New_York:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5";
    let starts: Vec<String> = busy(&event(lines)).iter().map(|one| one[..16].to_owned()).collect();
    let expected = ["2026-03-02 15:00", "2026-03-09 14:00", "2026-03-16 14:00", "2026-03-23 14:00", "2026-03-30 15:00"];
    assert_eq!(starts, expected);
}

#[test]
fn times_of_a_series_that_are_otherwise() {
    let series = "BEGIN:VEVENT\nUID:a\nSEQUENCE:1\nDTSTART;TZID=Europe/Stockholm:20260105T090000\nDURATION:PT1H\n\
        RRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT";
    let other = |uid: &str, instead: &str, lines: &str| {
        format!("BEGIN:VEVENT\nUID:{uid}\nSEQUENCE:5\nRECURRENCE-ID{instead}\n{lines}\nEND:VEVENT\n")
    };
    let later = "DTSTART:20260109T150000\nDURATION:PT2H";
    let first = "2026-01-05 09:00 - 2026-01-05 10:00";
    for (others, expected) in [
        (other("a", ":20260106T080000Z", later), "2026-01-09 15:00 - 2026-01-09 17:00"),
        (other("a", ";TZID=Europe/Stockholm:20260106T090000", later), "2026-01-09 15:00 - 2026-01-09 17:00"),
        (other("a", ";VALUE=DATE:20260106", &format!("{later}\nTRANSP:OPAQUE")), "2026-01-09 15:00 - 2026-01-09 17:00"),
        (other("a", ":20260106T080000Z", &format!("{later}\nSTATUS:CANCELLED")), ""),
        (other("a", ":20260106T080000Z", &format!("{later}\nTRANSP:TRANSPARENT")), ""),
        (other("b", ":20260106T080000Z", &format!("{later}\nSTATUS:CANCELLED")), "2026-01-06 09:00 - 2026-01-06 10:00"),
    ] {
        let found = busy(&wrapped(&format!("{others}{series}")));
        assert_eq!(found.len(), if expected.is_empty() { 3 } else { 4 }, "{others}: {found:?}");
        assert_eq!(found[0], first);
        assert!(expected.is_empty() || found.iter().any(|one| one == expected), "{others}: {found:?}");
    }
}

#[test]
fn a_zone_of_its_own_name_is_swedish_if_it_goes_like_the_swedish() {
    let zone = |name: &str, winter: &str, summer: &str| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:{summer}\n\
            TZOFFSETTO:{winter}\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:{winter}\n\
            TZOFFSETTO:{summer}\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:a\n\
            DTSTART;TZID={name}:20260703T090000\nDURATION:PT1H\nEND:VEVENT"
        )
    };
    assert_eq!(busy(&wrapped(&zone("Kontoret", "+0100", "+0200"))), ["2026-07-03 09:00 - 2026-07-03 10:00"]);
    let far = read_busy(&wrapped(&zone("Kontoret", "+0900", "+1000")), day("2026-01-01"), day("2026-12-31"));
    let problem = far.unwrap_err();
    assert_eq!((problem.key, &*problem.args[0].1), ("calendar-zone", "Kontoret"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let at = "DTSTART:20260103T090000Z\nDURATION:PT1H";
    let hours = event(&format!("{at}\nRRULE:FREQ=HOURLY"));
    for (text, key) in [
        (String::new(), "calendar-none"),
        ("namn;datum\nKarin;2026-01-03\n".to_owned(), "calendar-none"),
        ("BEGIN:VCARD\nFN:Karin\nEND:VCARD\n".to_owned(), "calendar-none"),
        (event(at).replace("END:VCALENDAR", ""), "calendar-cut-off"),
        (event(at)[..120].to_owned(), "calendar-cut-off"),
        (event("SUMMARY:Utan tid"), "calendar-time"),
        (event("DTSTART:i morgon\nDURATION:PT1H"), "calendar-time"),
        (event("DTSTART:20260231T090000\nDURATION:PT1H"), "calendar-time"),
        (event(&format!("{at}\nRDATE:sedan")), "calendar-time"),
        (event("DTSTART;TZID=Hemma:20260103T090000\nDURATION:PT1H"), "calendar-zone"),
        (event(&format!("{at}\nRRULE:varje vecka")), "calendar-rule"),
        (event(&format!("{at}\nRRULE:FREQ=SECONDLY")), "calendar-rule"),
        (event(&format!("{at}\nRRULE:FREQ=WEEKLY;BYWEEKNO=2")), "calendar-rule"),
        (event(&format!("{at}\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260103T090000Z")), "calendar-rule"),
        (hours.replace("20260103", "19010103"), "calendar-too-many"),
        ("x".repeat(MOST_BYTES + 1), "calendar-too-large"),
    ] {
        let problem = read_busy(&text, day("2026-01-01"), day("2030-12-31")).unwrap_err();
        assert_eq!(problem.key, key, "{}", text.chars().take(300).collect::<String>());
    }
}

#[test]
fn a_file_made_to_keep_us_busy_does_not() {
    let mut vain = String::new();
    for number in 0..5_000 {
        let rule = "DTSTART:20200101T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
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
    for text in [vain, many("RRULE:FREQ=HOURLY"), many("RRULE:FREQ=DAILY"), many(&gone[..6_000])] {
        let begun = Instant::now();
        let _ = read_busy(&wrapped(&text), day("2026-01-01"), day("2026-01-31"));
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}: {}", begun.elapsed(), &text[..200]);
    }
}
