//! The command palette.

use super::canvas::Canvas;
use super::jump::prompt;
use super::text::pad;
use super::theme::{PLAIN, QUIET};
use crate::app::Scene;
use crate::app::keys::Action;
use crate::app::layer::palette::Palette;

/// Columns below which a reason is not worth beginning.
const SHORTEST_REASON: u16 = 20;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, palette: &Palette, body: &mut Canvas<'_>) {
    body.clear();
    let page = usize::from(body.height().saturating_sub(2)).max(1);
    let top = palette.marker / page * page;
    for (y, (act, name)) in (2..body.height()).zip(palette.acts.iter().skip(top)) {
        let why = app.why_not(*act).map(|reason| app.locale.say(reason));
        let style = if why.is_some() { QUIET } else { PLAIN };
        body.row(y);
        let x = body.put_unredacted(1, y, &pad(name, 38), style);
        let key = palette.keys(*act).first().copied().unwrap_or_default();
        let x = body.put_unredacted(x + 1, y, &pad(key, 9), QUIET);
        let told = why.or_else(|| app.undo_sentence().filter(|_| *act == Action::Undo));
        if let Some(why) = told.filter(|_| body.width() > x + SHORTEST_REASON) {
            body.put_fit(x + 1, y, &why, body.width().saturating_sub(x + 2), QUIET);
        }
    }
    if palette.acts.is_empty() {
        body.put(1, 2, &app.locale.say("jump-nothing"), QUIET);
    } else {
        body.mark(u16::try_from(palette.marker - top).unwrap_or(0) + 2);
    }
    prompt(":", &palette.line, body);
}
