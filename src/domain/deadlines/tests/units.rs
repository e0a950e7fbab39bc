//! What a unit may change: rules on and off, other limits, rows that hold at other times.

use super::words::{case, day, told};
use crate::domain::deadlines::{Rules, duties};
use crate::domain::visit::calendar::OwnDays;

const COFFEE: &str =
    "trigger = 'family_started'\nmet_by = ['session']\nseverity = 'low'\nscope = 'local'\nsource = 'vi'
    confidence = 'S'\ntext_sv = 'Fika'\ntext_en = 'Coffee'\n";

/// Rules with rows of a unit's own, of one name.
fn coffee(rows: &[&str]) -> Rules {
    let rows: String = rows.iter().map(|row| format!("[[rule]]\nname = 'coffee'\n{COFFEE}{row}\n")).collect();
    Rules::parse(&rows).unwrap()
}

#[test]
fn what_is_unverified_is_off_until_the_unit_turns_it_on() {
    let placed = case("placed family_home sol 2026-01-15");
    assert_eq!(told(Rules::shipped(), "talk_with_child", &placed, "2026-11-21"), "");
    let own = Rules::with_own("[[rule]]\nname = 'talk_with_child'\non = true\nwithin = '2 months'").unwrap();
    assert_eq!(told(&own, "talk_with_child", &placed, "2026-11-21"), "late 2026-03-15");
    let own = Rules::with_own("[[rule]]\nname = 'care_consideration'\non = false").unwrap();
    assert_eq!(told(&own, "care_consideration", &placed, "2026-11-21"), "");
    let none = duties(&placed, &Rules::default(), &OwnDays::default(), day("2026-11-21"));
    assert!(none.is_empty());
}

#[test]
fn a_row_holds_for_what_counts_from_its_days() {
    let rows = [
        "within = '2 weeks'\nthen = '2 weeks'\nvalid_until = 2026-12-31",
        "within = '3 weeks'\nthen = '4 weeks'\nvalid_from = 2027-01-01\nvalid_until = 2027-02-28",
    ];
    let rules = coffee(&rows);
    for (name, text, today, expected) in [
        ("the old row", "start 2026-12-31", "2027-01-20", "late 2027-01-14"),
        ("the new row", "start 2027-01-01", "2027-01-20", "open 2027-01-22"),
        (
            "a duty of the old row that is met under the new one",
            "start 2026-12-28; done session 2027-01-05",
            "2027-01-20",
            "met 2027-01-11 by 2027-01-05, open 2027-02-02",
        ),
        ("late under the old row long after its end", "start 2026-12-28", "2028-01-20", "late 2027-01-11"),
        (
            "exempted under the old row",
            "start 2026-12-28; exempt coffee - 0 2026-12-28 2026-12-29",
            "2027-02-09",
            "exempted 2027-01-11, late 2027-02-08",
        ),
        ("no row goes on", "start 2027-02-20; done session 2027-03-01", "2027-06-20", "met 2027-03-13 by 2027-03-01"),
        ("no row holds", "start 2027-03-20", "2027-06-20", ""),
    ] {
        assert_eq!(told(&rules, "coffee", &case(text), today), expected, "{name}");
    }
}

#[test]
fn a_first_time_and_the_next_may_have_other_limits() {
    for (name, row, text, expected) in [
        (
            "shorter then",
            "within = '8 weeks'\nthen = '2 weeks'",
            "start 2026-09-01; done session 2026-10-20",
            "met 2026-10-27 by 2026-10-20, late 2026-11-03",
        ),
        (
            "longer then",
            "within = '1 day'\nthen = '2 months'",
            "start 2026-09-01; done session 2026-09-02",
            "met 2026-09-02 by 2026-09-02, late 2026-11-02",
        ),
        (
            "met on the day that it counts from",
            "within = '1 day'\nthen = '2 months'",
            "start 2026-09-01; done session 2026-09-01",
            "late 2026-11-01",
        ),
        (
            "on the same day, and then weekly",
            "within = '0 days'\nthen = '1 week'",
            "start 2026-11-09; done session 2026-11-09
         ; done session 2026-11-16",
            "met 2026-11-16 by 2026-11-16, open 2026-11-23",
        ),
        (
            "on the same day, exempted",
            "within = '0 days'\nthen = '1 week'",
            "start 2026-11-09; exempt coffee - 0 2026-11-09 2026-11-09",
            "exempted 2026-11-09, late 2026-11-17",
        ),
        (
            "early",
            "within = '1 week'\nearly = '2 weeks'",
            "start 2026-09-15; done session 2026-09-01",
            "met 2026-09-22 by 2026-09-01",
        ),
        (
            "not so early",
            "within = '1 week'\nearly = '2 weeks'",
            "start 2026-09-15; done session 2026-08-31",
            "late 2026-09-22",
        ),
        (
            "early in school days",
            "within = '1 week'\nearly = '2 school_days'",
            "start 2026-09-14; done session 2026-09-10",
            "met 2026-09-21 by 2026-09-10",
        ),
        (
            "all of it",
            "within = '1 week'\nneeds = 'all'\nmet_by = ['session', 'baseline']",
            "start 2026-09-15; done session 2026-09-16; done baseline 2026-09-30",
            "met_late 2026-09-22 by 2026-09-30",
        ),
        (
            "not all of it",
            "within = '1 week'\nneeds = 'all'\nmet_by = ['session', 'baseline']",
            "start 2026-09-15; done session 2026-09-16",
            "late 2026-09-22",
        ),
        (
            "at most",
            "most = 2",
            "start 2026-09-15; done session 2026-09-16; done session 2026-09-17; done session 2026-09-18",
            "late 2026-09-18 x3",
        ),
        ("not at all", "most = 0", "start 2026-09-15; done session 2026-09-16", "late 2026-09-16 x1"),
    ] {
        let row = row.to_string();
        let rules = if row.contains("met_by") {
            let whole = format!("[[rule]]\nname = 'coffee'\n{}{row}", COFFEE.replace("met_by = ['session']\n", ""));
            Rules::parse(&whole).unwrap()
        } else {
            coffee(&[&row])
        };
        assert_eq!(told(&rules, "coffee", &case(text), "2026-11-21"), expected, "{name}");
    }
}

/// A unit of care in another field may want its own ages and kinds.
#[test]
fn rules_may_ask_for_kinds_bases_and_ages() {
    let rules = Rules::with_own(
        "[[rule]]\nname = 'school_start'\nkinds = ['shelter']\n
         [[rule]]\nname = 'care_consideration'\nkinds = ['emergency_home']\nunder = 12\n
         [[rule]]\nname = 'post_care_follow_up'\nkinds = ['family_home']",
    )
    .unwrap();
    for (rule, text, expected) in [
        ("school_start", "placed shelter - 2026-11-02 change", "late 2026-11-09"),
        ("school_start", "placed family_home sol 2026-11-02 change", ""),
        ("care_consideration", "placed emergency_home sol 2026-01-02", "late 2026-07-02"),
        ("care_consideration", "people mother child:2014-05-10; placed emergency_home sol 2026-01-02", ""),
        ("care_consideration", "people mother child:-; placed emergency_home sol 2026-01-02", "late 2026-07-02"),
        (
            "care_consideration",
            "placed emergency_home sol 2026-01-02..2026-07-10; placed family_home sol 2026-07-10",
            "late 2026-07-02",
        ),
        ("care_consideration", "placed family_home sol 2026-01-02", ""),
        ("post_care_follow_up", "placed emergency_home sol 2026-01-02..2026-07-10", ""),
        ("post_care_follow_up", "placed family_home sol 2026-01-02..2026-07-10", "late 2026-09-10"),
    ] {
        assert_eq!(told(&rules, rule, &case(text), "2026-11-21"), expected, "{rule}: {text}");
    }
}
