//! A report as a chart, with the library's own: bars, a line, before and after. What is masked has no bar and says so;
//! every figure stands beside its bar, and a sentence tells the greatest and the least.

use ratatui::layout::Direction;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::text::Line as Words;
use ratatui::widgets::{Axis, Bar, BarChart, BarGroup, Chart as Lines, Dataset, GraphType, Widget};

use crate::app::Scene;
use crate::domain::report::{Cell, Chart, ChartKind};
use crate::locale::{Locale, arg};
use crate::ui::canvas::Canvas;
use crate::ui::text::{fit, pad, width, wrap};
use crate::ui::theme::{HEADING, PLAIN, QUIET};

/// The most columns that a label takes.
const WIDEST: usize = 28;

/// Draws a chart, around the point that is marked.
pub(super) fn draw(app: &Scene<'_>, chart: &Chart, marked: Option<usize>, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let columns = usize::from(body.width()).saturating_sub(2);
    body.put_fit(1, 0, &locale.chart_title(chart), u16::try_from(columns).unwrap_or(0), HEADING);
    let sentence = wrap(&locale.chart_sentence(chart), columns);
    let foot = u16::try_from(sentence.len()).unwrap_or(1);
    let height = body.height().saturating_sub(3 + foot);
    if body.is_in_lines() {
        return told(locale, chart, body);
    }
    let top = body.height().saturating_sub(foot);
    body.point(1, top);
    match chart.kind {
        ChartKind::Line => line(chart, &mut body.rows(2, height)),
        ChartKind::Bars | ChartKind::BeforeAfter => bars(locale, chart, marked, &mut body.rows(2, height)),
    }
    for (y, text) in (top..).zip(sentence) {
        body.put_unredacted(1, y, &text, PLAIN);
    }
}

/// In lines: the sentence, and every figure with its label.
fn told(locale: &Locale, chart: &Chart, body: &mut Canvas<'_>) {
    let (before, after) = chart.periods.clone().unwrap_or_default();
    let figure = |period: &str, cell: Cell| format!("{period} {}", locale.figure(cell)).trim().to_owned();
    let points = chart.points.iter().map(|point| {
        let figures = std::iter::once(figure(&before, point.cell)).chain(point.after.map(|cell| figure(&after, cell)));
        let figures: Vec<String> = figures.collect();
        format!("{}: {}", locale.figure_label(chart.along, &point.label), figures.join(", "))
    });
    for (y, text) in (2..body.height()).zip(std::iter::once(locale.chart_sentence(chart)).chain(points)) {
        body.put_unredacted(1, y, &text, PLAIN);
    }
}

fn value(cell: Cell) -> u64 {
    u64::from(cell.shown())
}

/// Which points have room, the marked one among them; a row is left to say so where not all have.
fn in_sight(chart: &Chart, marked: Option<usize>, height: u16) -> std::ops::Range<usize> {
    let count = chart.points.len();
    // Two bars a point, with a blank row between two points.
    let (each, blank) = if chart.kind == ChartKind::BeforeAfter { (2, 1) } else { (1, 0) };
    let fit = |rows: u16| usize::from((rows + blank) / (each + blank)).max(1);
    if count <= fit(height) {
        return 0..count;
    }
    let fit = fit(height.saturating_sub(1 + blank));
    let first = marked.unwrap_or(0).saturating_sub(fit - 1).min(count - fit.min(count));
    first..(first + fit).min(count)
}

fn bars(locale: &Locale, chart: &Chart, marked: Option<usize>, canvas: &mut Canvas<'_>) {
    let seen = in_sight(chart, marked, canvas.height());
    if let Some(at) = marked.filter(|at| seen.contains(at)) {
        let each = if chart.kind == ChartKind::BeforeAfter { 3 } else { 1 };
        canvas.mark(u16::try_from((at - seen.start) * each).unwrap_or(0));
    }
    if seen.len() < chart.points.len() {
        let args = [("from", arg(seen.start + 1)), ("to", arg(seen.end)), ("count", arg(chart.points.len()))];
        let told = locale.tell("chart-in-sight", &args);
        canvas.put_unredacted(1, canvas.height().saturating_sub(1), &told, QUIET);
    }
    let named: Vec<String> = chart.points.iter().map(|point| locale.figure_label(chart.along, &point.label)).collect();
    let label = named.iter().map(|name| width(name)).max().unwrap_or(0).min(WIDEST);
    let figures = chart.points.iter().flat_map(|point| [Some(point.cell), point.after]).flatten();
    let figure = figures.map(|cell| width(&locale.figure(cell))).max().unwrap_or(1);
    let (before, after) = chart.periods.clone().unwrap_or_default();
    let period = width(&before).max(width(&after));
    let bar = |name: &str, period_name: &str, cell: Cell| {
        let told = locale.figure(cell);
        let between = if period > 0 { format!(" {}", pad(period_name, period)) } else { String::new() };
        let blank = " ".repeat(figure.saturating_sub(width(&told)));
        let words = format!("{}{between} {blank}{told} ", pad(&fit(name, label), label));
        Bar::default().value(value(cell)).text_value(String::new()).label(Words::from(words)).style(PLAIN)
    };
    let groups: Vec<BarGroup<'_>> = chart
        .points
        .iter()
        .zip(&named)
        .skip(seen.start)
        .take(seen.len())
        .map(|(point, name)| {
            let first = bar(name, &before, point.cell);
            let second = point.after.map(|cell| bar("", &after, cell));
            BarGroup::default().bars(&std::iter::once(first).chain(second).collect::<Vec<_>>())
        })
        .collect();
    let gap = u16::from(chart.kind == ChartKind::BeforeAfter);
    let mut picture =
        BarChart::default().direction(Direction::Horizontal).bar_width(1).bar_gap(0).group_gap(gap).bar_style(PLAIN);
    picture = picture.label_style(PLAIN).max(u64::from(chart.top().max(1)));
    for group in groups {
        picture = picture.data(group);
    }
    let rows = canvas.height() - u16::from(seen.len() < chart.points.len());
    let wide = canvas.width().saturating_sub(2);
    let mut above = canvas.rows(0, rows);
    let mut inside = above.columns(1, wide);
    let (area, buffer) = inside.hand_over();
    picture.render(area, buffer);
}

fn line(chart: &Chart, canvas: &mut Canvas<'_>) {
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (place, point) in (0_u32..).zip(&chart.points) {
        match point.cell {
            Cell::Number(number) => {
                if let Some(run) = runs.last_mut() {
                    run.push((f64::from(place), f64::from(number)));
                }
            }
            // Nothing is drawn of what is masked, and no line over it.
            Cell::Masked | Cell::NotMeasured => runs.push(Vec::new()),
        }
    }
    let last = f64::from(u32::try_from(chart.points.len().saturating_sub(1)).unwrap_or(1)).max(1.0);
    let top = f64::from(chart.top().max(1));
    let runs: Vec<Vec<(f64, f64)>> = runs.into_iter().filter(|run| !run.is_empty()).collect();
    let sets = runs
        .iter()
        .map(|run| Dataset::default().marker(Marker::Dot).graph_type(GraphType::Line).style(PLAIN).data(run));
    let ends = [chart.points.first(), chart.points.last()];
    let ends: Vec<String> = ends.into_iter().flatten().map(|point| point.label.clone()).collect();
    let quiet: Style = QUIET;
    let across = Axis::default().bounds([0.0, last]).labels(ends).style(quiet);
    let up = Axis::default().bounds([0.0, top]).labels(["0".to_owned(), chart.top().to_string()]).style(quiet);
    let picture = Lines::new(sets.collect()).x_axis(across).y_axis(up);
    let mut inside = canvas.columns(1, canvas.width().saturating_sub(2));
    let (area, buffer) = inside.hand_over();
    picture.render(area, buffer);
}
