//! The doctor, and the calendar, which needs no casebook.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use crate::bench::Bench;

/// What is said of the machine, which may be any.
const OF_THE_MACHINE: [&str; 7] = ["disk", "room", "clock", "package", "cores", "swap", "accounts"];

#[test]
fn a_whole_casebook_is_found_whole() {
    let bench = Bench::with_families();
    let said = bench.run(&["doctor", "--json"]).json();
    assert_eq!(said["whole"], true);
    let names = |said: &Value, of_casebook: bool| -> Vec<String> {
        let checks = said["checks"].as_array().unwrap().iter();
        let is_of = |name: &str| of_casebook != OF_THE_MACHINE.contains(&name);
        checks.filter(|one| is_of(one["check"].as_str().unwrap())).map(|one| one["check"].to_string()).collect()
    };
    let expected =
        ["directory", "key_files", "settings", "format", "encryption", "integrity", "references", "journal", "head"];
    let missing = expected.iter().filter(|name| !names(&said, true).contains(&format!("\"{name}\""))).count();
    assert_eq!((missing, names(&said, false).len()), (0, OF_THE_MACHINE.len()), "{said}");
    for check in said["checks"].as_array().unwrap() {
        assert_eq!(check["faults"], json!([]), "{check}");
        // Nothing is said that is not followed by what to do about it, and nothing is to be done where nothing is said.
        assert_eq!(check["warnings"] == json!([]), check["mend"] == json!([]), "{check}");
        if !OF_THE_MACHINE.contains(&check["check"].as_str().unwrap()) {
            assert_eq!(check["verdict"], "good", "{check}");
        }
    }
    let told = bench.run(&["doctor"]).good();
    assert!(told.lines().all(|line| ["bra  ", "OBS  ", "     "].iter().any(|begin| line.starts_with(begin))), "{told}");
}

/// What is faulty among the unit's settings is told with how it is mended, in the language of whoever asks.
#[test]
fn what_is_to_be_seen_to_is_told_with_how_it_is_mended() {
    let bench = Bench::with_families();
    bench.file("casebook/place.toml", "network_disk = \"yes\"\n");
    fs::set_permissions(bench.casebook().join("place.toml"), Permissions::from_mode(0o600)).unwrap();
    let answer = bench.run(&["doctor", "--json"]);
    assert_eq!(answer.status, 0, "it is not broken: {}", answer.err);
    let said: Value = serde_json::from_str(&answer.out).unwrap();
    let settings =
        said["checks"].as_array().unwrap().iter().find(|check| check["check"] == "settings").unwrap().clone();
    assert_eq!((&settings["verdict"], &settings["good"]), (&json!("look"), &json!(true)));
    assert!(settings["warnings"][0].as_str().unwrap().starts_with("place.toml säger något annat"), "{settings}");
    assert!(settings["mend"][0].as_str().unwrap().contains("one machine, and its locks hold"), "{settings}");
    let english = bench.run(&["--lang", "en", "doctor"]).out;
    assert!(english.contains("LOOK  The unit's own settings hold") && english.contains("-> network_disk"), "{english}");
    bench.file("casebook/place.toml", "network_disk = \"one machine, and its locks hold\"\n");
    assert_eq!(bench.run(&["doctor"]).err, "");
}

/// A directory above, in which others may write, lets them put another casebook in its place.
#[test]
fn the_way_to_the_casebook_is_looked_at() {
    let bench = Bench::with_families();
    let above = bench.casebook().parent().unwrap().to_owned();
    let mode = fs::metadata(&above).unwrap().permissions();
    fs::set_permissions(&above, Permissions::from_mode(0o777)).unwrap();
    let said = bench.run(&["doctor"]).out;
    fs::set_permissions(&above, mode).unwrap();
    assert!(said.contains("kan ändras av andra") && said.contains("chmod go-w"), "{said}");
    assert!(!bench.run(&["doctor"]).out.contains("kan ändras av andra"));
}

#[test]
fn what_is_broken_is_found() {
    let bench = Bench::with_families();
    fs::set_permissions(bench.casebook().join("keys"), Permissions::from_mode(0o755)).unwrap();
    let answer = bench.run(&["doctor"]);
    assert_eq!(answer.status, 8);
    assert!(answer.out.contains("keys 755: andra än ägaren") && answer.out.contains("-> chmod 700"), "{}", answer.out);
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
