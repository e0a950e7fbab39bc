//! Who and what is wanted twice, and days that are something besides.

use chrono::{Duration, NaiveTime};
use proptest::prelude::*;

use super::*;
use crate::domain::codes::{Answer, VisitContact};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::visit::Absence;
use crate::domain::visit::calendar::{Besides, OwnDays, Period, besides, unsupported};
use crate::domain::visit::clash::{Clash, ClashKind, Party, Travel, clashes, hit_by, span};

/// One visit on 28 November: child, adult, from and to in minutes, place, supporter.
fn one(child: i64, with: i64, start: u32, end: u32, place: Option<&str>, supporter: Option<&str>) -> Arrangement {
    let time = |minutes: u32| NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0);
    let mut one = arrangement(Series::once(day("2026-11-28")));
    one.child = PersonId(child);
    one.terms = Terms {
        start: time(start),
        end: time(end),
        place: place.map(Into::into),
        supporters: supporter.map(str::to_owned).into_iter().collect(),
        ..Terms::new(vec![PersonId(with)])
    };
    one
}

fn seen(all: &[Arrangement]) -> Vec<Visit<'_>> {
    (0..)
        .zip(all)
        .map(|(id, one)| Visit { id: ArrangementId(id), arrangement: one, given: one.series.from, written: None })
        .collect()
}

fn found(all: &[Arrangement], travel: &Travel) -> Vec<(Party, ClashKind)> {
    clashes(&seen(all), travel).into_iter().map(|clash| (clash.party, clash.kind)).collect()
}

#[test]
fn everybody_and_the_room_twice_at_once() {
    let none = Travel::default();
    let first = one(3, 1, 600, 720, Some("Lekoteket"), Some("Karin"));
    let overlap = |party| vec![(party, ClashKind::Overlap)];
    for (second, expected) in [
        (one(3, 2, 660, 780, None, None), overlap(Party::Person(PersonId(3)))),
        (one(4, 1, 660, 780, None, None), overlap(Party::Person(PersonId(1)))),
        (one(4, 3, 660, 780, None, None), overlap(Party::Person(PersonId(3)))),
        (one(4, 2, 660, 780, None, Some("karin")), overlap(Party::Supporter("karin".to_owned()))),
        (one(4, 2, 660, 780, Some("lekoteket"), None), overlap(Party::Place("lekoteket".to_owned()))),
        (one(4, 2, 660, 780, Some("Parken"), Some("Maria")), vec![]),
        (one(3, 1, 720, 780, Some("Lekoteket"), Some("Karin")), vec![]),
    ] {
        assert_eq!(found(&[first.clone(), second], &none), expected);
    }
    let mut by_phone = one(3, 2, 660, 780, Some("Lekoteket"), None);
    by_phone.terms.contact = VisitContact::Phone;
    assert_eq!(found(&[first.clone(), by_phone.clone()], &none), overlap(Party::Person(PersonId(3))));
    by_phone.terms.contact = VisitContact::Letter;
    assert_eq!(found(&[first.clone(), by_phone], &none), []);
    let mut unknown = one(3, 2, 660, 780, None, None);
    (unknown.terms.start, unknown.terms.end) = (None, None);
    assert_eq!(found(&[first, unknown], &none), []);
}

/// Two lines of two siblings (3 and 4) with the same mother are one visit, as long as nothing tells them apart.
#[test]
fn siblings_planned_child_by_child_do_not_clash() {
    let first = one(3, 1, 600, 720, Some("Lekoteket"), Some("Karin"));
    let sibling = one(4, 1, 600, 720, Some("lekoteket"), Some("Karin"));
    let changed = |how: fn(&mut Arrangement)| {
        let mut of = sibling.clone();
        how(&mut of);
        of
    };
    let cases: [(&str, Arrangement, usize); 7] = [
        ("the same visit", sibling.clone(), 0),
        ("half an hour later", one(4, 1, 630, 750, Some("Lekoteket"), Some("Karin")), 3),
        ("elsewhere", one(4, 1, 600, 720, Some("Parken"), Some("Karin")), 2),
        ("by phone", changed(|of| of.terms.contact = VisitContact::Phone), 2),
        ("of another family", changed(|of| of.family = FamilyId(2)), 3),
        ("the child stands in the sibling's", changed(|of| of.terms.with.push(PersonId(3))), 4),
        ("of the same child", changed(|of| of.child = PersonId(3)), 4),
    ];
    for (name, second, clashes) in cases {
        assert_eq!(found(&[first.clone(), second.clone()], &Travel::default()).len(), clashes, "{name}");
        assert_eq!(found(&[second, first.clone()], &Travel::default()).len(), clashes, "{name}, the other way");
    }
}

#[test]
fn the_way_between_takes_its_time() {
    let travel = Travel::new(30).with("Lekoteket", "Parken", 45);
    let karin = |start: u32, end: u32, place: &str| {
        one(start.into(), i64::from(start) + 1, start, end, Some(place), Some("Karin"))
    };
    let first = karin(600, 660, "Lekoteket");
    let way = |free, needed| vec![(Party::Supporter("karin".to_owned()), ClashKind::Travel { free, needed })];
    for (second, expected) in [
        (karin(690, 720, "PARKEN"), way(30, 45)),
        (karin(705, 720, "Parken"), vec![]),
        (karin(680, 720, "Badet"), way(20, 30)),
        (karin(690, 720, "Badet"), vec![]),
        (karin(660, 720, "Lekoteket"), vec![]),
    ] {
        assert_eq!(found(&[first.clone(), second], &travel), expected);
    }
}

#[test]
fn nights_and_cancelled_visits() {
    let mut weekend = one(3, 1, 17 * 60, 17 * 60, None, None);
    weekend.terms.nights = 1;
    let mut sunday = one(3, 2, 600, 720, None, None);
    sunday.series = Series::once(day("2026-11-29"));
    let all = [weekend, sunday];
    assert_eq!(clashes(&seen(&all), &Travel::default()).len(), 1);
    let cancelled =
        Occurrence::given(ArrangementId(1), &all[1], day("2026-11-29")).cancelled(CancelledBy::Us, None, None);
    let mut visits = seen(&all);
    visits[1].written = Some(&cancelled);
    assert_eq!(clashes(&visits, &Travel::default()), []);
}

#[test]
fn an_absence_lists_what_it_hits() {
    let of = arrangement(saturdays(Pattern::Week, "2026-11-21").ending(Ends::Times(4)));
    let stored = lived(&of, &[("2026-11-21", Outcome::Held)]);
    let visits = all_of(&of, &stored);
    let away = |from: &str, until: &str, who: &str| {
        let at = |text: &str| text.parse().unwrap();
        let absence = Absence { supporter: who.to_owned(), from: at(from), until: at(until), calendar_uid: None };
        hit_by(&absence, &visits).into_iter().map(|place| visits[place].on().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(away("2026-11-20T00:00:00", "2026-12-06T00:00:00", "KARIN"), ["2026-11-28", "2026-12-05"]);
    assert_eq!(away("2026-11-28T14:00:00", "2026-12-05T10:00:00", "Karin"), [""; 0]);
    assert_eq!(away("2026-11-28T13:00:00", "2026-12-05T10:01:00", "Karin"), ["2026-11-28", "2026-12-05"]);
    assert_eq!(away("2026-11-20T00:00:00", "2026-12-06T00:00:00", "Maria"), [""; 0]);
}

#[test]
fn days_that_are_something_besides() {
    let of = arrangement(saturdays(Pattern::Week, "2026-10-31").ending(Ends::Times(10)));
    let stored = lived(&of, &[("2026-10-31", Outcome::Held)]);
    let visits = all_of(&of, &stored);
    let period =
        |from: &str, until: &str, name: &str| Period { from: day(from), until: day(until), name: name.to_owned() };
    let own = OwnDays {
        closed: vec![period("2026-12-12", "2026-12-12", "planeringsdag")],
        school_breaks: vec![
            period("2026-12-19", "2027-01-10", "jullov"),
            period("2027-03-01", "2027-03-07", "sportlov"),
        ],
    };
    let told: Vec<String> = besides(&visits, &own)
        .into_iter()
        .map(|(place, besides)| {
            let name = match besides {
                Besides::Holiday(holiday) => &holiday.name_sv,
                Besides::Closed(period) | Besides::SchoolBreak(period) => &period.name,
            };
            format!("{} {name}", visits[place].on().format("%m-%d"))
        })
        .collect();
    assert_eq!(told, ["12-12 planeringsdag", "12-19 jullov", "12-26 Annandag jul", "12-26 jullov", "01-02 jullov"]);
}

#[test]
fn supervised_visits_close_at_hand_without_a_supporter() {
    let mut of = arrangement(saturdays(Pattern::Week, "2026-11-07"));
    let lacking = |of: &Arrangement, stored: &[Occurrence]| -> Vec<NaiveDate> {
        let visits = all_of(of, stored);
        unsupported(&visits, day("2026-11-21")).into_iter().map(|place| visits[place].on()).collect()
    };
    of.terms.supporters.clear();
    assert_eq!(lacking(&of, &[]), []);
    of.terms.supervision = Answer::Yes;
    assert_eq!(lacking(&of, &[]), days(&["2026-11-21", "2026-11-28", "2026-12-05"]));
    let named = Occurrence::given(ID, &of, day("2026-11-28"));
    let named = named.clone().with_terms(&of, Terms { supporters: vec!["Maria".to_owned()], ..named.terms });
    let mut stored = lived(&of, &[("2026-11-21", Outcome::Held)]);
    stored.push(named);
    assert_eq!(lacking(&of, &stored), days(&["2026-12-05"]));
}

/// Every pair against every other.
fn slowly(visits: &[Visit<'_>], travel: &Travel) -> usize {
    let mut count = 0;
    for second in 0..visits.len() {
        for first in 0..second {
            // Two alone are judged by the same rules, and there the order of sorting cannot hide one.
            count += clashes(&[visits[first], visits[second]], travel).len();
        }
    }
    count
}

proptest! {
    #[test]
    fn no_clash_is_missed_and_none_made_up(
        all in prop::collection::vec((0_i64..4, 4_i64..7, 0_u32..1300, 1_u32..130, 0_usize..4, 0_usize..3), 0..24),
    ) {
        let places = [None, Some("A"), Some("B"), Some("C")];
        let names = [None, Some("Karin"), Some("Maria")];
        let all: Vec<Arrangement> = all
            .into_iter()
            .map(|(child, with, start, length, place, name)| {
                one(child, with, start, start + length, places[place], names[name])
            })
            .collect();
        let visits = seen(&all);
        let travel = Travel::new(20).with("A", "C", 60);
        let found: Vec<Clash> = clashes(&visits, &travel);
        prop_assert_eq!(found.len(), slowly(&visits, &travel));
        for clash in &found {
            let (one, other) = (span(&visits[clash.first]).unwrap(), span(&visits[clash.second]).unwrap());
            prop_assert!(one.0 <= other.0);
            prop_assert_eq!(clash.kind == ClashKind::Overlap, one.1 > other.0);
            prop_assert!(one.1 + Duration::minutes(60) > other.0);
        }
    }
}
