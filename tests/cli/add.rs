//! The quick line on the command line.

use serde_json::{Value, json};

use crate::bench::Bench;

const LINE: &str = "träff Lindström igår 14-15:30 hem @Sara @Elias #skola mål2=+1 -- gick igenom läxorna, bättre vecka";

fn understood() -> Value {
    json!({
        "kind": "session", "family": "Lindström", "case_ref": "2026-0143", "date": "2026-11-20", "start": "14:00",
        "minutes": 90, "mode": "home_visit", "session_kind": "conversation", "people": ["Sara", "Elias"],
        "areas": ["school"], "goals": [{ "goal": 2, "attainment": 1, "done": false }], "outcome": "held",
        "cancelled_by": null, "reason": null, "follow_up": null, "note": "gick igenom läxorna, bättre vecka",
    })
}

#[test]
fn a_dry_run_says_what_was_understood_and_changes_nothing() {
    let bench = Bench::with_families();
    let said = bench.run(&["add", LINE, "--dry-run", "--json"]).json();
    assert_eq!(said, understood());
    let keys: Vec<&str> = said.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys[..7], ["kind", "family", "case_ref", "date", "start", "minutes", "mode"]);
    let spoken = bench.run(&["add", LINE, "--dry-run"]).good();
    assert!(
        spoken.starts_with("Så här förstås raden; inget är sparat.\n  Familj      Lindström 2026-0143\n"),
        "{spoken}"
    );
    assert!(bench.rows("sessions").is_empty());
}

#[test]
fn a_line_becomes_a_session_of_whoever_wrote_it() {
    let bench = Bench::with_families();
    let said = bench.run(&["add", LINE, "--json"]).json();
    assert_eq!(said["id"], 1);
    let session = &bench.rows("sessions")[0];
    assert_eq!(session["staff"], json!(["Karin"]));
    assert_eq!(session["goals"], json!(["2=+1"]));
}

#[test]
fn what_is_not_understood_is_named_and_nothing_is_saved() {
    let bench = Bench::with_families();
    for (line, told) in [
        ("Lindström igår blorp", "”blorp”"),
        ("Lindström @Mona", "Sara (mamma) · Elias (barn) · Noah (barn)"),
        ("igår tel", "familjen saknas"),
        ("Lindström 31/2", "”31/2” är ingen dag"),
        ("Lindström #musik", "Skolgång · Fritid"),
        ("umgänge Elias @mamma jämna", "saknar veckodag"),
        ("umgänge Elias jämna lör", "den som barnet träffar saknas"),
        ("", "Raden är tom"),
    ] {
        let said = bench.run(&["add", line]).bad(3);
        assert!(said.contains(told) && said.lines().count() == 1, "{line}: {said}");
    }
    let error = bench.run(&["add", "Lindström @Mona", "--json"]).error(3);
    assert_eq!(error["parts"][0]["part"], "@Mona");
    assert_eq!(error["parts"][0]["candidates"], json!(["Sara (mamma)", "Elias (barn)", "Noah (barn)"]));
    assert!(bench.rows("sessions").is_empty() && bench.rows("visits").is_empty());
}

#[test]
fn visits_are_understood_and_nothing_is_saved_on_trial() {
    let bench = Bench::with_families();
    let line = "umgänge Elias @mamma jämna lör 10-14 tom v22 steg3 stöd:Karin plats:Lekoteket -- ta med ritblock";
    let said = bench.run(&["add", "--dry-run", "--json", line]).json();
    for (key, value) in [
        ("kind", json!("visit")),
        ("child", json!("Elias")),
        ("with", json!(["Sara"])),
        ("pattern", json!({ "every": "even", "week_53": null })),
        ("weekdays", json!(["sat"])),
        ("start", json!("10:00")),
        ("end", json!("14:00")),
        ("from", json!("2026-11-28")),
        ("until", json!("2027-06-06")),
        ("contact", json!("in_person")),
        ("step", json!(3)),
        ("supporter", json!(["Karin"])),
        ("place", json!("Lekoteket")),
        ("note", json!("ta med ritblock")),
    ] {
        assert_eq!(said[key], value, "{key}");
    }
    assert_eq!(said["dates"][0], "2026-11-28");
    assert_eq!(said["warnings"][0]["kind"], "week_53");
    let spoken = bench.run(&["add", "--dry-run", line]).good();
    assert!(spoken.contains("jämna veckor lö") && spoken.contains("v53:nummer"), "{spoken}");
    assert!(bench.rows("visits").is_empty());
}
