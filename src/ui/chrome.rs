//! The frame around every pane: the panes there are, where one is, what just happened, the keys that matter now.

use ratatui::style::Style;

use super::canvas::Canvas;
use super::keys::sign_of;
use super::text::{width, wrap};
use super::theme::{ALARM, DONE, PLAIN, QUIET, STRONG};
use super::{check_in, tree, view};
use crate::app::keys::{Action, Bar, Binding, rows};
use crate::app::layer::help::shown_key;
use crate::app::{Layer, Notice, Scene};
use crate::locale::arg;

/// The panes, the title, a rule.
pub fn head(app: &Scene<'_>, canvas: &mut Canvas<'_>) {
    let mut x = 1;
    for (name, style) in panes(app, canvas.width()) {
        x = canvas.put_unredacted(x, 0, &name, style) + 2;
    }
    let room = usize::from(canvas.width().saturating_sub(x));
    canvas.put_right_unredacted(0, &format!("{} ", aside(app, room).0), PLAIN);
    let title = title(app);
    let day = app.world.today;
    let when = format!("{} · {} ", app.locale.week(day), app.locale.day(day, day));
    let hidden = if canvas.is_veiled() { format!("{}  ", app.locale.say("names-hidden")) } else { String::new() };
    let room = usize::from(canvas.width()).saturating_sub(width(&hidden) + width(&when) + 2);
    canvas.put_fit(1, 1, &title, u16::try_from(room).unwrap_or(0), PLAIN);
    canvas.put_right_unredacted(1, &format!("{hidden}{when}"), STRONG);
    canvas.put_right_unredacted(1, &when, QUIET);
    canvas.rule(2);
}

/// Where one is.
pub fn title(app: &Scene<'_>) -> String {
    let run = app.layers.iter().find_map(|modal| match modal {
        Layer::Run(run) => check_in::title(app, run),
        _ => None,
    });
    run.unwrap_or_else(|| match app.layers.last() {
        Some(Layer::Tree(tree)) => tree::title(app, tree),
        _ => (view(app.at).title)(app),
    })
}

/// Letters that are left of the names of panes where there is no room for them beside what must be told: all, and ever
/// fewer.
const LETTERS: [usize; 5] = [usize::MAX, 4, 3, 2, 1];

/// The panes there are: key and name, of that at hand whole.
fn panes(app: &Scene<'_>, columns: u16) -> Vec<(String, Style)> {
    let cut = |letters: usize| {
        let each = crate::app::PANES.iter().map(move |(pane, key, name, _)| {
            let (name, is_here) = (app.locale.say(&format!("pane-{name}")), *pane == app.at);
            let letters = if is_here { usize::MAX } else { letters };
            let name: String = name.chars().take(letters).collect();
            (format!("{key} {name}"), if is_here { STRONG } else { QUIET })
        });
        each.collect::<Vec<_>>()
    };
    let room = usize::from(columns);
    let told = |panes: &[(String, Style)]| {
        let used: usize = 1 + panes.iter().map(|(name, _)| width(name) + 2).sum::<usize>();
        aside(app, room.saturating_sub(used)).1
    };
    LETTERS.into_iter().map(cut).find(|panes| told(panes)).unwrap_or_else(|| cut(LETTERS[LETTERS.len() - 1]))
}

/// What stands at the right of the panes: gaps, that it is a demo, drafts, who one is; the first that can be spared
/// goes where there is no room. And whether all that must be told is in it: not the word beside the number of gaps.
fn aside(app: &Scene<'_>, room: usize) -> (String, bool) {
    let gaps = app.counts.gaps();
    let gaps = (gaps > 0).then(|| format!("! {}", app.locale.tell("gaps", &[("count", arg(gaps))])));
    let demo = app.world.stage.word().map(|word| app.locale.say(word));
    let drafts = (app.drafts > 0).then(|| app.locale.tell("drafts", &[("count", arg(app.drafts))]));
    let user = Some(app.user().to_owned());
    let joined =
        |parts: &[&Option<String>]| parts.iter().filter_map(|part| part.as_deref()).collect::<Vec<_>>().join(" · ");
    let all = joined(&[&gaps, &demo, &drafts, &user]);
    let number = (gaps.is_some()).then(|| format!("! {}", app.counts.gaps()));
    let must = joined(&[&number, &demo, &drafts, &user]);
    let is_told = width(&must) < room;
    let without = [must, joined(&[&demo, &drafts, &user]), joined(&[&demo, &user])];
    let fits = |text: &String| width(text) < room;
    (std::iter::once(all).chain(without).find(fits).unwrap_or_else(|| joined(&[&demo])), is_told)
}

/// What is asked or has just happened: its sign, its words, its style.
fn said(app: &Scene<'_>) -> Option<(&'static str, String, Style)> {
    if let Some(Layer::Confirm(confirm)) = app.layers.last() {
        return Some(("?", confirm.question.clone(), STRONG));
    }
    let notice = app.notice.as_ref()?;
    let (sign, style) = match notice {
        // Nobody is told that something is saved before it is.
        Notice::Done(_) if app.is_saving() => return Some(("…", app.locale.say("notice-saving"), PLAIN)),
        Notice::Done(_) => ("✓", DONE),
        Notice::Trouble(_) => ("!", ALARM),
    };
    Some((sign, notice.text().to_owned(), style))
}

/// Columns beside what is asked or told: the sign, and a blank on either side.
const SIGNED: usize = 4;

/// Rows that what is asked or told takes; where nothing is, one for the rule.
pub fn said_rows(app: &Scene<'_>, width: u16) -> u16 {
    let columns = usize::from(width).saturating_sub(SIGNED).max(1);
    said(app).map_or(1, |(_, text, _)| u16::try_from(wrap(&text, columns).len()).unwrap_or(1)).max(1)
}

/// What is asked or has just happened, whole, or a rule; the keys.
pub fn foot(app: &Scene<'_>, canvas: &mut Canvas<'_>) {
    let keys = canvas.height().saturating_sub(1);
    canvas.rule(0);
    if let Some((sign, text, style)) = said(app) {
        let mut told = canvas.rows(0, keys);
        told.clear();
        told.put_unredacted(1, 0, sign, style);
        let columns = usize::from(told.width()).saturating_sub(SIGNED).max(1);
        for (y, line) in (0..keys).zip(wrap(&told.hide(&text), columns)) {
            told.put_unredacted(3, y, &line, style);
        }
        if matches!(app.layers.last(), Some(Layer::Confirm(_))) {
            told.point(1, 0);
        }
    }
    let bindings: Vec<&Binding> = rows(app.scopes()).collect();
    let spoken = |binding: &Binding| {
        let words = app.locale.say(&format!("bar-{}", binding.act.name()));
        let key = shown_key(app, binding);
        if words.is_empty() { sign_of(key).to_owned() } else { format!("{} {words}", sign_of(key)) }
    };
    let aside: Vec<String> = bindings.iter().filter(|row| row.bar == Bar::Aside).map(|row| spoken(row)).collect();
    let aside = aside.join("  ");
    let room = usize::from(canvas.width()).saturating_sub(width(&aside) + 3);
    let mut x = 1;
    let idle =
        |act: Action| act == Action::PageDown && app.is_last_page() || act == Action::Choose && app.is_nothing_marked();
    for binding in bindings.iter().filter(|row| row.bar == Bar::Shown && !idle(row.act) && !app.is_beyond_role(row.act))
    {
        let text = spoken(binding);
        if usize::from(x) + width(&text) > room {
            break;
        }
        let style = if app.why_not(binding.act).is_some() { QUIET } else { PLAIN };
        x = canvas.put_unredacted(x, keys, &text, style) + 2;
    }
    canvas.put_right_unredacted(keys, &format!("{aside} "), PLAIN);
}
