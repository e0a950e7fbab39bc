//! The door.

use ratatui::Frame;

use super::canvas::{Canvas, Told};
use super::text::{pad, scrolled, width};
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use crate::app::keys::{Bar, Scope, rows};
use crate::app::unlock::{Field, Unlock};
use crate::locale::Locale;

/// Columns of a label.
const LABEL: usize = 14;

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
    let hidden = "•".repeat(door.passphrase.text().chars().count());
    let fields = [
        (Field::User, "door-user", door.user.text(), door.user.cursor()),
        (Field::Passphrase, "door-passphrase", hidden.as_str(), door.passphrase.text().chars().count()),
    ];
    for (y, (field, key, text, at)) in (top + 3..).zip(fields) {
        let focused = field == door.field;
        let x = part.put(0, y, &pad(&locale.say(key), LABEL), if focused { HEADING } else { QUIET });
        let (shown, column) = scrolled(text, at, usize::from(part.width()).saturating_sub(LABEL + 1));
        part.put(x, y, &shown, PLAIN);
        if focused {
            part.point(x + u16::try_from(column).unwrap_or(0), y);
        }
    }
    if let Some(trouble) = &door.trouble {
        part.put_fit(0, top + 6, &format!("! {trouble}"), part.width(), ALARM);
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
