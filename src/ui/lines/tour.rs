//! The tour told: which step, and what to write.

use crate::app::{Scene, Tour};
use crate::locale::arg;

/// What it asks for now; nothing where nobody is led.
pub fn tour(app: &Scene<'_>) -> Vec<String> {
    let Some(tour) = app.tour else { return Vec::new() };
    let Some(step) = tour.step() else { return vec![app.locale.say("lines-tour-over")] };
    let place = [("step", arg(tour.at + 1)), ("of", arg(Tour::STEPS))];
    vec![app.locale.tell("lines-tour-step", &place), app.locale.say(&format!("lines-tour-{}", step.name))]
}
