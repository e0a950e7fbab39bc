//! Named cases of files that go out, read by another library.

use chrono::{Months, Weekday};
use icalendar::{Component, EventLike};

use super::reader::shown;
use super::*;
use crate::domain::codes::{CancelledBy, MonthPlace, VisitOutcome, Week53};
use crate::domain::visit::{Ends, Pattern, Weekdays, When};

fn saturdays(pattern: Pattern, from: &str) -> Series {
    Series::new(pattern, Weekdays::only(Weekday::Sat), day(from))
}

fn days_shown(file: &str, from: &str, to: &str) -> Vec<String> {
    shown(file, day(from), day(to)).iter().map(|(start, ..)| start.date().to_string()).collect()
}

/// The values of a property, in the order of the file.
fn values(file: &str, property: &str) -> Vec<String> {
    let value = |line: &String| {
        let (name, value) = line.split_once(':')?;
        (name.split(';').next() == Some(property)).then(|| value.to_owned())
    };
    lines(file).iter().filter_map(value).collect()
}

fn given(of: &Arrangement, on: &str) -> Occurrence {
    Occurrence::given(ID, of, day(on))
}

fn moved(of: &Arrangement, from: &str, to: &str, start: Option<&str>) -> Occurrence {
    let when = When { on: day(to), start: start.map(clock), end: None, nights: 0 };
    given(of, from).moved(of, when, None)
}

#[test]
fn a_file_line_by_line() {
    let of = arrangement(saturdays(Pattern::Nth { weeks: 2 }, "2026-01-03").ending(Ends::Until(day("2026-03-31"))));
    let stored = [given(&of, "2026-01-17").left_out(None), moved(&of, "2026-01-31", "2026-02-01", Some("15:30"))];
    assert_eq!(
        lines(&file(&of, &stored)),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Trygg//Visits//SV",
            "METHOD:PUBLISH",
            "X-WR-TIMEZONE:Europe/Stockholm",
            "X-WR-CALNAME:Umgängen för Moa",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Stockholm",
            "BEGIN:DAYLIGHT",
            "DTSTART:19810329T020000",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:visit-k3f-7@trygg.invalid",
            "DTSTAMP:20260101T120000Z",
            "SEQUENCE:3",
            "DTSTART;TZID=Europe/Stockholm:20260103T100000",
            "DTEND;TZID=Europe/Stockholm:20260103T140000",
            "SUMMARY:Umgänge",
            "LOCATION:Lekoteket",
            "DESCRIPTION:Karin",
            "CLASS:PRIVATE",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "RRULE:FREQ=WEEKLY;UNTIL=20260328T225959Z;INTERVAL=2;BYDAY=SA;WKST=MO",
            "EXDATE;TZID=Europe/Stockholm:20260117T100000",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:visit-k3f-7@trygg.invalid",
            "DTSTAMP:20260101T120000Z",
            "SEQUENCE:3",
            "RECURRENCE-ID;TZID=Europe/Stockholm:20260131T100000",
            "DTSTART;TZID=Europe/Stockholm:20260201T153000",
            "DTEND;TZID=Europe/Stockholm:20260201T163000",
            "SUMMARY:Umgänge",
            "LOCATION:Lekoteket",
            "DESCRIPTION:Karin",
            "CLASS:PRIVATE",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn rules_by_pattern() {
    let even = |choice| Pattern::Even { week_53: Some(choice) };
    for (pattern, rules) in [
        (Pattern::Once, &[][..]),
        (Pattern::Week, &["FREQ=WEEKLY;BYDAY=SA;WKST=MO"]),
        (Pattern::Nth { weeks: 3 }, &["FREQ=WEEKLY;INTERVAL=3;BYDAY=SA;WKST=MO"]),
        (even(Week53::KeepFortnight), &["FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;WKST=MO"]),
        (Pattern::Monthly { place: MonthPlace::First }, &["FREQ=MONTHLY;BYDAY=1SA"]),
        (Pattern::Monthly { place: MonthPlace::Fifth }, &["FREQ=MONTHLY;BYDAY=5SA"]),
        (Pattern::Monthly { place: MonthPlace::Last }, &["FREQ=MONTHLY;BYDAY=-1SA"]),
    ] {
        let file = file(&arrangement(saturdays(pattern, "2026-01-03")), &[]);
        // The first two are those of the zone.
        assert_eq!(values(&file, "RRULE")[2..], *rules, "{pattern:?}");
    }
}

#[test]
fn even_saturdays_over_a_week_53_in_both_readings() {
    for (choice, over) in [
        (Some(Week53::KeepParity), ["2026-12-12", "2026-12-26", "2027-01-16", "2027-01-30"]),
        (None, ["2026-12-12", "2026-12-26", "2027-01-16", "2027-01-30"]),
        (Some(Week53::KeepFortnight), ["2026-12-12", "2026-12-26", "2027-01-09", "2027-01-23"]),
    ] {
        let of = arrangement(saturdays(Pattern::Even { week_53: choice }, "2026-09-01"));
        assert_eq!(days_shown(&file(&of, &[]), "2026-12-05", "2027-01-31"), over, "{choice:?}");
    }
}

#[test]
fn odd_saturdays_follow_week_53_in_week_1() {
    let of = arrangement(saturdays(Pattern::Odd { week_53: Some(Week53::KeepParity) }, "2026-09-01"));
    let over = ["2026-12-19", "2027-01-02", "2027-01-09", "2027-01-23"];
    assert_eq!(days_shown(&file(&of, &[]), "2026-12-12", "2027-01-31"), over);
}

#[test]
fn stretches_are_called_the_same_in_every_export() {
    let of = arrangement(saturdays(Pattern::Even { week_53: None }, "2026-09-01"));
    let entry = Entry { id: ID, arrangement: &of, stored: &[], revision: 0, sent: None };
    let export = |years: u32| {
        let later = Calendar { stamp: stamp() + Months::new(12 * years), ..calendar(Telling::Words(&words)) };
        values(&write(&later, &[entry]), "UID")
    };
    let now = export(0);
    assert_eq!(now[..3], [2021, 2027, 2033].map(|year| format!("visit-k3f-7-{year}@trygg.invalid")));
    assert_eq!(now.len(), 7);
    assert_eq!(export(12)[..7], now[..]);
    assert_eq!(export(12).len(), 9);

    // A later beginning, or another casebook, changes no other name.
    let later = arrangement(Series { from: day("2028-01-01"), ..of.series });
    assert_eq!(values(&file(&later, &[]), "UID")[0], "visit-k3f-7-2027@trygg.invalid");
}

#[test]
fn ten_is_ten_in_summer_and_in_winter() {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03"));
    let file = file(&of, &[]);
    for (from, to) in [("2026-03-27", "2026-04-05"), ("2026-10-23", "2026-11-01")] {
        let shown = shown(&file, day(from), day(to));
        assert_eq!(shown.len(), 2, "{shown:?}");
        assert!(shown.iter().all(|(start, end, _)| start.time() == clock("10:00") && end.time() == clock("14:00")));
        let busy = read_busy(file.as_bytes(), day(from), day(to)).unwrap().busy;
        assert!(busy.iter().all(|one| one.from.time() == clock("10:00") && one.until.time() == clock("14:00")));
    }
}

#[test]
fn what_does_not_take_place_stands_in_no_calendar() {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03").ending(Ends::Times(4)));
    let stored = [
        given(&of, "2026-01-03").cancelled(CancelledBy::Parent, None, Some(1)),
        given(&of, "2026-01-10").missed(None),
        given(&of, "2026-01-17").left_out(None),
        given(&of, "2026-01-24").held(),
    ];
    let some = file(&of, &stored);
    assert_eq!(days_shown(&some, "2026-01-01", "2026-12-31"), ["2026-01-24"]);
    assert_eq!(values(&some, "EXDATE").len(), 3);
    assert_eq!(values(&some, "STATUS"), ["CONFIRMED"]);

    // Nothing is left: one event that is cancelled, of the same name.
    let all = [&stored[..3], &[given(&of, "2026-01-24").missed(None)]].concat();
    let none = file(&of, &all);
    assert_eq!(days_shown(&none, "2026-01-01", "2026-12-31"), [""; 0]);
    assert_eq!(values(&none, "UID"), values(&some, "UID"));
    assert_eq!((values(&none, "STATUS"), values(&none, "EXDATE").len()), (vec!["CANCELLED".to_owned()], 0));
    assert_eq!(values(&none, "TRANSP"), ["TRANSPARENT"]);
}

#[test]
fn a_lone_visit_keeps_its_name_whatever_becomes_of_it() {
    let of = arrangement(Series::once(day("2026-01-03")));
    for (one, status, days) in [
        (given(&of, "2026-01-03").held(), "CONFIRMED", &["2026-01-03"][..]),
        (moved(&of, "2026-01-03", "2026-01-04", Some("09:00")), "CONFIRMED", &["2026-01-04"]),
        (given(&of, "2026-01-03").cancelled(CancelledBy::Us, None, None), "CANCELLED", &[]),
        (given(&of, "2026-01-03").left_out(None), "CANCELLED", &[]),
    ] {
        let file = file(&of, &[one]);
        assert_eq!(values(&file, "UID"), ["visit-k3f-7@trygg.invalid"]);
        assert_eq!(values(&file, "STATUS"), [status]);
        assert_eq!(days_shown(&file, "2026-01-01", "2026-12-31"), days);
        assert!(!file.contains("RECURRENCE-ID"));
    }
}

#[test]
fn without_a_clock_time_it_is_whole_days() {
    let mut of = arrangement(saturdays(Pattern::Week, "2026-01-03").ending(Ends::Times(3)));
    (of.terms.start, of.terms.end, of.terms.nights) = (None, None, 1);
    let stored = [given(&of, "2026-01-10").left_out(None), moved(&of, "2026-01-17", "2026-01-18", Some("13:00"))];
    let file = file(&of, &stored);
    let midnight = |day: &str| time(&format!("{day} 00:00"));
    assert_eq!(
        shown(&file, day("2026-01-01"), day("2026-12-31")),
        [
            (midnight("2026-01-03"), midnight("2026-01-05"), true),
            (time("2026-01-18 13:00"), time("2026-01-18 14:00"), false),
        ]
    );
    let dates = ["DTSTART;VALUE=DATE:20260103", "DTEND;VALUE=DATE:20260105", "EXDATE;VALUE=DATE:20260110"];
    let all = lines(&file);
    for line in dates.iter().chain(&["RECURRENCE-ID;VALUE=DATE:20260117"]) {
        assert!(all.iter().any(|one| one == line), "{line}");
    }
    assert!(all.iter().any(|line| line.contains("UNTIL=20260117;")));
}

#[test]
fn what_was_held_stays_when_the_series_gives_its_day_no_more() {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03").ending(Ends::Times(1)));
    let stored = [given(&of, "2026-01-07").held(), given(&of, "2026-01-08").missed(None)];
    let file = file(&of, &stored);
    assert_eq!(values(&file, "UID"), ["visit-k3f-7@trygg.invalid", "visit-k3f-7-20260107@trygg.invalid"]);
    assert_eq!(days_shown(&file, "2026-01-01", "2026-12-31"), ["2026-01-03", "2026-01-07"]);
}

#[test]
fn only_what_differs_is_told_again() {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03"));
    let supported = Terms { supporters: vec!["Maria".to_owned()], ..of.terms.clone() };
    let stored = [given(&of, "2026-01-03").held(), given(&of, "2026-01-10").with_terms(&of, supported)];
    let in_words = file(&of, &stored);
    assert_eq!(values(&in_words, "DESCRIPTION"), ["Karin", "Maria"]);
    // Whoever sees busy time only learns nothing of who comes.
    let entry = Entry { id: ID, arrangement: &of, stored: &stored, revision: 3, sent: None };
    let busy = write(&calendar(Telling::Busy("Upptagen")), &[entry]);
    assert_eq!(values(&busy, "SUMMARY"), ["Upptagen"]);
}

#[test]
fn the_first_day_may_come_late_in_its_week() {
    let weekdays = [Weekday::Mon, Weekday::Wed, Weekday::Sun].into_iter().collect();
    let series = Series::new(Pattern::Nth { weeks: 2 }, weekdays, day("2026-01-07"));
    let series = Series { anchor: day("2025-12-28"), ..series };
    let days = ["2026-01-07", "2026-01-11", "2026-01-19", "2026-01-21", "2026-01-25"];
    assert_eq!(days_shown(&file(&arrangement(series), &[]), "2026-01-01", "2026-01-31"), days);
}

#[test]
fn long_and_odd_texts_come_back_as_they_were() {
    let of = arrangement(Series::once(day("2026-01-03")));
    let told = Words {
        summary: "Umgänge; med mamma, mormor \\ \"morfar\": på Lekoteket i Söderköping, där de brukar åka gunga 🙂🙂"
            .to_owned(),
        location: Some("Storgatan 1, Söderköping".to_owned()),
        description: Some("Åäö ".repeat(40) + "\nnästa rad;\n\nslut"),
    };
    let say = |_: &Visit<'_>| told.clone();
    let entry = Entry { id: ID, arrangement: &of, stored: &[], revision: 0, sent: None };
    let file = write(&calendar(Telling::Words(&say)), &[entry]);
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{file}");
    let read: icalendar::Calendar = file.parse().unwrap();
    let event = read.events().next().unwrap();
    assert_eq!(event.get_summary(), Some(&*told.summary));
    assert_eq!(event.get_location(), told.location.as_deref());
    assert_eq!(event.get_description(), told.description.as_deref());
}

#[test]
fn nothing_to_tell_is_an_empty_calendar() {
    let empty = arrangement(Series::new(Pattern::Week, Weekdays::NONE, day("2026-01-03")));
    let other = Occurrence { arrangement: ArrangementId(8), ..given(&empty, "2026-01-03").held() };
    assert_eq!(other.outcome, VisitOutcome::Held);
    assert!(!file(&empty, &[other]).contains("VEVENT"));
    let far = arrangement(Series::once(NaiveDate::MAX));
    assert!(!file(&far, &[]).contains("VEVENT"));
}
