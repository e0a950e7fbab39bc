//! The meanings of words by themselves, before anybody is asked for names.
//!
//! One reader for each form, in a table; the first that takes a word has it. A word that none takes is bare: perhaps a
//! family.

use chrono::NaiveDate;

use crate::domain::codes::{Area, Outcome};
use crate::domain::session::GoalMark;
use crate::domain::text::{Clock, Day, Leaning, Length, Taken, clean_line, fold, read_clock, read_day, read_length};

use super::part::{Fault, Meaning, OutcomeMark};
use super::words::{AREAS, AS_LAST, DESPITE, GOAL_SIGNS, REACHED, WORDS, Word, beginning, meaning};

/// What a word or a few are, as far as can be told without names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// This, whatever the names.
    Says(Meaning),
    /// A person, by the word after the `@`.
    Person(String),
    /// Cancelled, with what stands in the brackets.
    Cancelled(String),
    /// Nobody came, with what stands in the brackets.
    NoShow(String),
    /// People and mode as last time.
    AsLast,
    /// Supporters by name.
    Supporters(Vec<Named>),
    /// None of the grammar's words.
    Bare,
}

/// Somebody of the staff as a line names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name, or what it begins with.
    pub name: String,
    /// Whether the line says that it is nobody known.
    pub is_new: bool,
}

impl From<Meaning> for Claim {
    fn from(meaning: Meaning) -> Self {
        Self::Says(meaning)
    }
}

impl From<Fault> for Claim {
    fn from(fault: Fault) -> Self {
        Self::Says(Meaning::Fault(fault))
    }
}

/// From where days are seen.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// What counts as today.
    pub today: NaiveDate,
    /// Which way the record's own day looks.
    pub leaning: Leaning,
    /// The first day that the line tells of, once it is known.
    pub first: Option<NaiveDate>,
}

/// Reads a part from the first words.
pub type Reader = fn(&[&str], Seen) -> Option<Taken<Claim>>;

/// The readers of a line about a session.
pub const READERS: &[Reader] =
    &[as_last, person, of_area, follow_up, outcome, despite, keyword, goal, day, clock, length];

/// What the first words mean to some readers; always takes at least one of them.
pub fn classify(readers: &[Reader], words: &[&str], seen: Seen) -> Taken<Claim> {
    readers.iter().find_map(|reader| reader(words, seen)).unwrap_or(Taken { value: Claim::Bare, words: 1 })
}

/// Whether the word says by itself that the record is planned.
pub fn is_planned(word: &str) -> bool {
    meaning(WORDS, word) == Some(Word::Outcome(Outcome::Planned))
}

/// One word.
pub fn one(claim: impl Into<Claim>) -> Option<Taken<Claim>> {
    Some(Taken { value: claim.into(), words: 1 })
}

/// `@mamma`
pub fn person(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let name = words.first()?.strip_prefix('@')?;
    one(Claim::Person(clean_line(name)))
}

/// `=`
fn as_last(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    words.first().filter(|word| **word == AS_LAST)?;
    one(Claim::AsLast)
}

/// `#skola`
pub fn of_area(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    area(words)
}

/// An area by the word after `#`, or a beginning of it.
pub fn area(words: &[&str]) -> Option<Taken<Claim>> {
    let name = words.first()?.strip_prefix('#')?;
    if let Some(area) = meaning(AREAS, name) {
        return one(Meaning::Area(area));
    }
    let areas: Vec<Area> = beginning(AREAS, name).into_iter().map(|(area, _)| area).collect();
    match areas.as_slice() {
        [] => one(Fault::NoSuchArea),
        [area] => one(Meaning::Area(*area)),
        _ => one(Fault::AmbiguousArea(areas)),
    }
}

/// `>tis`, `> tis`
fn follow_up(words: &[&str], seen: Seen) -> Option<Taken<Claim>> {
    let first = words.first()?.strip_prefix('>')?;
    let mut day_words = vec![first];
    day_words.extend(words.iter().skip(1));
    let sign_alone = first.is_empty();
    let day = read_day(&day_words[usize::from(sign_alone)..], seen.today, Leaning::Future);
    let Some(day) = day else { return one(Fault::Unknown) };
    let value = match day.value {
        Day::On(day) => Meaning::FollowUp(day).into(),
        Day::Impossible => Fault::BadDate.into(),
    };
    Some(Taken { value, words: day.words + usize::from(sign_alone) })
}

/// `planerad`, `inställd(mamma: sjuk)`, `uteblev (glömde)`
pub fn outcome(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let first = words.first()?;
    let (head, glued) = first.find('(').map_or((*first, None), |at| (&first[..at], Some(&first[at..])));
    let Some(Word::Outcome(outcome)) = meaning(WORDS, head) else { return None };
    let apart = words.get(1).copied().filter(|next| glued.is_none() && next.starts_with('('));
    let used = 1 + usize::from(apart.is_some());
    let inner = match glued.or(apart).map(inside_brackets) {
        Some(Err(fault)) => return Some(Taken { value: fault.into(), words: used }),
        Some(Ok(inner)) => clean_line(inner),
        None => String::new(),
    };
    let value = match outcome {
        Outcome::Cancelled => Claim::Cancelled(inner),
        Outcome::NoShow => Claim::NoShow(inner),
        _ if inner.is_empty() => Meaning::Outcome(OutcomeMark::plain(outcome)).into(),
        _ => Fault::Unknown.into(),
    };
    Some(Taken { value, words: used })
}

/// `trots(barnets födelsedag)`
pub fn despite(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let first = words.first()?;
    let (head, glued) = first.find('(').map_or((*first, None), |at| (&first[..at], Some(&first[at..])));
    meaning(DESPITE, head)?;
    let apart = words.get(1).copied().filter(|next| glued.is_none() && next.starts_with('('));
    let used = 1 + usize::from(apart.is_some());
    let value = match glued.or(apart).map(inside_brackets) {
        Some(Err(fault)) => fault.into(),
        Some(Ok(inner)) => match filled(clean_line(inner)) {
            Some(why) => Meaning::Despite(why).into(),
            None => Fault::MissingReason.into(),
        },
        None => Fault::MissingReason.into(),
    };
    Some(Taken { value, words: used })
}

/// What stands in a pair of brackets that is the whole text.
fn inside_brackets(text: &str) -> Result<&str, Fault> {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open += 1,
            ')' if open == 1 && at + 1 == text.len() => return Ok(&text[1..at]),
            ')' if open == 1 => return Err(Fault::Unknown),
            ')' => open -= 1,
            _ => {}
        }
    }
    Err(Fault::Unclosed)
}

/// The text, if there is any.
pub fn filled(text: String) -> Option<String> {
    if text.is_empty() { None } else { Some(text) }
}

/// `hem`, `samtal`
fn keyword(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    match meaning(WORDS, words.first()?)? {
        Word::Mode(mode) => one(Meaning::Mode(mode)),
        Word::About(kind) => one(Meaning::About(kind)),
        Word::Outcome(_) => None,
    }
}

/// `mål2`, `mål2=+1`, `mål2=klart`
fn goal(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let folded = fold(words.first()?);
    let rest = GOAL_SIGNS.iter().find_map(|sign| folded.strip_prefix(&fold(sign)))?;
    let (number, mark) = rest.split_once('=').map_or((rest, None), |(number, mark)| (number, Some(mark)));
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bad = one(Fault::BadGoal);
    let Some(goal) = number.parse().ok().filter(|goal| *goal > 0) else { return bad };
    let (attainment, done) = match mark {
        None => (None, false),
        Some(mark) if REACHED.contains(&mark) => (None, true),
        Some(mark) => match attainment(mark) {
            Some(attainment) => (Some(attainment), false),
            None => return one(Fault::BadLevel),
        },
    };
    one(Meaning::Goal(GoalMark { goal, attainment, done }))
}

fn attainment(mark: &str) -> Option<i8> {
    let levels = [("-2", -2), ("-1", -1), ("0", 0), ("+1", 1), ("1", 1), ("+2", 2), ("2", 2)];
    levels.iter().find(|(written, _)| *written == mark).map(|(_, level)| *level)
}

/// `igår`, `19/11`, `v47 tis`
pub fn day(words: &[&str], seen: Seen) -> Option<Taken<Claim>> {
    let day = read_day(words, seen.today, seen.leaning)?;
    let value = match day.value {
        Day::On(day) => Meaning::Day(day).into(),
        Day::Impossible => Fault::BadDate.into(),
    };
    Some(Taken { value, words: day.words })
}

/// `14-15:30`, `kl 14`
pub fn clock(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let clock = read_clock(words)?;
    let value = match clock.value {
        Clock::At(start) => Meaning::Time { start, minutes: None }.into(),
        Clock::Span { start, minutes } => Meaning::Time { start, minutes: Some(minutes) }.into(),
        Clock::EndBeforeStart => Fault::EndBeforeStart.into(),
        Clock::Impossible => Fault::BadTime.into(),
    };
    Some(Taken { value, words: clock.words })
}

/// `90min`, `1,5 h`
pub fn length(words: &[&str], _: Seen) -> Option<Taken<Claim>> {
    let length = read_length(words)?;
    let value = match length.value {
        Length::Minutes(minutes) => Meaning::Length(minutes).into(),
        Length::Impossible => Fault::BadLength.into(),
    };
    Some(Taken { value, words: length.words })
}
