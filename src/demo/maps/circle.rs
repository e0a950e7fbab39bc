//! Who is around somebody, and who is there half a year later.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::part::Part;
use super::words::Relative;
use crate::demo::assets::{NameSet, assets};
use crate::demo::dice::Dice;
use crate::demo::people::{Household, Invented};
use crate::demo::scene::member;
use crate::domain::codes::{Bond, HowOften, MemberRole};
use crate::domain::family::Family;
use crate::domain::network::{NetworkPerson, PersonKey};
use crate::domain::person::age;

/// Most people on a map.
const MOST: usize = 15;

/// Least on a first one.
const LEAST: usize = 8;

/// Most pairs of whom it is noted that they do not know each other.
const MOST_NO: usize = 5;

/// Who is still there half a year later, if they are there for their work.
const STAYING: &[&str] = &["socialsekreterare", "stödperson"];

/// Whom the family's maps know so far.
#[derive(Default)]
pub struct Known {
    last: u32,
    members: BTreeMap<usize, PersonKey>,
    names: BTreeSet<String>,
    /// Relatives.
    pub kin: Vec<Kin>,
    /// The family's social worker.
    pub social_worker: Option<(PersonKey, String)>,
}

/// A relative who is known: the same for the child and the parent.
#[derive(Clone)]
pub struct Kin {
    /// Who it is.
    pub key: PersonKey,
    /// What they are.
    pub row: &'static Relative,
    /// What grown-ups call them.
    pub name: String,
    /// Where they are in the family's list, if they are.
    pub place: Option<usize>,
}

impl Known {
    /// A key that nobody has.
    pub fn new_key(&mut self) -> PersonKey {
        self.last += 1;
        PersonKey(self.last)
    }

    /// The key of a member.
    pub fn member(&mut self, place: usize) -> PersonKey {
        if let Some(key) = self.members.get(&place) {
            return *key;
        }
        let key = self.new_key();
        self.members.insert(place, key);
        key
    }
}

/// People with what they are, and who was asked about: whether two keys, the lower first, know each other.
#[derive(Default)]
pub struct Drawn {
    /// Who is on the map.
    pub people: Vec<(NetworkPerson, Part)>,
    /// Who knows whom, as far as it was asked.
    pub asked: BTreeMap<(u32, u32), bool>,
}

/// A map being drawn.
pub struct Circle<'a> {
    pub(super) household: &'a Household,
    pub(super) family: &'a Family,
    pub(super) ego: usize,
    pub(super) on: NaiveDate,
    pub(super) known: &'a mut Known,
    pub(super) dice: &'a mut Dice,
    pub(super) drawn: Drawn,
    names: &'static NameSet,
}

impl<'a> Circle<'a> {
    /// With nobody on it yet.
    pub fn new(
        household: &'a Household,
        family: &'a Family,
        ego: usize,
        on: NaiveDate,
        known: &'a mut Known,
        dice: &'a mut Dice,
    ) -> Self {
        let spoken = household.people.iter().find_map(|person| person.member.language.as_deref());
        let other =
            assets().names.other.iter().find(|other| spoken.is_some() && other.set.language.as_deref() == spoken);
        let names = other.map_or(&assets().names.swedish, |other| &other.set);
        Self { household, family, ego, on, known, dice, names, drawn: Drawn::default() }
    }

    /// Everybody who is around the person now.
    pub fn first(mut self) -> Drawn {
        if self.is_child() {
            self.around_child()
        } else {
            self.around_parent()
        }
        while self.drawn.people.len() < LEAST {
            self.friend();
        }
        self.drawn.people.truncate(MOST);
        self.ask();
        self.drawn
    }

    /// Half a year later: some come closer, some go, somebody is new.
    pub fn then(mut self, before: Drawn) -> Drawn {
        self.drawn = before;
        let mut moved = 0;
        for (person, bond) in &mut self.drawn.people {
            let (closer, further) = match bond {
                Part::Kin => (34, 6),
                Part::Host => (50, 6),
                Part::Parent | Part::Partner => (14, 22),
                Part::Friend => (20, 10),
                Part::Leisure | Part::School => (14, 4),
                Part::Sibling | Part::Child | Part::Work => (6, 2),
            };
            let drawn = self.dice.below(100);
            if drawn < closer && person.ring > 1 {
                person.ring -= 1;
                person.relation = Some(if person.ring == 1 { Bond::Strong } else { Bond::Ordinary });
                moved += 1;
            } else if drawn >= 100 - further && person.ring < 3 {
                person.ring += 1;
                person.relation = bond.relation(person.ring, self.dice).or(person.relation);
                moved += 1;
            } else if person.relation.is_none() && self.dice.chance(50) {
                person.relation = bond.relation(person.ring, self.dice);
            }
        }
        let dice = &mut *self.dice;
        self.drawn.people.retain(|(person, bond)| match bond {
            Part::Work => STAYING.contains(&person.role.as_deref().unwrap_or_default()) || !dice.chance(40),
            Part::School | Part::Leisure => !dice.chance(16),
            Part::Friend => !dice.chance(10),
            _ => true,
        });
        if moved == 0 || self.dice.chance(66) {
            self.friend();
        }
        if self.dice.chance(34) {
            self.friend();
        }
        if self.dice.chance(40) {
            self.school();
        }
        if self.dice.chance(34) {
            self.leisure();
        }
        self.drawn.people.truncate(MOST);
        let there: Vec<u32> = self.drawn.people.iter().map(|(person, _)| person.key.0).collect();
        self.drawn.asked.retain(|(one, other), _| there.contains(one) && there.contains(other));
        self.ask();
        self.drawn
    }

    pub(super) fn person(&self, place: usize) -> Option<&'a Invented> {
        self.household.people.get(place)
    }

    pub(super) fn is_child(&self) -> bool {
        self.person(self.ego).is_some_and(|person| person.member.role == MemberRole::Child)
    }

    pub(super) fn years(&self) -> i32 {
        self.person(self.ego).and_then(|person| person.member.birth_on).map_or(9, |born| age(born, self.on))
    }

    /// A name that nobody in the family and nobody on its maps has; the last try stands.
    pub(super) fn name(&mut self, young: bool, woman: bool) -> String {
        let of = |set: &'static NameSet| match (young, woman) {
            (true, true) => &set.girls,
            (true, false) => &set.boys,
            (false, true) => &set.women,
            (false, false) => &set.men,
        };
        let mut name = "";
        for _ in 0..12 {
            let set = if self.dice.chance(50) { self.names } else { &assets().names.swedish };
            name = self.dice.word(of(set));
            let family = self.household.people.iter().any(|person| person.member.given_name.bare() == name);
            if !family && self.known.names.insert(name.to_owned()) {
                break;
            }
        }
        name.to_owned()
    }

    pub(super) fn put_member(&mut self, place: usize, name: String, role: Option<&str>, bond: Part) {
        let key = self.known.member(place);
        self.put(key, Some(place), name, role, bond);
    }

    pub(super) fn somebody(&mut self, name: String, role: Option<&str>, bond: Part) {
        let key = self.known.new_key();
        self.put(key, None, name, role, bond);
    }

    pub(super) fn put(&mut self, key: PersonKey, place: Option<usize>, name: String, role: Option<&str>, bond: Part) {
        let ring = bond.ring(self.dice);
        let person = NetworkPerson {
            member: place.map(member),
            role: role.map(str::to_owned),
            relation: bond.relation(ring, self.dice),
            direction: bond.direction(self.dice),
            kinds: bond.kinds(self.dice),
            often: bond.often(self.dice),
            ..NetworkPerson::new(key, name, bond.sector(), ring)
        };
        let broken = person.relation == Some(Bond::Broken);
        let person = match broken {
            true => NetworkPerson { direction: None, kinds: Vec::new(), often: Some(HowOften::Seldom), ..person },
            false => person,
        };
        self.drawn.people.push((person, bond));
    }

    /// Asks about pairs that nobody has asked about yet.
    fn ask(&mut self) {
        let mut no = self.drawn.asked.values().filter(|known| !**known).count();
        for (place, (one, bond)) in self.drawn.people.iter().enumerate() {
            for (other, to) in self.drawn.people.iter().skip(place + 1) {
                let pair = (one.key.0.min(other.key.0), one.key.0.max(other.key.0));
                if self.drawn.asked.contains_key(&pair) {
                    continue;
                }
                if self.dice.chance(bond.knows(*to)) {
                    self.drawn.asked.insert(pair, true);
                } else if no < MOST_NO && self.dice.chance(7) {
                    self.drawn.asked.insert(pair, false);
                    no += 1;
                }
            }
        }
    }
}
