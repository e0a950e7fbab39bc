//! A hand-over sheet: rows of a width, for the screen and for paper, and the sheet on the screen.

use std::borrow::Cow;

use ratatui::style::Style;

use super::canvas::Canvas;
use super::text::{pad, wrap};
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::handover::{ABOVE, ASIDE, HandOver, INDENT, Line, Part, Sheet, Weight};
use crate::app::layout::WIDE;

/// A row: the sign, and what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    sign: (&'static str, Style),
    text: String,
    style: Style,
}

impl Row {
    fn of(text: impl Into<String>, style: Style) -> Self {
        Self { sign: ("", PLAIN), text: text.into(), style }
    }

    /// The row on paper.
    pub fn plain(&self) -> String {
        let row = if self.sign.0.is_empty() { self.text.clone() } else { format!("{} {}", self.sign.0, self.text) };
        row.trim_end().to_owned()
    }
}

/// What may be shown of a text.
type Hide<'a> = &'a dyn Fn(&str) -> String;

/// The rows of a sheet without its notes: about the family, what is to be done, what there is nothing of.
pub fn rows(sheet: &Sheet, columns: usize, hide: Hide<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = sheet.about.iter().flat_map(|line| aside(line, columns, hide)).collect();
    for part in &sheet.parts {
        rows.extend(rows_of(part, columns, hide));
    }
    if !sheet.nothing.is_empty() {
        rows.push(Row::of("", PLAIN));
        rows.extend(wrap(&sheet.nothing, columns).into_iter().map(|text| Row::of(text, QUIET)));
    }
    rows
}

/// The rows of the notes.
pub fn notes(sheet: &Sheet, columns: usize, hide: Hide<'_>) -> Vec<Row> {
    sheet.notes.iter().flat_map(|part| rows_of(part, columns, hide)).collect()
}

fn aside(line: &Line, columns: usize, hide: Hide<'_>) -> Vec<Row> {
    if line.weight == Weight::Quiet {
        return wrap(&hide(&line.text), columns).into_iter().map(|text| Row::of(text, QUIET)).collect();
    }
    let texts = wrap(&hide(&line.text), columns.saturating_sub(ASIDE));
    let sign = |first: bool| if first { sign(line.weight) } else { (" ", PLAIN) };
    let row = |(place, text)| Row { sign: sign(place == 0), text, style: style(line.weight) };
    texts.into_iter().enumerate().map(row).collect()
}

/// A blank row, the part's name, its lines: days one under the other, times one under the other, then the words.
fn rows_of(part: &Part, columns: usize, hide: Hide<'_>) -> Vec<Row> {
    let mut rows = vec![Row::of("", PLAIN), Row::of(part.title.as_str(), HEADING)];
    let times = part.time_columns();
    for line in &part.lines {
        let before = format!("{}{}", pad(&line.day, INDENT - ASIDE), pad(&line.time, times));
        let mut before = Some(before);
        for text in wrap(&hide(&line.text), columns.saturating_sub(INDENT + times)) {
            let (sign, before) = match before.take() {
                Some(before) => (sign(line.weight), before),
                None => ((" ", PLAIN), " ".repeat(INDENT - ASIDE + times)),
            };
            rows.push(Row { sign, text: format!("{before}{text}"), style: style(line.weight) });
        }
    }
    rows
}

fn sign(weight: Weight) -> (&'static str, Style) {
    (weight.sign(), if weight == Weight::Alarm { ALARM } else { PLAIN })
}

fn style(weight: Weight) -> Style {
    match weight {
        Weight::Quiet | Weight::Past => QUIET,
        Weight::Alarm | Weight::Missing | Weight::Ahead | Weight::Text => PLAIN,
    }
}

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, open: &HandOver, body: &mut Canvas<'_>) {
    body.clear();
    let (columns, height) = crate::app::layer::handover::room(app.world.size);
    let sheet = &open.sheet;
    let hide = |text: &str| body.hide(text).into_owned();
    let (first, second) = (rows(sheet, columns, &hide), notes(sheet, columns, &hide));
    let (left, right) = if body.width() >= WIDE {
        // Beside the rest no blank row stands above the notes.
        (first, second.into_iter().skip(1).collect())
    } else {
        (first.into_iter().chain(second).collect(), Vec::new())
    };
    title(app, sheet, body);
    let longest = left.len().max(right.len());
    let top = open.scroll.top(longest, height.into());
    body.point(1, ABOVE);
    let x = u16::try_from(columns + 2).unwrap_or(u16::MAX);
    put(&left, top, &mut body.rows(ABOVE, height).columns(0, x));
    put(&right, top, &mut body.rows(ABOVE, height).columns(x, x));
    let below = longest.saturating_sub(top + usize::from(height));
    if below > 0 {
        let more = app.locale.tell("rows-below", &[("rows", crate::locale::arg(below))]);
        body.put_right_unredacted(0, &format!("{more} "), QUIET);
    }
}

fn title(app: &Scene<'_>, sheet: &Sheet, body: &mut Canvas<'_>) {
    let (name, case_ref) = &sheet.family;
    let mut words = vec![app.locale.say(sheet.title), app.family_called(name, case_ref)];
    words.extend(Some(case_ref.clone()).filter(|case_ref| *case_ref != words[1]));
    let title: Cow<'_, str> = words.join("  ").into();
    body.put_fit(1, 0, &title, body.width().saturating_sub(2), STRONG);
}

fn put(rows: &[Row], top: usize, canvas: &mut Canvas<'_>) {
    for (y, row) in (0..canvas.height()).zip(rows.iter().skip(top)) {
        if row.sign.0.is_empty() {
            canvas.put(1, y, &row.text, row.style);
        } else {
            canvas.put(1, y, row.sign.0, row.sign.1);
            canvas.put(3, y, &row.text, row.style);
        }
    }
}
