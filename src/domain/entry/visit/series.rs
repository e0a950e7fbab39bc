//! The days of a series: pattern, first day, end, and the choice for week 53.

use super::super::reader::Source;
use crate::domain::codes::{Code, Week53};
use crate::domain::entry::{Draft, Reader, Why};
use crate::domain::quickline::visit::{parse_pattern, write_pattern};
use crate::domain::quickline::words::Tongue;
use crate::domain::visit::{Ends, Pattern, Series, Weekdays};

/// A pattern as files and drafts write it.
fn written(pattern: Pattern, weekdays: Weekdays) -> String {
    write_pattern(pattern, weekdays, Tongue::English)
}

/// The pattern that stands in the draft; a single day where nothing does.
pub(in crate::domain) fn pattern(reader: &mut Reader<'_>) -> Option<(Pattern, Weekdays)> {
    if reader.is_empty("pattern") {
        return Some((Pattern::Once, Weekdays::NONE));
    }
    let source = reader.source();
    reader.read("pattern", Why::NotAPattern, |text| {
        let told = parse_pattern(text);
        told.filter(|(pattern, weekdays)| matches!(source, Source::Typed(_)) || written(*pattern, *weekdays) == text)
    })
}

/// Reads a series. One that is edited is counted on from where it was, as long as its rule and first day stay.
pub(in crate::domain) fn read(reader: &mut Reader<'_>, old: Option<&Series>) -> Option<Series> {
    let today = reader.source().today();
    let told = pattern(reader);
    let from = reader.day("from");
    let choice: Option<Week53> = reader.code("week_53");
    let times = reader.number("times");
    let Some((rule, weekdays)) = told else {
        reader.last_day("until", from);
        return None;
    };
    if rule.parity().is_none() && choice.is_some() {
        reader.fault("week_53", Why::OnlyWithWeekNumbers);
    }
    // A single day, and a rule that names no weekday, are nothing without a day.
    if from.is_none() && (rule == Pattern::Once || weekdays.is_empty()) {
        reader.fault("from", Why::Missing);
    }
    let rule = choice.map_or(rule, |choice| rule.choosing(choice));
    let told = Series::told(rule, weekdays, from, today);
    let until = reader.last_day("until", Some(told.from.max(today)));
    let ends = match (until, times) {
        (Some(until), _) => Ends::Until(until),
        (None, Some(times)) => Ends::Times(times),
        (None, None) => Ends::Open,
    };
    let series =
        old.filter(|old| is_same(old, &told)).map_or(told, |old| Series { pattern: rule, ..*old }).ending(ends);
    if rule == Pattern::Once {
        for key in ["until", "times"] {
            if !reader.is_empty(key) {
                reader.fault(key, Why::OnlyInSeries);
            }
        }
    } else if !reader.is_empty("until") && !reader.is_empty("times") {
        reader.fault("times", Why::NotBoth("until"));
    }
    reader.in_order("from", "until", (Some(series.from), until));
    if series.first().is_none() && until.is_some() {
        reader.fault("until", Why::NoDays);
    }
    Some(series)
}

/// Whether the rule and the first day are what they were, whatever was chosen for week 53.
fn is_same(old: &Series, told: &Series) -> bool {
    let number = |series: &Series| series.pattern.parity().map(|(parity, _)| parity);
    let rule = old.pattern == told.pattern || number(old).is_some() && number(old) == number(told);
    rule && old.weekdays == told.weekdays && old.from == told.from
}

/// A series in a draft.
pub(in crate::domain) fn draft(draft: Draft, series: &Series) -> Draft {
    let (until, times) = match series.ends {
        Ends::Open => (None, None),
        Ends::Until(until) => (Some(until), None),
        Ends::Times(times) => (None, Some(times)),
    };
    draft
        .with("pattern", written(series.pattern, series.weekdays))
        .with_some("week_53", series.pattern.parity().and_then(|(_, choice)| choice).map(Code::code))
        .with("from", series.from.to_string())
        .with_some("until", until)
        .with_some("times", times)
}
