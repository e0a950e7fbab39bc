//! The week: a line a thing to do, the late ones first.

use chrono::{NaiveDate, NaiveTime};

use super::canvas::Canvas;
use super::text::pad;
use super::theme::{ALARM, HEADING, PLAIN, QUIET};
use super::unfold;
use crate::app::Scene;
use crate::app::layout::WIDE;
use crate::app::list::Markable;
use crate::app::pane::week::calls::name_of;
use crate::app::pane::week::{ComingVisit, Line};
use crate::domain::codes::Answer;
use crate::domain::deadlines::{Duty, State};
use crate::domain::discretion::PersonName;
use crate::domain::ids::PersonId;
use crate::domain::matter::Matter;
use crate::locale::arg;
use crate::store::{CallRow, DeedRow, PlannedRow, TaskRow, Whose};

/// The pane's title: whose families, how many, and what is late.
pub fn title(app: &Scene<'_>) -> String {
    let whose = if app.panes.week.whose == Whose::Mine { "mine" } else { "team" };
    let late = app.panes.week.late(app.cx());
    let key = if app.panes.week.is_counting(app.cx()) { "week-title-working" } else { "week-title" };
    let args = [
        ("whose", arg(app.locale.tell(&format!("week-{whose}"), &[("families", arg(app.panes.week.families))]))),
        ("families", arg(app.panes.week.families)),
        ("late", arg(late)),
    ];
    app.locale.tell(key, &args)
}

/// Columns of what is to be done, of the family, and of why.
struct Widths {
    what: usize,
    family: usize,
    /// Where a rule's source stands, if there is room for it.
    source: Option<u16>,
}

/// Draws the week.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let list = &app.panes.week.list;
    let (top, lines) = list.shown();
    if let Some(steps) = app.panes.week.first_steps(app).filter(|_| list.lines.is_empty()) {
        return super::reading::told(&steps, body);
    }
    if list.lines.is_empty() {
        let said = if app.panes.week.is_counting(app.cx()) { "week-working" } else { "week-empty" };
        body.put(1, 1, &app.locale.say(said), QUIET);
        return body.point(1, 1);
    }
    let widths = if body.width() >= WIDE {
        Widths { what: 50, family: 20, source: Some(108) }
    } else {
        Widths { what: 37, family: 12, source: None }
    };
    let placed: Vec<(usize, &Line)> = (top..).zip(lines).collect();
    let marked = placed.iter().position(|(place, line)| *place == list.marker && line.is_markable());
    unfold::draw(
        &placed,
        marked,
        |(_, line)| line.is_markable(),
        body,
        |(_, line), body, y| match line {
            Line::Blank => {}
            Line::Heading(name, count) => {
                let words = app.locale.tell(&format!("week-{name}"), &[("count", arg(*count))]);
                body.put_unredacted(1, y, &words, HEADING);
            }
            Line::Duty(_) => {
                _ = app.panes.week.duty(line, app.cx()).map(|duty| duty_line(app, body, y, &duty, &widths));
            }
            Line::Call(parent) => _ = app.panes.week.call(*parent).map(|call| call_line(app, body, y, call, &widths)),
            Line::Task(id) => _ = app.panes.week.task(*id).map(|row| task_line(app, body, y, row, &widths)),
            Line::Planned(id) => {
                _ = app.panes.week.session(*id).map(|session| session_line(app, body, y, session, &widths))
            }
            Line::Visit(key) => _ = app.panes.week.visit(*key).map(|visit| visit_line(app, body, y, visit, &widths)),
            Line::Matter(at) => _ = app.panes.week.matter(*at).map(|matter| matter_line(app, body, y, matter, &widths)),
            Line::Deed(at) => _ = app.panes.week.deeds.get(*at).map(|deed| deed_line(app, body, y, deed, &widths)),
        },
    );
}

/// A line in one sentence: how it stands, what is to be done, of which family, and why.
fn sentence(app: &Scene<'_>, sign: &str, days_late: i64, texts: [&str; 3]) -> String {
    let stands = match sign {
        "!" if days_late > 0 => app.locale.tell("lines-days-late", &[("days", arg(days_late))]),
        "!" => app.locale.say("lines-wrong"),
        "?" => app.locale.say("lines-unclear"),
        _ => String::new(),
    };
    let told: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    [stands, told.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// Writes the cells of a line, and what remains of it cut to what is left.
fn cells(body: &mut Canvas<'_>, y: u16, sign: (&str, ratatui::style::Style), texts: [&str; 3], widths: &Widths) {
    let (sign, look) = sign;
    body.put(1, y, sign, look);
    let text = if look == ALARM || look == QUIET { look } else { PLAIN };
    let told = if look == ALARM { PLAIN } else { text };
    body.note_cut(texts[0], widths.what - 1);
    body.note_cut(texts[1], widths.family - 1);
    let x = body.put(3, y, &body.cell(&body.hide(texts[0]), widths.what), told);
    let x = body.put(x, y, &body.cell(&body.hide(texts[1]), widths.family), told);
    body.put_fit(x, y, texts[2], body.width().saturating_sub(x + 1), text);
}

fn duty_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, duty: &Duty, widths: &Widths) {
    let Some(rule) = app.rules().all().get(duty.rule) else { return };
    let today = app.world.today;
    let what = app.locale.duty(duty, rule, &app.panes.week.names, app.setting());
    let family = app.panes.week.names.families.get(&duty.family);
    let family = family.map(|(name, case_ref)| app.family_called(name, case_ref)).unwrap_or_default();
    let late = duty.days_late(today);
    let of_rule = app.locale.duty_briefly(duty, today);
    let days = app.locale.tell("week-days-late", &[("days", arg(late))]);
    let mut why = of_rule.clone();
    let mut what = what;
    if let Some(due) = duty.due_on.filter(|due| *due > today) {
        what = format!("{}{what}", when(app, due, None));
        // A question stays a question, whenever its day is.
        if duty.unknown.is_none() {
            why = app.locale.say("week-last-day");
        }
    }
    let sign = match duty.state {
        State::Late => ("!", ALARM),
        State::Unknown => ("?", PLAIN),
        _ => ("·", PLAIN),
    };
    // How late stands where the eye finds it, before why.
    let why = if late > 0 { format!("{days:>6}  {why}") } else { why };
    let told = if late > 0 { &of_rule } else { &why };
    body.say(y, || sentence(app, sign.0, late, [&what, &family, told]));
    cells(body, y, sign, [&what, &family, &why], widths);
    if let Some(column) = widths.source {
        let source = format!("{}  {}", app.locale.say(&format!("sure-{}", rule.sureness())), rule.source);
        let room = body.width().saturating_sub(column + 1);
        body.put_fit(column, y, &source, room, QUIET);
    }
}

/// Whom to call, in which language, by which number and when.
fn call_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, call: &CallRow, widths: &Widths) {
    let today = app.world.today;
    let who = name_of(call, app.setting());
    let phone = call.phone.as_ref().and_then(|phone| phone.shown(app.setting(), call.given_name.is_kept()));
    let phone = phone.unwrap_or_else(|| app.locale.say("call-no-phone"));
    let mut told: Vec<String> = call.language.iter().cloned().collect();
    if call.interpreter == Some(Answer::Yes) {
        told.push(app.locale.say("call-interpreter"));
    }
    let day = |day: NaiveDate| arg(app.locale.narrow_day(day, today));
    told.push(app.locale.tell("call-placed", &[("day", day(call.placed_on))]));
    told.extend(call.due_on.map(|due| app.locale.tell("call-by", &[("day", day(due))])));
    if call.in_vain > 0 {
        told.push(app.locale.tell("call-in-vain", &[("times", arg(call.in_vain))]));
    }
    let is_late = call.due_on.is_some_and(|due| due < today);
    let sign = if is_late { ("!", ALARM) } else { ("·", PLAIN) };
    let late = call.due_on.map_or(0, |due| (today - due).num_days());
    body.say(y, || sentence(app, sign.0, late, [&who, &phone, &told.join(", ")]));
    cells(body, y, sign, [&who, &phone, &told.join(", ")], widths);
}

fn task_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, row: &TaskRow, widths: &Widths) {
    let (task, today) = (&row.task.value, app.world.today);
    let family = row.family.as_ref().map_or("", |family| family.name.as_str());
    let days = task.due_on.map_or(0, |due| (today - due).num_days());
    let told = match task.due_on {
        Some(_) if days > 0 => {
            format!("{:>6}  {}", app.locale.tell("week-days-late", &[("days", arg(days))]), task.who)
        }
        _ => task.who.clone(),
    };
    let sign = if days > 0 { ("!", ALARM) } else { ("·", PLAIN) };
    body.say(y, || {
        let due = task.due_on.filter(|_| days <= 0).map(|due| app.locale.day(due, today)).unwrap_or_default();
        sentence(app, sign.0, days, [&format!("{} {}", task.what, due), family, &task.who])
    });
    let ahead = task.due_on.filter(|due| *due > today).map(|due| when(app, due, None)).unwrap_or_default();
    cells(body, y, sign, [&format!("{ahead}{}", task.what), family, &told], widths);
}

/// A day at hand and when it begins, one under the other; of today the time alone.
fn when(app: &Scene<'_>, on: NaiveDate, start: Option<NaiveTime>) -> String {
    let time = start.map(|start| app.locale.time(start)).unwrap_or_default();
    if on == app.world.today {
        return pad(&time, 6);
    }
    format!("{} {}", pad(&app.locale.narrow_day(on, app.world.today), 8), pad(&time, 6))
}

/// A name where anybody may look on.
fn called(app: &Scene<'_>, (_, name): &(PersonId, PersonName)) -> String {
    name.shown(app.setting())
}

fn session_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, session: &PlannedRow, widths: &Widths) {
    let what = format!("{}{}", when(app, session.on, session.start), app.locale.label(session.kind));
    let people: Vec<String> = session.people.iter().map(|person| called(app, person)).collect();
    let mode = app.locale.label(session.mode);
    let told = match session.stopped {
        Some(breach) => format!("{}  {}", app.locale.breach(breach), people.join(", ")),
        None => format!("{mode}  {}", people.join(", ")),
    };
    let family = app.family_called(&session.family_name, &session.case_ref);
    let sign = match session.stopped {
        Some(_) => ("!", ALARM),
        None if session.on < app.world.today => ("?", PLAIN),
        None => ("·", PLAIN),
    };
    body.say(y, || sentence(app, sign.0, 0, [&what, &family, &told]));
    cells(body, y, sign, [what.trim_end(), &family, told.trim()], widths);
}

fn visit_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, visit: &ComingVisit, widths: &Widths) {
    let mut people = visit.between.iter().map(|person| called(app, person));
    let child = people.next().unwrap_or_default();
    let with: Vec<String> = people.collect();
    let what = format!("{}{child} – {}", when(app, visit.on, visit.terms.start), with.join(", "));
    let missing =
        visit.stopped.is_none() && visit.terms.supervision == Answer::Yes && visit.terms.supporters.is_empty();
    let told = if let Some(breach) = visit.stopped {
        app.locale.breach(breach)
    } else if missing {
        app.locale.say("concern-unsupported")
    } else {
        let place = visit.terms.place.as_ref().and_then(|place| place.shown(app.setting(), Some(visit.days())));
        let supporters = visit.terms.supporters_shown(app.setting());
        place.into_iter().chain(supporters).collect::<Vec<_>>().join(", ")
    };
    let (name, case_ref) = &visit.family_called;
    let family = app.family_called(name, case_ref);
    let sign = match visit.stopped {
        Some(_) => ("!", ALARM),
        None if visit.on < app.world.today || missing => ("?", PLAIN),
        None => ("·", PLAIN),
    };
    body.say(y, || sentence(app, sign.0, 0, [&what, &family, &told]));
    cells(body, y, sign, [what.trim_end(), &family, &told], widths);
}

fn matter_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, matter: &Matter, widths: &Widths) {
    let family = matter.family.as_ref().map(|(_, name, case_ref)| app.family_called(name, case_ref));
    let since = matter.since.map(|day| app.locale.narrow_day(day, app.world.today)).unwrap_or_default();
    let texts = [app.locale.matter(matter), family.unwrap_or_default(), since];
    let texts = [texts[0].as_str(), texts[1].as_str(), texts[2].as_str()];
    body.say(y, || sentence(app, "!", 0, texts));
    cells(body, y, ("!", ALARM), texts, widths);
}

fn deed_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, deed: &DeedRow, widths: &Widths) {
    let what = app.locale.say(&format!("deed-{}-{}", deed.act, deed.noun));
    let day = deed.at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let day = day.map(|day| app.locale.narrow_day(day, app.world.today)).unwrap_or_default();
    let known = app.panes.week.names.families.get(&deed.family);
    let family = known.map_or_else(|| deed.family_name.clone(), |(name, case_ref)| app.family_called(name, case_ref));
    cells(body, y, (" ", QUIET), [&what, &family, &format!("{}, {day}", deed.user)], widths);
}
