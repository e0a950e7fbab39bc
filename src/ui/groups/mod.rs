//! The groups pane: the team's groups, one of them, what is referred on, what nobody gives.

mod page;
pub mod roll;

use chrono::NaiveDate;

use super::canvas::Canvas;
use super::theme::{ALARM, HEADING, PLAIN, QUIET};
use super::unfold;
use crate::app::Scene;
use crate::app::list::Markable;
use crate::app::pane::groups::{Line, Side};
use crate::domain::codes::{GroupState, ReferralState};
use crate::domain::group::Group;
use crate::domain::referral::Referral;
use crate::locale::arg;
use crate::store::{GapRow, GroupRow, ReferralRow};

/// From this width on, there is room for all columns.
const ROOM: u16 = 100;

/// What the title line says.
pub fn title(app: &Scene<'_>) -> String {
    let groups = &app.panes.groups;
    if let Some(open) = &groups.page {
        return page::title(app, open);
    }
    match groups.side {
        Side::Groups => {
            let of =
                |is: &dyn Fn(&Group) -> bool| app.panes.groups.groups.iter().filter(|row| is(&row.group.value)).count();
            let running = of(&Group::goes_on);
            let cancelled = of(&|group| group.state == GroupState::Cancelled);
            app.locale.tell("groups-title-groups", &[("running", arg(running)), ("cancelled", arg(cancelled))])
        }
        Side::Gaps => app.locale.say("groups-title-gaps"),
        Side::Referrals => {
            let family = app.open.as_ref().map(|open| &open.page.family.value);
            let whose = family.map_or_else(
                || app.locale.say("groups-title-open"),
                |family| app.family_called(&family.name, &family.case_ref),
            );
            app.locale.tell("groups-title-referrals", &[("whose", arg(whose))])
        }
    }
}

/// Draws the pane.
pub fn draw(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let groups = &app.panes.groups;
    if let Some(open) = &groups.page {
        return page::draw(app, open, body);
    }
    let list = &groups.list;
    if list.lines.is_empty() {
        let said = match groups.side {
            Side::Groups => "groups-none",
            Side::Referrals => "referrals-none",
            Side::Gaps => "gaps-none",
        };
        body.put_unredacted(1, 1, &app.locale.say(said), QUIET);
        return body.point(1, 1);
    }
    let (top, lines) = list.shown();
    let placed: Vec<(usize, &Line)> = (top..).zip(lines).collect();
    let marked = placed.iter().position(|(place, line)| *place == list.marker && line.is_markable());
    unfold::draw(
        &placed,
        marked,
        |(_, line)| line.is_markable(),
        body,
        |(_, line), body, y| match line {
            Line::Blank => {}
            Line::Group(id) => _ = groups.group(*id).map(|row| group(app, row, body, y)),
            Line::Referral(id) => _ = groups.referral(*id).map(|of| referral(app, of, body, y)),
            Line::Gap(place) => _ = groups.gaps.get(*place).map(|row| gap(app, row, body, y)),
            Line::Of(area, district, count) => {
                let area = area.map_or_else(|| app.locale.say("gap-no-area"), |area| app.locale.label(area));
                let district = district.clone().unwrap_or_else(|| app.locale.say("gap-no-district"));
                let told = [("area", arg(area)), ("district", arg(district)), ("count", arg(*count))];
                body.put_unredacted(1, y, &app.locale.tell("gap-of", &told), HEADING);
            }
        },
    );
}

fn group(app: &Scene<'_>, row: &GroupRow, body: &mut Canvas<'_>, y: u16) {
    let (locale, group) = (&app.locale, &row.group.value);
    let style = if group.goes_on() { PLAIN } else { QUIET };
    let sign = match group.state {
        GroupState::Planned | GroupState::Running => "·",
        GroupState::Ended => "✓",
        GroupState::Cancelled => "×",
    };
    let wide = body.width() >= ROOM;
    let when = group.weekday.map(|day| locale.label(day)).unwrap_or_default();
    let start = group.start.map(|start| locale.time(start)).unwrap_or_default();
    let meetings = (row.held > 0).then(|| locale.tell("group-meetings", &[("count", arg(row.held))]));
    let families = (row.families > 0).then(|| locale.tell("group-families", &[("count", arg(row.families))]));
    let counts: Vec<String> = meetings.into_iter().chain(families).collect();
    let next = match &row.next {
        Some((on, theme)) => {
            let day = locale.narrow_day(*on, app.world.today);
            let next = locale.tell("group-next", &[("day", arg(day))]);
            theme.as_ref().map_or(next.clone(), |theme| format!("{next}: {theme}"))
        }
        None if !group.goes_on() => locale.label(group.state),
        None => String::new(),
    };
    body.put(1, y, sign, style);
    body.note_cut(&group.name, 25);
    let x = body.put(3, y, &body.cell(&body.hide(&group.name), 26), style);
    let x = body.put_unredacted(x, y, &body.cell(&locale.label(group.kind), if wide { 20 } else { 0 }), style);
    let x = body.put_unredacted(x, y, &body.cell(format!("{when} {start}").trim(), 15), style);
    let x = body.put_unredacted(x, y, &body.cell(&counts.join(", "), if wide { 24 } else { 0 }), style);
    body.put_fit(x, y, &next, body.width().saturating_sub(x + 1), style);
}

/// The sign of where a referral stands.
fn sign(referral: &Referral) -> &'static str {
    match referral.state {
        ReferralState::Done => "✓",
        ReferralState::Refused => "×",
        ReferralState::Gap => "!",
        _ if referral.lacks_consent() => "?",
        _ => "·",
    }
}

fn referral(app: &Scene<'_>, of: &ReferralRow, body: &mut Canvas<'_>, y: u16) {
    let (locale, referral) = (&app.locale, &of.value.value);
    let style = if referral.is_open() || referral.state == ReferralState::Gap { PLAIN } else { QUIET };
    let look = if referral.state == ReferralState::Gap { ALARM } else { style };
    let person = referral.person.map(|person| app.panes.groups.called(person, app.setting())).unwrap_or_default();
    let wide = body.width() >= ROOM;
    let days = (app.world.today - referral.since()).num_days();
    let mut stands = format!("{} {}", locale.label(referral.state), day(app, referral.since()));
    if referral.is_open() && days > 0 {
        stands = format!("{stands}, {}", locale.tell("referral-days", &[("days", arg(days))]));
    }
    if referral.lacks_consent() {
        stands = format!("{stands} · {}", locale.say("referral-no-consent"));
    }
    let family = if app.open.is_some() { 0 } else { 13 };
    body.put(1, y, sign(referral), look);
    let x = body.put(3, y, &body.cell(&app.family_called(&of.family.name, &of.family.case_ref), family), style);
    let x = body.put(x, y, &body.cell(&person, 11), style);
    let to = locale.actor(&referral.to);
    body.note_cut(&to, 18);
    let x = body.put(x, y, &body.cell(&body.hide(&to), 19), style);
    let x = body.put_unredacted(x, y, &body.cell(&locale.label(referral.area), if wide { 19 } else { 0 }), style);
    let x = body.put_fit(x, y, &stands, body.width().saturating_sub(x + 1).min(44), style);
    if let Some(why) = referral.why.as_ref().filter(|_| wide) {
        body.put_fit(x + 2, y, why, body.width().saturating_sub(x + 3), QUIET);
    }
}

fn day(app: &Scene<'_>, on: NaiveDate) -> String {
    app.locale.date(on, app.world.today)
}

fn gap(app: &Scene<'_>, row: &GapRow, body: &mut Canvas<'_>, y: u16) {
    let locale = &app.locale;
    let whose = match row.of.family() {
        Some((family, person)) => {
            let person = person.map(|person| app.panes.groups.called(person, app.setting()));
            let family = app.family_called(&family.name, &family.case_ref);
            person.filter(|name| !name.is_empty()).map_or(family.clone(), |name| format!("{name}, {family}"))
        }
        None => row.of.group().unwrap_or_default().to_owned(),
    };
    let need = locale.actor(&row.need);
    body.put(1, y, "!", ALARM);
    body.note_cut(&need, 27);
    let x = body.put(3, y, &body.cell(&body.hide(&need), 28), PLAIN);
    body.note_cut(&whose, 23);
    let x = body.put(x, y, &body.cell(&body.hide(&whose), 24), PLAIN);
    let x = body.put_unredacted(x, y, &body.cell(&day(app, row.since), 9), PLAIN);
    body.put_fit(x, y, row.why.as_deref().unwrap_or_default(), body.width().saturating_sub(x + 1), QUIET);
}
