//! Measures agree with networkx on two hundred graphs, and say of small maps what one can count by hand.

use serde::Deserialize;

use super::map;
use crate::domain::codes::Sphere;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::{Measures, NetworkMap, NetworkPerson, PersonKey, Scheme, Tie};

const GRAPHS: &str = include_str!("../../../../tests/data/network/measures.txt");

#[derive(Deserialize)]
struct Graph {
    people: u32,
    professionals: Vec<u32>,
    ties: Vec<(u32, u32)>,
    density: Option<f64>,
    components: usize,
    isolates: usize,
    effective_size: Option<f64>,
    ei_index: Option<f64>,
    private_share: Option<f64>,
    degree: Vec<usize>,
    betweenness: Vec<f64>,
}

impl Graph {
    /// The graph as a map; professionals in their sector, or told to be so in another.
    fn map(&self) -> NetworkMap {
        let mut map = NetworkMap::new(FamilyId(1), PersonId(1), "2026-03-09".parse().unwrap(), "Karin");
        map.people = (0..self.people).map(|number| self.person(number)).collect();
        let tie = |(one, other): &(u32, u32)| Tie::between(PersonKey(one + 1), PersonKey(other + 1));
        map.ties = self.ties.iter().filter_map(tie).collect();
        map
    }

    fn person(&self, number: u32) -> NetworkPerson {
        let professional = self.professionals.contains(&number);
        let sector = if professional && number.is_multiple_of(2) { "professionals" } else { "leisure" };
        let mut person = NetworkPerson::new(PersonKey(number + 1), "Eva", sector, 1);
        person.sphere = (professional && sector == "leisure").then_some(Sphere::Professional);
        person
    }
}

fn close(name: &str, one: Option<f64>, other: Option<f64>) {
    let agree = match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        (one, other) => one.is_none() && other.is_none(),
    };
    assert!(agree, "{name}: {one:?} is not {other:?}");
}

#[test]
fn two_hundred_graphs_measure_as_networkx_measures_them() {
    let lines: Vec<&str> = GRAPHS.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 200);
    for (number, line) in lines.into_iter().enumerate() {
        let graph: Graph = serde_json::from_str(line).unwrap();
        let measured = Measures::of(&graph.map(), Scheme::shipped());
        for (name, one, other) in [
            ("density", measured.density, graph.density),
            ("effective size", measured.effective_size, graph.effective_size),
            ("E-I index", measured.ei_index, graph.ei_index),
            ("private share", measured.private_share, graph.private_share),
        ] {
            close(&format!("graph {number}, {name}"), one, other);
        }
        assert_eq!((measured.components, measured.isolates), (graph.components, graph.isolates), "graph {number}");
        assert_eq!(measured.people.iter().map(|one| one.degree).collect::<Vec<_>>(), graph.degree, "graph {number}");
        for (person, betweenness) in measured.people.iter().zip(&graph.betweenness) {
            close(&format!("graph {number}, {:?}", person.key), Some(person.betweenness), Some(*betweenness));
        }
    }
}

#[test]
fn a_small_map_is_counted_by_hand() {
    let people = [
        "1 Sara family 1 strong",
        "2 Noah family 1 ordinary",
        "3 Mormor relatives 2 strained",
        "4 Eva school_work 2",
        "5 Jonas professionals 3 weak",
    ];
    let measured = Measures::of(&map("2026-03-09", &people, &[(1, 2), (1, 3), (3, 5)]), Scheme::shipped());
    assert_eq!(measured.size, 5);
    assert_eq!(measured.empty_sectors, ["friends", "leisure"]);
    assert_eq!(measured.by_ring, [(1, 2), (2, 2), (3, 1)]);
    assert_eq!((measured.components, measured.isolates), (2, 1));
    assert_eq!((measured.private_share, measured.supportive_share), (Some(0.8), Some(0.4)));
    assert_eq!((measured.density, measured.effective_size), (Some(0.3), Some(3.8)));
    close("E-I", measured.ei_index, Some(-1.0 / 3.0));
    let own: Vec<(usize, f64)> = measured.people.iter().map(|one| (one.degree, one.betweenness)).collect();
    assert_eq!(own, [(2, 2.0), (1, 0.0), (2, 2.0), (0, 0.0), (1, 0.0)]);
}

#[test]
fn what_has_nothing_to_be_reckoned_from_is_null() {
    let nobody = Measures::of(&map("2026-03-09", &[], &[]), Scheme::shipped());
    assert_eq!(
        serde_json::to_string(&nobody).unwrap(),
        "{\"size\":0,\"by_sector\":{\"family\":0,\"relatives\":0,\"friends\":0,\"school_work\":0,\"leisure\":0,\
         \"professionals\":0},\"by_ring\":{\"1\":0,\"2\":0,\"3\":0},\"private_share\":null,\"supportive_share\":null,\
         \"empty_sectors\":[\"family\",\"relatives\",\"friends\",\"school_work\",\"leisure\",\"professionals\"],\
         \"density\":null,\"components\":0,\"isolates\":0,\"effective_size\":null,\"ei_index\":null}"
    );
    let one = Measures::of(&map("2026-03-09", &["1 Sara family 1 strong"], &[]), Scheme::shipped());
    assert_eq!((one.density, one.ei_index, one.effective_size), (None, None, Some(1.0)));
}

#[test]
fn a_tie_to_nobody_and_a_tie_twice_count_no_more() {
    let people = ["1 Sara family 1", "2 Noah family 1"];
    let measured = Measures::of(&map("2026-03-09", &people, &[(1, 2), (1, 2), (2, 9)]), Scheme::shipped());
    assert_eq!((measured.density, measured.isolates), (Some(1.0), 0));
}
