//! Network maps: what is kept of them, what is refused, and who somebody is on all maps of a family.

use std::fs;

use trygg::domain::codes::{MapOccasion, MemberRole};
use trygg::domain::ids::{NetworkMapId, PersonId};
use trygg::domain::network::entry::Known;
use trygg::domain::network::{NetworkMap, NetworkPerson, PersonKey, Scheme};
use trygg::domain::person::Person;
use trygg::store::{Listing, Origin, Store};

use super::desk::{self, Desk, add, change, day, get, key};
use super::drawn::{self, Home, full, home, map, person};

/// A scheme of the unit's own: one sector and one ring, and a slip if asked for.
fn own_scheme(desk: &Desk, number: u8) {
    let text = format!(
        "source = 'enheten'\nconfidence = 'U'\n[[sector]]\nkey = 'all'\nname_sv = 'alla'\nname_en = 'all'
words_sv = []\nwords_en = []\nprofessional = 'no'\n[[ring]]\nnumber = {number}\nname_sv = 'nära'\nname_en = 'near'\n"
    );
    fs::write(desk.casebook.directory().join("network.toml"), text).unwrap();
}

fn refused(store: &Store, home: Home, how: impl FnOnce(&mut NetworkMap)) -> &'static str {
    let mut map = map(home, "2026-03-09");
    how(&mut map);
    key(store.add(&map, Origin::Direct))
}

/// Who is offered for a map of somebody, as key and name.
fn offered(store: &Store, home: Home, ego: PersonId) -> Vec<(u32, String)> {
    let empty = NetworkMap::new(home.family, ego, day("2026-11-18"), "Lena");
    let known = store.known_people(ego).unwrap();
    let told = |known: &Known| (known.key.0, known.name.clone());
    let mut offered: Vec<_> = known.offered(&empty).map(told).collect();
    offered.push((known.next_key(&empty).0, "next".to_owned()));
    offered
}

fn told(offered: &[(u32, String)]) -> Vec<(u32, &str)> {
    offered.iter().map(|(key, name)| (*key, name.as_str())).collect()
}

#[test]
fn a_map_is_read_back_as_it_was_written() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    for map in [
        map(home, "2026-03-09"),
        full(home, "2026-11-18"),
        NetworkMap { people: Vec::new(), ..map(home, "2026-01-01") },
    ] {
        let id = add(&store, &map);
        assert_eq!(get::<NetworkMap>(&store, id).value, map);
    }
}

#[test]
fn what_the_scheme_does_not_know_and_who_is_of_another_family_is_refused() {
    let desk = Desk::new();
    let store = desk.leader();
    let (home, other) = (home(&store, "A-1"), drawn::home(&store, "A-2"));
    assert_eq!(refused(&store, home, |map| map.people[0].sector = "work".to_owned()), "network-no-such-sector");
    assert_eq!(refused(&store, home, |map| map.people[0].ring = 4), "network-no-such-ring");
    assert_eq!(refused(&store, home, |map| map.people[0].member = Some(home.child)), "network-ego-on-map");
    assert_eq!(refused(&store, home, |map| map.people[0].member = Some(other.mother)), "no-such-person");
    assert_eq!(refused(&store, home, |map| map.ego = other.child), "no-such-person");
    assert_eq!(refused(&store, home, |map| map.ties.push(drawn::tie(1, 7))), "network-tie");
    assert_eq!(refused(&store, home, |_| ()), "none");
}

#[test]
fn a_map_stays_in_its_family_and_whoever_is_on_it_stays() {
    let desk = Desk::new();
    let store = desk.leader();
    let (home, other) = (home(&store, "A-1"), drawn::home(&store, "A-2"));
    let id = add(&store, &map(home, "2026-03-09"));
    let moved = change::<NetworkMap>(&store, id, |map| (map.family, map.ego) = (other.family, other.child));
    assert_eq!(key(moved), "network-other-family");
    change::<Person>(&store, home.mother, |mother| mother.family = other.family).unwrap();
    change::<NetworkMap>(&store, id, |map| map.comment = Some("Som det är.".to_owned())).unwrap();
    assert_eq!(refused(&store, home, |_| ()), "no-such-person", "a new map cannot name her");
}

#[test]
fn a_member_has_one_key_and_a_key_one_member() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let brother = add(&store, &desk::member(home.family, "P-3", "Noah"));
    let first = add(&store, &map(home, "2026-03-09"));
    assert_eq!(refused(&store, home, |map| map.people[0].key = PersonKey(5)), "network-key-taken");
    assert_eq!(refused(&store, home, |map| map.people[0].member = Some(brother)), "network-key-taken");
    // Who was no member of the list may become one, and one may have been mistaken for another on the only map.
    assert_eq!(refused(&store, home, |map| map.people[1].member = Some(brother)), "none");
    change::<NetworkMap>(&store, first, |map| map.people.swap(0, 1)).unwrap();
    let swapped = change::<NetworkMap>(&store, first, |map| map.people[0].member = Some(home.mother));
    assert_eq!(key(swapped), "network-person-twice");
}

#[test]
fn a_map_that_comes_back_finds_no_other_in_its_place() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    let home = home(&lena, "A-1");
    let id = add(&lena, &map(home, "2026-03-09"));
    lena.remove::<NetworkMap>(id).unwrap();
    let mut since = map(home, "2026-04-01");
    since.people[0].key = PersonKey(8);
    add(&kim, &since);
    assert_eq!(key(lena.undo()), "changed-since");
    assert_eq!(lena.maps_of(home.family).unwrap().seen.len(), 1, "nothing happens");
}

#[test]
fn whoever_is_known_keeps_the_key_and_nobody_new_gets_one_that_was_given() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    assert_eq!(told(&offered(&store, home, home.child)), [(2, "Sara"), (3, "next")]);
    add(&store, &map(home, "2026-03-09"));
    let gone = add(&store, &full(home, "2026-11-18"));
    assert_eq!(told(&offered(&store, home, home.child)), [(1, "Mamma"), (2, "Ali"), (9, "Eva"), (11, "next")]);
    assert_eq!(told(&offered(&store, home, home.mother))[0], (2, "Ali"), "she is not on her own map");
    store.remove::<NetworkMap>(gone).unwrap();
    assert_eq!(told(&offered(&store, home, home.child)), [(1, "Mamma"), (2, "Ali"), (11, "next")]);
}

#[test]
fn a_member_has_the_same_key_as_on_maps_that_one_may_not_see() {
    let desk = Desk::new();
    let (lena, saga) = (desk.leader(), desk.open("Saga"));
    let home = home(&lena, "A-1");
    let gran = Person { role: MemberRole::Grandparent, ..desk::member(home.family, "P-3", "Gun") };
    let gran = add(&lena, &gran);
    // On the child's map she is not yet known as a member; on the mother's, which is kept back, she is.
    let mut childs = map(home, "2026-03-09");
    childs.people.push(person(5, "Mormor", "relatives", 1));
    add(&lena, &childs);
    let mut mothers = drawn::kept_back(Home { child: home.mother, ..home }, "2026-04-01", "Lena");
    mothers.people = vec![
        NetworkPerson { member: Some(gran), ..person(5, "Gun", "family", 1) },
        NetworkPerson { member: Some(home.child), ..person(6, "Elias", "family", 1) },
        person(7, "Hemlig", "friends", 1),
    ];
    add(&lena, &mothers);
    let seen = offered(&saga, home, home.child);
    assert_eq!(told(&seen), [(1, "Mamma"), (2, "Ali"), (5, "Mormor"), (10, "next")]);
    let known = saga.known_people(home.child).unwrap();
    let empty = NetworkMap::new(home.family, home.child, day("2026-11-18"), "Saga");
    let found = known.offered(&empty).find(|known| known.key == PersonKey(5)).unwrap();
    assert_eq!(found.member, Some((gran, MemberRole::Grandparent)), "so that a map with her is not refused");
}

#[test]
fn the_maps_of_a_family_come_by_person_and_day() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let mother = Home { child: home.mother, mother: home.child, ..home };
    let mut of_mother = map(mother, "2026-02-01");
    of_mother.people[0].key = PersonKey(3);
    let ids: Vec<NetworkMapId> =
        [map(home, "2026-11-18"), of_mother, map(home, "2026-03-09")].iter().map(|map| add(&store, map)).collect();
    let maps = store.maps_of(home.family).unwrap();
    assert_eq!(maps.seen.iter().map(|map| map.id).collect::<Vec<_>>(), [ids[2], ids[0], ids[1]]);
    assert_eq!(maps.of(home.child).map(|map| map.value.drawn_on).next_back(), Some(day("2026-11-18")));
    assert_eq!(maps.kept_back, []);
    assert_eq!(maps.seen[0], get(&store, ids[2]));
}

#[test]
fn the_maps_of_a_period_come_one_by_one() {
    let desk = Desk::new();
    let store = desk.leader();
    let (one, two) = (home(&store, "A-1"), home(&store, "A-2"));
    for map in [map(one, "2026-11-18"), full(two, "2026-06-01"), map(one, "2026-03-09")] {
        add(&store, &map);
    }
    let days = |listing: Listing| {
        let mut days = Vec::new();
        let each = store.each_map(&listing, &mut |map| {
            assert_eq!(map.value, get(&store, map.value.id));
            days.push(format!("{} {}", map.family.case_ref, map.value.value.drawn_on));
            Ok(())
        });
        assert_eq!(each.unwrap(), 0);
        days
    };
    assert_eq!(days(Listing::default()), ["A-1 2026-03-09", "A-2 2026-06-01", "A-1 2026-11-18"]);
    let half = Listing { from: Some(day("2026-03-10")), to: Some(day("2026-11-18")), ..Listing::default() };
    assert_eq!(days(half), ["A-2 2026-06-01", "A-1 2026-11-18"]);
    assert_eq!(days(Listing { family: Some(one.family), ..half }), ["A-1 2026-11-18"]);
}

#[test]
fn a_unit_has_its_own_sectors_and_rings_and_an_older_map_may_be_mended() {
    let desk = Desk::new();
    let store = desk.leader();
    assert_eq!(store.scheme(), Scheme::shipped());
    let home = home(&store, "A-1");
    let id = add(&store, &map(home, "2026-03-09"));
    own_scheme(&desk, 1);
    let store = desk.leader();
    assert_eq!(store.scheme().sectors[0].key, "all");
    assert_eq!(refused(&store, home, |_| ()), "network-no-such-sector");
    change::<NetworkMap>(&store, id, |map| map.occasion = MapOccasion::FollowUp).unwrap();
    change::<NetworkMap>(&store, id, |map| map.people[1].sector = "all".to_owned()).unwrap();
    let leisure = change::<NetworkMap>(&store, id, |map| map.people[1].sector = "leisure".to_owned());
    assert_eq!(key(leisure), "network-no-such-sector");
}

#[test]
fn a_faulty_scheme_is_told_of_and_not_used() {
    let desk = Desk::new();
    own_scheme(&desk, 2);
    let store = desk.leader();
    assert_eq!(store.scheme(), Scheme::shipped());
    let faults: Vec<String> = store.unit_faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults, ["network-scheme-ring ring=2 file=network.toml"]);
}
