//! Held against another library, and against files that went wrong in other programs.

use std::fs;
use std::path::PathBuf;

use chrono::TimeDelta;

use super::incoming::{told, wrapped};
use super::*;

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/ical").join(name)
}

/// The times that `make.py` wrote beside an event.
fn expected(told: &str) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let mut numbers = told.split(' ');
    let lasts = TimeDelta::minutes(numbers.next().unwrap().parse().unwrap());
    let mut at = time("2026-09-01 00:00");
    let mut times = Vec::new();
    for step in numbers {
        let (step, times_over) = step.split_once('*').unwrap_or((step, "1"));
        for _ in 0..times_over.parse().unwrap() {
            at += TimeDelta::minutes(step.parse().unwrap());
            times.push((at, at + lasts));
        }
    }
    times
}

#[test]
fn a_thousand_rules_give_what_recurring_ical_events_gives() {
    let rules = fs::read_to_string(data("rules.txt")).unwrap();
    let mut wrong = Vec::new();
    for line in rules.lines() {
        let (lines, given) = line.split_once('\t').unwrap();
        let file = wrapped(&format!("BEGIN:VEVENT\nUID:a\n{}\nEND:VEVENT", lines.replace('|', "\n")));
        let read = read_busy(file.as_bytes(), day("2026-09-01"), day("2027-04-30")).unwrap();
        let found: Vec<_> = read.busy.iter().map(|one| (one.from, one.until)).collect();
        let expected = expected(given);
        if found != expected || !read.unread.is_empty() {
            let odd = |ones: &[(NaiveDateTime, NaiveDateTime)], others: &[(NaiveDateTime, NaiveDateTime)]| {
                let lone = ones.iter().filter(|one| !others.contains(one)).take(3);
                lone.map(|(from, until)| format!("{from} to {until}")).collect::<Vec<_>>().join(", ")
            };
            wrong.push(format!(
                "{lines}\n  too many: {}\n  missing: {}",
                odd(&found, &expected),
                odd(&expected, &found)
            ));
        }
    }
    assert_eq!(rules.lines().count(), 1000);
    assert!(wrong.is_empty(), "{} are otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

/// Each file with the times that are right, as its own `X-RIGHT` says in words.
#[test]
fn files_that_went_wrong_elsewhere() {
    let every_monday = [
        "2026-12-07 09:00 - 2026-12-07 10:00",
        "2026-12-14 09:00 - 2026-12-14 10:00",
        "2026-12-21 09:00 - 2026-12-21 10:00",
        "2026-12-28 09:00 - 2026-12-28 10:00",
    ];
    let workdays = [
        "2026-11-23 09:00 - 2026-11-23 10:00",
        "2026-11-24 09:00 - 2026-11-24 10:00",
        "2026-11-25 09:00 - 2026-11-25 10:00",
        "2026-11-26 09:00 - 2026-11-26 10:00",
        "2026-11-27 09:00 - 2026-11-27 10:00",
    ];
    let table: &[(&str, &str, &str, &[&str])] = &[
        ("begin-trailing-blank", "2026-11-19", "2027-11-19", &["2026-11-23 09:00 - 2026-11-23 10:00"]),
        ("byday-minus5", "2026-12-01", "2026-12-31", &["2026-12-01 09:00 - 2026-12-01 10:00"]),
        ("byday-ordinal-weekly", "2026-12-01", "2026-12-31", &every_monday),
        ("dtstart-before-rule", "2026-11-19", "2026-11-30", &["2026-11-26 09:00 - 2026-11-26 10:00"]),
        ("dtstart-until-before-rule", "2026-11-19", "2027-11-19", &["2026-11-22 00:00 - 2026-11-23 00:00"]),
        ("duration-over-dst", "2026-11-19", "2027-11-19", &["2027-03-27 12:00 - 2027-03-28 13:00"]),
        (
            "exdate-floating",
            "2026-11-19",
            "2027-11-19",
            &["2026-11-23 10:00 - 2026-11-23 11:00", "2026-11-25 10:00 - 2026-11-25 11:00"],
        ),
        ("exrule", "2026-11-19", "2027-11-19", &workdays),
        (
            "recurrence-id-floating",
            "2026-11-19",
            "2027-11-19",
            &[
                "2026-11-23 10:00 - 2026-11-23 11:00",
                "2026-11-24 16:00 - 2026-11-24 17:00",
                "2026-11-25 10:00 - 2026-11-25 11:00",
            ],
        ),
        (
            "sequence-two-overrides",
            "2026-11-19",
            "2027-11-19",
            &["2026-11-23 09:00 - 2026-11-23 10:00", "2026-11-24 15:00 - 2026-11-24 16:00"],
        ),
        ("sequence-two-versions", "2026-11-19", "2027-11-19", &["2026-11-24 13:00 - 2026-11-24 14:00"]),
        (
            "vfreebusy",
            "2026-11-19",
            "2027-11-19",
            &["2026-11-23 09:00 - 2026-11-23 10:00", "2026-12-01 09:00 - 2026-12-01 13:00"],
        ),
        ("zone-customized", "2026-11-19", "2027-11-19", &["2026-11-23 15:00 - 2026-11-23 16:00"]),
        ("zone-freeassociation", "2026-11-19", "2027-11-19", &["2026-11-23 10:00 - 2026-11-23 11:00"]),
        ("zone-microsoft-utc", "2026-11-19", "2027-11-19", &["2026-11-23 10:00 - 2026-11-23 11:00"]),
    ];
    for (name, from, to, expected) in table {
        let file = fs::read(data(&format!("{name}.ics"))).unwrap();
        let read = read_busy(&file, day(from), day(to)).unwrap();
        assert_eq!((told(&read), read.unread), (expected.iter().map(ToString::to_string).collect(), vec![]), "{name}");
    }
    let known = table.iter().map(|(name, ..)| *name).chain(["outlook", "google", "apple", "thunderbird", "exchange"]);
    let files = fs::read_dir(data("")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.filter(|name| name.ends_with(".ics")).count(), known.count());
}

/// Invented calendars with all that five programs put into theirs, after their documentation and files they have
/// written.
#[test]
fn files_as_five_programs_write_them() {
    let table: &[(&str, &[&str])] = &[
        (
            "outlook",
            &[
                "2026-11-23 09:00 - 2026-11-23 10:15",
                "2026-11-30 09:00 - 2026-11-30 10:15",
                "2026-12-14 13:00 - 2026-12-14 14:15",
                "2026-12-24 00:00 - 2026-12-25 00:00",
                "2026-12-28 09:00 - 2026-12-28 10:15",
            ],
        ),
        (
            "google",
            &[
                "2026-11-23 09:00 - 2026-11-23 10:00",
                "2026-12-01 17:30 - 2026-12-01 19:00",
                "2026-12-12 00:00 - 2026-12-14 00:00",
                "2026-12-16 18:00 - 2026-12-16 19:30",
                "2026-12-29 17:30 - 2026-12-29 19:00",
            ],
        ),
        (
            "apple",
            &[
                "2026-11-30 00:00 - 2026-12-01 00:00",
                "2026-12-05 10:00 - 2026-12-05 12:00",
                "2026-12-31 00:00 - 2027-01-01 00:00",
                "2027-01-29 00:00 - 2027-01-30 00:00",
                "2027-03-08 15:00 - 2027-03-08 16:00",
                "2027-03-15 14:00 - 2027-03-15 15:00",
                "2027-04-05 15:00 - 2027-04-05 16:00",
            ],
        ),
        (
            "thunderbird",
            &[
                "2026-11-24 08:00 - 2026-11-24 08:45",
                "2026-11-26 10:00 - 2026-11-26 10:45",
                "2026-11-28 08:00 - 2026-11-28 08:45",
                "2026-11-30 08:00 - 2026-11-30 08:45",
                "2026-12-02 08:00 - 2026-12-02 08:45",
            ],
        ),
        (
            "exchange",
            &[
                "2026-11-19 09:00 - 2026-11-19 11:00",
                "2026-11-25 09:00 - 2026-11-25 10:00",
                "2026-12-04 13:00 - 2026-12-04 15:00",
                "2026-12-17 09:00 - 2026-12-17 11:00",
                "2026-12-21 00:00 - 2026-12-22 00:00",
                "2026-12-23 00:00 - 2026-12-24 00:00",
                "2026-12-24 00:00 - 2026-12-25 00:00",
            ],
        ),
    ];
    for (name, expected) in table {
        let file = fs::read(data(&format!("{name}.ics"))).unwrap();
        let read = read_busy(&file, day("2026-11-19"), day("2027-11-19")).unwrap();
        assert_eq!((told(&read), read.unread), (expected.iter().map(ToString::to_string).collect(), vec![]), "{name}");
    }
}
