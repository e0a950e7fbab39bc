//! Everybody's maps by age: whose is to be drawn again, the oldest first.

use crate::app::Scene;
use crate::app::layout::WIDE;
use crate::app::list::Markable;
use crate::app::pane::network::ages::AgeLine;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{HEADING, PLAIN};
use crate::ui::unfold;

/// Draws the list.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let list = &app.panes.network.ages.list;
    let (top, lines) = list.shown();
    let placed: Vec<(usize, &AgeLine)> = (top..).zip(lines).collect();
    let marked = placed.iter().position(|(place, line)| *place == list.marker && line.is_markable());
    let (name, family) = if body.width() >= WIDE { (30, 30) } else { (18, 22) };
    unfold::draw(
        &placed,
        marked,
        |(_, line)| line.is_markable(),
        body,
        |(_, line), body, y| match line {
            AgeLine::Blank => {}
            AgeLine::Heading(section, count) => {
                let words = app.locale.tell(&format!("ages-{section}"), &[("count", arg(*count))]);
                body.put_unredacted(1, y, &words, HEADING);
            }
            AgeLine::Of(age) => {
                let Some(row) = app.panes.network.ages.named(age.person) else { return };
                let called = row.given_name.shown(app.setting());
                let who = format!("{called}, {}", app.locale.label(row.role).to_lowercase());
                let of = app.family_called(&row.family_name, &row.case_ref);
                body.put(1, y, if row.drawn_on.is_some() { "·" } else { "?" }, PLAIN);
                let x = body.put(3, y, &body.cell(&body.hide(&who), name), PLAIN);
                let x = body.put(x, y, &body.cell(&body.hide(&of), family), PLAIN);
                let told = match row.drawn_on {
                    Some(on) => {
                        let days = (app.world.today - on).num_days();
                        let day = arg(app.locale.date(on, app.world.today));
                        app.locale.tell("ages-drawn", &[("day", day), ("days", arg(days))])
                    }
                    None if row.kept_back => app.locale.say("ages-kept-back"),
                    None => app.locale.say("ages-never"),
                };
                body.put_fit(x, y, &told, body.width().saturating_sub(x + 1), PLAIN);
            }
        },
    );
}
