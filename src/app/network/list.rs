//! A map as a list, in rows: everybody by sector, the nearest first, then what the person says of it.

use super::circle::sign;
use crate::app::desk::App;
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

impl App {
    /// The name of a sector.
    pub fn sector_called(&self, sector: &Sector) -> String {
        if self.locale.language() == Language::Swedish { sector.name_sv.clone() } else { sector.name_en.clone() }
    }

    /// The map that is shown, in rows of so many columns.
    pub fn network_list(&self, columns: u16) -> Vec<(ListLook, String)> {
        self.network.shown().map(|stored| self.map_list(&stored.value, columns)).unwrap_or_default()
    }

    /// A map in rows of so many columns.
    pub fn map_list(&self, map: &NetworkMap, columns: u16) -> Vec<(ListLook, String)> {
        let room = usize::from(columns.saturating_sub(3)).max(1);
        let mut rows = Vec::new();
        for sector in &self.scheme().sectors {
            let mut own: Vec<_> = map.people.iter().filter(|person| person.sector == sector.key).collect();
            own.sort_by_key(|person| person.ring);
            let name = self.sector_called(sector);
            if own.is_empty() {
                let text = self.locale.tell("network-nobody-in", &[("sector", arg(name))]);
                rows.extend(wrap(&text, room).into_iter().map(|row| (ListLook::Nobody, row)));
                continue;
            }
            rows.push((ListLook::Sector, name.to_uppercase()));
            for person in own {
                let mut looks = Some(ListLook::Person(person.key));
                let text = self.listed(map, person.key);
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
    fn listed(&self, map: &NetworkMap, key: PersonKey) -> String {
        let Some(person) = map.person(key) else { return String::new() };
        let mut words = vec![format!("{} {}", person.ring, person.relation.map_or(" ", sign)), person.name.clone()];
        words.extend(person.role.clone().filter(|role| *role != person.name).map(|role| format!("({role})")));
        words.extend(person.direction.map(|direction| self.locale.label(direction)));
        words.extend(person.often.map(|often| self.locale.label(often)));
        let known = map.ties.iter().filter_map(|tie| tie.opposite(key)).filter_map(|other| map.person(other));
        let ties: Vec<&str> = known.map(|other| other.name.as_str()).collect();
        if !ties.is_empty() {
            words.push(self.locale.tell("network-knows", &[("names", arg(ties.join(", ")))]));
        }
        words.join(" ")
    }
}
