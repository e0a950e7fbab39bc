//! The network pane: the drawing, what changed, the list, the measures.

mod ages;
mod bands;
mod change;
mod circle;
pub mod drawing;
mod list;
mod measures;
mod together;

use super::canvas::Canvas;
use super::theme::QUIET;
use crate::app::layer::drawing::circle::{BESIDE, BESIDE_WIDE};
use crate::app::layout::WIDE;
use crate::app::pane::network::Side;
use crate::app::{Layer, Scene};
use crate::locale::arg;

/// What the title line says.
pub fn title(app: &Scene<'_>) -> String {
    let network = &app.panes.network;
    if let Some(Layer::Drawing(drawing)) = app.layers.last() {
        let map = &drawing.map;
        return app.locale.tell(
            "network-title-drawing",
            &[
                ("name", arg(drawing.ego.as_str())),
                ("day", arg(app.locale.date(map.drawn_on, app.world.today))),
                ("occasion", arg(app.locale.label(map.occasion).to_lowercase())),
                ("count", arg(map.people.len())),
            ],
        );
    }
    if app.open.is_none() {
        return app.locale.say("network-title-ages");
    }
    let name = network.ego.map(|ego| network.name(ego, app.setting())).unwrap_or_default();
    let Some(stored) = network.shown() else {
        return app.locale.tell("network-title", &[("name", arg(name))]);
    };
    let today = app.world.today;
    let mut title = app.locale.tell(
        "network-title-map",
        &[
            ("name", arg(name)),
            ("day", arg(app.locale.date(stored.value.drawn_on, today))),
            ("occasion", arg(app.locale.label(stored.value.occasion).to_lowercase())),
            ("at", arg(network.at + 1)),
            ("of", arg(network.own().len())),
        ],
    );
    if let Some(before) = network.before().filter(|_| network.side == Side::Change) {
        let day = app.locale.date(before.value.drawn_on, today);
        title = format!("{title} {}", app.locale.tell("network-compared", &[("day", arg(day))]));
    }
    title
}

/// Draws the side at hand; where there is room, the list or the change stands beside the drawing.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    if let Some(text) = app.panes.network.emptiness(app) {
        for (y, line) in (1..).zip(super::text::wrap(&text, usize::from(body.width().saturating_sub(2)))) {
            body.put(1, y, &line, QUIET);
        }
        return;
    }
    if app.open.is_none() {
        return ages::draw(app, body);
    }
    let wide = body.width() >= WIDE && !body.is_in_lines();
    let beside = if wide { BESIDE_WIDE } else { BESIDE };
    match app.panes.network.side {
        Side::List if !wide => list::draw(app, body),
        Side::Change if !wide => change::draw(app, body),
        Side::Measures if !wide => measures::draw(app, body),
        Side::Together if !wide => together::draw(app, body),
        // A drawing says nothing in lines; its list says the same.
        Side::Circle if body.is_in_lines() => list::draw(app, body),
        Side::Circle if !wide => circle::draw(app, body),
        side => {
            let left = body.width().saturating_sub(beside);
            circle::draw(app, &mut body.columns(0, left.saturating_sub(1)));
            body.columns(left.saturating_sub(1), 1).upright(0);
            let mut right = body.columns(left, beside);
            match side {
                Side::Change => change::draw(app, &mut right),
                Side::Measures => measures::draw(app, &mut right),
                Side::Together => together::draw(app, &mut right),
                Side::Circle | Side::List => list::draw(app, &mut right),
            }
        }
    }
}
