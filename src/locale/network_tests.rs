//! The sentence for the plan, case by case, in both languages.

use super::*;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{NetworkMap, NetworkPerson, Tie};

/// A map as `key name sector ring [relation]`, and ties between keys.
fn map(people: &[&str], ties: &[(u32, u32)]) -> NetworkMap {
    let mut map = NetworkMap::new(FamilyId(1), PersonId(1), "2026-03-09".parse().unwrap(), "Karin");
    for line in people {
        let words: Vec<&str> = line.split(' ').collect();
        let key = PersonKey(words[0].parse().unwrap());
        let mut person = NetworkPerson::new(key, words[1], words[2], words[3].parse().unwrap());
        person.relation = words.get(4).and_then(|word| Bond::from_code(word));
        person.role = role(words[1]).map(|_| words[1].to_owned());
        map.people.push(person);
    }
    map.ties = ties.iter().filter_map(|(one, other)| Tie::between(PersonKey(*one), PersonKey(*other))).collect();
    map
}

/// By whom people are called in a case.
#[derive(Clone, Copy)]
enum By {
    Sectors,
    Roles,
    Names,
}

use By::{Names, Roles, Sectors};

fn told(language: Language, by: By, before: &NetworkMap, after: &NetworkMap) -> String {
    let change = MapChange::between(before, after);
    let person = |key| after.person(key).or_else(|| before.person(key)).unwrap();
    let called = |key| match by {
        Sectors => Called::Counted,
        Roles => person(key).role.clone().map_or(Called::Counted, Called::Role),
        Names => Called::Name(person(key).name.clone()),
    };
    Locale::new(language).network_change(&change, Scheme::shipped(), &called)
}

type Case<'a> = (&'a str, By, &'a [&'a str], &'a [&'a str], &'a str, &'a str);

const CASES: &[Case<'_>] = &[
    (
        "nobody at all",
        Sectors,
        &[],
        &[],
        "Nätverket ser ut som förut, 0 personer.",
        "The network looks as before, 0 people.",
    ),
    (
        "nothing changed",
        Sectors,
        &["1 Ali friends 1"],
        &["1 Ali friends 1"],
        "Nätverket ser ut som förut, 1 person.",
        "The network looks as before, 1 person.",
    ),
    (
        "one new",
        Sectors,
        &["1 Ali friends 1"],
        &["1 Ali friends 1", "2 Eva school_work 2"],
        "Nätverket har vuxit från 1 till 2; en person i skola eller arbete är ny.",
        "The network has grown from 1 to 2; a person at school or work is new.",
    ),
    (
        "several new, of two sectors",
        Sectors,
        &[],
        &["1 Ali friends 1", "2 Eva friends 2", "3 Ulla relatives 2"],
        "Nätverket har vuxit från 0 till 3; en släkting och två vänner är nya.",
        "The network has grown from 0 to 3; a relative and two friends are new.",
    ),
    (
        "gone, of three sectors",
        Sectors,
        &["1 Ali leisure 1", "2 Eva professionals 2", "3 Ulla family 2"],
        &[],
        "Nätverket har minskat från 3 till 0; en familjemedlem, en person på fritiden och en professionell kontakt \
         finns inte med längre.",
        "The network has gone from 3 to 0; a family member, a person from leisure time and a professional are not \
         there any more.",
    ),
    (
        "closer and further",
        Sectors,
        &["1 Ali friends 2", "2 Eva friends 1", "3 Bo friends 1"],
        &["1 Ali friends 1", "2 Eva friends 3", "3 Bo friends 2"],
        "Nätverket är lika stort som förut, 3 personer; en vän har kommit närmare; två vänner har kommit längre bort.",
        "The network is as large as before, 3 people; a friend has come closer; two friends have moved further out.",
    ),
    (
        "relations, also told first and not told any more",
        Sectors,
        &["1 Ali friends 1", "2 Eva friends 1", "3 Bo family 1 strained", "4 Mia family 1 weak"],
        &["1 Ali friends 1 strong", "2 Eva friends 1 strong", "3 Bo family 1", "4 Mia family 1 broken"],
        "Nätverket är lika stort som förut, 4 personer; relationerna till två vänner beskrivs nu som starka; \
         relationen till en familjemedlem beskrivs nu som bruten; relationen till en familjemedlem är inte beskriven \
         den här gången.",
        "The network is as large as before, 4 people; the relations to two friends are now described as strong; the \
         relation to a family member is now described as broken; the relation to a family member is not described \
         this time.",
    ),
    (
        "another sector",
        Sectors,
        &["1 Ali school_work 1"],
        &["1 Ali friends 1"],
        "Nätverket är lika stort som förut, 1 person; en person i skola eller arbete finns nu under vänner.",
        "The network is as large as before, 1 person; a person at school or work is now under friends.",
    ),
    (
        "a sector that the scheme does not have",
        Sectors,
        &[],
        &["1 Ali kör 1", "2 Eva kör 1"],
        "Nätverket har vuxit från 0 till 2; två personer under ”kör” är nya.",
        "The network has grown from 0 to 2; two people under “kör” are new.",
    ),
    (
        "roles with their articles",
        Roles,
        &["1 mormor relatives 2", "2 syster family 2", "3 syskon family 2"],
        &["1 mormor relatives 1", "2 syster family 1", "3 syskon family 1"],
        "Nätverket är lika stort som förut, 3 personer; mormor, en syster och ett syskon har kommit närmare.",
        "The network is as large as before, 3 people; two family members and a relative have come closer.",
    ),
    (
        "English roles",
        Roles,
        &["1 grandma relatives 2", "2 aunt relatives 2", "3 social-worker professionals 2"],
        &["1 grandma relatives 1", "2 aunt relatives 1", "3 social-worker professionals 1"],
        "Nätverket är lika stort som förut, 3 personer; två släktingar och en professionell kontakt har kommit \
         närmare.",
        "The network is as large as before, 3 people; grandma, an aunt and a social worker have come closer.",
    ),
    (
        "a role that two have",
        Roles,
        &[],
        &["1 lärare school_work 2", "2 lärare school_work 2", "3 granne friends 3"],
        "Nätverket har vuxit från 0 till 3; en granne och två personer i skola eller arbete är nya.",
        "The network has grown from 0 to 3; a friend and two people at school or work are new.",
    ),
    (
        "names",
        Names,
        &["1 Ali friends 2", "2 Eva friends 2", "3 Moa friends 1"],
        &["1 Ali friends 1", "2 Eva friends 1", "3 Moa-Li friends 1"],
        "Nätverket är lika stort som förut, 3 personer; Ali och Eva har kommit närmare; Moa kallas nu Moa-Li.",
        "The network is as large as before, 3 people; Ali and Eva have come closer; Moa is now called Moa-Li.",
    ),
    (
        "a new name is not told where names may not stand",
        Sectors,
        &["1 Moa friends 1"],
        &["1 Moa-Li friends 1"],
        "Nätverket är lika stort som förut, 1 person.",
        "The network is as large as before, 1 person.",
    ),
];

#[test]
fn the_sentence_is_told_in_both_languages() {
    for (name, by, before, after, swedish, english) in CASES {
        let (before, after) = (map(before, &[]), map(after, &[]));
        assert_eq!(told(Language::Swedish, *by, &before, &after), *swedish, "{name}");
        assert_eq!(told(Language::English, *by, &before, &after), *english, "{name}");
    }
}

#[test]
fn ties_are_counted() {
    let people = ["1 Ali friends 1", "2 Eva friends 1", "3 Bo friends 1"];
    let (none, one, three) = (map(&people, &[]), map(&people, &[(1, 2)]), map(&people, &[(1, 2), (1, 3), (2, 3)]));
    let sentence = |before, after| told(Language::Swedish, Sectors, before, after);
    assert!(sentence(&none, &one).ends_with("3 personer; ett nytt band har kommit till."));
    assert!(sentence(&one, &three).ends_with("3 personer; två nya band har kommit till."));
    assert!(sentence(&three, &one).ends_with("3 personer; två band finns inte kvar."));
    assert!(sentence(&one, &none).ends_with("3 personer; ett band finns inte kvar."));
}

#[test]
fn the_sentence_of_the_plan_reads_as_it_should() {
    let nine: Vec<String> = (1..=9).map(|key| format!("{key} P{key} friends 2")).collect();
    let nine: Vec<&str> = nine.iter().map(String::as_str).collect();
    let mut thirteen = nine.clone();
    thirteen[0] = "1 P1 friends 1";
    thirteen.extend(["10 Eva school_work 2", "11 Bo leisure 2", "12 Mia leisure 3", "13 Ulla relatives 3"]);
    assert_eq!(
        told(Language::Swedish, Sectors, &map(&nine, &[]), &map(&thirteen, &[])),
        "Nätverket har vuxit från 9 till 13; en släkting, en person i skola eller arbete och två personer på fritiden \
         är nya; en vän har kommit närmare."
    );
}

#[test]
fn every_sector_that_ships_and_every_relation_has_its_words() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for sector in &Scheme::shipped().sectors {
            assert!(locale.knows(&format!("network-who-{}", sector.key)), "{language:?}: {}", sector.key);
        }
        for relation in Bond::ALL {
            assert!(locale.knows(&format!("network-change-relation-{}", relation.code())), "{language:?}");
        }
    }
}
