//! The map as a plain list: for small terminals and screen readers, and beside the drawing where there is room.

use crate::app::App;
use crate::app::network::circle::sign;
use crate::domain::network::{NetworkMap, PersonKey, Sector};
use crate::locale::{Language, arg};
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{HEADING, MARKER, PLAIN, QUIET};

/// Draws the list of the map that is shown, with what it leaves open and what the person says of it.
pub fn draw(app: &App, body: &mut Canvas<'_>) {
    let Some(stored) = app.network.shown() else { return };
    people(app, &stored.value, None, body);
}

/// The name of a sector.
pub fn called(app: &App, sector: &Sector) -> String {
    if app.locale.language() == Language::Swedish { sector.name_sv.clone() } else { sector.name_en.clone() }
}

/// Everybody by sector, the nearest first.
pub fn people(app: &App, map: &NetworkMap, chosen: Option<PersonKey>, body: &mut Canvas<'_>) {
    let mut y = 0;
    let room = usize::from(body.width().saturating_sub(2));
    for sector in &app.scheme().sectors {
        let mut own: Vec<_> = map.people.iter().filter(|person| person.sector == sector.key).collect();
        own.sort_by_key(|person| person.ring);
        let name = called(app, sector);
        if own.is_empty() {
            let text = app.locale.tell("network-nobody-in", &[("sector", arg(name))]);
            body.put_fit(1, y, &text, body.width().saturating_sub(2), QUIET);
            y += 1;
            continue;
        }
        body.put(1, y, &name.to_uppercase(), HEADING);
        y += 1;
        for person in own {
            let mut words =
                vec![format!("{} {}", person.ring, pad(person.relation.map_or(" ", sign), 1)), person.name.clone()];
            words.extend(person.role.clone().filter(|role| *role != person.name).map(|role| format!("({role})")));
            words.extend(person.direction.map(|direction| app.locale.label(direction)));
            words.extend(person.often.map(|often| app.locale.label(often)));
            let ties: Vec<&str> = map
                .ties
                .iter()
                .filter_map(|tie| tie.opposite(person.key))
                .filter_map(|other| map.person(other))
                .map(|other| other.name.as_str())
                .collect();
            if !ties.is_empty() {
                words.push(app.locale.tell("network-knows", &[("names", arg(ties.join(", ")))]));
            }
            let mark = if chosen == Some(person.key) { crate::ui::theme::MARK } else { " " };
            body.put(1, y, mark, MARKER);
            body.put_fit(2, y, &words.join(" "), body.width().saturating_sub(3), PLAIN);
            y += 1;
        }
    }
    if let Some(comment) = &map.comment {
        y += 1;
        for line in wrap(&format!("”{comment}”"), room) {
            body.put(1, y, &line, PLAIN);
            y += 1;
        }
    }
}
