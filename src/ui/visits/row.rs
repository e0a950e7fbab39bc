//! A visit in a line, and the signs of what became of it.

use chrono::NaiveDate;
use ratatui::style::Style;

use crate::app::Scene;
use crate::app::layer::visit::Mark;
use crate::domain::codes::{Code, VisitContact};
use crate::domain::visit::{Terms, Visit};
use crate::locale::Locale;
use crate::ui::theme::{ALARM, PLAIN, QUIET};

/// The sign of what became of a visit.
pub fn sign(mark: Mark) -> &'static str {
    mark.sign()
}

/// Its style.
pub fn style(mark: Mark) -> Style {
    match mark {
        Mark::Untold => ALARM,
        Mark::Held | Mark::Ahead => PLAIN,
        Mark::Cancelled(_) | Mark::NoShow => QUIET,
    }
}

/// The sign of a week in a strip: a block where a visit was held, who cancelled by a letter.
pub fn strip_sign(mark: Option<Mark>, locale: &Locale) -> String {
    match mark {
        None => "·".to_owned(),
        Some(Mark::Held) => "▇".to_owned(),
        Some(Mark::Cancelled(Some(by))) => locale.say(&format!("letter-cancelled_by-{}", by.code())),
        Some(Mark::Cancelled(None)) => "×".to_owned(),
        Some(mark) => sign(mark).to_owned(),
    }
}

/// Where, how and with whose support: `steg 4, Lekoteket, Karin`; for what did not come about, who and why.
pub fn terms(app: &Scene<'_>, visit: &Visit<'_>) -> String {
    let locale = &app.locale;
    let of = visit.terms();
    let mut parts = Vec::new();
    match Mark::from((visit, app.world.today)) {
        Mark::Cancelled(by) => {
            let by =
                by.map_or_else(|| locale.say("cancelled"), |by| locale.say(&format!("cancelled-by-{}", by.code())));
            parts.push(by);
            parts.extend(visit.written.and_then(|written| written.reason.clone()));
            return parts.join(": ");
        }
        Mark::NoShow => parts.push(locale.say("nobody-came")),
        Mark::Held | Mark::Untold | Mark::Ahead => {}
    }
    if let Some(from) = visit.written.and_then(|written| written.moved_from()) {
        let day = locale.day(from, app.world.today);
        parts.push(locale.tell("moved-from", &[("day", crate::locale::arg(day))]));
    }
    if of.contact != VisitContact::InPerson {
        parts.push(locale.label(of.contact).to_lowercase());
    }
    parts.extend(of.step.map(|step| locale.tell("step", &[("step", crate::locale::arg(u32::from(step)))])));
    parts.extend(place(app, visit.on(), of));
    parts.extend(of.supporters_shown(app.setting()));
    parts.join(", ")
}

/// Where a visit is, as far as that may be shown.
pub fn place(app: &Scene<'_>, on: NaiveDate, terms: &Terms) -> Option<String> {
    terms.place.as_ref()?.shown(app.setting(), Some(terms.days(on)))
}
