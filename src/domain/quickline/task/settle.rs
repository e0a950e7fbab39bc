//! Which words of a line about a task are something else than its text.

use std::ops::Range;

use chrono::NaiveDate;

use super::super::classify::Claim;
use super::super::families::{Asking, Found, may_begin};
use super::super::part::{Fault, Meaning, Part, Slot};
use super::super::read::{Claimed, MOST_WORDS, body, or_case_ref};
use super::super::staff::who;
use super::super::tokens;
use super::super::words::{BEFORE_DAY, WORDS, is_deed, is_small, meaning};
use crate::domain::directory::{Directory, FamilyName};
use crate::domain::problem::Problem;
use crate::domain::text::{Day, Leaning, clean_line, fold, read_day};

/// The words of a line, and what is known of them so far.
pub(super) struct Words<'a> {
    line: &'a str,
    spans: Vec<Range<usize>>,
    /// What a word is, or that it belongs to the one before.
    known: Vec<Known>,
    today: NaiveDate,
    /// The words that are not gone through yet.
    left: Range<usize>,
    has_family: bool,
    /// Folded names of people whom a first word means rather than a family.
    somebody: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    Nothing,
    Is(Meaning),
    /// Belongs to the word before.
    GoesOn,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str, is_named: bool, today: NaiveDate) -> Self {
        let mut spans = tokens::words(body(line));
        if is_named {
            spans.remove(0);
        }
        let left = 0..spans.len();
        let known = vec![Known::Nothing; spans.len()];
        Self { line, spans, known, today, left, has_family: false, somebody: Vec::new() }
    }

    /// The same where no word names a family.
    pub(super) fn of_known_family(self) -> Self {
        Self { has_family: true, ..self }
    }

    /// The same where these are people whom one knows by name.
    pub(super) fn knowing(self, somebody: Vec<String>) -> Self {
        Self { somebody: somebody.iter().map(|name| fold(name)).collect(), ..self }
    }

    fn word(&self, at: usize) -> &'a str {
        &self.line[self.spans[at].clone()]
    }

    fn words(&self, range: Range<usize>) -> Vec<&'a str> {
        range.map(|at| self.word(at)).collect()
    }

    fn is(&mut self, range: Range<usize>, meaning: Meaning) {
        for at in range.clone() {
            self.known[at] = Known::GoesOn;
        }
        self.known[range.start] = Known::Is(meaning);
    }

    fn has_day(&self) -> bool {
        let is_day = |known: &Known| matches!(known, Known::Is(Meaning::Day(_) | Meaning::Fault(Fault::BadDate)));
        self.known.iter().any(is_day)
    }

    pub(super) fn who(&mut self, directory: &dyn Directory) -> Result<(), Problem> {
        // The staff is asked for one name only; another is one too many whoever it is.
        let mut is_told = false;
        for at in 0..self.spans.len() {
            if let Some(name) = self.word(at).strip_prefix('@') {
                let repeated = Meaning::Fault(Fault::Repeated(Slot::Who));
                self.known[at] = Known::Is(if is_told { repeated } else { who(name, directory)? });
                is_told = true;
            }
        }
        Ok(())
    }

    /// Sets words aside that begin with a sign: somebody else says what they are.
    pub(super) fn set_aside(&mut self, signs: &[char]) {
        for at in 0..self.spans.len() {
            if self.word(at).starts_with(signs) {
                self.known[at] = Known::Is(Meaning::Fault(Fault::Unknown));
            }
        }
    }

    /// `>fre`, anywhere.
    pub(super) fn marked_day(&mut self) {
        for at in 0..self.spans.len() {
            let Some(first) = self.word(at).strip_prefix('>').filter(|_| self.known[at] == Known::Nothing) else {
                continue;
            };
            let sign_alone = usize::from(first.is_empty());
            let mut words = vec![first];
            words.extend(self.words(at + 1..self.spans.len()));
            let Some(day) = read_day(&words[sign_alone..], self.today, Leaning::Future) else { continue };
            let end = at + day.words + sign_alone;
            if self.known[at..end].iter().all(|known| *known == Known::Nothing) {
                self.is(at..end, of_day(day.value));
            }
        }
    }

    /// A day in any form from a word on, with what may stand before it; and where it ends.
    fn day_from(&self, at: usize) -> Option<(usize, Day)> {
        let end = (at..self.left.end).find(|at| self.known[*at] != Known::Nothing).unwrap_or(self.left.end);
        let words = self.words(at..end);
        let before = words.first().is_some_and(|word| BEFORE_DAY.iter().any(|known| fold(known) == fold(word)));
        let read = |skipped: usize| {
            let day = read_day(words.get(skipped..)?, self.today, Leaning::Future)?;
            Some((at + skipped + day.words, day.value))
        };
        if before { read(1).or_else(|| read(0)) } else { read(0) }
    }

    /// Days and a family at the front.
    pub(super) fn settle_front(&mut self, asking: &mut Asking<'_>) -> Result<(), Problem> {
        while !self.left.is_empty() {
            let at = self.left.start;
            if self.known[at] != Known::Nothing {
                self.left.start += 1;
            } else if let Some((end, day)) = self.day_from(at) {
                self.day_or_case(at..end, day, asking)?;
                self.left.start = end;
            } else if let Some((end, claim)) = self.family_from(at, asking)? {
                self.is(at..end, claim);
                self.has_family = true;
                self.left.start = end;
            } else {
                break;
            }
        }
        Ok(())
    }

    /// Days and a family at the back.
    pub(super) fn settle_back(&mut self, asking: &mut Asking<'_>) -> Result<(), Problem> {
        while !self.left.is_empty() {
            let last = self.left.end - 1;
            let first = self.left.start;
            let day = (first..=last)
                .rev()
                .take(MOST_WORDS + 1)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .find_map(|at| self.day_from(at).filter(|(end, _)| *end == last + 1).map(|(_, day)| (at, day)));
            if self.known[last] != Known::Nothing {
                self.left.end -= 1;
            } else if let Some((at, day)) = day {
                self.day_or_case(at..last + 1, day, asking)?;
                self.left.end = at;
            } else if let Some((at, claim)) = self.family_to(last, asking)? {
                self.is(at..last + 1, claim);
                self.has_family = true;
                self.left.end = at;
            } else {
                break;
            }
        }
        Ok(())
    }

    /// The one day among the words that are left, if none is told elsewhere and it is no word of two letters.
    pub(super) fn day_between(&mut self) {
        if self.has_day() {
            return;
        }
        let mut found = Vec::new();
        let mut at = self.left.start;
        while at < self.left.end {
            let day = self.day_from(at).filter(|_| self.known[at] == Known::Nothing);
            let sure = |end: usize| self.words(at..end).iter().any(|word| is_sure(word));
            match day {
                Some((end, Day::On(day))) if sure(end) => {
                    found.push((at..end, day));
                    at = end;
                }
                _ => at += 1,
            }
        }
        if let [(range, day)] = found.as_slice() {
            self.is(range.clone(), Meaning::Day(*day));
        }
    }

    /// A day, unless it is a case reference too.
    fn day_or_case(&mut self, range: Range<usize>, day: Day, asking: &mut Asking<'_>) -> Result<(), Problem> {
        let span = self.spans[range.start].start..self.spans[range.end - 1].end;
        let claimed = or_case_ref(self.line, &Claimed { span, claim: Claim::Says(of_day(day)) }, asking)?;
        if let Claim::Says(meaning) = claimed.claim {
            self.has_family |= matches!(meaning, Meaning::Family(_));
            self.is(range, meaning);
        }
        Ok(())
    }

    fn family_from(&self, at: usize, asking: &mut Asking<'_>) -> Result<Option<(usize, Meaning)>, Problem> {
        let bare = (at..self.left.end).take(MOST_WORDS).take_while(|at| self.known[*at] == Known::Nothing).count();
        for end in (at + 1..=at + bare).rev().filter(|_| !self.has_family) {
            let name = self.words(at..end).join(" ");
            let found = match name.strip_suffix(':') {
                Some(begun) => begun_by(begun, asking)?,
                None => match in_full(&name, asking)? {
                    None => self.begun(at..end, asking)?,
                    full => full,
                },
            };
            if let Some(meaning) = found {
                return Ok(Some((end, meaning)));
            }
        }
        Ok(None)
    }

    /// The family that the first words begin, three letters at least: `lind ring skolan`. What tasks begin with
    /// (`ring`) is no family's beginning, nor is the name of one of the staff or of somebody in the chosen family.
    fn begun(&self, words: Range<usize>, asking: &mut Asking<'_>) -> Result<Option<Meaning>, Problem> {
        let name = self.words(words.clone()).join(" ");
        let first = fold(self.word(words.start));
        let is_somebody = self.somebody.iter().any(|known| *known == fold(&name));
        if !may_begin(&first) || is_deed(&first) || is_somebody || meaning(WORDS, &name).is_some() {
            return Ok(None);
        }
        Ok(match asking.find(&name)? {
            Found::One(family) => Some(Meaning::Family(family)),
            Found::Several(families) => Some(Meaning::Fault(Fault::AmbiguousFamily(families))),
            Found::TooShort(_) | Found::Nobody => None,
        })
    }

    fn family_to(&self, last: usize, asking: &mut Asking<'_>) -> Result<Option<(usize, Meaning)>, Problem> {
        let before = (self.left.start..=last).rev().take(MOST_WORDS);
        let bare = before.take_while(|at| self.known[*at] == Known::Nothing).count();
        for at in (last + 1 - bare..=last).filter(|_| !self.has_family) {
            if let Some(meaning) = in_full(&self.words(at..last + 1).join(" "), asking)? {
                return Ok(Some((at, meaning)));
            }
        }
        Ok(None)
    }

    /// The parts, words that stand together as one.
    pub(super) fn parts(self) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut at = 0;
        while at < self.spans.len() {
            let goes_on = |known: &Known| match self.known[at] {
                Known::Nothing => *known == Known::Nothing,
                _ => *known == Known::GoesOn,
            };
            let end = at + 1 + self.known[at + 1..].iter().take_while(|known| goes_on(known)).count();
            let span = self.spans[at].start..self.spans[end - 1].end;
            let meaning = match &self.known[at] {
                Known::Is(meaning) => meaning.clone(),
                _ => Meaning::Words(clean_line(&self.line[span.clone()])),
            };
            parts.push(Part { span, meaning });
            at = end;
        }
        parts
    }
}

fn of_day(day: Day) -> Meaning {
    match day {
        Day::On(day) => Meaning::Day(day),
        Day::Impossible => Meaning::Fault(Fault::BadDate),
    }
}

/// Whether a word of a day is hardly a word of anything else.
fn is_sure(word: &str) -> bool {
    word.chars().any(|letter| letter.is_ascii_digit())
        || word.chars().filter(|letter| letter.is_alphabetic()).count() > 2
}

/// The family whose whole name or case reference the words are. A word of the grammar and an ordinary small one are
/// text: whoever is called Hem is written by case reference.
fn in_full(words: &str, asking: &mut Asking<'_>) -> Result<Option<Meaning>, Problem> {
    let word = fold(&clean_line(words));
    let whole = |family: &FamilyName| fold(&family.name) == word || fold(&family.case_ref) == word;
    if is_small(&word) || meaning(WORDS, words).is_some() {
        return Ok(None);
    }
    Ok(match asking.find(words)? {
        Found::One(family) if whole(&family) => Some(Meaning::Family(family)),
        Found::Several(families) if families.iter().all(whole) => {
            Some(Meaning::Fault(Fault::AmbiguousFamily(families)))
        }
        _ => None,
    })
}

/// The family that words with a colon after them begin.
fn begun_by(words: &str, asking: &mut Asking<'_>) -> Result<Option<Meaning>, Problem> {
    Ok(match asking.find(words)? {
        Found::One(family) => Some(Meaning::Family(family)),
        Found::Several(families) => Some(Meaning::Fault(Fault::AmbiguousFamily(families))),
        Found::TooShort(families) => Some(Meaning::Fault(Fault::ShortFamily(families))),
        Found::Nobody => None,
    })
}
