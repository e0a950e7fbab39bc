//! A form: two columns of fields, the note under them, and what the field at hand can hold. Where a form has several
//! notes, each has a line among the fields, and the one that is written in is open under them.

use ratatui::widgets::Widget;

use super::canvas::Canvas;
use super::text::{label_columns, pad, scrolled, wrap};
use super::theme::{ALARM, FRESH, HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::form::{Call, FieldState, Form};
use crate::domain::discretion::{MASK, Setting, TELLING};
use crate::domain::entry::{Need, Shape};
use crate::locale::arg;

/// Rows under the fields that say what is wrong or what can be chosen; twice as many where there is no note.
const HINTS: u16 = 2;
/// Rows of a note below which there is no writing.
const SHORTEST_NOTE: u16 = 3;
/// Columns of a label at the least.
const LABEL: u16 = 17;
/// Columns between label and text that the marker and the sign of a fault need.
const MARGIN: u16 = 2;

/// Draws a form over a pane.
pub fn draw(app: &Scene<'_>, form: &Form, body: &mut Canvas<'_>) {
    body.clear();
    let after = body.put(1, 0, &title(app, form), STRONG);
    if let Some(call) = &form.call {
        let told = call_told(app, call);
        let room = body.width().saturating_sub(after + 3);
        body.put_fit(after + 2, 0, &told, room, HEADING);
    }
    let several = form.notes.len() > 1;
    let lines: Vec<&FieldState> =
        form.fields.iter().filter(|state| several || state.field.shape != Shape::Note).collect();
    let has_note = !form.notes.is_empty();
    let columns: u16 = if lines.len() > 8 { 2 } else { 1 };
    let rows = u16::try_from(lines.len()).unwrap_or(0).div_ceil(columns);
    let wide = body.width() / columns;
    let hint_rows = if has_note { HINTS } else { 2 * HINTS };
    let room = body.height().saturating_sub(1 + hint_rows);
    // Where not all has room, the note takes the place of the fields while one writes in it.
    let tight = has_note && rows + 1 + SHORTEST_NOTE > room;
    let shown = if tight && form.in_note() { 0 } else { rows.min(room) };
    let focused = lines.iter().position(|state| form.focused().is_some_and(|focused| std::ptr::eq(focused, *state)));
    let focus = u16::try_from(focused.unwrap_or(0)).unwrap_or(0) % rows.max(1);
    let skipped = if form.in_note() && !several { 0 } else { (focus + 1).saturating_sub(room) };
    let label = label_columns(lines.iter().map(|state| app.locale.column(form.table.kind, state.field.key)), LABEL);
    for (place, state) in (0..).zip(&lines) {
        let Some(row) = (place % rows).checked_sub(skipped).filter(|row| *row < shown) else { continue };
        let mut cell = body.rows(1 + row, 1);
        let mut cell = cell.columns(place / rows * wide, wide);
        field(app, form, state, &mut cell, label);
    }
    if let Some(note) = form.open_note().filter(|_| !tight || form.in_note()) {
        let top = shown + 2;
        let height = body.height().saturating_sub(top + hint_rows);
        body.put_unredacted(
            1,
            top - 1,
            &app.locale.column(form.table.kind, note.key),
            if form.in_note() { HEADING } else { QUIET },
        );
        if form.in_note() {
            body.mark(top - 1);
        }
        let room = body.width().saturating_sub(3);
        let mut part = body.rows(top, height);
        let mut part = part.columns(2, room);
        if part.is_veiled() && !form.in_note() {
            let lines = note.area.lines().iter().flat_map(|line| wrap(line, room.into()));
            (0..height).zip(lines).for_each(|(y, line)| _ = part.put(0, y, &line, PLAIN));
        } else {
            let (area, buffer) = part.hand_over();
            (&note.area).render(area, buffer);
        }
        if form.in_note() {
            let at = note.area.screen_cursor();
            let (first, _) = note.area.scroll_offset();
            let row = u16::try_from(at.row).unwrap_or(0).saturating_sub(first);
            part.point(u16::try_from(at.col).unwrap_or(0), row);
        }
    }
    let top = body.height().saturating_sub(hint_rows);
    hints(app, form, &mut body.rows(top, hint_rows));
}

fn title(app: &Scene<'_>, form: &Form) -> String {
    let key = form.target.title();
    let group = form.focused().and_then(|state| form.table.group(state.field.key));
    let parts = [Some(app.locale.say(&key)), Some(form.about.clone()), group.map(|group| app.locale.group(group))];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Whom to call, and the number: never while names are hidden, never of somebody under protection.
pub(super) fn call_told(app: &Scene<'_>, call: &Call) -> String {
    let shown = call.phone.as_ref().and_then(|phone| phone.shown(app.setting(), call.name.is_kept()));
    match (shown, &call.phone) {
        (Some(phone), _) => {
            let args = [("name", arg(call.name.shown(app.setting()))), ("phone", arg(phone))];
            app.locale.tell("call-to", &args)
        }
        (None, None) => app.locale.say("call-unknown"),
        (None, Some(_)) if app.setting() == Setting::Room => app.locale.say("call-veiled"),
        (None, Some(_)) => app.locale.say("call-kept-back"),
    }
}

fn field(app: &Scene<'_>, form: &Form, state: &FieldState, cell: &mut Canvas<'_>, label: u16) {
    let focused = form.focused().is_some_and(|focused| std::ptr::eq(focused, state));
    let fault = form.fault(state.field.key);
    let needed = state.field.need == Need::Required && state.line.text().trim().is_empty();
    let label_style = if focused { HEADING } else { QUIET };
    if focused {
        cell.mark(0);
    }
    cell.put_unredacted(
        1,
        0,
        &pad(&app.locale.column(form.table.kind, state.field.key), usize::from(label) - 1),
        label_style,
    );
    match (fault, needed) {
        (Some(_), _) => cell.put(label, 0, "!", ALARM),
        (None, true) => cell.put(label, 0, "*", QUIET),
        (None, false) => label,
    };
    let left = label + MARGIN;
    let room = usize::from(cell.width().saturating_sub(left + 1));
    let cut = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
    if let Some(note) = form.note(state.field.key) {
        // One line of it; what is written in it stands open under the fields.
        cell.put_fit(left, 0, &note.area.lines().join(" "), cut(room), PLAIN);
        return;
    }
    // Before the room only what was typed just now is told of where somebody is.
    let keeps = cell.is_veiled() && TELLING.contains(&state.field.key) && !state.line.text().trim().is_empty();
    if keeps && (!focused || form.is_as_opened(state)) {
        cell.put_unredacted(left, 0, MASK, if focused && form.is_fresh() { FRESH } else { PLAIN });
        if focused {
            cell.point(left, 0);
        }
        return;
    }
    if focused {
        let (shown, at) = scrolled(state.line.text(), state.line.cursor(), room);
        cell.put_unredacted(left, 0, &shown, if form.is_fresh() { FRESH } else { PLAIN });
        return cell.point(left + u16::try_from(at).unwrap_or(0), 0);
    }
    cell.put_fit(left, 0, state.line.text(), cut(room), if fault.is_some() { ALARM } else { PLAIN });
}

fn hints(app: &Scene<'_>, form: &Form, canvas: &mut Canvas<'_>) {
    let fault = form.focused().and_then(|state| form.fault(state.field.key));
    let (text, style) = match fault {
        Some(fault) => (format!("! {}", app.locale.fault(fault)), ALARM),
        None => match form.understood(&app.locale, app.world.today) {
            Some(read) => (format!("= {read}"), QUIET),
            None => (chosen_among(&form.choices(&app.locale), form.hint(&app.locale)), QUIET),
        },
    };
    let room = usize::from(canvas.width().saturating_sub(2));
    for (y, line) in (0..canvas.height()).zip(wrap(&text, room)) {
        canvas.put(1, y, &line, style);
    }
}

/// What can be chosen, and what else there is to say of a field.
fn chosen_among(choices: &[String], hint: Option<String>) -> String {
    let choices = Some(choices.join(" · ")).filter(|choices| !choices.is_empty());
    [choices, hint].into_iter().flatten().collect::<Vec<_>>().join("  ·  ")
}
