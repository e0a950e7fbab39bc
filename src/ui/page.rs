//! A family's page: the family, what was last done and what comes, who lives where.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::homes;
use super::sessions::whole_words;
use super::text::{pad, width};
use super::theme::{ALARM, PLAIN, QUIET, STRONG};
use crate::app::Scene;
use crate::app::cx::{Eligibility, Item, OpenFamily, eligibility};
use crate::app::keys::{Action, BINDINGS, Scope};
use crate::app::layer::session::{sign, time};
use crate::app::pane::families::Part;
use crate::domain::codes::Code;
use crate::locale::{Locale, arg};
use crate::store::SessionRow;

/// A row of the page: texts with their styles, and the item it stands for.
#[derive(Default)]
pub struct Row {
    texts: Vec<(String, Style)>,
    /// The item it stands for.
    pub item: Option<Item>,
}

impl Row {
    /// A row of one text.
    pub fn of(text: impl Into<String>, style: Style) -> Self {
        Self { texts: vec![(text.into(), style)], item: None }
    }

    /// With a further text.
    pub fn and(mut self, text: impl Into<String>, style: Style) -> Self {
        self.texts.push((text.into(), style));
        self
    }

    /// Standing for an item.
    pub fn item(mut self, item: Item) -> Self {
        self.item = Some(item);
        self
    }
}

/// From this width on, the two homes stand side by side.
const TWO_HOMES: u16 = 50;

/// From this width on, the home of the placed gets more room than the parents', for it has more to say.
const ROOMY: u16 = 70;

/// Rows of the homes below which the family's own rows give way to them.
const FEWEST: usize = 8;

/// Heights of bars, from nothing to most.
const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Draws the page, scrolled so that the chosen item is on it.
pub fn draw(app: &Scene<'_>, open: &OpenFamily, canvas: &mut Canvas<'_>) {
    let width = canvas.width();
    let mut above = above(app, open, width.into(), canvas.is_in_lines());
    let room = usize::from(canvas.height());
    if open.item() != Item::Family && room < above.len() + 1 + FEWEST {
        // Who lives where is what one looks at now.
        above.truncate(1);
    }
    let top = u16::try_from(above.len()).unwrap_or(0) + 1;
    draw_rows(app, open, &above, canvas);
    let height = canvas.height().saturating_sub(top);
    let mut below = canvas.rows(top, height);
    let (own, placed) = homes::rows(app, open);
    if width < TWO_HOMES {
        let all: Vec<Row> = own.into_iter().chain([Row::default()]).chain(placed).collect();
        return draw_rows(app, open, &all, &mut below);
    }
    let left = if width < ROOMY { width / 2 - 1 } else { width * 2 / 5 };
    draw_rows(app, open, &own, &mut below.columns(0, left));
    draw_rows(app, open, &placed, &mut below.columns(left, width - left));
}

fn draw_rows(app: &Scene<'_>, open: &OpenFamily, rows: &[Row], canvas: &mut Canvas<'_>) {
    let chosen = rows.iter().position(|row| row.item == Some(open.item())).unwrap_or(0);
    let height = usize::from(canvas.height()).max(1);
    let skipped = (chosen + 1).saturating_sub(height);
    for (y, row) in (0..canvas.height()).zip(rows.iter().skip(skipped)) {
        let mut x = 1;
        if app.panes.families.part(app) == Part::Page && row.item.is_some() {
            canvas.row(y);
        }
        for (text, style) in &row.texts {
            let room = canvas.width().saturating_sub(x + 1);
            x = canvas.put_fit(x, y, text, room, *style);
        }
        if app.panes.families.part(app) == Part::Page && row.item == Some(open.item()) {
            canvas.mark(y);
        }
    }
}

/// The family, what was last done, what comes, the five areas.
fn above(app: &Scene<'_>, open: &OpenFamily, room: usize, in_lines: bool) -> Vec<Row> {
    let mut rows = heading(app, open);
    rows.extend(sessions(app, open));
    rows.extend(areas(app, open, room.saturating_sub(2), in_lines));
    rows.extend(noted(app, open));
    rows
}

/// How much is noted of the family beside its page, and the key that shows it; no row where there is nothing.
fn noted(app: &Scene<'_>, open: &OpenFamily) -> Option<Row> {
    let noted = &open.page.noted;
    let kin = u32::try_from(open.page.kin.len()).unwrap_or(u32::MAX);
    let counts = [
        ("noted-events", noted.events),
        ("noted-restrictions", noted.restrictions),
        ("noted-wishes", noted.wishes),
        ("noted-exemptions", noted.exemptions),
        ("noted-relations", kin),
    ];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(key, count)| app.locale.tell(key, &[("count", arg(count))])).collect();
    let keys = BINDINGS.iter().find(|binding| binding.scope == Scope::Page && binding.act == Action::Dossier);
    let key = keys.and_then(|binding| binding.keys.first()).copied().unwrap_or_default();
    let told = app.locale.tell("page-noted", &[("what", arg(told.join(" · "))), ("key", arg(key))]);
    (kin > 0 || counts.iter().any(|(_, count)| *count > 0)).then(|| Row::of(told, QUIET))
}

fn heading(app: &Scene<'_>, open: &OpenFamily) -> Vec<Row> {
    let locale = &app.locale;
    let today = app.world.today;
    let family = &open.page.family.value;
    let called = app.family_called(&family.name.to_uppercase(), &family.case_ref);
    let mut name: Vec<String> = Some(family.case_ref.clone()).into_iter().filter(|code| *code != called).collect();
    name.extend(family.district.clone());
    name.push(locale.label(family.status));
    name.push(locale.tell("since", &[("date", arg(locale.date(family.started_on, today)))]));
    if let Some(end) = family.planned_end_on.filter(|_| family.started_on <= today) {
        let weeks = |to: NaiveDate| (to - family.started_on).num_days() / 7;
        name.push(locale.tell("week-of", &[("week", arg(weeks(today) + 1)), ("weeks", arg(weeks(end)))]));
    }
    if let Some(end) = family.closed_on {
        name.push(locale.tell("until", &[("date", arg(locale.date(end, today)))]));
    }
    let mut rows = vec![Row::of(called, STRONG).and(format!("  {}", name.join("  ")), PLAIN).item(Item::Family)];
    let form: Vec<String> = family
        .phase
        .iter()
        .map(|phase| locale.code(crate::domain::codes::PHASES, phase))
        .chain(family.legal_form.map(|form| locale.label(form)))
        .collect();
    if !form.is_empty() {
        rows.push(Row::of(form.join(" · "), QUIET));
    }
    for (place, span) in open.page.statuses.iter().enumerate() {
        let span = &span.value;
        let from = locale.date(span.from, today);
        let days = match span.until {
            Some(until) => format!("{from}–{}", locale.date(until, today)),
            None => locale.tell("since", &[("date", arg(from))]),
        };
        rows.push(Row::of(format!("{} {days}", locale.label(span.status)), QUIET).item(Item::Status(place)));
    }
    for glass in &open.page.glass {
        let until = format!("{} {}", locale.date(glass.until.date(), today), locale.time(glass.until.time()));
        let args = [("who", arg(glass.who.as_str())), ("until", arg(until)), ("reason", arg(glass.reason.as_str()))];
        rows.push(Row::of(format!("! {}", locale.tell("glass-open", &args)), ALARM));
    }
    if !open.page.conflicts.is_empty() {
        let who = open.page.conflicts.join(", ");
        rows.push(Row::of(locale.tell("conflicts-open", &[("who", arg(who))]), QUIET));
    }
    let team = locale.team(family);
    rows.push(match team.is_empty() {
        true => Row::of(format!("? {}", locale.say("team-nobody")), ALARM),
        false => Row::of(team.join("   "), PLAIN),
    });
    rows.push(programme(locale, eligibility(&open.page, today)));
    rows
}

/// The programme is for families with a placed child and a sibling at home: says which holds, forbids nothing.
fn programme(locale: &Locale, found: Eligibility) -> Row {
    let counted = locale.tell("programme", &[("placed", arg(found.placed)), ("home", arg(found.at_home))]);
    if found.placed > 0 && found.at_home > 0 {
        Row::of(format!("✓ {counted}"), QUIET)
    } else {
        Row::of(format!("? {counted}"), PLAIN)
    }
}

fn sessions(app: &Scene<'_>, open: &OpenFamily) -> Vec<Row> {
    let label = |key: &str| pad(&app.locale.say(key), 8);
    let summary = |row: &SessionRow| {
        let mut words = vec![
            app.locale.day(row.on, app.world.today),
            time(&app.locale, row.start, row.minutes),
            app.locale.label(row.mode),
        ];
        if row.mode != crate::domain::codes::Mode::HomeVisit
            || row.kind != crate::domain::codes::SessionKind::Conversation
        {
            words.push(app.locale.label(row.kind));
        }
        let names: Vec<String> = row.people.iter().map(|(_, name)| name.shown(app.setting())).collect();
        words.push(names.join(" + "));
        words.splice(..0, row.stopped.map(|breach| app.locale.breach(breach)));
        words.retain(|word| !word.is_empty());
        let sign = if row.stopped.is_some() { "!" } else { sign(row.outcome) };
        format!("{sign} {}", words.join("  "))
    };
    let nothing = || Row::of(app.locale.say("nothing-yet"), QUIET);
    let page = &open.page.sessions;
    let mut rows = Vec::new();
    match &page.last {
        Some(row) => {
            rows.push(Row::of(label("last"), QUIET).and(summary(row), PLAIN));
            if let Some(note) = &row.note {
                rows.push(Row::of(pad("", 10), PLAIN).and(whole_words(note), QUIET));
            }
        }
        None => rows.push(Row { texts: [vec![(label("last"), QUIET)], nothing().texts].concat(), item: None }),
    }
    match &page.next {
        Some(row) => {
            let look = if row.stopped.is_some() { ALARM } else { PLAIN };
            rows.push(Row::of(label("next"), QUIET).and(summary(row), look));
        }
        None => rows.push(Row::of(label("next"), QUIET).and(format!("? {}", app.locale.say("nothing-planned")), ALARM)),
    }
    rows
}

/// The five areas, a bar for each stretch of thirty days; as many areas a row as there is room for.
fn areas(app: &Scene<'_>, open: &OpenFamily, room: usize, in_lines: bool) -> Vec<Row> {
    let counts = |months: &[u32]| months.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let most = open.page.areas.iter().flat_map(|(_, months)| months.iter().copied()).max().unwrap_or(0).max(4);
    let bar = |count: u32| BARS[usize::try_from(count * 7 / most).unwrap_or(0).min(7)];
    let texts: Vec<String> = open
        .page
        .areas
        .iter()
        .map(|(area, months)| {
            let bars: String = months.iter().map(|count| bar(*count)).collect();
            let name = app.locale.say(&format!("area-short-{}", area.code()));
            format!("{name} {}", if in_lines { counts(months) } else { bars })
        })
        .collect();
    let mut lines: Vec<String> = vec![String::new()];
    for text in texts {
        let fits = lines.last().is_some_and(|line| line.is_empty() || width(line) + 2 + width(&text) < room);
        match lines.last_mut() {
            Some(line) if line.is_empty() => *line = text,
            Some(line) if fits => line.push_str(&format!("  {text}")),
            _ => lines.push(text),
        }
    }
    if in_lines {
        // Bars show what they are of; figures alone do not say it.
        lines.insert(0, app.locale.say("lines-areas"));
    }
    lines.into_iter().map(|line| Row::of(line, QUIET)).collect()
}
