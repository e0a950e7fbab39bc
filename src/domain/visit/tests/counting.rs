//! Figures over visits.

use super::*;
use crate::domain::codes::VisitContact;
use crate::domain::ids::PersonId;
use crate::domain::visit::figures::{Tally, last_met, share, words};

const HELD: Outcome = Outcome::Held;

#[test]
fn shares_over_twelve_weeks_with_cancelled_by_us_apart() {
    let of = arrangement(saturdays(Pattern::Week, "2026-08-01"));
    let stored = lived(
        &of,
        &[
            ("2026-08-22", HELD),
            ("2026-08-29", HELD),
            ("2026-09-05", Outcome::By(CancelledBy::Us)),
            ("2026-09-12", Outcome::By(CancelledBy::Parent)),
            ("2026-09-19", Outcome::NoShow),
            ("2026-09-26", HELD),
        ],
    );
    let visits = all_of(&of, &stored);
    // The window ends with today, a Saturday, and begins with the Sunday twelve weeks before.
    let share = share(&visits, day("2026-11-14"));
    let expected = Tally { held: 2, by_us: 1, by_parent: 1, no_show: 1, untold: 6, ahead: 1, ..Tally::default() };
    assert_eq!(share, expected);
    assert_eq!((expected.cancelled(), expected.told(), expected.share()), (2, 5, Some(40)));
    assert_eq!(Tally { held: 2, no_show: 1, ..Tally::default() }.share(), Some(67));
    assert_eq!(Tally { ahead: 3, ..Tally::default() }.share(), None);
}

#[test]
fn siblings_last_met_where_both_came() {
    let [elias, noah, ella] = [3, 4, 5].map(PersonId);
    let mut of = arrangement(saturdays(Pattern::Week, "2026-09-05").ending(Ends::Times(4)));
    of.terms.with = vec![noah, ella];
    let mut stored = lived(&of, &[("2026-09-05", HELD), ("2026-09-12", HELD), ("2026-09-19", Outcome::NoShow)]);
    stored[1].during.came = vec![noah];
    let met = |of: &Arrangement, stored: &[Occurrence]| {
        last_met(&all_of(of, stored), &[elias, noah, ella], day("2026-09-22"))
    };
    assert_eq!(met(&of, &stored), [(elias, noah, Some(10)), (elias, ella, Some(17)), (noah, ella, Some(17))]);
    let calls: Vec<Occurrence> = stored
        .into_iter()
        .map(|one| Occurrence { terms: Terms { contact: VisitContact::Video, ..one.terms.clone() }, ..one })
        .collect();
    assert!(met(&of, &calls).iter().all(|(_, _, days)| days.is_none()));
}

#[test]
fn every_third_visit_asks_for_words_and_ninety_days_without_are_listed() {
    let of = arrangement(saturdays(Pattern::Week, "2026-06-06"));
    let of_days = |days: &[(&str, Outcome)]| words(&all_of(&of, &lived(&of, days)), |_| false).pop();
    assert_eq!(of_days(&[("2026-06-06", Outcome::NoShow)]), None);
    let two = of_days(&[("2026-06-06", HELD), ("2026-06-13", HELD)]).unwrap();
    assert!(two.next_asks() && !of_days(&[("2026-06-06", HELD)]).unwrap().next_asks());
    assert!(!two.is_without(day("2026-09-04")) && two.is_without(day("2026-09-05")), "90 days from the first");
    let word = Outcome::Word(ChildWord::DidNotWant);
    let told = of_days(&[("2026-06-06", HELD), ("2026-06-13", word), ("2026-08-01", HELD)]).unwrap();
    assert_eq!((told.last, told.since, told.next_asks()), (Some(day("2026-06-13")), 1, false));
    assert!(!told.is_without(day("2026-09-11")) && told.is_without(day("2026-09-12")));
    let only = of_days(&[("2026-06-13", word)]).unwrap();
    assert!(!only.is_without(day("2027-06-13")), "nothing has happened to have a word on");
}

/// Elias, his brother Noah and their mother; the record is Elias'.
fn of_both() -> (Arrangement, [PersonId; 2]) {
    let mut of = arrangement(saturdays(Pattern::Week, "2026-06-06"));
    let (elias, noah) = (of.child, PersonId(40));
    of.terms.with = vec![PersonId(41), noah];
    (of, [elias, noah])
}

#[test]
fn every_child_of_a_visit_is_one_without_a_word() {
    let (of, [elias, noah]) = of_both();
    let is_child = |one: PersonId| [elias, noah].contains(&one);
    let mut stored = lived(&of, &[("2026-06-06", HELD), ("2026-06-13", HELD), ("2026-06-20", HELD)]);
    let told = |stored: &[Occurrence]| -> Vec<(PersonId, u32)> {
        words(&all_of(&of, stored), is_child).iter().map(|words| (words.child, words.since)).collect()
    };
    assert_eq!(told(&stored), [(elias, 3), (noah, 3)], "and no adult");
    // Of a visit that says who came only those were there; the child whose record it is always was.
    stored[1].during.came = vec![PersonId(41)];
    assert_eq!(told(&stored), [(elias, 3), (noah, 2)]);
    // What is written as their word is a word of each who was there.
    stored[2].after.child_word = Some(ChildWord::Told);
    assert_eq!(told(&stored), [(elias, 0), (noah, 0)]);
    stored[2].during.came = vec![PersonId(41)];
    assert_eq!(told(&stored), [(elias, 0), (noah, 1)]);
}

#[test]
fn a_visit_of_several_children_counts_in_the_tally_of_each() {
    let (of, [elias, noah]) = of_both();
    let stored = lived(&of, &[("2026-06-06", HELD), ("2026-06-13", Outcome::By(CancelledBy::Us))]);
    let both = all_of(&of, &stored);
    let mut alone = arrangement(Series::once(day("2026-06-10")));
    alone.child = noah;
    let his = lived(&alone, &[("2026-06-10", HELD)]);
    let his = all_of(&alone, &his);
    let tally = |child: PersonId| {
        let mut own: Vec<Visit<'_>> = both.iter().chain(&his).copied().filter(|visit| visit.has(child)).collect();
        own.sort_by_key(Visit::on);
        let Tally { held, by_us, .. } = share(&own, day("2026-06-19"));
        (held, by_us)
    };
    assert_eq!((tally(elias), tally(noah)), ((1, 1), (2, 1)));
}
