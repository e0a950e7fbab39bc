//! A family's maps as one JSON object: `show network --json`.

use chrono::NaiveDate;
use serde::Serialize;

use super::naming::one_name;
use super::{Codes, Drawn, Names, Naming, Place};
use crate::domain::codes::Bond;
use crate::domain::network::{ChangeKind, MapChange, Measures, NetworkMap};

/// The maps, and what changed between those of one person that follow one another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// The maps, each person's oldest first.
    pub maps: Vec<ShownMap>,
    /// The changes, in the order of the maps.
    pub changes: Vec<ShownChange>,
}

/// A map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownMap {
    /// The reference of the person in the middle.
    pub ego: String,
    /// The day it was drawn.
    pub drawn_on: NaiveDate,
    /// Everybody on it.
    pub people: Vec<ShownPerson>,
    /// Who knows whom, by name.
    pub ties: Vec<(String, String)>,
    /// The measures of the whole map.
    pub measures: Measures,
}

/// Somebody on a map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownPerson {
    /// What they are called on this map; no two the same.
    pub name: String,
    /// Key of the sector.
    pub sector: String,
    /// Number of the ring.
    pub ring: u8,
    /// The relation, if told.
    pub relation: Option<Bond>,
    /// What they are to the person in the middle, if told.
    pub role: Option<String>,
    /// How many people on the map they know.
    pub degree: usize,
    /// On how many shortest ways between two others they lie.
    pub betweenness: f64,
}

/// What changed between two maps, by name: as on the later map, or on the earlier for those who are gone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownChange {
    /// The day of the earlier map.
    pub from: NaiveDate,
    /// The day of the later one.
    pub to: NaiveDate,
    /// Who is new.
    pub new: Vec<String>,
    /// Who is gone.
    pub gone: Vec<String>,
    /// Who came closer.
    pub closer: Vec<String>,
    /// Who went further out.
    pub further: Vec<String>,
    /// Whose relation is another.
    pub relation: Vec<String>,
}

/// The maps as one object.
pub fn shown(drawn: &Drawn<'_>) -> Shown {
    let named: Vec<(&NetworkMap, Names)> = drawn
        .maps
        .iter()
        .map(|map| (&map.value, Names::of(drawn, &map.value, Naming::Names, &Codes, Place::House)))
        .collect();
    let following = named.windows(2).filter_map(|pair| match pair {
        [before, after] if before.0.ego == after.0.ego => Some(change(before, after)),
        _ => None,
    });
    Shown { maps: named.iter().map(|(map, names)| one(drawn, map, names)).collect(), changes: following.collect() }
}

fn one(drawn: &Drawn<'_>, map: &NetworkMap, names: &Names) -> ShownMap {
    let measures = Measures::of(map, drawn.scheme);
    let people = map.people.iter().zip(&measures.people).map(|(person, own)| ShownPerson {
        name: names.person(person.key).to_owned(),
        sector: person.sector.clone(),
        ring: person.ring,
        relation: person.relation,
        role: person.role.as_deref().map(one_name),
        degree: own.degree,
        betweenness: own.betweenness,
    });
    let pair =
        |tie: &crate::domain::network::Tie| (names.person(tie.one()).to_owned(), names.person(tie.other()).to_owned());
    ShownMap {
        ego: drawn.reference(map.ego).to_owned(),
        drawn_on: map.drawn_on,
        people: people.collect(),
        ties: map.ties.iter().map(pair).collect(),
        measures,
    }
}

fn change((from, before): &(&NetworkMap, Names), (to, after): &(&NetworkMap, Names)) -> ShownChange {
    let change = MapChange::between(from, to);
    let of = |kind| {
        let names = if kind == ChangeKind::Gone { before } else { after };
        change.of(kind).map(|one| names.person(one.key).to_owned()).collect::<Vec<_>>()
    };
    ShownChange {
        from: change.from,
        to: change.to,
        new: of(ChangeKind::New),
        gone: of(ChangeKind::Gone),
        closer: of(ChangeKind::Closer),
        further: of(ChangeKind::Further),
        relation: of(ChangeKind::Relation),
    }
}
