//! The measures of a map: the list of people first where there are few, then the figures with what they mean.

use crate::app::Scene;
use crate::domain::network::{Gap, Measures, gaps};
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{HEADING, PLAIN, QUIET};

/// Columns of a measure's name.
const NAME: usize = 26;

/// Draws the measures.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let Some(stored) = app.panes.network.shown() else { return };
    let (locale, scheme) = (&app.locale, app.scheme());
    let measures = Measures::of(&stored.value, scheme);
    let share = |share: Option<f64>| share.map_or_else(none, |share| format!("{:.0} %", share * 100.0));
    let figure = |figure: Option<f64>| figure.map_or_else(none, |figure| format!("{figure:.2}").replace('.', ","));
    let rows = [
        ("size", measures.size.to_string()),
        ("private_share", share(measures.private_share)),
        ("supportive_share", share(measures.supportive_share)),
        ("density", figure(measures.density)),
        ("components", measures.components.to_string()),
        ("isolates", measures.isolates.to_string()),
        ("effective_size", figure(measures.effective_size)),
        ("ei_index", figure(measures.ei_index)),
    ];
    let mut y = 0;
    body.put_unredacted(1, y, &locale.say("network-measures"), HEADING);
    for (key, value) in rows {
        y += 1;
        let x = body.put_unredacted(1, y, &pad(&locale.say(&format!("measure-{key}")), NAME), PLAIN);
        body.put(x, y, &value, PLAIN);
    }
    y += 1;
    let rings: Vec<String> = measures.by_ring.iter().map(|(ring, count)| format!("{ring}: {count}")).collect();
    let x = body.put_unredacted(1, y, &pad(&locale.say("measure-by_ring"), NAME), PLAIN);
    body.put(x, y, &rings.join("  "), PLAIN);
    y += 2;
    let open = gaps(&stored.value, scheme);
    if !open.is_empty() && y < body.height() {
        body.put_unredacted(1, y, &locale.say("network-questions"), HEADING);
        y += 1;
    }
    let room = usize::from(body.width().saturating_sub(2));
    let mut alone = Vec::new();
    let mut questions = Vec::new();
    for gap in &open {
        match gap {
            Gap::EmptySector(key) => {
                let name = scheme.sector(key).map(|sector| super::list::called(app, sector)).unwrap_or_default();
                questions.push(locale.tell("network-gap-sector", &[("sector", arg(name))]));
            }
            Gap::WithoutTie(key) => alone.extend(stored.value.person(*key).map(|person| person.name.clone())),
        }
    }
    if !alone.is_empty() {
        questions.push(locale.tell("network-gap-ties", &[("names", arg(alone.join(", ")))]));
    }
    for line in questions.iter().flat_map(|question| wrap(question, room)) {
        body.put(1, y, &line, QUIET);
        y += 1;
    }
}

fn none() -> String {
    "–".to_owned()
}
