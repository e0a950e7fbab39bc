//! Entry lines: what is read, who is recognised, what is refused and where.

use proptest::prelude::*;

use super::*;
use crate::domain::codes::{Code, MemberRole};
use crate::domain::directory::MemberName;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey, Scheme};
use crate::domain::quickline::words::Tongue;

fn members() -> Vec<MemberName> {
    let people = [
        (1, "Elias", MemberRole::Child),
        (2, "Sara", MemberRole::Mother),
        (3, "Amir", MemberRole::Father),
        (4, "Noah", MemberRole::Child),
    ];
    let member = |(id, name, role): (i64, &str, MemberRole)| MemberName {
        id: PersonId(id),
        reference: format!("P-{id}"),
        given_name: PersonName::open(name),
        role,
    };
    people.into_iter().map(member).collect()
}

/// A map of somebody, with people as key, name, role (or none) and sector.
fn drawn(ego: i64, on: &str, people: &[(u32, &str, &str, &str)]) -> NetworkMap {
    let mut map = NetworkMap::new(FamilyId(1), PersonId(ego), on.parse().unwrap(), "Karin");
    map.people = people
        .iter()
        .map(|(key, name, role, sector)| NetworkPerson {
            role: Some((*role).to_owned()).filter(|role| !role.is_empty()),
            ..NetworkPerson::new(PersonKey(*key), *name, *sector, 2)
        })
        .collect();
    map
}

fn last() -> NetworkMap {
    let people = [
        (1, "Mormor", "mormor", "relatives"),
        (2, "Eva", "moster", "relatives"),
        (3, "Alice", "", "friends"),
        (4, "Jonas", "", "leisure"),
    ];
    drawn(1, "2026-03-09", &people)
}

fn mothers() -> NetworkMap {
    drawn(2, "2026-04-01", &[(2, "Eva", "syster", "family"), (7, "Gunilla", "granne", "friends")])
}

/// The map that is being drawn: Jonas is on it already.
fn now() -> NetworkMap {
    drawn(1, "2026-11-18", &[(4, "Jonas", "", "leisure")])
}

fn read(line: &str) -> EntryLine {
    let known = KnownPeople::of(PersonId(1), &members(), &[&mothers(), &last()], None);
    read_entry(line, EntryContext { map: &now(), known: &known, scheme: Scheme::shipped(), tongue: Tongue::Swedish })
}

/// A person as text: key, name, role, sector, ring, and what else has been told.
fn shown(line: &str) -> String {
    let read = read(line);
    let Some(person) = &read.person else {
        let fault = read.fault().unwrap();
        let (text, fault) = (&line[fault.span.clone()], fault.fault().unwrap());
        return format!("{} {text:?} {}", fault.key(), fault.candidates().join(" ")).trim_end().to_owned();
    };
    let role = person.role.as_deref().unwrap_or("-");
    let mut words = vec![format!("{} {} {role} {} {}", person.key.0, person.name, person.sector, person.ring)];
    words.extend(person.member.map(|member| format!("m{}", member.0)));
    words.extend(person.relation.map(|one| one.code().to_owned()));
    words.extend(person.direction.map(|one| one.code().to_owned()));
    words.extend(person.kinds.iter().map(|one| one.code().to_owned()));
    words.extend(person.often.map(|one| one.code().to_owned()));
    words.extend(person.sphere.map(|one| one.code().to_owned()));
    words.extend(read.knows.iter().map(|key| format!("@{}", key.0)));
    words.join(" ")
}

#[test]
fn lines_are_read_as_they_are_meant() {
    for (line, expected) in [
        // The same person as on the last map.
        ("mormor 1 släkt", "1 Mormor mormor relatives 1"),
        ("morm 1", "1 Mormor mormor relatives 1"),
        ("Mormor 1 släkt stark", "1 Mormor mormor relatives 1 strong"),
        ("eva 2", "2 Eva moster relatives 2"),
        ("moster eva 2", "2 Eva moster relatives 2"),
        ("moster 2", "2 Eva moster relatives 2"),
        ("alice 1 fam", "3 Alice - family 1"),
        ("ali 1", "3 Alice - friends 1"),
        ("gun 3 vän", "7 Gunilla - friends 3"),
        // The family's own.
        ("mamma 1 familj", "9 Sara mamma family 1 m2"),
        ("mamma 1", "9 Sara mamma family 1 m2"),
        ("sara 1 fam", "9 Sara - family 1 m2"),
        ("pappa Amir 2 spänd", "10 Amir pappa family 2 m3 strained"),
        ("lillebror noah 1", "11 Noah lillebror family 1 m4"),
        // Somebody new.
        ("lärare Eva 2 skola stark", "12 Eva lärare school_work 2 strong"),
        ("lärare eva svensson 2 skola stark", "12 Eva Svensson lärare school_work 2 strong"),
        ("Eva Stark lärare 2", "12 Eva Stark lärare school_work 2"),
        ("Ali 1 vänner", "12 Ali - friends 1"),
        ("ny Alice 1 vänner", "12 Alice - friends 1"),
        ("ny mormor 2", "12 Mormor mormor relatives 2"),
        ("farmor 2", "12 Farmor farmor relatives 2"),
        ("tränare 3 svag", "12 Tränare tränare leisure 3 weak"),
        ("Sara Ek 2 sk", "12 Sara Ek - school_work 2"),
        ("mamma Lena 2 släkt", "12 Lena mamma relatives 2"),
        ("Åsa-Karin 2 vän", "12 Åsa-Karin - friends 2"),
        // Words in any order after the ring, and before it in full or with three letters.
        ("farmor släkt 1", "12 Farmor farmor relatives 1"),
        ("farmor slä 1 bru", "12 Farmor farmor relatives 1 broken"),
        ("farmor 1 ger praktiskt råd vecka", "12 Farmor farmor relatives 1 gives practical advice weekly"),
        ("farmor 1 får glädje glädje tröst år", "12 Farmor farmor relatives 1 receives emotional joy yearly"),
        ("Dag 3 vän dag", "12 Dag - friends 3 daily"),
        ("handläggare Ida 3 prof", "12 Ida handläggare professionals 3"),
        ("Fotvårdare Ida 3 fri yrke", "12 Fotvårdare Ida - leisure 3 professional"),
        ("teacher Ann 2 strong monthly", "12 Ann teacher school_work 2 strong monthly"),
        ("farmor 2 @jon", "12 Farmor farmor relatives 2 @4"),
    ] {
        assert_eq!(shown(line), expected, "{line}");
    }
}

#[test]
fn what_is_not_understood_is_pointed_at() {
    for (line, expected) in [
        ("", "missing_who \"\""),
        ("2 skola", "missing_who \"\""),
        ("mormor", "missing_ring \"\" 1 2 3"),
        ("Ali 1", "missing_sector \"\" familj släkt vänner skola/arbete fritid professionella"),
        ("Ali 4 vän", "no_such_ring \"4\" 1 2 3"),
        ("Ali 999999 vän", "no_such_ring \"999999\" 1 2 3"),
        ("Ali 1 s", "ambiguous \"s\" släkt skola stark svag spänd sällan"),
        ("Ali 1 vän xyz", "unknown \"xyz\""),
        ("Ali 1 vän 2", "repeated \"2\""),
        ("Ali 1 vän släkt", "repeated \"släkt\""),
        ("Ali 1 vän stark svag", "repeated \"svag\""),
        ("jonas 2", "on_map \"jonas\" Jonas"),
        ("Jonas 2 fri", "on_map \"Jonas\" Jonas"),
        ("Elias 1 familj", "ego \"Elias\""),
        ("a 1", "ambiguous_person \"a\" Alice Amir"),
        ("farmor 2 @kim", "nobody_called \"@kim\" @Jonas"),
        ("farmor 2 @", "nobody_called \"@\" @Jonas"),
    ] {
        assert_eq!(shown(line), expected, "{line}");
    }
}

#[test]
fn on_a_parents_map_the_words_are_the_parents_own() {
    let known = KnownPeople::of(PersonId(2), &members(), &[&mothers(), &last()], None);
    let map = drawn(2, "2026-11-18", &[]);
    let context = EntryContext { map: &map, known: &known, scheme: Scheme::shipped(), tongue: Tongue::Swedish };
    for (line, name, key, sector) in [
        ("mamma 1", "Mamma", 12, "family"),
        ("syster eva 1", "Eva", 2, "family"),
        ("son elias 1", "Elias", 8, "family"),
        ("mormor 2", "Mormor", 1, "relatives"),
    ] {
        let person = read_entry(line, context).person.unwrap();
        assert_eq!((person.name.as_str(), person.key.0, person.sector.as_str()), (name, key, sector), "{line}");
    }
    assert_eq!(read_entry("Sara 1 fam", context).fault().and_then(EntryPart::fault), Some(&EntryFault::Ego));
}

#[test]
fn those_who_are_offered_are_not_on_the_map() {
    let known = KnownPeople::of(PersonId(1), &members(), &[&mothers(), &last()], None);
    let names: Vec<&str> = known.offered(&now()).map(|known| known.name.as_str()).collect();
    assert_eq!(names, ["Mormor", "Eva", "Alice", "Gunilla", "Sara", "Amir", "Noah"]);
}

#[test]
fn a_key_on_a_map_one_may_not_see_is_not_given_again() {
    let known = |elsewhere| KnownPeople::of(PersonId(1), &members(), &[&last()], elsewhere).next_key(&now());
    assert_eq!((known(None), known(Some(PersonKey(40)))), (PersonKey(9), PersonKey(45)));
}

#[test]
fn the_last_word_is_completed() {
    let known = KnownPeople::of(PersonId(1), &members(), &[&mothers(), &last()], None);
    let map = now();
    let context = EntryContext { map: &map, known: &known, scheme: Scheme::shipped(), tongue: Tongue::Swedish };
    for (line, expected) in [
        ("mor", "Mormor mor mormor morfar morbror"),
        ("al", "Alice"),
        ("mormor 1 s", "släkt skola stark svag spänd sällan"),
        ("mormor 1 sl", "släkt"),
        ("mormor 1 @j", "@Jonas"),
        ("mormor 1 x", ""),
    ] {
        assert_eq!(completions(line, context).join(" "), expected, "{line}");
    }
    assert_eq!(completions("", context).len(), 7);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_taken_whole_or_refused(line in "(ny )?[a-zåäöA-Z@0-9 ]{0,30}|\\PC{0,20}") {
        let read = read(&line);
        prop_assert_eq!(read.person.is_none(), read.fault().is_some());
        for part in &read.parts {
            prop_assert!(line.get(part.span.clone()).is_some());
        }
        let words = line.split_whitespace().map(|word| word.as_ptr().addr() - line.as_ptr().addr());
        for at in words {
            prop_assert!(read.parts.iter().any(|part| part.span.contains(&at)), "{} of {:?}", at, line);
        }
        if let Some(person) = read.person {
            let mut map = now();
            map.people.push(person);
            prop_assert!(map.check(Scheme::shipped()).is_ok());
        }
    }
}
