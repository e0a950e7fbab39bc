//! Beginning a map, drawing on over one, taking one up where it was left, and from the map to the work.

use super::{Focus, drawing};
use crate::app::cx::{Cx, Landmark, Route, Subject};
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::domain::codes::{Area, MapOccasion, MapViewer, Outcome, SessionKind};
use crate::domain::ids::{NetworkMapId, PersonId};
use crate::domain::network::NetworkMap;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Begins a map of somebody, with everybody of an earlier one or with nobody.
pub(in crate::app) fn begin_map(cx: &mut Cx, ego: PersonId, from: Option<NetworkMapId>) -> Result<Then, Problem> {
    let family = cx.store.get::<Person>(ego)?.value.family;
    let first = cx.store.maps_of(family)?.seen.iter().all(|stored| stored.value.ego != ego);
    let mut map = NetworkMap::new(family, ego, cx.world.today, cx.user());
    if !first {
        map.occasion = MapOccasion::FollowUp;
    }
    match from.map(|id| cx.store.get::<NetworkMap>(id)).transpose()? {
        Some(Stored { value: from, .. }) => {
            (map.people, map.ties, map.no_ties) = (from.people, from.ties, from.no_ties);
            (map.consent, map.seen_by) = (from.consent, from.seen_by);
        }
        // The team that draws it works with it, until the person says otherwise.
        None => map.seen_by = vec![MapViewer::Team],
    }
    drawing(cx, map, None)?.open(cx)
}

/// Draws on over a map that is there.
pub(in crate::app) fn draw_on(cx: &mut Cx, id: NetworkMapId) -> Result<Then, Problem> {
    let stored: Stored<NetworkMap> = cx.store.get(id)?;
    let mut drawing = drawing(cx, stored.value, Some((id, stored.version)))?;
    drawing.focus = if drawing.map.people.is_empty() { Focus::Line } else { Focus::Circle };
    drawing.open(cx)
}

/// Takes up a drawing where it was left, on the map of whom it is; none if the place is of no drawing.
pub(in crate::app) fn resume_drawing(cx: &mut Cx, place: &str) -> Result<Option<(Route, Then)>, Problem> {
    let Some(rest) = place.strip_prefix("network/") else { return Ok(None) };
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let route = Route::to(Subject::Maps);
    Ok(Some(match rest.strip_prefix("of/") {
        Some(ego) => {
            let ego = PersonId(number(ego));
            let family = cx.store.get::<Person>(ego)?.value.family;
            (route.of(family).with(ego), begin_map(cx, ego, None)?)
        }
        None => {
            let id = NetworkMapId(number(rest));
            let stored: Stored<NetworkMap> = cx.store.get(id)?;
            let route = route.of(stored.value.family).with(stored.value.ego).at(Landmark::of::<NetworkMap>(id));
            (route, drawing(cx, stored.value, Some((id, stored.version)))?.open(cx)?)
        }
    }))
}

/// From the map to the work: a planned session that says what is to come.
pub(in crate::app) fn plan(cx: &mut Cx, next_step: &str) -> Result<Then, Problem> {
    let mut form = noun::session::new(cx, cx.chosen().as_ref()).at("on");
    for (key, value) in [
        ("on", String::new()),
        ("kind", cx.locale.label(SessionKind::NetworkMeeting)),
        ("outcome", cx.locale.label(Outcome::Planned)),
        ("areas", cx.locale.label(Area::Network)),
        ("next_step", next_step.to_owned()),
    ] {
        form.set(key, &value);
    }
    form.open(cx)
}
