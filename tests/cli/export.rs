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
                  follow_up_on,note,next_step,goals,cancelled_by_person";
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
