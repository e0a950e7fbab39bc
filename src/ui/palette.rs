//! The command palette.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::jump::prompt;
use super::text::pad;
use super::theme::{PLAIN, QUIET};
use crate::app::App;
use crate::app::palette::Palette;

/// Draws over the pane; gives the cursor's place.
pub fn draw(app: &App, palette: &Palette, body: &mut Canvas<'_>) -> Option<Position> {
    body.clear();
    let cursor = prompt(":", &palette.line, body);
    let page = usize::from(body.height().saturating_sub(2)).max(1);
    let top = palette.marker / page * page;
    for (y, (act, name)) in (2..body.height()).zip(palette.acts.iter().skip(top)) {
        let why = app.why_not(*act).map(|reason| app.locale.say(reason));
        let style = if why.is_some() { QUIET } else { PLAIN };
        let x = body.put(1, y, &pad(name, 38), style);
        let keys: Vec<String> = palette.keys(*act).iter().map(|key| (*key).to_owned()).collect();
        let x = body.put(x + 1, y, &pad(&keys.join(", "), 14), QUIET);
        if let Some(why) = why {
            body.put_fit(x + 1, y, &why, body.width().saturating_sub(x + 2), QUIET);
        }
    }
    if palette.acts.is_empty() {
        body.put(1, 2, &app.locale.say("jump-nothing"), QUIET);
    } else {
        body.mark(u16::try_from(palette.marker - top).unwrap_or(0) + 2);
    }
    Some(cursor)
}
