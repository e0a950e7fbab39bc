//! Values of times: a day, a time of the clock, a length, the stretch between two times, hours ahead of UTC.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A time as it is written, whose clock it is apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day(NaiveDate),
    Clock(NaiveDateTime),
    Utc(NaiveDateTime),
}

/// `20261123`, `20261123T090000`, `20261123T080000Z`; seconds may be missing.
pub(super) fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let Some((day, time)) = text.split_once(['T', 't']) else { return day_of(text).map(Written::Day) };
    let day = day_of(day)?;
    let (time, is_utc) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, true),
        None => (time, false),
    };
    let time = day.and_time(clock(time)?);
    Some(if is_utc { Written::Utc(time) } else { Written::Clock(time) })
}

/// The first day that a value names, however else it is faulty.
pub(super) fn day_in(text: &str) -> Option<NaiveDate> {
    day_of(text.trim().get(..8)?)
}

fn day_of(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| digits(text.get(from..to)?);
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?).filter(|_| text.len() == 8)
}

fn clock(text: &str) -> Option<NaiveTime> {
    let number = |from: usize| digits(text.get(from..from + 2)?);
    let seconds = match text.len() {
        4 => 0,
        // A leap second is the one before.
        6 => number(4).map(|second| if second == 60 { 59 } else { second })?,
        _ => return None,
    };
    NaiveTime::from_hms_opt(number(0)?, number(2)?, seconds)
}

fn digits(text: &str) -> Option<u32> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// How long something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// So much later on its own clock: it was told when it ends.
    OnClock(TimeDelta),
    /// So many days later on its own clock, and then so much later by any clock (RFC 5545 3.3.6).
    Told { days: i64, exact: TimeDelta },
}

/// `P1D`, `PT24H`, `P2W`, `-P1DT30M`.
pub(super) fn length(text: &str) -> Option<Length> {
    let text = text.trim().to_ascii_uppercase();
    let (text, sign) = match text.strip_prefix('-') {
        Some(text) => (text, -1),
        None => (text.strip_prefix('+').unwrap_or(&text), 1),
    };
    let (of_days, of_clock) = match text.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) if !clock.is_empty() => (days, clock),
        Some(_) => return None,
        None => (text.strip_prefix('P').filter(|days| !days.is_empty())?, ""),
    };
    let days = amounts(of_days, &[('W', 7), ('D', 1)])?.checked_mul(sign)?;
    let seconds = amounts(of_clock, &[('H', 3600), ('M', 60), ('S', 1)])?.checked_mul(sign)?;
    Some(Length::Told { days, exact: TimeDelta::try_seconds(seconds)? })
}

/// The sum of numbers, each with its unit after it.
fn amounts(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut sum = 0_i64;
    let mut rest = text;
    while !rest.is_empty() {
        let ends = rest.find(|letter: char| !letter.is_ascii_digit())?;
        let unit = rest[ends..].chars().next()?;
        let (_, worth) = units.iter().find(|(letter, _)| *letter == unit)?;
        sum = sum.checked_add(i64::from(digits(&rest[..ends])?).checked_mul(*worth)?)?;
        rest = &rest[ends + unit.len_utf8()..];
    }
    Some(sum)
}

/// `+0100`, `-043000`: seconds ahead of UTC.
pub(super) fn offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, number) = match text.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let part = |from: usize| number.get(from..from + 2).and_then(digits).and_then(|part| i32::try_from(part).ok());
    let seconds = if number.len() == 6 { part(4)? } else { 0 };
    let told = part(0)? * 3600 + part(2)? * 60 + seconds;
    (matches!(number.len(), 4 | 6) && told < 24 * 3600).then_some(sign * told)
}

/// A stretch from a time to another, or of a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    Time(Written),
    Length(Length),
}

/// `20261123T080000Z/20261123T090000Z`, `20261201T080000Z/PT4H`.
pub(super) fn period(text: &str) -> Option<(Written, Until)> {
    let (from, until) = text.split_once('/')?;
    let until = match written(until) {
        Some(time) => Until::Time(time),
        None => Until::Length(length(until)?),
    };
    Some((written(from)?, until))
}
