//! Check-ins on the command line: listed, in files, and the record of a day.

use serde_json::{Value, json};
use trygg::domain::check_in::{CheckIn, Meeting};
use trygg::domain::codes::Colour;
use trygg::domain::directory::Directory;
use trygg::store::Origin;

use crate::bench::Bench;

/// A meeting over Lindström and Berg at which one of them was spoken of.
pub fn bench() -> Bench {
    let bench = Bench::with_families();
    let store = bench.store();
    let family = |name: &str| Directory::families(&store, name).unwrap()[0].id;
    let on = "2026-11-21".parse().unwrap();
    let meeting = Meeting {
        on,
        called_by: "Karin".to_owned(),
        present: vec!["Karin".to_owned(), "Sara".to_owned()],
        pace_minutes: 3,
        families: vec![family("Lindström"), family("Berg")],
        ended_on: None,
    };
    let meeting = store.add(&meeting, Origin::Direct).unwrap();
    let said = CheckIn {
        family: family("Lindström"),
        meeting: Some(meeting),
        on,
        colour: Colour::Yellow,
        sentence: Some("Skolan går trögt.".to_owned()),
        decision: Some("Vi söker extra stöd.".to_owned()),
        next_step: Some("ring skolan".to_owned()),
        who: Some("Sara".to_owned()),
        due_on: Some("2026-11-27".parse().unwrap()),
        as_before: false,
        by: "Karin".to_owned(),
    };
    store.record_check_in(&said, None, None, Origin::Direct).unwrap();
    bench
}

fn columns() -> Value {
    json!({
        "case_ref": "2026-0143", "on": "2026-11-21", "colour": "yellow", "sentence": "Skolan går trögt.",
        "decision": "Vi söker extra stöd.", "next_step": "ring skolan", "who": "Sara", "due_on": "2026-11-27",
        "by": "Karin", "as_before": null,
    })
}

#[test]
fn check_ins_are_listed_and_exported_by_family_and_period() {
    let bench = bench();
    let mut expected = columns();
    expected.as_object_mut().unwrap().insert("id".to_owned(), 1.into());
    assert_eq!(bench.rows("check-ins"), [expected]);
    let listed = bench.run(&["list", "check-ins"]).good();
    assert!(listed.contains("Lindström") && listed.contains("gul") && listed.contains("ring skolan"), "{listed}");
    let csv = bench.run(&["export", "check-ins", "--family", "Lindström", "--from", "2026-11-21"]).good();
    assert_eq!(
        csv,
        "case_ref,on,colour,sentence,decision,next_step,who,due_on,by,as_before\n2026-0143,2026-11-21,yellow,\
         Skolan går trögt.,Vi söker extra stöd.,ring skolan,Sara,2026-11-27,Karin,\n"
    );
    for narrowed in [["--family", "Berg"], ["--to", "2026-11-20"]] {
        let csv = bench.run(&["export", "check-ins", narrowed[0], narrowed[1]]).good();
        assert_eq!(csv.lines().count(), 1, "{csv}");
    }
    let path = bench.path("avstämningar.xlsx");
    bench.run(&["export", "check-ins", "--out", path.to_str().unwrap()]).good();
    assert!(path.exists());
}

#[test]
fn the_record_of_a_day_is_told() {
    let bench = bench();
    let told = bench.run(&["show", "check-in", "idag"]).good();
    assert_eq!(
        told,
        "Avstämning lördag 21 november 2026\n  Närvarande: Karin, Sara\n  Pågår.\n\n\
         BESLUT (1)\n  Lindström 2026-0143  Vi söker extra stöd.\n\n\
         UPPGIFTER (1)\n  · ring skolan  Sara  Lindström 2026-0143  fr 27/11\n\n\
         EJ GENOMGÅNGNA (1)\n  Berg 2026-0150\n\n\
         GENOMGÅNGNA (1)\n  ▲ gul  Lindström 2026-0143\n      Skolan går trögt.\n      \
         → ring skolan  (Sara, fr 27/11)\n"
    );
    let told = bench.run(&["show", "check-in", "2026-11-21", "--json"]).json();
    let record = &told[0];
    assert_eq!((&record["present"], &record["not_reached"]), (&json!(["Karin", "Sara"]), &json!(["2026-0150"])));
    assert_eq!(record["tasks"][0]["what"], "ring skolan");
    let mut said = columns();
    said.as_object_mut().unwrap().insert("as_before".to_owned(), false.into());
    assert_eq!(record["said"], json!([said]));
    assert!(bench.run(&["show", "check-in", "igår"]).bad(4).contains("Ingen avstämning 2026-11-20"));
    bench.run(&["show", "check-in"]).bad(2);
    bench.run(&["show", "check-in", "kaffe"]).bad(2);
}
