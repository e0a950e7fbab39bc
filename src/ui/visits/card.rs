//! A visit's card: its terms, what was prepared, what was seen and said, each apart.

use super::row::sign;
use crate::app::App;
use crate::app::visits::Card;
use crate::app::visits::child::Mark;
use crate::domain::codes::{Code, VisitOutcome};
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};

/// Columns of a label.
const LABEL: usize = 20;

/// Draws over the pane.
pub fn draw(app: &App, card: &Card, body: &mut Canvas<'_>) {
    body.clear();
    let locale = &app.locale;
    let visit = &card.visit;
    let mark = match visit.outcome {
        VisitOutcome::Held => Mark::Held,
        VisitOutcome::Cancelled => Mark::Cancelled(visit.cancelled_by),
        VisitOutcome::NoShow => Mark::NoShow,
        VisitOutcome::Planned | VisitOutcome::Moved if visit.on < app.world.today => Mark::Untold,
        VisitOutcome::Planned | VisitOutcome::Moved => Mark::Ahead,
    };
    let heading = [
        sign(mark).to_owned(),
        app.family_called(&card.family.name, &card.family.case_ref),
        card.between.clone(),
        locale.long_day(visit.on),
        locale.visit_time(&visit.terms, visit.on),
    ];
    body.put_fit(1, 0, &heading.join("  "), body.width().saturating_sub(2), STRONG);
    body.put_fit(3, 1, &outcome(app, card), body.width().saturating_sub(4), PLAIN);
    if let Some(place) = &card.opened {
        let told = locale.tell("card-place-opened", &[("place", arg(place.as_str()))]);
        body.put_fit(3, 2, &told, body.width().saturating_sub(4), ALARM);
    }
    let room = usize::from(body.width().saturating_sub(3));
    let mut lines: Vec<(String, String)> = Vec::new();
    for section in &card.sections {
        lines.push((locale.say(&format!("card-{}", section.name)), String::new()));
        for (key, text) in &section.fields {
            let mut label = locale.field(key);
            for line in wrap(text, room.saturating_sub(LABEL + 2)) {
                lines.push((std::mem::take(&mut label), line));
            }
        }
    }
    let top = card.top.min(lines.len().saturating_sub(1));
    for (y, (label, text)) in (3..body.height()).zip(&lines[top.min(lines.len())..]) {
        if text.is_empty() {
            body.say(1, y, label, HEADING);
        } else {
            let x = body.say(3, y, &pad(label, LABEL), QUIET);
            body.put(x, y, text, PLAIN);
        }
    }
}

/// What became of it, in words.
fn outcome(app: &App, card: &Card) -> String {
    let locale = &app.locale;
    let visit = &card.visit;
    let mut words = vec![locale.label(visit.outcome)];
    words.extend(visit.cancelled_by.map(|by| locale.say(&format!("cancelled-by-{}", by.code()))));
    words.extend(card.canceller.clone());
    words.extend(visit.reason.clone());
    words.extend(visit.notice_hours.map(|hours| locale.tell("notice-hours", &[("hours", arg(hours))])));
    if let Some(from) = visit.moved_from() {
        words.push(locale.tell("moved-from", &[("day", arg(locale.day(from, app.world.today)))]));
    }
    words.join(" · ")
}
