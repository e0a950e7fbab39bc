//! Windows on lists: any offset and limit shows that part of the whole, and the last and the next session are right.

use trygg::domain::codes::{Area, Outcome};
use trygg::domain::session::Session;
use trygg::store::{AREA_MONTHS, FamilyFilter, NewFamily, SessionFilter};

use super::desk::{self, Desk, add, add_case, day, family, member, session, today};

const WINDOWS: [(usize, usize); 8] =
    [(0, 0), (0, 1), (0, 7), (5, 7), (19, 7), (20, 7), (100, 7), (usize::MAX, usize::MAX)];

fn part<T: Clone>(of: &[T], offset: usize, limit: usize) -> Vec<T> {
    of.iter().skip(offset).take(limit).cloned().collect()
}

#[test]
fn a_window_is_a_part_of_the_list() {
    let desk = Desk::new();
    let store = desk.leader();
    // Names and days that are the same over and over, so that only the identity tells them apart.
    let new = |number: usize| NewFamily {
        sessions: vec![session(0.into(), ["2026-11-03", "2026-11-04"][number % 2])],
        ..NewFamily::new(family(&format!("A-{number}"), ["Ek", "Al"][number % 2]))
    };
    store.fill_demo(&desk.casebook, (0..20).map(new), |_| ()).unwrap();
    let families = store.families(&FamilyFilter::default(), today(), 0, usize::MAX).unwrap();
    let sessions = store.sessions(&SessionFilter::default(), 0, usize::MAX).unwrap();
    assert_eq!((families.len(), sessions.len()), (20, 20));
    for (offset, limit) in WINDOWS {
        let window = store.families(&FamilyFilter::default(), today(), offset, limit).unwrap();
        assert_eq!(window, part(&families, offset, limit), "families {offset} {limit}");
        let window = store.sessions(&SessionFilter::default(), offset, limit).unwrap();
        assert_eq!(window, part(&sessions, offset, limit), "sessions {offset} {limit}");
    }
    for (ceiling, expected) in [(0, 0), (7, 7), (20, 20), (99, 20)] {
        assert_eq!(store.count_sessions(&SessionFilter::default(), ceiling).unwrap(), expected);
    }
}

#[test]
fn areas_are_counted_among_the_newest() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &family("A-1", "Ek"));
    for (on, area) in [("2026-11-03", Area::School), ("2026-11-04", Area::Leisure), ("2026-11-05", Area::Leisure)] {
        add(&store, &Session { areas: vec![area], ..session(id, on) });
    }
    let count = |ceiling, wanted| {
        let counts = store.count_areas(&SessionFilter::default(), ceiling).unwrap();
        counts.into_iter().find(|(area, _)| *area == wanted).unwrap().1
    };
    assert_eq!((count(2, Area::Leisure), count(2, Area::School), count(3, Area::School)), (2, 0, 1));
}

#[test]
fn a_page_shows_people_placements_and_what_is_last_and_next() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    add(&store, &member(case.family, "P-2", "Bo"));
    let later = add(&store, &desk::placement(case.child, "2026-06-01"));
    for (on, outcome) in [
        ("2026-11-21", Outcome::Planned),
        ("2026-11-28", Outcome::Planned),
        ("2026-11-14", Outcome::Planned),
        ("2026-11-20", Outcome::Cancelled),
        ("2026-11-19", Outcome::Held),
    ] {
        add(&store, &Session { outcome, ..session(case.family, on) });
    }
    add_case(&store, "A-2");
    let page = store.family_page(case.family, today()).unwrap();
    let people: Vec<&str> = page.people.iter().map(|person| person.person.value.given_name.bare()).collect();
    assert_eq!(people, ["Barn A-1", "Bo"]);
    let placements: Vec<_> = page.people[0].placements.iter().map(|placement| placement.id).collect();
    assert_eq!(placements, [later, case.placement], "newest first");
    assert_eq!(page.people[0].placement(day("2026-03-01")).unwrap().id, case.placement);
    let days = (page.sessions.last.unwrap().on, page.sessions.next.unwrap().on);
    assert_eq!(days, (day("2026-11-19"), day("2026-11-21")), "a session planned for today is the next one");
    assert_eq!(desk::key(store.family_page(999.into(), today())), "not-found");
}

#[test]
fn areas_fall_into_stretches_of_thirty_days() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &family("A-1", "Ek"));
    for back in [0, 29, 30, 179, 180, -1] {
        let on = today() - chrono::Duration::days(back);
        add(&store, &Session { areas: vec![Area::Network], ..session(id, &on.to_string()) });
    }
    let missed = Session { outcome: Outcome::NoShow, areas: vec![Area::Network], ..session(id, "2026-11-20") };
    add(&store, &missed);
    let areas = store.family_page(id, today()).unwrap().areas;
    let (_, network) = areas.iter().find(|(area, _)| *area == Area::Network).unwrap();
    assert_eq!(network, &[1, 0, 0, 0, 1, 2], "the oldest of {AREA_MONTHS} first");
    assert!(areas.iter().all(|(area, months)| *area == Area::Network || *months == [0; AREA_MONTHS]));
}
