//! Changing one's own passphrase: a dot a letter, and how hard the new one is to guess.

use super::canvas::Canvas;
use super::text::{pad, scrolled};
use super::theme::{HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::new_passphrase::{FIELDS, NewPassphrase};

/// Columns of a label.
const LABEL: usize = 24;

/// Draws the form.
pub fn draw(app: &Scene<'_>, form: &NewPassphrase, body: &mut Canvas<'_>) {
    body.clear();
    body.put_unredacted(1, 0, &app.locale.say("do-change-passphrase"), STRONG);
    for (place, (key, secret)) in FIELDS.iter().zip(&form.secrets).enumerate() {
        let y = u16::try_from(place).unwrap_or(0) + 2;
        let focused = place == form.field;
        let x = body.put_unredacted(1, y, &pad(&app.locale.say(key), LABEL), if focused { HEADING } else { QUIET });
        let typed = secret.text().chars().count();
        let (shown, column) = scrolled(&"•".repeat(typed), typed, usize::from(body.width()).saturating_sub(LABEL + 2));
        body.put_unredacted(x, y, &shown, PLAIN);
        if focused {
            body.point(x + u16::try_from(column).unwrap_or(0), y);
        }
    }
    if let Some(strength) = form.strength {
        body.put_unredacted(1, 6, &app.locale.say(strength), QUIET);
    }
}
