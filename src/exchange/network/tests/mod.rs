//! What the tests of files of maps share: a family of five, two maps of the child, the words of a picture.

mod coming_back;
mod faults;
mod graph;
mod named;
mod pictures;
mod showing;

use chrono::NaiveDate;

use super::incoming::{self, Maps};
use super::picture::{Caption, PictureWords};
use super::{Drawn, Words};
use crate::domain::codes::{
    Bond, Code, HowOften, MapOccasion, MemberRole, PlacementKind, Protection, SupportDirection, SupportKind,
};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::{Household, Stand};
use crate::domain::entry;
use crate::domain::ids::{FamilyId, NetworkMapId, PersonId};
use crate::domain::network::entry::KnownPeople;
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey, Scheme, Tie};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::exchange::incoming::Mistakes;
use crate::exchange::table::Table;
use crate::store::Stored;

pub const ELIAS: PersonId = PersonId(11);
pub const SARA: PersonId = PersonId(12);

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn family() -> FamilyName {
    FamilyName { id: FamilyId(1), name: "Lindström".to_owned(), case_ref: "2026-1".to_owned() }
}

fn member(id: i64, reference: &str, name: &str, role: MemberRole, protection: Protection) -> Stored<Person> {
    let value = Person { protection, ..Person::new(FamilyId(1), reference, name, role) };
    Stored { id: PersonId(id), version: 1, value }
}

/// Elias, his mother Sara, his father Johan who is protected as told, and Karin of the family home.
pub fn household(protection: Protection) -> Vec<Stored<Person>> {
    let mut people = vec![
        member(11, "P-11", "Elias", MemberRole::Child, Protection::None),
        member(12, "P-12", "Sara", MemberRole::Mother, Protection::None),
        member(13, "P-13", "Johan", MemberRole::Father, protection),
        member(14, "P-14", "Karin", MemberRole::FamilyHomeParent, Protection::None),
    ];
    stand(&mut people);
    people
}

/// Says of people how they stand.
pub fn stand(people: &mut [Stored<Person>]) {
    let stands = people.iter().map(|person| Stand::of(person.id, &person.value)).collect();
    let household = Household::of(stands, day("2026-11-20"));
    people.iter_mut().for_each(|one| one.value.given_name = household.name(one.id, &one.value.given_name));
}

/// A map as `key name sector ring [relation] [role]`, with `-` for what is not told and ties between keys.
pub fn map(ego: PersonId, on: &str, people: &[&str], ties: &[(u32, u32)]) -> Stored<NetworkMap> {
    let mut map = NetworkMap::new(FamilyId(1), ego, day(on), "Karin");
    for line in people {
        let words: Vec<&str> = line.split(' ').collect();
        let name = words[1].replace('_', " ");
        let mut person =
            NetworkPerson::new(PersonKey(words[0].parse().unwrap()), name, words[2], words[3].parse().unwrap());
        person.relation = words.get(4).and_then(|word| Bond::from_code(word));
        person.role = words.get(5).map(|word| (*word).to_owned());
        let members = [("Elias", 11), ("Sara", 12), ("Johan", 13), ("Karin", 14)];
        person.member = members.iter().find(|(name, _)| *name == words[1]).map(|(_, id)| PersonId(*id));
        map.people.push(person);
    }
    for (one, other) in ties {
        map.answer(Tie::between(PersonKey(*one), PersonKey(*other)).unwrap(), true);
    }
    Stored { id: NetworkMapId(ego.0), version: 1, value: map }
}

/// Elias' map of March.
pub fn march() -> Stored<NetworkMap> {
    let people = [
        "1 Sara family 2 strained mamma",
        "2 Johan family 3 broken pappa",
        "3 Ulla relatives 1 strong mormor",
        "4 Ali friends 2 ordinary",
        "5 Eva school_work 2 weak lärare",
    ];
    let mut map = map(ELIAS, "2026-03-09", &people, &[(1, 2), (1, 3), (4, 5)]);
    map.value.no_ties = vec![Tie::between(PersonKey(2), PersonKey(4)).unwrap()];
    let set = |map: &mut NetworkMap, key, direction, kinds: &[SupportKind], often| {
        let person = map.person_mut(PersonKey(key)).unwrap();
        (person.direction, person.kinds, person.often) = (Some(direction), kinds.to_vec(), often);
    };
    set(&mut map.value, 1, SupportDirection::Receives, &[], None);
    set(
        &mut map.value,
        3,
        SupportDirection::Gives,
        &[SupportKind::Practical, SupportKind::Joy],
        Some(HowOften::Weekly),
    );
    set(&mut map.value, 4, SupportDirection::Both, &[SupportKind::Joy], None);
    map
}

/// His map of November: Eva is gone, another Eva and Karin are new.
pub fn november() -> Stored<NetworkMap> {
    let people = [
        "1 Sara family 1 ordinary mamma",
        "2 Johan family 3 broken pappa",
        "3 Ulla relatives 1 strong mormor",
        "4 Ali friends 1 strong",
        "6 Karin family 1 strong familjehemsmamma",
        "7 Eva leisure 2 ordinary tränare",
        "8 Eva professionals 3 - socialsekreterare",
    ];
    let mut map = map(ELIAS, "2026-11-18", &people, &[(1, 3), (4, 7), (6, 7), (6, 8), (1, 8)]);
    map.value.occasion = MapOccasion::FollowUp;
    map
}

/// Calls a test with the family's maps.
pub fn with_maps<T>(protection: Protection, test: impl FnOnce(&Drawn<'_>) -> T) -> T {
    let (family, people, maps) = (family(), household(protection), [march(), november()]);
    test(&Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() })
}

/// The words of a picture, as good as a person's.
pub struct Plainly;

impl Words for Plainly {
    fn member_role(&self, role: MemberRole) -> String {
        role.code().replace('_', " ")
    }

    fn person_of(&self, sector: &str) -> String {
        format!("one of {sector}")
    }
}

impl PictureWords for Plainly {
    fn tag(&self) -> &'static str {
        "en"
    }

    fn sector(&self, key: &str) -> String {
        Scheme::shipped().sector(key).map_or_else(String::new, |sector| sector.name_en.clone())
    }

    fn ring(&self, number: u8) -> String {
        number.to_string()
    }

    fn say(&self, caption: Caption<'_>) -> String {
        match caption {
            Caption::Title(ego) => format!("Network map – {ego}"),
            Caption::Drawn(on, occasion) => format!("{on}, {}", occasion.code()),
            Caption::People(count) => format!("{count} people"),
            Caption::Relations => "Relation".to_owned(),
            Caption::Relation(relation) => relation.code().to_owned(),
            Caption::Support => "Support".to_owned(),
            Caption::Direction(direction) => direction.code().to_owned(),
            Caption::Knows => "know each other".to_owned(),
            Caption::Sphere(sphere) => sphere.code().to_owned(),
            Caption::Rings(rings) => format!("Rings from the middle: {rings}"),
            Caption::LeftOut(names) => format!("Not in the circle: {names}"),
        }
    }
}

/// A casebook of the family, with maps or without.
pub struct Casebook {
    pub people: Vec<Stored<Person>>,
    pub maps: Vec<Stored<NetworkMap>>,
}

impl Casebook {
    pub fn with(maps: &[Stored<NetworkMap>]) -> Self {
        Self { people: household(Protection::None), maps: maps.to_vec() }
    }
}

impl Directory for Casebook {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        Ok(if word == "2026-1" { vec![family()] } else { Vec::new() })
    }

    fn members(&self, _: FamilyId) -> Result<Vec<MemberName>, Problem> {
        let name = |person: &Stored<Person>| MemberName {
            id: person.id,
            reference: person.value.reference.clone(),
            given_name: person.value.given_name.clone(),
            role: person.value.role,
        };
        Ok(self.people.iter().map(name).collect())
    }

    fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        Ok(Vec::new())
    }
}

impl entry::Names for Casebook {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        let other = (reference == "Q-1").then_some((PersonId(99), FamilyId(2)));
        let own = self.people.iter().find(|person| person.value.reference == reference);
        Ok(own.map(|person| (person.id, FamilyId(1))).or(other))
    }

    fn staff(&self, _: &str) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn placements(&self, _: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        Ok(Vec::new())
    }

    fn sessions_on(&self, _: FamilyId, _: NaiveDate) -> Result<Vec<Session>, Problem> {
        Ok(Vec::new())
    }

    fn visits_on(&self, _: PersonId, _: NaiveDate) -> Result<Vec<entry::VisitOn>, Problem> {
        Ok(Vec::new())
    }
}

impl Maps for Casebook {
    fn known_people(&self, ego: PersonId) -> Result<KnownPeople, Problem> {
        let maps: Vec<&NetworkMap> = self.maps.iter().map(|map| &map.value).collect();
        Ok(KnownPeople::of(ego, &self.members(FamilyId(1))?, &maps, None))
    }

    fn drawn(&self, _: FamilyId) -> Result<Vec<(PersonId, NaiveDate)>, Problem> {
        Ok(self.maps.iter().map(|map| (map.value.ego, map.value.drawn_on)).collect())
    }

    fn scheme(&self) -> &Scheme {
        Scheme::shipped()
    }
}

/// What the rows of a file make.
pub fn import(casebook: &Casebook, bytes: &[u8]) -> Result<Vec<NetworkMap>, Mistakes> {
    incoming::read(&Table::read(bytes).unwrap(), day("2026-11-21"), casebook, casebook, "Karin").unwrap()
}
