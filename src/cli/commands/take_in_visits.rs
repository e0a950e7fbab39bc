//! `trygg import visits FILE.ics`: the calendar of those who plan visits, such as a visit unit's. Planned visits follow
//! it; what has come of a visit here is never touched, and is told.

use chrono::NaiveDateTime;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::import::{MOST_LINES, Said, taken_in};
use super::import_mapping;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening::Opened;
use crate::cli::output::Output;
use crate::cli::span;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::mapping::Mappings;
use crate::exchange::visit_calendar::{Calendar, Change, Held, HeldWhy, Source, read};
use crate::locale::{Locale, arg};

/// Reads the calendar, and stores what it comes to if every event is good.
pub(super) fn run(call: &Invocation, given: &ArgMatches, opened: &Opened, bytes: &[u8]) -> Result<(), Failure> {
    if given.contains_id("new_mapping") {
        return Err(Problem::new(Kind::Usage, "mapping-of-calendar").into());
    }
    let days = span::of_calendar(call.period(given)?, call.today);
    if days.1 < days.0 {
        return Err(Problem::new(Kind::Usage, "days-in-order").into());
    }
    let Opened { store, casebook } = opened;
    let kept: Mappings = import_mapping::kept(casebook)?;
    let name = given.get_one::<String>("mapping");
    let mapping = name.map(|name| kept.named(name, Noun::Visits)).transpose()?;
    let source = Source { bytes, days, mapping, today: call.today };
    let calendar = read(&source, store)?.map_err(Failure::rows)?;
    let Calendar { events, intake, changes, held, without_place } = calendar;
    let only_try = given.get_flag("dry_run");
    let said = taken_in(store, Noun::Visits, (events, Vec::new()), intake, only_try)?;
    tell(call, invocation::shape(given), &said, (&changes, &held, without_place))
}

fn tell(
    call: &Invocation,
    shape: Shape,
    said: &Said,
    (changes, held, without_place): (&[Change], &[Held], usize),
) -> Result<(), Failure> {
    let mut output = Output::open();
    if shape == Shape::Json {
        let mut told = said.as_json();
        told["changes"] = changes.iter().map(change_as_json).collect();
        told["held_back"] = held.iter().map(as_json).collect();
        told["without_place"] = json!(without_place);
        output.json(&told)?;
        return Ok(output.finish()?);
    }
    let locale = &call.locale;
    said.lines(locale).iter().try_for_each(|line| output.line(line))?;
    let changed = changes.iter().map(|one| changed(one, locale)).collect();
    let held = held.iter().map(|one| format!("? {}", in_words(one, locale))).collect();
    for lines in [changed, held] as [Vec<String>; 2] {
        lines.iter().take(MOST_LINES).try_for_each(|line| output.line(line))?;
        if let more @ 1.. = lines.len().saturating_sub(MOST_LINES) {
            output.line(&locale.tell("and-more", &[("count", arg(more))]))?;
        }
    }
    if without_place > 0 {
        output.line(&format!("? {}", locale.tell("said-without-place", &[("count", arg(without_place))])))?;
    }
    Ok(output.finish()?)
}

/// What changes of a visit.
fn changed(one: &Change, locale: &Locale) -> String {
    let key = match one.to {
        None => "said-visit-cancelled",
        Some(_) if one.columns == ["place"] => "said-visit-placed",
        Some(_) => "said-visit-moved",
    };
    let to = |(from, until): (NaiveDateTime, NaiveDateTime)| format!("{}–{}", written(from), until.format("%H:%M"));
    let to = one.to.map(to).unwrap_or_default();
    locale.tell(key, &[("at", arg(written(one.at))), ("line", arg(one.line.to_string())), ("to", arg(to))])
}

fn written(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}

/// What was not done, where it stands in the file, and what to do about it.
fn in_words(one: &Held, locale: &Locale) -> String {
    let key = match one.why {
        HeldWhy::Settled => "said-held-settled",
        HeldWhy::MovedHere => "said-held-moved-here",
        HeldWhy::Older => "said-held-older",
        HeldWhy::OtherPlace => "said-held-other-place",
        HeldWhy::OtherChild => "said-held-other-child",
        HeldWhy::Beside => "said-held-beside",
        HeldWhy::Gone => "said-held-gone",
    };
    let told = locale.tell(key, &[("at", arg(written(one.at))), ("uid", arg(one.uid.as_str()))]);
    match one.line {
        Some(line) => locale.tell("said-line", &[("line", arg(line.to_string())), ("told", arg(told))]),
        None => told,
    }
}

fn as_json(one: &Held) -> Value {
    json!({ "line": one.line, "uid": one.uid, "at": in_file(one.at), "why": one.why.code() })
}

fn change_as_json(one: &Change) -> Value {
    let (to, until) = one.to.map(|(from, until)| (in_file(from), in_file(until))).unzip();
    json!({ "line": one.line, "at": in_file(one.at), "to": to, "until": until, "columns": one.columns })
}

fn in_file(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M").to_string()
}
