//! A casebook that is locked: the clock, the door, and the last seconds before it locks by itself.

use ratatui::Frame;

use super::canvas::{Canvas, Told};
use super::text::{pad, scrolled, width};
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use crate::app::form::Secret;
use crate::app::keys::{Bar, Scope, rows};
use crate::app::unlock::{Clock, Field, Pin, Text, Unlock};
use crate::locale::{Locale, arg};

/// Columns of a label.
const LABEL: usize = 14;

/// Draws the clock, and beside it what must be known of what is behind it: nothing of any person.
pub fn draw_clock(locale: &Locale, clock: &Clock, frame: &mut Frame<'_>) {
    let area = frame.area();
    let told = Told::default();
    let mut canvas = Canvas::new(frame.buffer_mut(), area).telling(&told);
    let time = clock.time.format("%H.%M").to_string();
    let beside = [
        (clock.text == Text::Waits).then(|| locale.say("clock-not-kept")),
        clock.stage.word().map(|word| locale.say(word)),
    ];
    let (wide, y) = (canvas.width(), area.height / 2);
    let column = |columns: usize| u16::try_from(usize::from(wide).saturating_sub(columns) / 2).unwrap_or(0);
    // The time stands in the middle, whatever stands beside it.
    let x = column(width(&time));
    let mut after = canvas.put(x, y, &time, STRONG);
    for said in beside.into_iter().flatten() {
        after = canvas.put(after, y, " · ", QUIET);
        after = canvas.put(after, y, &said, STRONG);
    }
    canvas.point(x, y);
    if let Some(cursor) = told.cursor() {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the seconds that are left before the casebook locks, over what is told at the foot.
pub fn draw_countdown(locale: &Locale, seconds: u64, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), area);
    let mut row = canvas.rows(area.height.saturating_sub(2), 1);
    row.clear();
    let x = row.put(1, 0, "! ", ALARM);
    row.put(x, 0, &locale.tell("locks-soon", &[("seconds", arg(seconds))]), ALARM);
}

/// Draws the door.
pub fn draw(locale: &Locale, door: &Unlock, frame: &mut Frame<'_>) {
    let area = frame.area();
    let told = Told::default();
    let mut canvas = Canvas::new(frame.buffer_mut(), area).telling(&told);
    let top = area.height / 3;
    let left = area.width.saturating_sub(56) / 2;
    let mut part = canvas.columns(left, 56);
    part.put(0, top, &locale.say("program"), STRONG);
    part.put(0, top + 1, &locale.say("door"), QUIET);
    let hidden = |secret: &Secret| {
        let signs = secret.text().chars().count();
        ("•".repeat(signs), signs)
    };
    for (y, field) in (top + 3..).zip(door.fields().iter().copied()) {
        let (key, (text, at)) = match field {
            Field::User => ("door-user", (door.user.text().to_owned(), door.user.cursor())),
            Field::Passphrase => ("door-passphrase", hidden(&door.passphrase)),
            Field::Pin if door.pin_is == Pin::Opens => ("door-pin", hidden(&door.pin)),
            Field::Pin => ("door-pin-chosen", hidden(&door.pin)),
        };
        let focused = field == door.field;
        let x = part.put(0, y, &pad(&locale.say(key), LABEL), if focused { HEADING } else { QUIET });
        let (shown, column) = scrolled(&text, at, usize::from(part.width()).saturating_sub(LABEL + 1));
        part.put(x, y, &shown, PLAIN);
        if focused {
            part.point(x + u16::try_from(column).unwrap_or(0), y);
        }
    }
    if let Some(trouble) = &door.trouble {
        part.put_fit(0, top + 6 + u16::from(door.pin_is != Pin::Unasked), &format!("! {trouble}"), part.width(), ALARM);
    }
    let mut x = 1;
    for row in rows(&[Scope::Unlock]).filter(|row| row.bar == Bar::Shown) {
        let key = row.keys.first().copied().unwrap_or_default();
        let text = format!("{} {}", key, locale.say(&format!("bar-{}", row.act.name())));
        canvas.put(x, area.height.saturating_sub(1), &text, PLAIN);
        x += u16::try_from(width(&text)).unwrap_or(0) + 2;
    }
    if let Some(cursor) = told.cursor() {
        frame.set_cursor_position(cursor);
    }
}
