//! The quick line at the foot of the pane: what is typed, and each part of it as understood.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::canvas::Canvas;
use super::text::{column_of, width, wrap};
use super::theme::{ALARM, FAULTY, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::layer::quick::Quick;
use crate::app::layer::session::{sign, time};
use crate::domain::codes::Outcome;
use crate::domain::discretion::Setting;
use crate::domain::ids::PersonId;
use crate::domain::quickline::{Fault, LastTime, Meaning, OutcomeMark, Reading, RecordKind};
use crate::locale::arg;

/// Rows: a rule, the line, what it means.
const ROWS: u16 = 5;

/// As many rows as a line with much to tell may take.
const MOST_ROWS: u16 = 14;

/// Draws the line over the pane's foot.
pub fn draw(app: &Scene<'_>, quick: &Quick, body: &mut Canvas<'_>) {
    let told = preview_lines(app, quick, usize::from(body.width().saturating_sub(4)));
    let rows = u16::try_from(told.len() + 2).unwrap_or(ROWS).clamp(ROWS, MOST_ROWS).min(body.height());
    let top = body.height().saturating_sub(rows);
    let mut canvas = body.rows(top, rows);
    canvas.clear();
    if canvas.is_in_lines() {
        // What is typed was heard as it was typed.
        for (y, (line, style)) in (0..canvas.height()).zip(told) {
            canvas.put(3, y, &line, style);
        }
        return;
    }
    canvas.rule(0);
    canvas.put(1, 1, "+", STRONG);
    let room = usize::from(canvas.width().saturating_sub(4));
    let text = quick.line.text();
    let at = column_of(text, quick.line.cursor());
    let skipped = at.saturating_sub(room);
    let shown = window(text, skipped, room + 1);
    let first = shown.start;
    canvas.put_unredacted(3, 1, &text[shown.clone()], PLAIN);
    let faulty = quick.reading.iter().flat_map(|reading| &reading.parts).filter(|part| part.fault().is_some());
    for part in faulty {
        let (start, end) = (part.span.start.max(first), part.span.end.min(shown.end));
        if let Some(words) = text.get(start..end) {
            let column = width(&text[first..start]);
            canvas.put_unredacted(3 + u16::try_from(column).unwrap_or(u16::MAX - 3), 1, words, FAULTY);
        }
    }
    let mut under = canvas.rows(2, rows - 2);
    for (y, (line, style)) in (0..under.height()).zip(told) {
        under.put(3, y, &line, style);
    }
    canvas.point(3 + u16::try_from(at - skipped).unwrap_or(0), 1);
}

/// The bytes of a text that stand in a window of so many columns, after those that are skipped. The text is gone
/// through once, however long it is.
fn window(text: &str, skipped: usize, columns: usize) -> Range<usize> {
    let (mut before, mut first) = (0, 0);
    for (byte, sign) in text.grapheme_indices(true) {
        if before <= skipped {
            first = byte;
        } else if before > skipped + columns {
            return first..byte;
        }
        before += width(sign);
    }
    first..text.len()
}

fn preview_lines(app: &Scene<'_>, quick: &Quick, room: usize) -> Vec<(String, ratatui::style::Style)> {
    if !quick.completions.is_empty() {
        let words: Vec<&str> = quick.completions.iter().map(|completion| completion.with.as_str()).collect();
        wrap(&words.join(" · "), room).into_iter().map(|line| (line, QUIET)).collect()
    } else if quick.line.text().trim().is_empty() {
        wrap(&app.locale.say(hint(quick)), room).into_iter().map(|line| (line, QUIET)).collect()
    } else {
        let Some(reading) = &quick.reading else { return Vec::new() };
        if reading.parts.iter().all(|part| is_begun_task(&part.meaning)) {
            return wrap(&app.locale.say("quick-hint-task"), room).into_iter().map(|line| (line, QUIET)).collect();
        }
        let understood = understood(app, reading).into_iter().flat_map(|line| wrap(&line, room));
        let faults = faults(app, quick.line.text(), reading).into_iter().flat_map(|line| wrap(&line, room));
        let broken = reading
            .broken
            .as_ref()
            .map(|(against, child, with)| app.locale.against(against, child, with, app.setting()));
        let broken = broken.into_iter().flat_map(|told| wrap(&format!("! {told}"), room));
        let faults: Vec<(String, _)> = faults.chain(broken).map(|line| (line, ALARM)).collect();
        faults.into_iter().chain(understood.map(|line| (line, PLAIN))).collect()
    }
}

/// Whether a part is one of a line about a task that says nothing more yet.
fn is_begun_task(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Kind(RecordKind::Task) | Meaning::Fault(Fault::MissingWhat))
}

/// What can be written, for the kind of record that the pane makes.
fn hint(quick: &Quick) -> &'static str {
    match quick.kind {
        RecordKind::Visit => "quick-hint-visits",
        RecordKind::Referral => "quick-hint-referral",
        RecordKind::Session | RecordKind::Task | RecordKind::Goal => "quick-hint",
    }
}

/// The record that the line would make, in words; before it is whole, the parts that are understood.
fn understood(app: &Scene<'_>, reading: &Reading) -> Vec<String> {
    let locale = &app.locale;
    if let Some(line) = &reading.task {
        let mut lines = far(app, reading);
        lines.extend(app.locale.task_preview(line, app.world.today));
        return lines;
    }
    if let Some(told) = &reading.goal {
        let mut lines = far(app, reading);
        lines.extend(app.locale.goal_preview(told, app.world.today, app.setting()));
        return lines;
    }
    if let Some(line) = &reading.referral {
        let mut lines = far(app, reading);
        lines.extend(app.locale.referral_preview(line, app.world.today, app.setting()));
        return lines;
    }
    let Some(line) = &reading.session else {
        if let Some(visits) = &reading.visit {
            let mut lines = far(app, reading);
            lines.extend(locale.visit_preview(visits, app.world.today, app.setting()));
            lines.extend(unknown_canceller(app, reading));
            return lines;
        }
        let words: Vec<String> = reading.parts.iter().filter_map(|part| word(app, &part.meaning)).collect();
        return vec![words.join("  ")];
    };
    let session = &line.session;
    let mut words = vec![
        sign(session.outcome).to_owned(),
        line.family.name.clone(),
        locale.day(session.on, app.world.today),
        time(locale, session.start, session.minutes),
        locale.label(session.mode),
        locale.label(session.kind),
        names(reading, &session.people, app.setting()).join(", "),
    ];
    if session.start.is_none() {
        words.push(locale.tell("minutes", &[("minutes", arg(session.minutes))]));
    }
    words.extend(session.areas.iter().map(|area| locale.label(*area)));
    words.extend(session.goals.iter().map(|mark| goal(app, *mark)));
    if session.outcome != Outcome::Held {
        words.push(locale.label(session.outcome));
        words.extend(mark(reading).and_then(|mark| locale.canceller(mark, app.setting())));
        words.extend(session.reason.clone());
    }
    words.extend(session.follow_up_on.map(|day| format!("> {}", locale.day(day, app.world.today))));
    words.extend(session.despite.as_ref().map(|why| locale.tell("despite-told", &[("why", arg(why.as_str()))])));
    words.retain(|word| !word.is_empty());
    let mut lines = vec![words.join("  ")];
    if let Some(days) = line.far_days(app.world.today) {
        lines.insert(0, format!("? {}", locale.far(days)));
    }
    lines.extend(reading.parts.iter().filter_map(|part| match &part.meaning {
        Meaning::AsLast(last) => Some(as_last(app, last)),
        _ => None,
    }));
    lines.extend(unknown_canceller(app, reading));
    lines.extend(session.note.as_ref().map(|note| format!("”{}”", note.replace('\n', " "))));
    lines
}

/// The days that are so far away that they are asked about.
fn far(app: &Scene<'_>, reading: &Reading) -> Vec<String> {
    reading.asks.iter().map(|far| format!("? {}", app.locale.far(far.days))).collect()
}

fn mark(reading: &Reading) -> Option<&OutcomeMark> {
    reading.parts.iter().find_map(|part| match &part.meaning {
        Meaning::Outcome(mark) => Some(mark),
        _ => None,
    })
}

/// That the family has nobody whom the word for whoever cancelled means.
fn unknown_canceller(app: &Scene<'_>, reading: &Reading) -> Option<String> {
    let word = mark(reading)?.called.as_deref()?;
    Some(format!("? {}", app.locale.tell("canceller-unknown", &[("word", arg(word))])))
}

/// Who took part last time, by name; how people met stands among what the line makes.
fn as_last(app: &Scene<'_>, last: &LastTime) -> String {
    let people: Vec<String> = last.people.iter().map(|member| member.given_name.shown(app.setting())).collect();
    let day = app.locale.day(last.on, app.world.today);
    let key = if people.is_empty() { "as-last-alone" } else { "as-last" };
    app.locale.tell(key, &[("day", arg(day)), ("people", arg(people.join(", ")))])
}

fn names(reading: &Reading, people: &[PersonId], setting: Setting) -> Vec<String> {
    let mut names = Vec::new();
    for part in &reading.parts {
        let members = match &part.meaning {
            Meaning::People(members) => members,
            Meaning::AsLast(last) => &last.people,
            _ => continue,
        };
        for name in
            members.iter().filter(|member| people.contains(&member.id)).map(|member| member.given_name.shown(setting))
        {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn goal(app: &Scene<'_>, mark: crate::domain::session::GoalMark) -> String {
    let value = match (mark.done, mark.attainment) {
        (true, _) => app.locale.say("goal-done"),
        (false, Some(attainment)) => format!("{attainment:+}"),
        (false, None) => return app.locale.tell("goal", &[("goal", arg(mark.goal))]),
    };
    app.locale.tell("goal-with", &[("goal", arg(mark.goal)), ("value", arg(value))])
}

fn word(app: &Scene<'_>, meaning: &Meaning) -> Option<String> {
    let locale = &app.locale;
    Some(match meaning {
        Meaning::Kind(_) | Meaning::Fault(_) => return None,
        Meaning::Family(family) => family.name.clone(),
        Meaning::People(people) => {
            people.iter().map(|member| member.given_name.shown(app.setting())).collect::<Vec<_>>().join(", ")
        }
        Meaning::Day(day) => locale.day(*day, app.world.today),
        Meaning::Time { start, minutes: Some(minutes) } => time(locale, Some(*start), *minutes),
        Meaning::Time { start, minutes: None } => locale.time(*start),
        Meaning::Length(minutes) => locale.tell("minutes", &[("minutes", arg(*minutes))]),
        Meaning::Mode(mode) => locale.label(*mode),
        Meaning::About(kind) => locale.label(*kind),
        Meaning::Area(area) => locale.label(*area),
        Meaning::Goal(mark) => goal(app, *mark),
        Meaning::Outcome(mark) => locale.label(mark.outcome),
        Meaning::AsLast(last) => as_last(app, last),
        Meaning::FollowUp(day) => format!("> {}", locale.day(*day, app.world.today)),
        Meaning::Words(text) => format!("”{text}”"),
        Meaning::Who(name) => name.clone(),
        Meaning::Despite(why) => locale.tell("despite-told", &[("why", arg(why.as_str()))]),
        Meaning::Note(note) => format!("”{}”", note.replace('\n', " ")),
        Meaning::Actor(_) | Meaning::Stands(_) | Meaning::Consent(_) => locale.referral_part(meaning)?,
        visits => locale.visit_part(visits, app.world.today, app.setting())?,
    })
}

/// What is wrong: what a part could be, or why it cannot stand there.
fn faults(app: &Scene<'_>, line: &str, reading: &Reading) -> Vec<String> {
    let faults = reading.parts.iter().filter_map(|part| app.locale.line_fault(line, part)).take(usize::from(MOST_ROWS));
    faults
        .map(|fault| match fault.candidates.as_slice() {
            [] => format!("? {}", fault.sentence),
            candidates => format!("{}?  {}", fault.part, candidates.join(" · ")),
        })
        .collect()
}
