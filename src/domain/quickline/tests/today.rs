//! What a line says by what day it is: days that have been, days far away, and what was so last time.

use super::visits::in_visits;
use super::*;

#[test]
fn days_are_counted_from_today() {
    check(
        &in_family("A-2"),
        &[
            ("i fredags", "A-2 2026-11-20 held"),
            ("i måndags tel", "A-2 2026-11-16 phone held"),
            ("i lördags", "A-2 2026-11-14 held"),
            ("I SÖNDAGS", "A-2 2026-11-15 held"),
            ("+3d", "A-2 2026-11-24 planned"),
            ("+1dag", "A-2 2026-11-22 planned"),
            ("+2v", "A-2 2026-12-05 planned"),
            ("+2w", "A-2 2026-12-05 planned"),
            ("+2 weeks tel", "A-2 2026-12-05 phone planned"),
            ("+0d", "A-2 2026-11-21 held"),
            ("tel >+3d", "A-2 2026-11-21 phone held >2026-11-24"),
            ("tel >+2v", "A-2 2026-11-21 phone held >2026-12-05"),
            ("+3x", "? unknown [+3x]"),
            ("+d", "? unknown [+d]"),
            ("juni", "? unknown [juni]"),
            ("i fredag", "? unknown [i]"),
        ],
    );
    check(&context(), &[("att +3d ring skolan", "- 2026-11-24 @Karin: ring skolan")]);
}

#[test]
fn a_day_far_away_is_asked_about() {
    let asks = |line: &str, context: &Context| -> Vec<(String, i64)> {
        reading(line, context).asks.iter().map(|far| (far.on.to_string(), far.days)).collect()
    };
    let session = in_family("A-2");
    let visits = in_visits("A-1");
    for (line, context, expected) in [
        ("19/11", &session, vec![]),
        ("3/12", &session, vec![("2025-12-03", -353)]),
        ("2026-01-25", &session, vec![]),
        ("2026-01-24", &session, vec![("2026-01-24", -301)]),
        ("tel >19 nov", &session, vec![("2027-11-19", 363)]),
        ("Elias @mamma 15/11 13-15", &visits, vec![("2027-11-15", 359)]),
        ("Elias @mamma 2027-11-15 13-15", &visits, vec![("2027-11-15", 359)]),
        ("Elias @mamma varje lör tom 15/11", &visits, vec![("2027-11-15", 359)]),
        ("Elias @mamma varje lör tom 2027-11-15", &visits, vec![]),
        ("Elias @mamma varje lör tom v22", &visits, vec![]),
        ("Elias @mamma lör", &visits, vec![]),
        ("att ring 19/11", &session, vec![("2027-11-19", 363)]),
    ] {
        let expected: Vec<(String, i64)> = expected.into_iter().map(|(on, days)| (on.to_owned(), days)).collect();
        assert_eq!(asks(line, context), expected, "{line}");
    }
}

#[test]
fn as_last_time() {
    check(
        &in_family("A-1"),
        &[
            ("=", "A-1 2026-11-21 phone held @1 @3"),
            ("igår 14-15 = #skola -- läxor", "A-1 2026-11-20 14:00 phone held @1 @3 #school -- läxor"),
            ("= @pappa", "A-1 2026-11-21 phone held @1 @3 @2"),
            // What the line says itself stands before what was so last time.
            ("= hem", "A-1 2026-11-21 held @1 @3"),
            ("hem =", "A-1 2026-11-21 held @1 @3"),
            ("= =", "? repeated as_last [=]"),
            ("=x", "? unknown [=x]"),
        ],
    );
    check(
        &context(),
        &[
            // Sixty days back, and somebody who is not of the family any more.
            ("berg =", "A-2 2026-11-21 held @7"),
            ("= berg", "A-2 2026-11-21 held @7"),
            ("ek =", "? nothing_last [=]"),
            ("eklund =", "? nothing_last [=]"),
            ("=", "? person_without_family [=]; missing_family []"),
        ],
    );
}

#[test]
fn who_cancelled_keeps_the_person() {
    check(
        &in_family("A-3"),
        &[
            ("inställd(mamma: sjuk)", "? ambiguous_person P-8 P-9 [inställd(mamma: sjuk)]"),
            ("inställd(Åsa: sjuk)", "A-3 2026-11-21 cancelled by parent (9) (sjuk)"),
            ("inställd(barnet: sjuk)", "A-3 2026-11-21 cancelled by child (sjuk)"),
            ("inställd(Ella: sjuk)", "A-3 2026-11-21 cancelled by child (12) (sjuk)"),
            ("inställd(Kim: sjuk)", "? ambiguous_person P-14 P-15 [inställd(Kim: sjuk)]"),
            ("inställd(P-15: sjuk)", "A-3 2026-11-21 cancelled by other (15) (sjuk)"),
            ("inställd(fam: sjuk)", "A-3 2026-11-21 cancelled by family_home (sjuk)"),
            ("inställd(Siv)", "A-3 2026-11-21 cancelled by family_home (17)"),
            ("cancelled(mom: ill)", "? ambiguous_person P-8 P-9 [cancelled(mom: ill)]"),
        ],
    );
    // A father who is not entered: on whose side it was is kept, and the preview says that nobody was found.
    let reading = reading("inställd(pappa: sjuk)", &in_family("A-2"));
    let mark = reading.parts.iter().find_map(|part| match &part.meaning {
        Meaning::Outcome(mark) => Some(mark.clone()),
        _ => None,
    });
    assert_eq!(mark.and_then(|mark| mark.called).as_deref(), Some("pappa"));
    let session = reading.session.unwrap().session;
    assert_eq!((session.cancelled_by.map(Code::code), session.cancelled_by_person), (Some("parent"), None));
}

#[test]
fn a_line_has_an_end() {
    let longest = format!("lind -- {}", "x".repeat(LONGEST - 8));
    assert!(reading(&longest, &context()).session.is_some());
    for line in [format!("{longest}y"), "ord ".repeat(50_000), "x".repeat(200_000)] {
        let reading = reading(&line, &context());
        assert_eq!(reading.parts.len(), 1);
        assert_eq!(reading.fault().and_then(Part::fault), Some(&Fault::TooLong));
    }
}
