//! GraphML as an independent reader sees it.

use roxmltree::{Document, Node};

use super::*;
use crate::exchange::network::{Naming, graphml};

fn value<'a>(node: Node<'a, '_>, key: &str) -> Option<&'a str> {
    node.children().find(|child| child.attribute("key") == Some(key)).and_then(|data| data.text())
}

fn all<'a, 'i>(document: &'a Document<'i>, name: &str) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn a_graph_of_two_is_written_so() {
    let (family, people) = (family(), household(Protection::None));
    let mut map = map(ELIAS, "2026-03-09", &["1 Ulla relatives 1 strong mormor", "2 <Ali>_&_Bo friends 2"], &[(1, 2)]);
    map.value.people[0].kinds = vec![SupportKind::Practical, SupportKind::Joy];
    let maps = [map];
    let drawn = Drawn { family: &family, people: &people, maps: &maps, scheme: Scheme::shipped() };
    insta::assert_snapshot!(graphml::write(&drawn, &maps[0].value, Naming::Names));
}

#[test]
fn everything_that_is_told_is_there_and_nothing_else() {
    with_maps(Protection::None, |drawn| {
        let map = &drawn.maps[0].value;
        let text = graphml::write(drawn, map, Naming::Names);
        let document = Document::parse(&text).unwrap();
        let (nodes, edges) = (all(&document, "node"), all(&document, "edge"));
        assert_eq!((nodes.len(), edges.len()), (map.people.len(), map.ties.len()));
        let declared: Vec<&str> = all(&document, "key").iter().filter_map(|key| key.attribute("id")).collect();
        assert!(all(&document, "data").iter().all(|data| declared.contains(&data.attribute("key").unwrap())));
        let ulla = nodes.iter().find(|node| value(**node, "name") == Some("Ulla")).unwrap();
        for (key, expected) in [
            ("ring", Some("1")),
            ("relation", Some("strong")),
            ("direction", Some("gives")),
            ("kinds", Some("practical;joy")),
            ("often", Some("weekly")),
            ("sphere", Some("private")),
            ("degree", Some("1")),
            ("betweenness", Some("0")),
            ("not_known_to", None),
        ] {
            assert_eq!(value(*ulla, key), expected, "{key}");
        }
        let sara = nodes.iter().find(|node| value(**node, "name") == Some("Sara")).unwrap();
        assert_eq!((value(*sara, "degree"), value(*sara, "betweenness")), (Some("2"), Some("1")));
        assert_eq!((value(nodes[1], "not_known_to"), value(nodes[1], "kinds")), (Some("Ali"), None));
        let graph = all(&document, "graph")[0];
        assert_eq!((value(graph, "ego_ref"), value(graph, "drawn_on")), (Some("P-11"), Some("2026-03-09")));
    });
}

#[test]
fn no_name_is_left_where_names_may_not_stand() {
    with_maps(Protection::ConfidentialityFlag, |drawn| {
        let map = &drawn.maps[1].value;
        assert!(!graphml::write(drawn, map, Naming::Names).contains("Johan"));
        for naming in [Naming::Roles, Naming::Initials] {
            let text = graphml::write(drawn, map, naming);
            for name in ["Elias", "Sara", "Johan", "Ulla", "Ali", "Karin", "Eva"] {
                assert!(!text.contains(name), "{naming:?}: {name}");
            }
        }
    });
}
