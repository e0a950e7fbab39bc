//! The diary: everybody's is that of each family, what is written is read back as it was, and nobody sees further than
//! they reach.

use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;
use trygg::domain::codes::{CancelledBy, MonthPlace, Week53};
use trygg::domain::family::Family;
use trygg::domain::ids::ArrangementId;
use trygg::domain::visit::{Arrangement, Ends, Occurrence, Pattern, Scope, Series, Visit, Weekdays, change};
use trygg::store::{Diary, DiaryOf, Origin, Store};

use super::desk::{self, Desk, add, day, family};
use super::planned::{self, Home, absence, arrangement, full_arrangement, home, plan, saturdays, say, told, whole};

fn pattern() -> impl Strategy<Value = Pattern> {
    let choice = || prop::option::of(prop_oneof![Just(Week53::KeepParity), Just(Week53::KeepFortnight)]);
    let place = prop_oneof![Just(MonthPlace::First), Just(MonthPlace::Fifth), Just(MonthPlace::Last)];
    prop_oneof![
        Just(Pattern::Once),
        Just(Pattern::Week),
        (1_u32..9).prop_map(|weeks| Pattern::Nth { weeks }),
        choice().prop_map(|week_53| Pattern::Even { week_53 }),
        choice().prop_map(|week_53| Pattern::Odd { week_53 }),
        place.prop_map(|place| Pattern::Monthly { place }),
    ]
}

prop_compose! {
    fn series()(
        pattern in pattern(),
        weekdays in prop::collection::vec(0_u8..7, 1..3),
        from in 0_u64..120,
        anchor in 0_u64..30,
        ends in prop_oneof![
            Just(Ends::Open),
            (0_u64..200).prop_map(|days| Ends::Until(day("2026-09-01") + Days::new(days))),
            (0_u32..30).prop_map(Ends::Times),
        ],
    ) -> Series {
        let from = day("2026-09-01") + Days::new(from);
        let weekdays: Weekdays = weekdays.into_iter().map(|weekday| Weekday::try_from(weekday).unwrap()).collect();
        Series { anchor: from - Days::new(anchor), ..Series::new(pattern, weekdays, from).ending(ends) }
    }
}

/// What a visit is, for comparing what two diaries say.
fn line(visit: &Visit<'_>) -> (NaiveDate, ArrangementId, NaiveDate, Arrangement, Option<Occurrence>) {
    (visit.on(), visit.id, visit.given, visit.arrangement.clone(), visit.written.cloned())
}

fn lines(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Vec<String> {
    let mut lines: Vec<String> = diary.visits(from, to).iter().map(|visit| format!("{:?}", line(visit))).collect();
    lines.sort();
    lines
}

/// Does something with a visit, or changes a series from a day on.
fn does(store: &Store, id: ArrangementId, nth: usize, how: u64) {
    let of = store.get::<Arrangement>(id).unwrap().value;
    let Some(given) = of.series.days(NaiveDate::default(), day("2027-06-01")).nth(nth) else { return };
    let one = |how: &dyn Fn(Occurrence, &Arrangement) -> Occurrence| {
        say(store, id, &given.to_string(), how).unwrap();
    };
    match how {
        0 => one(&|one, _| one.held()),
        1 => one(&|one, _| one.left_out(None)),
        2 => one(&|one, _| one.cancelled(CancelledBy::Us, None, None)),
        // Far away, into another window.
        3 => one(&|one, _| Occurrence { on: one.on + Days::new(60), ..one }),
        4 => one(&|one, _| Occurrence { on: one.on - Days::new(45), ..one }),
        5 => one(&|one, of| one.restored(of)),
        _ => {
            let now = store.get::<Arrangement>(id).unwrap();
            let diary = whole(store, of.family);
            let mut edited = of.clone();
            edited.series.weekdays = Weekdays::only(Weekday::Thu);
            let changed = change(id, &of, diary.stored(id), &edited, Scope::Later(given));
            store.change_series((id, now.version), diary.stored(id), &changed, Origin::Direct).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn everybody_s_diary_is_that_of_each_family(
        all in prop::collection::vec((0_usize..3, series()), 1..8),
        changes in prop::collection::vec((0_usize..8, 0_usize..8, 0_u64..7), 0..12),
        window in (0_u64..200, 0_u64..50),
    ) {
        let desk = Desk::new();
        let store = desk.leader();
        let homes = ["A-1", "A-2", "A-3"].map(|case_ref| home(&store, case_ref));
        let ids: Vec<ArrangementId> =
            all.iter().map(|(whose, series)| plan(&store, &arrangement(homes[*whose], *series))).collect();
        for (id, (_, series)) in ids.iter().zip(&all) {
            prop_assert_eq!(&store.get::<Arrangement>(*id).unwrap().value.series, series);
        }
        for (place, nth, how) in changes {
            does(&store, ids[place % ids.len()], nth, how);
        }
        desk::change::<Family>(&store, homes[2].family, |family| family.child_support.clear()).unwrap();
        let from = day("2026-08-15") + Days::new(window.0);
        let to = from + Days::new(window.1);
        for (name, reach) in [("Lena", 3), ("Saga", 2)] {
            let store = desk.open(name);
            let everybody = store.diary(DiaryOf::Everybody, from, to).unwrap();
            let mut of_each = Vec::new();
            for home in &homes[..reach] {
                let diary = store.diary(DiaryOf::Family(home.family), from, to).unwrap();
                of_each.extend(lines(&diary, from, to));
                for visit in diary.visits(from, to) {
                    prop_assert_eq!(everybody.seen(visit.id, visit.given), diary.seen(visit.id, visit.given));
                }
            }
            of_each.sort();
            prop_assert_eq!(lines(&everybody, from, to), of_each);
            let families: Vec<_> = homes[reach..].iter().map(|home| home.family).collect();
            prop_assert!(families.iter().all(|family| !everybody.known.families.contains_key(family)));
            prop_assert!(homes[reach..].iter().all(|home| everybody.name(home.child).bare().is_empty()));
        }
    }
}

/// Everything that can be kept of a family's visits.
fn everything(store: &Store, home: Home) -> ArrangementId {
    let of = full_arrangement(home);
    let stored = [
        told(ArrangementId(0), &of, "2026-11-07"),
        Occurrence::given(ArrangementId(0), &of, day("2026-11-14")).cancelled(
            CancelledBy::Parent,
            Some("sjuk".to_owned()),
            Some(30),
        ),
        Occurrence::given(ArrangementId(0), &of, day("2026-11-21")).left_out(Some("lov".to_owned())),
    ];
    let id = store.plan(&of, &stored, Origin::Direct).unwrap();
    add(store, &planned::restriction(home));
    add(store, &planned::wish(home));
    add(store, &planned::ladder_move(home));
    id
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let id = everything(&store, home);
    let of = full_arrangement(home);
    let diary = whole(&store, home.family);
    assert_eq!(diary.arrangement(id).unwrap().value, of);
    assert_eq!(diary.stored(id)[0], told(id, &of, "2026-11-07"));
    let cancelled = Occurrence::given(id, &of, day("2026-11-14"));
    assert_eq!(diary.stored(id)[1], cancelled.cancelled(CancelledBy::Parent, Some("sjuk".to_owned()), Some(30)));
    assert_eq!(diary.stored(id)[2], Occurrence::given(id, &of, day("2026-11-21")).left_out(Some("lov".to_owned())));
    assert_eq!(diary.restrictions[0].value, planned::restriction(home));
    assert_eq!(diary.wishes[0].value, planned::wish(home));
    assert_eq!(diary.moves[0].value, planned::ladder_move(home));
    let names = [home.child, home.sibling, home.mother, home.father].map(|person| diary.name(person).bare());
    assert_eq!(names, ["Barn A-1", "Syskon A-1", "Mamma A-1", "Pappa A-1"]);
    assert_eq!(diary.family(home.family), "Familjen A-1");
}

#[test]
fn everybody_s_diary_holds_what_a_window_needs() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let id = everything(&store, home);
    let past = plan(&store, &arrangement(home, saturdays("2026-01-03").ending(Ends::Times(3))));
    add(&store, &absence("2026-11-21T08:00:00", "2026-11-22T00:00:00"));
    for (from, to, stored, restrictions, absences) in [
        ("2026-11-01", "2026-11-10", vec!["2026-11-07"], 1, 0),
        ("2026-11-20", "2026-11-21", vec!["2026-11-21"], 1, 1),
        ("2026-11-22", "2026-12-31", vec![], 1, 0),
        ("2027-01-01", "2027-01-02", vec![], 0, 0),
    ] {
        let diary = store.diary(DiaryOf::Everybody, day(from), day(to)).unwrap();
        let days: Vec<String> = diary.stored(id).iter().map(|one| one.given.to_string()).collect();
        assert_eq!(days, stored, "{from}");
        assert!(diary.arrangement(past).is_none() && diary.moves.is_empty(), "{from}");
        assert_eq!((diary.restrictions.len(), diary.wishes.len()), (restrictions, 1), "{from}");
        assert_eq!(diary.absences.len(), absences, "{from}");
    }
    let answered = whole(&store, home.family).wishes[0].id;
    desk::change::<trygg::domain::visit::Wish>(&store, answered, |wish| wish.answered_on = Some(day("2026-11-12")))
        .unwrap();
    assert!(store.diary(DiaryOf::Everybody, day("2026-11-01"), day("2026-11-30")).unwrap().wishes.is_empty());
}

#[test]
fn two_people_see_each_their_own() {
    let desk = Desk::new();
    let lena = desk.leader();
    let team = |case_ref: &str, name: &str| {
        let home = home(&lena, case_ref);
        desk::change::<Family>(&lena, home.family, |family| family.child_support = vec![name.to_owned()]).unwrap();
        everything(&lena, home);
        home
    };
    let (sagas, veras) = (team("A-1", "Saga"), team("A-2", "Vera"));
    add(&lena, &family("A-3", "Utan besök"));
    add(&lena, &absence("2026-11-21T08:00:00", "2026-11-21T12:00:00"));
    let see = |name: &str| desk.open(name).diary(DiaryOf::Everybody, day("2026-11-01"), day("2026-12-31")).unwrap();
    for (name, homes) in [("Saga", vec![sagas]), ("Vera", vec![veras]), ("Kim", vec![]), ("Lena", vec![sagas, veras])] {
        let diary = see(name);
        let families: Vec<_> = homes.iter().map(|home| home.family).collect();
        let mut known: Vec<_> = diary.known.families.keys().copied().collect();
        known.sort();
        assert_eq!(known, families, "{name}");
        assert!(diary.arrangements.iter().all(|stored| families.contains(&stored.value.family)), "{name}");
        assert!(diary.restrictions.iter().all(|stored| families.contains(&stored.value.family)), "{name}");
        assert!(diary.wishes.iter().all(|stored| families.contains(&stored.value.family)), "{name}");
        assert_eq!(diary.versions.len(), 3 * homes.len(), "{name}");
        let people = homes.iter().flat_map(|home| [home.child, home.sibling, home.mother, home.father]);
        assert_eq!(diary.known.people.len(), people.clone().count(), "{name}");
        assert!(people.into_iter().all(|person| !diary.name(person).bare().is_empty()), "{name}");
        assert_eq!(diary.absences.len(), 1, "{name}: when a supporter is away is everybody's to know");
    }
    // Whoever leaves the team sees nothing of it from then on.
    desk::change::<Family>(&lena, sagas.family, |family| family.child_support.clear()).unwrap();
    let diary = see("Saga");
    assert_eq!(diary, Diary { absences: diary.absences.clone(), ..Diary::default() });
}
