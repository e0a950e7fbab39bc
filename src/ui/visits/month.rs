//! A child's month: what is told of each person the child meets, the days with their weeks, the marked day.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::block;
use super::row::{sign, style, terms};
use crate::app::Scene;
use crate::app::layer::visit::Mark;
use crate::domain::calendar::{Week, holiday};
use crate::domain::visit::Visit;
use crate::domain::visit::calendar::OwnDay;
use crate::locale::{Language, arg};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET, STRONG};

/// Columns of a day, and of the week's number before the days.
const DAY: u16 = 5;
const WEEK: u16 = 6;

/// Rows of a month: its name, and six weeks at most.
const ROWS: u16 = 7;

/// Months that are shown where there is room.
const MOST_MONTHS: u16 = 4;

/// Draws the month.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let child = &app.panes.visits.child;
    if child.siblings.is_empty() {
        body.put(1, 1, &app.locale.say("no-children"), QUIET);
        return;
    }
    if body.is_in_lines() {
        return in_lines(app, body);
    }
    let room = body.height().saturating_sub(ROWS + 1);
    let mut y = 0_u16;
    let mut left = child.blocks.len();
    for told in &child.blocks {
        if y + block::height(app, told).min(2) > room {
            break;
        }
        y = block::draw(app, told, &mut body.rows(0, room), y);
        left -= 1;
    }
    if child.blocks.is_empty() {
        body.put(1, 0, &app.locale.say("no-visits-of-child"), QUIET);
    } else if left > 0 {
        let more = app.locale.tell("and-more-people", &[("count", arg(left))]);
        body.put_right(room, &format!("{more} "), QUIET);
    }
    // As many months as have room, the marked day's first.
    let months = ((body.height().saturating_sub(y)) / (ROWS + 1)).clamp(1, MOST_MONTHS);
    let top = body.height().saturating_sub(months * (ROWS + 1) - 1);
    for later in 1..months {
        let first = child.day.with_day(1).and_then(|first| first.checked_add_months(Months::new(later.into())));
        if let Some(first) = first {
            days(app, first, &mut body.rows(top + later * (ROWS + 1), ROWS));
        }
    }
    let mut grid = body.rows(top, ROWS);
    days(app, child.day, &mut grid);
    let x = WEEK + 7 * DAY + 3;
    let wide = grid.width().saturating_sub(x);
    aside(app, &mut grid.columns(x, wide));
}

/// In lines: what is told of each person, every visit of the marked day's month, and the marked day.
fn in_lines(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let (child, locale) = (&app.panes.visits.child, &app.locale);
    let mut y = 0_u16;
    for told in &child.blocks {
        y = block::draw(app, told, body, y);
    }
    let Some(first) = child.day.with_day(1) else { return };
    let last = first.checked_add_days(Days::new(u64::from(first.num_days_in_month()) - 1)).unwrap_or(first);
    body.put_unredacted(1, y, &locale.say(&format!("month-{}", first.month())), HEADING);
    for visit in child.visits(&app.panes.visits.diary, first, last) {
        y += 1;
        let with: Vec<String> =
            visit.terms().with.iter().map(|id| app.panes.visits.diary.called(*id, app.setting())).collect();
        let sign = sign(Mark::from((&visit, app.world.today)));
        let told = [
            format!("{sign} {}", locale.day(visit.on(), app.world.today)),
            locale.visit_time(visit.terms(), visit.on()),
            with.join(", "),
            terms(app, &visit),
        ];
        let told: Vec<String> = told.into_iter().filter(|part| !part.is_empty()).collect();
        body.put(1, y, &told.join(", "), PLAIN);
    }
    let wide = body.width().saturating_sub(1);
    let rest = body.height().saturating_sub(y + 2);
    aside(app, &mut body.rows(y + 2, rest).columns(1, wide));
}

fn days(app: &Scene<'_>, within: NaiveDate, grid: &mut Canvas<'_>) {
    let (child, today, locale) = (&app.panes.visits.child, app.world.today, &app.locale);
    let Some(first) = within.with_day(1) else { return };
    let last = first.checked_add_days(Days::new(u64::from(first.num_days_in_month()) - 1)).unwrap_or(first);
    let from = Week::of(first).monday();
    let to = Week::of(last).monday().checked_add_days(Days::new(6)).unwrap_or(last);
    let visits = child.visits(&app.panes.visits.diary, from, to);
    let mut month = locale.say(&format!("month-{}", first.month()));
    if first.year() != today.year() {
        month = format!("{} {}", month.chars().take(3).collect::<String>(), first.year());
    }
    grid.put_unredacted(1, 0, &month, HEADING);
    for weekday in 0..7_u16 {
        let day = from.checked_add_days(Days::new(weekday.into())).unwrap_or(from);
        grid.put_unredacted(WEEK + 4 + weekday * DAY, 0, &locale.weekday(day), QUIET);
    }
    let weeks = (to - from).num_days() / 7;
    for row in 0..=u16::try_from(weeks).unwrap_or(0) {
        let Some(monday) = from.checked_add_days(Days::new(7 * u64::from(row))) else { break };
        let number = locale.week(monday).replace(' ', "");
        grid.put_unredacted(1, 1 + row, &number, QUIET);
        for weekday in 0..7_u16 {
            let Some(day) = monday.checked_add_days(Days::new(weekday.into())) else { continue };
            let x = WEEK + 2 + weekday * DAY;
            let own: Vec<&Visit<'_>> = visits.iter().filter(|visit| visit.on() == day).collect();
            cell(app, grid, (x, 1 + row), day, &own, day.month() == first.month());
            if day == child.day {
                grid.mark_at(x, 1 + row);
            } else if day == today {
                grid.put_unredacted(x, 1 + row, "[", QUIET);
            }
        }
    }
}

/// A day: its number, and the sign of what is on it.
fn cell(app: &Scene<'_>, grid: &mut Canvas<'_>, (x, y): (u16, u16), day: NaiveDate, own: &[&Visit<'_>], inside: bool) {
    let left_out = app.panes.visits.child.is_left_out(&app.panes.visits.diary, day);
    let number = format!("{:>2}", day.day());
    let free = holiday(day).is_some() || day.weekday() == chrono::Weekday::Sun;
    let look = match (inside, own.is_empty()) {
        (_, false) => STRONG,
        (false, true) => return,
        (true, true) if free => QUIET,
        (true, true) => PLAIN,
    };
    let end = grid.put_unredacted(x + 1, y, &number, look);
    if let Some(visit) = own.first() {
        let mark = Mark::from((*visit, app.world.today));
        let stopped = app.panes.visits.stopped((*visit).into()).is_some();
        let sign = match own.len() {
            1 if stopped => "!",
            1 => sign(mark),
            _ => "‡",
        };
        grid.put_unredacted(end, y, sign, if stopped { ALARM } else { style(mark) });
    } else if left_out {
        grid.put_unredacted(end, y, "○", QUIET);
    }
}

/// What is on the marked day, and what can be done there.
fn aside(app: &Scene<'_>, canvas: &mut Canvas<'_>) {
    let (child, locale) = (&app.panes.visits.child, &app.locale);
    let room = canvas.width().saturating_sub(1);
    let mut heading = locale.day(child.day, app.world.today);
    if let Some(holiday) = holiday(child.day) {
        let name = if locale.language() == Language::Swedish { &holiday.name_sv } else { &holiday.name_en };
        heading = format!("{heading}, {}", name.to_lowercase());
    }
    for own in app.own_days(child.day) {
        let (OwnDay::Closed(name) | OwnDay::SchoolBreak(name)) = own;
        heading = format!("{heading}, {name}");
    }
    canvas.put_fit(0, 0, &heading, room, HEADING);
    let mut y = 1;
    let own = child.visits(&app.panes.visits.diary, child.day, child.day);
    let current = app.panes.visits.current();
    for visit in &own {
        let mark = Mark::from((visit, app.world.today));
        let with: Vec<String> =
            visit.terms().with.iter().map(|id| app.panes.visits.diary.called(*id, app.setting())).collect();
        if own.len() > 1 && current == Some(visit.into()) {
            canvas.mark(y);
        }
        let head = format!("{} {} {}", sign(mark), locale.visit_time(visit.terms(), visit.on()), with.join(", "));
        canvas.put_fit(if own.len() > 1 { 1 } else { 0 }, y, &head, room, style(mark));
        y += 1;
        let stopped = app.panes.visits.stopped(visit.into());
        if let Some(breach) = stopped.filter(|_| y < canvas.height()) {
            canvas.put_fit(0, y, &format!("! {}", locale.breach(breach)), room, ALARM);
            y += 1;
        }
        let told = terms(app, visit);
        if !told.is_empty() && y < canvas.height() {
            canvas.put_fit(2, y, &told, room.saturating_sub(2), PLAIN);
            y += 1;
        }
        let lacks = visit.is_ahead()
            && stopped.is_none()
            && visit.on() >= app.world.today
            && visit.terms().supervision == crate::domain::codes::Answer::Yes
            && visit.terms().supporters.is_empty();
        if lacks && y < canvas.height() {
            canvas.put_fit(0, y, &format!("! {}", locale.say("concern-unsupported")), room, ALARM);
            y += 1;
        }
    }
    if own.is_empty() {
        let left_out = child.is_left_out(&app.panes.visits.diary, child.day);
        let key = if left_out { "day-left-out" } else { "day-empty" };
        canvas.put_fit(0, y, &locale.say(key), room, QUIET);
        return;
    }
    if canvas.is_in_lines() {
        return;
    }
    // Keys that the bottom line has no room for on a small screen.
    let hints = ["keys-month", "keys-month-more"];
    for (row, hint) in (canvas.height().saturating_sub(2)..).zip(hints) {
        if row > y {
            canvas.put_fit(0, row, &locale.say(hint), room, QUIET);
        }
    }
}
