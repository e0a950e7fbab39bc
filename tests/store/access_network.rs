//! Who may do what with network maps: the rows of the table, and the agreement about who may see one.

use trygg::domain::codes::{MapConsent, MapViewer};
use trygg::domain::family::Family;
use trygg::domain::ids::NetworkMapId;
use trygg::domain::network::NetworkMap;
use trygg::store::{Listing, Origin, Saving, Store, Whose};

use super::access_table::{Target, Trial, done, seen};
use super::desk::{self, Desk, add, change, day, get, key};
use super::drawn::{self, Home, home, kept_back, map};

/// The rows, as in `access_table`.
pub const NETWORK: &[(&str, &str, Trial)] = &[
    ("scheme", "AAAAAAA", |_, store, _| Ok(seen(!store.scheme().sectors.is_empty()))),
    ("add::<NetworkMap>", "O-OT---", |_, store, on| done(store.add(&of(on), Origin::Direct))),
    ("get::<NetworkMap>", "OOOT--T", |desk, store, on| done(store.get::<NetworkMap>(draw(desk, on)))),
    ("change::<NetworkMap>", "O-OT---", |desk, store, on| {
        let id = draw(desk, on);
        done(store.change(id, 1, &of(on), Origin::Direct))
    }),
    ("remove::<NetworkMap>", "O-OT---", |desk, store, on| done(store.remove::<NetworkMap>(draw(desk, on)))),
    ("maps_of", "OOOT--T", |desk, store, on| {
        draw(desk, on);
        store.maps_of(on.case.family).map(|maps| seen(maps.seen.len() == 1))
    }),
    ("each_map", "ooot--t", |desk, store, on| {
        let (id, mut found) = (draw(desk, on), false);
        store.each_map(&Listing::default(), &mut |map| {
            found |= map.value.id == id;
            Ok(())
        })?;
        Ok(seen(found))
    }),
    ("each_map::<family>", "OOOT--T", |_, store, on| {
        let listing = Listing { family: Some(on.case.family), ..Listing::default() };
        done(store.each_map(&listing, &mut |_| Ok(())))
    }),
    ("map_ages", "ooot--t", |desk, store, on| {
        draw(desk, on);
        let rows = store.map_ages(Whose::Everyones)?;
        Ok(seen(rows.iter().any(|row| row.person == on.case.child && row.drawn_on.is_some())))
    }),
    ("known_people", "OOOT--T", |_, store, on| done(store.known_people(on.case.child))),
];

/// A map of the child of the trial with nobody from the family's list on it.
fn of(on: &Target) -> NetworkMap {
    let home = Home { family: on.case.family, child: on.case.child, mother: on.case.child };
    let mut map = map(home, "2026-03-09");
    map.people.remove(0);
    map
}

fn draw(desk: &Desk, on: &Target) -> NetworkMapId {
    add(&desk.leader(), &of(on))
}

/// How a map reaches somebody: `seen`, `kept back`, or the refusal.
fn reaches(store: &Store, home: Home, id: NetworkMapId) -> &'static str {
    let maps = match store.maps_of(home.family) {
        Ok(maps) => maps,
        Err(problem) => return problem.key,
    };
    let got = key(store.get::<NetworkMap>(id));
    let mut listed = false;
    let passed_over = store.each_map(&Listing::default(), &mut |map| {
        listed |= map.value.id == id;
        Ok(())
    });
    if maps.seen.iter().any(|map| map.id == id) {
        assert_eq!((got, listed, passed_over.unwrap()), ("none", true, 0));
        return "seen";
    }
    assert_eq!((got, listed, passed_over.unwrap()), ("kept-back", false, 1));
    // Whatever period is asked for, so that no row of periods tells the day it was drawn.
    for on in ["2026-03-09", "2026-03-10"] {
        let period = Listing { from: Some(day(on)), to: Some(day(on)), ..Listing::default() };
        assert_eq!(store.each_map(&period, &mut |_| Ok(())).unwrap(), 1, "{on}");
    }
    let kept: Vec<_> = maps.kept_back.iter().map(|map| (map.id, map.ego)).collect();
    assert_eq!(kept, [(id, home.child)]);
    let people = store.known_people(home.child).unwrap();
    let empty = NetworkMap::new(home.family, home.child, day("2026-11-18"), "Saga");
    assert!(people.offered(&empty).all(|known| known.name == "Sara"), "nobody of it is offered");
    "kept back"
}

#[test]
fn a_map_is_seen_as_was_agreed() {
    use MapConsent::{ByGuardian, Given, Refused};
    use MapViewer::{Network, Parents, Team};
    for (consent, seen_by, drawn_by, saga, vera, kim, lena) in [
        (Some(Given), &[Team][..], "Lena", "seen", "seen", "seen", "seen"),
        (Some(ByGuardian), &[Parents, Team], "Lena", "seen", "seen", "seen", "seen"),
        (None, &[Team], "Saga", "seen", "seen", "seen", "seen"),
        (Some(Given), &[], "Saga", "seen", "kept back", "kept back", "seen"),
        (Some(Given), &[Parents, Network], "saga", "seen", "kept back", "kept back", "seen"),
        (Some(Given), &[], "Lena", "kept back", "kept back", "kept back", "seen"),
        (Some(Refused), &[Team], "Saga", "seen", "kept back", "kept back", "seen"),
        (Some(Refused), &[], "Kim", "kept back", "kept back", "seen", "seen"),
    ] {
        let desk = Desk::new();
        let leader = desk.leader();
        let home = home(&leader, "A-1");
        change::<Family>(&leader, home.family, |family| family.parent_support = vec!["Kim".to_owned()]).unwrap();
        let agreed =
            NetworkMap { consent, seen_by: seen_by.to_vec(), drawn_by: drawn_by.to_owned(), ..map(home, "2026-03-09") };
        let id = add(&leader, &agreed);
        for (name, expected) in
            [("Saga", saga), ("Vera", vera), ("Kim", kim), ("Lena", lena), ("Stig", "refused"), ("Ada", "refused")]
        {
            assert_eq!(reaches(&desk.open(name), home, id), expected, "{name}: {consent:?} {seen_by:?} {drawn_by}");
        }
    }
}

#[test]
fn whoever_drew_a_map_loses_it_with_the_family() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = home(&leader, "A-1");
    let saga = desk.open("Saga");
    let id = add(&saga, &kept_back(home, "2026-03-09", "Saga"));
    assert_eq!(reaches(&saga, home, id), "seen");
    change::<Family>(&leader, home.family, |family| family.child_support.clear()).unwrap();
    assert_eq!(reaches(&saga, home, id), "not-found");
    assert_eq!(key(saga.get::<NetworkMap>(id)), "not-found");
}

#[test]
fn what_is_kept_back_is_neither_changed_nor_removed_nor_told_when_somebody_tries() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = home(&leader, "A-1");
    let id = add(&leader, &kept_back(home, "2026-03-09", "Lena"));
    let saga = desk.open("Saga");
    let mine = map(home, "2026-03-09");
    for version in [0, 1] {
        assert_eq!(key(saga.change(id, version, &mine, Origin::Direct)), "kept-back", "no word of how it stands");
    }
    assert_eq!(key(saga.remove::<NetworkMap>(id)), "kept-back");
    assert_eq!(get::<NetworkMap>(&leader, id).version, 1);
}

#[test]
fn what_a_colleague_promised_is_written_down_by_that_colleague() {
    let desk = Desk::new();
    let home = home(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    assert_eq!(key(saga.add(&kept_back(home, "2026-03-09", "Kim"), Origin::Direct)), "kept-back");
    add(&saga, &NetworkMap { drawn_by: "Kim".to_owned(), ..drawn::map(home, "2026-03-09") });
    add(&saga, &kept_back(home, "2026-04-01", "Saga"));
}

#[test]
fn whoever_writes_that_the_team_may_not_see_it_any_more_does_not_see_it_any_more() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = home(&leader, "A-1");
    let id = add(&leader, &map(home, "2026-03-09"));
    let saga = desk.open("Saga");
    let saved = change::<NetworkMap>(&saga, id, |map| map.seen_by.clear()).unwrap();
    assert!(matches!(saved, Saving::Saved(_)));
    assert_eq!(reaches(&saga, home, id), "kept back");
    // What was said since would come to light.
    assert_eq!(key(saga.undo()), "kept-back");
    leader.undo().unwrap_err();
    assert_eq!(desk::last_row(&leader).noun, "network_map");
}

#[test]
fn the_journal_tells_an_administrator_nothing_of_a_map_but_that_it_is_there() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = home(&leader, "A-1");
    add(&leader, &kept_back(home, "2026-03-09", "Lena"));
    assert!(desk::last_row(&leader).after.is_some());
    let told = desk::last_row(&desk.open("Ada"));
    assert_eq!((told.noun.as_str(), told.before, told.after), ("network_map", None, None));
}

#[test]
fn of_a_map_that_is_kept_back_no_day_is_told() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = home(&leader, "A-1");
    change::<Family>(&leader, home.family, |family| family.parent_support = vec!["Kim".to_owned()]).unwrap();
    let mut of = map(home, "2026-03-09");
    of.consent = Some(MapConsent::Refused);
    of.seen_by = vec![MapViewer::Team];
    of.drawn_by = "Lena".to_owned();
    add(&leader, &of);
    let age = |store: &Store| {
        let rows = store.map_ages(Whose::Everyones).unwrap();
        let row = rows.into_iter().find(|row| row.person == home.child).unwrap();
        (row.drawn_on, row.kept_back)
    };
    assert_eq!(age(&leader), (Some(day("2026-03-09")), false));
    let crisis = desk.open("Kim");
    assert_eq!(age(&crisis), (None, true));
}
