//! A question at the foot of the pane: what to know, and the answers with their keys.

use crate::app::Scene;
use crate::app::layer::question::{MARGIN, Question};
use crate::app::list::Look;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{PLAIN, QUIET, STRONG};

/// Draws the question.
pub fn draw(app: &Scene<'_>, question: &Question, body: &mut Canvas<'_>) {
    let columns = usize::from(body.width()).saturating_sub(MARGIN);
    let (told, answers) = (question.told_rows(columns), question.answer_rows(columns));
    let room = question.room(app.world.size);
    let shown = told.len().min(room);
    let needed = u16::try_from(1 + shown + answers.len()).unwrap_or(u16::MAX);
    let rows = needed.min(body.height());
    let mut canvas = body.rows(body.height() - rows, rows);
    canvas.clear();
    canvas.rule(0);
    let below = question.scroll.below(told.len(), room);
    if below > 0 {
        let more = app.locale.tell("rows-below", &[("rows", arg(below))]);
        canvas.put_right_unredacted(0, &format!(" ▾ {more} "), QUIET);
    }
    canvas.point(1, 1);
    let mut y = 1;
    // In lines the question itself is told as where one is.
    let told = if canvas.is_in_lines() { told.get(1..).unwrap_or_default() } else { &told };
    for row in told.iter().skip(question.scroll.top(told.len(), room)).take(shown) {
        let look = if row.look == Look::Title { STRONG } else { QUIET };
        canvas.put(1 + u16::try_from(row.indent).unwrap_or(0), y, &row.text, look);
        y += 1;
    }
    for row in answers {
        let mut x = 3;
        for (place, label) in row {
            let Some((place, choice)) = place.and_then(|place| Some((place, question.choices.get(place)?))) else {
                canvas.put(x + 2, y, &label, PLAIN);
                continue;
            };
            if question.marker == Some(place) {
                canvas.mark_at(x - 1, y);
            }
            x = canvas.put(x, y, &choice.key.to_string(), STRONG);
            x = canvas.put(x + 1, y, &label, PLAIN) + 3;
        }
        y += 1;
    }
}
