//! A block for each person whom a child meets: what is planned, what became of it, what limits it, the ladder.

use super::row::strip_sign;
use crate::app::Scene;
use crate::app::layer::visit::{ladder_step, proposal, tell_standing};
use crate::app::pane::visits::child::Block;
use crate::domain::codes::{Ending, RestrictionKind};
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::width;
use crate::ui::theme::{ALARM, PLAIN, QUIET, STRONG};

/// The lines of a block: a text, whether it is the block's first, and whether it alarms.
pub struct Told {
    pub text: String,
    pub kind: Kind,
}

/// How a line is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The person and the plan, with what became of it at the right edge.
    Head,
    /// What follows under it.
    Under,
    /// What must be seen to.
    Alarm,
}

/// Draws a block from a row on; gives the row after it.
pub fn draw(app: &Scene<'_>, block: &Block, body: &mut Canvas<'_>, mut y: u16) -> u16 {
    for line in lines(app, block, body.is_in_lines()) {
        if y >= body.height() {
            break;
        }
        match line.kind {
            Kind::Head => {
                let share = share(app, block);
                let room = body.width().saturating_sub(u16::try_from(width(&share)).unwrap_or(0) + 3);
                let name = app.panes.visits.diary.called(block.with, app.setting()).to_uppercase();
                let x = body.put_fit(1, y, &name, room, STRONG);
                body.put_fit(x + 2, y, &line.text, room.saturating_sub(x + 2), PLAIN);
                body.put_right(y, &format!("{share} "), QUIET);
            }
            Kind::Under => {
                body.put_fit(3, y, &line.text, body.width().saturating_sub(4), PLAIN);
            }
            Kind::Alarm => {
                let x = body.put(3, y, "! ", ALARM);
                body.put_fit(x, y, &line.text, body.width().saturating_sub(x + 1), ALARM);
            }
        }
        y += 1;
    }
    y
}

/// Rows that a block takes.
pub fn height(app: &Scene<'_>, block: &Block) -> u16 {
    u16::try_from(lines(app, block, false).len()).unwrap_or(u16::MAX)
}

fn lines(app: &Scene<'_>, block: &Block, in_lines: bool) -> Vec<Told> {
    let locale = &app.locale;
    let today = app.world.today;
    let mut lines = vec![Told { text: plan(app, block), kind: Kind::Head }];
    let others = plans(app, block).into_iter().skip(1);
    lines.extend(others.map(|text| Told { text, kind: Kind::Under }));
    let mut under = Vec::new();
    let bars: String = block.strip.iter().map(|mark| strip_sign(Some(*mark), locale)).collect();
    if !bars.is_empty() && !in_lines {
        under.push(bars);
    }
    if !block.next.is_empty() {
        let days: Vec<String> = block.next.iter().map(|day| locale.day(*day, today)).collect();
        under.push(locale.tell("block-next", &[("days", arg(days.join(", ")))]));
    } else if let Some(days) = block.met {
        under.push(locale.tell("block-met", &[("days", arg(days))]));
    }
    if !under.is_empty() {
        lines.push(Told { text: under.join("  "), kind: Kind::Under });
    }
    if let Some(standing) = &block.standing {
        let step = ladder_step(app, standing.step);
        let (number, name) = step.split_once(": ").unwrap_or((&step, ""));
        let told = [number, &tell_standing(app, standing), &proposal(app, standing), name].join(" · ");
        let text = told.trim_end_matches(" · ").to_owned();
        lines.push(Told { text, kind: Kind::Under });
    }
    if let Some(year) = block.new_years.first() {
        let gap =
            |days: &[chrono::NaiveDate]| days.iter().map(|day| locale.date(*day, today)).collect::<Vec<_>>().join(", ");
        let chosen = block.arrangements.iter().find_map(|id| app.panes.visits.diary.arrangement(*id));
        let choice = chosen.and_then(|stored| stored.value.series.pattern.parity()).and_then(|(_, choice)| choice);
        let (key, days) = match choice {
            Some(crate::domain::codes::Week53::KeepFortnight) => ("block-week_53-fortnight", &year.keep_fortnight),
            Some(crate::domain::codes::Week53::KeepParity) => ("block-week_53-parity", &year.keep_parity),
            None => ("block-week_53-open", &year.keep_parity),
        };
        lines.push(Told { text: locale.tell(key, &[("days", arg(gap(days)))]), kind: Kind::Under });
    }
    if let Some(limit) = &block.limit {
        let of = &limit.value;
        let key = if of.kind == RestrictionKind::Stopped { "block-stop" } else { "block-limit" };
        let mut decided = of.decided_on.map_or_else(
            || locale.say(&format!("{key}-undecided")),
            |day| locale.tell(key, &[("day", arg(locale.date(day, today)))]),
        );
        if of.from > today {
            let from = [("day", arg(locale.date(of.from, today))), ("what", arg(decided))];
            decided = locale.tell("block-from", &from);
        }
        let until = match of.until {
            Some(until) => Some(locale.tell("block-until", &[("day", arg(locale.date(until, today)))])),
            None => of.further_notice.then(|| locale.label(Ending::FurtherNotice)),
        };
        let due = limit.due.map(|due| locale.tell("block-due", &[("day", arg(locale.date(due, today)))]));
        let late = limit.due.map(|due| (today - due).num_days()).filter(|days| *days > 0);
        let mut parts = vec![decided];
        parts.extend(due);
        parts.extend(late.map(|days| locale.tell("block-late", &[("days", arg(days))])));
        parts.extend(until);
        if !limit.missing.is_empty() {
            let missing: Vec<String> = limit.missing.iter().map(|one| locale.missing(*one)).collect();
            parts.push(locale.tell("block-missing", &[("missing", arg(missing.join(", ")))]));
        }
        let is_stop = of.kind == RestrictionKind::Stopped;
        let kind = if is_stop || late.is_some() || !limit.missing.is_empty() { Kind::Alarm } else { Kind::Under };
        lines.push(Told { text: parts.join(", "), kind });
    }
    lines
}

/// The plan in words: `jämna lö 10–14, Lekoteket, Karin, till 30/5`.
fn plan(app: &Scene<'_>, block: &Block) -> String {
    plans(app, block).into_iter().next().unwrap_or_else(|| app.locale.say("block-no-plan"))
}

/// All that is planned, what goes on longest first.
fn plans(app: &Scene<'_>, block: &Block) -> Vec<String> {
    let planned = block.arrangements.iter().filter_map(|id| app.panes.visits.diary.arrangement(*id));
    let mut planned: Vec<_> = planned.map(|stored| &stored.value).collect();
    planned.sort_by_key(|of| {
        (of.series.last().is_some(), std::cmp::Reverse(of.series.last()), std::cmp::Reverse(of.series.from))
    });
    planned.into_iter().map(|of| app.locale.plan(of, app.world.today, app.setting())).collect()
}

/// How many were held of those told: `hållna 9 av 12`; those that we cancelled are said apart.
fn share(app: &Scene<'_>, block: &Block) -> String {
    let tally = &block.tally;
    if tally.told() == 0 {
        return String::new();
    }
    let mut text = app.locale.tell("block-share", &[("held", arg(tally.held)), ("told", arg(tally.told()))]);
    if tally.by_us > 0 {
        text = format!("{text}, {}", app.locale.tell("block-by-us", &[("count", arg(tally.by_us))]));
    }
    text
}
