//! What people are called: each once, and whoever is protected never by name.

use super::*;
use crate::exchange::network::{Codes, Names, Naming, Place};

fn called(drawn: &Drawn<'_>, place: usize, naming: Naming, at: Place) -> Vec<String> {
    let map = &drawn.maps[place].value;
    let names = Names::of(drawn, map, naming, &Codes, at);
    [names.ego.clone()].into_iter().chain(map.people.iter().map(|one| names.person(one.key).to_owned())).collect()
}

#[test]
fn nobody_shares_a_name_with_another() {
    with_maps(Protection::None, |drawn| {
        for (naming, expected) in [
            (
                Naming::Names,
                ["Elias", "Sara", "Johan", "Ulla", "Ali", "Karin", "Eva (tränare)", "Eva (socialsekreterare)"],
            ),
            (
                Naming::Roles,
                ["child", "mamma", "pappa", "mormor", "friends", "familjehemsmamma", "tränare", "socialsekreterare"],
            ),
            (Naming::Initials, ["E.L.", "S.", "J.", "U.", "A.", "K.", "E. 2", "E. 3"]),
        ] {
            assert_eq!(called(drawn, 1, naming, Place::Outside), expected, "{naming:?}");
        }
    });
}

#[test]
fn a_number_means_the_same_one_on_every_map_of_a_person() {
    with_maps(Protection::None, |drawn| {
        let first = called(drawn, 0, Naming::Initials, Place::Rows);
        assert_eq!(first, ["E.L.", "S.", "J.", "U.", "A.", "E. 1"]);
    });
    let family = family();
    let people = household(Protection::None);
    let maps = [
        map(ELIAS, "2026-03-09", &["1 Ali friends 1", "2 Bo friends 1"], &[]),
        map(ELIAS, "2026-11-18", &["2 Bo friends 1", "3 Cem friends 1"], &[]),
    ];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    assert_eq!(called(&drawn, 0, Naming::Roles, Place::Rows), ["child", "friends 1", "friends 2"]);
    assert_eq!(called(&drawn, 1, Naming::Roles, Place::Rows), ["child", "friends 2", "friends 3"]);
}

#[test]
fn whoever_is_protected_is_never_named_outside() {
    let marks = [Protection::ConfidentialityFlag, Protection::ProtectedRegistration, Protection::AssumedIdentity];
    for protection in marks {
        with_maps(protection, |drawn| {
            for naming in Naming::ALL {
                assert_eq!(called(drawn, 0, naming, Place::Outside)[2], "pappa", "{naming:?}");
            }
            assert_eq!(called(drawn, 0, Naming::Names, Place::Rows)[2], "P-13");
            assert_eq!(called(drawn, 0, Naming::Names, Place::House)[2], "J.");
        });
    }
}

#[test]
fn a_protected_person_is_known_by_the_name_and_told_by_no_role_that_holds_one() {
    let family = family();
    let mut people = household(Protection::ProtectedRegistration);
    people[0].value.protection = Protection::AssumedIdentity;
    stand(&mut people);
    let mut map = map(ELIAS, "2026-03-09", &["2 Johan family 1 - pappa", "9 Eva friends 1 - Evas_vän"], &[]);
    map.value.people[0].member = None;
    map.value.people[0].role = Some("pappa Johan".to_owned());
    let maps = [map];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    assert_eq!(called(&drawn, 0, Naming::Names, Place::Outside), ["child", "father", "Eva"]);
    assert_eq!(called(&drawn, 0, Naming::Roles, Place::Outside), ["child", "father", "friends"]);
}
