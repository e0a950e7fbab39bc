//! Reports that leave the house one after the other, and what each of them may still tell.

use crate::bench::Bench;

/// A unit with a family whose children are placed by kind and district in 2025.
fn placed(placements: &[(&str, &str, usize)]) -> Bench {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\n2026-014,Lindström,active,2025-01-01\n";
    let mut people = "ref,case_ref,given_name,role\n".to_owned();
    let mut rows = "person_ref,kind,started_on,ended_on,district\n".to_owned();
    let mut child = 0;
    for (district, kind, many) in placements {
        for _ in 0..*many {
            child += 1;
            people.push_str(&format!("c{child},2026-014,Barn{child},child\n"));
            rows.push_str(&format!("c{child},{kind},2025-02-02,2025-06-02,{district}\n"));
        }
    }
    for (kind, text) in [("families", families.to_owned()), ("people", people), ("placements", rows)] {
        let file = bench.file("in.csv", text);
        bench.run(&["import", kind, &file]).good();
    }
    bench
}

/// Sessions that were held, by month and how people met.
fn held(bench: &Bench, told: &[(&str, &str, usize)]) {
    let mut rows = "case_ref,on,kind,mode,outcome,minutes\n".to_owned();
    for (month, mode, many) in told {
        for day in 1..=*many {
            rows.push_str(&format!("2026-014,{month}-{day:02},conversation,{mode},held,45\n"));
        }
    }
    let file = bench.file("sessions.csv", rows);
    bench.run(&["import", "sessions", &file]).good();
}

const FEW: &[(&str, &str, usize)] = &[
    ("Bromma", "emergency_home", 5),
    ("Bromma", "family_home", 2),
    ("Kista", "emergency_home", 7),
    ("Kista", "family_home", 6),
];

fn report<'a>(name: &'a str, period: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", name, "--period", period, "--format", "csv"], more].concat()
}

#[test]
fn true_totals_after_masked_figures_of_the_same_days_are_refused() {
    let bench = placed(FEW);
    let masked = bench.run(&report("placements", "2025", &[])).good();
    assert!(masked.contains("Bromma,0,0,5,*,0,0,5") && masked.ends_with("total,0,0,12,6,0,0,18\n"), "{masked}");
    let said = bench.run(&report("placements", "2025", &["--totals", "true"])).bad(5);
    assert!(said.contains("summor av det som visades") && said.contains("2026-11-21"), "{said}");
    // As it was it may go out again, and inside the unit it is as it is.
    assert_eq!(bench.run(&report("placements", "2025", &[])).good(), masked);
    let inside = bench.run(&report("placements", "2025", &["--internal"])).good();
    assert!(inside.ends_with("total,0,0,12,8,0,0,20\n"), "{inside}");
    bench.run(&report("placements", "2024", &["--totals", "true"])).good();
}

#[test]
fn with_true_totals_more_is_masked_and_stays_so() {
    let bench = placed(FEW);
    let told = bench.run(&report("placements", "2025", &["--totals", "true"])).good();
    assert_eq!(
        told,
        "district,secure_youth_home,residential_home,emergency_home,family_home,shelter,supported_housing,total\n\
         Bromma,0,0,*,*,0,0,7\nKista,0,0,*,*,0,0,13\ntotal,0,0,12,8,0,0,20\n"
    );
    let text = bench.run(&["report", "placements", "--period", "2025", "--totals", "true"]).good();
    assert!(text.contains("eller ett större tal som skulle röja ett sådant"), "{text}");
    let later = bench.run(&report("placements", "2025", &[])).good();
    assert!(later.contains("Kista,0,0,*,*,0,0,0"), "{later}");
}

#[test]
fn a_quarter_that_leaves_after_its_months_tells_none_of_them() {
    let bench = placed(&[]);
    held(&bench, &[("2025-01", "office", 2), ("2025-02", "office", 9), ("2025-03", "office", 11)]);
    held(&bench, &[("2025-01", "phone", 5), ("2025-02", "phone", 6), ("2025-03", "phone", 7)]);
    for month in ["2025-01", "2025-02", "2025-03"] {
        bench.run(&report("sessions", month, &["--by", "mode"])).good();
    }
    let quarter = bench.run(&report("sessions", "2025-Q1", &["--by", "mode"])).good();
    assert!(quarter.contains("\noffice,*,") && quarter.contains("\nphone,18,"), "{quarter}");
    let asked = ["report", "sessions", "--period", "2025-Q1", "--by", "mode", "--format", "json"];
    let told = bench.run(&asked).json();
    assert!(told["disclosure"].as_str().unwrap().contains("har lämnat enheten"), "{told}");
    // Alone it says so many.
    let alone = placed(&[]);
    held(&alone, &[("2025-01", "office", 2), ("2025-02", "office", 9), ("2025-03", "office", 11)]);
    assert!(alone.run(&report("sessions", "2025-Q1", &["--by", "mode"])).good().contains("\noffice,22,"));
}

#[test]
fn what_is_for_the_unit_alone_says_so_and_leaves_nothing_behind() {
    let bench = placed(FEW);
    bench.run(&["report", "placements", "--period", "2025", "--internal", "--out", "ut.xlsx"]).good();
    let log = bench.run(&["access", "log", "--json"]).json();
    assert!(log.to_string().contains("\"internal\":true"), "{log}");
    let shown = bench.run(&["report", "placements", "--period", "2025", "--internal"]).good();
    assert!(shown.starts_with("INTERN"), "{shown}");
    // No figure of it has left the house, so true ones may.
    bench.run(&report("placements", "2025", &["--totals", "true"])).good();
}

#[test]
fn totals_are_shown_or_true() {
    let bench = placed(&[]);
    bench.run(&report("placements", "2025", &["--totals", "false"])).bad(2);
    bench.run(&report("placements", "2025", &["--totals", "shown"])).good();
}
