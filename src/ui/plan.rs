//! The plan pane: five areas with what was measured and their goals, then what is to be done, then the scores.

use ratatui::style::Style;

use super::canvas::Canvas;
use super::text::{pad, width};
use super::theme::{ALARM, DONE, HEADING, PLAIN, QUIET, STRONG};
use super::unfold;
use crate::app::Scene;
use crate::app::layout::WIDE;
use crate::app::list::Markable;
use crate::app::pane::plan::rows::ASIDE;
use crate::app::pane::plan::{Plan, Row};
use crate::domain::codes::{Area, Code, GoalState};
use crate::domain::goal::{Asked, GoalLine};
use crate::domain::measurement::{AreaMeasured, Turn};
use crate::locale::{Locale, arg};

/// From this width on both measurements have room.
const USUAL: u16 = 75;

/// Bars from none to all of a scale.
const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The most that a mean of a scale can be.
const HIGHEST: f64 = 4.0;

/// Columns of the parts of a row.
struct Widths {
    area: usize,
    first: usize,
    latest: usize,
    now: usize,
    target: usize,
}

impl Widths {
    fn of(columns: u16) -> Self {
        match columns {
            ..USUAL => Self { area: 13, first: 0, latest: 10, now: 6, target: 9 },
            USUAL..WIDE => Self { area: 14, first: 8, latest: 10, now: 6, target: 9 },
            WIDE.. => Self { area: 18, first: 12, latest: 14, now: 12, target: 14 },
        }
    }

    /// The column in which goals begin.
    fn goal(&self) -> u16 {
        u16::try_from(1 + self.area + self.first + self.latest).unwrap_or(u16::MAX)
    }
}

/// What the title line says: whose plan, in which phase, when it was last changed.
pub fn title(app: &Scene<'_>) -> String {
    let (locale, plan, today) = (&app.locale, &app.panes.plan, app.world.today);
    let mut parts = vec![locale.say("pane-plan")];
    parts.extend(plan.person.map(|person| plan.name(person, app.setting())).filter(|name| !name.is_empty()));
    if let Some(phase) = plan.phase(app) {
        let name = locale.code(crate::domain::codes::PHASES, &phase.phase);
        let since = [("phase", arg(name)), ("day", arg(locale.date(phase.from, today)))];
        parts.push(locale.tell("plan-phase", &since));
    }
    parts.extend(plan.lacks(app).map(|lack| locale.say(&format!("phase-lacks-{}", lack.key()))));
    let revised = plan.person.and_then(|person| plan.plan.revised.get(&person));
    parts.extend(revised.map(|on| locale.tell("plan-revised", &[("day", arg(locale.date(*on, today)))])));
    parts.join(" · ")
}

/// Draws the pane.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let plan = &app.panes.plan;
    if let Some(key) = plan.emptiness(app) {
        body.put(1, 1, &app.locale.say(key), QUIET);
        return;
    }
    let widths = Widths::of(body.width());
    heading(&app.locale, body, &widths);
    let room = body.height().saturating_sub(ASIDE);
    let (top, rows) = plan.rows.shown();
    let placed: Vec<(usize, &Row)> = (top..).zip(rows).collect();
    let marked = plan.rows.current().and_then(|_| plan.rows.marker.checked_sub(top));
    let mut list = body.rows(1, room);
    let is_markable = |(_, row): &(usize, &Row)| row.is_markable();
    unfold::draw(&placed, marked, is_markable, &mut list, |(_, row), canvas, y| {
        draw_row(app, plan, row, canvas, y, &widths);
    });
    let mut foot = body.rows(1 + room, ASIDE - 1);
    scores(app, plan, &mut foot);
}

fn heading(locale: &Locale, body: &mut Canvas<'_>, widths: &Widths) {
    let names = [
        pad("", widths.area),
        if widths.first == 0 { String::new() } else { pad(&locale.say("plan-first"), widths.first) },
        pad(&locale.say("plan-latest"), widths.latest),
        locale.say("plan-goals"),
    ];
    body.put_unredacted(1, 0, &names.concat(), QUIET);
    let right = [pad(&locale.say("plan-now"), widths.now), pad(&locale.say("plan-target"), widths.target)].concat();
    body.put_unredacted(body.width().saturating_sub(columns(&right) + 1), 0, &right, QUIET);
}

fn columns(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

fn draw_row(app: &Scene<'_>, plan: &Plan, row: &Row, canvas: &mut Canvas<'_>, y: u16, widths: &Widths) {
    match row {
        Row::Area { area, goal, is_first } => {
            canvas.say(y, || sentence(app, plan, *area, *goal));
            if *is_first {
                draw_area(app, plan, *area, canvas, y, widths);
            }
            match goal.and_then(|number| plan.goal(number)) {
                Some(line) => draw_goal(app, line, canvas, y, widths),
                None => {
                    let forgotten = plan.is_forgotten(*area);
                    let key = if forgotten { "plan-weak-no-goal" } else { "plan-no-goal" };
                    let style = if forgotten { ALARM } else { QUIET };
                    canvas.put_unredacted(widths.goal(), y, &app.locale.say(key), style);
                }
            }
        }
        Row::Obstacles => {
            let kinds = plan.person.and_then(|person| plan.plan.obstacles.get(&person)).into_iter().flatten();
            let kinds: Vec<String> = kinds.map(|kind| app.locale.label(*kind)).collect();
            let told = app.locale.tell("plan-obstacles", &[("which", arg(kinds.join(", ")))]);
            canvas.put_fit(3, y, &told, canvas.width().saturating_sub(4), QUIET);
        }
        Row::Blank => {}
        Row::Actions(open) => {
            let words = app.locale.tell("plan-actions", &[("count", arg(*open))]);
            let words = words.trim_end();
            canvas.put_unredacted(1, y, words, HEADING);
        }
        Row::Action(id) => draw_action(app, plan, *id, canvas, y, widths),
        Row::Crisis(_) => draw_crisis(app, plan, canvas, y),
    }
}

/// A row of an area in a sentence: what was measured, the goal, how it stands, its day.
fn sentence(app: &Scene<'_>, plan: &Plan, area: Area, goal: Option<u32>) -> String {
    let (locale, today) = (&app.locale, app.world.today);
    let mut parts = vec![locale.say(&format!("plan-area-{}", area.code()))];
    match plan.measured.get(&area) {
        None => parts.push(locale.say("plan-not-measured")),
        Some(measured) => {
            let value = |value: Option<f64>| value.map(|value| locale.decimal(value, 1));
            let latest = value(measured.latest.filter(|_| measured.is_again));
            parts.extend(value(measured.first).map(|first| format!("{} {first}", locale.say("plan-first"))));
            parts.extend(latest.map(|latest| format!("{} {latest}", locale.say("plan-latest"))));
            parts.extend(measured.turn.map(|turn| locale.turn(turn)));
        }
    }
    let Some(line) = goal.and_then(|number| plan.goal(number)) else {
        let key = if plan.is_forgotten(area) { "plan-weak-no-goal" } else { "plan-no-goal" };
        parts.push(format!("{}: {}", locale.say("plan-goals"), locale.say(key)));
        return parts.join(", ").replace(": –", &format!(": {}", locale.say("lines-none")));
    };
    let of = &line.goal;
    let told = [("number", arg(of.number)), ("goal", arg(of.goal.as_str()))];
    parts.push(locale.tell("lines-goal", &told));
    if line.asked(today) == Some(Asked::NoStep) {
        parts.push(locale.tell("plan-no-step", &[("day", arg(locale.date(line.since(), today)))]));
    }
    parts.push(format!("{} {}", locale.say("plan-now"), of.stood()));
    match (of.state, of.target_on) {
        (GoalState::Open, Some(day)) => {
            parts.push(format!("{} {}", locale.say("plan-target"), locale.date(day, today)));
        }
        (GoalState::Open, None) => {}
        (state, _) => parts.push(locale.label(state)),
    }
    if line.asked(today) == Some(Asked::Overdue) {
        parts.insert(0, locale.say("lines-wrong"));
    }
    parts.join(", ")
}

/// An area and what was measured of it.
fn draw_area(app: &Scene<'_>, plan: &Plan, area: Area, canvas: &mut Canvas<'_>, y: u16, widths: &Widths) {
    canvas.put_unredacted(1, y, &pad(&app.locale.say(&format!("plan-area-{}", area.code())), widths.area), STRONG);
    let first_column = u16::try_from(1 + widths.area).unwrap_or(1);
    let latest_column = first_column + u16::try_from(widths.first).unwrap_or(0);
    let Some(measured) = plan.measured.get(&area) else {
        canvas.put_unredacted(first_column, y, &app.locale.say("plan-not-measured"), QUIET);
        return;
    };
    let style = if measured.is_weak { ALARM } else { PLAIN };
    let (first, latest) = cells(&app.locale, measured);
    if widths.first > 0 {
        canvas.put_unredacted(first_column, y, &first, PLAIN);
    }
    let only = if !measured.is_again && widths.first == 0 { &first } else { &latest };
    let x = canvas.put_unredacted(latest_column, y, only, style);
    let sign = match measured.turn {
        Some(Turn::Better) => "+",
        Some(Turn::Worse) => "-",
        Some(Turn::Same) | None => "",
    };
    canvas.put_unredacted(x + 1, y, sign, STRONG);
}

/// Both measurements in figures and bars.
fn cells(locale: &Locale, measured: &AreaMeasured) -> (String, String) {
    let cell = |value: Option<f64>| value.map(|value| format!("{} {}", bar(value), locale.decimal(value, 1)));
    (cell(measured.first).unwrap_or_default(), cell(measured.latest.filter(|_| measured.is_again)).unwrap_or_default())
}

fn bar(value: f64) -> &'static str {
    let step = (value / HIGHEST * 7.0).round().clamp(0.0, 7.0);
    BARS.iter()
        .enumerate()
        .find(|(place, _)| f64::from(u8::try_from(*place).unwrap_or(0)) >= step)
        .map_or("█", |(_, bar)| bar)
}

/// A goal: its number and words, why somebody should look at it, how it stands, its day.
fn draw_goal(app: &Scene<'_>, line: &GoalLine, canvas: &mut Canvas<'_>, y: u16, widths: &Widths) {
    let (locale, goal, today) = (&app.locale, &line.goal, app.world.today);
    let asked = line.asked(today);
    let style = match (goal.state, asked) {
        (GoalState::Open, Some(_)) => ALARM,
        (GoalState::Open, None) => PLAIN,
        (GoalState::Done, _) => DONE,
        (GoalState::Dropped, _) => QUIET,
    };
    let right = u16::try_from(widths.now + widths.target + 1).unwrap_or(0);
    let room = canvas.width().saturating_sub(widths.goal() + right + 1);
    let mut words = vec![format!("{} {}", goal.number, goal.goal)];
    if asked == Some(Asked::NoStep) {
        words.push(locale.tell("plan-no-step", &[("day", arg(locale.date(line.since(), today)))]));
    }
    canvas.put_fit(widths.goal(), y, &words.join(" · "), room, style);
    let x = canvas.width().saturating_sub(right);
    canvas.put_unredacted(x, y, &pad(&goal.stood(), widths.now), style);
    let target = match (goal.state, goal.target_on) {
        (GoalState::Open, Some(day)) if asked == Some(Asked::Overdue) => format!("! {}", locale.date(day, today)),
        (GoalState::Open, Some(day)) => locale.date(day, today),
        (GoalState::Open, None) => String::new(),
        (state, _) => locale.label(state),
    };
    let x = x + u16::try_from(widths.now).unwrap_or(0);
    canvas.put_unredacted(x, y, &target, style);
}

fn draw_action(
    app: &Scene<'_>,
    plan: &Plan,
    id: crate::domain::ids::PlanActionId,
    canvas: &mut Canvas<'_>,
    y: u16,
    widths: &Widths,
) {
    let Some(stored) = plan.action(id) else { return };
    let (locale, action, today) = (&app.locale, &stored.value, app.world.today);
    let is_late = action.is_late(today);
    let (sign, style): (&str, Style) = match (action.done_on, is_late) {
        (Some(_), _) => ("✓", QUIET),
        (None, true) => ("!", ALARM),
        (None, false) => ("·", PLAIN),
    };
    canvas.put_unredacted(1, y, sign, style);
    let day = match (action.done_on, action.due_on) {
        (Some(done), _) => locale.tell("plan-action-done", &[("day", arg(locale.date(done, today)))]),
        (None, Some(due)) if is_late => {
            let days = [("days", arg((today - due).num_days()))];
            locale.tell("handover-days-late", &days)
        }
        (None, Some(due)) => locale.date(due, today),
        (None, None) => String::new(),
    };
    let mut words = Vec::new();
    words.extend(action.goal.map(|goal| goal.to_string()));
    words.push(action.text.clone());
    let who = action.who.as_deref().map(|who| format!(" · {who}")).unwrap_or_default();
    let right = u16::try_from(widths.now + widths.target + 4).unwrap_or(0);
    let room = canvas.width().saturating_sub(3 + right + 1);
    canvas.put_fit(3, y, &format!("{}{who}", words.join(" ")), room, style);
    canvas.put_unredacted(canvas.width().saturating_sub(right), y, &day, style);
}

/// Crisis support to the parent: how it stands, how many talks.
fn draw_crisis(app: &Scene<'_>, plan: &Plan, canvas: &mut Canvas<'_>, y: u16) {
    let (locale, today) = (&app.locale, app.world.today);
    let x = canvas.put_unredacted(1, y, &format!("{}  ", locale.say("plan-crisis")), HEADING);
    let held = plan.person.and_then(|person| plan.plan.talks.get(&person)).copied().unwrap_or_default();
    let Some(stored) = plan.person.and_then(|person| plan.plan.crisis_of(person)) else {
        let key = if held > 0 { "plan-crisis-only-talks" } else { "plan-no-crisis" };
        canvas.put_unredacted(x, y, &locale.tell(key, &[("count", arg(held))]), QUIET);
        return;
    };
    let support = &stored.value;
    let mut words = Vec::new();
    words.extend(support.offered_on.map(|on| locale.tell("plan-offered", &[("day", arg(locale.date(on, today)))])));
    words.extend(support.answer.map(|answer| locale.label(answer)));
    words.extend(support.legal_form.map(|form| locale.label(form)));
    let most = app.rules().on("crisis_talks_max", today).and_then(|rule| rule.most);
    let talks = [("count", arg(support.talks(held))), ("most", arg(most.unwrap_or_default()))];
    words.push(locale.tell(if most.is_some() { "plan-talks-of" } else { "plan-talks" }, &talks));
    words.extend(support.ended_on.map(|on| locale.tell("plan-ended", &[("day", arg(locale.date(on, today)))])));
    canvas.put_fit(x, y, &words.join(" · "), canvas.width().saturating_sub(x + 1), PLAIN);
}

/// The scores of the person's goals: when they were made, now, as the person sees it.
fn scores(app: &Scene<'_>, plan: &Plan, foot: &mut Canvas<'_>) {
    let locale = &app.locale;
    let scores = plan.scores();
    let whole = |score: f64| locale.decimal(score, 0);
    let told = match (scores.start, scores.now) {
        (Some(start), Some(now)) => format!("T {} → {}", whole(start), whole(now)),
        (None, Some(now)) => format!("T {}", whole(now)),
        (Some(start), None) => format!("T {} → –", whole(start)),
        (None, None) => locale.say("plan-no-score"),
    };
    let style = if scores.start.or(scores.now).is_some() { STRONG } else { QUIET };
    let contents = contents(app, plan);
    foot.put_right_unredacted(1, &format!("{contents} "), QUIET);
    let x = foot.put_unredacted(1, 1, &told, style);
    if usize::from(foot.width()) <= usize::from(x) + 5 + width(&contents) {
        return;
    }
    let own = scores.own.map(|own| locale.tell("plan-own-score", &[("score", arg(whole(own)))]));
    foot.put_unredacted(x + 3, 1, &own.unwrap_or_default(), PLAIN);
}

/// How much of what the plan must hold can be seen here.
fn contents(app: &Scene<'_>, plan: &Plan) -> String {
    let counts = plan.contents().into_iter().map(|(section, count, all)| {
        let told = [("section", arg(section)), ("count", arg(count)), ("all", arg(all))];
        app.locale.tell("plan-content-count", &told)
    });
    let counts: Vec<String> = counts.collect();
    match counts.is_empty() {
        true => String::new(),
        false => app.locale.tell("plan-content-of", &[("parts", arg(counts.join(" · ")))]),
    }
}
