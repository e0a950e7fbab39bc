//! `trygg verify`: what it says, to whom, and how it ends.

use std::fs;

use serde_json::json;

use crate::bench::Bench;

const CHECKS: [&str; 15] = [
    "encryption",
    "integrity",
    "references",
    "journal",
    "chain",
    "signatures",
    "roles",
    "head",
    "records",
    "users",
    "derived",
    "purges",
    "slots",
    "card",
    "tables",
];

#[test]
fn a_casebook_that_is_what_was_written_is_proven() {
    let bench = Bench::with_families();
    let said = bench.run(&["verify", "--json"]).json();
    assert_eq!(said["ok"], true, "{said}");
    let names: Vec<_> = said["checks"].as_array().unwrap().iter().map(|check| check["name"].clone()).collect();
    assert_eq!(names, CHECKS.map(|name| json!(name)));
    assert!(said["checks"].as_array().unwrap().iter().all(|check| check["ok"] == true && check["found"].is_array()));
    for (language, verdict) in [("sv", "bra"), ("en", "good")] {
        let told = bench.run(&["--lang", language, "verify"]).good();
        assert_eq!(told.lines().filter(|line| line.starts_with(verdict)).count(), CHECKS.len(), "{told}");
    }
}

#[test]
fn a_head_that_is_gone_is_told_and_accepted_by_name() {
    let bench = Bench::with_families();
    fs::remove_file(bench.casebook().join("head")).unwrap();
    let answer = bench.run(&["verify"]);
    assert_eq!(answer.status, 8);
    assert!(answer.out.contains("FEL  Registret når") && answer.out.contains("filen head saknas"), "{}", answer.out);
    assert!(answer.err.contains("Registret är inte vad det ska vara."), "{}", answer.err);
    let said = bench.run(&["verify", "--json"]);
    assert_eq!(said.status, 8);
    assert!(
        said.out.contains("\"what\":\"head-missing\"") || said.out.contains("\"what\": \"head-missing\""),
        "{}",
        said.out
    );
    let accepted = bench.run(&["verify", "--accept"]);
    assert!(accepted.status == 0 && accepted.out.contains("gick vidare"), "{}", accepted.out);
    assert!(bench.run(&["verify"]).good().contains("gick vidare"), "it is told ever after");
}

#[test]
fn only_those_who_look_after_the_casebook_may_prove_it() {
    let bench = Bench::demo("1");
    for words in [&["verify"][..], &["verify", "--accept"]] {
        bench.plain(&[&["--casebook", "casebook", "--user", "Sara"], words].concat()).bad(5);
        bench.plain(&[&["--casebook", "casebook", "--user", "Bo"], words].concat()).good();
    }
}
