//! A group that is open: the meeting, who is there, and what stands around it.

use crate::app::Scene;
use crate::app::layout::WIDE;
use crate::app::pane::groups::Cell;
use crate::domain::codes::{Code, MeetingState, Presence};
use crate::domain::group_meeting::{surveys, wished};
use crate::locale::arg;
use crate::store::{GroupPage, MeetingRow};
use crate::ui::canvas::Canvas;
use crate::ui::text::{pad, wrap};
use crate::ui::theme::{ALARM, DONE, HEADING, PLAIN, QUIET};

/// Columns of the meetings beside the page.
const BESIDE: u16 = 50;

/// As many meetings as the line of attendance shows.
const SHOWN: usize = 16;

/// Heights of a bar.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// What the title line says.
pub fn title(app: &Scene<'_>, page: &GroupPage) -> String {
    let (locale, group) = (&app.locale, &page.group.value);
    let every = group.weekday.map(|day| locale.say(&format!("group-title-every-{}", day.code())));
    let start = group.start.map(|start| locale.time(start));
    let when: Vec<String> = every.into_iter().chain(start).collect();
    let held = page.meetings.iter().filter(|told| told.meeting.value.state == MeetingState::Held).count();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(Some(when.join(" ")).filter(|when| !when.is_empty()));
    parts.extend(group.place.clone());
    parts.extend((!group.goes_on()).then(|| locale.label(group.state)));
    parts.push(locale.tell("group-meetings", &[("count", arg(held))]));
    parts.extend((page.families > 0).then(|| locale.tell("group-families", &[("count", arg(page.families))])));
    let told = [("name", arg(group.name.as_str())), ("parts", arg(parts.join(", ")))];
    locale.tell("group-title", &told)
}

/// Draws the page; where there is room, all meetings stand beside it.
pub fn draw(app: &Scene<'_>, page: &GroupPage, body: &mut Canvas<'_>) {
    if body.width() < WIDE {
        return of_meeting(app, page, body);
    }
    let left = body.width() - BESIDE;
    of_meeting(app, page, &mut body.columns(0, left - 1));
    body.columns(left - 1, 1).upright(0);
    meetings(app, page, &mut body.columns(left, BESIDE));
}

fn of_meeting(app: &Scene<'_>, page: &GroupPage, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    let Some(told) = page.meeting() else {
        body.put_unredacted(1, 0, &locale.say("group-no-meeting"), QUIET);
        return body.point(1, 0);
    };
    let end = body.width().saturating_sub(2);
    body.put_fit(1, 0, &headline(app, told), end, HEADING);
    let groups = &app.panes.groups;
    let cells = groups.cells();
    let (columns, rows) = crate::app::pane::groups::grid(cells.len(), app.world.size);
    let wide = body.width().saturating_sub(1) / u16::try_from(columns).unwrap_or(1).max(1);
    let on_page = (columns * rows).max(1);
    let top = if body.is_in_lines() { 0 } else { groups.cell / on_page * on_page };
    // In lines, one under the other.
    let rows = if body.is_in_lines() { cells.len().max(1) } else { rows };
    for (place, cell) in cells.iter().enumerate().skip(top).take(on_page.max(rows)) {
        let at = place - top;
        let column = u16::try_from(at / rows).unwrap_or(0) * wide;
        let y = 1 + u16::try_from(at % rows).unwrap_or(0);
        body.row(y);
        one(app, cell, body, (column, y), wide);
        if place == groups.cell {
            body.mark_at(column, y);
        }
    }
    let mut y = 1 + u16::try_from(rows).unwrap_or(0);
    if cells.is_empty() {
        body.put_unredacted(1, 1, &locale.say("group-nobody"), QUIET);
        body.point(1, 1);
        y = 2;
    }
    if page.roll.others > 0 {
        let others = locale.tell("group-others", &[("count", arg(page.roll.others_came))]);
        body.put_unredacted(1, y, &format!("+ {others}"), QUIET);
        y += 1;
    }
    around(app, page, body, y + 1);
}

/// The meeting: its day, how it stands, and its theme.
fn headline(app: &Scene<'_>, told: &MeetingRow) -> String {
    let (locale, meeting) = (&app.locale, &told.meeting.value);
    let mut parts = vec![locale.day(meeting.on, app.world.today)];
    if meeting.state == MeetingState::Cancelled {
        let why = meeting.reason.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        parts.push(format!("{}{why}", locale.label(meeting.state)));
    }
    parts.push(match &meeting.theme {
        Some(theme) => locale.tell("group-theme", &[("theme", arg(theme.as_str()))]),
        None => locale.say("group-theme-none"),
    });
    if let Some(on) = meeting.wished_on.filter(|_| meeting.theme.is_some()) {
        let day = locale.date(on, app.world.today);
        parts.push(locale.tell("group-wished-on", &[("day", arg(day))]));
    }
    parts.join("  ")
}

/// One of those who are there, from the column of the marker on.
fn one(app: &Scene<'_>, cell: &Cell<'_>, body: &mut Canvas<'_>, (x, y): (u16, u16), wide: u16) {
    match cell {
        Cell::Heads(heads) => {
            let count = app.locale.heads(heads.value.heads, heads.value.count.unwrap_or_default());
            body.put_fit(x + 1, y, &format!("+ {count}"), wide.saturating_sub(2), PLAIN);
        }
        Cell::Person(attender) => {
            let (sign, look) = match (attender.stopped, attender.present()) {
                (Some(_), _) => ("!", ALARM),
                (None, Some(Presence::Yes)) => ("✓", DONE),
                (None, Some(Presence::No)) => ("–", QUIET),
                (None, Some(Presence::Left)) => ("×", QUIET),
                (None, Some(Presence::Expected) | None) => ("·", QUIET),
            };
            let style = if matches!(attender.present(), Some(Presence::No | Presence::Left)) { QUIET } else { PLAIN };
            body.put_unredacted(x + 1, y, sign, look);
            let mut text = attender.person.given_name.shown(app.setting());
            let row = attender.row.as_ref().map(|row| &row.value);
            match (attender.stopped, row.and_then(|row| row.reason.as_ref()), attender.present()) {
                (Some(breach), ..) => text = format!("{text}  {}", app.locale.breach(breach)),
                (None, Some(reason), _) => text = format!("{text}  {reason}"),
                (None, None, Some(Presence::Left)) => {
                    text = format!("{text}  {}", app.locale.label(Presence::Left));
                }
                (None, None, _) => {
                    let family = app.family_called(&attender.family.name, &attender.family.case_ref);
                    text = format!("{text}, {family}");
                }
            }
            body.put_fit(x + 3, y, &text, wide.saturating_sub(4), style);
        }
    }
}

/// What stands around the meeting: the one before, the one after, what is wished for, how many came, what was answered.
fn around(app: &Scene<'_>, page: &GroupPage, body: &mut Canvas<'_>, mut y: u16) {
    let locale = &app.locale;
    let end = body.width().saturating_sub(2);
    let Some(at) = page.at else { return };
    let is_on = |told: &&MeetingRow| told.meeting.value.state != MeetingState::Cancelled;
    let mut line = |heading: &str, text: String, body: &mut Canvas<'_>| {
        let x = body.put_unredacted(1, y, &pad(&locale.say(heading), 9), HEADING);
        body.put_fit(x, y, &text, end.saturating_sub(x), PLAIN);
        y += 1;
    };
    if let Some(gap) = page.meetings[at].meeting.value.open_gap() {
        line("group-gap-heading", gap.to_owned(), body);
    }
    if let Some(before) = page.meetings[..at].iter().rev().find(is_on) {
        let meeting = &before.meeting.value;
        let mut parts = vec![locale.day(meeting.on, app.world.today), came(app, before)];
        parts.extend(meeting.theme.clone());
        parts.extend(meeting.open_gap().map(|gap| locale.tell("group-gap", &[("gap", arg(gap))])));
        line("group-before", parts.join("  "), body);
    }
    let wishes = wished(&page.all());
    let themes: Vec<String> = wishes
        .iter()
        .map(|wish| locale.tell("group-wish", &[("theme", arg(wish.theme.as_str())), ("voices", arg(wish.voices))]))
        .collect();
    let themes = (!themes.is_empty()).then(|| locale.tell("group-wished", &[("themes", arg(themes.join(", ")))]));
    let after = page.meetings[at + 1..].iter().find(is_on).map(|told| &told.meeting.value);
    if after.is_some() || themes.is_some() {
        let mut parts = Vec::new();
        if let Some(meeting) = after {
            parts.push(locale.day(meeting.on, app.world.today));
            parts.push(match &meeting.theme {
                Some(theme) => locale.tell("group-theme", &[("theme", arg(theme.as_str()))]),
                None => locale.say("group-theme-none"),
            });
        }
        parts.extend(themes);
        line("group-after", parts.join("  "), body);
    }
    let mut parts = Vec::new();
    let held = page.meetings.iter().filter(|told| told.meeting.value.state == MeetingState::Held);
    let bars: String = held.map(bar).collect();
    let bars: Vec<char> = bars.chars().collect();
    let bars: String = bars[bars.len().saturating_sub(SHOWN)..].iter().collect();
    let bars = if body.is_in_lines() { String::new() } else { bars };
    parts.extend(Some(bars).filter(|bars| !bars.is_empty()));
    parts.extend(answered(app, page));
    if !parts.is_empty() {
        line("group-attendance", parts.join("  "), body);
    }
    if let Some(heading) = &app.panes.groups.measured_by {
        line("group-measured", heading.clone(), body);
    }
    for text in &app.panes.groups.measured {
        line("group-measured-more", text.clone(), body);
    }
    if let Some(note) = &page.meetings[at].meeting.value.note {
        let room = usize::from(end.saturating_sub(1)).max(1);
        let rows = usize::from(body.height().saturating_sub(y + 1));
        for (row, text) in (y + 1..).zip(wrap(note, room).into_iter().take(rows)) {
            body.put(1, row, &text, PLAIN);
        }
    }
}

fn came(app: &Scene<'_>, told: &MeetingRow) -> String {
    app.locale.tell("group-came", &[("came", arg(told.came)), ("asked", arg(told.asked))])
}

/// How many of those who were asked came to a meeting, as a bar.
fn bar(told: &MeetingRow) -> char {
    let most = usize::try_from(told.asked.max(1)).unwrap_or(1);
    let came = usize::try_from(told.came).unwrap_or(0).min(most);
    BARS[(came * (BARS.len() - 1) + most / 2) / most]
}

/// What the group answered, last and before.
fn answered(app: &Scene<'_>, page: &GroupPage) -> Vec<String> {
    let locale = &app.locale;
    let mean = |mean: Option<u32>| mean.map_or_else(|| locale.say("group-few"), |mean| locale.mean(mean));
    let (first, after) = surveys(&page.all());
    let told = |one: &crate::domain::group_meeting::Survey| {
        let name = one.name.clone().unwrap_or_else(|| locale.say("group-survey-name"));
        let args =
            [("name", arg(name)), ("meetings", arg(one.after)), ("mean", arg(mean(one.mean))), ("n", arg(one.n))];
        locale.tell("group-survey", &args)
    };
    match (first, after) {
        (Some(first), Some(after)) => {
            let before = [("mean", arg(mean(first.mean))), ("n", arg(first.n))];
            vec![told(&after), locale.tell("group-survey-before", &before)]
        }
        (Some(first), None) => vec![told(&first)],
        (None, _) => Vec::new(),
    }
}

/// All meetings, the newest first, with the one that is looked at.
fn meetings(app: &Scene<'_>, page: &GroupPage, body: &mut Canvas<'_>) {
    let locale = &app.locale;
    body.put_unredacted(1, 0, &locale.say("group-meetings-heading"), HEADING);
    let room = usize::from(body.height().saturating_sub(1)).max(1);
    let count = page.meetings.len();
    let at = page.at.map_or(0, |at| count - 1 - at);
    let top = at / room * room;
    for (y, (place, told)) in (1..).zip(page.meetings.iter().rev().enumerate().skip(top).take(room)) {
        let meeting = &told.meeting.value;
        let (sign, style) = match meeting.state {
            MeetingState::Planned => ("·", PLAIN),
            MeetingState::Held => ("✓", PLAIN),
            MeetingState::Cancelled => ("×", QUIET),
        };
        let day = pad(&locale.narrow_day(meeting.on, app.world.today), 9);
        let came = if meeting.state == MeetingState::Held { came(app, told) } else { String::new() };
        let here = if place == at { "▸" } else { " " };
        let x = body.put_unredacted(1, y, &format!("{here} {sign} {day}{}", pad(&came, 10)), style);
        let theme = meeting.theme.clone().unwrap_or_else(|| locale.say("group-theme-none"));
        body.put_fit(x, y, &theme, body.width().saturating_sub(x + 1), style);
    }
}
