//! A question at the foot of the pane: what to know, and the answers with their keys.

use crate::app::visits::Pick;
use crate::ui::canvas::Canvas;
use crate::ui::text::{width, wrap};
use crate::ui::theme::{PLAIN, QUIET, STRONG};

/// Draws the question.
pub fn draw(pick: &Pick, body: &mut Canvas<'_>) {
    let room = usize::from(body.width().saturating_sub(4));
    let told: Vec<String> = pick.told.iter().flat_map(|line| wrap(line, room)).collect();
    let told = &told[..told.len().min(usize::from(body.height().saturating_sub(4)))];
    let answers = rows(pick, room);
    let needed = u16::try_from(2 + told.len() + answers.len()).unwrap_or(u16::MAX);
    let rows = needed.min(body.height());
    let mut canvas = body.rows(body.height() - rows, rows);
    canvas.clear();
    canvas.rule(0);
    canvas.put_fit(1, 1, &format!("? {}", pick.title), canvas.width().saturating_sub(2), STRONG);
    let mut y = 2;
    for line in told {
        canvas.put(3, y, line, QUIET);
        y += 1;
    }
    for row in answers {
        let mut x = 3;
        for place in row {
            let choice = &pick.choices[place];
            if pick.marker == Some(place) {
                canvas.put(x - 1, y, crate::ui::theme::MARK, crate::ui::theme::MARKER);
            }
            x = canvas.put(x, y, &choice.key.to_string(), STRONG);
            x = canvas.put(x + 1, y, &choice.label, PLAIN) + 3;
        }
        y += 1;
    }
}

/// The answers in rows: as many beside one another as have room.
fn rows(pick: &Pick, room: usize) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut used = 0;
    for (place, choice) in pick.choices.iter().enumerate() {
        let wide = width(&choice.label) + 5;
        match rows.last_mut() {
            Some(row) if used + wide <= room => row.push(place),
            _ => {
                rows.push(vec![place]);
                used = 0;
            }
        }
        used += wide;
    }
    rows
}
