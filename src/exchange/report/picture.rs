//! A chart of a report as a picture: SVG, black on white, told by hatching and never by colour, every figure beside its
//! bar. What is masked has no bar. Whoever has a screen reader is told the same as a sentence. A file of its own says
//! below what it counts and how much is missing.

use super::{Pictured, Told};
use crate::domain::report::{Cell, ChartKind};
use crate::exchange::xml::Xml;

/// How wide a picture is, in millimetres.
const WIDE: f64 = 180.0;

/// Where bars begin and end; what stands after them is their figure.
const LEFT: f64 = 62.0;
const RIGHT: f64 = 164.0;

/// A bar, and the room from one to the next.
const BAR: f64 = 5.0;
const STEP: f64 = 8.0;

/// Where the first bar stands, and the room below the last.
const TOP: f64 = 20.0;
const BELOW: f64 = 12.0;

/// How high a line is drawn.
const HIGH: f64 = 70.0;

/// A row of what is told below, and the signs that fit into one.
const ROW: f64 = 3.8;
const ROW_SIGNS: usize = 112;

/// The most signs of a label.
const SIGNS: usize = 34;

const BLACK: &str = "#000";
const GREY: &str = "#777";

/// One picture as a file; an empty one where there is nothing to draw.
pub(super) fn write(told: &Told) -> String {
    let mut xml = Xml::new();
    match told.charts.first() {
        Some(picture) => draw(&mut xml, picture, told, true),
        None => {
            let told_below = below(told);
            let high = 14.0 + ROW * number(told_below.len());
            xml.within("svg", &frame(high, told, true).attributes(), |xml| {
                xml.text("title", &[], &told.title);
                xml.text("desc", &[], &told.below.join(" "));
                words(xml, (4.0, 8.0), 4.4, "start", &told.title);
                rows(xml, 14.0, &told_below);
            });
        }
    }
    xml.finish()
}

/// What stands in the tag of a picture.
struct Frame(Vec<(&'static str, String)>);

impl Frame {
    fn attributes(&self) -> Vec<(&str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
}

fn frame(high: f64, told: &Told, is_file: bool) -> Frame {
    // A page has said already what it is.
    let above = if is_file { 0.0 } else { TOP - 4.0 };
    let mut all = vec![
        ("width", format!("{WIDE}mm")),
        ("height", format!("{}mm", mm(high - above))),
        ("viewBox", format!("0 {above} {WIDE} {}", mm(high - above))),
        ("role", "img".to_owned()),
        ("font-family", "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif".to_owned()),
    ];
    if is_file {
        all.insert(0, ("xmlns", "http://www.w3.org/2000/svg".to_owned()));
        all.push(("xml:lang", told.language.clone()));
    }
    Frame(all)
}

/// Draws a picture, as a file of its own or in a page.
pub(super) fn draw(xml: &mut Xml, picture: &Pictured, told: &Told, is_file: bool) {
    let bars: usize = picture.chart.points.iter().map(|point| 1 + usize::from(point.after.is_some())).sum();
    let drawn = match picture.chart.kind {
        ChartKind::Line => TOP + HIGH + BELOW + 8.0,
        _ => TOP + STEP * number(bars.max(1)) + BELOW,
    };
    // A page has its own place for it.
    let told_below = if is_file { below(told) } else { Vec::new() };
    let high = drawn + ROW * number(told_below.len());
    xml.within("svg", &frame(high, told, is_file).attributes(), |xml| {
        xml.text("title", &[], &format!("{}. {}", told.title, picture.title));
        let described =
            if is_file { format!("{}. {}", picture.sentence, told.below.join(" ")) } else { picture.sentence.clone() };
        xml.text("desc", &[], &described);
        hatching(xml);
        let wide = mm(WIDE);
        xml.empty("rect", &[("width", &wide), ("height", &mm(high)), ("fill", "#fff")]);
        if is_file {
            words(xml, (4.0, 7.0), 4.2, "start", &cut(&told.title, 84));
            words(xml, (4.0, 13.0), 3.4, "start", &picture.title);
        }
        if told.is_internal && is_file {
            words(xml, (WIDE - 4.0, 13.0), 3.4, "end", &cut(&told.disclosure, 40));
        }
        match picture.chart.kind {
            ChartKind::Line => line(xml, picture),
            ChartKind::Bars | ChartKind::BeforeAfter => draw_bars(xml, picture),
        }
        words(xml, (4.0, drawn - 4.0), 3.2, "start", &picture.sentence);
        rows(xml, drawn, &told_below);
    });
}

/// What a file says of itself below what it draws, in rows.
fn below(told: &Told) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for sentence in &told.below {
        let mut row = String::new();
        for word in sentence.split_whitespace() {
            if !row.is_empty() && row.chars().count() + 1 + word.chars().count() > ROW_SIGNS {
                all.push(std::mem::take(&mut row));
            }
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
        all.push(row);
    }
    all
}

fn rows(xml: &mut Xml, top: f64, rows: &[String]) {
    for (place, row) in rows.iter().enumerate() {
        words(xml, (4.0, top + ROW * number(place)), 2.8, "start", row);
    }
}

/// The hatching of what is after, or stands alone.
fn hatching(xml: &mut Xml) {
    let pattern = [("id", "hatch"), ("width", "1.6"), ("height", "1.6"), ("patternUnits", "userSpaceOnUse")];
    let turned = [&pattern[..], &[("patternTransform", "rotate(45)")]].concat();
    xml.within("defs", &[], |xml| {
        xml.within("pattern", &turned, |xml| {
            xml.empty(
                "line",
                &[("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "1.6"), ("stroke", BLACK), ("stroke-width", "0.9")],
            );
        });
    });
}

fn draw_bars(xml: &mut Xml, picture: &Pictured) {
    let top = f64::from(picture.chart.top().max(1));
    let mut y = TOP;
    let mut bar = |xml: &mut Xml, name: &str, cell: Cell, figure: &str, fill: &str| {
        let wide = (RIGHT - LEFT) * f64::from(cell.shown()) / top;
        words(xml, (LEFT - 2.0, y + 0.75 * BAR), 3.2, "end", &cut(name, SIGNS));
        if wide > 0.0 {
            let (x, at, wide, high) = (mm(LEFT), mm(y), mm(wide), mm(BAR));
            let place = [("x", x.as_str()), ("y", &at), ("width", &wide), ("height", &high)];
            let look = [("fill", fill), ("stroke", BLACK), ("stroke-width", "0.3")];
            xml.empty("rect", &[&place[..], &look[..]].concat());
        }
        words(xml, (LEFT + wide + 1.5, y + 0.75 * BAR), 3.2, "start", figure);
        y += STEP;
    };
    let (before, after) = picture.chart.periods.clone().unwrap_or_default();
    for ((point, label), (figure, later)) in picture.chart.points.iter().zip(&picture.labels).zip(&picture.figures) {
        let Some(then) = point.after else {
            bar(xml, label, point.cell, figure, "url(#hatch)");
            continue;
        };
        // Before is hollow, after is hatched; both say when.
        bar(xml, &format!("{} {before}", cut(label, SIGNS - 9)), point.cell, figure, "#fff");
        bar(xml, &after, then, later.as_deref().unwrap_or_default(), "url(#hatch)");
    }
    rule(xml, (LEFT, TOP - 1.5), (LEFT, y - 1.0), BLACK);
}

fn line(xml: &mut Xml, picture: &Pictured) {
    let (left, right, bottom) = (18.0, WIDE - 10.0, TOP + HIGH);
    let top = f64::from(picture.chart.top().max(1));
    let count = number(picture.chart.points.len().saturating_sub(1)).max(1.0);
    rule(xml, (left, TOP), (left, bottom), BLACK);
    rule(xml, (left, bottom), (right, bottom), BLACK);
    rule(xml, (left, TOP), (right, TOP), GREY);
    words(xml, (left - 2.0, bottom + 1.0), 3.0, "end", "0");
    words(xml, (left - 2.0, TOP + 1.0), 3.0, "end", &picture.chart.top().to_string());
    // Every so many labels have room.
    let every = picture.chart.points.len().div_ceil(9).max(1);
    let mut before: Option<(f64, f64)> = None;
    for (place, (point, label)) in picture.chart.points.iter().zip(&picture.labels).enumerate() {
        let x = left + (right - left) * number(place) / count;
        let figure = picture.figures.get(place).map_or("", |(figure, _)| figure.as_str());
        if place % every == 0 {
            words(xml, (x, bottom + 5.0), 3.0, "middle", label);
        }
        let Cell::Number(shown) = point.cell else {
            // No line goes over what is masked; its sign stands on the ground.
            words(xml, (x, bottom - 1.5), 3.4, "middle", figure);
            before = None;
            continue;
        };
        let y = bottom - HIGH * f64::from(shown) / top;
        if let Some(from) = before {
            rule(xml, from, (x, y), BLACK);
        }
        xml.empty("circle", &[("cx", &mm(x)), ("cy", &mm(y)), ("r", "0.9"), ("fill", BLACK)]);
        if place % every == 0 {
            words(xml, (x, y - 2.0), 3.0, "middle", figure);
        }
        before = Some((x, y));
    }
}

fn rule(xml: &mut Xml, from: (f64, f64), to: (f64, f64), colour: &str) {
    let places = [mm(from.0), mm(from.1), mm(to.0), mm(to.1)];
    let ends = [("x1", places[0].as_str()), ("y1", &places[1]), ("x2", &places[2]), ("y2", &places[3])];
    xml.empty("line", &[&ends[..], &[("stroke", colour), ("stroke-width", "0.4")]].concat());
}

fn words(xml: &mut Xml, (x, y): (f64, f64), size: f64, anchor: &str, text: &str) {
    let (x, y, size) = (mm(x), mm(y), mm(size));
    xml.text("text", &[("x", &x), ("y", &y), ("font-size", &size), ("text-anchor", anchor)], text);
}

/// A text of at most so many signs.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A length to a hundredth of a millimetre.
fn mm(length: f64) -> String {
    let text = format!("{length:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
