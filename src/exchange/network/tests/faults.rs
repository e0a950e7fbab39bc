//! All of a file or nothing of it: every fault of every row, with its line and column.

use super::*;

/// Line, column, value and reason of every mistake.
fn faults(casebook: &Casebook, text: &str) -> Vec<String> {
    let mistakes = import(casebook, text.as_bytes()).err().unwrap_or_default();
    let told = mistakes.first.iter().map(|mistake| {
        let fault = &mistake.fault;
        format!("{} {} {} {}", mistake.line, fault.field, fault.value, fault.why.key())
    });
    told.collect()
}

const HEADER: &str = "case_ref,ego_ref,drawn_on,name,sector,ring,relation,role,known_to\n";

#[test]
fn every_fault_is_told_by_its_row() {
    let good = "2026-1,P-11,2026-03-09,Ulla,relatives,1,strong,mormor,Ali\n2026-1,P-11,2026-03-09,Ali,friends,2,,,\n";
    for (name, row, expected) in [
        ("nothing wrong", "2026-1,P-11,2026-03-09,Eva,school_work,2,,,Ulla;Ali", &[][..]),
        ("no such family", "2026-9,P-11,2026-03-09,Eva,friends,2,,,", &["4 case_ref 2026-9 no-such-family"]),
        ("nobody in the middle", "2026-1,P-99,2026-03-09,Eva,friends,2,,,", &["4 ego_ref P-99 no-such-person"]),
        ("one of another family", "2026-1,Q-1,2026-03-09,Eva,friends,2,,,", &["4 ego_ref Q-1 no-such-person"]),
        ("no day", "2026-1,P-11,9/3,Eva,friends,2,,,", &["4 drawn_on 9/3 not-a-day"]),
        ("a day to come", "2026-1,P-11,2026-12-01,Eva,friends,2,,,", &["4 drawn_on 2026-12-01 not-yet"]),
        ("no name", "2026-1,P-11,2026-03-09,,friends,2,,,", &["4 name  missing"]),
        ("no sector", "2026-1,P-11,2026-03-09,Eva,vänner,2,,,", &["4 sector vänner not-in-list"]),
        ("no ring", "2026-1,P-11,2026-03-09,Eva,friends,4,,,", &["4 ring 4 not-in-list"]),
        ("an empty ring", "2026-1,P-11,2026-03-09,Eva,friends,,,,", &["4 ring  missing"]),
        ("no relation", "2026-1,P-11,2026-03-09,Eva,friends,2,bra,,", &["4 relation bra not-in-list"]),
        ("not on the map", "2026-1,P-11,2026-03-09,Eva,friends,2,,,Ulla;Bo", &["4 known_to Ulla;Bo not-on-map"]),
        ("knows themselves", "2026-1,P-11,2026-03-09,Eva,friends,2,,,Eva", &["4 known_to Eva not-on-map"]),
        ("on another map", "2026-1,P-11,2026-04-09,Eva,friends,2,,,Ulla", &["4 known_to Ulla not-on-map"]),
        ("twice", "2026-1,P-11,2026-03-09,ulla,friends,2,,,", &["4 name ulla double"]),
        ("the one in the middle", "2026-1,P-11,2026-03-09,Elias,friends,2,,,", &["4 name Elias is-the-ego"]),
        ("by reference too", "2026-1,P-11,2026-03-09,P-11,friends,2,,,", &["4 name P-11 is-the-ego"]),
        ("of the same name but another", "2026-1,P-11,2026-03-09,Elias,friends,2,,vän,", &[]),
        (
            "several at once",
            "2026-1,P-11,x,,y,9,z,,Bo",
            &[
                "4 drawn_on x not-a-day",
                "4 name  missing",
                "4 sector y not-in-list",
                "4 ring 9 not-in-list",
                "4 relation z not-in-list",
                "4 known_to Bo not-on-map",
            ],
        ),
    ] {
        assert_eq!(faults(&Casebook::with(&[]), &format!("{HEADER}{good}{row}\n")), expected, "{name}");
    }
}

#[test]
fn a_map_that_is_there_already_is_not_taken_in_again() {
    let row = "2026-1,P-11,2026-03-09,Ulla,relatives,1,,,\n";
    let there = Casebook::with(&[march()]);
    assert_eq!(faults(&there, &format!("{HEADER}{row}")), ["2 drawn_on 2026-03-09 double"]);
    assert_eq!(faults(&there, &format!("{HEADER}{}", row.replace("P-11", "P-12"))), [""; 0]);
}

#[test]
fn one_under_two_names_is_found_out() {
    let rows = "2026-1,P-11,2026-03-09,Sara,family,1,,,\n2026-1,P-11,2026-03-09,P-12,family,1,,,\n";
    assert_eq!(faults(&Casebook::with(&[]), &format!("{HEADER}{rows}")), ["3 name P-12 double"]);
}

#[test]
fn who_could_be_several_must_be_told_apart() {
    let november = november();
    let later = "2026-1,P-11,2026-11-20,Eva,leisure,1,,,\n";
    let there = Casebook::with(&[november]);
    assert_eq!(faults(&there, &format!("{HEADER}{later}")), ["2 name Eva ambiguous"]);
    let told = later.replace("1,,,", "1,,tränare,");
    let read = import(&there, format!("{HEADER}{told}").as_bytes()).unwrap();
    assert_eq!(read[0].people[0].key, PersonKey(7));
}

#[test]
fn a_header_must_name_its_columns() {
    for (header, key) in [("case_ref,ego_ref", "missing-columns"), ("case_ref,namn", "unknown-columns")] {
        let table = Table::read(format!("{header}\n1,2\n").as_bytes()).unwrap();
        let casebook = Casebook::with(&[]);
        let problem = incoming::read(&table, day("2026-11-21"), &casebook, &casebook, "Karin").unwrap_err();
        assert_eq!(problem.key, key);
    }
}
