//! The drawing: rings and spokes, everybody in their sector and ring, the lines from the middle.

use ratatui::style::Style;

use crate::app::Scene;
use crate::app::layer::drawing::called::label;
use crate::app::layer::drawing::circle::Circle;
use crate::domain::codes::Bond;
use crate::domain::network::layout::{MarkKind, Slope};
use crate::domain::network::{ChangeKind, MapChange, NetworkMap, PersonKey};
use crate::ui::canvas::Canvas;
use crate::ui::text::fit;
use crate::ui::theme::{HEADING, MARK, MARKER, PLAIN, QUIET, STRONG};

/// What of a drawing stands out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Eye<'a> {
    /// Who is chosen.
    pub chosen: Option<PersonKey>,
    /// To whom the chosen one is to be tied.
    pub other: Option<PersonKey>,
    /// What changed since the map before.
    pub change: Option<&'a MapChange>,
}

/// Draws the map that is shown.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let Some(stored) = app.panes.network.shown() else { return };
    let change = app.panes.network.change();
    let eye = Eye { change: change.as_ref(), ..Eye::default() };
    if let Some(bands) = &app.panes.network.bands {
        return super::bands::paint(app, &stored.value, bands, eye, app.panes.network.scroll, body);
    }
    match &app.panes.network.circle {
        Some(circle) => paint(&stored.value, circle, eye, body),
        None => super::list::draw(app, body),
    }
}

/// Paints a circle.
pub fn paint(map: &NetworkMap, circle: &Circle, eye: Eye<'_>, body: &mut Canvas<'_>) {
    let layout = &circle.layout;
    for mark in layout.marks() {
        let sign = match (mark.kind, mark.slope) {
            (MarkKind::Ring(_), _) => "·",
            (MarkKind::Spoke, Slope::Steep) => "┊",
            (MarkKind::Spoke, Slope::Flat) if !mark.col.is_multiple_of(3) => continue,
            (MarkKind::Spoke, Slope::Flat) => "╌",
            (MarkKind::Spoke, Slope::Rising) => "⋰",
            (MarkKind::Spoke, Slope::Falling) => "⋱",
        };
        body.put_unredacted(mark.col, mark.row, sign, QUIET);
    }
    for person in &map.people {
        if let Some(relation) = person.relation {
            stroke(circle, None, person.key, relation, eye.chosen == Some(person.key), body);
        }
    }
    if let Some(chosen) = eye.chosen {
        for other in map.ties.iter().filter_map(|tie| tie.opposite(chosen)) {
            for cell in layout.stroke(Some(chosen), other) {
                body.put_unredacted(cell.col, cell.row, "∘", QUIET);
            }
        }
    }
    for (spot, title) in layout.titles.iter().zip(&circle.titles) {
        body.put_unredacted(spot.col, spot.row, &fit(title, spot.width.into()), HEADING);
    }
    body.put(layout.ego.col, layout.ego.row, &fit(&body.hide(&circle.ego), layout.ego.width.into()), STRONG);
    for (key, spot) in &layout.people {
        let text = fit(&body.hide(&label(map, *key)), spot.width.into());
        let is_chosen = eye.chosen == Some(*key) || eye.other == Some(*key);
        body.put(spot.col, spot.row, &text, if is_chosen { STRONG } else { PLAIN });
        if is_chosen {
            let sign = if eye.other == Some(*key) { "+" } else { MARK };
            body.put_unredacted(spot.col.saturating_sub(1), spot.row, sign, MARKER);
            if eye.other.is_none_or(|other| other == *key) {
                body.point(spot.col, spot.row);
            }
        } else if let Some(sign) = eye.change.and_then(|change| moved(change, *key)) {
            body.put(spot.col.saturating_sub(1), spot.row, sign, MARKER);
        }
    }
}

/// The sign of what became of somebody since the map before.
pub fn moved(change: &MapChange, key: PersonKey) -> Option<&'static str> {
    let of = change.people.iter().find(|one| one.key == key)?;
    [(ChangeKind::New, "+"), (ChangeKind::Gone, "–"), (ChangeKind::Closer, "↑"), (ChangeKind::Further, "↓")]
        .into_iter()
        .find(|(kind, _)| of.is(*kind))
        .map(|(_, sign)| sign)
}

/// A line from the middle to somebody; the relation is its pattern, the same whichever way it runs.
fn stroke(
    circle: &Circle,
    from: Option<PersonKey>,
    to: PersonKey,
    relation: Bond,
    chosen: bool,
    body: &mut Canvas<'_>,
) {
    let look: Style = if chosen { STRONG } else { QUIET };
    for (place, cell) in circle.layout.stroke(from, to).iter().enumerate() {
        let Some(sign) = line_sign(relation, cell.slope, place) else { continue };
        body.put_unredacted(cell.col, cell.row, sign, look);
    }
}

/// The sign of a line's cell; none where its pattern leaves one out.
fn line_sign(relation: Bond, slope: Slope, place: usize) -> Option<&'static str> {
    let by_slope = |signs: [&'static str; 4]| match slope {
        Slope::Flat => signs[0],
        Slope::Steep => signs[1],
        Slope::Rising => signs[2],
        Slope::Falling => signs[3],
    };
    match relation {
        Bond::Strong => Some(by_slope(["═", "║", "▞", "▚"])),
        Bond::Ordinary => Some(by_slope(["─", "│", "╱", "╲"])),
        Bond::Weak => place.is_multiple_of(2).then(|| by_slope(["─", "│", "╱", "╲"])),
        Bond::Strained => Some(if place.is_multiple_of(2) { "∿" } else { by_slope(["∿", "≀", "╱", "╲"]) }),
        Bond::Broken => place.is_multiple_of(3).then_some("╳"),
    }
}
