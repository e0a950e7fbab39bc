//! What is asked of whoever opens a family in an emergency: whom, and why.

use super::canvas::Canvas;
use super::jump::prompt;
use super::theme::{PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::glass::Glass;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, glass: &Glass, body: &mut Canvas<'_>) {
    body.clear();
    let say = |key: &str| app.locale.say(key);
    body.put_unredacted(1, 0, &say("glass-title"), STRONG);
    let room = body.height().saturating_sub(2);
    let mut fields = body.rows(2, room);
    for (y, key, line) in [(0, "glass-whom", &glass.whom), (3, "glass-why", &glass.why)] {
        fields.put_unredacted(1, y, &say(key), QUIET);
        if std::ptr::eq(line, glass.line()) {
            let rows = fields.height().saturating_sub(y + 1);
            prompt("›", line, &mut fields.rows(y + 1, rows));
        } else {
            fields.put_unredacted(3, y + 1, line.text(), PLAIN);
        }
    }
    fields.put_unredacted(1, 6, &say("glass-told"), QUIET);
}
