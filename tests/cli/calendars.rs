//! Calendar files: visits going out, read back by another library, and somebody's own calendar coming in.

#[path = "../../src/exchange/ical/tests/reader.rs"]
mod reader;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde_json::{Value, json};
use trygg::domain::ids::{ArrangementId, FamilyId};
use trygg::domain::visit::Occurrence;
use trygg::store::DiaryOf;

use crate::bench::{Bench, PEOPLE};
use crate::visits::{SERIES, change_two, day, write};

/// A series with a visit cancelled, one moved and one left out, a fortnight without an end, a telephone call, a letter
/// without a time, a night.
fn planned() -> Bench {
    let bench = Bench::with_families();
    for line in [
        SERIES,
        "umgänge Elias @Noah varannan sön 13-15 utan 6/12",
        "umgänge Noah @mamma 2/12 18-18:30 tel",
        "umgänge Noah @mamma 3:e fre brev",
        "umgänge Noah @mamma igår 10-12",
        "umgänge Noah @mamma udda ons 15-16 v53:varannan stöd:ny:Johan",
    ] {
        bench.run(&["add", line]).good();
    }
    let night = "case_ref,child_ref,with,on,contact,outcome,start,end\n\
                 2026-0143,L-2,Sara,2026-12-19,in_person,planned,17:00,10:00\n";
    let path = bench.file("night.csv", night);
    bench.run(&["import", "visits", &path]).good();
    change_two(&bench);
    bench
}

fn calendar(bench: &Bench, words: &[&str]) -> String {
    bench.run(&[&["export", "visits", "--format", "ics"], words].concat()).good()
}

/// The values of a property, lines unfolded.
fn values(text: &str, name: &str) -> Vec<String> {
    let whole = text.replace("\r\n ", "");
    let start = |line: &str| line.split([':', ';']).next() == Some(name);
    let value = |line: &str| line.split_once(':').map(|(_, value)| value.to_owned()).unwrap_or_default();
    whole.lines().filter(|line| start(line)).map(value).collect()
}

/// When the visits of a list that take place begin and end; those without a time are whole days.
fn listed(rows: &[Value], among: impl Fn(&Value) -> bool) -> Vec<(NaiveDateTime, NaiveDateTime, bool)> {
    let takes_place = |row: &&Value| !["cancelled", "no_show"].contains(&row["outcome"].as_str().unwrap());
    let time = |on: &str, time: &str| NaiveDateTime::parse_from_str(&format!("{on} {time}"), "%Y-%m-%d %H:%M").unwrap();
    let mut told: Vec<_> = rows
        .iter()
        .filter(takes_place)
        .filter(|row| among(row))
        .map(|row| {
            let on = row["on"].as_str().unwrap();
            let Some(start) = row["start"].as_str() else {
                let begins = time(on, "00:00");
                return (begins, begins + chrono::TimeDelta::days(1), true);
            };
            let begins = time(on, start);
            let ends = time(on, row["end"].as_str().unwrap());
            (begins, if ends > begins { ends } else { ends + chrono::TimeDelta::days(1) }, false)
        })
        .collect();
    told.sort();
    told
}

#[test]
fn another_program_sees_just_the_visits_that_are_listed() {
    let bench = planned();
    let (from, to) = ("2026-11-01", "2028-06-30");
    let rows = bench.visits(from, to);
    assert!(rows.len() > 100 && rows.iter().any(|row| row["outcome"] == "cancelled"));
    let all = calendar(&bench, &[]);
    let seen = reader::shown(&all, day(from), day(to));
    assert_eq!(seen, listed(&rows, |_| true));
    assert!(all.is_ascii() || all.contains("Umgänge Elias – Sara"));
    let with = |name: &'static str| move |row: &Value| row["with"].as_array().unwrap().contains(&json!(name));
    let child = |child: &'static str| move |row: &Value| row["child_ref"] == child;
    let supporter = |name: &'static str| move |row: &Value| row["supporter"].as_array().unwrap().contains(&json!(name));
    for (words, expected) in [
        (&["--family", "Lindström"][..], listed(&rows, |_| true)),
        (&["--family", "Berg"], Vec::new()),
        // A sibling who is met stands in the sibling's calendar too.
        (&["--child", "L-3"], listed(&rows, |row| child("L-3")(row) || with("Noah")(row))),
        (&["--adult", "L-1"], listed(&rows, with("Sara"))),
        (&["--child", "L-2", "--adult", "L-1"], listed(&rows, |row| child("L-2")(row) && with("Sara")(row))),
        (&["--supporter", "johan"], listed(&rows, supporter("Johan"))),
        (&["--supporter", "Karin", "--busy"], listed(&rows, supporter("Karin"))),
    ] {
        let text = calendar(&bench, words);
        assert_eq!(reader::shown(&text, day(from), day(to)), expected, "{words:?}");
    }
    // Days choose which series, and a series goes out whole.
    let january = calendar(&bench, &["--from", "2027-01-01", "--to", "2027-01-31"]);
    let is_once = |row: &Value| ["3", "5", "7"].contains(&row["arrangement"].to_string().as_str());
    assert_eq!(reader::shown(&january, day(from), day(to)), listed(&rows, |row| !is_once(row)));
}

#[test]
fn a_calendar_tells_who_meets_whom_and_no_more() {
    let bench = planned();
    let text = calendar(&bench, &[]);
    let summaries: BTreeSet<String> = values(&text, "SUMMARY").into_iter().collect();
    let expected = [
        "Umgänge Elias – Noah",
        "Umgänge Elias – Sara",
        "Umgänge Noah – Sara",
        "Umgänge Noah – Sara\\, brev",
        "Umgänge Noah – Sara\\, telefon",
    ];
    assert_eq!(summaries, expected.map(str::to_owned).into());
    assert_eq!(values(&text, "X-WR-CALNAME"), ["Umgängen"]);
    assert!(values(&text, "DESCRIPTION").contains(&"stöd: Karin".to_owned()));
    for secret in ["ritblock", "sjuk", "steg", "2026-0143"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(values(&calendar(&bench, &["--child", "L-2"]), "X-WR-CALNAME"), ["Umgängen: Elias"]);
    assert_eq!(values(&calendar(&bench, &["--family", "Lindström"]), "X-WR-CALNAME"), ["Umgängen: 2026-0143"]);
    let english = calendar(&bench, &["--lang", "en", "--supporter", "Karin"]);
    assert!(values(&english, "SUMMARY").iter().all(|summary| summary == "Visit Elias – Sara"), "{english}");
    let busy = calendar(&bench, &["--busy"]);
    assert!(values(&busy, "SUMMARY").iter().all(|summary| summary == "Upptagen"));
    for secret in ["Elias", "Sara", "Noah", "Karin", "Lekoteket", "Umgänge"] {
        assert!(!busy.contains(secret), "{secret}");
    }
}

#[test]
fn protected_people_are_initials_and_their_places_do_not_leave() {
    let people = PEOPLE.replace("Noah,child,Dahl,,,at_home,,,,", "Noah,child,Dahl,,,at_home,,confidentiality_flag,,");
    let bench = Bench::with_people(&people);
    let hidden = bench.file(
        "placements.csv",
        "person_ref,kind,started_on,ended_on,hidden_location\nL-2,shelter,2026-12-01,2026-12-31,yes\n",
    );
    bench.run(&["import", "placements", &hidden]).good();
    for line in [
        "umgänge Noah @mamma varje sön 10-14 plats:Dolt",
        "umgänge Elias @mamma varje lör 10-14 plats:Hemligt",
        "umgänge Elias @mamma 27/11 10-14 plats:Öppet",
        "umgänge Elias @mamma 2/12 10-14 plats:Lönnligt",
        "umgänge Elias @Noah 26/11 10-14 plats:Skymt",
    ] {
        bench.run(&["add", line]).good();
    }
    let text = calendar(&bench, &[]);
    assert_eq!(values(&text, "LOCATION"), ["Öppet"]);
    let summaries: BTreeSet<String> = values(&text, "SUMMARY").into_iter().collect();
    let expected = ["Umgänge Elias – N.", "Umgänge Elias – Sara", "Umgänge N. – Sara"];
    assert_eq!(summaries, expected.map(str::to_owned).into());
    assert_eq!(values(&calendar(&bench, &["--child", "L-3"]), "X-WR-CALNAME"), ["Umgängen: N."]);
    for secret in ["Noah", "Dolt", "Hemligt", "Lönnligt", "Skymt"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn a_later_export_is_the_newer_one_of_the_same_visits() {
    let bench = planned();
    let of_series = |text: &str| {
        let uids = values(text, "UID");
        let numbers = values(text, "SEQUENCE");
        let mut all: Vec<(String, u32)> =
            uids.into_iter().zip(numbers).map(|(uid, number)| (uid, number.parse().unwrap())).collect();
        all.retain(|(uid, _)| uid.contains("-1-20"));
        all.dedup();
        all
    };
    let first = of_series(&calendar(&bench, &[]));
    assert_eq!(of_series(&calendar(&bench, &["--child", "L-2"])), first, "the same in every calendar");
    assert_eq!(of_series(&calendar(&bench, &[])), first, "reading changes nothing");

    let store = bench.store();
    let diary = store.diary(DiaryOf::Family(FamilyId(1)), day("2026-01-01"), day("2027-12-31")).unwrap();
    let series = &diary.arrangement(ArrangementId(1)).unwrap().value;
    let mut last = first.clone();
    let mut grows = |what: &str| {
        let now = of_series(&calendar(&bench, &[]));
        let uids = |all: &[(String, u32)]| all.iter().map(|(uid, _)| uid.clone()).collect::<Vec<_>>();
        assert_eq!(uids(&now), uids(&last), "{what}");
        assert!(now.iter().zip(&last).all(|(now, before)| now.1 > before.1), "{what}: {now:?} {last:?}");
        last = now;
    };
    let given = Occurrence::given(ArrangementId(1), series, day("2026-11-28"));
    for (what, one) in [
        ("a visit is stored", given.clone().held()),
        ("it is changed", given.clone().missed(None)),
        ("it is taken away", given),
    ] {
        write(&bench, &one);
        grows(what);
    }

    // Another casebook calls its visits otherwise.
    let other = Bench::with_families();
    other.run(&["add", SERIES]).good();
    let uids = |text: &str| values(text, "UID").into_iter().collect::<BTreeSet<_>>();
    assert!(uids(&calendar(&other, &[])).is_disjoint(&uids(&calendar(&bench, &[]))));
}

#[test]
fn a_calendar_is_a_file_like_others() {
    let bench = planned();
    let out = bench.path("barn.ics").display().to_string();
    let said = bench.run(&["export", "visits", "--child", "L-2", "--out", &out]).good();
    assert_eq!(said, format!("En kalender med 3 umgängen och serier är skriven till {out}.\n"));
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    for (words, status, told) in [
        (vec!["export", "visits", "--busy"], 2, "--format ics"),
        (vec!["export", "visits", "--format", "csv", "--child", "L-2"], 2, "--format ics"),
        (vec!["export", "people", "--format", "ics"], 2, "Bara umgängen"),
        (vec!["export", "people", "--out", "people.ics"], 2, "Bara umgängen"),
        (
            vec!["export", "visits", "--format", "ics", "--child", "L-1"],
            4,
            "Inget barn i registret har beteckningen L-1",
        ),
        (vec!["export", "visits", "--format", "ics", "--adult", "L-2"], 4, "Ingen vuxen i registret"),
        (vec!["export", "visits", "--format", "ics", "--supporter", "Ingen"], 4, "Ingen i teamet heter Ingen"),
        (vec!["import", "people", "x.csv", "--supporter", "Karin"], 2, "import calendar"),
        (vec!["import", "calendar", "x.ics"], 2, "--supporter NAMN"),
        (vec!["import", "calendar", "nowhere.ics", "--supporter", "Karin"], 2, "nowhere.ics"),
    ] {
        let said = bench.run(&words).bad(status);
        assert!(said.contains(told) && said.lines().count() == 1, "{words:?}: {said}");
    }
}

const OWN: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:tandläkare
DTSTART;TZID=Europe/Stockholm:20261128T130000
DTEND;TZID=Europe/Stockholm:20261128T133015
SUMMARY:Tandläkaren
END:VEVENT
BEGIN:VEVENT
UID:kurs
DTSTART;VALUE=DATE:20261212
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Kurs
END:VEVENT
END:VCALENDAR
";

#[test]
fn somebodys_own_calendar_comes_in_as_busy_time() {
    let bench = Bench::with_families();
    bench.run(&["add", SERIES]).good();
    bench.run(&["add", "umgänge Noah @mamma 26/12 10-12 stöd:ny:Johan"]).good();
    let file = bench.file("own.ics", OWN);
    let take_in = |words: &[&str]| bench.run(&[&["import", "calendar", &file], words].concat());
    let told = take_in(&["--supporter", "kar", "--dry-run", "--json"]).json();
    for (key, value) in [
        ("supporter", json!("Karin")),
        ("new", json!(false)),
        ("from", json!("2026-11-21")),
        ("to", json!("2027-11-21")),
        ("times", json!(5)),
        ("dry_run", json!(true)),
    ] {
        assert_eq!(told[key], value, "{key}");
    }
    let hits: Vec<&Value> = told["hits"].as_array().unwrap().iter().map(|hit| &hit["on"]).collect();
    assert_eq!(hits, ["2026-11-28", "2026-12-12", "2026-12-26"]);
    let away = || {
        let absences = bench.store().absences(day("2026-11-01"), day("2027-11-30")).unwrap();
        absences.into_iter().map(|one| (one.value.from.to_string(), one.value.until.to_string())).collect::<Vec<_>>()
    };
    assert!(away().is_empty(), "nothing is kept on trial");

    let said = take_in(&["--supporter", "Karin"]).good();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "5 tider då Karin är upptagen 2026-11-21 – 2027-11-21 är inlästa.");
    assert_eq!(lines[1], "3 kommande umgängen berörs:");
    assert!(lines[3].starts_with("2026-11-28  10:00    14:00   Lindström  Elias"), "{said}");
    let at = |day: &str, time: &str| format!("{day} {time}:00");
    assert_eq!(away()[0], (at("2026-11-28", "13:00"), at("2026-11-28", "13:31")));
    assert_eq!(away().len(), 5);
    // Read again it says the same; of fewer days it leaves the others alone.
    take_in(&["--supporter", "Karin"]).good();
    assert_eq!(away().len(), 5);
    // What yields nothing takes nothing away unless it is said that it may.
    let empty = bench.file("empty.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");
    let words = ["import", "calendar", &empty, "--supporter", "Karin", "--to", "2026-12-01"];
    for words in [words.to_vec(), [&words[..], &["--dry-run"]].concat()] {
        let said = bench.run(&words).bad(3);
        assert!(said.contains("sedan förut är tider inlästa: 1. De är kvar.") && said.contains("--empty"), "{said}");
    }
    assert_eq!(away().len(), 5);
    bench.run(&[&words[..], &["--empty"]].concat()).good();
    assert_eq!(away()[0], (at("2026-12-12", "00:00"), at("2026-12-13", "00:00")));
    assert_eq!(away().len(), 4);

    let warned = bench.run(&["add", "umgänge Noah @mamma 12/12 9-10 stöd:Karin", "--dry-run", "--json"]).json();
    assert!(warned["warnings"].as_array().unwrap().contains(&json!({
        "kind": "away", "on": "2026-12-12", "who": "Karin"
    })));
    let said = take_in(&["--supporter", "Nisse", "--from", "2027-01-01"]).good();
    assert!(said.contains("? Nisse finns inte i registret sedan förut."), "{said}");
    let said = bench.run(&["list", "visits", "--json"]).good();
    assert!(!said.contains("Tandläkaren") && !said.contains("Kurs"));
}

#[test]
fn what_is_no_calendar_is_told_in_a_line() {
    let bench = Bench::with_families();
    for (text, told) in [(&b"case_ref,on\n"[..], "ingen kalender"), (b"BEGIN:VCALENDAR\n", "slut saknas")] {
        let file = bench.file("bad.ics", text);
        let said = bench.run(&["import", "calendar", &file, "--supporter", "Karin"]).bad(3);
        assert!(said.contains(told) && said.lines().count() == 1, "{said}");
    }
}

/// An event that cannot be used is named, the others are taken in, and what was known of it stays.
#[test]
fn what_cannot_be_used_of_a_calendar_is_named() {
    let bench = Bench::with_families();
    let file = |zone: &str| bench.file("own.ics", OWN.replace("Europe/Stockholm", zone));
    let take_in = |zone: &str, words: &[&str]| {
        let file = file(zone);
        bench.run(&[&["import", "calendar", &file, "--supporter", "Karin"], words].concat())
    };
    take_in("Europe/Stockholm", &[]).good();
    let away = || bench.store().absences(day("2026-11-01"), day("2027-11-30")).unwrap().len();
    assert_eq!(away(), 5);
    let said = take_in("Hemma", &[]).good();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "4 tider då Karin är upptagen 2026-11-21 – 2027-11-21 är inlästa.");
    assert_eq!(lines[1], "! Tandläkaren, 2026-11-28, är inte med: tidszonen Hemma är okänd.");
    assert_eq!(lines[2], "Lägg in den för hand som frånvaro, om den betyder något.");
    assert_eq!(away(), 5, "what was read of it before stays");
    let told = take_in("Hemma", &["--json"]).json();
    assert_eq!(told["unread"], json!([{ "title": "Tandläkaren", "day": "2026-11-28", "why": "zone" }]));
    let said = bench.run(&["import", "people", "x.csv", "--empty"]).bad(2);
    assert!(said.contains("import calendar"), "{said}");
}
