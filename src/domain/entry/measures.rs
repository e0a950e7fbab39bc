//! Numbers, steps, several days, last days and spans of time in a draft.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::fault::Why;
use super::field::Shape;
use super::names::Names;
use super::reader::{Reader, Source, exact_day, exact_time};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::quickline::visit::STEPS;
use crate::domain::text::{Leaning, begins, fold, parse_day, parse_last_day, parse_times};
use crate::domain::visit::Ladder;

/// What stands where nobody measured: neither nothing nor zero.
pub const NOT_MEASURED: &str = "not_measured";

impl Reader<'_> {
    /// A whole number within the field's bounds.
    pub fn number(&mut self, key: &'static str) -> Option<u32> {
        let Some(Shape::Number { least, most }) = self.shape(key) else { return None };
        self.read(key, Why::NotANumber(least, most), |text| {
            digits(text).filter(|number| (least..=most).contains(number))
        })
    }

    /// The attainment of a goal. A person may also write `+1`.
    pub fn attainment(&mut self, key: &'static str) -> Option<i8> {
        self.read(key, Why::NotALevel, |text| {
            let bare = text.strip_prefix('+').filter(|rest| !rest.starts_with('-')).unwrap_or(text);
            bare.replace('\u{2212}', "-").parse().ok().filter(|level| (-2..=2).contains(level))
        })
    }

    /// A goal of the family by its number, and whose it is.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn goal_number(
        &mut self,
        key: &'static str,
        family: Option<FamilyId>,
        names: &dyn Names,
    ) -> Result<Option<(u32, PersonId)>, Problem> {
        let Some((number, family)) = self.number(key).zip(family) else { return Ok(None) };
        let found = names.goals(family)?.into_iter().find(|(known, _)| *known == number);
        if found.is_none() {
            self.fault(key, Why::NoSuchGoal);
        }
        Ok(found)
    }

    /// A whole number within the field's bounds, or that nobody measured it.
    pub fn measured(&mut self, key: &'static str) -> Option<Option<u32>> {
        let Some(Shape::Measured { most }) = self.shape(key) else { return None };
        self.read(key, Why::NotACount(most), |text| match text {
            NOT_MEASURED => Some(None),
            _ => digits(text).filter(|number| *number <= most).map(Some),
        })
    }

    /// The last day of something: for a person of a week its Sunday, and the first such day from another on.
    pub fn last_day(&mut self, key: &'static str, seen_from: Option<NaiveDate>) -> Option<NaiveDate> {
        let source = self.source;
        let leaning = seen_from.map_or(Leaning::Future, Leaning::From);
        let day = self.read(key, Why::NotADay, |text| match source {
            Source::Typed(today) => parse_last_day(text, today, leaning),
            Source::File(_) => exact_day(text),
        })?;
        self.within_bounds(key, day)
    }

    /// Several days of a file, each once, that may lie ahead.
    pub fn days_ahead(&mut self, key: &'static str) -> BTreeSet<NaiveDate> {
        let mut days = BTreeSet::new();
        for text in self.draft.get(key).split(';').map(str::trim).filter(|text| !text.is_empty()) {
            match exact_day(text) {
                Some(day) => drop(days.insert(day)),
                None => self.fault(key, Why::NotADay),
            }
        }
        days
    }

    /// The last day of something, or the code of the field's list that says it without one.
    pub fn end(
        &mut self,
        key: &'static str,
        seen_from: Option<NaiveDate>,
    ) -> (Option<NaiveDate>, Option<&'static str>) {
        let text = self.draft.get(key);
        let Some(Shape::End(list)) = self.shape(key) else { return (self.last_day(key, seen_from), None) };
        let is_day = match self.source {
            Source::Typed(today) => parse_last_day(text, today, Leaning::Future).is_some(),
            Source::File(_) => exact_day(text).is_some(),
        };
        match self.lexicon.meanings(list, text).as_slice() {
            [code] if !text.is_empty() && !is_day => (None, Some(*code)),
            _ => (self.last_day(key, seen_from), None),
        }
    }

    /// Several days that have been, each once, the earliest first.
    pub fn days(&mut self, key: &'static str) -> Vec<NaiveDate> {
        let mut days = BTreeSet::new();
        let source = self.source;
        let is_between = |letter: char| letter == ';' || letter == ',' && matches!(source, Source::Typed(_));
        for text in self.draft.get(key).split(is_between).map(str::trim).filter(|text| !text.is_empty()) {
            let day = match source {
                Source::Typed(today) => parse_day(text, today, Leaning::Past),
                Source::File(_) => exact_day(text),
            };
            match day {
                None => self.fault(key, Why::NotADay),
                Some(day) if day > source.today() => self.fault(key, Why::NotYet),
                Some(day) => days.extend(self.within_bounds(key, day)),
            }
        }
        days.into_iter().collect()
    }

    /// A day on which something has been.
    pub fn past_day(&mut self, key: &'static str) -> Option<NaiveDate> {
        let day = self.day(key)?;
        if day > self.source.today() {
            self.fault(key, Why::NotYet);
            return None;
        }
        Some(day)
    }

    /// The clock time at which something begins, and the end if a person wrote it there too.
    pub fn times(&mut self, key: &'static str) -> Option<(NaiveTime, Option<NaiveTime>)> {
        let source = self.source;
        self.read(key, Why::NotATime, |text| match source {
            Source::Typed(_) => parse_times(text),
            Source::File(_) => exact_time(text).map(|start| (start, None)),
        })
    }

    /// A step on a ladder. A person may also write `steg 3`, or three letters of the step's name: as many as no other
    /// begins with.
    pub fn step(&mut self, key: &'static str, ladder: &Ladder) -> Option<u8> {
        let numbers = || ladder.steps.iter().map(|step| step.number.to_string()).collect();
        let source = self.source;
        self.read(key, Why::NotAStep(numbers()), |text| match source {
            Source::Typed(_) => numbered(text, ladder).or_else(|| named(text, ladder)),
            Source::File(_) => numbered(text, ladder).filter(|step| step.to_string() == text),
        })
    }
}

/// A beginning of a step's name has no fewer letters.
const SHORTEST_BEGINNING: usize = 3;

fn numbered(text: &str, ladder: &Ladder) -> Option<u8> {
    let folded = fold(text);
    let bare = STEPS.iter().find_map(|sign| folded.strip_prefix(sign)).unwrap_or(&folded);
    let number = digits(bare.trim()).and_then(|number| u8::try_from(number).ok())?;
    ladder.step(number).map(|step| step.number)
}

fn named(text: &str, ladder: &Ladder) -> Option<u8> {
    if text.chars().count() < SHORTEST_BEGINNING {
        return None;
    }
    let called = |names: [&str; 3]| names.into_iter().any(|name| begins(name, text));
    let mut found = ladder.steps.iter().filter(|step| called([&step.key, &step.name_sv, &step.name_en]));
    found.next().filter(|_| found.next().is_none()).map(|step| step.number)
}

fn digits(text: &str) -> Option<u32> {
    let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| text.parse().ok()).flatten()
}
