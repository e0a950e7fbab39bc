//! Clock times and lengths as a hand writes them: `14-15:30`, `kl 14`, `1400-1530`, `90min`, `1,5h`, `1h30`.
//!
//! In a line of many words a bare `14` or `90` could be anything, so there it needs a sign (`kl`, a colon, a unit); a
//! form's own field takes the bare number too.

use chrono::{NaiveTime, Timelike};

use super::{Taken, digits, fold};

/// A time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A beginning only.
    At(NaiveTime),
    /// A beginning and how long it lasts; it ends on the same day, at midnight at the latest.
    Span {
        /// When it begins.
        start: NaiveTime,
        /// How long it lasts.
        minutes: u32,
    },
    /// It ends before it begins or at once; a time across midnight is one of these.
    EndBeforeStart,
    /// It has the form of a time and there is none: `14:75`, `kl 25`.
    Impossible,
}

/// A length as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// This many minutes.
    Minutes(u32),
    /// It has the form of a length, and is nothing or more than a day.
    Impossible,
}

/// The words before a clock time.
const CLOCK_SIGNS: &[&str] = &["kl", "kl.", "klockan", "at"];
const HOURS: &[&str] = &["h", "tim", "timme", "timmar", "hr", "hour", "hours"];
const MINUTES: &[&str] = &["min", "m", "minut", "minuter", "minute", "minutes", "mins"];
const DAY: u32 = 24 * 60;

/// Reads a clock time from the first words of a line; None when they are none.
pub fn read_clock(words: &[&str]) -> Option<Taken<Clock>> {
    let first = fold(words.first()?);
    if CLOCK_SIGNS.contains(&first.as_str()) {
        return clock(&fold(words.get(1)?), Sign::Given).map(|value| Taken { value, words: 2 });
    }
    let glued = first.strip_prefix("kl").map(|rest| rest.strip_prefix('.').unwrap_or(rest));
    let value = match glued {
        Some(rest) => clock(rest, Sign::Given),
        None => clock(&first, Sign::Missing),
    };
    value.map(|value| Taken { value, words: 1 })
}

/// The time that the whole text of a form's field is: also `14`, `1430`.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    match clock(&without_sign(text), Sign::Given)? {
        Clock::At(time) => Some(time),
        _ => None,
    }
}

/// The time, or the beginning and the end, that the whole text of a form's field is: `14`, `10-14`, `22-01`. An end
/// that is not later is one of another day; 24 is its midnight.
pub fn parse_times(text: &str) -> Option<(NaiveTime, Option<NaiveTime>)> {
    let bare = without_sign(text);
    let Some((start, end)) = bare.split_once('-') else { return parse_time(text).map(|start| (start, None)) };
    let minutes = |text: &str| written(text.trim()).and_then(|written| written.minutes);
    let (start, end) = (minutes(start)?, minutes(end)?);
    Some((time(start)?, Some(time(end % DAY)?)))
}

/// The text, folded, without the word before a clock time.
fn without_sign(text: &str) -> String {
    let folded = fold(text.trim());
    let bare = CLOCK_SIGNS.iter().find_map(|sign| folded.strip_prefix(sign)).unwrap_or(&folded).trim_start();
    bare.trim_start_matches('.').trim_start().to_owned()
}

/// Reads a length from the first words of a line; None when they are none.
pub fn read_length(words: &[&str]) -> Option<Taken<Length>> {
    let first = fold(words.first()?);
    let alone = length(&first).map(|value| Taken { value, words: 1 });
    alone.or_else(|| {
        let unit = fold(words.get(1)?);
        let is_unit = HOURS.contains(&unit.as_str()) || MINUTES.contains(&unit.as_str());
        if !is_unit || first.contains(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        length(&format!("{first}{unit}")).map(|value| Taken { value, words: 2 })
    })
}

/// The minutes that the whole text of a form's field is: also a bare `90`.
pub fn parse_minutes(text: &str) -> Option<u32> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = match words.as_slice() {
        [word] => digits(word, 1..=4).map(bounded),
        _ => None,
    };
    let whole =
        bare.or_else(|| read_length(&words).filter(|taken| taken.words == words.len()).map(|taken| taken.value));
    match whole? {
        Length::Minutes(minutes) => Some(minutes),
        Length::Impossible => None,
    }
}

/// When something ends that begins at a time and lasts so many minutes, and after how many nights: one where it ends at
/// midnight.
pub fn end_after(start: NaiveTime, minutes: u32) -> (NaiveTime, u32) {
    let end = start.hour() * 60 + start.minute() + minutes;
    (time(end % DAY).unwrap_or(start), end / DAY)
}

/// Whether something told that a number is a clock time.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Given,
    Missing,
}

/// How a time of day is written.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    /// `14`
    Hour,
    /// `1430`
    Compact,
    /// `14:30`, `14.30`
    Separated,
}

/// A time of day as written: minutes from midnight, up to and including 24:00, if there is such a time.
#[derive(Clone, Copy)]
struct Written {
    style: Style,
    minutes: Option<u32>,
}

fn written(text: &str) -> Option<Written> {
    let (style, hour, minute) = if let Some((hour, minute)) = text.split_once([':', '.']) {
        (Style::Separated, digits(hour, 1..=2)?, digits(minute, 2..=2)?)
    } else if let Some(hour) = digits(text, 1..=2) {
        (Style::Hour, hour, 0)
    } else {
        let number = digits(text, 3..=4)?;
        (Style::Compact, number / 100, number % 100)
    };
    let minutes = hour * 60 + minute;
    Some(Written { style, minutes: (minute < 60 && minutes <= DAY).then_some(minutes) })
}

fn clock(text: &str, sign: Sign) -> Option<Clock> {
    let Some((start, end)) = text.split_once('-') else {
        let single = written(text)?;
        let told = sign == Sign::Given || single.style == Style::Separated;
        return told.then(|| single.minutes.and_then(time).map_or(Clock::Impossible, Clock::At));
    };
    let (start, end) = (written(start)?, written(end)?);
    // `2026-21` is more likely a case reference than 20:26 to 21.
    let uneven = start.style == Style::Compact && end.style == Style::Hour;
    let told = sign == Sign::Given || start.style == Style::Separated || end.style == Style::Separated;
    match (start.minutes, end.minutes) {
        _ if uneven && !told => None,
        (Some(start), Some(end)) if end <= start => Some(Clock::EndBeforeStart),
        (Some(start), Some(end)) => {
            Some(time(start).map_or(Clock::Impossible, |begin| Clock::Span { start: begin, minutes: end - start }))
        }
        _ => told.then_some(Clock::Impossible),
    }
}

fn time(minutes: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

fn bounded(minutes: u32) -> Length {
    if (1..=DAY).contains(&minutes) { Length::Minutes(minutes) } else { Length::Impossible }
}

/// `90min`, `1h`, `1,5h`, `1h30`, `1h30min`
fn length(text: &str) -> Option<Length> {
    let unit_at = text.find(|letter: char| letter.is_ascii_alphabetic())?;
    let (number, unit) = text.split_at(unit_at);
    if MINUTES.contains(&unit) {
        return digits(number, 1..=4).map(bounded);
    }
    let after = unit.find(|letter: char| letter.is_ascii_digit()).unwrap_or(unit.len());
    let (unit, minutes) = unit.split_at(after);
    if !HOURS.contains(&unit) {
        return None;
    }
    if minutes.is_empty() {
        return hundredths(number).map(|hundredths| bounded((hundredths * 60 + 50) / 100));
    }
    let minutes = MINUTES.iter().find_map(|unit| minutes.strip_suffix(unit)).unwrap_or(minutes);
    let (hours, minutes) = (digits(number, 1..=2)?, digits(minutes, 1..=2)?);
    Some(if minutes < 60 { bounded(hours * 60 + minutes) } else { Length::Impossible })
}

/// A number with a decimal comma or point and at most two decimals, in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let Some((whole, decimals)) = text.split_once([',', '.']) else {
        return digits(text, 1..=2).map(|whole| whole * 100);
    };
    let parts = digits(decimals, 1..=2)?;
    Some(digits(whole, 1..=2)? * 100 + if decimals.len() == 1 { parts * 10 } else { parts })
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
