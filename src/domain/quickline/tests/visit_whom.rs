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
            ("lind Leo @mamma", "? no_such_person [Leo]"),
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
            ("@Elias @Noah", "A-1 3 @4"),
            ("Elias @Noah", "A-1 3 @4"),
            ("Elias @alla", "A-1 3 @1 @2 @4 @5"),
            ("Elias Noah @mamma", "A-1 3 @1 @4"),
            ("Elias @Noah @mamma", "A-1 3 @4 @1"),
            ("@mamma @Noah @Elias", "A-1 4 @1 @3"),
            ("Elias Noah Elias @mamma", "A-1 3 @1 @4"),
            ("Elias Noah", "? missing_with []"),
            ("Elias Noah @Elias", "? missing_with []"),
            ("Elias @Mona", "? no_such_person [@Mona]"),
        ],
    );
    each(
        &in_visits("A-2"),
        &[("@mamma", "A-2 7 @6"), ("Leo @mamma", "A-2 7 @6"), ("Elias @mamma", "? no_such_person [Elias]")],
    );
}

#[test]
fn a_family_that_is_named_binds_every_person() {
    for family in ["Berg", "berg", "A-2", "Höstlov", "höstlov", "A-17", "2026-21", "åker"] {
        for line in [format!("Elias {family} @mamma"), format!("{family} Elias @mamma")] {
            for context in [visits(), in_visits("A-1"), in_visits("A-2")] {
                let reading = reading(&line, &context);
                assert!(reading.visit.is_none(), "{line}");
                let named = reading.family.map(|family| family.id);
                let told = sum_up(&line, &context);
                assert!(told.contains("no_such_person [Elias]"), "{line}: {told}");
                assert!(named.is_some() && named != Some(FamilyId(0)), "{line}");
            }
        }
    }
    // Of the family's own children the one that is named is found, before its family or after.
    each(
        &in_visits("A-1"),
        &[
            ("Leo Berg @mamma", "A-2 7 @6"),
            ("A-2 Leo @mamma", "A-2 7 @6"),
            ("höstlov Tor @mamma", "A-17 20 @19"),
            ("Tor Höstlov @mamma", "A-17 20 @19"),
        ],
    );
}

#[test]
fn a_child_may_be_called_as_a_day_or_as_a_word() {
    for (line, expected) in [
        ("Tor @mamma 10-12", "A-17 20 @19 once from 2026-11-21 10:00 -12:00 planned"),
        ("tor @mamma tor 10-12", "A-17 20 @19 once from 2026-11-26 10:00 -12:00 planned"),
        ("@Tor @mamma tor 10-12", "A-17 20 @19 once from 2026-11-26 10:00 -12:00 planned"),
        ("Tor @mamma varannan tor 10-12", "A-17 20 @19 every 2 thu from 2026-11-26 10:00 -12:00"),
        ("varannan tor Tor @mamma 10-12", "A-17 20 @19 every 2 thu from 2026-11-26 10:00 -12:00"),
        ("nästa tor @mamma", "A-17 20 @19 once from 2026-11-26 planned"),
        ("thu Tor @mamma", "A-17 20 @19 once from 2026-11-26 planned"),
    ] {
        check(&in_visits("A-17"), &[(line, expected)]);
        check(&visits(), &[(&format!("A-17 {line}"), expected)]);
    }
    for (line, expected) in [
        ("Tom @mamma varje lör tom v22", "A-18 23 @21 week sat from 2026-11-21 until 2027-06-06"),
        ("Maj @mamma 3 maj", "A-18 24 @21 once from 2027-05-03 planned"),
        ("Tom Maj @mamma tor", "A-18 23 @21 @24 once from 2026-11-26 planned"),
        ("tor Maj @mamma", "? meant @tor torsdag [tor]"),
        ("Tor Maj @mamma fre", "A-18 22 @21 @24 once from 2026-11-27 planned"),
        ("@Tor Maj @mamma fre", "A-18 24 @22 @21 once from 2026-11-27 planned"),
    ] {
        check(&in_visits("A-18"), &[(line, expected)]);
    }
    // Where no family is known, and in other kinds, it is the day.
    check(&context(), &[("A-17 tor @Tor tel", "A-17 2026-11-19 phone held @20")]);
    check(&visits(), &[("tor @mamma", "? person_without_family [@mamma]; missing_family []")]);
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
        ("umgänge Elias stöd:ka", &["Karin", "Karolina_Ek"]),
        ("umgänge Elias stöd:Karin,ås", &["Åsa"]),
        ("umgänge Elias stöd:Karim", &["Karin", "Karolina_Ek"]),
        ("umgänge Elias stöd:ny:Ka", &[]),
    ] {
        let expected: Vec<String> = expected.iter().map(|with| (*with).to_owned()).collect();
        let found: Vec<String> =
            completed(line, &context()).into_iter().map(|with| with.trim_start_matches('@').to_owned()).collect();
        assert_eq!(found, expected, "{line}");
    }
    assert_eq!(completed("nä", &in_visits("A-1")), ["nästa"]);
    assert!(completed("umgänge no", &in_visits("A-1")).contains(&"Noah".to_owned()));
}
