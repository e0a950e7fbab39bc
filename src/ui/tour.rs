//! The tour at the foot of the screen: which step, what to do, with which keys.

use super::canvas::Canvas;
use super::text::wrap;
use super::theme::{PLAIN, STRONG};
use crate::app::keys::{Action, Scope, rows};
use crate::app::layer::help::sign_of;
use crate::app::{Scene, Tour};
use crate::locale::arg;

/// Draws it.
pub fn draw(app: &Scene<'_>, tour: &Tour, canvas: &mut Canvas<'_>) {
    canvas.rule(0);
    let skip = key_of((Scope::Tour, Action::SkipStep));
    let quit = key_of((Scope::Everywhere, Action::Quit));
    let (title, told) = match tour.step() {
        Some(step) => {
            let title =
                [("step", arg(tour.at + 1)), ("of", arg(Tour::STEPS)), ("skip", arg(skip)), ("quit", arg(quit))];
            let keys: Vec<&str> = step.keys.iter().map(|key| key_of(*key)).collect();
            let key = |place: usize| arg(keys.get(place).copied().unwrap_or_default());
            let told = app.locale.tell(&format!("tour-{}", step.name), &[("key", key(0)), ("then", key(1))]);
            (app.locale.tell("tour-step", &title), told)
        }
        None => (app.locale.say("tour-over"), app.locale.tell("tour-end", &[("quit", arg(quit))])),
    };
    canvas.put(1, 0, &format!(" {title} "), STRONG);
    let room = usize::from(canvas.width()).saturating_sub(2);
    for (row, line) in (1..canvas.height()).zip(wrap(&told, room)) {
        canvas.put(1, row, &line, PLAIN);
    }
}

/// The first key of an action where it means that.
fn key_of((scope, act): (Scope, Action)) -> &'static str {
    let row = rows(&[scope]).find(|row| row.act == act);
    row.and_then(|row| row.keys.first()).map_or("", |key| sign_of(key))
}
