//! Help, made from the table of actions: what can be done here, with which keys.

use super::canvas::Canvas;
use super::keys::signs_of;
use super::text::{fit, pad};
use super::theme::{HEADING, PLAIN, QUIET};
use crate::app::App;
use crate::app::help::Help;

/// Draws over the pane.
pub fn draw(app: &App, help: &Help, body: &mut Canvas<'_>) {
    body.clear();
    let about = format!("help-{:?}", help.scope).to_lowercase();
    let room = usize::from(body.width().saturating_sub(2));
    body.say(1, 0, &fit(&app.locale.say(&about), room), HEADING);
    for (y, binding) in (1..body.height()).zip(help.rows.iter().skip(help.top)) {
        let works = |keys: &&&str| crate::app::help::works(&help.scopes, binding.act, keys);
        let keys: Vec<&str> = binding.keys.iter().filter(works).copied().collect();
        let x = body.say(2, y, &pad(&signs_of(&keys), 22), PLAIN);
        let words = app.locale.say(&format!("do-{}", binding.act.name()));
        body.say(x + 1, y, &fit(&words, usize::from(body.width().saturating_sub(x + 2))), QUIET);
    }
}
