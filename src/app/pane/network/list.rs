//! A map as a list, in rows: everybody by sector, the nearest first, then what the person says of it.

use super::Network;
use crate::app::cx::Cx;
use crate::app::layer::drawing::circle::sign;
use crate::domain::network::{NetworkMap, PersonKey, Sector};
use crate::locale::{Language, arg};
use crate::measure::{wrap, wrap_hanging};

/// How a row looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ListLook {
    Sector,
    Nobody,
    Person(PersonKey),
    /// What goes on from the row above.
    GoesOn,
    Comment,
}

impl Network {
    /// The map that is shown, in rows of so many columns.
    pub fn rows(&self, cx: &Cx, columns: u16) -> Vec<(ListLook, String)> {
        self.shown().map(|stored| map_list(cx, &stored.value, columns)).unwrap_or_default()
    }
}

/// The name of a sector.
pub fn sector_called(cx: &Cx, sector: &Sector) -> String {
    if cx.locale.language() == Language::Swedish { sector.name_sv.clone() } else { sector.name_en.clone() }
}

/// A map in rows of so many columns.
pub fn map_list(cx: &Cx, map: &NetworkMap, columns: u16) -> Vec<(ListLook, String)> {
    let room = usize::from(columns.saturating_sub(3)).max(1);
    let mut rows = Vec::new();
    for sector in &cx.scheme().sectors {
        let mut own: Vec<_> = map.people.iter().filter(|person| person.sector == sector.key).collect();
        own.sort_by_key(|person| person.ring);
        let name = sector_called(cx, sector);
        if own.is_empty() {
            let text = cx.locale.tell("network-nobody-in", &[("sector", arg(name))]);
            rows.extend(wrap(&text, room).into_iter().map(|row| (ListLook::Nobody, row)));
            continue;
        }
        rows.push((ListLook::Sector, name.to_uppercase()));
        for person in own {
            let mut looks = Some(ListLook::Person(person.key));
            let text = listed(cx, map, person.key);
            rows.extend(
                wrap_hanging(&text, room).into_iter().map(|row| (looks.take().unwrap_or(ListLook::GoesOn), row)),
            );
        }
    }
    if let Some(comment) = &map.comment {
        rows.push((ListLook::Comment, String::new()));
        rows.extend(wrap(&format!("”{comment}”"), room).into_iter().map(|row| (ListLook::Comment, row)));
    }
    rows
}

/// All that is told of somebody.
fn listed(cx: &Cx, map: &NetworkMap, key: PersonKey) -> String {
    let Some(person) = map.person(key) else { return String::new() };
    let mut words = vec![format!("{} {}", person.ring, person.relation.map_or(" ", sign)), person.name.clone()];
    words.extend(person.role.clone().filter(|role| *role != person.name).map(|role| format!("({role})")));
    words.extend(person.direction.map(|direction| cx.locale.label(direction)));
    words.extend(person.often.map(|often| cx.locale.label(often)));
    let known = map.ties.iter().filter_map(|tie| tie.opposite(key)).filter_map(|other| map.person(other));
    let ties: Vec<&str> = known.map(|other| other.name.as_str()).collect();
    if !ties.is_empty() {
        words.push(cx.locale.tell("network-knows", &[("names", arg(ties.join(", ")))]));
    }
    words.join(" ")
}
