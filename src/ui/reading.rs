//! Text that is read, in rows that are counted and broken once: a session, a visit's card, a record, help.

use super::canvas::Canvas;
use super::text::{pad, wrap_hanging};
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::list::{Look, Scroll, TextRow};
use crate::locale::arg;

/// Draws rows over the pane, from the first that is to be seen.
pub fn draw(app: &Scene<'_>, rows: &[TextRow], scroll: Scroll, body: &mut Canvas<'_>) {
    body.clear();
    let room = usize::from(body.height()).saturating_sub(1).max(1);
    body.point(1, 0);
    for (y, row) in (0..).zip(rows.iter().skip(scroll.top(rows.len(), room)).take(room)) {
        let (label, text) = match row.look {
            Look::Title => (QUIET, STRONG),
            Look::Heading => (QUIET, HEADING),
            Look::Text => (QUIET, PLAIN),
            Look::Quiet => (PLAIN, QUIET),
            Look::Alarm => (QUIET, ALARM),
        };
        if !row.label.is_empty() {
            body.put_unredacted(1, y, &pad(&row.label, row.indent), label);
        }
        body.put(1 + u16::try_from(row.indent).unwrap_or(0), y, &row.text, text);
    }
    more(app, scroll.below(rows.len(), room), body);
}

/// How much there is below, on the last row.
pub fn more(app: &Scene<'_>, below: usize, body: &mut Canvas<'_>) {
    if below > 0 {
        let more = app.locale.tell("rows-below", &[("rows", arg(below))]);
        body.put_right_unredacted(body.height().saturating_sub(1), &format!("▾ {more} "), QUIET);
    }
}

/// A text that stands where a pane has nothing to show yet.
pub fn told(text: &str, body: &mut Canvas<'_>) {
    let columns = usize::from(body.width().saturating_sub(2));
    let rows = text.lines().flat_map(|line| wrap_hanging(line, columns));
    for (y, row) in (1..body.height()).zip(rows) {
        body.put_unredacted(1, y, &row, PLAIN);
    }
    body.point(1, 1);
}
