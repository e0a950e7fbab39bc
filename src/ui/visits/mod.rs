//! The visits pane: the days at hand, a child's month, a child's year; a visit's card; questions.

mod agenda;
mod block;
mod month;
pub mod question;
mod row;
mod year;

use super::canvas::Canvas;
use crate::app::Scene;
use crate::app::cx::Counted;
use crate::app::layout::WIDE;
use crate::app::pane::visits::Face;
use crate::locale::arg;

/// What the title line says.
pub fn title(app: &Scene<'_>) -> String {
    let visits = &app.panes.visits;
    match visits.face {
        Face::Agenda if app.counts.is_whole(Counted::Visits) => app.locale.say("visits-agenda"),
        Face::Agenda => app.locale.say("visits-agenda-working"),
        Face::Month | Face::Year => {
            let family = app.open.as_ref().map_or("", |open| open.page.family.value.name.as_str());
            let code = app.open.as_ref().map_or("", |open| open.page.family.value.case_ref.as_str());
            let family = app.family_called(family, code);
            let chosen = visits.child.chosen;
            let child = visits.child.siblings.iter().find(|(id, _)| Some(*id) == chosen);
            let child = child.map(|(_, name)| name.shown(app.setting())).unwrap_or_default();
            let key = if visits.face == Face::Year { "visits-year" } else { "visits-month" };
            app.locale.tell(key, &[("child", arg(child)), ("family", arg(family))])
        }
    }
}

/// Draws the face at hand. Where there is room the year stands beside the month.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    match app.panes.visits.face {
        Face::Agenda => agenda::draw(app, body),
        Face::Year => year::draw(app, body),
        Face::Month if body.width() >= WIDE => {
            let left = body.width() / 2;
            month::draw(app, &mut body.columns(0, left));
            body.columns(left, 1).upright(0);
            let right = body.width() - left - 2;
            year::draw(app, &mut body.columns(left + 2, right));
        }
        Face::Month => month::draw(app, body),
    }
}
