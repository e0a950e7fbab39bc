//! A child's year: a sign a week for each person the child meets, shares as bars, how long ago siblings met.

use chrono::{Datelike, Days};

use super::row::strip_sign;
use crate::app::Scene;
use crate::app::pane::visits::child::{Block, YEAR};
use crate::domain::calendar::Week;
use crate::domain::codes::{CancelledBy, Code};
use crate::domain::discretion::PersonName;
use crate::domain::ids::PersonId;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::pad;
use crate::ui::theme::{HEADING, PLAIN, QUIET, STRONG};

/// Columns of a name.
const NAME: usize = 10;

/// Columns of a bar.
const BAR: u32 = 16;

/// Draws the year.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let child = &app.panes.visits.child;
    body.put_unredacted(1, 0, &locale.say("year-weeks"), HEADING);
    // Where a year has no room, its oldest weeks are left out.
    let skipped = (NAME + YEAR + 2).saturating_sub(usize::from(body.width())).min(YEAR);
    if !body.is_in_lines() {
        months(app, skipped, body, 1);
    }
    let mut y = 2;
    for block in &child.blocks {
        if body.is_in_lines() {
            break;
        }
        let strip: String = block.year[skipped..].iter().map(|mark| strip_sign(*mark, locale)).collect();
        body.put(1, y, &pad(&app.panes.visits.diary.called(block.with, app.setting()), NAME), STRONG);
        body.put(1 + u16::try_from(NAME).unwrap_or(0), y, &strip, PLAIN);
        y += 1;
    }
    let needed = 2 * child.blocks.len() + child.triangle.len() + 10;
    let gap = u16::from(needed <= usize::from(body.height()));
    y += gap;
    let legend = if body.is_in_lines() { String::new() } else { legend(app) };
    for line in crate::ui::text::wrap(&legend, usize::from(body.width().saturating_sub(2))) {
        body.put_unredacted(1, y, &line, QUIET);
        y += 1;
    }
    y += gap;
    body.put_unredacted(1, y, &locale.say("year-shares"), HEADING);
    y += 1;
    for block in &child.blocks {
        share(app, block, body, y);
        y += 1;
    }
    if child.triangle.is_empty() {
        return;
    }
    y += gap;
    body.put_unredacted(1, y, &locale.say("year-siblings"), HEADING);
    for (one, other, days) in &child.triangle {
        y += 1;
        let shown = |(_, name): &(PersonId, PersonName)| name.shown(app.setting());
        let name = |id| child.siblings.iter().find(|(known, _)| *known == id).map(shown).unwrap_or_default();
        let met = days.map_or_else(|| locale.say("never-met"), |days| locale.tell("met-days", &[("days", arg(days))]));
        let x = body.put(1, y, &pad(&body.hide(&format!("{} – {}", name(*one), name(*other))), 2 * NAME), PLAIN);
        body.put(x + 1, y, &met, PLAIN);
    }
}

/// The months over the weeks: a name where a month's first week is.
fn months(app: &Scene<'_>, skipped: usize, body: &mut Canvas<'_>, y: u16) {
    let this = Week::of(app.world.today).monday();
    let mut told = 0;
    let mut free = 0;
    for place in skipped..YEAR {
        let back = 7 * u64::try_from(YEAR - 1 - place).unwrap_or(0);
        let Some(monday) = this.checked_sub_days(Days::new(back)) else { continue };
        if monday.month() != told && place >= free && place + 3 <= YEAR {
            told = monday.month();
            let name: String = app.locale.say(&format!("month-{told}")).chars().take(3).collect();
            body.put_unredacted(u16::try_from(1 + NAME + place - skipped).unwrap_or(0), y, &name, QUIET);
            free = place + 4;
        }
    }
}

fn legend(app: &Scene<'_>) -> String {
    let mut parts = vec![format!("▇ {}", app.locale.say("legend-held"))];
    let by = |by: &CancelledBy| {
        let letter = app.locale.say(&format!("letter-cancelled_by-{}", by.code()));
        format!("{letter} {}", app.locale.label(*by))
    };
    let all: Vec<String> = CancelledBy::ALL.iter().map(by).collect();
    parts.push(format!("{}: {}", app.locale.say("legend-cancelled"), all.join(" ")));
    parts.push(format!("– {}", app.locale.say("nobody-came")));
    parts.push(format!("? {}", app.locale.say("legend-untold")));
    parts.join("  ")
}

/// A bar of the share of visits held over twelve weeks, with the figures; what we cancelled is a figure of its own.
fn share(app: &Scene<'_>, block: &Block, body: &mut Canvas<'_>, y: u16) {
    let tally = &block.tally;
    let x = body.put(1, y, &pad(&app.panes.visits.diary.called(block.with, app.setting()), NAME), STRONG);
    let Some(share) = tally.share() else {
        body.put(x, y, &app.locale.say("share-none"), QUIET);
        return;
    };
    let full = usize::try_from((share * BAR + 50) / 100).unwrap_or(0);
    let whole = usize::try_from(BAR).unwrap_or(0);
    let bar = format!("{}{}", "▇".repeat(full), "·".repeat(whole - full.min(whole)));
    let x = if body.is_in_lines() { x } else { body.put(x, y, &bar, PLAIN) };
    let words = app.locale.tell(
        "share-figures",
        &[
            ("share", arg(share)),
            ("held", arg(tally.held)),
            ("told", arg(tally.told())),
            ("us", arg(tally.by_us)),
            ("others", arg(tally.cancelled() - tally.by_us)),
            ("missed", arg(tally.no_show)),
            ("untold", arg(tally.untold)),
        ],
    );
    body.put_fit(x + 2, y, &words, body.width().saturating_sub(x + 3), PLAIN);
}
