//! Two versions of one record side by side.

use super::canvas::Canvas;
use super::text::{label_columns, pad, wrap};
use super::theme::{PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::conflict::{Conflict, Difference, Keep};
use crate::locale::arg;

/// Columns of a field's name at the least.
const LABEL: u16 = 17;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, conflict: &Conflict, body: &mut Canvas<'_>) {
    body.clear();
    let kind = conflict.form.table.kind;
    let label = label_columns(conflict.differences.iter().map(|it| app.locale.column(kind, it.key)), LABEL);
    let wide = body.width().saturating_sub(label + 2) / 2;
    if !body.is_in_lines() {
        head(app, conflict, body, (label, wide));
    }
    let column = usize::from(wide.saturating_sub(3));
    let room = usize::from(body.height().saturating_sub(1));
    let heights = conflict.differences.iter().map(|it| rows(it, column));
    // The page turns when the marked field and those above it no longer fit.
    let above: Vec<usize> = heights.take(conflict.marker + 1).collect();
    let mut used = 0;
    let shown = above.iter().rev().take_while(|height| {
        used += **height;
        used <= room
    });
    let first = (conflict.marker + 1).saturating_sub(shown.count().max(1));
    let mut y = 1;
    for (place, difference) in conflict.differences.iter().enumerate().skip(first) {
        body.row(y);
        body.say(y, || {
            let kept = if difference.keep == Keep::Mine { "lines-keeps-mine" } else { "lines-keeps-theirs" };
            let args = [
                ("field", arg(app.locale.column(kind, difference.key))),
                ("mine", arg(difference.mine.as_str())),
                ("theirs", arg(difference.theirs.as_str())),
            ];
            app.locale.tell(kept, &args)
        });
        if place == conflict.marker {
            body.mark(y);
        }
        body.put_unredacted(1, y, &pad(&app.locale.column(kind, difference.key), usize::from(label) - 1), QUIET);
        for (keep, text, x) in
            [(Keep::Mine, &difference.mine, label + 1), (Keep::Theirs, &difference.theirs, label + 1 + wide)]
        {
            let chosen = difference.keep == keep;
            let lines = wrap(text, column);
            body.put(x, y, if chosen { "✓" } else { " " }, STRONG);
            for (row, line) in (0..).zip(&lines) {
                body.put(x + 2, y + row, line, if chosen { PLAIN } else { QUIET });
            }
        }
        y = y.saturating_add(u16::try_from(rows(difference, column)).unwrap_or(u16::MAX));
    }
}

/// What it is about, and whose the columns are.
fn head(app: &Scene<'_>, conflict: &Conflict, body: &mut Canvas<'_>, (label, wide): (u16, u16)) {
    body.put_fit(1, 0, &conflict.form.about, label - 1, STRONG);
    body.put_unredacted(label + 3, 0, &app.locale.say("conflict-mine"), STRONG);
    body.put_unredacted(label + 3 + wide, 0, &app.locale.say("conflict-theirs"), STRONG);
}

/// Rows that a field takes.
fn rows(difference: &Difference, column: usize) -> usize {
    wrap(&difference.mine, column).len().max(wrap(&difference.theirs, column).len())
}
