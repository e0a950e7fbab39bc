//! Measuring: the questions answered above, the one at hand in the middle, what may be answered beside it, and nothing
//! else.

pub mod became;
pub mod trends;
pub mod words;

use super::canvas::Canvas;
use super::text::{scrolled, width, wrap};
use super::theme::{ALARM, DONE, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::measuring::Measuring;
use crate::domain::codes::Rater;
use crate::domain::measurement::{Beside, Held, Item, ItemKind};
use crate::locale::arg;

/// Columns of what may be answered.
const ANSWERS: u16 = 30;

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, layer: &Measuring, body: &mut Canvas<'_>) {
    body.clear();
    if body.is_in_lines() {
        return in_lines(app, layer, body);
    }
    head(app, layer, &mut body.rows(0, 1));
    let height = body.height().saturating_sub(2);
    let left = body.width().saturating_sub(ANSWERS + 1);
    let mut below = body.rows(2, height);
    answers(app, layer, &mut below.columns(left, ANSWERS));
    questions(app, layer, &mut below.columns(0, left));
}

fn head(app: &Scene<'_>, layer: &Measuring, row: &mut Canvas<'_>) {
    let locale = &app.locale;
    let asked = layer.asked();
    let at = asked.iter().position(|place| *place == layer.at).map_or(0, |at| at + 1);
    let title = [locale.of_instrument(&layer.instrument), layer.called.clone(), locale.of_questions(at, asked.len())];
    let end = row.put(1, 0, &title.join(" · "), STRONG);
    let mut how = vec![locale.label(layer.measured.rater)];
    how.extend(layer.measured.way.map(|way| locale.label(way)));
    let how = how.join(" · ");
    let room = usize::from(row.width().saturating_sub(end + 3));
    if width(&how) <= room {
        row.put_right_unredacted(0, &format!("{how} "), QUIET);
    }
}

/// In lines: the question at hand, what is answered, and what may be.
fn in_lines(app: &Scene<'_>, layer: &Measuring, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let Some(item) = layer.item() else { return };
    let asked = layer.asked();
    let at = asked.iter().position(|place| *place == layer.at).map_or(0, |at| at + 1);
    let mut lines: Vec<String> = Vec::new();
    if at <= 1 {
        lines.extend(locale.introduction(&layer.instrument));
    }
    lines.push(format!("{}: {}", locale.of_questions(at, asked.len()), locale.of_item(item)));
    let answer = layer.measured.answer(&item.key);
    let told = answer.map(|answer| locale.of_answer(&layer.instrument, item, answer));
    lines.extend(told.map(|told| locale.tell("lines-answered", &[("answer", arg(told))])));
    if let Some(Held::Step(step)) = answer.map(|answer| Held::of(item, answer))
        && layer.measured.rater == Rater::Person
        && let Some(alert) = item.alert.as_ref().filter(|alert| step <= alert.at_most)
    {
        lines.push(format!("! {}", locale.of_alert(alert)));
    }
    let may: Vec<String> =
        may_be(app, layer, item).into_iter().map(|(key, label, _)| format!("{key} {label}")).collect();
    lines.push(may.join(", "));
    for (y, line) in (0..body.height()).zip(lines) {
        body.put(1, y, &line, PLAIN);
    }
}

/// The questions above with their answers, and the one at hand in the middle.
fn questions(app: &Scene<'_>, layer: &Measuring, canvas: &mut Canvas<'_>) {
    let asked = layer.asked();
    let at = asked.iter().position(|place| *place == layer.at).unwrap_or(0);
    let columns = canvas.width().saturating_sub(9);
    let middle = canvas.height() / 2;
    let before = asked.iter().take(at).rev();
    for (y, place) in (0..middle).rev().zip(before) {
        let item = &layer.instrument.items[*place];
        canvas.put_fit(3, y, &app.locale.of_item(item), columns, QUIET);
        let (sign, style) = sign(app, layer, item);
        canvas.put_unredacted(3 + columns + 2, y, &sign, style);
    }
    if at == 0
        && let Some(introduction) = app.locale.introduction(&layer.instrument)
    {
        for (y, row) in (0..middle.saturating_sub(1)).zip(wrap(&introduction, columns.into())) {
            canvas.put_unredacted(3, y, &row, QUIET);
        }
    }
    let Some(item) = layer.item() else { return };
    let rows = wrap(&app.locale.of_item(item), columns.into());
    let last = middle + u16::try_from(rows.len()).unwrap_or(1).saturating_sub(1);
    for (y, row) in (middle..canvas.height()).zip(&rows) {
        canvas.put(3, y, row, STRONG);
    }
    let (sign, style) = sign(app, layer, item);
    canvas.put_unredacted(3 + columns + 2, middle, &sign, style);
    canvas.mark(middle);
    if item.kind == ItemKind::Text {
        words(app, layer, item, last + 1, canvas);
    }
    if let Some(Held::Step(step)) = layer.measured.answer(&item.key).map(|answer| Held::of(item, answer))
        && layer.measured.rater == Rater::Person
        && let Some(alert) = item.alert.as_ref().filter(|alert| step <= alert.at_most)
    {
        canvas.put_fit(3, last + 1, &format!("! {}", app.locale.of_alert(alert)), columns, ALARM);
    }
}

/// The line of an answer in own words, or the words that stand there.
fn words(app: &Scene<'_>, layer: &Measuring, item: &Item, y: u16, canvas: &mut Canvas<'_>) {
    let columns = usize::from(canvas.width().saturating_sub(6));
    match &layer.writing {
        Some(line) => {
            let (shown, at) = scrolled(line.text(), line.cursor(), columns);
            canvas.put_unredacted(3, y, &shown, PLAIN);
            canvas.point(3 + u16::try_from(at).unwrap_or(0), y);
        }
        None => {
            let answer = layer.measured.answer(&item.key).unwrap_or_default();
            let text = app.locale.of_answer(&layer.instrument, item, answer);
            for (row, line) in (y..canvas.height()).zip(wrap(&text, columns.max(1))) {
                canvas.put(3, row, &line, PLAIN);
            }
        }
    }
}

/// The sign of an answer beside its question.
fn sign(app: &Scene<'_>, layer: &Measuring, item: &Item) -> (String, ratatui::style::Style) {
    let Some(answer) = layer.measured.answer(&item.key) else { return ("_".to_owned(), QUIET) };
    let is_alert = |step: i64| {
        layer.measured.rater == Rater::Person && item.alert.as_ref().is_some_and(|alert| step <= alert.at_most)
    };
    match Held::of(item, answer) {
        Held::Beside(Beside::Unknown) => (app.locale.say("sign-unknown"), PLAIN),
        Held::Beside(Beside::DidNotWant) => ("–".to_owned(), PLAIN),
        Held::Beside(Beside::NotRelevant) => (app.locale.say("sign-not-relevant"), PLAIN),
        Held::Step(step) if is_alert(step) => (format!("{step} !"), ALARM),
        Held::Step(step) => (step.to_string(), PLAIN),
        Held::Chosen(keys) => {
            let place = |key: &&str| item.options.iter().position(|option| option.key == **key);
            let digits = keys.iter().filter_map(place).map(|place| ((place + 1) % 10).to_string());
            (digits.collect::<Vec<_>>().join(" "), PLAIN)
        }
        Held::Words(_) => ("✓".to_owned(), DONE),
    }
}

/// What may be answered to the question at hand.
fn answers(app: &Scene<'_>, layer: &Measuring, canvas: &mut Canvas<'_>) {
    let Some(item) = layer.item() else { return };
    let rows = may_be(app, layer, item);
    let locale = &app.locale;
    let mut y = 0;
    for (key, label, is_chosen) in &rows {
        let room = usize::from(canvas.width()).saturating_sub(width(key) + 4).max(1);
        let texts = wrap(label, room);
        for (place, text) in texts.into_iter().enumerate() {
            if y >= canvas.height() {
                let more = locale.tell("measuring-more", &[("key", arg(key.as_str()))]);
                return canvas.put_right_unredacted(canvas.height().saturating_sub(1), &more, QUIET);
            }
            let style = if *is_chosen { STRONG } else { PLAIN };
            if place == 0 {
                canvas.put_unredacted(0, y, if *is_chosen { "✓" } else { " " }, DONE);
                canvas.put_unredacted(1, y, key, QUIET);
            }
            canvas.put_unredacted(2 + u16::try_from(width(key)).unwrap_or(1), y, &text, style);
            y += 1;
        }
    }
}

/// What may be answered to a question: the key, the words, whether it is what stands there.
fn may_be(app: &Scene<'_>, layer: &Measuring, item: &Item) -> Vec<(String, String, bool)> {
    let locale = &app.locale;
    let mut rows: Vec<(String, String, bool)> = Vec::new();
    let held = layer.measured.answer(&item.key).map(|answer| Held::of(item, answer));
    match item.kind {
        ItemKind::Scale => {
            for step in layer.instrument.scale.iter().flat_map(|scale| scale.steps()) {
                let label = locale.of_step(&layer.instrument, step).unwrap_or_default();
                rows.push((step.to_string(), label, held == Some(Held::Step(step))));
            }
        }
        ItemKind::Choice | ItemKind::Many => {
            for (place, option) in item.options.iter().enumerate() {
                let is = matches!(&held, Some(Held::Chosen(keys)) if keys.contains(&option.key.as_str()));
                rows.push((((place + 1) % 10).to_string(), locale.of_choice(option), is));
            }
        }
        ItemKind::Text => rows.push(("Enter".to_owned(), locale.say("measuring-write"), false)),
    }
    for (key, beside) in [("v", Beside::Unknown), ("-", Beside::DidNotWant), ("e", Beside::NotRelevant)] {
        let always = beside != Beside::NotRelevant || layer.instrument.scoring.beside.contains(&beside);
        if always {
            rows.push((key.to_owned(), locale.beside(beside), held == Some(Held::Beside(beside))));
        }
    }
    rows
}
