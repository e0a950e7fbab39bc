//! Rows that go out come back, and the same people are recognised.

use std::collections::BTreeSet;

use super::*;
use crate::exchange::file::{self, Format};
use crate::exchange::network::Naming;
use crate::exchange::network::rows::{NETWORK, rows};

fn export(drawn: &Drawn<'_>, format: Format, naming: Naming) -> Vec<u8> {
    let mut out = Vec::new();
    let mut each = |taker: crate::store::Each<'_, crate::exchange::outgoing::Row>| {
        drawn.maps.iter().flat_map(|map| rows(drawn, map, naming)).try_for_each(taker)
    };
    file::write_form(format, &NETWORK, &mut each, &mut out, None).unwrap();
    out
}

/// What a row can tell of a map.
fn told(map: &NetworkMap) -> NetworkMap {
    let mut told = NetworkMap::new(map.family, map.ego, map.drawn_on, "Karin");
    (told.occasion, told.people, told.ties) = (map.occasion, map.people.clone(), map.ties.clone());
    for person in &mut told.people {
        (person.direction, person.kinds, person.often) = (None, Vec::new(), None);
    }
    told
}

/// The same, whatever the keys are.
fn by_names(map: &NetworkMap) -> (Vec<NetworkPerson>, Vec<[String; 2]>) {
    let people = map.people.iter().cloned().map(|person| NetworkPerson { key: PersonKey(0), ..person });
    let called = |key| map.person(key).map(|one| format!("{} {:?}", one.name, one.role)).unwrap();
    let mut ties: Vec<[String; 2]> = map.ties.iter().map(|tie| [called(tie.one()), called(tie.other())]).collect();
    ties.iter_mut().for_each(|tie| tie.sort());
    ties.sort();
    (people.collect(), ties)
}

#[test]
fn what_is_exported_comes_back_into_an_empty_casebook() {
    for protection in [Protection::None, Protection::AssumedIdentity] {
        with_maps(protection, |drawn| {
            for format in [Format::Csv, Format::Xlsx] {
                let read = import(&Casebook::with(&[]), &export(drawn, format, Naming::Names)).unwrap();
                assert_eq!(read.len(), 2);
                for (read, there) in read.iter().zip(drawn.maps) {
                    let there = told(&there.value);
                    assert_eq!(by_names(read), by_names(&there), "{format:?} {protection:?}");
                    assert_eq!((read.ego, read.drawn_on, read.occasion), (there.ego, there.drawn_on, there.occasion));
                    assert!(read.consent.is_none() && read.seen_by.is_empty() && read.check(drawn.scheme).is_ok());
                }
                // Whoever is on both maps has one key, and the two Evas and the first are three.
                let keys = |name: &str| -> BTreeSet<PersonKey> {
                    let people = read.iter().flat_map(|map| &map.people);
                    people.filter(|person| person.name == name).map(|person| person.key).collect()
                };
                assert_eq!((keys("Ulla").len(), keys("Ali").len(), keys("Eva").len()), (1, 1, 3));
            }
        });
    }
}

#[test]
fn who_is_known_is_recognised() {
    with_maps(Protection::None, |drawn| {
        let csv = String::from_utf8(export(drawn, Format::Csv, Naming::Names)).unwrap();
        let later: Vec<&str> = csv.lines().filter(|line| !line.contains("2026-03-09")).collect();
        let read = import(&Casebook::with(&drawn.maps[..1]), later.join("\n").as_bytes()).unwrap();
        let keys: Vec<u32> = read[0].people.iter().map(|person| person.key.0).collect();
        assert_eq!(keys[..4], [1, 2, 3, 4], "as on the map of March");
        assert!(keys[4..].iter().all(|key| *key > 5), "{keys:?}");
        assert_eq!(read[0].people[4].member, Some(PersonId(14)));
    });
}

#[test]
fn one_is_the_same_on_the_childs_map_and_on_the_mothers() {
    let csv = "case_ref,ego_ref,drawn_on,name,sector,ring,role\n\
               2026-1,P-11,2026-03-09,Ulla,relatives,1,mormor\n\
               2026-1,P-11,2026-03-09,mamma,family,1,\n\
               2026-1,P-12,2026-03-10,Ulla,family,1,mamma\n\
               2026-1,P-12,2026-03-10,Elias,family,1,son\n\
               2026-1,P-12,2026-03-10,Asa,friends,1,\n\
               2026-1,P-12,2026-03-10,Åsa,friends,1,\n";
    let read = import(&Casebook::with(&[]), csv.as_bytes()).unwrap();
    let people = |place: usize| &read[place].people;
    assert_eq!(people(0)[0].key, people(1)[0].key);
    assert_eq!((people(0)[1].member, people(0)[1].name.as_str()), (Some(SARA), "mamma"), "by her role");
    assert_eq!(people(1)[1].member, Some(ELIAS));
    assert_ne!(people(1)[2].key, people(1)[3].key, "an accent makes another person");
}

#[test]
fn the_columns_are_those_of_the_contract() {
    with_maps(Protection::None, |drawn| {
        let csv = String::from_utf8(export(drawn, Format::Csv, Naming::Names)).unwrap();
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines[0], "case_ref,ego_ref,drawn_on,name,sector,ring,relation,role,known_to");
        assert_eq!(lines[1], "2026-1,P-11,2026-03-09,Sara,family,2,strained,mamma,Johan;Ulla");
        let json = export(drawn, Format::Json, Naming::Roles);
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(json[3]["name"], "friends");
        assert_eq!((&json[0]["ring"], &json[0]["known_to"]), (&2.into(), &serde_json::json!(["pappa", "mormor"])));
        assert_eq!(json[11]["relation"], serde_json::Value::Null);
    });
}
