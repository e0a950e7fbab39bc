//! Facts for research, and figures of several casebooks: what leaves the house, and that it counts as reports do.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use crate::bench::Bench;

const DISTRICTS: [&str; 3] = ["Norr", "Öster", "Väster"];
const KINDS: [&str; 3] = ["family_home", "emergency_home", "residential_home"];

/// Families with a child each, placed one day after the other; one whose identity is protected, if there is.
fn bench(families: usize, protected: Option<usize>) -> Bench {
    let bench = Bench::new();
    let mut files = [
        ("families", "case_ref,name,status,started_on,district\n".to_owned()),
        ("people", "ref,case_ref,given_name,role,birth_on,protection\n".to_owned()),
        ("placements", "person_ref,kind,started_on,home\n".to_owned()),
        ("sessions", "case_ref,on,kind,mode,outcome,minutes,staff,note\n".to_owned()),
    ];
    for number in 0..families {
        let (district, kind) = (DISTRICTS[number % 3], KINDS[number % 2]);
        let protection = if protected == Some(number) { "protected_registration" } else { "none" };
        let day = number % 28 + 1;
        files[0].1 += &format!("F-{number},Släkten{number},active,2026-01-02,{district}\n");
        files[1].1 += &format!("P-{number},F-{number},Barnet{number},child,2015-05-04,{protection}\n");
        files[2].1 += &format!("P-{number},{kind},2026-03-{day:02},Hemgården\n");
        for week in 0..=number % 3 {
            let on = format!("2026-04-{:02}", 6 + 7 * week);
            files[3].1 += &format!("F-{number},{on},conversation,office,held,60,Karin,Hemliga ord\n");
        }
    }
    for (kind, text) in files {
        bench.run(&["import", kind, &bench.file(&format!("{kind}.csv"), text)]).good();
    }
    bench
}

/// The lines of a file, each by the names of its columns.
fn rows(bench: &Bench, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(bench.path(name)).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| header.iter().zip(line.split(',')).map(|(key, cell)| ((*key).into(), cell.into())).collect();
    lines.map(row).collect()
}

fn extract(bench: &Bench, into: &str) {
    fs::create_dir_all(bench.path(into)).unwrap();
    let words = ["research", "--unit", "nord", "--out", into, "--from", "2026-01-01", "--format", "csv"];
    bench.run(&words).good();
}

#[test]
fn facts_name_nobody_and_are_the_owner_s_alone() {
    let bench = bench(24, None);
    extract(&bench, "fakta");
    for entry in fs::read_dir(bench.path("fakta")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for secret in ["Släkten", "Barnet", "F-1", "P-1", "2015-05", "Hemgården", "Hemliga", "Karin"] {
            assert!(!text.contains(secret), "{}: {secret}", path.display());
        }
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
    let placed = rows(&bench, "fakta/placements-nord-2026.csv");
    let met = rows(&bench, "fakta/sessions-nord-2026.csv");
    assert_eq!((placed.len(), met.len()), (24, 48));
    // The same family has the same pseudonym in every file.
    assert!(met.iter().all(|one| placed.iter().any(|other| one["family"] == other["family"])));
    extract(&bench, "igen");
    let read = |name: &str| fs::read_to_string(bench.path(name)).unwrap();
    assert_eq!(read("fakta/placements-nord-2026.csv"), read("igen/placements-nord-2026.csv"));
    let other = self::bench(24, None);
    extract(&other, "fakta");
    let others = rows(&other, "fakta/placements-nord-2026.csv");
    assert!(placed.iter().all(|one| others.iter().all(|other| one["child"] != other["child"])));
    let manifest: Value = serde_json::from_str(&read("fakta/manifest-nord.json")).unwrap();
    assert_eq!((&manifest["schema"], &manifest["unit"]), (&json!(1), &json!("nord")));
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 5);
    assert_eq!(files[0]["coarse"], false);
    let log = bench.run(&["access", "log"]).good();
    assert!(log.contains("forskning"), "{log}");
}

#[test]
fn a_small_unit_and_whoever_is_protected_are_told_of_coarsely() {
    for (families, protected, coarse) in [(24, None, 0), (24, Some(3), 1), (19, None, 19)] {
        let bench = bench(families, protected);
        extract(&bench, "fakta");
        let placed = rows(&bench, "fakta/placements-nord-2026.csv");
        let is_coarse = |row: &&BTreeMap<String, String>| row["district"].is_empty();
        let found: Vec<_> = placed.iter().filter(is_coarse).collect();
        assert_eq!(found.len(), coarse, "{families} {protected:?}");
        assert!(found.iter().all(|row| row["started_on"] == "2026-03-01"));
    }
}

#[test]
fn a_family_with_a_home_that_is_kept_back_is_told_of_coarsely() {
    let bench = bench(24, None);
    let hidden = "person_ref,kind,started_on,hidden_location\nP-5,emergency_home,2026-03-06,yes\n";
    bench.run(&["import", "placements", &bench.file("gömd.csv", hidden)]).good();
    extract(&bench, "fakta");
    let placed = rows(&bench, "fakta/placements-nord-2026.csv");
    let coarse: Vec<_> = placed.iter().filter(|row| row["district"].is_empty()).collect();
    assert_eq!((placed.len(), coarse.len()), (24, 1));
    assert_eq!(coarse[0]["started_on"], "2026-03-01");
    let of_family = |row: &&BTreeMap<String, String>| row["family"] == coarse[0]["family"];
    let met = rows(&bench, "fakta/sessions-nord-2026.csv");
    assert!(met.iter().filter(of_family).all(|row| row["district"].is_empty() && row["on_day"] == "2026-04-01"));
}

#[test]
fn facts_that_are_counted_elsewhere_are_masked_to_the_same_table() {
    let bench = bench(25, None);
    extract(&bench, "fakta");
    let mut counts: BTreeMap<(String, String), u32> = BTreeMap::new();
    for row in rows(&bench, "fakta/placements-nord-2026.csv") {
        *counts.entry((row["district"].clone(), row["kind"].clone())).or_default() += 1;
    }
    let lines = counts.iter().map(|((district, kind), n)| format!("{district},{kind},{n}\n"));
    let file = bench.file("antal.csv", format!("district,kind,n\n{}", lines.collect::<String>()));
    let words = ["report", "placements", "--from", "2026-01-01", "--format", "csv"];
    let ours = bench.run(&words).good();
    assert!(ours.contains('*') || ours.contains("Norr,0,0,4"), "{ours}");
    assert_eq!(bench.run(&[&words[..], &["--counts", &file]].concat()).good(), ours);
    let said = bench.run(&[&words[..], &["--counts", &file, "--district", "Norr"]].concat()).bad(2);
    assert!(said.contains("redan räknade"), "{said}");
    let torn = bench.file("trasig.csv", "district,kind,n\nNorr,family_home,två\n");
    let said = bench.run(&[&words[..], &["--counts", &torn]].concat()).bad(3);
    assert!(said.contains("Rad 2") && said.contains("två"), "{said}");
}

#[test]
fn several_casebooks_are_counted_together_and_only_reports_take_them() {
    let (one, other) = (bench(24, None), bench(12, None));
    let further = other.casebook().display().to_string();
    let words = ["report", "weeks", "--from", "2026-01-01", "--internal", "--format", "json"];
    let weeks = |casebooks: &[&str]| {
        let mut all = vec!["--user", "Karin", "--passphrase-file", "passphrase", "--today", "2026-11-21"];
        all.extend(words);
        all.extend(casebooks.iter().flat_map(|casebook| ["--casebook", casebook]));
        one.plain(&all).json()
    };
    let total = |told: &Value| told["total"]["families"].as_u64().unwrap();
    let (ours, theirs) = (weeks(&["casebook"]), weeks(&[&further]));
    let both = weeks(&["casebook", &further]);
    assert_eq!((total(&ours), total(&theirs), total(&both)), (24, 12, 36));
    let of = |told: &Value, number: &str| {
        let rows = told["rows"].as_array().unwrap();
        rows.iter().find(|row| row["weeks"] == number).map_or(0, |row| row["families"].as_u64().unwrap())
    };
    for number in ["1", "2", "3"] {
        assert_eq!(of(&both, number), of(&ours, number) + of(&theirs, number), "{number}");
    }
    // None is passed over without a word.
    let said = one.run(&[&words[..], &["--casebook", &further]].concat()).bad(2);
    assert!(said.contains("både före och efter"), "{said}");
    let said = one.plain(&["list", "families", "--casebook", "casebook", "--casebook", &further]).bad(2);
    assert!(said.contains("Bara rapporter"), "{said}");
}

#[test]
fn facts_are_a_team_leader_s_to_give_out_and_go_nowhere_near_the_casebook() {
    let bench = bench(3, None);
    let inside = bench.casebook().display().to_string();
    let said = bench.run(&["research", "--unit", "nord", "--out", &inside]).bad(2);
    assert!(said.contains("registrets katalog") || said.contains("registret"), "{said}");
    for (unit, into) in [("Nord", "."), ("../nord", "."), ("nord", "saknas")] {
        bench.run(&["research", "--unit", unit, "--out", into]).bad(2);
    }
    let demo = Bench::demo("5");
    for (user, status) in [("Gunilla", 5), ("Lena", 5), ("Bo", 5)] {
        let words = ["--casebook", "casebook", "--user", user, "research", "--unit", "nord", "--out", "."];
        demo.plain(&words).bad(status);
    }
}
