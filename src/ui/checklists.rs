//! Checklists: the lists at their times, and one of them with its lines.

use super::canvas::Canvas;
use super::folder::title as head;
use super::reading;
use super::text::wrap;
use super::theme::{HEADING, PLAIN, QUIET};
use crate::app::Scene;
use crate::app::layer::checklists::{Checklists, ListTime, phase, text, title, told};
use crate::app::layer::folder::ABOVE;
use crate::domain::codes::TickState;
use crate::locale::arg;

/// Columns of how many lines are dealt with.
const COUNT: u16 = 10;

/// Columns before the text of a line: margin, marker, sign.
const INDENT: u16 = 4;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, lists: &Checklists, body: &mut Canvas<'_>) {
    body.clear();
    head(app, "checklists-title", &lists.called, body);
    let height = body.height().saturating_sub(ABOVE);
    if lists.lists.is_empty() {
        return reading::told(&app.locale.say("checklists-nothing"), &mut body.rows(ABOVE - 1, height + 1));
    }
    let mut canvas = body.rows(ABOVE, height);
    match lists.open {
        Some((place, line)) => {
            if let (Some(one), Some(whom)) = (lists.lists.get(place), lists.whom.get(place)) {
                items(app, one, whom, line, &mut canvas);
            }
        }
        None => all(app, lists, &mut canvas),
    }
}

/// The list's title, whom it is about, the day that it counts from.
fn called(app: &Scene<'_>, one: &ListTime, whom: &str) -> String {
    let mut parts = vec![title(one, &app.locale)];
    parts.extend(Some(whom.to_owned()).filter(|whom| !whom.is_empty()));
    parts.push(match one.is_offer {
        true => app.locale.say("checklist-offer"),
        false => app.locale.date(one.time.on, app.world.today),
    });
    parts.join(" · ")
}

fn count(app: &Scene<'_>, one: &ListTime) -> String {
    let (done, of) = one.counted();
    app.locale.tell("checklist-count", &[("done", arg(done)), ("of", arg(of))])
}

fn all(app: &Scene<'_>, lists: &Checklists, canvas: &mut Canvas<'_>) {
    let skipped = (lists.marker + 1).saturating_sub(canvas.height().into());
    let width = canvas.width();
    let shown = lists.lists.iter().zip(&lists.whom).enumerate().skip(skipped);
    for (y, (place, (one, whom))) in (0..canvas.height()).zip(shown) {
        let (sign, style) = match one.counted() {
            (done, of) if done == of => ("✓", QUIET),
            _ if one.is_offer => (" ", QUIET),
            (0, _) => ("·", PLAIN),
            _ => ("…", PLAIN),
        };
        canvas.put_unredacted(2, y, sign, style);
        let room = width.saturating_sub(INDENT + COUNT + 2);
        canvas.put_fit(INDENT, y, &called(app, one, whom), room, style);
        canvas.put_right_unredacted(y, &format!("{} ", count(app, one)), QUIET);
        canvas.row(y);
        if place == lists.marker {
            canvas.mark(y);
        }
    }
}

/// A row of an open list.
struct Row {
    /// The line it begins, if it begins one.
    begins: Option<usize>,
    sign: &'static str,
    text: String,
    style: ratatui::style::Style,
}

/// The lines, each as long as it is; scrolled so that all of the marked one is seen.
fn items(app: &Scene<'_>, one: &ListTime, whom: &str, marker: usize, canvas: &mut Canvas<'_>) {
    let columns = usize::from(canvas.width().saturating_sub(INDENT + 1)).max(1);
    let mut rows: Vec<Row> = Vec::new();
    let (mut before, mut last) = (None, 0);
    for (place, item) in one.list.items.iter().enumerate() {
        if item.phase != before {
            before = item.phase;
            let text = item.phase.map(|part| app.locale.say(phase(part))).unwrap_or_default();
            rows.push(Row { begins: None, sign: "", text, style: HEADING });
        }
        let tick = one.tick(&item.key).map(|stored| &stored.value);
        let is_shown = item.is_shown(&one.shown);
        let (sign, style) = match tick.map(|tick| tick.state) {
            Some(TickState::Done) => ("✓", QUIET),
            Some(TickState::NotRelevant) => ("–", QUIET),
            None if is_shown => ("✓", QUIET),
            None => ("·", PLAIN),
        };
        let mut begins = Some(place);
        for text in wrap(text(item, &app.locale), columns) {
            let sign = if begins.is_some() { sign } else { "" };
            rows.push(Row { begins: begins.take(), sign, text, style });
        }
        let more = tick.map(|tick| told(tick, &app.locale, app.world.today));
        let more = more.or_else(|| is_shown.then(|| app.locale.say("checklist-shown")));
        rows.extend(more.map(|text| Row { begins: None, sign: "", text, style: QUIET }));
        if place == marker {
            last = rows.len();
        }
    }
    rows.push(Row { begins: None, sign: "", text: String::new(), style: QUIET });
    let source = app.locale.tell("checklist-source", &[("source", arg(one.list.source.as_str()))]);
    for text in wrap(&source, columns) {
        rows.push(Row { begins: None, sign: "", text, style: QUIET });
    }
    if marker + 1 == one.list.items.len() {
        last = rows.len();
    }
    canvas.put_fit(1, 0, &called(app, one, whom), canvas.width().saturating_sub(COUNT + 3), HEADING);
    canvas.put_right_unredacted(0, &format!("{} ", count(app, one)), QUIET);
    let mut canvas = canvas.rows(1, canvas.height().saturating_sub(1));
    let height = usize::from(canvas.height());
    let skipped = last.saturating_sub(height);
    for (y, row) in (0..canvas.height()).zip(rows.iter().skip(skipped)) {
        let x = if row.style == HEADING { 1 } else { INDENT };
        canvas.put_unredacted(2, y, row.sign, row.style);
        canvas.put(x, y, &row.text, row.style);
        if row.begins.is_some() {
            canvas.row(y);
        }
        if row.begins == Some(marker) {
            canvas.mark(y);
        }
    }
    let below = rows.len().saturating_sub(skipped + height);
    if below > 0 {
        reading::more(app, below, &mut canvas);
    }
}
