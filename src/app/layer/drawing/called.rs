//! The names of those on a map.

use super::circle;
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::network::{NetworkMap, NetworkPerson, PersonKey};

/// What somebody on a map is called: of the family as everywhere else, of others as it was written. Whoever is not said
/// to be of the family but goes by the name of somebody who is protected is taken for them.
pub(in crate::app) fn called(person: &NetworkPerson, members: &[MemberName], setting: Setting) -> String {
    let bearer = |member: &&MemberName| match person.member {
        Some(id) => member.id == id,
        None => member.given_name.is_written(&person.name),
    };
    let kept = members.iter().filter(bearer).find(|member| !member.given_name.is_whole(setting));
    kept.map_or_else(|| person.name.clone(), |member| member.given_name.shown(setting))
}

/// The label of somebody on a drawing: the sign of the relation, the name, who supports whom.
pub fn label(map: &NetworkMap, key: PersonKey) -> String {
    use crate::domain::codes::SupportDirection;
    let Some(person) = map.person(key) else { return String::new() };
    let sign = person.relation.map_or("", circle::sign);
    let arrow = match person.direction {
        Some(SupportDirection::Gives) => "→",
        Some(SupportDirection::Receives) => "←",
        Some(SupportDirection::Both) => "↔",
        Some(SupportDirection::None) | None => "",
    };
    format!("{sign}{}{arrow}", person.name)
}
