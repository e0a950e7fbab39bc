//! A folder of lists coming in: which file is what, in which order, and what is told where one is wrong.

use std::fs;

use serde_json::json;

use crate::bench::{Bench, FAMILIES, PEOPLE, PLACEMENTS};

/// A list as a school sends it, and how it is read.
const PUPILS: &str = "Elev;Roll;Född\nTuva;barn;3/2 2015\n";
const MAPPING: &str = "[[mapping]]
name = \"skolan\"
kind = \"people\"
files = \"elever\"
days = \"d/m/y\"
columns = { Elev = \"given_name\", Roll = \"role\", \"Född\" = \"birth_on\" }
words.role = { barn = \"child\" }
always = { case_ref = \"2026-0143\", ref = \"S-1\" }
";

/// A casebook of nobody, and a folder with lists of everybody.
fn with_folder() -> Bench {
    let bench = Bench::new();
    fs::create_dir(bench.path("listor")).unwrap();
    fs::write(bench.casebook().join("imports.toml"), MAPPING).unwrap();
    let lists = [
        ("placements.csv", PLACEMENTS),
        ("people.csv", PEOPLE),
        ("families.csv", FAMILIES),
        ("Elever ht 2026.csv", PUPILS),
        ("läs mig.txt", "hej"),
        (".~lock.people.csv#", "x"),
    ];
    for (name, text) in lists {
        bench.file(&format!("listor/{name}"), text);
    }
    bench
}

fn counts(bench: &Bench) -> [usize; 3] {
    ["families", "people", "placements"].map(|kind| bench.rows(kind).len())
}

#[test]
fn a_folder_comes_in_in_the_order_that_lets_each_name_what_is_there() {
    let bench = with_folder();
    let said = bench.run(&["import", "folder", "listor"]).good();
    let firsts: Vec<&str> = said.lines().filter(|line| !line.starts_with(' ')).collect();
    let right = [
        "families.csv: 2 familjer är inlästa.",
        "Elever ht 2026.csv (skolan): 1 person är inläst.",
        "people.csv: 4 personer är inlästa.",
        "placements.csv: 2 placeringar är inlästa.",
        "Inte lästa, för inget säger vad de är: läs mig.txt",
    ];
    assert_eq!(firsts, right, "{said}");
    assert_eq!(counts(&bench), [2, 5, 2]);
    // The same folder once more doubles nothing.
    let said = bench.run(&["import", "folder", "listor", "--json"]).json();
    let of = |list: &serde_json::Value| (list["new"].clone(), list["unchanged"].clone());
    let all: Vec<_> = said["lists"].as_array().unwrap().iter().map(of).collect();
    assert_eq!(all, [(0, 2), (0, 1), (0, 4), (0, 2)].map(|(new, same)| (json!(new), json!(same))));
    assert_eq!(said["lists"][1]["mapping"], json!("skolan"));
    assert_eq!(counts(&bench), [2, 5, 2]);
}

#[test]
fn a_trial_tells_what_would_come_and_what_waits_and_stores_nothing() {
    let bench = with_folder();
    let said = bench.run(&["import", "folder", "listor", "--dry-run"]).good();
    for told in ["families.csv: 2 familjer kan läsas in", "people.csv: 4 rader nämner något ur listorna före"] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    assert_eq!(counts(&bench), [0, 0, 0]);
}

#[test]
fn what_is_wrong_in_any_list_is_told_before_anything_is_stored() {
    for (name, text, told) in [
        ("placements.csv", PLACEMENTS.replace("2026-03-02", "2/3"), vec!["placements.csv", "rad 3", "started_on"]),
        ("people.csv", PEOPLE.replace("given_name", "namn"), vec!["people.csv: ", "namn"]),
        ("families.csv", String::new(), vec!["families.csv: "]),
        ("Elever ht 2026.csv", PUPILS.replace("Elev;", "Namn;"), vec!["Elever ht 2026.csv: ", "Elev"]),
        ("families.csv", FAMILIES.replace("active", "öppen"), vec!["families.csv", "status", "Inget i katalogen"]),
    ] {
        let bench = with_folder();
        bench.file(&format!("listor/{name}"), text);
        let said = bench.run(&["import", "folder", "listor"]).bad(3);
        for told in told {
            assert!(said.contains(told), "{name}, {told}\n{said}");
        }
        assert_eq!(counts(&bench), [0, 0, 0], "{name}");
    }
}

#[test]
fn where_a_later_list_names_nobody_those_before_it_are_in_and_it_can_be_done_again() {
    let bench = with_folder();
    bench.file("listor/placements.csv", PLACEMENTS.replace("L-2", "L-9"));
    let said = bench.run(&["import", "folder", "listor"]).bad(3);
    for told in ["Fel i placements.csv: 2", "families.csv, Elever ht 2026.csv, people.csv är inlästa", "L-9"] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    assert_eq!(counts(&bench), [2, 5, 0]);
    bench.file("listor/placements.csv", PLACEMENTS);
    bench.run(&["import", "folder", "listor"]).good();
    assert_eq!(counts(&bench), [2, 5, 2]);
}

#[test]
fn a_folder_that_is_none_or_holds_no_list_says_so() {
    let bench = Bench::new();
    assert!(bench.run(&["import", "folder", "nowhere"]).bad(2).contains("nowhere"));
    fs::create_dir(bench.path("tom")).unwrap();
    bench.file("tom/brev.docx", "x");
    let said = bench.run(&["import", "folder", "tom"]).bad(2);
    assert!(said.contains("ingen lista") && said.contains("files = "), "{said}");
    assert!(bench.run(&["import", "folder", "tom", "--mapping", "x"]).bad(2).contains("egna former"));
}
