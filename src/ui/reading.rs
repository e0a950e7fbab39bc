//! A session to be read.

use super::canvas::Canvas;
use super::sessions::{sign, time};
use super::text::{pad, wrap};
use super::theme::{PLAIN, QUIET, STRONG};
use crate::app::App;
use crate::app::reading::Reading;

/// Columns of a label.
const LABEL: usize = 16;

/// Fields that the heading says already.
const IN_HEADING: [&str; 5] = ["start", "minutes", "mode", "kind", "outcome"];

/// Draws over the pane.
pub fn draw(app: &App, reading: &Reading, body: &mut Canvas<'_>) {
    body.clear();
    let locale = &app.locale;
    let session = reading.session();
    let heading = [
        sign(session.outcome).to_owned(),
        app.family_called(&reading.family.name, &reading.family.case_ref),
        locale.long_day(session.on),
        time(locale, session.start, session.minutes),
        locale.label(session.mode),
        locale.label(session.kind),
        locale.label(session.outcome),
    ];
    let heading: Vec<String> = heading.into_iter().filter(|word| !word.is_empty()).collect();
    body.put_fit(1, 0, &heading.join("  "), body.width().saturating_sub(2), STRONG);
    let room = usize::from(body.width().saturating_sub(3));
    let mut y = 2;
    for (key, text) in reading.fields.iter().filter(|(key, _)| !IN_HEADING.contains(key)) {
        let x = body.say(1, y, &pad(&locale.field(key), LABEL), QUIET);
        for line in wrap(text, room.saturating_sub(LABEL)) {
            body.put(x, y, &line, PLAIN);
            y += 1;
        }
    }
    y += 1;
    for line in reading.note.iter().skip(reading.top).flat_map(|line| wrap(line, room)) {
        body.put(1, y, &line, PLAIN);
        y += 1;
    }
    if reading.note.is_empty() {
        body.put(1, y, &locale.say("no-note"), QUIET);
    }
}
