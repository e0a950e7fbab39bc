//! The line one jumps by, and what it finds.

use super::canvas::Canvas;
use super::text::scrolled;
use super::theme::{PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::form::Line;
use crate::app::layer::jump::{Jump, Target};

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, jump: &Jump, body: &mut Canvas<'_>) {
    body.clear();
    for (y, target) in (2..body.height()).zip(&jump.hits) {
        body.row(y);
        match target {
            Target::Family(hit) => {
                let x = body.put(1, y, &body.cell(&body.hide(&hit.name), 23), PLAIN);
                let x = body.put(x, y, &body.cell(&hit.case_ref, 11), PLAIN);
                if let Some((_, name, role)) = &hit.person {
                    let who = format!("{}, {}", name.shown(app.setting()), app.locale.label(*role));
                    body.put_fit(x, y, &who, body.width().saturating_sub(x + 1), PLAIN);
                }
            }
            Target::Act(_, name) => _ = body.put_unredacted(1, y, &format!(": {name}"), QUIET),
        }
    }
    if jump.hits.is_empty() {
        let key = if jump.line.text().trim().is_empty() { "jump-hint" } else { "jump-nothing" };
        body.put_unredacted(1, 2, &app.locale.say(key), QUIET);
    } else {
        body.mark(u16::try_from(jump.marker).unwrap_or(0) + 2);
    }
    prompt("/", &jump.line, body);
}

/// A sign and a line being typed, with the cursor in it.
pub fn prompt(sign: &str, line: &Line, body: &mut Canvas<'_>) {
    body.put(1, 0, sign, STRONG);
    let (shown, at) = scrolled(line.text(), line.cursor(), usize::from(body.width().saturating_sub(4)));
    body.put_unredacted(3, 0, &shown, PLAIN);
    body.point(3 + u16::try_from(at).unwrap_or(0), 0);
}
