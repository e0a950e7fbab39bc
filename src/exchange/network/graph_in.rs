//! A map out of GraphML: what [`super::graphml`] writes, and what graph programs such as yEd and Gephi do.
//!
//! | what stands in the file | what it is here |
//! |---|---|
//! | a `node` | somebody on the map; one that is drawn inside another is one too |
//! | its attribute `name` or `label`, else yEd's `NodeLabel` | the name |
//! | attributes called as columns of the exchange are (`sector`, `ring`, `relation`, `role`) | those |
//! | an `edge`, whichever way it points | they know each other |
//! | attributes of the `graph` (`case_ref`, `ego_ref`, `drawn_on`) | whose map it is, and of which day |
//! | `direction`, `kinds`, `often`, `occasion`, `not_known_to` | what rows have no column for |
//! | everything else, places and colours among it | left out |
//!
//! Sector and ring are never guessed from where somebody was drawn: who has none is refused, with the line. A file is
//! one map. It names no other file: a document type, and with it every entity of its own, is refused.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::rows::NETWORK;
use crate::domain::codes::{Code, HowOften, MapOccasion, SupportDirection, SupportKind};
use crate::domain::network::{NetworkMap, NetworkPerson, Tie};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of, join_list, split_list};
use crate::exchange::table::{Row, Table};

/// Longest file, in bytes: 8 MiB.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Most people on a map.
const MOST_PEOPLE: usize = 2_000;

/// Most ties that a file may tell.
const MOST_TIES: usize = 100_000;

/// How deep elements may lie in each other.
const MOST_DEPTH: usize = 64;

/// What somebody says of a map whose file does not.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The family's reference.
    pub case_ref: Option<String>,
    /// The reference of the person in the middle.
    pub ego_ref: Option<String>,
    /// The day.
    pub drawn_on: Option<String>,
}

/// A map as rows, and what rows have no column for.
#[derive(Debug)]
pub struct Graph {
    /// The rows, in the order of the file.
    pub table: Table,
    nodes: Vec<Node>,
    occasion: Option<MapOccasion>,
}

#[derive(Debug, Default)]
struct Node {
    id: String,
    line: u64,
    label: String,
    told: BTreeMap<String, String>,
}

impl Node {
    fn told(&self, key: &str) -> &str {
        self.told.get(key).map_or("", |text| text.trim())
    }

    fn name(&self) -> &str {
        let label = self.label.trim();
        ["name", "label"].into_iter().map(|key| self.told(key)).find(|text| !text.is_empty()).unwrap_or(label)
    }
}

/// Whether a file is one of these, as far as its beginning says.
pub fn is_graph(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"<")
}

/// Reads a map. What is said beside the file stands before what is told in it.
///
/// # Errors
/// No GraphML, or a larger one than maps are; a tie of somebody who is not there; a map of nobody or of no day.
pub fn read(bytes: &[u8], said: &Said) -> Result<Graph, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large());
    }
    let text = std::str::from_utf8(bytes).map_err(|cause| no_graph().because(cause))?;
    let File { graph, nodes, edges, .. } = File::read(text)?;
    let place: HashMap<&str, usize> = nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    let mut known: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); nodes.len()];
    for ends in &edges {
        let [one, other] = ends.each_ref().map(|end| place.get(end.as_str()).copied());
        let (Some(one), Some(other)) = (one, other) else {
            let missing = if one.is_none() { &ends[0] } else { &ends[1] };
            return Err(Problem::new(Kind::Invalid, "graphml-tie").with("value", clean_line(missing)));
        };
        if one != other {
            known[one].insert(other);
            known[other].insert(one);
        }
    }
    let of_map = [("case_ref", &said.case_ref), ("ego_ref", &said.ego_ref), ("drawn_on", &said.drawn_on)];
    let mut always: BTreeMap<&str, String> = BTreeMap::new();
    for (key, said) in of_map {
        let told = said.clone().or_else(|| graph.get(key).cloned()).unwrap_or_default();
        if told.trim().is_empty() {
            return Err(Problem::new(Kind::Usage, "graphml-whose"));
        }
        always.insert(key, told);
    }
    let cell = |at: usize, key: &str| match key {
        "name" => nodes[at].name().to_owned(),
        "ring" => nodes[at].told(key).trim_end_matches(".0").to_owned(),
        "known_to" => join_list(known[at].iter().map(|other| nodes[*other].name())),
        key => always.get(key).cloned().unwrap_or_else(|| nodes[at].told(key).to_owned()),
    };
    let keys: Vec<&str> = NETWORK.fields.iter().map(|field| field.key).collect();
    let row = |at: usize| Row { line: nodes[at].line, cells: keys.iter().map(|key| cell(at, key)).collect() };
    let table =
        Table { header: keys.iter().map(|key| (*key).to_owned()).collect(), rows: (0..nodes.len()).map(row).collect() };
    let occasion = graph.get("occasion").and_then(|code| MapOccasion::from_code(code.trim()));
    Ok(Graph { table, nodes, occasion })
}

impl Graph {
    /// Adds to the map that its rows came to what rows have no column for.
    pub fn complete(&self, maps: &mut [NetworkMap]) {
        // The rows are of one map; it is none where it stands there already.
        let [map] = maps else { return };
        if map.people.len() != self.nodes.len() {
            return;
        }
        if let Some(occasion) = self.occasion {
            map.occasion = occasion;
        }
        for (person, node) in map.people.iter_mut().zip(&self.nodes) {
            more_of(person, node);
        }
        let called: Vec<_> = map.people.iter().zip(&self.nodes).map(|(one, node)| (one.key, node)).collect();
        let key = |name: &str| {
            let found = called.iter().find(|(_, node)| identity_of(node.name()) == identity_of(name));
            found.map(|(key, _)| *key)
        };
        for (one, node) in &called {
            for other in split_list(node.told("not_known_to"), false).iter().filter_map(|name| key(name)) {
                if let Some(tie) = Tie::between(*one, other).filter(|_| !map.are_tied(*one, other)) {
                    map.answer(tie, false);
                }
            }
        }
    }
}

fn more_of(person: &mut NetworkPerson, node: &Node) {
    person.direction = SupportDirection::from_code(node.told("direction"));
    person.often = HowOften::from_code(node.told("often"));
    let told: Vec<&str> = node.told("kinds").split(';').map(str::trim).collect();
    person.kinds = SupportKind::ALL.iter().copied().filter(|kind| told.contains(&kind.code())).collect();
}

fn no_graph() -> Problem {
    Problem::new(Kind::Invalid, "not-graphml")
}

fn too_large() -> Problem {
    let problem = Problem::new(Kind::Invalid, "graphml-too-large").with("most", MOST_BYTES / 1024 / 1024);
    problem.with("people", MOST_PEOPLE)
}

/// A file as it is read.
#[derive(Default)]
struct File {
    /// The elements that are open.
    open: Vec<String>,
    /// What the attributes are called, in small letters, by what the file calls them.
    keys: HashMap<String, String>,
    graph: BTreeMap<String, String>,
    graphs: usize,
    nodes: Vec<Node>,
    /// The nodes that are open.
    within: Vec<usize>,
    edges: Vec<[String; 2]>,
    /// The attribute whose value is being read.
    key: Option<String>,
}

impl File {
    fn read(text: &str) -> Result<Self, Problem> {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let mut file = Self::default();
        let (mut counted, mut line, mut is_graphml) = (0, 1, false);
        loop {
            let event = reader.read_event().map_err(|cause| no_graph().because(cause))?;
            let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
            line += text.as_bytes()[counted..at].iter().filter(|byte| **byte == b'\n').count() as u64;
            counted = at;
            match event {
                Event::Start(tag) => {
                    is_graphml |= tag.local_name().as_ref() == "graphml";
                    file.begin(&tag, line)?;
                }
                Event::Empty(tag) => {
                    file.begin(&tag, line)?;
                    file.end();
                }
                Event::End(_) => file.end(),
                Event::Text(text) => file.text(&text.xml10_content()),
                Event::CData(text) => file.text(&text.xml10_content()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(letter)) => file.text(letter.encode_utf8(&mut [0; 4])),
                    Ok(None) => file.text(resolve_predefined_entity(&reference).ok_or_else(no_graph)?),
                    Err(cause) => return Err(no_graph().because(cause)),
                },
                Event::DocType(_) => return Err(no_graph()),
                Event::Eof if is_graphml && file.open.is_empty() => return Ok(file),
                Event::Eof => return Err(no_graph()),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>, line: u64) -> Result<(), Problem> {
        let value = |name: &str| -> Result<String, Problem> {
            let Some(found) = tag.try_get_attribute(name).map_err(|cause| no_graph().because(cause))? else {
                return Ok(String::new());
            };
            let value = found.normalized_value(XmlVersion::Implicit1_0).map_err(|cause| no_graph().because(cause))?;
            Ok(value.into_owned())
        };
        let name = tag.local_name().as_ref().to_owned();
        match name.as_str() {
            "key" => {
                let called = value("attr.name")?.trim().to_lowercase();
                self.keys.insert(value("id")?, called);
            }
            "graph" if self.within.is_empty() => {
                self.graphs += 1;
                if self.graphs > 1 {
                    return Err(Problem::new(Kind::Invalid, "graphml-several"));
                }
            }
            "node" => {
                if self.nodes.len() == MOST_PEOPLE {
                    return Err(too_large());
                }
                self.within.push(self.nodes.len());
                self.nodes.push(Node { id: value("id")?, line, ..Node::default() });
            }
            "edge" => {
                if self.edges.len() == MOST_TIES {
                    return Err(too_large());
                }
                self.edges.push([value("source")?, value("target")?]);
            }
            "data" => self.key = self.keys.get(&value("key")?).filter(|key| !key.is_empty()).cloned(),
            _ => {}
        }
        if self.open.len() == MOST_DEPTH {
            return Err(no_graph());
        }
        self.open.push(name);
        Ok(())
    }

    fn end(&mut self) {
        match self.open.pop().as_deref() {
            Some("node") => drop(self.within.pop()),
            Some("data") => self.key = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.open.iter().any(|name| name == "edge") {
            return;
        }
        let node = self.within.last().and_then(|at| self.nodes.get_mut(*at));
        match (self.open.last().map(String::as_str), &self.key, node) {
            (Some("NodeLabel"), _, Some(node)) => node.label.push_str(text),
            (Some("data"), Some(key), Some(node)) => node.told.entry(key.clone()).or_default().push_str(text),
            (Some("data"), Some(key), None) => self.graph.entry(key.clone()).or_default().push_str(text),
            _ => {}
        }
    }
}
