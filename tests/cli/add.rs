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

#[test]
fn a_day_far_away_needs_a_yes() {
    let bench = Bench::with_families();
    let line = "umgänge Elias @mamma 15/11 13-15";
    let said = bench.run(&["add", line]).bad(3);
    assert!(said.contains("2027-11-15") && said.contains("--yes"), "{said}");
    assert!(bench.rows("visits").is_empty());
    let tried = bench.run(&["add", line, "--dry-run", "--json"]).json();
    assert_eq!(tried["asks"], json!(["far_day"]));
    let near = bench.run(&["add", "umgänge Elias @mamma 28/11 13-15", "--dry-run", "--json"]).json();
    assert_eq!(near.get("asks"), None);
    bench.run(&["add", line, "--yes"]).good();
    // A task and a session likewise; with its year written or not.
    for line in ["att Lindström ring skolan 2028-01-01", "Lindström 2025-01-15 tel -- ringde"] {
        assert!(bench.run(&["add", line]).bad(3).contains("--yes"), "{line}");
        bench.run(&["add", line, "--yes"]).good();
    }
}

#[test]
fn a_line_comes_by_standard_input_too() {
    let bench = Bench::with_families();
    bench.fed(&["add"], "Lindström igår tel -- från standard in\n").good();
    assert_eq!(bench.rows("sessions")[0]["note"], "från standard in");
    for (text, status, told) in [
        ("", 2, "tom"),
        ("\n \n", 2, "tom"),
        ("Lindström tel\nBerg tel\n", 2, "flera rader"),
        (&format!("Lindström tel -- {}", "x".repeat(60_000)), 3, "8 000 tecken"),
    ] {
        let said = bench.fed(&["add"], text).bad(status);
        assert!(said.contains(told), "{told}: {said}");
    }
    assert_eq!(bench.rows("sessions").len(), 1);
}

#[test]
fn a_supporter_nobody_knows_is_no_slip_that_stays() {
    let bench = Bench::with_families();
    let said = bench.run(&["add", "umgänge Elias @mamma 28/11 10-12 stöd:Karim"]).bad(3);
    assert!(said.contains("Karin") && said.contains("ny:"), "{said}");
    bench.run(&["add", "umgänge Elias @mamma 28/11 10-12 stöd:ny:Karim"]).good();
    assert_eq!(bench.visits("2026-11-28", "2026-11-28")[0]["supporter"], json!(["Karim"]));
}

#[test]
fn a_named_family_binds_every_person() {
    let bench = Bench::with_families();
    for family in ["Berg", "berg", "2026-0150"] {
        let said = bench.run(&["add", &format!("umgänge Elias {family} @mamma lör 10-14")]).bad(3);
        assert!(said.contains("Elias"), "{said}");
    }
    assert!(bench.rows("visits").is_empty());
}

#[test]
fn who_cancelled_comes_back_from_a_file() {
    let bench = Bench::with_families();
    bench.run(&["add", "Lindström igår inställd(mamma: sjuk)"]).good();
    bench.run(&["add", "umgänge Elias @mamma igår inställd(Sara: sjuk)"]).good();
    let session = &bench.rows("sessions")[0];
    assert_eq!((&session["cancelled_by"], &session["cancelled_by_person"]), (&json!("parent"), &json!("L-1")));
    let visit = &bench.visits("2026-11-20", "2026-11-20")[0];
    assert_eq!((&visit["cancelled_by"], &visit["cancelled_by_person"]), (&json!("parent"), &json!("L-1")));
    let other = Bench::with_families();
    for kind in ["sessions", "visits"] {
        let days = if kind == "visits" { &["--from", "2026-11-01", "--to", "2026-11-30"][..] } else { &[] };
        let whole = bench.run(&[&["export", kind], days].concat()).good();
        let file = other.file(&format!("{kind}.csv"), &whole);
        other.run(&["import", kind, &file]).good();
        assert_eq!(other.run(&[&["export", kind], days].concat()).good(), whole);
    }
    // A person of another side than the code says, and a person where nothing was cancelled.
    for (row, told) in [
        ("2026-0143,2026-11-19,advice,phone,cancelled,child,L-1", "cancelled_by_person"),
        ("2026-0143,2026-11-19,advice,phone,held,,L-1", "cancelled_by_person"),
    ] {
        let text = format!("case_ref,on,kind,mode,outcome,cancelled_by,cancelled_by_person\n{row}\n");
        let file = other.file("wrong.csv", &text);
        assert!(other.run(&["import", "sessions", &file]).bad(3).contains(told), "{row}");
    }
}
