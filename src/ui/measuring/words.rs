//! The words of a family's children, newest first: when, who, where, to whom, and the words.

use crate::app::Scene;
use crate::app::layer::measuring::Words;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::reading::told;
use crate::ui::text::wrap;
use crate::ui::theme::{HEADING, PLAIN, QUIET, STRONG};

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, layer: &Words, body: &mut Canvas<'_>) {
    body.clear();
    if layer.all.is_empty() {
        return told(&app.locale.say("words-none"), body);
    }
    let title = app.locale.tell("words-title", &[("count", arg(layer.all.len()))]);
    body.put_fit(1, 0, &title, body.width().saturating_sub(2), HEADING);
    let columns = usize::from(body.width().saturating_sub(6)).max(1);
    let each: Vec<(usize, String, Vec<String>)> = layer
        .all
        .iter()
        .enumerate()
        .map(|(place, (called, heard))| {
            let mut head = vec![app.locale.date(heard.on, app.world.today), called.clone(), app.locale.label(heard.at)];
            head.extend(heard.by.clone());
            head.extend(heard.to_parents.then(|| app.locale.say("words-to-parents")));
            (place, head.join(" · "), wrap(&format!("”{}”", heard.words), columns))
        })
        .collect();
    let height = usize::from(body.height().saturating_sub(2));
    // So many before the marked one as leave it whole on the screen.
    let size = |one: &(usize, String, Vec<String>)| one.2.len() + 1;
    let mut top = layer.marker;
    let mut used = each.get(top).map_or(0, size);
    while top > 0 && used + size(&each[top - 1]) <= height {
        top -= 1;
        used += size(&each[top]);
    }
    let mut list = body.rows(2, u16::try_from(height).unwrap_or(0));
    let mut y = 0;
    for (place, head, words) in each.into_iter().skip(top) {
        if y >= list.height() {
            break;
        }
        let is_marked = place == layer.marker;
        list.put_fit(3, y, &head, list.width().saturating_sub(4), QUIET);
        list.row(y);
        if is_marked {
            list.mark(y);
        }
        for row in words {
            y += 1;
            if y < list.height() {
                list.put(5, y, &row, if is_marked { STRONG } else { PLAIN });
            }
        }
        y += 1;
    }
}
