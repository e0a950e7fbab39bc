//! What the tests of network maps share: a small map that reads as a list.

mod changing;
mod checking;
mod laying_out;
mod measuring;
mod moving;

use super::{NetworkMap, NetworkPerson, PersonKey, Tie};
use crate::domain::codes::{Bond, Code};
use crate::domain::ids::{FamilyId, PersonId};

/// A map of one date with people as `key name sector ring [relation]`, and ties between keys.
pub fn map(on: &str, people: &[&str], ties: &[(u32, u32)]) -> NetworkMap {
    let mut map = NetworkMap::new(FamilyId(1), PersonId(1), on.parse().unwrap(), "Karin");
    map.people = people.iter().map(|line| person(line)).collect();
    map.ties = ties.iter().filter_map(|(one, other)| Tie::between(PersonKey(*one), PersonKey(*other))).collect();
    map.ties.sort();
    map
}

fn person(line: &str) -> NetworkPerson {
    let words: Vec<&str> = line.split(' ').collect();
    let mut person =
        NetworkPerson::new(PersonKey(words[0].parse().unwrap()), words[1], words[2], words[3].parse().unwrap());
    person.relation = words.get(4).and_then(|word| Bond::from_code(word));
    person
}
