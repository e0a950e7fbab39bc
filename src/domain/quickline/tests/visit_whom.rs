//! Whose visits: the child and the family that bare words name.

use super::visits::in_visits;
use super::*;

const ONCE: &str = "once from 2026-11-21 planned";

fn visits() -> Context {
    Context { kind: RecordKind::Visit, ..context() }
}

fn each(context: &Context, cases: &[(&str, &str)]) {
    for (line, expected) in cases {
        let expected = if expected.starts_with('?') { (*expected).to_owned() } else { format!("{expected} {ONCE}") };
        check(context, &[(line, &expected)]);
    }
}

#[test]
fn a_child_is_found_without_a_family() {
    each(
        &visits(),
        &[
            ("Elias @mamma", "A-1 3 @1"),
            ("eli @mamma", "A-1 3 @1"),
            ("umgänge YUSUF @Yusuf", "? missing_with []"),
            ("ann @Mona", "? ambiguous_who P-10 P-11 [ann]; person_without_family [@Mona]"),
            ("el @Mona", "? unknown [el]; person_without_family [@Mona]; missing_family []"),
            ("kaffe @mamma", "? unknown [kaffe]; person_without_family [@mamma]; missing_family []"),
            ("@mamma", "? person_without_family [@mamma]; missing_family []"),
            // What is a family in full or begins one is the family; a child in full wins over what begins a family.
            ("ek @Mona Ella", "A-3 12 @8"),
            ("berg @mamma", "A-2 7 @6"),
        ],
    );
}

#[test]
fn a_family_and_its_child_in_either_order() {
    each(
        &visits(),
        &[
            ("lind Elias @mamma", "A-1 3 @1"),
            ("Elias lind @mamma", "A-1 3 @1"),
            ("A-1 eli @mamma", "A-1 3 @1"),
            ("eli A-1 @mamma", "A-1 3 @1"),
            ("al hassan yusuf @Yusuf", "? missing_with []"),
            ("ek Anna @Mona", "A-3 10 @8"),
            ("ek Anna-Karin @Mona", "A-3 11 @8"),
            ("ek P-15 @Mona", "? unknown [P-15]; missing_child P-10 P-11 P-12 P-13 P-14 []"),
            ("ek ann @Mona", "? ambiguous_person P-10 P-11 [ann]"),
            ("ek el @Mona", "? unknown [el]; missing_child P-10 P-11 P-12 P-13 P-14 []"),
            ("lind Leo @mamma", "? unknown [Leo]; missing_child P-3 P-4 []"),
            ("lind berg Elias @mamma", "? repeated family [berg]"),
            (
                "andersson Elias @mamma",
                "? ambiguous_family A-8 A-9 [andersson]; person_without_family [Elias]; person_without_family [@mamma]",
            ),
        ],
    );
}

#[test]
fn in_the_chosen_family() {
    each(
        &in_visits("A-1"),
        &[
            ("Elias @mamma", "A-1 3 @1"),
            ("noa @mamma", "? ambiguous_who A-16 P-4 [noa]; person_without_family [@mamma]"),
            ("no @mamma", "? unknown [no]; missing_child P-3 P-4 []"),
            ("Noah @mamma", "A-1 4 @1"),
            ("P-4 @mamma", "A-1 4 @1"),
            ("berg @mamma", "A-2 7 @6"),
            ("@mamma", "? missing_child P-3 P-4 []"),
            ("Elias", "? missing_with []"),
            ("@Elias @mamma", "A-1 3 @1"),
            ("@Elias @Noah", "? missing_child P-3 P-4 []"),
            ("Elias @Noah", "A-1 3 @4"),
            ("Elias @alla", "A-1 3 @1 @2 @4 @5"),
            ("Elias Noah @mamma", "? repeated child [Noah]"),
            ("Elias @Mona", "? no_such_person [@Mona]"),
        ],
    );
    each(
        &in_visits("A-2"),
        &[("@mamma", "A-2 7 @6"), ("Leo @mamma", "A-2 7 @6"), ("Elias @mamma", "? unknown [Elias]")],
    );
}

#[test]
fn words_are_completed() {
    let completed = |line: &str, context: &Context| -> Vec<String> {
        complete(line, line.len(), context, &Names).unwrap().into_iter().map(|one| one.with).collect()
    };
    for (line, expected) in [
        ("umgänge El", &["Elias", "Ella", "Elsa"][..]),
        ("umgänge lind", &["Lindström"]),
        ("umgänge Elias @ma", &["mamma"]),
        ("umgänge Elias jäm", &["jämna"]),
        ("umgänge Elias vara", &["varannan"]),
        ("umgänge Elias udd", &["udda"]),
        ("umgänge Elias bre", &["brev"]),
        ("umgänge Elias stö", &["stöd:"]),
        ("umgänge Elias pla", &["planerad", "plats:"]),
        ("umgänge Elias si", &["sista"]),
    ] {
        let expected: Vec<String> = expected.iter().map(|with| (*with).to_owned()).collect();
        let found: Vec<String> =
            completed(line, &context()).into_iter().map(|with| with.trim_start_matches('@').to_owned()).collect();
        assert_eq!(found, expected, "{line}");
    }
    assert_eq!(completed("nä", &in_visits("A-1")), ["nästa"]);
    assert!(completed("umgänge no", &in_visits("A-1")).contains(&"Noah".to_owned()));
}
