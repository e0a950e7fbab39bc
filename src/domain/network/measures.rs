//! Measures of a map: how large the network is, how it is spread, how it hangs together.
//!
//! They describe a network and never grade a family; of a small map the list of people says more than any index. The
//! ego is left out of the graph: who is on the map knows the ego, all of them. The graph work is done in `graph.rs`.
//!
//! What a measure is called and how it is defined for people is in the locale files, under `measure-<key>`; where it
//! comes from is in [`MEASURES`].

use std::collections::HashMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::graph::Graph;
use super::map::NetworkMap;
use super::person::{NetworkPerson, PersonKey};
use super::scheme::Scheme;
use super::tie::Tie;
use crate::domain::codes::Sphere;

/// A measure as help tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The term in JSON, and after `measure-` in the locale files.
    pub key: &'static str,
    /// Who defined it; the project itself where it is a plain count.
    pub source: &'static str,
}

const fn measure(key: &'static str, source: &'static str) -> Measure {
    Measure { key, source }
}

const COUNT: &str = "a plain count";
const FREEMAN: &str = "Freeman 1978, Social Networks 1(3):215-239";
const TEXTBOOK: &str = "Wasserman & Faust 1994, Social Network Analysis, ch. 4";

/// Every measure, in the order help shows them.
pub const MEASURES: &[Measure] = &[
    measure("size", COUNT),
    measure("by_sector", COUNT),
    measure("by_ring", COUNT),
    measure("private_share", COUNT),
    measure("supportive_share", COUNT),
    measure("empty_sectors", COUNT),
    measure("density", TEXTBOOK),
    measure("components", TEXTBOOK),
    measure("isolates", TEXTBOOK),
    measure("degree", FREEMAN),
    measure("betweenness", FREEMAN),
    measure("effective_size", "Burt 1992, Structural Holes; as simplified by Borgatti 1997, Connections 20(1):35-38"),
    measure("ei_index", "Krackhardt & Stern 1988, Social Psychology Quarterly 51(2):123-140"),
];

/// The measures of one map. A share or an index that has nothing to be reckoned from is none; that is not zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measures {
    /// How many people.
    pub size: usize,
    /// How many in each sector of the scheme, in its order; the key is the sector's.
    #[serde(serialize_with = "as_map")]
    pub by_sector: Vec<(String, usize)>,
    /// How many in each ring of the scheme, from the innermost; the key is the ring's number.
    #[serde(serialize_with = "as_map")]
    pub by_ring: Vec<(u8, usize)>,
    /// Private persons among all, 0 to 1; none where there is nobody.
    pub private_share: Option<f64>,
    /// Those to whom the relation is strong or ordinary among all, 0 to 1; none where there is nobody.
    pub supportive_share: Option<f64>,
    /// Keys of the scheme's sectors with nobody in them.
    pub empty_sectors: Vec<String>,
    /// Ties among all the pairs there are, 0 to 1; none with fewer than two people.
    pub density: Option<f64>,
    /// Groups within which one can get from anybody to anybody by ties; somebody without ties is one.
    pub components: usize,
    /// People without any tie.
    pub isolates: usize,
    /// People less the mean number of ties each has to the others: n - 2t/n; none where there is nobody.
    pub effective_size: Option<f64>,
    /// (E - I) / (E + I), -1 to 1: E ties between a private person and a professional, I ties within either; none
    /// without ties.
    pub ei_index: Option<f64>,
    /// Each person's own, in the order of the map.
    #[serde(skip)]
    pub people: Vec<PersonMeasures>,
}

/// The measures of one person on a map.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PersonMeasures {
    /// Who.
    pub key: PersonKey,
    /// How many people on the map they know.
    pub degree: usize,
    /// On how many shortest ways between two others they lie, shared where there are several; not normalised, ties
    /// without weight.
    pub betweenness: f64,
}

impl Measures {
    /// The measures of a map.
    pub fn of(map: &NetworkMap, scheme: &Scheme) -> Self {
        let graph = graph(map);
        let size = map.people.len();
        let spheres: Vec<Sphere> = map.people.iter().map(|person| person.sphere(scheme)).collect();
        let people = people(map, &graph);
        let (within, across) = graph.ties().fold((0, 0), |(within, across), (one, other)| {
            let same = spheres.get(one) == spheres.get(other);
            if same { (within + 1, across) } else { (within, across + 1) }
        });
        let ties = within + across;
        let in_sector = |key: &str| map.people.iter().filter(|person| person.sector == key).count();
        let in_ring = |number: u8| map.people.iter().filter(|person| person.ring == number).count();
        let by_sector: Vec<(String, usize)> =
            scheme.sectors.iter().map(|sector| (sector.key.clone(), in_sector(&sector.key))).collect();
        let empty = by_sector.iter().filter(|(_, people)| *people == 0);
        Self {
            size,
            private_share: ratio(spheres.iter().filter(|sphere| **sphere == Sphere::Private).count(), size),
            supportive_share: ratio(map.people.iter().filter(|person| person.is_supportive()).count(), size),
            empty_sectors: empty.map(|(key, _)| key.clone()).collect(),
            by_ring: scheme.rings.iter().map(|ring| (ring.number, in_ring(ring.number))).collect(),
            by_sector,
            density: ratio(2 * ties, size * size.saturating_sub(1)),
            components: graph.components(),
            isolates: people.iter().filter(|person| person.degree == 0).count(),
            effective_size: ratio(2 * ties, size).map(|shared| number(size) - shared),
            ei_index: ratio(across, ties).map(|share| 2.0 * share - 1.0),
            people,
        }
    }
}

/// People as nodes in the order of the map; a tie to somebody who is not on the map is none.
fn graph(map: &NetworkMap) -> Graph {
    let nodes: HashMap<PersonKey, usize> = (0..).zip(&map.people).map(|(node, person)| (person.key, node)).collect();
    let ends = |tie: &Tie| Some((*nodes.get(&tie.one())?, *nodes.get(&tie.other())?));
    Graph::new(map.people.len(), map.ties.iter().filter_map(ends))
}

fn people(map: &NetworkMap, graph: &Graph) -> Vec<PersonMeasures> {
    let own = graph.degrees().into_iter().zip(graph.betweenness());
    let of =
        |(person, (degree, betweenness)): (&NetworkPerson, _)| PersonMeasures { key: person.key, degree, betweenness };
    map.people.iter().zip(own).map(of).collect()
}

/// A share; none of nothing.
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| number(part) / number(whole))
}

/// A count of people or ties, which are far from the numbers that a float cannot hold.
#[allow(clippy::cast_precision_loss, reason = "counts are small")]
fn number(count: usize) -> f64 {
    count as f64
}

/// Pairs as a JSON object, in their order.
fn as_map<K: Serialize, S: Serializer>(pairs: &[(K, usize)], out: S) -> Result<S::Ok, S::Error> {
    let mut map = out.serialize_map(Some(pairs.len()))?;
    for (key, count) in pairs {
        map.serialize_entry(key, count)?;
    }
    map.end()
}
