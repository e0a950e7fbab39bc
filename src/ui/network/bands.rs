//! A map in bands: the nearest ring on top, a column a sector, everybody in their cell.

use super::circle::{Eye, moved};
use crate::app::Scene;
use crate::app::layer::drawing::bands::{BEFORE, BandRow, Bands, legend};
use crate::app::list::Scroll;
use crate::domain::network::NetworkMap;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{fit, width};
use crate::ui::theme::{HEADING, MARK, MARKER, PLAIN, QUIET, STRONG};

/// How the rings are ruled, the nearest first: each thinner than the one before.
const RULES: [&str; 3] = ["━", "─", "╌"];

/// Draws the map.
pub fn paint(app: &Scene<'_>, map: &NetworkMap, bands: &Bands, eye: Eye<'_>, scroll: Scroll, body: &mut Canvas<'_>) {
    head(app, bands, body);
    let room = Bands::room(body.height());
    let top = bands.seen(scroll.top(bands.rows.len(), room), room, eye.other.or(eye.chosen));
    let columns = usize::from(body.width());
    for (y, row) in (1..).zip(bands.rows.iter().skip(top).take(room)) {
        match row {
            BandRow::Sectors => {
                for (place, (name, somebody)) in bands.sectors.iter().enumerate() {
                    let look = if *somebody { HEADING } else { QUIET };
                    body.put_unredacted(at(bands, place), y, &fit(&name.to_uppercase(), bands.wide - 1), look);
                }
            }
            BandRow::Ring(number, name) => {
                let rule = RULES[usize::from(number.saturating_sub(1)).min(RULES.len() - 1)];
                let words = format!(" {number} {name} ");
                let x = body.put_unredacted(1, y, &rule.repeat(2), QUIET);
                let x = body.put_unredacted(x, y, &words, QUIET);
                body.put_unredacted(x, y, &rule.repeat(columns.saturating_sub(usize::from(x) + 1)), QUIET);
            }
            BandRow::Names(cells) => {
                for (place, piece) in cells.iter().enumerate() {
                    let Some(piece) = piece else { continue };
                    let x = at(bands, place);
                    let chosen = eye.chosen == Some(piece.key);
                    let look = if chosen || eye.other == Some(piece.key) { STRONG } else { PLAIN };
                    body.put(x, y, &fit(&body.hide(&piece.text), bands.wide - BEFORE), look);
                    if !piece.first {
                        continue;
                    }
                    let before = x - 1;
                    if eye.other == Some(piece.key) {
                        body.put_unredacted(before, y, "+", MARKER);
                        body.point(x, y);
                    } else if chosen {
                        body.put_unredacted(before, y, MARK, MARKER);
                        if eye.other.is_none() {
                            body.point(x, y);
                        }
                    } else if eye.chosen.is_some_and(|chosen| map.are_tied(chosen, piece.key)) {
                        body.put_unredacted(before, y, "∘", MARKER);
                    } else if let Some(sign) = eye.change.and_then(|change| moved(change, piece.key)) {
                        body.put_unredacted(before, y, sign, MARKER);
                    }
                }
            }
            BandRow::LeftOut(names) => {
                let told = app.locale.tell("network-left-out", &[("names", arg(names.as_str()))]);
                body.put_fit(1, y, &told, body.width().saturating_sub(2), QUIET);
            }
        }
    }
    let shown = top + room;
    let foot = body.height().saturating_sub(1);
    if shown < bands.rows.len() {
        let more = app.locale.tell("rows-below", &[("rows", arg(bands.rows.len() - shown))]);
        body.put_right_unredacted(foot, &format!("▾ {more} "), QUIET);
    } else if eye.chosen.is_none() && !map.ties.is_empty() {
        let told = app.locale.tell("network-ties-told", &[("count", arg(map.ties.len()))]);
        body.put_fit(1, foot, &told, body.width().saturating_sub(2), QUIET);
    }
}

/// Who is in the middle, and what the signs mean.
fn head(app: &Scene<'_>, bands: &Bands, body: &mut Canvas<'_>) {
    let x = body.put(1, 0, &bands.ego, STRONG);
    let legend = legend(&app.locale);
    let room = usize::from(body.width().saturating_sub(x + 3));
    if width(&legend) <= room {
        body.put_right_unredacted(0, &format!("{legend} "), QUIET);
    } else {
        body.put_unredacted(x + 2, 0, &fit(&legend, room), QUIET);
    }
}

/// The column in which the names of a cell begin.
fn at(bands: &Bands, place: usize) -> u16 {
    u16::try_from(1 + place * bands.wide).unwrap_or(u16::MAX)
}
