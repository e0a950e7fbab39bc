//! The sessions pane: the five areas at a glance, and a row a session.

use super::canvas::Canvas;
use super::text::{pad, width};
use super::theme::{ALARM, HEADING, PLAIN, QUIET};
use crate::app::Scene;
use crate::app::layer::session::{sign, time};
use crate::app::layout::WIDE;
use crate::app::pane::sessions::{CEILING, Sessions};
use crate::domain::codes::{Code, Outcome};
use crate::domain::discretion::Setting;
use crate::locale::{Locale, arg};
use crate::store::SessionRow;

/// From this width on, there is room to say how people met.
const USUAL: u16 = 75;

/// As much of a note as a list is given.
const NOTE: usize = 240;

/// What the title line says.
pub fn title(app: &Scene<'_>) -> String {
    let filter = &app.panes.sessions.filter;
    let family = app.open.as_ref().filter(|open| Some(open.id()) == filter.family);
    let whose = family.map_or_else(
        || app.locale.say("title-everyone"),
        |open| {
            let family = &open.page.family.value;
            app.family_called(&family.name, &family.case_ref)
        },
    );
    let count = match app.panes.sessions.total() {
        None => app.locale.say("counting"),
        Some(CEILING..) => app.locale.tell("title-many", &[("total", arg(CEILING))]),
        Some(total) => app.locale.tell("title-count", &[("total", arg(total))]),
    };
    let mut parts = vec![format!("{} {whose}", app.locale.say("pane-sessions")), count];
    parts.extend(filter.area.map(|area| app.locale.label(area)));
    parts.extend(filter.staff.clone());
    parts.extend(filter.outcome.map(|outcome| app.locale.label(outcome)));
    if filter.from.is_some() || filter.to.is_some() {
        let date = |day: Option<_>| day.map(|day| app.locale.date(day, app.world.today)).unwrap_or_default();
        parts.push(format!("{}–{}", date(filter.from), date(filter.to)));
    }
    parts.join(" · ")
}

/// Draws the pane.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    glance(app, body);
    let one_family = app.panes.sessions.filter.family.is_some();
    let wide = app.world.size.0 >= WIDE;
    let widths = Widths {
        mode: match body.width() {
            ..USUAL => 0,
            WIDE.. => 12,
            _ => 9,
        },
        family: if one_family { 0 } else { 13 },
        people: if wide { 24 } else { 14 },
        staff: if wide { 14 } else { 0 },
        kind: if wide { 20 } else { 0 },
    };
    let letters: String = Sessions::order().iter().map(|area| letter(&app.locale, area.code())).collect();
    let heading = [
        pad("", 2),
        pad(&app.locale.say("field-on"), 9),
        pad(&app.locale.say("column-time"), 12),
        pad(&app.locale.say("field-mode"), widths.mode),
        pad(&app.locale.say("field-kind"), widths.kind),
        pad(&app.locale.say("field-family"), widths.family),
        pad(&app.locale.say("field-people"), widths.people),
        pad(&app.locale.say("field-staff"), widths.staff),
        pad(&letters, 6),
    ];
    let x = if body.is_in_lines() { 1 } else { body.put_unredacted(1, 1, &heading.concat(), QUIET) };
    if !body.is_in_lines() && body.width() > x + SHORTEST_NOTE {
        body.put_unredacted(x, 1, &app.locale.say("field-note"), QUIET);
    }
    let window = &app.panes.sessions.window;
    for (y, row) in (2..).zip(window.rows()) {
        self::row(app, body, y, row, &widths);
        body.row(y);
    }
    if window.rows().is_empty() {
        body.put(1, 3, &app.locale.say("no-sessions"), QUIET);
    } else {
        body.mark(u16::try_from(window.marker()).unwrap_or(0) + 2);
    }
}

/// Columns below which a note is not worth beginning.
const SHORTEST_NOTE: u16 = 8;

/// Columns of the areas' letters.
const AREAS: u16 = 6;

struct Widths {
    mode: usize,
    family: usize,
    people: usize,
    staff: usize,
    kind: usize,
}

fn row(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, row: &SessionRow, widths: &Widths) {
    let locale = &app.locale;
    let style = match row.outcome {
        Outcome::Held | Outcome::Planned => PLAIN,
        Outcome::Cancelled | Outcome::NoShow => QUIET,
    };
    let overdue = row.outcome == Outcome::Planned && row.on < app.world.today;
    let areas = |row: &SessionRow| row.areas.iter().map(|area| locale.label(*area)).collect::<Vec<_>>().join(", ");
    let drawn: String = Sessions::order()
        .iter()
        .map(|area| if row.areas.contains(area) { letter(locale, area.code()) } else { "·".to_owned() })
        .collect();
    let cell = |text: &str, wide: usize| body.cell(text, wide);
    let served = if body.is_in_lines() { areas(row) } else { drawn };
    let people: Vec<String> = row.people.iter().map(|(_, name)| name.shown(app.setting())).collect();
    let people = people.join(", ");
    let texts = [
        cell(&locale.narrow_day(row.on, app.world.today), 9),
        cell(&time(locale, row.start, row.minutes), 12),
        cell(&locale.label(row.mode), widths.mode),
        cell(&locale.label(row.kind), widths.kind),
        cell(&app.family_called(&row.family_name, &row.case_ref), widths.family),
        cell(&people, widths.people),
        cell(&body.hide(&row.staff.join(", ")), widths.staff),
        cell(&served, 6),
    ];
    let (shown, alarm) = match row.stopped {
        Some(_) => ("!", ALARM),
        None if overdue => ("?", ALARM),
        None => (sign(row.outcome), style),
    };
    body.put(1, y, shown, alarm);
    let x = body.put(3, y, &texts.concat(), style);
    let room = body.width().saturating_sub(x + 1);
    if let Some(breach) = row.stopped {
        // Where no note has room, it takes that of the areas, which nothing has served yet.
        let (x, room) = if room >= SHORTEST_NOTE { (x, room) } else { (x - AREAS, room + AREAS) };
        let note = what_happened(locale, row, app.setting());
        let told = [locale.breach(breach), note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        body.put_fit(x, y, &told.join(": "), room, ALARM);
    } else if room >= SHORTEST_NOTE {
        body.put_fit(x, y, &what_happened(locale, row, app.setting()), room, style);
    }
}

/// The note; for what did not come about, who and why.
fn what_happened(locale: &Locale, row: &SessionRow, setting: Setting) -> String {
    let mut parts = Vec::new();
    if matches!(row.outcome, Outcome::Cancelled | Outcome::NoShow) {
        let person = row.cancelled_by_person.as_ref().map(|(_, name)| name.shown(setting));
        let who = person.or_else(|| row.cancelled_by.map(|who| locale.label(who)));
        let who = who.map(|who| format!(" ({who})")).unwrap_or_default();
        parts.push(format!("{}{who}", locale.label(row.outcome)));
        parts.extend(row.reason.clone());
    }
    parts.extend(row.note.as_deref().map(whole_words));
    parts.join(": ")
}

/// The beginning of a note without the word that it breaks off in: nobody could tell any more whether it was a name.
pub fn whole_words(note: &str) -> String {
    if note.chars().count() < NOTE {
        return note.to_owned();
    }
    let end = note.rfind(|letter: char| !letter.is_alphanumeric()).unwrap_or(note.len());
    format!("{}…", note[..end].trim_end())
}

/// The five areas of the list at a glance.
fn glance(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let mut x = 1;
    for area in Sessions::order() {
        let name = app.locale.say(&format!("area-short-{}", area.code()));
        let served = app.panes.sessions.served(*area).map_or_else(|| "…".to_owned(), |served| served.to_string());
        let text = format!("{name} {served}");
        if usize::from(x) + width(&text) > body.width().into() {
            break;
        }
        x = body.put(x, 0, &text, HEADING) + 3;
    }
}

fn letter(locale: &Locale, code: &str) -> String {
    locale.say(&format!("area-letter-{code}"))
}
