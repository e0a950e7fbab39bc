//! Lists: the exact shapes of JSON, the columns for people, filters.

use serde_json::{Value, json};

use crate::bench::Bench;

fn keys(row: &Value) -> Vec<&str> {
    row.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_has_the_columns_of_the_contract() {
    let bench = Bench::with_families();
    bench.run(&["add", "Lindström igår 14-15:30 @Elias #skola -- läxor"]).good();
    let families = bench.rows("families");
    assert_eq!(
        keys(&families[1]),
        [
            "id",
            "case_ref",
            "name",
            "status",
            "started_on",
            "district",
            "planned_end_on",
            "closed_on",
            "phase",
            "legal_form",
            "child_support",
            "parent_support",
            "other_support",
        ]
    );
    assert_eq!(
        families[1],
        json!({
            "id": 1, "case_ref": "2026-0143", "name": "Lindström", "status": "active", "started_on": "2026-03-02",
            "district": "Norr", "planned_end_on": "2027-03-02", "closed_on": null, "phase": "strong_and_safe",
            "legal_form": "open_service", "child_support": ["Karin", "Åsa"], "parent_support": ["Sara"],
            "other_support": [],
        })
    );
    assert_eq!(
        bench.rows("people")[2],
        json!({
            "id": 2, "ref": "L-2", "case_ref": "2026-0143", "given_name": "Elias", "role": "child",
            "family_name": null, "personal_id": "201701012393", "id_system": "personal_number",
            "birth_on": "2017-01-01", "lives": "placed",
            "guardian": null, "protection": "none", "protected_against": [], "phone": null,
            "language": "arabiska", "interpreter": null,
        })
    );
    assert_eq!(
        bench.rows("placements")[0],
        json!({
            "id": 1, "person_ref": "L-2", "kind": "emergency_home", "started_on": "2026-02-20",
            "legal_basis": "lvu_6", "district": "Söder", "home": "Jourhem Fält", "ended_on": "2026-03-01",
            "end_reason": "re_placement", "hidden_location": "no", "school_change": "no", "school_started_on": null,
            "placed_with": [],
        })
    );
    assert_eq!(
        bench.rows("sessions")[0],
        json!({
            "id": 1, "case_ref": "2026-0143", "on": "2026-11-20", "kind": "conversation", "mode": "home_visit",
            "outcome": "held", "start": "14:00", "minutes": 90, "cancelled_by": null, "reason": null,
            "areas": ["school"], "people": ["Elias"], "staff": ["Karin"], "level": null, "setting": null,
            "follow_up_on": null, "note": "läxor", "next_step": null, "goals": [],
            "cancelled_by_person": null, "despite": null, "announced": null, "alone": null,
        })
    );
}

#[test]
fn an_empty_list_is_a_list() {
    assert_eq!(Bench::new().run(&["list", "sessions", "--json"]).good(), "[]\n");
}

#[test]
fn people_read_columns() {
    let bench = Bench::with_families();
    let said = bench.run(&["list", "families"]).good();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "Ärende     Namn       Status     Från        Distrikt  Fas              Stöd: barnen  Stöd: föräldrar",
            "2026-0150  Berg       förfrågan  2026-11-10",
            "2026-0143  Lindström  pågår      2026-03-02  Norr      Stark och Trygg  Karin, Åsa    Sara",
        ]
    );
    assert!(bench.run(&["--lang", "en", "list", "families"]).good().contains("active"));
}

#[test]
fn filters_narrow() {
    let bench = Bench::with_families();
    for line in ["Lindström 1/11 tel", "Lindström igår tel", "Berg idag kontor"] {
        bench.run(&["add", line]).good();
    }
    for (words, expected) in [
        (vec!["list", "sessions"], 3),
        (vec!["list", "sessions", "--family", "lind"], 2),
        (vec!["list", "sessions", "--family", "2026-0150"], 1),
        (vec!["list", "sessions", "--from", "2026-11-02"], 2),
        (vec!["list", "sessions", "--to", "igår"], 2),
        (vec!["list", "sessions", "--from", "igår", "--to", "igår"], 1),
        (vec!["list", "people", "--family", "Berg"], 1),
        (vec!["list", "placements", "--to", "2026-03-01"], 1),
        (vec!["list", "placements", "--from", "2026-03-02"], 1),
        (vec!["list", "families", "--to", "2026-10-01"], 1),
    ] {
        let rows = bench.run(&[&words[..], &["--json"]].concat()).json();
        assert_eq!(rows.as_array().unwrap().len(), expected, "{words:?}");
    }
    for (words, status, told) in [
        (vec!["list", "sessions", "--family", "nobody"], 4, "nobody"),
        (vec!["list", "sessions", "--from", "v54"], 2, "v54"),
        (vec!["list", "sessions", "--from", "idag", "--to", "igår"], 2, "slutar innan"),
        (vec!["list", "users", "--family", "Berg"], 2, "familj"),
    ] {
        let said = bench.run(&words).bad(status);
        assert!(said.contains(told), "{words:?}: {said}");
    }
}

#[test]
fn phones_and_homes_of_the_protected_are_not_listed() {
    let bench = Bench::with_families();
    let path = bench.file(
        "placements.csv",
        "person_ref,kind,started_on,home,district,hidden_location\nL-3,shelter,2026-11-01,Hemligt hus,Dold,yes\n",
    );
    bench.run(&["import", "placements", &path]).good();
    let mona = bench.rows("people").into_iter().find(|row| row["ref"] == "B-1").unwrap();
    assert_eq!([&mona["given_name"], &mona["phone"]], [&json!("*"), &json!("*")]);
    assert_eq!(mona["protection"], "confidentiality_flag");
    let noah = bench.rows("placements").into_iter().find(|row| row["person_ref"] == "L-3").unwrap();
    assert_eq!([&noah["home"], &noah["district"], &noah["legal_basis"]], [&json!("*"), &json!("*"), &Value::Null]);
    for words in [["list", "placements"], ["list", "people"], ["export", "placements"], ["export", "people"]] {
        let said = bench.run(&words).good();
        assert!(!said.contains("Hemligt hus") && !said.contains("Dold,") && !said.contains("070-174 06 06"), "{said}");
    }
}

#[test]
fn roles_see_what_is_theirs() {
    let bench = Bench::demo("6");
    let as_user = |user: &str, words: &[&str]| {
        bench.plain(&[&["--casebook", "casebook", "--user", user, "--today", "2026-11-21"], words].concat())
    };
    let all = as_user("Karin", &["list", "families", "--json"]).json().as_array().unwrap().len();
    let hers = as_user("Sara", &["list", "families", "--json"]).json().as_array().unwrap().len();
    assert_eq!(all, 6);
    assert!(hers < all, "{hers}");
    for words in
        [&["list", "families"][..], &["list", "sessions"], &["show", "family", "Lindström"], &["export", "people"]]
    {
        let said = as_user("Gunilla", words).bad(5);
        assert!(said.contains("statistiker"), "{said}");
    }
    as_user("Sara", &["list", "users"]).bad(5);
    let file = bench.file("families.csv", crate::bench::FAMILIES);
    as_user("Sara", &["import", "families", &file, "--dry-run"]).bad(5);
}

#[test]
fn duties_are_listed_with_their_source_and_reported_without_small_counts() {
    let bench = Bench::demo("12");
    let as_user = |user: &str, words: &[&str]| {
        bench.plain(&[&["--casebook", "casebook", "--today", "2026-11-21", "--user", user], words].concat())
    };
    let due = as_user("Karin", &["list", "due", "--json"]).json();
    let due = due.as_array().unwrap();
    let call = due.iter().find(|duty| duty["rule"] == "crisis_call" && duty["state"] == "late").unwrap();
    assert_eq!((&call["days_late"], &call["due_on"]), (&json!(2), &json!("2026-11-19")));
    assert!(call["source"].as_str().unwrap().contains("Alingsås") && call["person"].is_string(), "{call}");
    assert!(due.iter().all(|duty| ["late", "due", "open", "unknown"].contains(&duty["state"].as_str().unwrap())));
    let year = as_user("Karin", &["list", "due", "--from", "2026-01-01", "--to", "2026-11-21", "--json"]).json();
    assert!(year.as_array().unwrap().iter().any(|duty| duty["state"] == "met"));
    for user in ["Karin", "Gunilla"] {
        let csv = as_user(user, &["report", "deadlines", "--format", "csv"]).good();
        assert!(csv.starts_with("rule,met_in_time,met_late,missed,open,unknown\n"), "{csv}");
        let calls = csv.lines().find(|line| line.starts_with("crisis_call")).unwrap();
        assert!(calls.contains('*') && csv.lines().last().unwrap().starts_with("total,"), "{csv}");
    }
    let internal = as_user("Karin", &["report", "deadlines", "--internal", "--format", "csv"]).good();
    assert!(!internal.contains('*'), "{internal}");
    as_user("Gunilla", &["report", "deadlines", "--internal"]).bad(5);
    as_user("Sara", &["report", "deadlines"]).bad(5);
}
