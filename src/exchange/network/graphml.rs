//! A map as GraphML, for graph programs: people as nodes, ties as edges without direction, what is known of them as
//! typed attributes. What is not told has no value, which is not the same as no.
//!
//! The person in the middle is not in the graph but among its own attributes, so that what is reckoned from it is what
//! the casebook's measures say. That networkx (`read_graphml`) and igraph (`Graph.Read_GraphML`) take it, with the same
//! degrees and betweenness, was tried by hand when it was written.

use super::rows::told_role;
use super::{Codes, Drawn, Names, Naming, Place};
use crate::domain::codes::Code;
use crate::domain::network::{Measures, NetworkMap, NetworkPerson, PersonKey, PersonMeasures};
use crate::exchange::xml::Xml;

/// An attribute: its name, of what, its type.
type Key = (&'static str, &'static str, &'static str);

const KEYS: &[Key] = &[
    ("case_ref", "graph", "string"),
    ("ego_ref", "graph", "string"),
    ("ego", "graph", "string"),
    ("drawn_on", "graph", "string"),
    ("occasion", "graph", "string"),
    ("name", "node", "string"),
    ("role", "node", "string"),
    ("sector", "node", "string"),
    ("ring", "node", "int"),
    ("relation", "node", "string"),
    ("direction", "node", "string"),
    ("kinds", "node", "string"),
    ("often", "node", "string"),
    ("sphere", "node", "string"),
    ("degree", "node", "int"),
    ("betweenness", "node", "double"),
    ("not_known_to", "node", "string"),
];

/// One map as a file.
pub fn write(drawn: &Drawn<'_>, map: &NetworkMap, naming: Naming) -> String {
    let names = Names::of(drawn, map, naming, &Codes, Place::Outside);
    let measures = Measures::of(map, drawn.scheme);
    let mut xml = Xml::new();
    xml.within("graphml", &[("xmlns", "http://graphml.graphdrawing.org/xmlns")], |xml| {
        for (name, of, kind) in KEYS {
            xml.empty("key", &[("id", name), ("for", of), ("attr.name", name), ("attr.type", kind)]);
        }
        xml.within("graph", &[("id", "map"), ("edgedefault", "undirected")], |xml| {
            data(xml, "case_ref", &drawn.family.case_ref);
            data(xml, "ego_ref", drawn.reference(map.ego));
            data(xml, "ego", &names.ego);
            data(xml, "drawn_on", &map.drawn_on.to_string());
            data(xml, "occasion", map.occasion.code());
            for (person, own) in map.people.iter().zip(&measures.people) {
                node(xml, drawn, map, person, own, (&names, naming));
            }
            let there = |key| map.person(key).is_some();
            for tie in map.ties.iter().filter(|tie| there(tie.one()) && there(tie.other())) {
                xml.empty("edge", &[("source", &id(tie.one())), ("target", &id(tie.other()))]);
            }
        });
    });
    xml.finish()
}

fn node(
    xml: &mut Xml,
    drawn: &Drawn<'_>,
    map: &NetworkMap,
    person: &NetworkPerson,
    own: &PersonMeasures,
    (names, naming): (&Names, Naming),
) {
    let list = |texts: Vec<&str>| texts.join(";");
    let strangers = map.no_ties.iter().filter_map(|tie| tie.opposite(person.key)).map(|key| names.person(key));
    xml.within("node", &[("id", &id(person.key))], |xml| {
        data(xml, "name", names.person(person.key));
        data(xml, "role", &told_role(drawn, person, naming).unwrap_or_default());
        data(xml, "sector", &person.sector);
        data(xml, "ring", &person.ring.to_string());
        data(xml, "relation", person.relation.map_or("", Code::code));
        data(xml, "direction", person.direction.map_or("", Code::code));
        data(xml, "kinds", &list(person.kinds.iter().map(|kind| kind.code()).collect()));
        data(xml, "often", person.often.map_or("", Code::code));
        data(xml, "sphere", person.sphere(drawn.scheme).code());
        data(xml, "degree", &own.degree.to_string());
        data(xml, "betweenness", &own.betweenness.to_string());
        data(xml, "not_known_to", &list(strangers.collect()));
    });
}

/// An attribute's value; nothing is not written.
fn data(xml: &mut Xml, key: &str, value: &str) {
    if !value.is_empty() {
        xml.text("data", &[("key", key)], value);
    }
}

/// A key is a number and tells of nobody.
fn id(key: PersonKey) -> String {
    format!("n{}", key.0)
}
