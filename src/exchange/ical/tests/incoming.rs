//! Calendars as others write them.

use std::fmt::Write as _;

use super::*;

/// A calendar of these lines, as files have them.
pub(super) fn wrapped(lines: &str) -> String {
    let mut text = "\u{feff}BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Karin\r\n".to_owned();
    lines.lines().for_each(|line| write!(text, "{}\r\n", line.trim_start()).unwrap());
    text + "END:VCALENDAR\r\n\r\n"
}

pub(super) fn event(lines: &str) -> String {
    wrapped(&format!("BEGIN:VEVENT\nUID:a\nSUMMARY:Tandläkare\n{lines}\nEND:VEVENT"))
}

/// What is read for January 2026 to March 2027.
pub(super) fn read(text: impl AsRef<[u8]>) -> Reading {
    read_busy(text.as_ref(), day("2026-01-01"), day("2027-03-31")).unwrap()
}

/// Busy times as "2026-01-03 10:00 - 2026-01-03 11:00", of a file in which every event can be used.
pub(super) fn busy(text: impl AsRef<[u8]>) -> Vec<String> {
    let found = read(text);
    assert_eq!(found.unread, []);
    told(&found)
}

pub(super) fn told(reading: &Reading) -> Vec<String> {
    let form = |time: NaiveDateTime| time.format("%Y-%m-%d %H:%M").to_string();
    reading.busy.iter().map(|one| format!("{} - {}", form(one.from), form(one.until))).collect()
}

#[test]
fn a_series_that_begins_where_the_clocks_pass_over_its_end_keeps_its_length() {
    let zone = ";TZID=Europe/Stockholm:20260329T";
    let found = busy(event(&format!("DTSTART{zone}010000\nDTEND{zone}020000\nRRULE:FREQ=WEEKLY;COUNT=2")));
    assert_eq!(found[1], "2026-04-05 01:00 - 2026-04-05 02:00");
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
        // With something in front, as Evolution and older Thunderbirds have it; with a colon, as Exchange has it.
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20260103T090000\nDURATION:PT1H",
            "2026-01-03 10:00 - 2026-01-03 11:00",
        ),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20260103T090000\nDURATION:PT1H", "2026-01-03 10:00 - 2026-01-03 11:00"),
        // No zone: Swedish time. Seconds may be missing.
        ("DTSTART:20260103T090000\nDURATION:P1DT2H", "2026-01-03 09:00 - 2026-01-04 11:00"),
        ("DTSTART:20260103T0900\nDURATION:PT1H", "2026-01-03 09:00 - 2026-01-03 10:00"),
        ("dtstart;value=date-time:20260103T090000\nduration:pt1h", "2026-01-03 09:00 - 2026-01-03 10:00"),
        // Whole days; the last is not included, unless it is the only one.
        ("DTSTART;VALUE=DATE:20260103\nDTEND;VALUE=DATE:20260106", "2026-01-03 00:00 - 2026-01-06 00:00"),
        ("DTSTART;VALUE=DATE:20260103\nDTEND;VALUE=DATE:20260103", "2026-01-03 00:00 - 2026-01-04 00:00"),
        ("DTSTART;VALUE=DATE:20260103", "2026-01-03 00:00 - 2026-01-04 00:00"),
        ("DTSTART;VALUE=DATE:20260103\nDURATION:P1W", "2026-01-03 00:00 - 2026-01-10 00:00"),
        // Over an edge of the window.
        ("DTSTART:20251231T220000\nDTEND:20260101T020000", "2025-12-31 22:00 - 2026-01-01 02:00"),
        // The hour that the clock shows twice.
        ("DTSTART:20261025T003000Z\nDTEND:20261025T011500Z", "2026-10-25 02:30 - 2026-10-25 03:15"),
        // A day is a day on the clock, hours are hours.
        ("DTSTART;TZID=Europe/Stockholm:20260328T120000\nDURATION:P1D", "2026-03-28 12:00 - 2026-03-29 12:00"),
        ("DTSTART;TZID=Europe/Stockholm:20260328T120000\nDURATION:PT24H", "2026-03-28 12:00 - 2026-03-29 13:00"),
        ("DTSTART;TZID=Europe/Stockholm:20261024T120000\nDURATION:PT24H", "2026-10-24 12:00 - 2026-10-25 11:00"),
        ("DTSTART;TZID=Europe/Stockholm:20260328T120000\nDURATION:P1DT1H", "2026-03-28 12:00 - 2026-03-29 13:00"),
        // The hour that the clock skips is the next.
        ("DTSTART;TZID=Europe/Stockholm:20260329T023000\nDURATION:PT1H", "2026-03-29 03:30 - 2026-03-29 04:30"),
    ] {
        assert_eq!(busy(event(lines)), [expected], "{lines}");
    }
}

#[test]
fn what_takes_up_no_time_is_left_out() {
    let at = "DTSTART:20260103T090000Z\nDTEND:20260103T103000Z";
    for lines in [
        &format!("{at}\nTRANSP:TRANSPARENT"),
        &format!("{at}\nTRANSP:transparent"),
        &format!("{at}\nSTATUS:CANCELLED"),
        &format!("{at}\nTRANSP:OPAQUE\nX-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        "DTSTART:20260103T090000Z",
        "DTSTART:20260103T090000Z\nDTEND:20260103T090000Z",
        "DTSTART:20251231T090000Z\nDTEND:20251231T225959Z",
        "DTSTART:20270331T220000Z\nDURATION:PT1H",
    ] {
        assert_eq!(busy(event(lines)), [""; 0], "{lines}");
    }
    for word in ["BUSY", "TENTATIVE", "OOF", "WORKINGELSEWHERE"] {
        let lines = format!("{at}\nTRANSP:TRANSPARENT\nX-MICROSOFT-CDO-BUSYSTATUS:{word}");
        assert_eq!(busy(event(&lines)).len(), 1, "{word}");
    }
    assert_eq!(busy(event(at).replace("VERSION:2.0", "METHOD:CANCEL")), [""; 0]);
    let task = format!("BEGIN:VTODO\nUID:b\n{at}\nEND:VTODO");
    assert_eq!(busy(wrapped(&task)), [""; 0]);
    assert_eq!(busy(wrapped("")), [""; 0]);
    // An alarm has times of its own.
    let alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5M\nREPEAT:2\nEND:VALARM";
    assert_eq!(busy(event(&format!("{at}\n{alarm}"))), ["2026-01-03 10:00 - 2026-01-03 11:30"]);
}

/// Each rule with its first day and the days it gives, with a beginning at 9 in Stockholm.
#[test]
fn rules() {
    for (lines, expected) in [
        // Until the beginning of the last, in UTC, as Outlook has it; until a day; a number of times.
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112T080000Z;BYDAY=MO", &["01-05", "01-12"][..]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112;BYDAY=MO", &["01-05", "01-12"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112T090000;BYDAY=MO", &["01-05", "01-12"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260112T075959Z;BYDAY=MO", &["01-05"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2", &["01-05", "01-12"]),
        ("rrule:freq=weekly;count=2;X-WHY=so", &["01-05", "01-12"]),
        // One that ended before it began, as Google leaves behind.
        ("RRULE:FREQ=WEEKLY;UNTIL=20260101T225959Z", &[]),
        // Left out by time, by day, in UTC, on the series' own clock; added.
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Stockholm:20260106T090000", &["01-05", "01-07"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260105,20260107", &["01-06"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260105T080000Z", &["01-06", "01-07"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260105T090000", &["01-06", "01-07"]),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/London:20260105T080000", &["01-06", "01-07"]),
        ("RDATE;TZID=Europe/Stockholm:20260108T090000,20260120T090000", &["01-05", "01-08", "01-20"]),
        ("RDATE;VALUE=PERIOD:20260108T080000Z/PT1H,20260109T080000Z/20260109T090000Z", &["01-05", "01-08", "01-09"]),
        ("RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2", &["01-05", "01-06", "01-12"]),
        ("RRULE:FREQ=DAILY;COUNT=7\nEXRULE:FREQ=WEEKLY;BYDAY=SA,SU", &["01-05", "01-06", "01-07", "01-08", "01-09"]),
        // A first time that the rule does not give counts none the less.
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2", &["01-05", "01-06", "01-13"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260301", &["01-05", "01-30", "02-27"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20260110", &["01-05"]),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=1", &["01-05", "05-11"]),
        // Weeks by number and nothing more: the weekday of the first. Weekdays with and without a place.
        ("RRULE:FREQ=YEARLY;BYWEEKNO=20;COUNT=1", &["01-05", "05-11"]),
        (
            "RRULE:FREQ=MONTHLY;BYDAY=1MO,FR;UNTIL=20260131",
            &["01-05", "01-09", "01-16", "01-23", "01-30", "01-02"][..5],
        ),
        ("RRULE:FREQ=MONTHLY;BYDAY=-5MO,5FR;UNTIL=20260401", &["01-05", "01-30", "03-02"]),
        // In a week a place means nothing.
        ("RRULE:FREQ=WEEKLY;BYDAY=1MO;COUNT=3", &["01-05", "01-12", "01-19"]),
        ("RRULE:FREQ=DAILY;BYDAY=MO,WE;BYSETPOS=1;COUNT=3", &["01-05", "01-07", "01-12"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", &["01-05", "01-30", "02-27"]),
        // RFC 5545: every other week on Tuesday and Sunday, with weeks that begin on Monday and on Sunday.
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", &["01-05", "01-06", "01-11", "01-20", "01-25"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", &["01-05", "01-06", "01-18", "01-20", "02-01"]),
    ] {
        let text = event(&format!("DTSTART;TZID=Europe/Stockholm:20260105T090000\nDURATION:PT1H\n{lines}"));
        let expected: Vec<String> = expected.iter().map(|day| format!("2026-{day} 09:00 - 2026-{day} 10:00")).collect();
        assert_eq!(busy(text), expected, "{lines}");
    }
}

#[test]
fn a_series_goes_by_its_own_clock() {
    // New York changes its clock three weeks before Stockholm.
    let lines = "DTSTART;TZID=America/New_York:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5";
    let starts: Vec<String> = busy(event(lines)).iter().map(|one| one[..16].to_owned()).collect();
    let expected = ["2026-03-02 15:00", "2026-03-09 14:00", "2026-03-16 14:00", "2026-03-23 14:00", "2026-03-30 15:00"];
    assert_eq!(starts, expected);
    // A night is until six, whatever the clock did.
    let night = "DTSTART;TZID=Europe/Stockholm:20260327T220000\nDTEND;TZID=Europe/Stockholm:20260328T060000\n\
        RRULE:FREQ=DAILY;COUNT=2";
    assert_eq!(busy(event(night))[1], "2026-03-28 22:00 - 2026-03-29 06:00");
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
        (other("a", ":20260106T090000", later), "2026-01-09 15:00 - 2026-01-09 17:00"),
        (other("a", ";VALUE=DATE:20260106", &format!("{later}\nTRANSP:OPAQUE")), "2026-01-09 15:00 - 2026-01-09 17:00"),
        (other("a", ":20260106T080000Z", &format!("{later}\nSTATUS:CANCELLED")), ""),
        (other("a", ":20260106T080000Z", "STATUS:CANCELLED"), ""),
        (other("a", ":20260106T080000Z", &format!("{later}\nTRANSP:TRANSPARENT")), ""),
        (other("b", ":20260106T080000Z", &format!("{later}\nSTATUS:CANCELLED")), "2026-01-06 09:00 - 2026-01-06 10:00"),
    ] {
        let found = busy(wrapped(&format!("{others}{series}")));
        assert_eq!(found.len(), if expected.is_empty() { 3 } else { 4 }, "{others}: {found:?}");
        assert_eq!(found[0], first);
        assert!(expected.is_empty() || found.iter().any(|one| one == expected), "{others}: {found:?}");
    }
    // And for all that follow: moved, longer, free, but for the one that is otherwise again.
    let from_then = |lines: &str| other("a", ";RANGE=THISANDFUTURE:20260106T080000Z", lines);
    let again = other("a", ":20260107T080000Z", "DTSTART:20260110T120000\nDURATION:PT1H");
    for (others, expected) in [
        (
            from_then("DTSTART:20260106T110000\nDURATION:PT2H"),
            &[
                "2026-01-06 11:00 - 2026-01-06 13:00",
                "2026-01-07 11:00 - 2026-01-07 13:00",
                "2026-01-08 11:00 - 2026-01-08 13:00",
            ][..],
        ),
        (
            from_then("DTSTART:20260106T110000\nDURATION:PT2H") + &again,
            &[
                "2026-01-06 11:00 - 2026-01-06 13:00",
                "2026-01-08 11:00 - 2026-01-08 13:00",
                "2026-01-10 12:00 - 2026-01-10 13:00",
            ],
        ),
        (from_then("STATUS:CANCELLED"), &[]),
    ] {
        let found = busy(wrapped(&format!("{series}\n{others}")));
        assert_eq!(found[0], first);
        assert_eq!(found[1..], *expected, "{others}");
    }
}

#[test]
fn the_newest_version_stands() {
    let version = |lines: &str| format!("BEGIN:VEVENT\nUID:a\nDURATION:PT1H\n{lines}\nEND:VEVENT\n");
    let at = |hour: u32| format!("2026-01-05 {hour:02}:00 - 2026-01-05 {:02}:00", hour + 1);
    for (first, second, expected) in [
        ("SEQUENCE:0\nDTSTART:20260105T090000", "SEQUENCE:2\nDTSTART:20260105T130000", vec![at(13)]),
        ("SEQUENCE:2\nDTSTART:20260105T090000", "DTSTART:20260105T130000", vec![at(9)]),
        (
            "DTSTAMP:20260102T000000Z\nDTSTART:20260105T090000",
            "DTSTAMP:20260101T000000Z\nDTSTART:20260105T130000",
            vec![at(9)],
        ),
        ("SEQUENCE:1\nDTSTART:20260105T090000", "SEQUENCE:2\nSTATUS:CANCELLED\nDTSTART:20260105T090000", vec![]),
        // Two that are alike but for their times are two.
        ("DTSTART:20260105T090000", "DTSTART:20260105T130000", vec![at(9), at(13)]),
    ] {
        assert_eq!(busy(wrapped(&(version(first) + &version(second)))), expected, "{first}, {second}");
        assert_eq!(busy(wrapped(&(version(second) + &version(first)))), expected, "{second}, {first}");
    }
    // Without a name of its own an event is itself.
    let nameless =
        (version("DTSTART:20260105T090000") + &version("SEQUENCE:4\nDTSTART:20260105T130000")).replace("UID:a\n", "");
    assert_eq!(busy(wrapped(&nameless)), [at(9), at(13)]);
    // What was said of one time of a series goes when all of it is cancelled.
    let series = version("SEQUENCE:3\nSTATUS:CANCELLED\nDTSTART:20260105T090000\nRRULE:FREQ=DAILY;COUNT=3");
    let moved = version("SEQUENCE:2\nRECURRENCE-ID:20260106T090000\nDTSTART:20260106T110000");
    assert_eq!(busy(wrapped(&(series + &moved))), [""; 0]);
}

#[test]
fn zones_that_the_file_tells() {
    let zone = |name: &str, winter: &str, summer: &str| {
        format!(
            "BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:{summer}\n\
            TZOFFSETTO:{winter}\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
            DTSTART:16010101T020000\nTZOFFSETFROM:{winter}\nTZOFFSETTO:{summer}\n\
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
        )
    };
    let at = |name: &str, start: &str| {
        format!(
            "BEGIN:VEVENT\nUID:a\nDTSTART;TZID={name}:{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT"
        )
    };
    for (winter, summer, start, expected) in [
        ("+0100", "+0200", "20260703T090000", ["2026-07-03 09", "2026-07-10 09"]),
        ("+0100", "+0200", "20260103T090000", ["2026-01-03 09", "2026-01-10 09"]),
        ("+0900", "+1000", "20260703T180000", ["2026-07-03 10", "2026-07-10 10"]),
        ("-0500", "-0400", "20260103T090000", ["2026-01-03 15", "2026-01-10 15"]),
        // Over a change of the clock that is told, on the day itself.
        ("+0000", "+0100", "20260322T090000", ["2026-03-22 10", "2026-03-29 10"]),
        ("+0000", "+0000", "20260322T090000", ["2026-03-22 10", "2026-03-29 11"]),
        ("-053000", "-0430", "20260103T090000", ["2026-01-03 15", "2026-01-10 15"]),
    ] {
        let file = wrapped(&(zone("Kontoret: plan 2", winter, summer) + &at("\"Kontoret: plan 2\"", start)));
        let starts: Vec<String> = busy(&file).iter().map(|one| one[..13].to_owned()).collect();
        assert_eq!(starts, expected, "{winter} {summer} {start}");
    }
    // Single changes, as Apple and Thunderbird tell the years before a rule; the last one stands.
    let single = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20251026T030000\nTZOFFSETFROM:+0200\n\
        TZOFFSETTO:+0100\nRDATE:20261025T030000\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20260329T020000\n\
         TZOFFSETFROM:+0100\n\
        TZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    for (start, hour) in [("20260103T090000", 9), ("20260703T090000", 9), ("20261204T090000", 9)] {
        let starts = busy(wrapped(&(single.to_owned() + &at("X", start))));
        assert_eq!(starts[0][11..13], format!("{hour:02}"), "{start}");
    }
    // One that tells nothing goes by where it says it is.
    let named = "BEGIN:VTIMEZONE\nTZID:X\nX-LIC-LOCATION:Europe/London\nEND:VTIMEZONE\n";
    assert_eq!(busy(wrapped(&(named.to_owned() + &at("X", "20260103T090000"))))[0][..13], *"2026-01-03 10");
}

#[test]
fn times_that_a_server_publishes() {
    let file = wrapped(
        "BEGIN:VFREEBUSY\nUID:f\nDTSTART:20260101T000000Z\nDTEND:20260201T000000Z\n\
        FREEBUSY:20260105T080000Z/20260105T090000Z,20260106T080000Z/PT30M\n\
        FREEBUSY;FBTYPE=FREE:20260107T080000Z/PT8H\nFREEBUSY;FBTYPE=BUSY-TENTATIVE:20260108T080000Z/PT1H\n\
        FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20251201T080000Z/PT1H\nEND:VFREEBUSY",
    );
    let expected = [
        "2026-01-05 09:00 - 2026-01-05 10:00",
        "2026-01-06 09:00 - 2026-01-06 09:30",
        "2026-01-08 09:00 - 2026-01-08 10:00",
    ];
    assert_eq!(busy(&file), expected);
    let faulty = read(file.replace("20260106T080000Z/PT30M", "20260106T08/halvtimme"));
    assert_eq!((faulty.busy.len(), faulty.unread.len(), faulty.unread[0].day), (2, 1, Some(day("2026-01-06"))));
}
