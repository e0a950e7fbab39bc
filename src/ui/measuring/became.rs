//! A measurement that was made: the questions and answers, and under an answer what it may become.

use crate::app::Scene;
use crate::app::layer::measuring::{Became, Offer, Row};
use crate::domain::measurement::Outcome;
use crate::ui::canvas::Canvas;
use crate::ui::text::width;
use crate::ui::theme::{ALARM, DONE, PLAIN, QUIET, STRONG};

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, layer: &Became, body: &mut Canvas<'_>) {
    body.clear();
    let columns = body.width().saturating_sub(2);
    body.put_fit(1, 0, &layer.title, columns, STRONG);
    body.put_fit(1, 1, &layer.how, columns, QUIET);
    let height = usize::from(body.height().saturating_sub(3));
    let top = (layer.marker + 1).saturating_sub(height.max(1));
    let mut list = body.rows(3, u16::try_from(height).unwrap_or(0));
    let questions = (columns / 2).min(60);
    for (y, (place, row)) in (0..list.height()).zip(layer.rows.iter().enumerate().skip(top)) {
        match row {
            Row::Answer(question, answer, is_alert) => {
                list.put_fit(3, y, question, questions, QUIET);
                let style = if *is_alert { ALARM } else { PLAIN };
                let text = if *is_alert { format!("! {answer}") } else { answer.clone() };
                let left = questions + 5;
                list.put_fit(left, y, &text, columns.saturating_sub(left), style);
            }
            Row::Becomes(Offer { outcome, what, is_there, .. }) => {
                let (sign, style) = if *is_there { ("✓", DONE) } else { ("→", STRONG) };
                let kind = app.locale.say(match outcome {
                    Outcome::Goal => "becomes-goal",
                    Outcome::Wish => "becomes-wish",
                    Outcome::Gap => "becomes-gap",
                    Outcome::ChildWord => "becomes-child-word",
                    Outcome::Task => "becomes-task",
                    Outcome::TaskOrReferral => "becomes-task-or-referral",
                });
                let end = 6 + u16::try_from(width(&kind)).unwrap_or(0);
                list.put_unredacted(5, y, &format!("{sign} {kind}"), style);
                let room = columns.saturating_sub(end + 3);
                list.put_fit(end + 3, y, what, room, PLAIN);
            }
        }
        list.row(y);
        if place == layer.marker {
            list.mark(y);
        }
    }
}
