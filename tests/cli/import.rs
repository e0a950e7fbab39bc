//! Files coming in: all of them or nothing, and every mistake told.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::json;

use crate::bench::{Bench, FAMILIES};

#[test]
fn good_files_of_each_kind_come_in() {
    let bench = Bench::with_families();
    let path = bench.file(
        "sessions.csv",
        "case_ref,on,kind,mode,outcome,people\n2026-0143,2026-11-19,advice,phone,held,Sara;L-3\n",
    );
    assert_eq!(bench.run(&["import", "sessions", &path]).good(), "1 träff är inläst.\n");
    let counts = ["families", "people", "placements", "sessions"].map(|kind| bench.rows(kind).len());
    assert_eq!(counts, [2, 4, 2, 1]);
}

#[test]
fn a_dry_run_stores_nothing() {
    let bench = Bench::new();
    let path = bench.file("families.csv", FAMILIES);
    let said = bench.run(&["import", "families", &path, "--dry-run", "--json"]).json();
    let told = ["rows", "new", "changed", "unchanged", "dry_run"].map(|key| said[key].clone());
    assert_eq!(told, [json!(2), json!(2), json!(0), json!(0), json!(true)]);
    let said = bench.run(&["import", "families", &path, "--dry-run"]).good();
    assert!(said.starts_with("2 familjer kan läsas in; inget är sparat.\n"), "{said}");
    assert!(bench.rows("families").is_empty());
    let said = bench.run(&["import", "families", &path]).good();
    assert!(said.starts_with("2 familjer är inlästa.\n") && said.contains("i personalen är n"), "{said}");
}

#[test]
fn separators_marks_line_ends_and_order_do_not_matter() {
    for (name, text) in [
        ("order", "started_on,status,name,case_ref\n2026-03-02,active,Lindström,A-1\n"),
        ("mark", "\u{feff}case_ref,name,status,started_on\nA-1,Lindström,active,2026-03-02\n"),
        ("semicolons", "case_ref;name;status;started_on\r\nA-1;Lindström;active;2026-03-02\r\n"),
        ("trailing", "case_ref,name,status,started_on\nA-1,Lindström,active,2026-03-02\n,,,\n\n  \n"),
    ] {
        let bench = Bench::new();
        let path = bench.file("families.csv", text);
        bench.run(&["import", "families", &path]).good();
        let rows = bench.rows("families");
        assert_eq!(rows.len(), 1, "{name}");
        assert_eq!((&rows[0]["name"], &rows[0]["started_on"]), (&json!("Lindström"), &json!("2026-03-02")), "{name}");
    }
}

#[test]
fn a_spreadsheet_comes_in_with_real_days_and_numbers() {
    let bench = Bench::with_families();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("hh:mm");
    sheet.write_row(0, 0, ["case_ref", "on", "start", "minutes", "kind", "mode", "outcome"]).unwrap();
    sheet.write(1, 0, "2026-0143").unwrap();
    sheet.write_with_format(1, 1, ExcelDateTime::from_ymd(2026, 11, 19).unwrap(), &day).unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_hms(14, 30, 0).unwrap(), &time).unwrap();
    sheet.write(1, 3, 90).unwrap();
    for (column, code) in [(4, "conversation"), (5, "home_visit"), (6, "held")] {
        sheet.write(1, column, code).unwrap();
    }
    let path = bench.file("sessions.xlsx", workbook.save_to_buffer().unwrap());
    bench.run(&["import", "sessions", &path]).good();
    let session = &bench.rows("sessions")[0];
    let found = ["on", "start", "minutes"].map(|key| session[key].clone());
    assert_eq!(found, [json!("2026-11-19"), json!("14:30"), json!(90)]);
}

#[test]
fn every_mistake_is_told_and_nothing_is_stored() {
    let bench = Bench::with_families();
    let path = bench.file(
        "sessions.csv",
        "case_ref,on,kind,mode,outcome,minutes\n\
         2026-0143,2026-11-19,advice,phone,held,20\n\
         \n\
         2026-9999,19/11,råd,phone,held,1,5\n",
    );
    assert!(bench.run(&["import", "sessions", &path]).bad(3).contains("Rad 4 har fler fält"));
    let path = bench.file(
        "sessions.csv",
        "case_ref,on,kind,mode,outcome,minutes\n\
         2026-0143,2026-11-19,advice,phone,held,20\n\
         \n\
         2026-9999,19/11,råd,phone,held,halv\n",
    );
    let said = bench.run(&["import", "sessions", &path]).bad(3);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[..3],
        [
            "trygg: Fel i filen: 4. Inget är sparat.",
            "  rad 4, kolumn case_ref, ”2026-9999”: är ingen familj i registret",
            "  rad 4, kolumn on, ”19/11”: är ingen dag; skriv den som 2026-11-19",
        ]
    );
    let error = bench.run(&["import", "sessions", &path, "--json"]).error(3);
    assert_eq!(error["kind"], "invalid");
    assert_eq!(error["more"], 0);
    assert_eq!(
        error["rows"][3],
        json!({ "line": 4, "column": "minutes", "value": "halv",
                "reason": "är inget antal minuter mellan 1 och 1440" })
    );
    assert!(bench.rows("sessions").is_empty());
}

#[test]
fn bad_files_of_each_kind_store_nothing() {
    let bench = Bench::with_families();
    for (kind, text, told) in [
        (
            "families",
            "case_ref,name,status,started_on\nA-1,A,active,2026-01-01\na-1,B,active,2026-01-01\n",
            "rad 3, kolumn case_ref, ”a-1”",
        ),
        (
            "people",
            "ref,case_ref,given_name,role\nX-1,2026-0143,A,child\nX-1,2026-0143,B,child\n",
            "rad 3, kolumn ref, ”X-1”",
        ),
        (
            "people",
            "ref,case_ref,given_name,role,personal_id\nX-1,2026-0143,A,child,201701012394\n",
            "rad 2, kolumn personal_id",
        ),
        (
            "placements",
            "person_ref,kind,started_on\nL-2,shelter,2026-01-01\nL-9,shelter,2026-01-01\n",
            "rad 3, kolumn person_ref, ”L-9”",
        ),
        (
            "sessions",
            "case_ref,on,kind,mode,outcome,people\n2026-0143,2026-11-01,advice,phone,held,Mona\n",
            "rad 2, kolumn people, ”Mona”",
        ),
        ("families", "case_ref,name,status,colour\nA-1,A,active,blue\n", "Okända kolumner: colour."),
        ("families", "case_ref,name\nA-1,A\n", "Kolumner saknas: status, started_on."),
        ("families", "", "Filen är tom."),
    ] {
        let before = bench.rows(kind);
        let path = bench.file("bad.csv", text);
        let said = bench.run(&["import", kind, &path]).bad(3);
        assert!(said.contains(told), "{kind}: {said}");
        assert_eq!(bench.rows(kind), before, "{kind}");
    }
}

#[test]
fn a_hundred_mistakes_are_told_and_the_others_counted() {
    let bench = Bench::with_families();
    let rows = "2026-0143,igår,advice,phone,held\n".repeat(130);
    let path = bench.file("sessions.csv", format!("case_ref,on,kind,mode,outcome\n{rows}"));
    let said = bench.run(&["import", "sessions", &path]).bad(3);
    assert_eq!(said.lines().count(), 102);
    assert!(said.ends_with("och 30 fel till\n"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let said = Bench::new().run(&["import", "families", "nowhere.csv"]).bad(2);
    assert!(said.contains("nowhere.csv"), "{said}");
}

/// A list as a school sends it: its own column names, words and days.
const LIST: &str = "Barnets namn;Förnamn;Roll;Född;Skola\nx;Sara;Mamma;9/3 1988;-\nx;Ali;barn;19/11 2017;Norra\n";

#[test]
fn a_spreadsheet_of_somebody_elses_is_read_by_a_mapping_that_is_kept() {
    let bench = Bench::with_families();
    let before = bench.rows("people").len();
    let path = bench.file("lista.csv", LIST);
    let read = |more: &[&str]| bench.run(&[&["import", "people", path.as_str()], more].concat());
    let said = read(&["--mapping", "skola"]).bad(2);
    assert!(said.contains("--new-mapping skola"), "{said}");
    let said = read(&["--new-mapping", "skola"]).good();
    for told in ["Förnamn → given_name", "Roll → role", "barn → child", "d/m/y", "Barnets namn, Skola", "ref"] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    assert_eq!(bench.rows("people").len(), before);
    let kept = bench.casebook().join("imports.toml");
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(read(&["--new-mapping", "skola"]).bad(2).contains("skola"));
    // What it does not know, somebody says.
    let own = format!("# Skolan\n{text}\n[mapping.always]\nref = \"S-1\"\ncase_ref = \"2026-0143\"\n");
    std::fs::write(&kept, own).unwrap();
    let both = read(&["--mapping", "skola", "--dry-run"]);
    assert!(both.status != 0 && both.err.contains("S-1"), "two of one reference: {}", both.err);
    let path = bench.file("lista.csv", LIST.lines().take(2).map(|line| format!("{line}\n")).collect::<String>());
    let read = |more: &[&str]| bench.run(&[&["import", "people", path.as_str()], more].concat());
    let said = read(&["--mapping", "skola", "--dry-run", "--json"]).json();
    assert_eq!((&said["new"], &said["left_out"]), (&json!(1), &json!(["Barnets namn", "Skola"])));
    assert_eq!(bench.rows("people").len(), before);
    read(&["--mapping", "skola"]).good();
    let people = bench.rows("people");
    let sara = people.iter().find(|row| row["ref"] == "S-1").unwrap();
    assert_eq!(
        (&sara["given_name"], &sara["role"], &sara["birth_on"]),
        (&json!("Sara"), &json!("mother"), &json!("1988-03-09"))
    );
    // The next time it tells what would change, and a mapping of other records is none of these.
    let path = bench.file(
        "lista.csv",
        LIST.lines().take(2).map(|line| format!("{}\n", line.replace("Sara", "Sarah"))).collect::<String>(),
    );
    let said = bench.run(&["import", "people", &path, "--mapping", "skola", "--dry-run"]).good();
    assert!(said.contains("given_name"), "{said}");
    assert!(bench.run(&["import", "sessions", &path, "--mapping", "skola"]).bad(2).contains("people"));
    // A second one leaves the first as it was written.
    bench.run(&["import", "people", &path, "--new-mapping", "annan"]).good();
    let both = std::fs::read_to_string(&kept).unwrap();
    assert!(both.starts_with("# Skolan\n") && both.contains("annan"), "{both}");
}
