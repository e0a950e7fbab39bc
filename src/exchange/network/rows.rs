//! Maps as rows, one a person: the columns that import takes, so that what is exported can be imported again.
//!
//! A map with nobody on it has no rows. What a row has no column for, such as who supports whom, is in GraphML.

use super::naming::{kept_back, one_name};
use super::{Codes, Drawn, Names, Naming, Place};
use crate::domain::codes::{Bond, Code};
use crate::domain::entry::{Draft, Field, Form, Need, Shape};
use crate::domain::network::entry::words::role;
use crate::domain::network::{NetworkMap, NetworkPerson};
use crate::domain::text::Leaning;
use crate::exchange::outgoing::{Row, RowId};
use crate::store::Stored;

use Need::{Optional, Required};

/// The columns.
pub const NETWORK: Form = Form {
    kind: "network",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "ego_ref", shape: Shape::Person, need: Required },
        Field { key: "drawn_on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "name", shape: Shape::Line, need: Required },
        Field { key: "sector", shape: Shape::Line, need: Required },
        Field { key: "ring", shape: Shape::Number { least: 1, most: 255 }, need: Required },
        Field { key: "relation", shape: Shape::Code(Bond::LIST), need: Optional },
        Field { key: "role", shape: Shape::Line, need: Optional },
        Field { key: "known_to", shape: Shape::People, need: Optional },
    ],
    asked: &[],
};

/// The rows of one map, in its order.
pub fn rows(drawn: &Drawn<'_>, map: &Stored<NetworkMap>, naming: Naming) -> Vec<Row> {
    let names = Names::of(drawn, &map.value, naming, &Codes, Place::Rows);
    let row = |person: &NetworkPerson| Row {
        id: RowId::Record(map.id.0),
        family: drawn.family.clone(),
        person: Some(names.ego.clone()),
        draft: draft(drawn, &map.value, person, &names).with_some("role", told_role(drawn, person, naming)),
    };
    map.value.people.iter().map(row).collect()
}

fn draft(drawn: &Drawn<'_>, map: &NetworkMap, person: &NetworkPerson, names: &Names) -> Draft {
    let known = map.people.iter().filter(|other| map.are_tied(person.key, other.key));
    Draft::default()
        .with("case_ref", drawn.family.case_ref.as_str())
        .with("ego_ref", drawn.reference(map.ego))
        .with("drawn_on", map.drawn_on.to_string())
        .with("name", names.person(person.key))
        .with("sector", person.sector.as_str())
        .with("ring", person.ring.to_string())
        .with_some("relation", person.relation.map(Code::code))
        .with_list("known_to", known.map(|other| names.person(other.key)))
}

/// The role as it may be told: all of it where names may stand; of somebody protected only a word that is known to be
/// one; otherwise what can hold no name.
pub(super) fn told_role(drawn: &Drawn<'_>, person: &NetworkPerson, naming: Naming) -> Option<String> {
    let told = person.role.as_deref().map(one_name)?;
    let may = match kept_back(drawn, person) {
        Some(_) => role(&told).is_some(),
        None => naming == Naming::Names || !told.chars().any(char::is_uppercase),
    };
    may.then_some(told)
}
