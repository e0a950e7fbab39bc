//! Two versions of one record side by side.

use super::canvas::Canvas;
use super::text::{pad, wrap};
use super::theme::{PLAIN, QUIET, STRONG};
use crate::app::{App, Conflict, Keep};

/// Columns of a field's name.
const LABEL: u16 = 17;

/// Draws over the pane.
pub fn draw(app: &App, conflict: &Conflict, body: &mut Canvas<'_>) {
    body.clear();
    let wide = body.width().saturating_sub(LABEL + 2) / 2;
    body.put(LABEL + 1, 0, &app.locale.say("conflict-mine"), STRONG);
    body.put(LABEL + 1 + wide, 0, &app.locale.say("conflict-theirs"), STRONG);
    let mut y = 1;
    for (place, difference) in conflict.differences.iter().enumerate() {
        if place == conflict.marker {
            body.mark(y);
        }
        body.put(1, y, &pad(&app.locale.field(difference.key), usize::from(LABEL) - 1), QUIET);
        let mut used = 1;
        for (keep, text, x) in
            [(Keep::Mine, &difference.mine, LABEL + 1), (Keep::Theirs, &difference.theirs, LABEL + 1 + wide)]
        {
            let chosen = difference.keep == keep;
            let lines = wrap(text, usize::from(wide.saturating_sub(3)));
            body.put(x, y, if chosen { "✓" } else { " " }, STRONG);
            for (row, line) in (0..).zip(&lines) {
                body.put(x + 2, y + row, line, if chosen { PLAIN } else { QUIET });
            }
            used = used.max(u16::try_from(lines.len()).unwrap_or(1));
        }
        y += used;
    }
}
