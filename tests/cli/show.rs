//! A family's page.

use serde_json::{Value, json};

use crate::bench::Bench;

fn bench() -> Bench {
    let bench = Bench::with_families();
    bench.run(&["add", "Lindström igår 14-15:30 @Elias #skola"]).good();
    bench.run(&["add", "Lindström 2026-12-01 kontor @Sara"]).good();
    bench
}

#[test]
fn a_family_is_shown_with_all_that_belongs_to_it() {
    let bench = bench();
    let page = bench.run(&["show", "family", "lind", "--json"]).json();
    let keys: Vec<&str> = page.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys[..3], ["id", "case_ref", "name"]);
    assert_eq!(
        keys[keys.len() - 9..],
        [
            "people",
            "kin",
            "placements",
            "last_session",
            "next_session",
            "arrangements",
            "next_visits",
            "restrictions",
            "ladder"
        ]
    );
    let people = bench.rows("people").into_iter().filter(|row| row["case_ref"] == "2026-0143");
    assert_eq!(page["people"], people.collect::<Value>());
    let mut placements = bench.rows("placements");
    placements.reverse();
    assert_eq!(page["placements"], Value::from(placements), "newest first");
    assert_eq!(page["last_session"], bench.rows("sessions")[0]);
    assert_eq!(page["next_session"], bench.rows("sessions")[1]);
    let berg = bench.run(&["show", "family", "2026-0150", "--json"]).json();
    assert_eq!([&berg["placements"], &berg["last_session"]], [&json!([]), &Value::Null]);
}

#[test]
fn people_read_a_page() {
    let said = bench().run(&["show", "family", "Lindström"]).good();
    for line in [
        "Lindström  2026-0143",
        "  Stöd: barnen     Karin, Åsa",
        "  Senaste träff    2026-11-20 · 14:00 · samtal · hembesök · Elias · Karin",
        "  Sara       mamma  38 år  hemma               070-174 06 05",
        "  Elias  familjehem  2026-03-02 –             Familjehem Dahl",
    ] {
        assert!(said.lines().any(|shown| shown.trim_end() == line), "{line}\n{said}");
    }
}

#[test]
fn relations_are_told_and_drawn() {
    let bench = Bench::demo("2");
    let page = bench.run(&["show", "family", "Lindström", "--json"]).json();
    let kin = page["kin"].as_array().unwrap();
    assert_eq!(kin.len(), 6);
    let of =
        |place: usize| ["person", "kin_relation", "other", "has_ended", "ended_on"].map(|key| kin[place][key].clone());
    assert_eq!(of(0), [json!("Sara"), json!("partner_of"), json!("Amir"), json!("yes"), json!("2024-05-05")]);
    assert_eq!(of(5), [json!("Annika"), json!("cares_for"), json!("Elias"), json!(null), json!(null)]);
    let text = bench.run(&["show", "family", "Lindström"]).good();
    assert!(text.contains("Relationer\n") && text.contains("upphörde 5/5 2024"), "{text}");
    let tree = bench.run(&["render", "tree", "--family", "Lindström", "--size", "80x24"]).good();
    assert!(tree.contains("Lindström · familjeträd") && tree.contains("Elias, 10 ━━━ Annika, 52"), "{tree}");
    assert!(bench.run(&["render", "tree", "--size", "80x24"]).good().contains("Öppna en familj först"));
    assert!(bench.run(&["render", "blorp"]).bad(2).contains("tree"));
}

#[test]
fn a_family_must_be_meant() {
    let bench = bench();
    let path = bench.file("more.csv", "case_ref,name,status,started_on\nL-9,Lindgren,active,2026-01-01\n");
    bench.run(&["import", "families", &path]).good();
    assert!(bench.run(&["show", "family", "lind"]).bad(3).contains("Lindgren L-9 · Lindström 2026-0143"));
    let error = bench.run(&["show", "family", "Ingen", "--json"]).error(4);
    assert_eq!(error["kind"], "not_found");
    bench.run(&["show", "family", "lindgren"]).good();
}
