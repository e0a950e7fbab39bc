//! What cannot be taken, and why; in the order of the fields.

use super::*;
use crate::domain::codes::VisitOutcome;

#[test]
fn what_does_not_go_together_is_told() {
    for (fields, expected) in [
        (&[("from", "")][..], &[("from", "missing")][..]),
        (&[("pattern", "varannan")], &[("from", "missing")]),
        (&[("pattern", "hej")], &[("pattern", "not-a-pattern")]),
        (&[("pattern", "lör")], &[("pattern", "not-a-pattern")]),
        (&[("from", "31/2")], &[("from", "not-a-day")]),
        (&[("from", "28/11"), ("until", "v22")], &[("until", "only-in-series")]),
        (&[("from", "28/11"), ("times", "3")], &[("times", "only-in-series")]),
        (&[("pattern", "varje lör"), ("until", "v22"), ("times", "3")], &[("times", "not-both")]),
        (&[("pattern", "varje lör"), ("times", "0")], &[("times", "not-a-number")]),
        (&[("pattern", "varje lör"), ("times", "1000")], &[("times", "not-a-number")]),
        (&[("pattern", "varje lör"), ("week_53", "keep_parity")], &[("week_53", "only-with-week-numbers")]),
        (&[("pattern", "varje lör"), ("until", "2026-11-20")], &[("until", "before")]),
        (&[("pattern", "5:e lör"), ("from", "1/12"), ("until", "31/12")], &[("until", "no-days")]),
        (&[("from", "28/11"), ("start", "10-14"), ("end", "15")], &[("end", "not-both")]),
        (&[("from", "28/11"), ("start", "10"), ("end", "10")], &[("end", "ends-at-once")]),
        (&[("from", "28/11"), ("start", "10-10")], &[("start", "ends-at-once")]),
        (&[("from", "28/11"), ("start", "14"), ("end", "10"), ("nights", "0")], &[("end", "before")]),
        (&[("from", "28/11"), ("start", "25")], &[("start", "not-a-time")]),
        (&[("from", "28/11"), ("end", "10-14")], &[("end", "not-a-time")]),
        (&[("from", "28/11"), ("nights", "61")], &[("nights", "not-a-number")]),
        (&[("from", "28/11"), ("step", "12")], &[("step", "not-a-step")]),
        (&[("from", "28/11"), ("step", "i")], &[("step", "not-a-step")]),
        (&[("from", "28/11"), ("support_until", "2026-11-27")], &[("support_until", "before")]),
        (
            &[("case_ref", ""), ("pattern", "hej"), ("until", "31/2"), ("step", "99"), ("basis", "x")],
            &[
                ("case_ref", "missing"),
                ("pattern", "not-a-pattern"),
                ("until", "not-a-day"),
                ("step", "not-a-step"),
                ("basis", "not-in-list"),
            ],
        ),
    ] {
        assert_eq!(told(arrangement(typed(), fields)), expected, "{fields:?}");
    }
}

#[test]
fn files_take_the_exact_forms_only() {
    for (field, text, why) in [
        ("start", "10-14", "not-a-time"),
        ("start", "1030", "not-a-time"),
        ("step", "steg 4", "not-a-step"),
        ("step", "04", "not-a-step"),
        ("from", "28/11", "not-a-day"),
        ("support_until", "v22", "not-a-day"),
    ] {
        let faults = told(arrangement(filed(), &[("from", "2026-11-28"), (field, text)]));
        assert_eq!(faults, [(field, why)], "{text}");
    }
}

fn visit(source: Source, fields: &[(&str, &str)]) -> Result<VisitRecord, Vec<Fault>> {
    let whole = [
        ("case_ref", "A-1"),
        ("child_ref", "P-3"),
        ("with", "Sara;P-5"),
        ("on", "2026-11-21"),
        ("contact", "in_person"),
        ("outcome", "held"),
    ];
    let draft = over(draft(&whole), fields);
    read_visit(reader(&VISITS, &draft, source), &Casebook, Ladder::shipped()).unwrap()
}

#[test]
fn rows_of_visits() {
    for (fields, expected) in [
        (&[][..], &[][..]),
        (&[("on", "2026-11-22")], &[("on", "too-soon")]),
        (&[("on", "2026-11-22"), ("outcome", "no_show")], &[("on", "too-soon")]),
        (&[("on", "2026-11-22"), ("outcome", "cancelled"), ("cancelled_by", "parent")], &[]),
        (&[("on", "2026-11-22"), ("outcome", "moved")], &[]),
        (&[("cancelled_by", "parent")], &[("cancelled_by", "only-when-cancelled")]),
        (&[("child_ref", "")], &[("child_ref", "missing")]),
        (&[("child_ref", "P-1")], &[("child_ref", "not-a-child")]),
        (&[("child_ref", "P-12")], &[("child_ref", "no-such-person")]),
        (&[("with", "Elias")], &[("with", "ambiguous")]),
        (&[("start", "22:00"), ("end", "01:00")], &[]),
        (
            &[("case_ref", "X"), ("child_ref", ""), ("on", "21/11"), ("step", "99"), ("reason", "")],
            &[("case_ref", "no-such-family"), ("child_ref", "missing"), ("on", "not-a-day"), ("step", "not-a-step")],
        ),
    ] {
        assert_eq!(told(visit(filed(), fields)), expected, "{fields:?}");
    }
    let moved = visit(filed(), &[("outcome", "moved"), ("on", "2026-11-28"), ("start", "22:00"), ("end", "01:00")]);
    let moved = moved.unwrap();
    assert_eq!((moved.outcome, moved.arrangement.terms.nights), (VisitOutcome::Moved, 1));
    assert_eq!(moved.occurrence(crate::domain::ids::ArrangementId(1)), None);
    let sick = visit(filed(), &[("outcome", "cancelled"), ("cancelled_by", "parent"), ("reason", "sjuk")]).unwrap();
    let stored = sick.occurrence(crate::domain::ids::ArrangementId(1)).unwrap();
    assert_eq!((stored.outcome, stored.reason.as_deref()), (VisitOutcome::Cancelled, Some("sjuk")));
}

#[test]
fn columns_are_the_contract() {
    let columns: Vec<&str> = VISITS.fields.iter().map(|field| field.key).collect();
    let contract =
        "case_ref child_ref with on contact outcome start end step basis supporter place cancelled_by reason note";
    // What a visit could not come back without.
    let further = "nights despite supervision transport purpose support_until notice_hours series moved_from left_out \
                   cancelled_by_person";
    assert_eq!(columns.join(" "), format!("{contract} {further}"));
    let required = VISITS.fields.iter().filter(|field| field.need == crate::domain::entry::Need::Required);
    assert_eq!(required.count(), 6);
}

#[test]
fn restrictions_and_wishes_tell_of_what_has_been() {
    let restriction = |fields: &[(&str, &str)]| {
        let whole = [("case_ref", "lind"), ("child", "noah"), ("with", "sara"), ("kind", "stopped"), ("from", "ti")];
        let draft = over(draft(&whole), fields);
        read_restriction(reader(&RESTRICTION, &draft, typed()), &Casebook).unwrap()
    };
    let bare = restriction(&[]).unwrap();
    assert_eq!((bare.from, bare.missing().len()), (day("2026-11-17"), 6));
    let considered = restriction(&[("considered_on", "19 nov, 1/9; 2026-03-01; 19/11")]).unwrap().considered_on;
    assert_eq!(considered, [day("2026-03-01"), day("2026-09-01"), day("2026-11-19")]);
    for (fields, expected) in [
        (&[("considered_on", "19/11; hej")][..], &[("considered_on", "not-a-day")][..]),
        (&[("considered_on", "imorgon")], &[("considered_on", "not-yet")]),
        (&[("decided_on", "2026-11-22")], &[("decided_on", "not-yet")]),
        (&[("until", "2026-11-16")], &[("until", "before")]),
        (&[("kind", "")], &[("kind", "missing")]),
        (&[("most_a_month", "32")], &[("most_a_month", "not-a-number")]),
        (&[("most_minutes", "1,5h")], &[]),
        (&[("with", "noah")], &[("with", "is-the-child")]),
    ] {
        assert_eq!(told(restriction(fields)), expected, "{fields:?}");
    }
    let wish = |fields: &[(&str, &str)]| {
        let whole = [("case_ref", "lind"), ("child", "noah"), ("by", "ali"), ("told_on", "idag"), ("what", "oftare")];
        let draft = over(draft(&whole), fields);
        read_wish(reader(&WISH, &draft, typed()), &Casebook).unwrap()
    };
    assert_eq!(wish(&[]).unwrap().by, PAPPA);
    assert_eq!(told(wish(&[("by", "ali sara")])), [("by", "only-one")]);
    assert_eq!(told(wish(&[("answered_on", "igår")])), [("answered_on", "before")]);
    assert_eq!(told(wish(&[("told_on", "imorgon")])), [("told_on", "not-yet")]);
}

#[test]
fn those_who_came_were_to_come() {
    let of = arrangement(typed(), &[("from", "28/11")]).unwrap();
    let account = |fields: &[(&str, &str)]| {
        let draft = draft(fields);
        read_account(reader(&ACCOUNT, &draft, typed()), &Casebook, &of, &of.terms).unwrap()
    };
    assert_eq!(account(&[("came", "sara noah"), ("started", "10-12")]).unwrap().0.came, [SARA, NOAH]);
    for (fields, expected) in [
        (&[("came", "sara ali")][..], &[("came", "not-of-the-visit")][..]),
        (
            &[("mark_before", "0"), ("mark_after", "6")],
            &[("mark_before", "not-a-number"), ("mark_after", "not-a-number")],
        ),
        (&[("late_minutes", "0"), ("started", "hej")], &[("started", "not-a-time")]),
        (&[("started", "10-12"), ("ended", "13")], &[("ended", "not-both")]),
    ] {
        assert_eq!(told(account(fields)), expected, "{fields:?}");
    }
}

#[test]
fn an_absence_is_one_persons_and_ends_after_it_begins() {
    for (fields, expected) in [
        (&[("supporter", "Karin, Maria")][..], &[("supporter", "only-one")][..]),
        (&[("until", "2026-11-29")], &[("until", "before")]),
        (&[("from_time", "14"), ("until_time", "12")], &[("until_time", "before")]),
        (&[("from_time", "14-12")], &[("from_time", "ends-at-once")]),
        (&[("from_time", "10-12"), ("until_time", "13")], &[("until_time", "not-both")]),
    ] {
        let draft = over(draft(&[("supporter", "Karin"), ("from", "30/11")]), fields);
        assert_eq!(told(read_absence(reader(&ABSENCE, &draft, typed()), None)), expected, "{fields:?}");
    }
}
