//! Lists: the Swedish order, and every filter against a naive model of it.

use trygg::domain::codes::{Area, CancelledBy, Code, FamilyStatus, Outcome};
use trygg::domain::discretion::Setting;
use trygg::domain::family::Family;
use trygg::domain::session::Session;
use trygg::store::{FamilyFilter, NewFamily, SessionFilter, Store, Whose};

use super::desk::{self, Desk, add, family, member, session};

fn fill(desk: &Desk, families: Vec<(Family, Vec<Session>)>) {
    let new = families.into_iter().map(|(family, sessions)| NewFamily { sessions, ..NewFamily::new(family) });
    desk.leader().fill_demo(&desk.casebook, new, |_| ()).unwrap();
}

fn names(store: &Store, filter: &FamilyFilter) -> Vec<String> {
    store.families(filter, desk::today(), 0, 99).unwrap().into_iter().map(|row| row.name).collect()
}

#[test]
fn families_stand_in_swedish_order() {
    let desk = Desk::new();
    let given = ["Öberg", "Zetterqvist", "ek", "Åkerlund", "Wallin", "Ängsö", "Al Hassan", "Vik", "Ek", "Édouard"];
    fill(&desk, given.iter().map(|name| (family(name, name), Vec::new())).collect());
    let expected = ["Al Hassan", "Édouard", "ek", "Ek", "Vik", "Wallin", "Zetterqvist", "Åkerlund", "Ängsö", "Öberg"];
    assert_eq!(names(&desk.leader(), &FamilyFilter::default()), expected);
}

/// Families of every status, some of them Saga's, some in a district.
fn model() -> Vec<Family> {
    let one = |number: usize| Family {
        status: FamilyStatus::ALL[number % 4],
        district: [None, Some("Centrum"), Some("Hisingen")][number % 3].map(str::to_owned),
        child_support: vec![["Saga", "Vera"][number % 2].to_owned()],
        other_support: [vec![], vec!["Lena".to_owned()]][usize::from(number.is_multiple_of(5))].clone(),
        ..family(&format!("A-{number}"), &format!("Familj {number:02}"))
    };
    (0..37).map(one).collect()
}

#[test]
fn every_family_filter_agrees_with_the_model() {
    let desk = Desk::new();
    fill(&desk, model().into_iter().map(|family| (family, Vec::new())).collect());
    for (user, own) in [("Saga", true), ("Lena", false)] {
        let store = desk.open(user);
        let statuses = std::iter::once(None).chain(FamilyStatus::ALL.iter().copied().map(Some));
        for status in statuses {
            for district in [None, Some("Centrum"), Some("Hisingen"), Some("centrum"), Some("")] {
                for whose in [Whose::Everyones, Whose::Mine] {
                    let filter = FamilyFilter { whose, status, district: district.map(str::to_owned) };
                    let fits = |family: &Family| {
                        let mine = || family.child_support.iter().chain(&family.other_support).any(|name| name == user);
                        status.map_or(family.status != FamilyStatus::Closed, |status| family.status == status)
                            && district.is_none_or(|district| family.district.as_deref() == Some(district))
                            && (mine() || (whose == Whose::Everyones && !own))
                    };
                    let expected: Vec<String> = model().into_iter().filter(fits).map(|family| family.name).collect();
                    assert_eq!(names(&store, &filter), expected, "{user} {filter:?}");
                    assert_eq!(store.count_families(&filter).unwrap() as usize, expected.len(), "{user} {filter:?}");
                }
            }
        }
    }
}

#[test]
fn a_family_s_row_names_its_people_and_its_sessions() {
    let desk = Desk::new();
    let planned = |on| Session { outcome: Outcome::Planned, ..session(0.into(), on) };
    let sessions = vec![
        session(0.into(), "2026-11-03"),
        session(0.into(), "2026-11-10"),
        Session { outcome: Outcome::NoShow, ..session(0.into(), "2026-11-17") },
        planned("2026-11-20"),
        planned("2026-12-01"),
        planned("2026-11-24"),
        session(0.into(), "2026-12-24"),
    ];
    let team = Family {
        child_support: vec!["Öst".to_owned(), "Ada".to_owned()],
        parent_support: vec!["Kim".to_owned()],
        ..family("A-1", "Ek")
    };
    fill(&desk, vec![(team, sessions), (Family { child_support: Vec::new(), ..family("A-2", "Al") }, Vec::new())]);
    let rows = desk.leader().families(&FamilyFilter::default(), desk::today(), 0, 9).unwrap();
    let (empty, full) = (&rows[0], &rows[1]);
    assert_eq!((&empty.child_support, empty.last_on, empty.next_on), (&None, None, None));
    assert_eq!((full.child_support.as_deref(), full.parent_support.as_deref()), (Some("Öst"), Some("Kim")));
    assert_eq!((full.last_on, full.next_on), (Some(desk::day("2026-11-10")), Some(desk::day("2026-11-24"))));
}

fn sessions_model() -> Vec<(Family, Vec<Session>)> {
    let one = |number: usize| Session {
        on: desk::day("2026-09-01") + chrono::Days::new(number as u64 * 7 % 60),
        start: [None, chrono::NaiveTime::from_hms_opt(9 + number as u32 % 8, 0, 0)][number % 2],
        outcome: Outcome::ALL[number % 4],
        areas: Area::ALL.iter().copied().filter(|area| (number >> *area as usize) % 2 == 1).collect(),
        staff: [vec![], vec!["Åsa Öst"], vec!["Åsa Öst", "Kim"]][number % 3].iter().map(|s| (*s).to_owned()).collect(),
        minutes: number as u32 + 1,
        ..session(0.into(), "2026-09-01")
    };
    let sagas = (0..20).map(one).collect();
    let others = (20..40).map(one).collect();
    vec![
        (family("A-1", "Ek"), sagas),
        (Family { child_support: vec!["Vera".to_owned()], ..family("A-2", "Al") }, others),
    ]
}

#[test]
fn every_session_filter_agrees_with_the_model() {
    let desk = Desk::new();
    fill(&desk, sessions_model());
    let families = [1.into(), 2.into()];
    let all: Vec<(usize, Session)> = sessions_model()
        .into_iter()
        .enumerate()
        .flat_map(|(place, (_, sessions))| sessions.into_iter().map(move |session| (place, session)))
        .collect();
    let some = SessionFilter::default();
    let mut filters = vec![
        some.clone(),
        SessionFilter { staff: Some("åsa öst".to_owned()), ..some.clone() },
        SessionFilter { staff: Some("Nobody".to_owned()), ..some.clone() },
        SessionFilter { from: Some(desk::day("2026-09-15")), ..some.clone() },
        SessionFilter { to: Some(desk::day("2026-09-15")), ..some.clone() },
        SessionFilter { from: Some(desk::day("2026-09-15")), to: Some(desk::day("2026-09-15")), ..some.clone() },
    ];
    filters.extend(Area::ALL.iter().map(|area| SessionFilter { area: Some(*area), ..some.clone() }));
    filters.extend(Outcome::ALL.iter().map(|outcome| SessionFilter { outcome: Some(*outcome), ..some.clone() }));
    filters.push(SessionFilter {
        area: Some(Area::Leisure),
        outcome: Some(Outcome::Held),
        staff: Some("Kim".to_owned()),
        from: Some(desk::day("2026-09-10")),
        ..some
    });
    let with_family = |family| move |filter: &SessionFilter| SessionFilter { family: Some(family), ..filter.clone() };
    let more: Vec<_> = families.iter().flat_map(|family| filters.iter().map(with_family(*family))).collect();
    filters.extend(more);
    for (user, reach) in [("Lena", 2), ("Saga", 1)] {
        let store = desk.open(user);
        for filter in filters.iter().filter(|filter| reach == 2 || filter.family != Some(families[1])) {
            let fits = |(place, session): &&(usize, Session)| {
                *place < reach
                    && filter.family.is_none_or(|family| family == families[*place])
                    && filter.area.is_none_or(|area| session.areas.contains(&area))
                    && filter.outcome.is_none_or(|outcome| session.outcome == outcome)
                    && filter.staff.as_ref().is_none_or(|name| {
                        session.staff.iter().any(|staff| staff.to_lowercase() == name.to_lowercase())
                    })
                    && filter.from.is_none_or(|from| session.on >= from)
                    && filter.to.is_none_or(|to| session.on <= to)
            };
            let mut expected: Vec<&(usize, Session)> = all.iter().filter(fits).collect();
            expected.sort_by_key(|(_, session)| std::cmp::Reverse((session.on, session.start, session.minutes)));
            let minutes = |rows: Vec<trygg::store::SessionRow>| rows.iter().map(|row| row.minutes).collect::<Vec<_>>();
            let expected_minutes: Vec<u32> = expected.iter().map(|(_, session)| session.minutes).collect();
            assert_eq!(minutes(store.sessions(filter, 0, 99).unwrap()), expected_minutes, "{user} {filter:?}");
            let mut forward = minutes(store.sessions_forward(filter, 99).unwrap());
            forward.reverse();
            assert_eq!(forward, expected_minutes, "{user} {filter:?}");
            assert_eq!(store.count_sessions(filter, 99).unwrap() as usize, expected.len(), "{user} {filter:?}");
            for (area, count) in store.count_areas(filter, 99).unwrap() {
                let served = expected.iter().filter(|(_, session)| session.areas.contains(&area)).count();
                assert_eq!(count as usize, served, "{user} {area:?} {filter:?}");
            }
        }
    }
}

#[test]
fn a_session_s_row_says_what_the_session_says() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &family("A-1", "Ek"));
    let people = ["Elsa", "Bo; Ek", "Åke"].map(|name| add(&store, &member(id, name, name)));
    let whole = Session {
        people: people.to_vec(),
        staff: vec!["Saga".to_owned(), "Kim; vikarie".to_owned()],
        outcome: Outcome::Cancelled,
        cancelled_by: Some(CancelledBy::Parent),
        reason: Some("sjuk".to_owned()),
        note: Some(format!("rad ett\nrad två{}", "å".repeat(400))),
        ..session(id, "2026-11-03")
    };
    add(&store, &whole);
    let row = store.sessions(&SessionFilter::default(), 0, 1).unwrap().remove(0);
    let names: Vec<String> = row.people.iter().map(|(_, name)| name.shown(Setting::Team)).collect();
    assert_eq!(names, ["Elsa", "Bo; Ek", "Åke"]);
    assert_eq!(row.staff.len(), 2, "{:?}", row.staff);
    assert_eq!((row.cancelled_by, row.reason.as_deref()), (whole.cancelled_by, Some("sjuk")));
    assert!(row.note.is_some_and(|note| note.starts_with("rad ett rad tvåå") && note.chars().count() == 240));
}
