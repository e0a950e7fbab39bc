//! What happens to a child in care, and which clocks it restarts: each rule that counts from care, basis, home or
//! placement, held against each event. In all of them the child comes to a first home on 2026-01-15.

use super::words::{case, every_rule, told};

/// What happens, and the case it makes.
#[rustfmt::skip]
const EVENTS: &[(&str, &str)] = &[
    ("nothing", "placed family_home sol 2026-01-15 at 1"),
    ("a new home, same basis", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason re_placement;
     placed family_home sol 2026-04-01 at 2"),
    ("a new basis, same home", "placed family_home sol 2026-01-15..2026-03-31 at 1;
     placed family_home lvu_2 2026-04-01 at 1"),
    ("a new basis, same home that nobody has named", "placed family_home sol 2026-01-15..2026-03-31;
     placed family_home lvu_2 2026-04-01"),
    ("a new basis of the care", "care sol 2026-01-15..2026-03-31; care lvu_2 2026-04-01;
     placed family_home sol 2026-01-15 at 1"),
    ("a new kind, same home", "placed family_home sol 2026-01-15..2026-03-31 at 1;
     placed kinship_placement sol 2026-04-01 at 1"),
    ("a breakdown, and another home on the sixth day",
    "placed family_home sol 2026-01-15..2026-03-31 at 1 reason breakdown;
     placed family_home sol 2026-04-06 at 2"),
    ("a breakdown, and back in the same home", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason breakdown;
     placed family_home sol 2026-04-06 at 1"),
    ("a gap of thirty days", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason breakdown;
     placed family_home sol 2026-05-01 at 2"),
    ("a gap of thirty-one days", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason breakdown;
     placed family_home sol 2026-05-02 at 2"),
    ("a gap that goes on", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason re_placement"),
    ("a long gap, and the care went on", "care sol 2026-01-15; placed family_home sol 2026-01-15..2026-03-31 at 1
     reason breakdown; placed family_home sol 2026-05-02 at 2"),
    ("a long gap, and the care ended", "care sol 2026-01-15..2026-03-31; care sol 2026-05-02;
     placed family_home sol 2026-01-15..2026-03-31 at 1 reason breakdown; placed family_home sol 2026-05-02 at 2"),
    ("home, and placed again", "placed family_home sol 2026-01-15..2026-03-31 at 1 reason return_home;
     placed family_home sol 2026-04-06 at 1"),
    ("over, nobody says why, and placed again", "placed family_home sol 2026-01-15..2026-03-31 at 1;
     placed family_home sol 2026-04-06 at 2"),
    ("together with the mother, and then without", "placed joint_placement sol 2026-01-15..2026-03-31 at 1 with 1;
     placed family_home sol 2026-04-01 at 2"),
];

/// Where nobody has said whether the school changes.
const ASKED: &str = "unknown no-school-change";

/// A rule, and its duties on 2026-05-10 after each of the events.
type Answers = (&'static str, [&'static str; 16]);

#[rustfmt::skip]
const ANSWERS: &[Answers] = &[
    // From the basis, whichever of the two the rule is for.
    ("care_consideration", [
        "open 2026-07-15", "open 2026-07-15", "open 2026-07-15", "open 2026-07-15", "open 2026-07-15",
        "open 2026-07-15", "open 2026-07-15", "open 2026-07-15", "open 2026-07-15",
        "unknown 2026-07-15 care-gap", "unknown 2026-07-15 care-gap",
        "open 2026-07-15", "open 2026-11-02", "open 2026-10-06", "open 2026-10-06", "open 2026-07-15",
    ]),
    // From the home, of the kinds that the rule is for.
    ("custody_transfer_consideration", [
        "open 2028-01-15", "open 2028-04-01", "open 2028-01-15", "open 2028-01-15", "open 2028-01-15",
        "open 2028-01-15", "open 2028-04-06", "open 2028-01-15", "open 2028-05-01",
        "open 2028-05-02", "",
        "open 2028-05-02", "open 2028-05-02", "open 2028-04-06", "open 2028-04-06", "open 2028-04-01",
    ]),
    // From the care.
    ("care_plan_revision", [
        "open 2028-01-15", "open 2028-01-15", "open 2028-01-15", "open 2028-01-15", "open 2028-01-15",
        "open 2028-01-15", "open 2028-01-15", "open 2028-01-15", "open 2028-01-15",
        "unknown 2028-01-15 care-gap", "unknown 2028-01-15 care-gap",
        "open 2028-01-15", "open 2028-05-02", "open 2028-04-06", "open 2028-04-06", "open 2028-04-01",
    ]),
    ("talk_with_child", [
        "late 2026-04-15", "late 2026-04-15", "late 2026-04-15", "late 2026-04-15", "late 2026-04-15",
        "late 2026-04-15", "late 2026-04-15", "late 2026-04-15", "late 2026-04-15",
        "unknown 2026-04-15 care-gap", "unknown 2026-04-15 care-gap",
        "late 2026-04-15", "open 2026-08-02", "open 2026-07-06", "open 2026-07-06", "late 2026-04-15",
    ]),
    // From the care, for each parent that the child is parted from.
    ("crisis_call", [
        "late 2026-01-16", "late 2026-01-16", "late 2026-01-16", "late 2026-01-16", "late 2026-01-16",
        "late 2026-01-16", "late 2026-01-16", "late 2026-01-16", "late 2026-01-16", "late 2026-01-16",
        "late 2026-01-16",
        "late 2026-01-16", "late 2026-01-16, late 2026-05-03", "late 2026-01-16, late 2026-04-07",
        "late 2026-01-16, late 2026-04-07", "late 2026-04-02",
    ]),
    // From each placement.
    ("school_start", [
        ASKED, ASKED, ASKED, ASKED, ASKED, ASKED, ASKED, ASKED, ASKED, ASKED, "", ASKED, ASKED, ASKED, ASKED, ASKED,
    ]),
    ("own_consent", [
        "open 2034-05-10", "open 2034-05-10", "met 2034-05-10 by 2026-03-31", "met 2034-05-10 by 2026-03-31",
        "met 2034-05-10 by 2026-03-31", "open 2034-05-10", "open 2034-05-10", "open 2034-05-10",
        "open 2034-05-10", "unknown 2034-05-10 care-gap", "unknown 2034-05-10 care-gap", "open 2034-05-10",
        "met 2034-05-10 by 2026-03-31, open 2034-05-10", "met 2034-05-10 by 2026-03-31, open 2034-05-10",
        "met 2034-05-10 by 2026-03-31, open 2034-05-10", "open 2034-05-10",
    ]),
];

#[test]
fn each_event_restarts_what_its_rule_says_and_nothing_else() {
    let rules = every_rule();
    let mut faults = Vec::new();
    for (rule, answers) in ANSWERS {
        for ((event, text), expected) in EVENTS.iter().zip(answers) {
            let found = told(rules, rule, &case(text), "2026-05-10");
            if found != *expected {
                faults.push(format!("{rule}, {event}: expected `{expected}`, found `{found}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_breakdown_does_not_restart_the_consideration() {
    let moved = case(
        "placed family_home lvu_2 2026-03-02..2026-08-20 at 1 reason breakdown;
             placed family_home lvu_2 2026-08-24 at 2",
    );
    assert_eq!(told(every_rule(), "care_consideration", &moved, "2026-08-30"), "due 2026-09-02");
    assert_eq!(told(every_rule(), "care_consideration", &moved, "2026-09-10"), "late 2026-09-02");
}

#[test]
fn a_new_basis_does_not_restart_the_home() {
    for text in [
        "placed family_home sol 2024-03-01..2025-06-30 at 1; placed family_home lvu_2 2025-07-01 at 1",
        "placed family_home sol 2024-03-01..2025-06-30; placed family_home lvu_2 2025-07-01",
        "placed family_home sol 2024-03-01 at 1; care sol 2024-03-01..2025-06-30; care lvu_2 2025-07-01",
    ] {
        let told = |rule: &str| told(every_rule(), rule, &case(text), "2026-02-01");
        assert_eq!(told("custody_transfer_consideration"), "due 2026-03-01", "{text}");
        let emergency = text.replace("family_home", "emergency_home");
        let told = super::words::told(every_rule(), "temporary_placement_guide", &case(&emergency), "2026-02-01");
        assert_eq!(told, "late 2024-09-01", "{emergency}");
    }
}

/// What is done while nobody knows whether the care went on counts, and what it leads to is as doubtful.
#[test]
fn in_a_gap_the_earlier_day_stands_until_somebody_says() {
    let gap = "placed family_home sol 2026-01-15..2026-03-31 reason breakdown";
    let told = |text: &str, today: &str| told(every_rule(), "care_consideration", &case(text), today);
    assert_eq!(told(gap, "2026-12-01"), "unknown 2026-07-15 care-gap", "also after its day");
    assert_eq!(
        told(&format!("{gap}; done care_considered 2026-06-01 11"), "2026-06-10"),
        "met 2026-07-15 by 2026-06-01, unknown 2026-12-01 care-gap"
    );
    let back = format!("{gap}; placed family_home sol 2026-06-15");
    assert_eq!(told(&back, "2026-07-20"), "unknown 2026-07-15 care-gap");
    assert_eq!(
        told(&format!("{back}; done care_considered 2026-07-01 11"), "2026-07-20"),
        "met 2026-07-15 by 2026-07-01, open 2027-01-01",
        "considered in the new home: whatever went before, it is clear from here"
    );
    let late = "placed family_home sol 2026-01-15..2026-08-01 reason breakdown";
    assert_eq!(told(late, "2026-12-01"), "late 2026-07-15", "what was late in the home is late");
    assert_eq!(told(&format!("{gap}; closed 2026-04-10"), "2026-12-01"), "");
}
