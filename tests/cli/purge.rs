//! Purging on the command line, what is held of one person, and corrections with a trace.

use serde_json::{Value, json};

use crate::bench::Bench;

const LATER: &str = "2033-06-01";

pub fn at(bench: &Bench, user: &str, words: &[&str]) -> crate::bench::Answer {
    bench.plain(&[&["--casebook", "casebook", "--user", user, "--today", LATER], words].concat())
}

/// The demo, where one family is closed and may be purged; who leads and who looks after it.
pub fn with_closed() -> Bench {
    let bench = Bench::demo("3");
    bench.file("casebook/purge.toml", "municipality = \"1380\"\n");
    let family = "case_ref,name,status,started_on,closed_on\nG-1,Gammal,closed,2020-01-08,2020-06-01\n";
    let person = "ref,case_ref,given_name,role,birth_on\nG-1-1,G-1,Bo,child,2011-02-03\n";
    for (kind, text) in [("families", family), ("people", person)] {
        let path = bench.file(&format!("{kind}.csv"), text);
        at(&bench, "Karin", &["import", kind, &path]).good();
    }
    bench
}

#[test]
fn a_purge_is_tried_asked_for_and_confirmed_by_somebody_else() {
    let bench = with_closed();
    let leader = leader(&bench);
    let tried = at(&bench, &leader, &["purge", "--dry-run", "--json"]).json();
    let of = |case_ref: &str| -> Value {
        tried["files"].as_array().unwrap().iter().find(|file| file["case_ref"] == case_ref).unwrap().clone()
    };
    assert_eq!((&of("G-1")["verdict"], &tried["request"]), (&json!("propose"), &Value::Null));
    let told = at(&bench, &leader, &["purge", "--dry-run", "--family", "G-1"]).good();
    assert!(told.contains("föreslås gallras") && told.contains("ett barn har varit placerat"), "{told}");
    let asked = at(&bench, &leader, &["purge"]).good();
    assert!(asked.contains("Gallring 1 av 1 akt är begärd") && asked.contains("trygg purge --confirm 1"), "{asked}");
    let alone = at(&bench, &leader, &["purge", "--confirm", "1"]).bad(5);
    assert!(alone.contains("kan inte bekräfta den"), "{alone}");
    let administrator = administrator(&bench);
    assert_eq!(at(&bench, &administrator, &["backup", "kopior"]).status, 0);
    let done = at(&bench, &administrator, &["purge", "--confirm", "1"]).good();
    assert!(
        done.contains("Gallring 1: 1 akt är gallrad") && !done.contains("Gammal") && !done.contains("G-1"),
        "{done}"
    );
    assert!(at(&bench, &leader, &["show", "family", "G-1"]).err.contains("G-1"));
    let requests = at(&bench, &administrator, &["purge", "--requests", "--json"]).json();
    assert_eq!(requests[0]["purged"]["families"], 1);
    at(&bench, &leader, &["verify"]).good();
}

/// The first user of a role.
pub fn user(bench: &Bench, role: &str) -> String {
    let users = bench.plain(&["--casebook", "casebook", "--user", "Karin", "list", "users", "--json"]).json();
    let found = users.as_array().unwrap().iter().find(|user| user["role"] == role).unwrap();
    found["name"].as_str().unwrap().to_owned()
}

fn leader(bench: &Bench) -> String {
    user(bench, "team_leader")
}

fn administrator(bench: &Bench) -> String {
    user(bench, "administrator")
}

#[test]
fn an_extract_has_every_kind_in_which_somebody_has_a_part() {
    let bench = Bench::with_families();
    bench.run(&["add", "lind igår hem @Sara #skola -- hemlig anteckning"]).good();
    let told = bench.run(&["extract", "L-1"]).good();
    assert!(told.starts_with("Registerutdrag för L-1"), "{told}");
    assert!(told.contains("Sara") && !told.contains("hemlig anteckning"), "{told}");
    assert!(
        !told.contains(": ;") && !told.lines().any(|line| line.ends_with(": ")),
        "nothing is said of nothing: {told}"
    );
    let said = bench.run(&["extract", "L-1", "--json"]).json();
    let kinds: Vec<&String> = said["records"].as_object().unwrap().keys().collect();
    assert!(kinds.contains(&&"people".to_owned()) && kinds.contains(&&"sessions".to_owned()), "{kinds:?}");
    // Of oneself one is told all; of a child, what anybody's file tells.
    let people = said["records"]["people"].as_array().unwrap();
    let told = |reference: &str, key: &str| {
        let row = people.iter().find(|row| row["ref"] == reference);
        row.and_then(|row| row[key].as_str()).unwrap_or_default().to_owned()
    };
    assert_eq!((told("L-1", "birth_on"), told("L-1", "phone")), ("1988-05-01".into(), "070-174 06 05".into()));
    assert!(people.iter().any(|row| row["ref"] != "L-1"), "the children are there: {people:?}");
    for row in people.iter().filter(|row| row["ref"] != "L-1") {
        assert!(["*", ""].contains(&row["phone"].as_str().unwrap_or_default()), "{row}");
    }
    assert!(bench.run(&["extract", "P-9999"]).bad(4).contains("P-9999"));
}

#[test]
fn a_correction_leaves_what_stood_there_with_why() {
    let bench = Bench::with_families();
    bench.run(&["add", "lind igår hem @Sara"]).good();
    let id = bench.rows("sessions")[0]["id"].to_string();
    let correct = |words: &[&str]| bench.run(&[&["correct", "sessions", &id], words].concat());
    let said = correct(&["mode=office"]).bad(3);
    assert!(said.contains("behöver ett skäl"), "{said}");
    let said = correct(&["mode=nobody", "--reason", "fel"]).bad(3);
    assert!(said.contains("nobody"), "{said}");
    assert!(correct(&["colour=red", "--reason", "fel"]).bad(2).contains("colour"));
    correct(&["mode=office", "--reason", "vi sågs på kontoret", "--asked-by", "Sara"]).good();
    assert_eq!(bench.rows("sessions")[0]["mode"], "office");
    let changes = correct(&["--changes", "--json"]).json();
    assert_eq!(changes[1]["before"]["mode"], "home_visit");
    assert_eq!((&changes[1]["reason"], &changes[1]["asked_by"]), (&json!("vi sågs på kontoret"), &json!("Sara")));
    let told = correct(&["--changes"]).good();
    assert!(told.contains("mode: home_visit -> office") && told.contains("vi sågs på kontoret"), "{told}");
    bench.run(&["verify"]).good();
}
