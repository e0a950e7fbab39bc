//! Network maps to try things on: a home with a child and its mother, and maps that are easy to draw.

use trygg::domain::codes::{
    Bond, HowOften, MapConsent, MapOccasion, MapViewer, MemberRole, Sphere, SupportDirection, SupportKind,
};
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::network::{NetworkMap, NetworkPerson, PersonKey, Tie};
use trygg::domain::person::Person;
use trygg::store::Store;

use super::desk::{self, add, day};

/// A family, a child of it and the mother.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    pub family: FamilyId,
    pub child: PersonId,
    pub mother: PersonId,
}

/// A home of a family that Saga and Vera work with.
pub fn home(store: &Store, case_ref: &str) -> Home {
    let family =
        Family { other_support: vec!["Vera".to_owned()], ..desk::family(case_ref, &format!("Familjen {case_ref}")) };
    let family = add(store, &family);
    let child = add(store, &desk::member(family, &format!("P-{case_ref}-1"), "Elias"));
    let mother = Person { role: MemberRole::Mother, ..desk::member(family, &format!("P-{case_ref}-2"), "Sara") };
    Home { family, child, mother: add(store, &mother) }
}

/// A child's map of a day that the team may see, drawn by Lena: the mother, and a friend who is nobody's member.
pub fn map(home: Home, on: &str) -> NetworkMap {
    NetworkMap {
        consent: Some(MapConsent::Given),
        seen_by: vec![MapViewer::Team],
        people: vec![
            NetworkPerson { member: Some(home.mother), ..person(1, "Mamma", "family", 1) },
            person(2, "Ali", "friends", 2),
        ],
        ..NetworkMap::new(home.family, home.child, day(on), "Lena")
    }
}

/// The same, for nobody but whoever drew it.
pub fn kept_back(home: Home, on: &str, drawn_by: &str) -> NetworkMap {
    NetworkMap { seen_by: Vec::new(), drawn_by: drawn_by.to_owned(), ..map(home, on) }
}

pub fn person(key: u32, name: &str, sector: &str, ring: u8) -> NetworkPerson {
    NetworkPerson::new(PersonKey(key), name, sector, ring)
}

pub fn tie(one: u32, other: u32) -> Tie {
    Tie::between(PersonKey(one), PersonKey(other)).unwrap()
}

/// A map on which everything that can be said is said of somebody.
pub fn full(home: Home, on: &str) -> NetworkMap {
    let mut map = map(home, on);
    map.occasion = MapOccasion::FollowUp;
    map.consent = Some(MapConsent::ByGuardian);
    map.seen_by.extend([MapViewer::Parents, MapViewer::Network]);
    map.comment = Some("Jag vill ha fler på fritiden.".to_owned());
    map.people[0].relation = Some(Bond::Strong);
    map.people.push(NetworkPerson {
        role: Some("skolsköterska".to_owned()),
        relation: Some(Bond::Ordinary),
        direction: Some(SupportDirection::Gives),
        kinds: vec![SupportKind::Emotional, SupportKind::Advice],
        often: Some(HowOften::Monthly),
        sphere: Some(Sphere::Professional),
        ..person(9, "Eva", "school_work", 3)
    });
    map.ties = vec![tie(1, 2)];
    map.no_ties = vec![tie(1, 9), tie(2, 9)];
    map
}
