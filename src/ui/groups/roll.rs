//! Who was at a meeting in one line, at the foot of the pane: what is typed, and what each part says.

use ratatui::style::Style;

use crate::app::Scene;
use crate::app::layer::roll::Roll;
use crate::domain::attendance::line::{Item, Says};
use crate::domain::codes::Presence;
use crate::domain::ids::PersonId;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::text::{column_of, width, wrap};
use crate::ui::theme::{ALARM, FAULTY, PLAIN, QUIET, STRONG};

/// Rows: a rule, the line, what it means.
const ROWS: u16 = 6;

/// Draws the line over the pane's foot.
pub fn draw(app: &Scene<'_>, roll: &Roll, body: &mut Canvas<'_>) {
    let room = usize::from(body.width().saturating_sub(4)).max(1);
    let told = told(app, roll, room);
    let rows = u16::try_from(told.len() + 2).unwrap_or(ROWS).clamp(ROWS, body.height().max(ROWS)).min(body.height());
    let top = body.height().saturating_sub(rows);
    let mut canvas = body.rows(top, rows);
    canvas.clear();
    if canvas.is_in_lines() {
        for (y, (line, style)) in (0..canvas.height()).zip(told) {
            canvas.put(3, y, &line, style);
        }
        return;
    }
    canvas.rule(0);
    canvas.put_unredacted(1, 1, "+", STRONG);
    let text = roll.line.text();
    let at = column_of(text, roll.line.cursor());
    let skipped = at.saturating_sub(room);
    let first = first_after(text, skipped);
    canvas.put_unredacted(3, 1, &text[first..], PLAIN);
    for item in roll.read.items.iter().filter(|item| item.is_faulty() && item.span.end > first) {
        let start = item.span.start.max(first);
        let x = 3 + u16::try_from(width(&text[first..start])).unwrap_or(0);
        canvas.put_unredacted(x, 1, &text[start..item.span.end], FAULTY);
    }
    let mut under = canvas.rows(2, rows - 2);
    for (y, (line, style)) in (0..under.height()).zip(told) {
        under.put(3, y, &line, style);
    }
    canvas.point(3 + u16::try_from(at - skipped).unwrap_or(0), 1);
}

/// The byte of a text at which so many columns have gone by.
fn first_after(text: &str, columns: usize) -> usize {
    let ends = text.char_indices().map(|(byte, _)| byte);
    ends.into_iter().find(|byte| width(&text[..*byte]) >= columns).unwrap_or(text.len())
}

fn told(app: &Scene<'_>, roll: &Roll, room: usize) -> Vec<(String, Style)> {
    if roll.line.text().trim().is_empty() {
        return wrap(&app.locale.say("roll-hint"), room).into_iter().map(|line| (line, QUIET)).collect();
    }
    let faulty = roll.read.items.iter().filter(|item| item.is_faulty());
    let faults: Vec<(String, Style)> = faults(app, roll, faulty, room);
    let good: Vec<String> =
        roll.read.items.iter().filter(|item| !item.is_faulty()).map(|item| understood(app, roll, item)).collect();
    let good = wrap(&good.join("  "), room).into_iter().map(|line| (line, PLAIN));
    faults.into_iter().chain(good).collect()
}

fn faults<'a>(
    app: &Scene<'_>,
    roll: &Roll,
    faulty: impl Iterator<Item = &'a Item>,
    room: usize,
) -> Vec<(String, Style)> {
    let locale = &app.locale;
    let told = faulty.map(|item| {
        let word = &roll.line.text()[item.span.clone()];
        match &item.says {
            Says::Several(found) => {
                let names = found.iter().map(|(member, family)| {
                    let family = app.family_called(&family.name, &family.case_ref);
                    format!("{} {family}", member.given_name.shown(app.setting()))
                });
                let names = names.collect::<Vec<_>>().join(" · ");
                locale.tell("roll-several", &[("word", arg(word)), ("names", arg(names))])
            }
            Says::Twice => locale.tell("roll-twice", &[("word", arg(word))]),
            _ => locale.tell("roll-nobody", &[("word", arg(word))]),
        }
    });
    told.flat_map(|line| wrap(&line, room)).map(|line| (line, ALARM)).collect()
}

/// A part as it would be written.
fn understood(app: &Scene<'_>, roll: &Roll, item: &Item) -> String {
    let locale = &app.locale;
    match &item.says {
        Says::People(people, present, reason) => {
            let sign = match present {
                Presence::Yes => "✓",
                Presence::No => "–",
                Presence::Left => "×",
                Presence::Expected => "·",
            };
            let whose = match people.as_slice() {
                [one] => called(app, roll, *one),
                several => locale.tell("roll-all-of", &[("count", arg(several.len()))]),
            };
            let why = reason.as_ref().map(|reason| format!(" {reason}")).unwrap_or_default();
            format!("{sign} {whose}{why}")
        }
        Says::Heads(count, heads) => format!("+ {}", locale.heads(*heads, *count)),
        Says::Nobody | Says::Several(_) | Says::Twice => String::new(),
    }
}

fn called(app: &Scene<'_>, roll: &Roll, person: PersonId) -> String {
    let known = roll.roll.iter().chain(&roll.read.new).find(|(member, _)| member.id == person);
    known.map(|(member, _)| member.given_name.shown(app.setting())).unwrap_or_default()
}
