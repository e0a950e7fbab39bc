//! A map holds together, or says what does not hold; and it is read back from JSON as it was written.

use super::map;
use crate::domain::codes::{MapViewer, SupportKind};
use crate::domain::ids::PersonId;
use crate::domain::network::{NetworkMap, PersonKey, Scheme, Tie};

fn small() -> NetworkMap {
    map("2026-03-09", &["1 Sara family 1 strong", "2 Mormor relatives 2", "4 Eva school_work 3 weak"], &[(2, 1)])
}

/// A name, what is done to the map, and the problem it makes.
type Case = (&'static str, fn(&mut NetworkMap), &'static str);

#[test]
fn what_does_not_hold_is_told_without_names() {
    let scheme = Scheme::shipped();
    assert!(small().check(scheme).is_ok());
    let cases: [Case; 9] = [
        ("no name", |map| map.people[1].name = " ".into(), "network-without-name person=2"),
        ("ego", |map| map.people[0].member = Some(map.ego), "network-ego-on-map person=1"),
        ("key twice", |map| map.people[2].key = PersonKey(1), "network-person-twice person=3"),
        (
            "member twice",
            |map| map.people[..2].iter_mut().for_each(|person| person.member = Some(PersonId(7))),
            "network-person-twice person=2",
        ),
        ("sector", |map| map.people[0].sector = "pets".into(), "network-no-such-sector person=1 sector=pets"),
        ("ring", |map| map.people[0].ring = 4, "network-no-such-ring person=1 ring=4"),
        ("ring 0", |map| map.people[0].ring = 0, "network-no-such-ring person=1 ring=0"),
        ("tie to nobody", |map| map.ties.extend(Tie::between(PersonKey(1), PersonKey(9))), "network-tie"),
        ("tied and not", |map| map.no_ties.clone_from(&map.ties), "network-tie"),
    ];
    for (name, spoil, problem) in cases {
        let mut spoiled = small();
        spoil(&mut spoiled);
        assert_eq!(spoiled.check(scheme).unwrap_err().to_string(), problem, "{name}");
    }
}

#[test]
fn a_map_is_read_back_as_written() {
    let mut map = small();
    map.seen_by = vec![MapViewer::Team, MapViewer::Parents];
    map.people[0].kinds = vec![SupportKind::Practical, SupportKind::Joy];
    let text = serde_json::to_string(&map).unwrap();
    assert!(text.contains(r#""drawn_on":"2026-03-09","occasion":"baseline""#), "{text}");
    assert_eq!(serde_json::from_str::<NetworkMap>(&text).unwrap(), map);
}

#[test]
fn keys_are_given_once() {
    assert_eq!(PersonKey::next([]), PersonKey(1));
    assert_eq!(PersonKey::next(small().people.iter().map(|person| person.key)), PersonKey(5));
}
