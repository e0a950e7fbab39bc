//! "Only this", "this and later", "all", by name.

use chrono::NaiveTime;

use super::*;
use crate::domain::codes::{CancelledBy, VisitOutcome};
use crate::domain::discretion::PlaceName;

fn weekly() -> Arrangement {
    arrangement(saturdays(Pattern::Week, "2026-11-07"))
}

fn at(hour: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, 0, 0)
}

fn given(of: &Arrangement, text: &str) -> Occurrence {
    Occurrence::given(ID, of, day(text))
}

/// Each visit of December as its day, and what came of it where that is more than planned.
fn december(of: &Arrangement, stored: &[Occurrence]) -> Vec<String> {
    visits(ID, of, stored, day("2026-12-01"), day("2026-12-31"))
        .into_iter()
        .map(|visit| match visit.outcome() {
            VisitOutcome::Planned => visit.on().format("%d").to_string(),
            outcome => format!("{} {}", visit.on().format("%d"), crate::domain::codes::Code::code(outcome)),
        })
        .collect()
}

#[test]
fn one_visit_is_moved_cancelled_left_out_and_restored() {
    let of = weekly();
    assert_eq!(december(&of, &[]), ["05", "12", "19", "26"]);
    let sunday = When { on: day("2026-12-13"), ..given(&of, "2026-12-12").when() };
    let moved = given(&of, "2026-12-12").moved(&of, sunday, Some("tåget".to_owned()));
    let stored = write(&[], &of, moved.clone());
    assert_eq!(december(&of, &stored), ["05", "13 moved", "19", "26"]);
    assert_eq!((moved.moved_from(), moved.is_settled()), (Some(day("2026-12-12")), false));
    let stored =
        write(&stored, &of, given(&of, "2026-12-19").cancelled(CancelledBy::Us, Some("sjuk".to_owned()), Some(3)));
    let stored = write(&stored, &of, given(&of, "2026-12-26").left_out(None));
    assert_eq!(december(&of, &stored), ["05", "13 moved", "19 cancelled"]);
    assert!(stored[1].is_settled() && !stored[2].is_settled());
    // Restored, each is as the series gives it, and nothing is stored of it any more.
    let stored = write(&stored, &of, stored[2].clone().restored(&of));
    let stored = write(&stored, &of, stored[1].clone().restored(&of));
    assert_eq!(
        (december(&of, &stored), stored.len()),
        (vec!["05".to_owned(), "13 moved".into(), "19".into(), "26".into()], 1)
    );
    let back = stored[0].clone().moved(&of, When::given(day("2026-12-12"), &of.terms), None);
    assert!(write(&stored, &of, back).is_empty());
    // A moved visit that was cancelled and restored is moved again, not planned.
    let again = moved.clone().cancelled(CancelledBy::Parent, None, None).restored(&of);
    assert_eq!((again.outcome, again.on), (VisitOutcome::Moved, day("2026-12-13")));
}

#[test]
fn a_visit_moved_into_the_window_is_seen_and_one_moved_out_is_not() {
    let of = weekly();
    let to = |text: &str| When { on: day(text), ..given(&of, "2026-11-28").when() };
    let stored = write(&[], &of, given(&of, "2026-11-28").moved(&of, to("2026-12-01"), None));
    let stored = write(&stored, &of, given(&of, "2026-12-26").moved(&of, to("2027-01-01"), None));
    assert_eq!(december(&of, &stored), ["01 moved", "05", "12", "19"]);
}

#[test]
fn this_and_later_ends_the_series_and_begins_another() {
    let of = weekly();
    let mut edited = of.clone();
    edited.terms.place = Some("Parken".into());
    let held = given(&of, "2026-12-05").held();
    let advance = given(&of, "2026-12-19").cancelled(CancelledBy::Parent, None, Some(400));
    let moved = given(&of, "2026-12-26").moved(&of, When { start: at(11), ..given(&of, "2026-12-26").when() }, None);
    let stored = [held.clone(), advance.clone(), moved];
    let changed = change(ID, &of, &stored, &edited, Scope::Later(day("2026-12-12")));
    let next = changed.next.unwrap();
    assert_eq!(changed.arrangement.series.ends, Ends::Until(day("2026-12-05")));
    assert_eq!(changed.stored, [held, advance]);
    assert_eq!((next.arrangement.follows, next.arrangement.series.from), (Some(ID), day("2026-12-12")));
    assert_eq!(december(&changed.arrangement, &changed.stored), ["05 held", "19 cancelled"]);
    // The one that follows has no second visit on the 19th, and its 26th keeps its own hour and takes the new place.
    assert_eq!(december(&next.arrangement, &next.stored(ID)), ["12", "26 moved"]);
    let moved = next.stored(ID).into_iter().find(|one| one.given == day("2026-12-26")).unwrap();
    assert_eq!((moved.terms.start, moved.terms.place.as_ref().map(PlaceName::bare)), (at(11), Some("Parken")));
    assert!(changed.dropped.is_empty());
}

#[test]
fn another_weekday_from_a_visit_on_takes_that_week_with_it() {
    let of = weekly();
    let mut edited = of.clone();
    edited.series.weekdays = Weekdays::only(Weekday::Tue);
    let moved = given(&of, "2026-12-19").left_out(None);
    let changed = change(ID, &of, std::slice::from_ref(&moved), &edited, Scope::Later(day("2026-12-12")));
    let next = changed.next.unwrap();
    assert_eq!(december(&changed.arrangement, &changed.stored), ["05"]);
    assert_eq!(december(&next.arrangement, &next.stored(ID)), ["08", "15", "22", "29"]);
    assert_eq!(changed.dropped, [moved]);
    // Where the week has had a visit already it gets no second one.
    let mut twice = weekly();
    twice.series.weekdays = [Weekday::Wed, Weekday::Sat].into_iter().collect();
    let mut edited = twice.clone();
    edited.series.weekdays = [Weekday::Tue, Weekday::Fri].into_iter().collect();
    let next = change(ID, &twice, &[], &edited, Scope::Later(day("2026-12-12"))).next.unwrap();
    assert_eq!(december(&next.arrangement, &[]), ["11", "15", "18", "22", "25", "29"]);
}

#[test]
fn a_number_of_times_is_kept_over_a_change() {
    let of = arrangement(saturdays(Pattern::Week, "2026-11-07").ending(Ends::Times(6)));
    let mut edited = of.clone();
    edited.terms.start = at(12);
    let next = change(ID, &of, &[], &edited, Scope::Later(day("2026-11-28"))).next.unwrap();
    assert_eq!(next.arrangement.series.ends, Ends::Times(3));
    assert_eq!(next.arrangement.series.last(), of.series.last());
    edited.series.ends = Ends::Times(4);
    let next = change(ID, &of, &[], &edited, Scope::Later(day("2026-11-28"))).next.unwrap();
    assert_eq!(next.arrangement.series.days(NaiveDate::MIN, NaiveDate::MAX).count(), 4);
}

#[test]
fn every_second_week_goes_on_in_step() {
    let of = arrangement(saturdays(Pattern::Nth { weeks: 2 }, "2026-11-07"));
    let mut edited = of.clone();
    edited.terms.place = None;
    let next = change(ID, &of, &[], &edited, Scope::Later(day("2026-12-05"))).next.unwrap();
    assert_eq!(december(&next.arrangement, &[]), ["05", "19"]);
    // Changed to every third, it counts from there.
    edited.series.pattern = Pattern::Nth { weeks: 3 };
    let next = change(ID, &of, &[], &edited, Scope::Later(day("2026-12-05"))).next.unwrap();
    assert_eq!(december(&next.arrangement, &[]), ["05", "26"]);
}

#[test]
fn a_fortnight_chosen_after_the_new_year_is_kept_from_then() {
    let of = arrangement(saturdays(Pattern::Even { week_53: None }, "2026-11-28"));
    let mut edited = of.clone();
    edited.series.pattern = of.series.pattern.choosing(crate::domain::codes::Week53::KeepFortnight);
    let next = change(ID, &of, &[], &edited, Scope::Later(day("2027-01-30"))).next.unwrap();
    assert_eq!(
        next.arrangement.series.days(day("2027-01-01"), day("2027-03-01")).collect::<Vec<_>>(),
        days(&["2027-01-30", "2027-02-13", "2027-02-27"])
    );
}

#[test]
fn all_changes_in_place_only_while_what_is_behind_stays() {
    let of = weekly();
    let today = day("2026-12-09");
    let mut elsewhere = of.clone();
    elsewhere.terms.place = Some("Parken".into());
    let held = given(&of, "2026-12-05").held();
    let changed = change(ID, &of, std::slice::from_ref(&held), &elsewhere, Scope::All { today });
    assert_eq!((changed.next, &changed.stored[..]), (None, &[held.clone()][..]), "what was held there was held there");
    assert_eq!(changed.arrangement, elsewhere);
    let mut longer = of.clone();
    longer.series.ends = Ends::Until(day("2026-12-31"));
    assert_eq!(change(ID, &of, &[], &longer, Scope::All { today }).arrangement, longer);
    // On Sundays from now on: no Sunday is made up in the weeks that were.
    let mut sundays = of.clone();
    sundays.series.weekdays = Weekdays::only(Weekday::Sun);
    let changed = change(ID, &of, std::slice::from_ref(&held), &sundays, Scope::All { today });
    let next = changed.next.unwrap();
    assert_eq!(december(&changed.arrangement, &changed.stored), ["05 held"]);
    assert_eq!(december(&next.arrangement, &next.stored(ID)), ["13", "20", "27"]);
    // Tuesdays: this week's is gone by.
    sundays.series.weekdays = Weekdays::only(Weekday::Tue);
    let next = change(ID, &of, &[], &sundays, Scope::All { today }).next.unwrap();
    assert_eq!(december(&next.arrangement, &[]), ["15", "22", "29"]);
    // Before its first visit a series may become anything.
    let changed = change(ID, &of, &[], &sundays, Scope::All { today: day("2026-11-01") });
    assert_eq!((changed.arrangement, changed.next), (sundays, None));
}

#[test]
fn an_end_set_before_the_cut_only_ends() {
    let of = weekly();
    let mut ended = of.clone();
    ended.series.ends = Ends::Until(day("2026-12-06"));
    let moved = given(&of, "2026-12-26").left_out(None);
    let changed = change(ID, &of, std::slice::from_ref(&moved), &ended, Scope::Later(day("2026-12-12")));
    assert_eq!((changed.next, changed.dropped), (None, vec![moved]));
    assert_eq!(december(&changed.arrangement, &changed.stored), ["05"]);
}
