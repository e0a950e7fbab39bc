//! What stands in the way of planned visits: named cases, and that looking only at what is shared misses nothing.

use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;
use trygg::domain::codes::{CancelledBy, VisitContact};
use trygg::domain::family::Family;
use trygg::domain::ids::{ArrangementId, PersonId};
use trygg::domain::visit::clash::{ClashKind, Party, Travel, clashes, hit_by, span};
use trygg::domain::visit::{Arrangement, Ends, Occurrence, Pattern, Series, Terms, Visit, Weekdays, visits};
use trygg::store::{DiaryOf, Hindrance, Origin, Store, Wanted};

use super::desk::{self, Desk, add, day};
use super::planned::{self, Home, absence, arrangement, home, plan, saturdays, say, time};

/// What a case is about, in one line each: the day, who or what, how, and whose.
fn told(found: &[Hindrance], own: Home) -> Vec<String> {
    let one = |hindrance: &Hindrance| match hindrance {
        Hindrance::Away { supporter, on } => format!("{on} {supporter} away"),
        Hindrance::Clash { party, kind, on, other, whose, .. } => {
            let party = match party {
                Party::Person(person) if *person == own.child => "child",
                Party::Person(_) => "adult",
                Party::Supporter(name) | Party::Place(name) => name,
            };
            let kind = match kind {
                ClashKind::Overlap => "overlap".to_owned(),
                ClashKind::Travel { free, needed } => format!("{free} of {needed} minutes"),
            };
            let whose =
                whose.map_or("somebody's", |(family, _)| if family == own.family { "own" } else { "another's" });
            format!("{on} {party} {kind} {}-{} {whose}", other.0.format("%H:%M"), other.1.format("%H:%M"))
        }
    };
    found.iter().map(one).collect()
}

fn ways() -> Travel {
    Travel::new(30).with("Lekoteket", "Biblioteket", 10)
}

fn found(store: &Store, of: &Arrangement, from: &str, to: &str) -> Vec<Hindrance> {
    let wanted = Wanted { id: None, arrangement: of, stored: &[] };
    store.hindrances(wanted, &ways(), day(from), day(to)).unwrap()
}

fn at(of: Arrangement, start: &str, end: &str) -> Arrangement {
    let mut of = of;
    (of.terms.start, of.terms.end) = (Some(time(start)), Some(time(end)));
    of
}

fn with(of: Arrangement, people: &[PersonId]) -> Arrangement {
    let mut of = of;
    of.terms.with = people.to_vec();
    of
}

fn supported(of: Arrangement, names: &[&str]) -> Arrangement {
    let mut of = of;
    of.terms.supporters = names.iter().map(|name| (*name).to_owned()).collect();
    of
}

fn in_place(of: Arrangement, place: &str) -> Arrangement {
    let mut of = of;
    of.terms.place = Some(place.into());
    of
}

#[test]
fn whoever_is_wanted_twice_is_told_of() {
    let desk = Desk::new();
    let store = desk.leader();
    let (own, other) = (home(&store, "A-1"), home(&store, "A-2"));
    let theirs = supported(at(arrangement(other, saturdays("2026-11-07")), "09:00", "11:00"), &["Vera", "Åsa"]);
    plan(&store, &in_place(theirs, "Lekoteket"));
    plan(&store, &at(with(arrangement(own, saturdays("2026-11-14")), &[own.father]), "15:00", "16:00"));
    let base = arrangement(own, saturdays("2026-11-07"));
    let sibling = || {
        let mut of = base.clone();
        of.child = own.sibling;
        of
    };
    let cases: [(&str, Arrangement, &[&str]); 11] = [
        ("nothing", base.clone(), &[]),
        ("the child", at(base.clone(), "14:00", "15:30"), &["2026-11-14 child overlap 15:00-16:00 own"]),
        ("one after the other", at(base.clone(), "16:00", "17:00"), &[]),
        (
            "the adult",
            at(with(sibling(), &[own.father]), "15:30", "17:00"),
            &["2026-11-14 adult overlap 15:00-16:00 own"],
        ),
        (
            "the supporter",
            supported(base.clone(), &["VERA"]),
            &["2026-11-07 vera overlap 09:00-11:00 another's", "2026-11-14 vera overlap 09:00-11:00 another's"],
        ),
        ("another of that name but for the accent", supported(base.clone(), &["Asa"]), &[]),
        (
            "the place",
            in_place(base.clone(), "lekoteket"),
            &[
                "2026-11-07 lekoteket overlap 09:00-11:00 another's",
                "2026-11-14 lekoteket overlap 09:00-11:00 another's",
            ],
        ),
        (
            "by phone there is no place",
            {
                let mut of = in_place(base.clone(), "Lekoteket");
                of.terms.contact = VisitContact::Phone;
                of
            },
            &[],
        ),
        (
            "the way",
            at(in_place(supported(base.clone(), &["Vera"]), "Biblioteket"), "11:05", "12:00"),
            &[
                "2026-11-07 vera 5 of 10 minutes 09:00-11:00 another's",
                "2026-11-14 vera 5 of 10 minutes 09:00-11:00 another's",
            ],
        ),
        (
            "the way, long enough",
            at(in_place(supported(base.clone(), &["Vera"]), "Biblioteket"), "11:10", "12:00"),
            &[],
        ),
        (
            "the way before",
            at(in_place(supported(base, &["Åsa"]), "Hos mormor"), "08:00", "08:45"),
            &[
                "2026-11-07 åsa 15 of 30 minutes 09:00-11:00 another's",
                "2026-11-14 åsa 15 of 30 minutes 09:00-11:00 another's",
            ],
        ),
    ];
    for (name, of, expected) in cases {
        assert_eq!(told(&found(&store, &of, "2026-11-07", "2026-11-14"), own), expected, "{name}");
    }
}

#[test]
fn a_supporter_s_absence_is_told_of_and_not_why() {
    let desk = Desk::new();
    let store = desk.leader();
    let own = home(&store, "A-1");
    for (from, until) in [
        ("2026-11-07T08:00:00", "2026-11-07T10:00:00"),
        ("2026-11-14T11:59:00", "2026-11-14T20:00:00"),
        ("2026-11-14T10:00:00", "2026-11-14T10:30:00"),
        ("2026-11-20T00:00:00", "2026-11-23T00:00:00"),
    ] {
        add(&store, &absence(from, until));
    }
    let of = supported(arrangement(own, saturdays("2026-11-07")), &["vera"]);
    let away = ["2026-11-14 Vera away", "2026-11-21 Vera away"];
    assert_eq!(told(&found(&store, &of, "2026-11-01", "2026-12-31"), own), away);
    assert_eq!(told(&found(&store, &of, "2026-11-15", "2026-11-21"), own), &away[1..]);
    assert!(found(&store, &supported(of, &["Åsa"]), "2026-11-01", "2026-12-31").is_empty());
}

#[test]
fn whose_visit_is_in_the_way_is_told_to_whom_it_may_be() {
    let desk = Desk::new();
    let lena = desk.leader();
    let (own, other) = (home(&lena, "A-1"), home(&lena, "A-2"));
    let theirs = in_place(supported(arrangement(other, saturdays("2026-11-07")), &["Vera"]), "Lekoteket");
    plan(&lena, &theirs);
    let mine = in_place(supported(arrangement(own, Series::once(day("2026-11-07"))), &["Vera"]), "Lekoteket");
    let saga = desk.open("Saga");
    let both = |whose: &str| {
        ["vera", "lekoteket"].map(|party| format!("2026-11-07 {party} overlap 10:00-12:00 {whose}")).to_vec()
    };
    assert_eq!(told(&found(&saga, &mine, "2026-11-07", "2026-11-07"), own), both("another's"));
    desk::change::<Family>(&lena, other.family, |family| family.child_support.clear()).unwrap();
    let hidden = found(&saga, &mine, "2026-11-07", "2026-11-07");
    assert_eq!(told(&hidden, own), both("somebody's"));
    assert!(!format!("{hidden:?}").contains(&format!("{:?}", other.child)), "{hidden:?}");
    assert_eq!(told(&found(&lena, &mine, "2026-11-07", "2026-11-07"), own), both("another's"));
    // Nor is anybody told when somebody is busy whom they have no business with.
    let asking = with(arrangement(own, Series::once(day("2026-11-07"))), &[other.mother, other.child]);
    assert!(found(&saga, &asking, "2026-11-07", "2026-11-07").is_empty());
    let asking = in_place(asking, "Lekoteket");
    assert_eq!(told(&found(&saga, &asking, "2026-11-07", "2026-11-07"), own), &both("somebody's")[1..]);
}

#[test]
fn what_is_planned_is_measured_as_it_will_be() {
    let desk = Desk::new();
    let store = desk.leader();
    let own = home(&store, "A-1");
    let id = plan(&store, &arrangement(own, saturdays("2026-11-07")));
    let other = plan(&store, &with(arrangement(own, saturdays("2026-11-07")), &[own.father]));
    let of = store.get::<Arrangement>(id).unwrap().value;
    let one = |given: &str| Occurrence::given(id, &of, day(given));
    let away = one("2026-11-14").left_out(None);
    let moved = Occurrence { on: day("2026-11-22"), ..one("2026-11-21") };
    let stored = [one("2026-11-07").held(), away, moved];
    let wanted = Wanted { id: Some(id), arrangement: &of, stored: &stored };
    let days = || {
        let found = store.hindrances(wanted, &ways(), day("2026-11-01"), day("2026-12-05")).unwrap();
        found.iter().map(|one| told(std::slice::from_ref(one), own)[0][..10].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days(), ["2026-11-28", "2026-12-05"], "held, left out and moved ones are no trouble");
    say(&store, other, "2026-11-28", |one, _| one.cancelled(CancelledBy::Us, None, None)).unwrap();
    say(&store, other, "2026-12-12", |one, _| Occurrence { on: day("2026-11-22"), ..one }).unwrap();
    assert_eq!(days(), ["2026-11-22", "2026-12-05"], "and what the others' visits are now is what counts");
}

#[test]
fn visits_over_nights_are_met_from_both_sides_of_the_window() {
    let desk = Desk::new();
    let store = desk.leader();
    let own = home(&store, "A-1");
    let stay = |on: &str, nights| {
        let mut of = with(arrangement(own, Series::once(day(on))), &[own.father]);
        of.terms.nights = nights;
        of
    };
    plan(&store, &stay("2026-11-01", 14));
    let once = arrangement(own, Series::once(day("2026-11-14")));
    assert_eq!(
        told(&found(&store, &once, "2026-11-14", "2026-11-14"), own),
        ["2026-11-14 child overlap 10:00-12:00 own"]
    );
    assert_eq!(
        told(&found(&store, &stay("2026-10-30", 3), "2026-10-30", "2026-10-30"), own),
        ["2026-10-30 child overlap 10:00-12:00 own", "2026-10-30 adult overlap 10:00-12:00 own"]
    );
}

/// An arrangement of one of three families, as random as the numbers are.
fn random(homes: &[Home], seed: (usize, u8, u32, u32)) -> Arrangement {
    let (who, weekday, hour, variant) = seed;
    let home = homes[who % homes.len()];
    let pattern = match variant % 4 {
        0 => Pattern::Week,
        1 => Pattern::Even { week_53: None },
        2 => Pattern::Nth { weeks: 3 },
        _ => Pattern::Once,
    };
    let weekdays = Weekdays::only(Weekday::try_from(weekday % 3).unwrap());
    let ends = if variant.is_multiple_of(3) { Ends::Open } else { Ends::Times(1 + variant % 9) };
    let series = Series::new(pattern, weekdays, day("2026-11-02") + Days::new(u64::from(variant % 30))).ending(ends);
    let mut of = arrangement(home, series);
    of.child = if variant.is_multiple_of(2) { home.child } else { home.sibling };
    of.terms.with = if variant.is_multiple_of(5) { vec![home.mother, home.father] } else { vec![home.father] };
    of.terms.start = Some(time(&format!("{:02}:00", 9 + hour % 3)));
    of.terms.end = Some(time(&format!("{:02}:30", 9 + hour % 3)));
    of.terms.nights = if variant % 11 == 10 { 2 } else { 0 };
    of.terms.place = ["Lekoteket", "Biblioteket", "Hos mormor"].get(variant as usize % 4).map(|place| (*place).into());
    of.terms.supporters =
        ["Vera", "Åsa", "Asa"].iter().take(variant as usize % 3).map(|name| (*name).to_owned()).collect();
    of
}

fn arrangements() -> impl Strategy<Value = Vec<(usize, u8, u32, u32)>> {
    prop::collection::vec((0_usize..3, 0_u8..7, 0_u32..9, 0_u32..40), 2..10)
}

/// As `hindrances` would be if all that there is were read.
fn of_the_whole(store: &Store, wanted: Wanted<'_>, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let mine = wanted.id.unwrap_or(ArrangementId(0));
    let wide = (from - Days::new(70), to + Days::new(70));
    let diary = store.diary(DiaryOf::Everybody, wide.0, wide.1).unwrap();
    let own = visits(mine, wanted.arrangement, wanted.stored, from, to);
    let mut all: Vec<Visit<'_>> = diary.visits(wide.0, wide.1).into_iter().filter(|visit| visit.id != mine).collect();
    all.extend(&own);
    all.sort_by_key(|visit| (visit.on(), visit.terms().start, visit.id, visit.given));
    let mut lines = Vec::new();
    for clash in clashes(&all, &ways()) {
        let (first, second) = (all[clash.first], all[clash.second]);
        let (own, other) = if first.id == mine { (first, second) } else { (second, first) };
        if own.id == mine && own.is_ahead() {
            lines.push(format!(
                "{} {:?} {:?} {:?} {:?}",
                own.on(),
                clash.party,
                clash.kind,
                span(&other).unwrap(),
                other.arrangement.child
            ));
        }
    }
    for away in &diary.absences {
        lines.extend(
            hit_by(&away.value, &own)
                .into_iter()
                .map(|place| format!("{} {} away", own[place].on(), away.value.supporter)),
        );
    }
    lines.sort();
    lines.dedup();
    lines
}

fn narrowed(store: &Store, wanted: Wanted<'_>, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let line = |hindrance: &Hindrance| match hindrance {
        Hindrance::Away { supporter, on } => format!("{on} {supporter} away"),
        Hindrance::Clash { party, kind, on, other, whose, .. } => {
            format!("{on} {party:?} {kind:?} {other:?} {:?}", whose.unwrap().1)
        }
    };
    let mut lines: Vec<String> = store.hindrances(wanted, &ways(), from, to).unwrap().iter().map(line).collect();
    lines.sort();
    lines.dedup();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shared_is_all_that_can_be_in_the_way(
        seeds in arrangements(),
        changed in prop::collection::vec((0_usize..9, 0_u64..12, 0_u64..4), 0..6),
        window in (0_u64..40, 0_u64..60),
    ) {
        let desk = Desk::new();
        let store = desk.leader();
        let homes = ["A-1", "A-2", "A-3"].map(|case_ref| home(&store, case_ref));
        let ids: Vec<ArrangementId> =
            seeds.iter().map(|seed| plan(&store, &random(&homes, *seed))).collect();
        add(&store, &absence("2026-11-16T00:00:00", "2026-11-19T09:30:00"));
        for (place, nth, how) in changed {
            let id = ids[place % ids.len()];
            let of = store.get::<Arrangement>(id).unwrap().value;
            let given = of.series.days(NaiveDate::default(), day("2027-03-01")).nth(usize::try_from(nth).unwrap());
            let Some(given) = given else { continue };
            say(&store, id, &given.to_string(), |one, of| match how {
                0 => one.held(),
                1 => one.left_out(None),
                2 => Occurrence { on: one.on + Days::new(3 * nth), ..one },
                _ => {
                    let supporters = vec!["Vera".to_owned(), "Karin".to_owned()];
                    let place = Some("Lekoteket".into());
                    let terms = Terms { supporters, place, ..of.terms.clone() };
                    one.with_terms(of, terms)
                }
            }).unwrap();
        }
        let (from, to) = (day("2026-11-02") + Days::new(window.0), day("2026-11-02") + Days::new(window.0 + window.1));
        for seed in seeds {
            let new = random(&homes, (seed.0 + 1, seed.1, seed.2 + 1, seed.3 + 1));
            let wanted = Wanted { id: None, arrangement: &new, stored: &[] };
            prop_assert_eq!(narrowed(&store, wanted, from, to), of_the_whole(&store, wanted, from, to));
        }
        for id in ids {
            let of = store.get::<Arrangement>(id).unwrap().value;
            let diary = planned::whole(&store, of.family);
            let wanted = Wanted { id: Some(id), arrangement: &of, stored: diary.stored(id) };
            prop_assert_eq!(narrowed(&store, wanted, from, to), of_the_whole(&store, wanted, from, to));
        }
    }
}

#[test]
fn a_letter_takes_up_nobody() {
    let desk = Desk::new();
    let store = desk.leader();
    let own = home(&store, "A-1");
    let letter = {
        let mut of = arrangement(own, saturdays("2026-11-07"));
        of.terms.contact = VisitContact::Letter;
        of
    };
    store.plan(&letter, &[], Origin::Direct).unwrap();
    assert!(found(&store, &letter, "2026-11-01", "2026-12-31").is_empty());
}
