//! The family tree: the two homes with what joins their people, and the same as a list.

mod signs;

use ratatui::style::Style;

use super::canvas::Canvas;
use super::text::{fit, width};
use super::theme::{HEADING, MARKER, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::tree::{BESIDE, Drawing, FamilyTree, LineKind};
use crate::app::layout::WIDE;
use crate::domain::relation::Key;
use crate::domain::relation::layout::{Cell, Stroke};
use crate::locale::arg;

/// What the title line says.
pub fn title(app: &Scene<'_>, tree: &FamilyTree) -> String {
    app.locale.tell("tree-title", &[("family", arg(tree.family.as_str()))])
}

/// Draws over the pane: the drawing, the list where there is no room for one, both where there is room for both.
pub fn draw(app: &Scene<'_>, tree: &FamilyTree, body: &mut Canvas<'_>) {
    body.clear();
    if tree.lines.is_empty() {
        body.put_fit(1, 1, &app.locale.say("tree-nobody"), body.width().saturating_sub(2), QUIET);
        return;
    }
    let is_wide = body.width() >= WIDE;
    match &tree.drawing {
        _ if body.is_in_lines() => list(tree, body),
        Some(drawing) if is_wide => {
            let left = body.width().saturating_sub(BESIDE);
            picture(app, tree, drawing, &mut body.columns(0, left.saturating_sub(1)));
            body.columns(left.saturating_sub(1), 1).upright(0);
            list(tree, &mut body.columns(left, BESIDE));
        }
        Some(drawing) if tree.is_drawn() => picture(app, tree, drawing, body),
        _ => list(tree, body),
    }
}

/// Everybody by home, scrolled so that the marked line is seen.
fn list(tree: &FamilyTree, canvas: &mut Canvas<'_>) {
    let height = usize::from(canvas.height()).max(1);
    // The line above the marked one is seen too: it says whose home or whose relation it is.
    let skipped = (tree.marker + 2).saturating_sub(height);
    for (y, (place, line)) in (0..canvas.height()).zip(tree.lines.iter().enumerate().skip(skipped)) {
        let (indent, style) = match line.kind {
            LineKind::Blank | LineKind::Heading => (1, HEADING),
            LineKind::Person(_) => (2, PLAIN),
            LineKind::Relation(..) | LineKind::Told => (4, QUIET),
        };
        canvas.put_fit(indent, y, &line.text, canvas.width().saturating_sub(indent + 1), style);
        if matches!(line.kind, LineKind::Person(_) | LineKind::Relation(..)) {
            canvas.row(y);
        }
        if place == tree.marker {
            canvas.mark(y);
        }
    }
}

/// Whether a line runs on from one cell to the other without a turn.
fn is_next(other: &Cell, cell: &Cell) -> bool {
    other.col.abs_diff(cell.col) == 1 && !other.arms.is_upright()
}

/// The homes' names, the drawing, the legend; scrolled so that the marked person is seen.
fn picture(app: &Scene<'_>, tree: &FamilyTree, drawing: &Drawing, canvas: &mut Canvas<'_>) {
    let layout = &drawing.layout;
    let shown = legend(app, drawing, canvas);
    let room = canvas.height().saturating_sub(1 + shown);
    let marked = tree.person().and_then(|person| layout.spot(Key::Person(person)));
    // A blank row under the names of the homes, where there is room for one.
    let (blank, room) = if layout.rows < room { (1, room - 1) } else { (0, room) };
    let top = marked.map_or(0, |spot| (spot.row + 1).saturating_sub(room));
    let left = layout.border.map_or(canvas.width().saturating_sub(2), |border| border);
    canvas.put_fit(1, 0, &app.locale.say("tree-birth"), left, HEADING);
    if let Some(border) = layout.border {
        let at = border + 3;
        let columns = canvas.width().saturating_sub(at + 1);
        let names = ["tree-placed", "home-placed"].map(|key| app.locale.say(key));
        let name = names.iter().find(|name| width(name) <= columns.into()).unwrap_or(&names[1]);
        canvas.put_fit(at, 0, name, columns, HEADING);
        for y in 0..=room + blank {
            canvas.put(border + 1, y, "┊", QUIET);
        }
    }
    let below = layout.rows.saturating_sub(top + room);
    let mut sheet = canvas.rows(1 + blank, room);
    let row = |row: u16| row.checked_sub(top);
    for (place, cell) in layout.cells.iter().enumerate() {
        let beside = |other: Option<&Cell>| other.is_some_and(|other| other.row == cell.row && is_next(other, cell));
        let is_inside = beside(place.checked_sub(1).and_then(|before| layout.cells.get(before)))
            && beside(layout.cells.get(place + 1));
        if let (Some(y), Some(sign)) = (row(cell.row), signs::of(cell, is_inside)) {
            sheet.put(cell.col + 1, y, sign, QUIET);
        }
    }
    for (col, at) in &layout.breaks {
        if let Some(y) = row(*at) {
            sheet.put(col + 1, y, signs::ENDED, PLAIN);
        }
    }
    for ((key, spot), (_, text)) in layout.people.iter().zip(&drawing.labels) {
        let Some(y) = row(spot.row) else { continue };
        let is_marked = marked.is_some_and(|marked| marked == *spot);
        let style: Style = match key {
            Key::Unknown(_) => QUIET,
            Key::Person(_) if is_marked => STRONG,
            Key::Person(_) => PLAIN,
        };
        sheet.put(spot.col + 1, y, &fit(text, spot.width.into()), style);
        if is_marked {
            sheet.mark_at(spot.col, y);
        }
    }
    if below > 0 {
        let text = format!("▾ {} ", app.locale.tell("tree-more", &[("rows", arg(below))]));
        sheet.put_right(room.saturating_sub(1), &text, MARKER);
    }
}

/// What the lines mean that there are, at the foot; says how many rows it took.
fn legend(app: &Scene<'_>, drawing: &Drawing, canvas: &mut Canvas<'_>) -> u16 {
    const KINDS: [(Stroke, &str); 6] = [
        (Stroke::Parent, "parent"),
        (Stroke::Partner, "partner"),
        (Stroke::Carer, "carer"),
        (Stroke::Sibling, "sibling"),
        (Stroke::Presumed, "presumed"),
        (Stroke::Ended, "ended"),
    ];
    let is_there = |stroke: Stroke| {
        let arms = drawing.layout.cells.iter().map(|cell| cell.arms);
        arms.flat_map(|arms| [arms.up, arms.down, arms.left, arms.right]).any(|arm| arm == Some(stroke))
    };
    let texts = KINDS
        .iter()
        .filter(|(stroke, _)| is_there(*stroke))
        .map(|(stroke, key)| format!("{} {}", signs::sample(*stroke), app.locale.say(&format!("tree-legend-{key}"))));
    let room = usize::from(canvas.width().saturating_sub(2));
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(&text) <= room => line.push_str(&format!("   {text}")),
            _ => lines.push(text),
        }
    }
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    let top = canvas.height().saturating_sub(rows);
    for (y, line) in (top..).zip(&lines) {
        canvas.put_fit(1, y, line, canvas.width().saturating_sub(2), QUIET);
    }
    rows
}
