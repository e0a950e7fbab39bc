//! A family before it is spoken of: the last check-in, what has been since, what is late, what is to be done.

use ratatui::style::Style;

use crate::app::Scene;
use crate::app::layer::check_in::Page;
use crate::app::layer::session::sign;
use crate::app::layout::WIDE;
use crate::domain::check_in::LONG_AGO;
use crate::domain::codes::{Outcome, Presence, ReferralState, VisitOutcome};
use crate::domain::session::GoalMark;
use crate::locale::arg;
use crate::store::{SessionRow, VisitSinceRow};
use crate::ui::canvas::Canvas;
use crate::ui::text::wrap;
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};

/// A line and how it looks.
type Told = (String, Style);

/// How many lines of each thing there is room for.
#[derive(Clone, Copy)]
struct Most {
    sentence: usize,
    sessions: usize,
    visits: usize,
    late: usize,
    goals: usize,
    onward: usize,
    tasks: usize,
}

/// From much room to little.
const MOST: &[Most] = &[
    Most { sentence: 6, sessions: 12, visits: 8, late: 8, goals: 8, onward: 6, tasks: 10 },
    Most { sentence: 3, sessions: 4, visits: 3, late: 4, goals: 3, onward: 3, tasks: 4 },
    Most { sentence: 2, sessions: 3, visits: 2, late: 3, goals: 2, onward: 2, tasks: 3 },
    Most { sentence: 2, sessions: 2, visits: 1, late: 2, goals: 2, onward: 2, tasks: 2 },
    Most { sentence: 1, sessions: 2, visits: 1, late: 2, goals: 1, onward: 1, tasks: 1 },
    Most { sentence: 1, sessions: 1, visits: 1, late: 1, goals: 1, onward: 1, tasks: 1 },
];

/// Draws what is known; where there is room, what was said and is to be done beside what has been and is late.
pub fn draw(app: &Scene<'_>, page: &Page, upper: &mut Canvas<'_>) {
    head(app, page, upper);
    let mut rest = upper.rows(1, upper.height().saturating_sub(1));
    let rows = usize::from(rest.height());
    let wide = rest.width() >= WIDE;
    let width = if wide { rest.width() / 2 } else { rest.width() };
    let room = usize::from(width.saturating_sub(5));
    let told = |most: Most| {
        let said = before(app, page, most, room);
        let stands = [goals(app, page, most), onward(app, page, most)].concat();
        let since = [since(app, page, most), stands, late(app, page, most)].concat();
        (said, since, tasks(app, page, most))
    };
    let fits = |most: &&Most| {
        let (said, since, tasks) = told(**most);
        if wide {
            said.len() + tasks.len() < rows && since.len() <= rows
        } else {
            said.len() + since.len() + tasks.len() <= rows
        }
    };
    let most = MOST.iter().find(fits).or(MOST.last());
    let Some((said, since, tasks)) = most.map(|most| told(*most)) else { return };
    if wide {
        put(&mut rest.columns(0, width), &[said, vec![(String::new(), PLAIN)], tasks].concat());
        put(&mut rest.columns(width, width), &since);
    } else {
        put(&mut rest, &[said, since, tasks].concat());
    }
}

fn put(canvas: &mut Canvas<'_>, lines: &[Told]) {
    for (y, (line, look)) in (0..canvas.height()).zip(lines) {
        canvas.put_fit(1, y, line, canvas.width().saturating_sub(2), *look);
    }
}

/// Which family, and for how long nobody has spoken of it.
fn head(app: &Scene<'_>, page: &Page, upper: &mut Canvas<'_>) {
    let case_ref = &page.spoken.family.case_ref;
    let called = app.family_called(&page.family(), case_ref);
    let x = upper.put_unredacted(1, 0, &called.to_uppercase(), STRONG);
    if called != *case_ref {
        upper.put_unredacted(x + 2, 0, case_ref, QUIET);
    }
    let days = page.spoken.before.as_ref().map(|before| (app.world.today - before.value.on).num_days());
    let (told, look) = match days {
        None => (app.locale.say("run-never"), ALARM),
        Some(days) if days >= LONG_AGO => (app.locale.tell("run-long-ago", &[("days", arg(days))]), ALARM),
        Some(_) => return,
    };
    upper.put_right(0, &format!("! {told} "), look);
}

/// What was said last.
fn before(app: &Scene<'_>, page: &Page, most: Most, room: usize) -> Vec<Told> {
    let (locale, today) = (&app.locale, app.world.today);
    let Some(before) = &page.spoken.before else { return vec![(locale.say("run-nothing-said"), QUIET)] };
    let said = &before.value;
    let heading = [
        ("day", arg(locale.day(said.on, today))),
        ("colour", arg(locale.colour(said.colour))),
        ("name", arg(said.by.as_str())),
    ];
    let mut lines = vec![(locale.tell("run-before", &heading), HEADING)];
    let text = |text: &str, most: usize| {
        let mut wrapped = wrap(text, room);
        if wrapped.len() > most {
            wrapped.truncate(most);
            if let Some(last) = wrapped.last_mut() {
                last.push('…');
            }
        }
        wrapped.into_iter().map(|line| (format!("  {line}"), PLAIN)).collect::<Vec<Told>>()
    };
    lines.extend(said.sentence.iter().flat_map(|sentence| text(sentence, most.sentence)));
    let decision =
        said.decision.as_ref().map(|decision| locale.tell("run-decided", &[("what", arg(decision.as_str()))]));
    lines.extend(decision.iter().flat_map(|decision| text(decision, 1)));
    lines.extend(locale.next_step(said, today).iter().flat_map(|step| text(&format!("→ {step}"), 1)));
    lines
}

/// What has been since: how much, the last of it, the goals it touched.
fn since(app: &Scene<'_>, page: &Page, most: Most) -> Vec<Told> {
    let (locale, spoken) = (&app.locale, &page.spoken);
    let held = spoken.sessions.iter().filter(|row| row.outcome == Outcome::Held).count();
    let missed =
        spoken.sessions.iter().filter(|row| matches!(row.outcome, Outcome::Cancelled | Outcome::NoShow)).count();
    let met = spoken.visits.iter().filter(|visit| visit.outcome == VisitOutcome::Held).count();
    let lost = spoken
        .visits
        .iter()
        .filter(|visit| matches!(visit.outcome, VisitOutcome::Cancelled | VisitOutcome::NoShow))
        .count();
    let mut counts = vec![locale.tell("run-sessions", &[("count", arg(held))])];
    counts.extend((missed > 0).then(|| locale.tell("run-missed", &[("count", arg(missed))])));
    counts.extend((met > 0).then(|| locale.tell("run-visits", &[("count", arg(met))])));
    counts.extend((lost > 0).then(|| locale.tell("run-missed", &[("count", arg(lost))])));
    counts.extend(grouped(app, page));
    let counts = [("counts", arg(counts.join(" · "))), ("day", arg(locale.date(spoken.since, app.world.today)))];
    let mut lines = vec![(locale.tell("run-since", &counts), HEADING)];
    lines.extend(spoken.sessions.iter().take(most.sessions).map(|row| (session(app, row), PLAIN)));
    lines.extend(spoken.visits.iter().take(most.visits).map(|visit| (visited(app, page, visit), PLAIN)));
    if !spoken.goals.is_empty() {
        let goals: Vec<String> = spoken.goals.iter().map(|mark| goal(app, *mark)).collect();
        lines.push((format!("  {}", goals.join(" · ")), PLAIN));
    }
    lines
}

fn session(app: &Scene<'_>, row: &SessionRow) -> String {
    let names: Vec<String> = row.people.iter().map(|(_, name)| name.shown(app.setting())).collect();
    let words = [
        format!("  {} {}", sign(row.outcome), app.locale.day(row.on, app.world.today)),
        app.locale.label(row.mode),
        app.locale.label(row.kind),
        names.join(", "),
    ];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("  ")
}

fn visited(app: &Scene<'_>, page: &Page, visit: &VisitSinceRow) -> String {
    let sign = match visit.outcome {
        VisitOutcome::Held => "✓",
        VisitOutcome::Cancelled => "×",
        VisitOutcome::NoShow => "–",
        VisitOutcome::Planned | VisitOutcome::Moved if visit.on < app.world.today => "?",
        VisitOutcome::Planned | VisitOutcome::Moved => "·",
    };
    let with: Vec<String> = visit.with.iter().map(|person| page.called(*person, app.setting())).collect();
    let between = format!("{} – {}", page.called(visit.child, app.setting()), with.join(", "));
    let day = app.locale.day(visit.on, app.world.today);
    format!("  {sign} {}", app.locale.tell("run-visit", &[("day", arg(day)), ("between", arg(between))]))
}

fn goal(app: &Scene<'_>, mark: GoalMark) -> String {
    let value = match (mark.done, mark.attainment) {
        (true, _) => app.locale.say("goal-done"),
        (false, Some(attainment)) => format!("{attainment:+}"),
        (false, None) => return app.locale.tell("goal", &[("goal", arg(mark.goal))]),
    };
    app.locale.tell("goal-with", &[("goal", arg(mark.goal)), ("value", arg(value))])
}

/// Where goals now stand: as those who work with them see it, and the person.
fn goals(app: &Scene<'_>, page: &Page, most: Most) -> Vec<Told> {
    let locale = &app.locale;
    let shown = page.spoken.open_goals.iter().take(most.goals).map(|goal| {
        let whose = page.called(goal.person, app.setting());
        let level = |level: Option<i8>| match level {
            None => "–".to_owned(),
            Some(0) => "0".to_owned(),
            Some(level) => format!("{level:+}"),
        };
        let own = goal.own_now.filter(|own| goal.now != Some(*own));
        let own = own.map(|own| locale.tell("run-goal-own", &[("level", arg(level(Some(own))))]));
        let words = [
            format!("  {} {whose}: {}", goal.number, goal.goal),
            format!("{} → {}", level(goal.start), level(goal.now)),
            own.unwrap_or_default(),
        ];
        (words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("  "), PLAIN)
    });
    shown.chain(more(app, page.spoken.open_goals.len(), most.goals)).collect()
}

/// To whom its people are referred and how far that has come, and what nobody gives.
fn onward(app: &Scene<'_>, page: &Page, most: Most) -> Vec<Told> {
    let locale = &app.locale;
    let shown = page.spoken.onward.iter().take(most.onward).map(|one| {
        let is_gap = one.state == ReferralState::Gap;
        let mut words = vec![locale.actor(&one.to)];
        words.extend(one.person.map(|person| page.called(person, app.setting())));
        words.push(locale.referral_since(one, app.world.today));
        words.retain(|word| !word.is_empty());
        let sign = if is_gap { "!" } else { "→" };
        (format!("{sign} {}", words.join("  ")), if is_gap { ALARM } else { PLAIN })
    });
    shown.chain(more(app, page.spoken.onward.len(), most.onward)).collect()
}

/// At how many meetings of groups its people were, of those they were asked to.
fn grouped(app: &Scene<'_>, page: &Page) -> Option<String> {
    let parts = &page.spoken.groups;
    let came = parts.iter().filter(|part| part.present == Presence::Yes).count();
    let of = parts.iter().filter(|part| matches!(part.present, Presence::Yes | Presence::No)).count();
    (of > 0).then(|| app.locale.tell("run-groups", &[("came", arg(came)), ("of", arg(of))]))
}

/// What is late.
fn late(app: &Scene<'_>, page: &Page, most: Most) -> Vec<Told> {
    let shown = page.late.iter().take(most.late).map(|line| (format!("! {line}"), ALARM));
    shown.chain(more(app, page.late.len(), most.late)).collect()
}

/// What is to be done still.
fn tasks(app: &Scene<'_>, page: &Page, most: Most) -> Vec<Told> {
    let (locale, today) = (&app.locale, app.world.today);
    let shown = page.spoken.tasks.iter().take(most.tasks).map(|row| {
        let task = &row.task.value;
        let late = task.due_on.is_some_and(|due| due < today);
        let due = task.due_on.map(|day| locale.day(day, today)).unwrap_or_default();
        let sign = if late { "!" } else { "·" };
        let line = format!("{sign} {}  {}  {due}", task.what, task.who);
        (line.trim_end().to_owned(), if late { ALARM } else { PLAIN })
    });
    shown.chain(more(app, page.spoken.tasks.len(), most.tasks)).collect()
}

fn more(app: &Scene<'_>, all: usize, most: usize) -> Option<Told> {
    let more = all.checked_sub(most).filter(|more| *more > 0)?;
    Some((format!("  {}", app.locale.tell("and-more", &[("count", arg(more))])), QUIET))
}
