//! A family's folder: what is kept there, a line each.

use super::canvas::Canvas;
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use super::{reading, unfold};
use crate::app::Scene;
use crate::app::layer::folder::{ABOVE, FamilyFolder, Line};
use crate::app::list::Markable;

/// Columns of the day, with the blank after it.
const DAY: u16 = 10;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, folder: &FamilyFolder, body: &mut Canvas<'_>) {
    body.clear();
    title(app, "folder-title", &folder.called, body);
    let (top, lines) = folder.lines.shown();
    let height = body.height().saturating_sub(ABOVE);
    if folder.lines.lines.is_empty() {
        return reading::told(&app.locale.say("folder-nothing"), &mut body.rows(ABOVE - 1, height + 1));
    }
    let marked = folder.lines.current().map(|_| folder.lines.marker - top);
    unfold::draw(lines, marked, Line::is_markable, &mut body.rows(ABOVE, height), line);
}

/// What it is and whose, on the first row.
pub(super) fn title(app: &Scene<'_>, key: &str, (name, case_ref): &(String, String), body: &mut Canvas<'_>) {
    let mut words = vec![app.locale.say(key), app.family_called(name, case_ref)];
    words.extend(Some(case_ref.clone()).filter(|case_ref| *case_ref != words[1]));
    body.put_fit(1, 0, &words.join("  "), body.width().saturating_sub(2), STRONG);
}

fn line(line: &Line, canvas: &mut Canvas<'_>, y: u16) {
    let width = canvas.width();
    if line.is_heading {
        canvas.put_fit(1, y, &line.text, width.saturating_sub(2), HEADING);
        return;
    }
    if line.kept.is_none() {
        canvas.put_fit(3, y, &line.text, width.saturating_sub(4), QUIET);
        return;
    }
    canvas.put(1, y, line.sign, if line.sign == "!" { ALARM } else { PLAIN });
    canvas.put(3, y, &line.day, QUIET);
    let x = if line.day.is_empty() { 3 } else { 3 + DAY };
    canvas.put_fit(x, y, &line.text, width.saturating_sub(x + 1), PLAIN);
}
