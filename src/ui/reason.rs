//! The line in which whoever reviews says why.

use super::canvas::Canvas;
use super::jump::prompt;
use super::theme::QUIET;
use crate::app::Scene;
use crate::app::layer::looked::reason::Reason;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, reason: &Reason, body: &mut Canvas<'_>) {
    body.clear();
    body.put_unredacted(1, 2, &app.locale.say("review-why"), QUIET);
    prompt("?", &reason.line, body);
}
