//! Checklists as rules: each list says itself when it is owed, and is met once every line of it is dealt with.

use chrono::{Datelike, NaiveDate};
use toml::Value;

use super::case::{Case, Chain};
use super::chains::find;
use super::rule::{Rule, Trigger};
use crate::domain::checklist::{Begins, Checklist, Occasion, nearest};
use crate::domain::codes::Code;
use crate::domain::ids::PersonId;

/// A list as a row of the rules; the unit's own rules may override any field of it by the list's name. How long there
/// is stands there only where somebody has read it: what is unverified makes nothing late.
pub(super) fn table(list: &Checklist) -> toml::Table {
    let mut table = toml::Table::new();
    let mut put = |key: &str, value: Value| drop(table.insert(key.to_owned(), value));
    let texts = |all: Vec<&str>| Value::Array(all.into_iter().map(|text| Value::String(text.to_owned())).collect());
    let (trigger, counts_from, phase) = match &list.when.begins {
        Begins::PlacementStarted => ("placement_started", Some("placement"), None),
        Begins::ParentSeparated => ("parent_separated", Some("care"), None),
        Begins::SupportChanged => ("support_changed", None, None),
        Begins::Phase(phase) => ("phase_begun", None, Some(phase)),
        Begins::CareStarted => ("care_started", Some("care"), None),
        Begins::Came => ("participant_started", None, None),
    };
    put("name", list.name.as_str().into());
    put("trigger", trigger.into());
    if let Some(of) = counts_from {
        put("counts_from", of.into());
    }
    if let Some(phase) = phase {
        put("phase", phase.as_str().into());
    }
    put("met_by", texts(vec!["checklist"]));
    put("items", texts(list.items.iter().map(|item| item.key.as_str()).collect()));
    put("kinds", texts(list.when.kinds.iter().map(|kind| kind.code()).collect()));
    if let Some(within) = list.when.within.filter(|_| list.when.is_sure) {
        put("within", within.to_string().into());
    }
    if let Some(early) = list.when.early {
        put("early", early.to_string().into());
    }
    put("severity", "low".into());
    put("scope", "local".into());
    put("source", list.source.as_str().into());
    put("confidence", list.confidence.as_str().into());
    if let Some(day) = list.valid_from {
        put("valid_from", Value::Datetime(written(day)));
    }
    let whom = if list.one_per.names_somebody() { ", { $person }" } else { "" };
    put("text_sv", format!("{}{whom}", list.title_sv).into());
    put("text_en", format!("{}{whom}", list.title_en).into());
    table
}

/// A day of TOML.
fn written(day: NaiveDate) -> toml::value::Datetime {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or_default();
    let date = toml::value::Date { year, month: small(day.month()), day: small(day.day()) };
    toml::value::Datetime { date: Some(date), time: None, offset: None }
}

/// Every time that a list is or was to be gone through, whether it was in use then or not, oldest first.
pub fn list_times(list: &Checklist, case: &Case, today: NaiveDate) -> Vec<Occasion> {
    let Ok(rule) = Rule::try_from_table(table(list)) else { return Vec::new() };
    let cares = case.cares();
    let mut times: Vec<Occasion> = find(&rule, case, &cares, today).chains.iter().map(time).collect();
    times.sort_by_key(|time| (time.on, time.person));
    times.dedup();
    times
}

/// What other colleagues, or a phase of the programme, begin: about whom, the placement, the days.
pub(super) fn begun(rule: &Rule, case: &Case) -> Vec<(Option<PersonId>, i64, NaiveDate, Option<NaiveDate>)> {
    if rule.trigger == Trigger::SupportChanged {
        return case.support_changed.iter().map(|day| (None, 0, *day, None)).collect();
    }
    let mut told: Vec<(Option<PersonId>, i64, NaiveDate, Option<NaiveDate>)> = Vec::new();
    for (_, from, until) in case.phases.iter().filter(|(phase, ..)| rule.phase.as_deref() == Some(phase)) {
        // A phase is the family's, and so each child's who is placed as long as it lasts.
        for one in &case.placements {
            let meets = one.until.is_none_or(|end| *from <= end) && until.is_none_or(|until| one.from <= until);
            if meets && !told.iter().any(|(child, _, day, _)| (*child, *day) == (Some(one.child), *from)) {
                told.push((Some(one.child), one.id, *from, *until));
            }
        }
    }
    told
}

/// The time of a list that a chain is.
pub(super) fn time(chain: &Chain<'_>) -> Occasion {
    Occasion { person: chain.person, on: chain.from }
}

/// The day on which the last line of a list was dealt with, of one of its times.
pub(super) fn dealt_with(
    rule: &Rule,
    case: &Case,
    times: &[Occasion],
    of: Occasion,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let mine = |item: &str| {
        let ticks = case.ticks.iter().filter(|tick| tick.checklist == rule.name && tick.item == item);
        let ticks = ticks.filter(|tick| tick.on <= today && nearest(tick, times) == Some(of));
        ticks.map(|tick| tick.on).min()
    };
    if rule.items.is_empty() {
        return None;
    }
    rule.items.iter().map(|item| mine(item)).collect::<Option<Vec<NaiveDate>>>()?.into_iter().max()
}
