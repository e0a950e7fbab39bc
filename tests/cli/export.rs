//! Files going out, and coming back.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::bench::{Bench, PEOPLE};

const KINDS: [&str; 4] = ["families", "people", "placements", "sessions"];

const LINE: &str = "Lindström igår 14-15:30 @Elias #skola #fritid mål2=+1 -- =SUMMA(A1); \"citat\"";

fn lines() -> Bench {
    let bench = Bench::with_families();
    bench.run(&["add", LINE]).good();
    bench
}

#[test]
fn what_is_kept_back_of_a_protected_person_is_told_and_does_not_come_in() {
    let (there, here) = (lines(), Bench::new());
    for (kind, status) in [("families", 0), ("people", 3)] {
        let file = here.path(&format!("{kind}.csv")).display().to_string();
        there.run(&["export", kind, "--out", &file]).good();
        let answer = here.run(&["import", kind, &file]);
        assert_eq!(answer.status, status, "{kind}: {}", answer.err);
        assert!(status == 0 || answer.err.contains("kolumn phone, ”*”: doldes när filen gjordes"), "{}", answer.err);
    }
}

#[test]
fn what_is_exported_comes_back_in_every_format() {
    let there = Bench::with_people(&PEOPLE.replace("confidentiality_flag", "none"));
    there.run(&["add", LINE]).good();
    for format in ["csv", "xlsx"] {
        let here = Bench::new();
        for kind in KINDS {
            let file = here.path(&format!("{kind}.{format}")).display().to_string();
            let said = there.run(&["export", kind, "--format", format, "--out", &file]).good();
            assert!(said.contains(&file), "{said}");
            here.run(&["import", kind, &file]).good();
            let rows = |bench: &Bench| {
                let mut rows = bench.rows(kind);
                rows.iter_mut().for_each(|row| row["id"] = Value::Null);
                rows
            };
            assert_eq!(rows(&here), rows(&there), "{kind} {format}");
        }
    }
}

#[test]
fn a_header_names_the_columns_that_import_takes() {
    let bench = lines();
    let csv = bench.run(&["export", "sessions"]).good();
    let header = "case_ref,on,kind,mode,outcome,start,minutes,cancelled_by,reason,areas,people,staff,level,setting,\
                  follow_up_on,note,next_step,goals,cancelled_by_person,despite,announced,alone";
    assert_eq!(csv.lines().next(), Some(header));
    assert!(csv.contains("'=SUMMA(A1); \"\"citat\"\""), "{csv}");
    let json: Value = bench.run(&["export", "people", "--format", "json"]).json();
    assert_eq!(json[0]["ref"], "B-1");
}

#[test]
fn a_file_is_whole_and_its_owners() {
    let bench = lines();
    let out = bench.path("people.json");
    fs::write(&out, "before").unwrap();
    let name = out.display().to_string();
    bench.run(&["export", "people", "--out", &name, "--family", "nobody"]).bad(4);
    assert_eq!(fs::read_to_string(&out).unwrap(), "before", "what fails changes nothing");
    bench.run(&["export", "people", "--out", &name]).good();
    assert!(fs::read_to_string(&out).unwrap().starts_with("[{\"id\":"), "the name chooses the format");
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    bench.run(&["export", "people", "--out", "no/such/place.csv"]).bad(8);
}

#[test]
fn every_kind_goes_out_as_a_header_at_least_and_comes_in_as_nothing() {
    let bench = Bench::new();
    for noun in trygg::exchange::Noun::in_order() {
        let kind = noun.name();
        let csv = bench.run(&["export", kind]).good();
        assert_eq!(csv.lines().count(), 1, "{kind}: {csv}");
        let path = bench.file("header.csv", &csv);
        bench.run(&["import", kind, &path]).good();
        bench.run(&["list", kind]).good();
        assert_eq!(bench.run(&["list", kind, "--json"]).json(), Value::Array(Vec::new()), "{kind}");
    }
}

#[test]
fn an_event_keeps_its_text_and_a_file_read_twice_changes_nothing() {
    let (there, here) = (Bench::with_families(), Bench::with_families());
    let text = "case_ref,kind,on,person,answered_on,note\n\
                2026-0143,talk_with_child,2026-11-03,L-2,,\"Ringde BVC; \"\"allt väl\"\"\"\n\
                2026-0143,support_asked,2026-11-04,,,\n";
    let path = there.file("events.csv", text);
    assert_eq!(there.run(&["import", "events", &path]).good(), "2 händelser är inlästa.\n");
    let list = there.run(&["list", "events"]).good();
    assert!(list.contains("Ringde BVC; \"allt väl\""), "{list}");
    let out = here.path("events.csv").display().to_string();
    there.run(&["export", "events", "--out", &out]).good();
    here.run(&["import", "events", &out]).good();
    assert_eq!(here.run(&["export", "events"]).good(), fs::read_to_string(&out).unwrap());
    let again = here.run(&["import", "events", &out]).good();
    assert!(again.contains("0 nya, 0 ändrade, 2 oförändrade."), "{again}");
    let answered = here.file("answered.csv", text.replace("2026-11-04,,,", "2026-11-04,,2026-11-09,"));
    let said = here.run(&["import", "events", &answered]).good();
    assert!(said.contains("0 nya, 1 ändrade, 1 oförändrade.\nrad 3 ändrar: answered_on\n"), "{said}");
    assert_eq!(here.rows("events").len(), 2);
}

#[test]
fn the_whole_is_for_a_team_leader_and_is_told_in_the_journal() {
    let bench = Bench::with_families();
    let masked = bench.run(&["export", "people"]).good();
    assert!(masked.contains(",*,"), "{masked}");
    let path = bench.file("masked.csv", &masked);
    let said = bench.run(&["import", "people", &path]).good();
    assert!(said.contains("0 nya, 0 ändrade, 4 oförändrade."), "{said}");
    let out = bench.path("whole.csv");
    bench.run(&["export", "people", "--whole", "--out", &out.display().to_string()]).good();
    let whole = fs::read_to_string(&out).unwrap();
    assert!(!whole.contains(",*,"), "{whole}");
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    bench.run(&["export", "visits", "--whole", "--format", "ics"]).bad(2);
    let trail = bench.store().journal(trygg::store::Trail::Newest, 99).unwrap();
    let told = trail.iter().filter(|row| row.noun == "people" && row.act == "export");
    let said = told.filter_map(|row| serde_json::from_str::<Value>(row.after.as_deref()?).ok());
    assert_eq!(said.filter(|said| said["whole"] == true).count(), 1);
    let demo = Bench::demo("2");
    for user in ["Sara", "Bo"] {
        demo.plain(&["--casebook", "casebook", "--user", user, "export", "people", "--whole"]).bad(5);
    }
}

#[test]
fn who_reads_no_cases_gets_no_kind() {
    let demo = Bench::demo("2");
    for noun in trygg::exchange::Noun::in_order() {
        for command in ["list", "export"] {
            demo.plain(&["--casebook", "casebook", "--user", "Bo", command, noun.name()]).bad(5);
        }
    }
}
