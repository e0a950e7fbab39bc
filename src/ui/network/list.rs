//! The map as a plain list: for small terminals and screen readers, and beside the drawing where there is room.

use crate::app::Scene;
use crate::app::list::Scroll;
use crate::app::pane::network::list::{ListLook, map_list, sector_called};
use crate::domain::network::{NetworkMap, PersonKey, Sector};
use crate::ui::canvas::Canvas;
use crate::ui::reading::more;
use crate::ui::theme::{HEADING, PLAIN, QUIET};

/// Draws the list of the map that is shown, with what it leaves open and what the person says of it.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let Some(stored) = app.panes.network.shown() else { return };
    people(app, &stored.value, None, app.panes.network.scroll, body);
}

/// The name of a sector.
pub fn called(app: &Scene<'_>, sector: &Sector) -> String {
    sector_called(app, sector)
}

/// Everybody by sector, the nearest first; whoever is chosen is seen.
pub fn people(app: &Scene<'_>, map: &NetworkMap, chosen: Option<PersonKey>, scroll: Scroll, body: &mut Canvas<'_>) {
    let rows = map_list(app, map, body.width());
    let room = usize::from(body.height()).saturating_sub(1).max(1);
    let marked = chosen.and_then(|key| rows.iter().position(|(look, _)| *look == ListLook::Person(key)));
    let top = match (scroll.top(rows.len(), room), marked) {
        (top, Some(row)) if row >= top + room => row + 1 - room,
        (top, Some(row)) => top.min(row),
        (top, None) => top,
    };
    body.point(1, 0);
    for (y, (place, (look, text))) in (0..).zip(rows.iter().enumerate().skip(top).take(room)) {
        let (x, style) = match look {
            ListLook::Sector => (1, HEADING),
            ListLook::Nobody => (1, QUIET),
            ListLook::Person(_) | ListLook::GoesOn => (2, PLAIN),
            ListLook::Comment => (1, PLAIN),
        };
        body.put_fit(x, y, text, body.width().saturating_sub(x + 1), style);
        if chosen.is_some() && matches!(look, ListLook::Person(_)) {
            body.row(y);
        }
        if marked == Some(place) {
            body.mark_at(1, y);
        }
    }
    more(app, rows.len().saturating_sub(top + room), body);
}
