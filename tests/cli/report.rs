//! Reports on the command line, with figures that were counted by hand.

use serde_json::{Value, json};

use crate::bench::Bench;

/// What was published of Stella, and the same as a file of counts.
const STELLA: &str = include_str!("../data/published/stella-advice-and-support.csv");

fn counts(until: &str) -> String {
    let mut lines = STELLA.lines();
    let years: Vec<&str> = lines.next().unwrap().split(',').skip(1).collect();
    let mut file = "year,row,value,until\n".to_owned();
    for line in lines {
        let (row, values) = line.split_once(',').unwrap();
        for (year, value) in years.iter().zip(values.split(',')) {
            let until = if *year == "2021" { until } else { "" };
            file.push_str(&format!("{year},{row},{value},{until}\n"));
        }
    }
    file
}

#[test]
fn the_published_table_of_advice_comes_out_of_counts() {
    let bench = Bench::new();
    let file = bench.file("counts.csv", counts(""));
    bench.run(&["import", "advice-counts", &file]).good();
    assert_eq!(bench.run(&["report", "advice", "--format", "csv"]).good(), STELLA);
    // By year it is the same table, turned.
    let by_year = bench.run(&["report", "advice", "--by", "year", "--format", "csv"]).good();
    assert_eq!(by_year.lines().nth(3), Some("2021,51,43,8,121,81,202"));
    // A file that comes again changes nothing, and one that says more changes that.
    bench.run(&["import", "advice-counts", &file]).good();
    let file = bench.file("counts.csv", counts("2021-11-12"));
    bench.run(&["import", "advice-counts", &file]).good();
    let marked = bench.run(&["report", "advice", "--format", "csv"]).good();
    assert_eq!(marked, format!("{STELLA}until,,,2021-11-12\n"));
    let text = bench.run(&["report", "advice"]).good();
    assert!(
        text.contains("2021 är en del av året, till och med 2021-11-12.") && text.contains("mättes inte"),
        "{text}"
    );
    let told = bench.run(&["report", "advice", "--format", "json"]).json();
    assert_eq!(told["rows"][0], json!({"measure": "new_visits", "2019": "not_measured", "2020": 45, "2021": 51}));
    assert_eq!(told["until"], json!({"2021": "2021-11-12"}));
    let listed = bench.run(&["list", "advice-counts", "--json"]).json();
    assert_eq!(listed.as_array().unwrap().len(), 18);
    let exported = bench.run(&["export", "advice-counts"]).good();
    assert!(exported.starts_with("year,row,value,until\n2019,new_visits,not_measured,\n"), "{exported}");
}

#[test]
fn a_count_that_is_none_is_told_of() {
    let bench = Bench::new();
    for (row, told) in [
        ("2021,new_visits,many,", "not_measured"),
        ("2021,visits,4,", "new_visits"),
        ("2021,new_visits,4,2020-11-12", "ligger i ett annat år"),
        ("21,new_visits,4,", "1990"),
    ] {
        let file = bench.file("counts.csv", format!("year,row,value,until\n{row}\n"));
        let said = bench.run(&["import", "advice-counts", &file]);
        assert!(said.status != 0 && said.err.contains(told), "{row}: {} {}", said.out, said.err);
    }
}

/// Sessions of advice of a mother and a father, in two years.
#[test]
fn sessions_give_what_nobody_counted() {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\n2026-014,Lindström,active,2025-01-01\n";
    let people =
        "ref,case_ref,given_name,role\nm,2026-014,Sara,mother\nf,2026-014,Per,father\nc,2026-014,Elias,child\n";
    for (kind, text) in [("families", families), ("people", people)] {
        bench.run(&["import", kind, &bench.file("in.csv", text)]).good();
    }
    let session = |on: &str, mode: &str, people: &str| format!("2026-014,{on},advice,{mode},held,45,{people}\n");
    let sessions = [
        session("2025-05-05", "phone", "m"),
        session("2025-06-05", "office", "m;c"),
        session("2026-01-05", "office", "m;f"),
        session("2026-02-05", "video", "f"),
        session("2026-03-05", "phone", "f"),
    ];
    let file = format!("case_ref,on,kind,mode,outcome,minutes,people\n{}", sessions.concat());
    let file = bench.file("sessions.csv", file);
    bench.run(&["import", "sessions", &file]).good();
    let inside = bench.run(&["report", "advice", "--internal", "--format", "csv"]).good();
    assert_eq!(
        inside,
        "measure,2025,2026\nnew_visits,1,1\nnew_visits_mothers,1,0\nnew_visits_fathers,0,1\nphone_calls,1,1\n\
         in_person_or_digital,1,2\ntotal_occasions,2,3\nuntil,,2026-11-21\n"
    );
    let counted = bench.file("counts.csv", "year,row,value\n2026,phone_calls,17\n");
    bench.run(&["import", "advice-counts", &counted]).good();
    let replaced = bench.run(&["report", "advice", "--internal", "--format", "csv"]).good();
    assert!(
        replaced.contains("\nphone_calls,1,17\n") && replaced.contains("\nin_person_or_digital,1,2\n"),
        "{replaced}"
    );
}

fn school(bench: &Bench) {
    let placements = [
        ("e", "emergency_home", "2026-11-02", "2026-11-09", "yes"),
        ("n", "family_home", "2026-11-03", "2026-11-12", "yes"),
        ("e", "family_home", "2026-11-18", "", "yes"),
        ("n", "shelter", "2026-11-10", "", "yes"),
        ("n", "shelter", "2026-11-11", "", "no"),
        ("n", "shelter", "2026-11-12", "", ""),
        ("n", "shelter", "2026-10-12", "", "yes"),
    ];
    let mut file = "person_ref,kind,started_on,school_started_on,school_change,district\n".to_owned();
    for (who, kind, from, school, change) in placements {
        file.push_str(&format!("{who},{kind},{from},{school},{change},Bromma\n"));
    }
    let file = bench.file("school.csv", file);
    bench.run(&["import", "placements", &file]).good();
}

#[test]
fn school_has_a_line_for_each_placement_inside_the_unit_and_none_of_few_outside() {
    let bench = Bench::new();
    let families =
        bench.file("families.csv", "case_ref,name,status,started_on\n2026-014,Lindström,active,2026-01-01\n");
    bench.run(&["import", "families", &families]).good();
    let people = "ref,case_ref,given_name,role,birth_on\ne,2026-014,Elias,child,2015-05-05\nn,2026-014,Noah,child,\n";
    let people = bench.file("people.csv", people);
    bench.run(&["import", "people", &people]).good();
    school(&bench);
    let inside = bench.run(&["report", "school", "--internal", "--format", "csv"]).good();
    assert_eq!(
        inside,
        "district,kind,started_on,school_started_on,days,over_7,school_days,stage\n\
         Bromma,emergency_home,2026-11-02,2026-11-09,7,no,5,compulsory\n\
         Bromma,family_home,2026-11-03,2026-11-12,9,yes,7,age_unknown\n\
         Bromma,shelter,2026-11-10,,11,yes,9,age_unknown\n\
         Bromma,family_home,2026-11-18,,3,,3,compulsory\n"
    );
    let outside = bench.run(&["report", "school", "--format", "csv"]).good();
    assert_eq!(outside.lines().count(), 1, "{outside}");
    let told = bench.run(&["report", "school", "--internal", "--format", "json"]).json();
    assert_eq!(told["total"], json!({"within_7": 1, "over_7": 2, "waiting": 1, "total": 4}));
    assert_eq!(told["summary"]["share_within_7"], json!(25));
    assert_eq!(told["missing"]["school_change"]["count"], json!(1));
    assert_eq!(told["missing"]["birth_on"]["count"], json!(2));
    let outside = bench.run(&["report", "school", "--format", "json"]).json();
    assert_eq!((&outside["left_out"], &outside["summary"]["share_within_7"]), (&json!("*"), &json!("*")));
    let by_kind = bench.run(&["report", "school", "--by", "kind", "--internal", "--format", "csv"]).good();
    assert!(by_kind.contains("\nfamily_home,0,1,1,2\n"), "{by_kind}");
}

#[test]
fn whoever_reads_figures_reads_them_masked_and_who_may_reads_them_as_they_are() {
    let bench = Bench::demo("12");
    let as_user = |user: &str, words: &[&str]| {
        bench.plain(&[&["--casebook", "casebook", "--today", "2026-11-21", "--user", user], words].concat())
    };
    for report in ["placements", "school", "visits", "contact"] {
        let inside = as_user("Karin", &["report", report, "--internal"]).good();
        assert!(inside.contains("INTERN"), "{inside}");
        as_user("Gunilla", &["report", report, "--internal"]).bad(5);
        as_user("Sara", &["report", report]).bad(5);
    }
    let title = as_user("Gunilla", &["report", "placements"]).good();
    assert!(title.starts_with("Placeringar efter form och ansvarigt distrikt, inte personer"), "{title}");
}

#[test]
fn a_period_and_an_axis_that_are_none_are_told_of() {
    let bench = Bench::demo("12");
    let run = |words: &[&str]| bench.plain(&[&["--casebook", "casebook", "--user", "Karin"], words].concat());
    assert!(run(&["report", "sessions", "--period", "2026-13"]).bad(2).contains("förra kvartalet"));
    assert!(run(&["report", "sessions", "--period", "2026", "--from", "2026-01-01"]).bad(2).contains("två gånger"));
    assert!(run(&["report", "sessions", "--by", "colour"]).bad(2).contains("area, level, mode, week, month, district"));
    run(&["report", "sessions", "--period", "förra kvartalet", "--by", "month"]).good();
}

#[test]
fn a_file_is_what_a_spreadsheet_takes() {
    let bench = Bench::with_families();
    let told = "person_ref,kind,started_on,district\n5,family_home,2026-01-02,=1+1\n";
    let placements = bench.file("more.csv", told.replace("5,", &format!("{},", child(&bench))));
    bench.run(&["import", "placements", &placements]).good();
    let words = ["report", "placements", "--internal", "--format", "csv", "--separator", ";", "--bom"];
    let csv = bench.run(&words).good();
    assert!(csv.starts_with("\u{feff}district;secure_youth_home;") && csv.contains("\n'=1+1;"), "{csv}");
    bench.run(&["report", "placements", "--internal", "--out", "ut.xlsx"]).good();
    let table = trygg::exchange::table::Table::read(&std::fs::read(bench.path("ut.xlsx")).unwrap()).unwrap();
    assert_eq!(table.header[..2], ["district", "secure_youth_home"]);
    assert!(table.rows.iter().any(|row| row.cells[0] == "=1+1"), "{table:?}");
}

/// The reference of the child who is placed.
fn child(bench: &Bench) -> String {
    let placements = bench.run(&["list", "placements", "--json"]).json();
    let placements: Vec<Value> = placements.as_array().unwrap().clone();
    placements[0]["person_ref"].as_str().unwrap().to_owned()
}
