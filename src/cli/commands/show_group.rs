//! `trygg show group GROUP`: a group with its meetings, what it wishes for and what it answered. It names nobody: who
//! was there is what `list attendance` tells of the families that one reaches.

use serde_json::{Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::codes::{Code, MeetingState};
use crate::domain::group::{GROUP, group_draft};
use crate::domain::group_meeting::{Survey, surveys, wished};
use crate::domain::measurement::Group as Together;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::{Noun, json};
use crate::locale::{Locale, arg};
use crate::store::{GroupPage, Lot, MeetingRow, Store};

/// Shows a group by its reference.
pub(super) fn run(call: &Invocation, shape: Shape, store: &Store, reference: &str) -> Result<(), Failure> {
    let unknown = || Problem::new(Kind::NotFound, "no-group").with("group", reference.to_owned());
    let id = store.group_called(reference)?.ok_or_else(unknown)?;
    journalled::listing(call, store, &Lot::new(Noun::Groups.name(), None))?;
    let page = store.group_page(id, None, call.today)?;
    let mut output = Output::open();
    match shape {
        Shape::Json => output.json(&as_json(&page))?,
        Shape::Text => {
            let locale = &call.locale;
            lines(&page, locale).iter().try_for_each(|line| output.line(line))?;
            let headings = ["on", "state", "came", "theme", "gap"].map(|key| locale.field(key));
            let mut columns = Columns::new(&mut output, headings.to_vec());
            for told in &page.meetings {
                columns.row(row(told, locale))?;
            }
            columns.finish()?;
        }
    }
    Ok(output.finish()?)
}

/// What stands over its meetings.
fn lines(page: &GroupPage, locale: &Locale) -> Vec<String> {
    let group = &page.group.value;
    let all = page.all();
    let held = all.iter().filter(|meeting| meeting.state == MeetingState::Held).count();
    let mut parts = vec![group.name.clone(), locale.label(group.kind), locale.label(group.state)];
    parts.extend(group.reason.clone());
    parts.push(locale.tell("group-meetings", &[("count", arg(held))]));
    let families = page.families;
    parts.extend((families > 0).then(|| locale.tell("group-families", &[("count", arg(families))])));
    let mut lines = vec![parts.join(" · ")];
    let wishes: Vec<String> = wished(&all)
        .iter()
        .map(|wish| locale.tell("group-wish", &[("theme", arg(wish.theme.as_str())), ("voices", arg(wish.voices))]))
        .collect();
    if !wishes.is_empty() {
        lines.push(locale.tell("group-wished", &[("themes", arg(wishes.join(", ")))]));
    }
    let (first, after) = surveys(&all);
    for survey in [first, after].into_iter().flatten() {
        let mean = survey.mean.map_or_else(|| locale.say("group-few"), |mean| locale.mean(mean));
        let name = survey.name.unwrap_or_else(|| locale.say("group-survey-name"));
        let args = [("name", arg(name)), ("meetings", arg(survey.after)), ("mean", arg(mean)), ("n", arg(survey.n))];
        lines.push(locale.tell("group-survey", &args));
    }
    lines
}

fn row(told: &MeetingRow, locale: &Locale) -> Vec<String> {
    let meeting = &told.meeting.value;
    let is_held = meeting.state == MeetingState::Held;
    let came = is_held.then(|| locale.tell("group-came", &[("came", arg(told.came)), ("asked", arg(told.asked))]));
    vec![
        meeting.on.to_string(),
        locale.label(meeting.state),
        came.unwrap_or_default(),
        meeting.theme.clone().or_else(|| meeting.reason.clone()).unwrap_or_default(),
        meeting.open_gap().unwrap_or_default().to_owned(),
    ]
}

fn as_json(page: &GroupPage) -> Value {
    let all = page.all();
    let (first, after) = surveys(&all);
    let meetings = page.meetings.iter().map(|told| {
        let meeting = &told.meeting.value;
        json!({
            "on": meeting.on, "state": meeting.state.code(), "theme": meeting.theme, "wished_on": meeting.wished_on,
            "reason": meeting.reason, "came": told.came, "asked": told.asked, "gap": meeting.open_gap(),
            "gap_area": meeting.gap_area.map(Code::code),
        })
    });
    let wishes = wished(&all).into_iter().map(|wish| json!({"theme": wish.theme, "voices": wish.voices}));
    let measured = page.measured.iter().filter_map(together);
    json!({
        "group": json::columns(&GROUP, &group_draft(&page.group.value)), "families": page.families,
        "meetings": meetings.collect::<Vec<_>>(), "wished": wishes.collect::<Vec<_>>(),
        "answered_first": first.map(answered), "answered_last": after.map(answered),
        "measured": measured.collect::<Vec<_>>(),
    })
}

/// What was answered, in hundredths as whole numbers are kept; no mean of so few that it would be somebody's own.
fn answered(survey: Survey) -> Value {
    let mean = survey.mean.map(|mean| f64::from(mean) / 100.0);
    json!({"survey": survey.name, "after": survey.after, "n": survey.n, "mean": mean})
}

fn together(one: &Together) -> Option<Value> {
    let (count, before, after) = one.both?;
    let hundredths = |value: i64| i32::try_from(value).ok().map(|value| f64::from(value) / 100.0);
    Some(json!({
        "instrument": one.instrument, "area": one.area, "rater": one.rater.code(), "n": count,
        "before": hundredths(before), "after": hundredths(after),
    }))
}
