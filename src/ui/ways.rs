//! How one does what one does most.

use super::canvas::Canvas;
use super::jump::prompt;
use super::reading::more;
use super::theme::{HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::ways::{BESIDES, INDENT, Told, Ways, page};

/// Rows above the first way: the line, a blank one.
const TOP: u16 = 2;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, ways: &Ways, body: &mut Canvas<'_>) {
    body.clear();
    let told = ways.told(app.cx(), crate::app::list::columns(app.world.size));
    let room = usize::from(body.height()).saturating_sub(BESIDES).max(1);
    let page = page(&told, ways.marker, room);
    let indent = 1 + u16::try_from(INDENT).unwrap_or(0);
    let mut y = TOP;
    for (place, one) in (page.start..).zip(told.get(page.clone()).unwrap_or_default()) {
        if let Some(heading) = &one.heading {
            body.put_unredacted(1, y, heading, HEADING);
            y += 1;
        }
        body.row(y);
        body.put_unredacted(1, y, &one.title, STRONG);
        if place == ways.marker {
            body.mark(y);
        }
        y += 1;
        for row in &one.how {
            body.put(indent, y, row, PLAIN);
            y += 1;
        }
    }
    if told.is_empty() {
        body.put_unredacted(1, TOP, &app.locale.say("ways-nothing"), QUIET);
    }
    more(app, told.iter().skip(page.end).map(Told::rows).sum(), body);
    prompt("?", &ways.line, body);
}
