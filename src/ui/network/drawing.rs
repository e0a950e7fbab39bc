//! A map being drawn: the circle, the line for whoever comes to mind, and what it means or what is chosen.

use super::circle::{Eye, paint};
use crate::app::Scene;
use crate::app::layer::drawing::{Drawing, Focus};
use crate::app::list::Scroll;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{column_of, scrolled, wrap};
use crate::ui::theme::{ALARM, FAULTY, PLAIN, QUIET, STRONG};

/// Rows at the foot: a rule, the line, what it means.
const ROWS: u16 = 3;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, drawing: &Drawing, body: &mut Canvas<'_>) {
    body.clear();
    let room = body.height().saturating_sub(ROWS);
    let eye = Eye { chosen: drawing.chosen, other: drawing.other, change: None };
    let mut upper = body.rows(0, room);
    match (&drawing.bands, &drawing.circle) {
        _ if upper.is_in_lines() => {
            super::list::people(app, &drawing.map, drawing.chosen, Scroll::default(), &mut upper);
        }
        (Some(bands), _) => super::bands::paint(app, &drawing.map, bands, eye, Scroll::default(), &mut upper),
        (None, Some(circle)) => paint(&drawing.map, circle, eye, &mut upper),
        (None, None) => super::list::people(app, &drawing.map, drawing.chosen, Scroll::default(), &mut upper),
    }
    let mut foot = body.rows(room, ROWS);
    foot.rule(0);
    match drawing.focus {
        Focus::Line => line(app, drawing, &mut foot),
        Focus::Asking => {
            let question = drawing.tie_question(app).unwrap_or_default();
            foot.put_fit(1, 1, &format!("? {question}"), foot.width().saturating_sub(2), STRONG);
            foot.point(1, 1);
        }
        Focus::Circle | Focus::Tying => chosen(app, drawing, &mut foot),
    }
}

fn line(app: &Scene<'_>, drawing: &Drawing, foot: &mut Canvas<'_>) {
    foot.put(1, 1, "+", STRONG);
    let room = usize::from(foot.width().saturating_sub(4));
    let text = drawing.line.text();
    let (shown, at) = scrolled(text, drawing.line.cursor(), room);
    foot.put_unredacted(3, 1, &shown, PLAIN);
    if let Some(reading) = &drawing.reading {
        for part in reading.parts.iter().filter(|part| part.fault().is_some()) {
            if let Some(words) = text.get(part.span.clone()).filter(|_| shown == text) {
                let column = column_of(text, text[..part.span.start].chars().count());
                foot.put_unredacted(3 + u16::try_from(column).unwrap_or(0), 1, words, FAULTY);
            }
        }
    }
    let (told, look) = match &drawing.reading {
        None => {
            let offered: Vec<&str> = drawing.offered().take(9).collect();
            let text = if offered.is_empty() {
                app.locale.say("network-hint")
            } else {
                app.locale.tell("network-offered", &[("names", arg(offered.join(" · ")))])
            };
            (text, QUIET)
        }
        Some(reading) => match app.locale.network_fault(text, reading) {
            Some(fault) => (fault, ALARM),
            None => (app.locale.network_line(reading, app.scheme()), QUIET),
        },
    };
    let told = wrap(&told, room).into_iter().next().unwrap_or_default();
    foot.put(3, 2, &told, look);
    foot.point(3 + u16::try_from(at).unwrap_or(0), 1);
}

/// What is told of the chosen person.
fn chosen(app: &Scene<'_>, drawing: &Drawing, foot: &mut Canvas<'_>) {
    let locale = &app.locale;
    let Some(person) = drawing.chosen.and_then(|key| drawing.map.person(key)) else { return };
    let mut words = vec![person.name.clone()];
    words.extend(person.role.clone().filter(|role| *role != person.name));
    words.extend(app.scheme().sector(&person.sector).map(|sector| super::list::called(app, sector)));
    words.push(locale.tell("network-ring", &[("ring", arg(u32::from(person.ring)))]));
    words.extend(person.relation.map(|relation| locale.label(relation)));
    words.extend(person.direction.map(|direction| locale.label(direction)));
    words.extend(person.kinds.iter().map(|kind| locale.label(*kind)));
    words.extend(person.often.map(|often| locale.label(often)));
    words.push(locale.label(person.sphere(app.scheme())));
    foot.put_fit(1, 1, &words.join(" · "), foot.width().saturating_sub(2), STRONG);
    let under = match drawing.focus {
        Focus::Tying => {
            let other = drawing.other.and_then(|key| drawing.map.person(key)).map_or("", |other| other.name.as_str());
            let known = drawing.other.is_some_and(|other| drawing.map.are_tied(person.key, other));
            let key = if known { "network-untie" } else { "network-tie" };
            locale.tell(key, &[("one", arg(person.name.as_str())), ("other", arg(other))])
        }
        _ => locale.tell("network-keys", &[("left", arg(drawing.unasked()))]),
    };
    foot.put_fit(1, 2, &under, foot.width().saturating_sub(2), QUIET);
}
