//! A report as a table: its rows, its totals, what is missing, and what is told below. The marked figure stands in
//! brackets.

use crate::app::Scene;
use crate::app::pane::reports::below::Tone;
use crate::app::pane::reports::rows::Line;
use crate::app::pane::reports::{NAMES, Reports};
use crate::domain::report::{Cell, Figures};
use crate::locale::{Locale, arg};
use crate::ui::canvas::Canvas;
use crate::ui::text::{fit, width, wrap};
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};

/// The most columns of the screen that the name of a column takes, and one word of it, which is not broken for a letter
/// or two; more where there are many.
const WIDEST: usize = 11;
const WIDEST_WORD: usize = 14;
const WIDEST_OF_MANY: usize = 19;
const MANY: usize = 100;

/// Columns of the screen between two columns: a blank, and room for the brackets.
const BETWEEN: usize = 2;

/// The columns that have room, and how wide each is.
struct Layout {
    label: usize,
    widths: Vec<usize>,
    first: usize,
}

impl Layout {
    fn of(locale: &Locale, figures: &Figures, column: usize, room: usize) -> Self {
        let labels = figures.lines().map(|(label, _)| width(&locale.figure_label(figures.by, label)));
        let label = labels.chain([width(&locale.axis(figures.by))]).max().unwrap_or(0);
        let wide = |(place, name): (usize, &String)| {
            let cells = figures.lines().filter_map(|(_, cells)| cells.get(place));
            let cell = cells.map(|cell| width(&locale.figure(*cell))).max().unwrap_or(1);
            let name = locale.figure_label(figures.across, name);
            let words = name.split(' ').map(width).filter(|wide| *wide <= WIDEST_WORD);
            let least = words.max().unwrap_or(0).max(width(&name).min(WIDEST));
            cell.max(if room < MANY { least } else { width(&name).min(WIDEST_OF_MANY) }).max(3)
        };
        let widths: Vec<usize> = figures.columns.iter().enumerate().map(wide).collect();
        // A third, or whatever the columns leave.
        let columns: usize = widths.iter().map(|wide| wide + BETWEEN).sum();
        let label = label.min((room / 3).max(12).max(room.saturating_sub(columns + 2)));
        let left = room.saturating_sub(label + 2);
        let fits = |first: &usize| {
            let used: usize = widths.iter().take(column + 1).skip(*first).map(|wide| wide + BETWEEN).sum();
            used <= left
        };
        // The first from which the marked one is in sight.
        let first = (0..=column).find(fits).unwrap_or(column);
        Self { label, widths, first }
    }

    /// The columns in sight, with where each begins.
    fn seen(&self, room: u16) -> Vec<(usize, u16)> {
        let mut seen = Vec::new();
        let mut x = self.label + 2;
        for (place, wide) in self.widths.iter().enumerate().skip(self.first) {
            if x + wide + BETWEEN > usize::from(room) {
                break;
            }
            seen.push((place, u16::try_from(x + 1).unwrap_or(u16::MAX)));
            x += wide + BETWEEN;
        }
        seen
    }
}

/// Draws the table.
pub(super) fn draw(app: &Scene<'_>, pane: &Reports, figures: Option<&Figures>, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let Some(figures) = figures else {
        body.put_unredacted(1, 1, &locale.say("report-counting-begins"), QUIET);
        return;
    };
    let layout = Layout::of(locale, figures, pane.column, usize::from(body.width()).saturating_sub(1));
    let seen = layout.seen(body.width());
    if !body.is_in_lines() {
        names(locale, figures, (&layout, &seen, pane.column), body);
    }
    let height = pane.page(app, figures);
    let (top, lines) = pane.lines.shown();
    let more = pane.lines.lines.len().saturating_sub(top + lines.len());
    let mut list = body.rows(NAMES, height);
    for (y, (place, line)) in (0..).zip((top..).zip(lines)) {
        let is_marked = place == pane.lines.marker;
        match (line, line.place(figures)) {
            (Line::Missing(field), _) => {
                list.row(y);
                let missing = figures.missing.iter().find(|missing| missing.field == *field);
                let told = missing.map(|missing| locale.missing_figure(missing)).unwrap_or_default();
                list.put_unredacted(1, y, &told, if is_marked { STRONG } else { PLAIN });
            }
            (_, Some(at)) => {
                list.row(y);
                list.say(y, || sentence(locale, figures, at, is_marked.then_some(pane.column)));
                let chosen = is_marked.then_some(pane.column);
                row(app, figures, at, (&layout, &seen, chosen), &mut list, y);
            }
            _ => {}
        }
        if is_marked {
            list.mark(y);
        }
    }
    let is_cut = usize::from(height) < pane.lines.lines.len();
    if more > 0 && !body.is_in_lines() {
        let further = locale.tell("rows-below", &[("rows", arg(more))]);
        body.put_right_unredacted(NAMES + height, &format!("▾ {further} "), QUIET);
    }
    let top = NAMES + height + u16::from(is_cut);
    let rest = body.height().saturating_sub(top);
    below(app, pane, figures, &mut body.rows(top, rest));
}

type Seen<'a> = (&'a Layout, &'a [(usize, u16)], usize);

fn names(locale: &Locale, figures: &Figures, (layout, seen, column): Seen<'_>, body: &mut Canvas<'_>) {
    body.put_unredacted(1, NAMES - 1, &fit(&locale.axis(figures.by), layout.label), QUIET);
    for (place, x) in seen {
        let Some(label) = figures.columns.get(*place) else { continue };
        let wide = layout.widths.get(*place).copied().unwrap_or(1);
        let mut rows = wrap(&locale.figure_label(figures.across, label), wide);
        if rows.len() > usize::from(NAMES) {
            // What is longer is told whole by whoever is marked, in the title of its records.
            rows.truncate(NAMES.into());
            if let Some(last) = rows.last_mut() {
                *last = fit(&format!("{last}…"), wide);
            }
        }
        let style = if *place == column { STRONG } else { QUIET };
        let first = NAMES.saturating_sub(u16::try_from(rows.len()).unwrap_or(NAMES));
        for (y, text) in (first..).zip(rows) {
            let text = fit(&text, wide);
            let left = u16::try_from(wide.saturating_sub(width(&text))).unwrap_or(0);
            body.put_unredacted(x + left, y, &text, style);
        }
    }
    let last = seen.last().map(|(place, _)| place + 1);
    if last.is_some_and(|last| last < figures.columns.len()) {
        body.put_right_unredacted(0, "›", QUIET);
    }
    if layout.first > 0 {
        let x = u16::try_from(layout.label + 1).unwrap_or(0);
        body.put_unredacted(x, 0, "‹", QUIET);
    }
}

/// A row in a sentence: every figure with the name of its column, and of which the records can be shown.
fn sentence(locale: &Locale, figures: &Figures, at: usize, chosen: Option<usize>) -> String {
    let Some((label, cells)) = figures.lines().nth(at) else { return String::new() };
    let named = |(place, cell): (usize, &Cell)| {
        let column = figures.columns.get(place).map(|column| locale.figure_label(figures.across, column));
        let chosen = if chosen == Some(place) { format!("{} ", locale.say("lines-chosen")) } else { String::new() };
        format!("{chosen}{} {}", column.unwrap_or_default(), locale.figure(*cell))
    };
    let told: Vec<String> = cells.iter().enumerate().map(named).collect();
    format!("{}: {}", locale.figure_label(figures.by, label), told.join(", "))
}

fn row(
    app: &Scene<'_>,
    figures: &Figures,
    at: usize,
    (layout, seen, chosen): (&Layout, &[(usize, u16)], Option<usize>),
    list: &mut Canvas<'_>,
    y: u16,
) {
    let Some((label, cells)) = figures.lines().nth(at) else { return };
    let is_total = at == figures.rows.len();
    let style = if is_total || chosen.is_some() { STRONG } else { PLAIN };
    let label = app.locale.figure_label(figures.by, label);
    list.put_fit(1, y, &label, u16::try_from(layout.label).unwrap_or(u16::MAX), style);
    for (place, x) in seen {
        let (Some(cell), Some(wide)) = (cells.get(*place), layout.widths.get(*place)) else { continue };
        let text = fit(&app.locale.figure(*cell), *wide);
        let left = u16::try_from(wide.saturating_sub(width(&text))).unwrap_or(0);
        let figure = if *cell == Cell::NotMeasured { QUIET } else { style };
        let end = list.put_unredacted(x + left, y, &text, figure);
        if chosen == Some(*place) {
            list.put_unredacted((x + left).saturating_sub(1), y, "[", STRONG);
            list.put_unredacted(end, y, "]", STRONG);
        }
    }
}

/// What stands below.
fn below(app: &Scene<'_>, pane: &Reports, figures: &Figures, foot: &mut Canvas<'_>) {
    let room = usize::from(foot.width()).saturating_sub(2);
    let mut y = 0;
    for (text, tone) in pane.below(app, figures) {
        let style = match tone {
            Tone::Heading => HEADING,
            Tone::Alarm => ALARM,
            Tone::Strong => STRONG,
            Tone::Plain => PLAIN,
            Tone::Quiet => QUIET,
        };
        let rows = if foot.is_in_lines() { vec![text] } else { wrap(&text, room) };
        for text in rows {
            foot.put(1, y, &text, style);
            y += 1;
        }
    }
}
