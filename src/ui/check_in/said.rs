//! The words of this week: the colour, the lines, what they mean, and which families come next.

use ratatui::style::Style;

use super::LABEL;
use crate::app::Scene;
use crate::app::layer::check_in::{Focus, Part, Round};
use crate::domain::codes::{Code, Colour};
use crate::domain::directory::FamilyName;
use crate::locale::{arg, colour_sign};
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, scrolled};
use crate::ui::theme::{ALARM, DONE, HEADING, MARK, MARKER, PLAIN, QUIET, STRONG};

/// Rows: a rule, the colours, a line each for what is said, what it means, what comes next.
pub const ROWS: u16 = 7;

/// Draws the foot.
pub fn draw(app: &Scene<'_>, round: &Round, foot: &mut Canvas<'_>) {
    foot.rule(0);
    colours(app, round, foot);
    for (row, part) in (2..).zip(Part::ALL) {
        let (key, line) = match part {
            Part::Sentence => ("run-sentence", &round.sentence),
            Part::Step => ("run-step", &round.step),
            Part::Decision => ("run-decision", &round.decision),
        };
        let focused = round.focus == Focus::Line(part);
        if focused {
            foot.put_unredacted(0, row, MARK, MARKER);
        }
        let label = pad(&app.locale.say(key), usize::from(LABEL));
        foot.put_unredacted(1, row, &label, if focused { HEADING } else { QUIET });
        let left = 1 + LABEL;
        let room = usize::from(foot.width().saturating_sub(left + 1));
        let at = if focused { line.cursor() } else { 0 };
        let (shown, at) = scrolled(line.text(), at, room);
        foot.put_unredacted(left, row, &shown, PLAIN);
        if focused {
            foot.point(left + u16::try_from(at).unwrap_or(0), row);
        }
    }
    match round.focus {
        Focus::Adding | Focus::Present => return asked(app, round, foot),
        Focus::Keys | Focus::Line(_) => {
            let (told, look) = meaning(app, round);
            foot.put_fit(1, 5, &told, foot.width().saturating_sub(2), look);
        }
    }
    let coming = if round.coming.is_empty() {
        app.locale.say("run-none-after")
    } else {
        let called = |family: &FamilyName| app.family_called(&family.name, &family.case_ref);
        let mut names: Vec<String> = round.coming.iter().map(called).collect();
        if round.coming.len() + 1 < round.left() {
            names.push("…".to_owned());
        }
        app.locale.tell("run-coming", &[("names", arg(names.join(" · ")))])
    };
    foot.put_fit(1, 6, &coming, foot.width().saturating_sub(2), QUIET);
}

/// The colours with their keys, the chosen one marked; and by whom something was said already.
fn colours(app: &Scene<'_>, round: &Round, foot: &mut Canvas<'_>) {
    let mut x = 1;
    let keys = Colour::ALL.iter().zip(['1', '2', '3']);
    for (colour, key) in keys {
        let chosen = round.colour == Some(*colour);
        x = foot.put_unredacted(x, 1, if chosen { MARK } else { " " }, MARKER);
        let look = if chosen { style(*colour) } else { QUIET };
        x = foot.put_unredacted(x, 1, &format!("{key} {} {}", colour_sign(*colour), app.locale.label(*colour)), look)
            + 2;
    }
    let now = round.page.as_ref().and_then(|page| page.spoken.now.as_ref());
    let told = match (now, round.current()) {
        (Some(now), _) if now.value.as_before => {
            app.locale.tell("run-said-as-before", &[("name", arg(now.value.by.as_str()))])
        }
        (Some(now), _) => app.locale.tell("run-said-by", &[("name", arg(now.value.by.as_str()))]),
        (None, Some(one)) if one.skipped => app.locale.say("run-skipped"),
        _ => return,
    };
    foot.put_right(1, &format!("{told} "), DONE);
}

pub fn style(colour: Colour) -> Style {
    match colour {
        Colour::Green => DONE,
        Colour::Yellow => MARKER,
        Colour::Red => ALARM,
    }
}

/// What the next step means, or what can be done.
fn meaning(app: &Scene<'_>, round: &Round) -> (String, Style) {
    let locale = &app.locale;
    let Some(read) = &round.step_read else {
        let key = match round.focus {
            Focus::Line(Part::Step) => "run-hint-step",
            Focus::Line(_) => "run-hint-line",
            _ if round.is_said() => "run-hint-said",
            _ if round.seen_before() => "run-hint-keys",
            _ => "run-hint-first",
        };
        return (locale.say(key), QUIET);
    };
    if let Some(fault) = read.fault().and_then(|part| locale.line_fault(round.step.text(), part)) {
        return (format!("? {}", fault.sentence), ALARM);
    }
    let due = read.due_on.map(|day| locale.day(day, app.world.today));
    let words: Vec<String> = read.what.clone().into_iter().chain(due).chain(read.who.clone()).collect();
    let key = if read.who.is_some() { "run-is-task" } else { "run-no-task" };
    (locale.tell(key, &[("what", arg(words.join(" · ")))]), QUIET)
}

/// A name that is asked for, and whom it means.
fn asked(app: &Scene<'_>, round: &Round, foot: &mut Canvas<'_>) {
    let adding = round.focus == Focus::Adding;
    let label = app.locale.say(if adding { "run-add" } else { "run-present" });
    foot.put_unredacted(0, 5, MARK, MARKER);
    foot.put_unredacted(1, 5, &pad(&label, usize::from(LABEL)), STRONG);
    let left = 1 + LABEL;
    let room = usize::from(foot.width().saturating_sub(left + 1));
    let (shown, at) = scrolled(round.ask.text(), round.ask.cursor(), room);
    foot.put_unredacted(left, 5, &shown, PLAIN);
    let found: Vec<String> = round.found.iter().map(|family| format!("{} {}", family.name, family.case_ref)).collect();
    let told = if adding { found.join(" · ") } else { app.locale.say("run-present-hint") };
    foot.put_fit(left, 6, &told, foot.width().saturating_sub(left + 1), QUIET);
    foot.point(left + u16::try_from(at).unwrap_or(0), 5);
}
