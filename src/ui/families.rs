//! The families pane: the list alone, or beside the page of the family that is open.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::page;
use super::text::pad;
use super::theme::{OPEN, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layout::{WIDE, list_beside_page};
use crate::app::pane::families::Part;
use crate::domain::codes::FamilyStatus;
use crate::locale::arg;
use crate::store::{FamilyRow, Whose};

/// A column of the list: its width, the key of its name, what stands in it.
struct Column {
    wide: usize,
    name: &'static str,
    text: fn(&FamilyRow, &Scene) -> String,
}

const NAME: fn(&FamilyRow, &Scene) -> String = |row, app| app.family_called(&row.name, &row.case_ref);
const CASE: Column = Column { wide: 9, name: "field-case_ref", text: |row, _| row.case_ref.clone() };
const STATUS: Column = Column { wide: 10, name: "field-status", text: |row, app| app.locale.label(row.status) };
const DISTRICT: Column =
    Column { wide: 10, name: "field-district", text: |row, _| row.district.clone().unwrap_or_default() };
const CHILDREN: Column =
    Column { wide: 9, name: "column-children", text: |row, _| row.child_support.clone().unwrap_or_default() };
const PARENTS: Column =
    Column { wide: 9, name: "column-parents", text: |row, _| row.parent_support.clone().unwrap_or_default() };
const LAST: Column = Column { wide: 9, name: "column-last", text: |row, app| narrow(row.last_on, app) };
const NEXT: Column = Column { wide: 9, name: "column-next", text: |row, app| narrow(row.next_on, app) };

/// From this width on, the list alone has room for everything but the status.
const USUAL: u16 = 75;
/// A name is found faster when the columns after it stand close by.
const LONGEST_NAME: usize = 40;

/// A day in the list, or that there is none.
fn narrow(day: Option<NaiveDate>, app: &Scene<'_>) -> String {
    day.map_or_else(|| "–".to_owned(), |day| app.locale.narrow_day(day, app.world.today))
}

/// Columns after the name, by how much room there is.
fn columns(width: u16, beside: bool) -> &'static [Column] {
    match (beside, width >= WIDE) {
        (true, false) => &[],
        (true, true) => const { &[CASE, LAST, NEXT] },
        (false, false) if width < USUAL => const { &[CASE, CHILDREN, PARENTS, NEXT] },
        (false, false) => const { &[CASE, DISTRICT, CHILDREN, PARENTS, LAST, NEXT] },
        (false, true) => const { &[CASE, STATUS, DISTRICT, CHILDREN, PARENTS, LAST, NEXT] },
    }
}

/// What the title line says.
pub fn title(app: &Scene<'_>) -> String {
    let filter = &app.panes.families.filter;
    let mut parts = vec![match app.panes.families.total {
        Some(total) => app.locale.tell("title-families", &[("total", arg(total))]),
        None => app.locale.say("title-families-counting"),
    }];
    if filter.whose == Whose::Mine {
        parts.push(app.locale.say("title-mine"));
    }
    if let Some(status) = filter.status {
        parts.push(app.locale.label(status));
    }
    parts.extend(filter.district.clone());
    parts.join(" · ")
}

/// Draws the pane.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let width = body.width();
    if let Some(steps) = app.panes.families.first_steps(app) {
        return super::reading::told(&steps, body);
    }
    match &app.open {
        None => list(app, &mut body.columns(0, width), false),
        Some(open) if body.is_in_lines() && app.panes.families.part(app) == Part::Page => page::draw(app, open, body),
        Some(_) if body.is_in_lines() => list(app, body, true),
        Some(open) => {
            let beside = list_beside_page(width);
            list(app, &mut body.columns(0, beside), true);
            body.upright(beside);
            let room = width.saturating_sub(beside + 1);
            page::draw(app, open, &mut body.columns(beside + 1, room));
        }
    }
}

fn list(app: &Scene<'_>, canvas: &mut Canvas<'_>, beside: bool) {
    // While names are hidden, the case reference stands in their place.
    let is_shown = |column: &&Column| !(canvas.is_veiled() && column.name == CASE.name);
    let columns: Vec<&Column> = columns(app.world.size.0, beside).iter().filter(is_shown).collect();
    let taken: usize = columns.iter().map(|column| column.wide).sum();
    let name = usize::from(canvas.width()).saturating_sub(taken + 1).min(LONGEST_NAME);
    let called = if canvas.is_veiled() { CASE.name } else { "field-name" };
    let mut heading = pad(&app.locale.say(called), name);
    for column in &columns {
        heading.push_str(&pad(&app.locale.say(column.name), column.wide));
    }
    if !canvas.is_in_lines() {
        canvas.put_unredacted(1, 0, &heading, QUIET);
    }
    let window = &app.panes.families.window;
    for (y, row) in (1..).zip(window.rows()) {
        let open = app.open.as_ref().is_some_and(|open| open.id() == row.id);
        let style = row_style(row, open);
        canvas.row(y);
        canvas.say(y, || sentence(app, row, &columns, open));
        if open {
            canvas.put(0, y, OPEN, QUIET);
        }
        canvas.put(1, y, &pad(&NAME(row, app), name.saturating_sub(1)), style);
        let mut x = u16::try_from(name + 1).unwrap_or(u16::MAX);
        for column in &columns {
            canvas.put(x, y, &pad(&(column.text)(row, app), column.wide.saturating_sub(1)), style);
            x = x.saturating_add(u16::try_from(column.wide).unwrap_or(0));
        }
    }
    if window.rows().is_empty() {
        canvas.put_fit(1, 2, &app.locale.say("no-families"), canvas.width() - 1, QUIET);
    } else if app.panes.families.part(app) == Part::List || app.open.is_none() {
        canvas.mark(u16::try_from(window.marker()).unwrap_or(0) + 1);
    }
}

/// A row in a sentence: every column that says something, with its name.
fn sentence(app: &Scene<'_>, row: &FamilyRow, columns: &[&Column], open: bool) -> String {
    let told = columns.iter().filter_map(|column| {
        let text = (column.text)(row, app);
        let says = !text.is_empty() && text != "–";
        let name = if column.name == PARENTS.name { "lines-parents" } else { column.name };
        says.then(|| format!("{} {text}", app.locale.say(name)))
    });
    let open = open.then(|| app.locale.say("lines-open"));
    std::iter::once(NAME(row, app)).chain(open).chain(told).collect::<Vec<_>>().join(", ")
}

fn row_style(row: &FamilyRow, open: bool) -> Style {
    match row.status {
        _ if open => STRONG,
        FamilyStatus::Closed | FamilyStatus::Paused => QUIET,
        FamilyStatus::Active | FamilyStatus::Enquiry => PLAIN,
    }
}
