//! The pane of reports: the catalogue, a report as a table or a chart, the records behind a figure, what is not filled
//! in.

mod chart;
mod table;

use super::canvas::Canvas;
use super::text::{pad, width};
use super::theme::{HEADING, PLAIN, QUIET, STRONG};
use super::unfold;
use crate::app::Scene;
use crate::app::layout::WIDE;
use crate::app::list::Markable;
use crate::app::pane::reports::below::BESIDE;
use crate::app::pane::reports::rows::{Entry, Found, ToFill};
use crate::app::pane::reports::{Look, Reports};
use crate::locale::{Locale, arg};
use crate::store::{BehindRow, Whose};

/// Columns of the name of a family.
const NAME: usize = 22;

/// What the title line says: which report, of which days, how far it is counted.
pub fn title(app: &Scene<'_>) -> String {
    let (locale, pane, today) = (&app.locale, &app.panes.reports, app.world.today);
    let mut parts = vec![locale.say("pane-reports")];
    match pane.look {
        Look::Catalogue => {}
        Look::Unfilled => {
            let (from, to) = pane.days_unfilled(today);
            let whose = if pane.whose == Some(Whose::Mine) { "whose-mine" } else { "whose-everyones" };
            parts.push(locale.say("report-unfilled"));
            parts.push(format!("{}–{}", locale.date(from, today), locale.date(to, today)));
            parts.push(locale.say(whose));
        }
        Look::Figures | Look::Behind => {
            if let Some(asked) = &pane.asked {
                parts.push(name(locale, &Entry::Report(asked.report)));
                parts.push(format!("{}–{}", locale.date(asked.from, today), locale.date(asked.to, today)));
            }
        }
    }
    parts.join(" · ")
}

/// Draws the pane.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let pane = &app.panes.reports;
    match pane.look {
        Look::Catalogue => catalogue(app, pane, body),
        Look::Figures if body.width() >= WIDE && !body.is_in_lines() => {
            let wide = body.width() - BESIDE - 1;
            catalogue(app, pane, &mut body.columns(0, BESIDE));
            body.columns(BESIDE, 1).upright(0);
            report(app, pane, &mut body.columns(BESIDE + 1, wide));
        }
        Look::Figures => report(app, pane, body),
        Look::Behind => behind(app, pane, body),
        Look::Unfilled => unfilled(app, pane, body),
    }
}

fn report(app: &Scene<'_>, pane: &Reports, body: &mut Canvas<'_>) {
    let figures = pane.seen(app);
    match figures.as_ref().and_then(|figures| Some((figures, pane.chart(figures)?))) {
        Some((figures, chart)) => chart::draw(app, &chart, pane.point(&chart, figures), body),
        None => table::draw(app, pane, figures.as_ref(), body),
    }
}

/// The name of a report, without its days.
fn name(locale: &Locale, entry: &Entry) -> String {
    match entry {
        Entry::Report(report) => locale.say(&format!("report-{}-name", report.name)),
        Entry::Unfilled => locale.say("report-unfilled"),
    }
}

fn catalogue(app: &Scene<'_>, pane: &Reports, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    if pane.catalogue.lines.is_empty() {
        body.put_unredacted(1, 1, &locale.say("report-none-for-you"), QUIET);
        return;
    }
    let wide = pane.catalogue.lines.iter().map(|entry| width(&name(locale, entry))).max().unwrap_or(0);
    let has_room = body.width() > BESIDE;
    body.put_unredacted(1, 0, &locale.say("report-catalogue"), QUIET);
    let (top, entries) = pane.catalogue.shown();
    for (y, entry) in (1..).zip(entries) {
        let is_marked = top + usize::from(y) - 1 == pane.catalogue.marker;
        let style = if is_marked { STRONG } else { PLAIN };
        let x = body.put_unredacted(1, y, &pad(&name(locale, entry), wide), style);
        if has_room {
            let told = match entry {
                Entry::Report(report) => locale.report_population(report),
                Entry::Unfilled => locale.say("report-unfilled-definition"),
            };
            let room = body.width().saturating_sub(x + 3);
            body.put_fit(x + 2, y, &told, room, QUIET);
        }
        body.row(y);
        if is_marked && pane.look == Look::Catalogue {
            body.mark(y);
        } else if is_marked {
            body.put_unredacted(0, y, super::theme::OPEN, QUIET);
        }
    }
}

/// A record: its day, what it is, whose.
fn put_record(app: &Scene<'_>, row: &BehindRow, field: Option<&str>, canvas: &mut Canvas<'_>, y: u16) {
    let (locale, today) = (&app.locale, app.world.today);
    let day = row.on.map(|on| locale.day(on, today)).unwrap_or_default();
    let x = canvas.put_unredacted(1, y, &pad(&day, 12), PLAIN);
    let noun = locale.say(&format!("behind-{}", row.record.0.one()));
    let x = canvas.put_unredacted(x + 1, y, &pad(&noun, 14), PLAIN);
    let family = app.family_called(&row.name, &row.case_ref);
    let further = field.map_or_else(|| row.case_ref.clone(), |field| locale.say(&format!("missing-{field}")));
    let told = format!("{}{further}", canvas.cell(&canvas.hide(&family), NAME + 1));
    let room = canvas.width().saturating_sub(x + 2);
    canvas.put_fit(x + 1, y, &told, room, PLAIN);
}

fn behind(app: &Scene<'_>, pane: &Reports, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let (more, by_hand) = pane.more_behind;
    let mut told = vec![pane.behind_named(app)];
    match &pane.seeking {
        Some(seeking) => told.push(locale.tell("report-counting", &[("share", arg(seeking.per_cent()))])),
        None => told.push(locale.tell("report-records", &[("count", arg(pane.behind.lines.len() + more))])),
    }
    told.extend((by_hand > 0).then(|| locale.tell("report-by-hand", &[("count", arg(by_hand))])));
    told.extend((more > 0).then(|| locale.tell("report-more", &[("count", arg(more))])));
    body.put_fit(1, 0, &told.join(" · "), body.width().saturating_sub(2), HEADING);
    let (top, rows) = pane.behind.shown();
    let marked = pane.behind.current().and_then(|_| pane.behind.marker.checked_sub(top));
    let height = body.height().saturating_sub(2);
    unfold::draw(rows, marked, Found::is_markable, &mut body.rows(2, height), |found: &Found, canvas, y| {
        put_record(app, &found.row, found.field, canvas, y);
    });
}

fn unfilled(app: &Scene<'_>, pane: &Reports, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    if pane.unfilled.lines.is_empty() {
        body.put_unredacted(1, 1, &locale.say("report-nothing-missing"), QUIET);
        return;
    }
    let (top, rows) = pane.unfilled.shown();
    let marked = pane.unfilled.current().and_then(|_| pane.unfilled.marker.checked_sub(top));
    let height = body.height().saturating_sub(1);
    unfold::draw(rows, marked, ToFill::is_markable, &mut body.rows(0, height), |line: &ToFill, canvas, y| match line {
        ToFill::Worker(worker, count) => {
            let name = worker.clone().unwrap_or_else(|| locale.say("report-nobody"));
            let x = canvas.put(1, y, &name, HEADING);
            canvas.put_unredacted(x + 2, y, &count.to_string(), QUIET);
        }
        ToFill::Field(row) => put_record(app, &row.of, Some(row.field), canvas, y),
    });
    if pane.more_unfilled > 0 {
        let told = locale.tell("report-more", &[("count", arg(pane.more_unfilled))]);
        body.put_unredacted(1, height, &told, QUIET);
    }
}
