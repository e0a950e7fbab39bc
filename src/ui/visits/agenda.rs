//! The days at hand: what must be seen to stands first, with its reason.

use super::row::{place, sign, style, terms};
use crate::app::Scene;
use crate::app::cx::{Counted, VisitKey};
use crate::app::form::hindrances::supporter_called;
use crate::app::layer::visit::Mark;
use crate::app::list::Markable;
use crate::app::pane::visits::{Concern, Line};
use crate::domain::discretion::initial;
use crate::domain::ids::FamilyId;
use crate::domain::visit::Visit;
use crate::domain::visit::clash::Party;
use crate::locale::arg;
use crate::ui::canvas::Canvas;
use crate::ui::theme::{ALARM, HEADING, PLAIN, QUIET};
use crate::ui::unfold;

/// Columns of day, time, who meets whom, and the family; wider where there is room.
struct Widths {
    day: usize,
    time: usize,
    between: usize,
    family: usize,
}

/// Draws the agenda.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let agenda = &app.panes.visits.agenda;
    let (top, lines) = agenda.shown();
    if agenda.lines.is_empty() {
        let said = if app.counts.is_whole(Counted::Visits) { "no-visits" } else { "week-working" };
        body.put(1, 1, &app.locale.say(said), QUIET);
        return;
    }
    let wide = body.width() >= crate::app::layout::WIDE;
    let widths = if wide {
        Widths { day: 12, time: 12, between: 34, family: 20 }
    } else {
        Widths { day: 9, time: 12, between: 17, family: 12 }
    };
    let placed: Vec<(usize, &Line)> = (top..).zip(lines).collect();
    let marked = placed.iter().position(|(place, line)| *place == agenda.marker && line.is_markable());
    unfold::draw(
        &placed,
        marked,
        |(_, line)| line.is_markable(),
        body,
        |(place, line), body, y| match line {
            Line::Heading(name) => {
                let count = agenda.lines[*place + 1..].iter().take_while(|one| one.is_markable()).count();
                let words = app.locale.tell(&format!("agenda-{name}"), &[("count", arg(count))]);
                body.put_unredacted(1, y, &words, HEADING);
            }
            Line::Blank => {}
            Line::Visit(key) => visit_line(app, body, y, *key, None, &widths),
            Line::Concern(concern) => concern_line(app, body, y, concern, &widths),
        },
    );
}

/// A visit's line; with a reason instead of its terms where it must be seen to.
fn visit_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, key: VisitKey, reason: Option<String>, widths: &Widths) {
    let Some((stored, occurrence, _)) = app.panes.visits.find(key) else { return };
    let reason = reason.or_else(|| app.panes.visits.stopped(key).map(|breach| app.locale.breach(breach)));
    let of = &stored.value;
    let visit = Visit { id: key.id, arrangement: of, given: key.given, written: Some(&occurrence) };
    let mark = Mark::from((&visit, app.world.today));
    let (shown, look) = if reason.is_some() { ("!", ALARM) } else { (sign(mark), style(mark)) };
    body.put(1, y, shown, look);
    let text = if reason.is_some() { PLAIN } else { look };
    let cells = [
        body.cell(&app.locale.narrow_day(visit.on(), app.world.today), widths.day),
        body.cell(&app.locale.visit_time(visit.terms(), visit.on()), widths.time),
        body.cell(&body.hide(&app.panes.visits.between(of.child, &visit.terms().with, app.setting())), widths.between),
        body.cell(&family(app, of.family), widths.family),
    ];
    let x = body.put(3, y, &cells.concat(), if mark == Mark::Untold { PLAIN } else { text });
    let last = reason.unwrap_or_else(|| terms(app, &visit));
    let room = body.width().saturating_sub(x + 1);
    body.put_fit(x, y, &last, room, if shown == "!" { ALARM } else { text });
}

fn concern_line(app: &Scene<'_>, body: &mut Canvas<'_>, y: u16, concern: &Concern, widths: &Widths) {
    let locale = &app.locale;
    let say = |key: &str| Some(locale.say(&format!("concern-{key}")));
    match concern {
        Concern::Stopped(key, breach) => {
            visit_line(app, body, y, *key, Some(locale.breach(*breach)), widths);
        }
        Concern::Unsupported(key) => visit_line(app, body, y, *key, say("unsupported"), widths),
        Concern::Away(key, who) => {
            let who = if body.is_veiled() { initial(who) } else { who.clone() };
            let told = locale.tell("concern-away", &[("who", arg(who))]);
            visit_line(app, body, y, *key, Some(told), widths);
        }
        Concern::Clash(key, other, party) => {
            let who = match party {
                Party::Person(id) => app.panes.visits.diary.called(*id, app.setting()),
                Party::Supporter(name) if body.is_veiled() => initial(name),
                Party::Supporter(name) => supporter_called(app, name),
                // Places are compared folded; it is told as it is written.
                Party::Place(_) => {
                    let written =
                        app.panes.visits.find(*key).and_then(|(_, visit, _)| place(app, visit.on, &visit.terms));
                    written.unwrap_or_else(|| locale.say("the-place"))
                }
            };
            let other = app.panes.visits.find(*other).map(|(of, visit, _)| {
                let between = app.panes.visits.between(of.value.child, &visit.terms.with, app.setting());
                format!("{} {between}", locale.visit_time(&visit.terms, visit.on))
            });
            let told = locale.tell("concern-clash", &[("who", arg(who)), ("other", arg(other.unwrap_or_default()))]);
            visit_line(app, body, y, *key, Some(told), widths);
        }
        Concern::Consider(id, due) => {
            let Some(stored) = app.panes.visits.diary.restrictions.iter().find(|stored| stored.id == *id) else {
                return;
            };
            let of = &stored.value;
            let late = (app.world.today - *due).num_days();
            let told = if late > 0 {
                locale.tell("concern-consider-late", &[("days", arg(late))])
            } else {
                locale.say("concern-consider")
            };
            let between = app.panes.visits.between(of.child, &of.with, app.setting());
            other_line(app, body, y, &locale.narrow_day(*due, app.world.today), &between, of.family, &told, widths);
        }
        Concern::NoDecision(id) => {
            let Some(stored) = app.panes.visits.diary.restrictions.iter().find(|stored| stored.id == *id) else {
                return;
            };
            let of = &stored.value;
            let missing: Vec<String> = of.missing().into_iter().map(|one| locale.missing(one)).collect();
            let told = locale.tell("concern-no-decision", &[("missing", arg(missing.join(", ")))]);
            let between = app.panes.visits.between(of.child, &of.with, app.setting());
            other_line(app, body, y, &locale.narrow_day(of.from, app.world.today), &between, of.family, &told, widths);
        }
        Concern::Wish(id) => {
            let Some(stored) = app.panes.visits.diary.wishes.iter().find(|stored| stored.id == *id) else { return };
            let of = &stored.value;
            let days = of.days_waiting(app.world.today).unwrap_or_default();
            let told = locale.tell("concern-wish", &[("days", arg(days)), ("what", arg(of.what.as_str()))]);
            let between = app.panes.visits.between(of.child, &[of.by], app.setting());
            let day = locale.narrow_day(of.told_on, app.world.today);
            other_line(app, body, y, &day, &between, of.family, &told, widths);
        }
    }
}

/// What a family is called in its column.
fn family(app: &Scene<'_>, family: FamilyId) -> String {
    app.family_called(app.panes.visits.diary.family(family), app.panes.visits.diary.case_ref(family))
}

#[allow(clippy::too_many_arguments)]
fn other_line(
    app: &Scene<'_>,
    body: &mut Canvas<'_>,
    y: u16,
    day: &str,
    between: &str,
    family: FamilyId,
    told: &str,
    widths: &Widths,
) {
    body.put(1, y, "!", ALARM);
    let cells = [
        body.cell(day, widths.day),
        body.cell("", widths.time),
        body.cell(&body.hide(between), widths.between),
        body.cell(&self::family(app, family), widths.family),
    ];
    let x = body.put(3, y, &cells.concat(), PLAIN);
    body.put_fit(x, y, told, body.width().saturating_sub(x + 1), ALARM);
}
