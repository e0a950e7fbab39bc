//! The cause of an error: told to whoever asks for it, one under the other, and never in place of the sentence.

use std::fs;
use std::io::Write;

use crate::bench::Bench;

/// A casebook whose database is zeros from end to end.
fn damaged() -> Bench {
    let bench = Bench::new();
    let database = bench.casebook().join("casebook.db");
    let length = usize::try_from(fs::metadata(&database).unwrap().len()).unwrap();
    fs::OpenOptions::new().write(true).open(&database).unwrap().write_all(&vec![0; length]).unwrap();
    bench
}

#[test]
fn causes_are_told_where_they_are_asked_for() {
    let bench = damaged();
    let plain = bench.run(&["list", "families"]).bad(7);
    assert_eq!(plain.lines().count(), 1, "{plain}");
    let told = bench.run(&["list", "families", "--verbose"]).bad(7);
    assert!(told.starts_with(&plain), "the sentence stays: {told}");
    let causes: Vec<&str> = told.lines().skip(1).collect();
    assert!(!causes.is_empty() && causes.iter().all(|cause| cause.starts_with("  < ")), "{told}");
    // One way of writing each line, whatever the language.
    assert!(bench.run(&["--lang", "en", "--verbose", "list", "families"]).bad(7).contains(causes[0]));
}

#[test]
fn a_program_gets_them_as_a_list() {
    let bench = damaged();
    let call = ["list", "families", "--json"];
    let plain: serde_json::Value = serde_json::from_str(&bench.run(&call).bad(7)).unwrap();
    assert!(plain["error"].get("causes").is_none(), "{plain}");
    let told: serde_json::Value =
        serde_json::from_str(&bench.run(&[&call[..], &["--verbose"]].concat()).bad(7)).unwrap();
    assert!(told["error"]["causes"].as_array().is_some_and(|causes| !causes.is_empty()), "{told}");
}

#[test]
fn whoever_examines_the_casebook_is_told_unasked() {
    assert!(damaged().run(&["doctor"]).bad(7).contains("\n  < "));
}

#[test]
fn a_passphrase_is_in_no_cause() {
    let bench = Bench::new();
    let wrong = bench.file("wrong", "fyra blå hundar i källaren\n");
    let told = bench.run(&["list", "families", "--verbose", "--passphrase-file", &wrong]).bad(7);
    assert!(!told.contains("hundar"), "{told}");
}
