//! The doctor, and the calendar, which needs no casebook.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use crate::bench::Bench;

#[test]
fn a_whole_casebook_is_found_whole() {
    let bench = Bench::with_families();
    let said = bench.run(&["doctor", "--json"]).json();
    assert_eq!(said["whole"], true);
    let checks: Vec<_> = said["checks"].as_array().unwrap().iter().map(|check| check["check"].clone()).collect();
    let expected = ["directory", "key_files", "format", "encryption", "integrity", "references", "journal"];
    assert_eq!(checks, expected.map(|check| json!(check)));
    assert!(bench.run(&["doctor"]).good().lines().all(|line| line.starts_with("bra  ")));
}

#[test]
fn what_is_broken_is_found() {
    let bench = Bench::with_families();
    fs::set_permissions(bench.casebook().join("keys"), Permissions::from_mode(0o755)).unwrap();
    let answer = bench.run(&["doctor"]);
    assert_eq!(answer.status, 8);
    assert!(answer.out.contains("FEL") && answer.err.starts_with("trygg: Registret är skadat."), "{}", answer.err);
}

#[test]
fn only_those_who_look_after_the_casebook_may_ask() {
    let bench = Bench::demo("1");
    bench.plain(&["--casebook", "casebook", "--user", "Sara", "doctor"]).bad(5);
    bench.plain(&["--casebook", "casebook", "--user", "Bo", "doctor"]).good();
}

#[test]
fn the_calendar_knows_weeks_and_holidays() {
    let bench = Bench::empty();
    let words = ["calendar", "--from", "2026-12-24", "--to", "2027-01-01"];
    let days = bench.plain(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(
        days[0],
        json!({ "on": "2026-12-24", "week": 52, "parity": "even", "holiday": "Julafton", "eve": true })
    );
    assert_eq!(days[4], json!({ "on": "2026-12-28", "week": 53, "parity": "odd", "holiday": null, "eve": false }));
    assert_eq!(days[8]["holiday"], "Nyårsdagen");
    assert_eq!(days.as_array().unwrap().len(), 9);
    assert!(bench.plain(&words).good().contains("2026-12-28  må  v. 53  udda\n"));
    let weeks = bench.plain(&["--today", "2026-11-21", "calendar"]).good();
    assert_eq!(weeks.lines().count(), 28);
    assert!(weeks.starts_with("2026-11-16"), "{weeks}");
}

#[test]
fn a_faulty_file_of_the_units_is_told_of_and_not_used() {
    let bench = Bench::demo("2");
    fs::write(bench.casebook().join("rules.toml"), "[[rule]]\nname = 'weekly_session'\nwithin = '14 moons'").unwrap();
    let answer = bench.plain(&["--casebook", "casebook", "--today", "2026-11-21", "list", "due"]);
    assert_eq!(answer.status, 0);
    assert!(answer.err.starts_with("trygg: Regeln weekly_session i rules.toml") && answer.err.contains("14 moons"));
    assert_eq!(answer.err.lines().count(), 1, "{}", answer.err);
}
