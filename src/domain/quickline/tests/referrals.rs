//! Lines about referrals, held to named cases.

use super::*;
use crate::domain::codes::Code;
use crate::domain::referral::Referral;

/// What a line says, or what is wrong with it.
fn told(line: &str, context: &Context) -> String {
    let reading = reading(line, context);
    let Some(found) = &reading.referral else {
        let part = reading.fault().unwrap();
        return format!("? {}", part.fault().unwrap().key());
    };
    let Referral { to, area, state, needed_on, sent_on, consent_by, why, .. } = &found.referral;
    let mut parts = vec![found.family.case_ref.clone()];
    parts.extend(found.person.as_ref().map(|person| format!("@{}", person.given_name.bare())));
    parts.extend([to.clone(), area.code().to_owned(), state.code().to_owned(), needed_on.to_string()]);
    assert_eq!(sent_on.is_some(), state.code() == "sent");
    parts.extend(consent_by.map(|by| format!("consent {}", by.code())));
    parts.extend(why.as_ref().map(|why| format!("-- {why}")));
    parts.join(" ")
}

#[test]
fn a_line_refers_somebody() {
    let (nowhere, lindstrom) = (context(), in_family("A-1"));
    for (line, context, expected) in [
        (
            "lots lind @elias BUP -- sover dåligt",
            &nowhere,
            "A-1 @Elias child_psychiatry psychosocial needed 2026-11-21 -- sover dåligt",
        ),
        ("lots BUP", &lindstrom, "A-1 child_psychiatry psychosocial needed 2026-11-21"),
        (
            "lots @noah skola #skola skickad 2/10 samtycke:båda",
            &lindstrom,
            "A-1 @Noah school school sent 2026-10-02 consent both_guardians",
        ),
        (
            "lots @mamma Norbergs judoklubb #fritid",
            &lindstrom,
            "A-1 @Sara Norbergs judoklubb leisure needed 2026-11-21",
        ),
        ("lots lucka läxhjälp på kvällen #skola", &lindstrom, "A-1 läxhjälp på kvällen school gap 2026-11-21"),
        (
            "referral berg @leo dentist sent consent:guardian",
            &nowhere,
            "A-2 @Leo dental_care psychosocial sent 2026-11-21 consent guardian",
        ),
        ("lots tandvård", &nowhere, "? missing_family"),
        ("lots lind", &nowhere, "? missing_actor"),
        ("lots Judoklubben", &lindstrom, "? missing_area"),
        ("lots nord BUP", &nowhere, "? ambiguous_family"),
        ("lots @alla BUP", &lindstrom, "? ambiguous_person"),
        ("lots @elias @noah BUP", &lindstrom, "? repeated"),
        ("lots BUP skickad behövs", &lindstrom, "? repeated"),
        ("lots BUP samtycke:grannen", &lindstrom, "? unknown"),
        ("lots BUP 33/13", &lindstrom, "? bad_date"),
    ] {
        assert_eq!(told(line, context), expected, "{line}");
    }
}

#[test]
fn where_referrals_are_made_a_line_need_not_say_so() {
    let context = Context { kind: RecordKind::Referral, ..in_family("A-1") };
    assert_eq!(told("bup", &context), "A-1 child_psychiatry psychosocial needed 2026-11-21");
}
