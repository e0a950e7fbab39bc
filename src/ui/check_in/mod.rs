//! The weekly check-in, one screen a family: what was said last, what has been since, what is late, and the lines for
//! this week under it.

mod known;
mod said;

use super::canvas::Canvas;
use super::text::{scrolled, wrap};
use super::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::check_in::{Round, Run, Setup, Stage, Way};
use crate::locale::arg;
use crate::store::Whose;

/// Columns of a label.
const LABEL: u16 = 14;

/// What the title says: where in the order, how many are left, the pace, with whom one goes.
pub fn title(app: &Scene<'_>, run: &Run) -> Option<String> {
    let Stage::Round(round) = &run.stage else { return Some(app.locale.say("run-title")) };
    let left = round.left();
    let pace = round.agenda.pace_minutes;
    let args = [
        ("place", arg(round.place + 1)),
        ("all", arg(round.agenda.families.len())),
        ("left", arg(left)),
        ("pace", arg(pace)),
    ];
    let way = match (round.agenda.ended_on, round.way) {
        (Some(_), _) => "run-title-ended",
        (None, Way::Together) => "run-title-together",
        (None, Way::Own) => "run-title-own",
    };
    Some(format!("{} · {}", app.locale.tell("run-title-at", &args), app.locale.say(way)))
}

/// Draws over the pane.
pub fn draw(app: &Scene<'_>, run: &Run, body: &mut Canvas<'_>) {
    body.clear();
    match &run.stage {
        Stage::Setup(setup) => draw_setup(app, setup, body),
        Stage::Round(round) => draw_round(app, round, body),
        Stage::Record(shown) => {
            let rows = shown.rows(crate::app::list::columns(app.world.size));
            super::reading::draw(app, &rows, shown.scroll, body);
        }
    }
}

fn draw_setup(app: &Scene<'_>, setup: &Setup, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    body.put_unredacted(1, 1, &locale.say("run-begin"), STRONG);
    let left = 1 + LABEL;
    body.put_unredacted(1, 3, &locale.say("run-present"), HEADING);
    let room = usize::from(body.width().saturating_sub(left + 2));
    let (shown, at) = scrolled(setup.present.text(), setup.present.cursor(), room);
    body.put_unredacted(left, 3, &shown, PLAIN);
    let (told, look) = match &setup.fault {
        Some(fault) => (fault.clone(), ALARM),
        None => (format!("= {}", setup.named.join(", ")), QUIET),
    };
    body.put_fit(left, 4, &told, body.width().saturating_sub(left + 1), look);
    let whose = if setup.whose == Whose::Mine { "run-mine" } else { "run-everyones" };
    body.put_unredacted(1, 6, &locale.say("run-families"), HEADING);
    body.put_unredacted(left, 6, &locale.tell(whose, &[("count", arg(setup.families.len()))]), PLAIN);
    let minutes = u32::try_from(setup.families.len()).unwrap_or(u32::MAX).saturating_mul(setup.pace);
    body.put_unredacted(1, 8, &locale.say("run-pace"), HEADING);
    let args = [("pace", arg(setup.pace)), ("minutes", arg(minutes))];
    body.put_unredacted(left, 8, &locale.tell("run-pace-told", &args), PLAIN);
    for (y, line) in (10..).zip(wrap(&locale.say("run-setup-hint"), room)) {
        body.put_unredacted(left, y, &line, QUIET);
    }
    body.point(left + u16::try_from(at).unwrap_or(0), 3);
}

fn draw_round(app: &Scene<'_>, round: &Round, body: &mut Canvas<'_>) {
    let Some(page) = &round.page else {
        body.put(1, 1, &app.locale.say("run-no-families"), QUIET);
        return body.point(1, 1);
    };
    let room = body.height().saturating_sub(said::ROWS);
    // Where keys go to the family, it is the family that the cursor stands on.
    body.point(1, 0);
    known::draw(app, page, &mut body.rows(0, room));
    said::draw(app, round, &mut body.rows(room, said::ROWS));
}
