//! Who is shown as what, where: tables over every setting, and a household of every kind.

use chrono::NaiveDate;

use super::{Grade, Household, PersonName, PlaceName, Setting, Stand, Stay, tells_of};
use crate::domain::codes::{Answer, Lives, MemberRole, PlacementKind, Protection};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stand(id: i64, name: &str, role: MemberRole) -> Stand {
    Stand::of(PersonId(id), &Person::new(FamilyId(1), &format!("P-{id}"), name, role))
}

fn stay(kind: PlacementKind, from: &str, home: Option<&str>) -> Stay {
    Stay { kind, from: day(from), until: None, home: home.map(Into::into), hidden_location: None, with: Vec::new() }
}

fn household(people: Vec<Stand>) -> Household {
    Household::of(people, day("2026-11-20"))
}

const CHILD: PersonId = PersonId(1);

/// A child with a protection, alone in its family.
fn alone(protection: Protection) -> PersonName {
    let child = Stand { protection, ..stand(1, "Elin", MemberRole::Child) };
    household(vec![child]).given_name(CHILD)
}

#[test]
fn a_name_is_what_the_setting_and_the_protection_say() {
    use Protection::{AssumedIdentity, ConfidentialityFlag, None, ProtectedRegistration};
    use Setting::{Calendar, File, For, Page, Paper, Room, Team, Whole};
    for (protection, shown) in [
        (None, ["Elin", "Elin", "E.", "Elin", "Elin", "Elin", "Elin", "Elin", "Elin"]),
        (ConfidentialityFlag, ["E.", "Elin", "E.", "Elin", "Elin", "E.", "E.", "Elin", "Elin"]),
        (ProtectedRegistration, ["E.", "Elin", "E.", "P-1", "P-1", "E.", "E.", "Elin", "Elin"]),
        (AssumedIdentity, ["E.", "Elin", "E.", "P-1", "P-1", "E.", "E.", "Elin", "Elin"]),
    ] {
        let settings = [Team, Page, Room, File, Paper, Calendar, For(PersonId(9)), For(CHILD), Whole];
        let name = alone(protection);
        let own = settings.map(|setting| name.shown(setting));
        assert_eq!(own, shown, "{protection:?}");
        for (setting, shown) in settings.into_iter().zip(own) {
            assert_eq!(name.cell(setting), if shown == "Elin" { "Elin" } else { "*" }, "{protection:?} {setting:?}");
        }
    }
}

#[test]
fn a_name_of_whom_nobody_said_how_it_stands_is_an_initial() {
    let name = PersonName::new("Elin");
    for setting in [Setting::Team, Setting::Room, Setting::File, Setting::Paper, Setting::Calendar] {
        assert_eq!(name.shown(setting), "E.", "{setting:?}");
    }
    assert!(!format!("{name:?}").contains("lin"));
    assert_eq!(Household::default().place(&"Liljan".into(), [CHILD]).shown(Setting::Team, None), None);
    assert_eq!(PlaceName::new("Liljan").shown(Setting::Team, None), None);
}

#[test]
fn marks_are_distinct_in_a_family() {
    let names = ["Elin", "Eskil", "Maja", "émile", "Åsa", "Anna", "Åke"];
    let people = (1..).zip(names).map(|(id, name)| stand(id, name, MemberRole::Child)).collect();
    let household = household(people);
    let marks: Vec<String> = (1..=7).map(|id| household.given_name(PersonId(id)).mark()).collect();
    assert_eq!(marks, ["E1", "E2", "M.", "É.", "Å1", "A.", "Å2"]);
}

/// A child and somebody who is protected; whether the child is protected with them.
fn inherits(child: Stand, other: Stand) -> bool {
    let other = Stand { protection: Protection::ProtectedRegistration, ..other };
    household(vec![child, other]).grade(CHILD) == Grade::Hidden
}

#[test]
fn a_child_inherits_the_protection_of_whom_it_lives_with() {
    use PlacementKind::{FamilyHome, JointPlacement, ResidentialHome, Shelter};
    let child = || stand(1, "Elin", MemberRole::Child);
    let living = |one: Stand, lives| Stand { lives: Some(lives), ..one };
    let placed = |one: Stand, stay: Stay| Stand { stays: vec![stay], ..living(one, Lives::Placed) };
    let mother = || stand(2, "Moa", MemberRole::Mother);
    let sibling = || stand(2, "Ida", MemberRole::Child);
    let carer = || stand(2, "Ulla", MemberRole::FamilyHomeParent);
    let home = |kind, home| stay(kind, "2026-03-01", home);
    let ended = Stay { until: Some(day("2026-10-01")), ..home(Shelter, None) };
    let with = |who: i64| Stay { with: vec![PersonId(who)], ..home(JointPlacement, None) };
    for (name, child, other, expected) in [
        ("at home together", living(child(), Lives::AtHome), living(mother(), Lives::AtHome), true),
        ("a mother elsewhere", living(child(), Lives::AtHome), living(mother(), Lives::Elsewhere), false),
        ("nobody knows where the child lives", child(), living(mother(), Lives::AtHome), false),
        ("in a shelter with her", placed(child(), home(Shelter, None)), mother(), true),
        (
            "in a shelter, the mother at home",
            placed(child(), home(Shelter, None)),
            living(mother(), Lives::AtHome),
            false,
        ),
        ("no longer in a shelter", placed(child(), ended), mother(), false),
        ("placed jointly", placed(child(), home(JointPlacement, Some("Björken"))), mother(), true),
        ("placed jointly with her by name", placed(child(), with(2)), living(mother(), Lives::AtHome), true),
        ("placed jointly with another", placed(child(), with(3)), mother(), false),
        ("in a family home, the mother elsewhere", placed(child(), home(FamilyHome, Some("Dahl"))), mother(), false),
        (
            "in the sibling's home",
            placed(child(), home(FamilyHome, Some("Dahl"))),
            placed(sibling(), home(FamilyHome, Some("dahl"))),
            true,
        ),
        (
            "in another home than the sibling",
            placed(child(), home(FamilyHome, Some("Dahl"))),
            placed(sibling(), home(ResidentialHome, Some("Eken"))),
            false,
        ),
        ("with a protected carer", placed(child(), home(FamilyHome, Some("Dahl"))), carer(), true),
        (
            "with a carer that is another's",
            Stand { carers: vec![PersonId(7)], ..placed(child(), home(FamilyHome, Some("Dahl"))) },
            carer(),
            false,
        ),
    ] {
        assert_eq!(inherits(child, other), expected, "{name}");
    }
    // A grown-up is not protected for living with a child who is.
    let grown = Stand { lives: Some(Lives::AtHome), ..stand(1, "Moa", MemberRole::Mother) };
    assert!(!inherits(grown, living(sibling(), Lives::AtHome)));
}

#[test]
fn protection_against_somebody_is_inherited_with_the_home() {
    let at_home = |one: Stand| Stand { lives: Some(Lives::AtHome), ..one };
    let mother = Stand { against: vec!["P-9".to_owned()], ..at_home(stand(2, "Moa", MemberRole::Mother)) };
    let household =
        household(vec![at_home(stand(1, "Elin", MemberRole::Child)), mother, stand(9, "Ulf", MemberRole::Father)]);
    assert_eq!(household.grade(CHILD), Grade::Marked);
    assert!(household.is_against(CHILD, PersonId(9)) && !household.is_against(CHILD, PersonId(2)));
}

#[test]
fn a_place_tells_of_a_home_if_one_holds_the_other_or_they_share_a_telling_word() {
    for (place, home, tells) in [
        ("Liljan", "Liljan", true),
        ("Liljan, köket", "Liljan", true),
        ("hos Dahl", "Familjehem Dahl", true),
        ("Liljans lekrum", "Skyddat boende Liljan", true),
        ("villan", "Villa Liljan", false),
        ("Lekoteket", "Skyddat boende Liljan", false),
        ("Villa Ro", "Villa Liljan", false),
        ("gården vid skolan", "Norra gården", false),
        ("Björkvägen 3", "Björkvägen 11", true),
        ("bio", "Bio Roxy", true),
        ("ön", "Öna", true),
        ("", "Liljan", false),
        ("Lekoteket", "", false),
    ] {
        assert_eq!(tells_of(place, home), tells, "{place} {home}");
    }
}

#[test]
fn a_place_is_kept_back_by_who_takes_part_and_by_what_it_tells() {
    use Setting::{Calendar, File, For, Page, Paper, Room, Team, Whole};
    let father = PersonId(3);
    let of =
        |child: Stand| household(vec![child, stand(2, "Ida", MemberRole::Child), stand(3, "Ulf", MemberRole::Father)]);
    let child = || stand(1, "Elin", MemberRole::Child);
    let sheltered = Stand { stays: vec![stay(PlacementKind::Shelter, "2026-03-01", Some("Liljan"))], ..child() };
    let nameless = Stand { stays: vec![stay(PlacementKind::Shelter, "2026-03-01", None)], ..child() };
    let hidden =
        Stay { hidden_location: Some(Answer::Yes), ..stay(PlacementKind::FamilyHome, "2026-03-01", Some("Dahl")) };
    let hidden = Stand { stays: vec![hidden], ..child() };
    let flagged = Stand { protection: Protection::ConfidentialityFlag, ..child() };
    let (here, kept) = (true, false);
    let later = Some((day("2026-11-28"), day("2026-11-28")));
    let before = Some((day("2026-02-01"), day("2026-02-02")));
    for (name, people, place, who, days, team, file) in [
        ("nobody is kept", of(child()), "Lekoteket", [CHILD, father], later, here, here),
        ("a shelter, elsewhere", of(sheltered.clone()), "Lekoteket", [CHILD, father], later, here, kept),
        ("a shelter, there", of(sheltered.clone()), "Liljan", [CHILD, father], later, kept, kept),
        ("a shelter of the sibling, there", of(sheltered.clone()), "Liljan", [PersonId(2), father], later, kept, kept),
        (
            "a shelter of the sibling, elsewhere",
            of(sheltered.clone()),
            "Parken",
            [PersonId(2), father],
            later,
            here,
            here,
        ),
        ("before the shelter, elsewhere", of(sheltered.clone()), "Lekoteket", [CHILD, father], before, here, here),
        ("before the shelter, there", of(sheltered), "Liljan", [CHILD, father], before, kept, kept),
        ("a shelter that nobody named", of(nameless), "Lekoteket", [CHILD, father], later, kept, kept),
        ("a hidden home, elsewhere", of(hidden.clone()), "Lekoteket", [CHILD, father], later, here, kept),
        ("a hidden home, there", of(hidden), "hos Dahl", [CHILD, father], later, kept, kept),
        ("somebody flagged", of(flagged), "Lekoteket", [CHILD, father], later, kept, kept),
        ("somebody unknown", of(child()), "Lekoteket", [CHILD, PersonId(77)], later, kept, kept),
    ] {
        let place = people.place(&place.into(), who);
        let is_here = |setting| place.shown(setting, days).is_some();
        assert_eq!((is_here(Team), is_here(Page)), (team, team), "{name}: on the team's screens");
        for setting in [File, Paper, Calendar, For(father)] {
            assert_eq!(is_here(setting), file, "{name}: {setting:?}");
        }
        assert_eq!(place.listed(Team, days).is_some(), file, "{name}: in lists");
        assert!(!is_here(Room) && is_here(Whole), "{name}");
    }
}

#[test]
fn a_home_a_number_and_a_birth_date_go_by_setting() {
    use Setting::{Calendar, File, For, Page, Paper, Room, Team, Whole};
    let settings = [Team, Page, Room, File, Paper, Calendar, For(PersonId(9)), Whole];
    let named = |protection| {
        let mut member = Person::new(FamilyId(1), "P-1", "Elin", MemberRole::Child);
        (member.phone, member.birth_on) = (Some("070-174 06 05".into()), Some(day("2016-05-01")));
        (member.personal_id, member.protection) = (Some("201605012380".to_owned()), protection);
        member.given_name = alone(protection);
        member
    };
    let told = |shown: [bool; 8]| shown.map(|shown| if shown { 1 } else { 0 });
    for (protection, phone, born, identity) in [
        (Protection::None, [1, 1, 0, 1, 1, 0, 0, 1], [1, 1, 0, 1, 1, 0, 0, 1], [1, 1, 0, 1, 1, 0, 0, 1]),
        (Protection::ConfidentialityFlag, [0, 0, 0, 0, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0, 0, 1], [1, 1, 0, 1, 1, 0, 0, 1]),
        (Protection::AssumedIdentity, [0, 0, 0, 0, 0, 0, 0, 1], [1, 1, 0, 0, 0, 0, 0, 1], [0, 1, 0, 0, 0, 0, 0, 1]),
    ] {
        let member = named(protection);
        assert_eq!(told(settings.map(|setting| member.phone(setting).is_some())), phone, "{protection:?}: phone");
        assert_eq!(told(settings.map(|setting| member.born(setting).is_some())), born, "{protection:?}: birth");
        assert_eq!(told(settings.map(|setting| member.identity(setting).is_some())), identity, "{protection:?}: id");
    }
}
