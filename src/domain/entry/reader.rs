//! Reads a draft field by field and gathers every fault instead of stopping at the first.

use chrono::{NaiveDate, NaiveTime};

use super::fault::{Fault, Why};
use super::field::{Draft, Field, Form, Need, Shape};
use super::knowing::Knowing;
use super::length::too_long;
use super::names::Names;
use crate::domain::bounds::{self, Beyond};
use crate::domain::codes::{Code, CodeList, IdSystem};
use crate::domain::identity::{Identity, Wrong};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::session::GoalMark;
use crate::domain::text::{
    Leaning, clean_line, clean_note, parse_birth, parse_dated, parse_day, parse_minutes, parse_time, split_list,
};

/// Whose hand a draft comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A person types today: days, times and names may be short.
    Typed(NaiveDate),
    /// A file that is read today: only the exact forms of the exchange format.
    File(NaiveDate),
}

impl Source {
    /// What counts as today.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::Typed(today) | Self::File(today) => today,
        }
    }
}

/// Knows the words for codes.
pub trait Lexicon {
    /// The codes of a list that a word could mean.
    fn meanings(&self, list: CodeList, word: &str) -> Vec<&'static str>;
    /// How a code is called when candidates are listed.
    fn word(&self, list: CodeList, code: &str) -> String;
}

/// The lexicon of files: a code is only itself.
#[derive(Debug, Clone, Copy)]
pub struct CodesOnly;

impl Lexicon for CodesOnly {
    fn meanings(&self, list: CodeList, word: &str) -> Vec<&'static str> {
        list.codes.iter().copied().filter(|code| *code == word).collect()
    }

    fn word(&self, _: CodeList, code: &str) -> String {
        code.to_owned()
    }
}

/// Reads one draft.
pub struct Reader<'a> {
    pub(super) form: &'a Form,
    pub(super) draft: &'a Draft,
    pub(super) source: Source,
    pub(super) lexicon: &'a dyn Lexicon,
    pub(super) knowing: Option<Knowing>,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// A reader of a draft of a form.
    pub fn new(form: &'a Form, draft: &'a Draft, source: Source, lexicon: &'a dyn Lexicon) -> Self {
        let mut reader = Self { form, draft, source, lexicon, knowing: None, faults: Vec::new() };
        for field in form.fields {
            // What shows nothing fills nothing.
            if field.need == Need::Required && clean_line(draft.get(field.key)).is_empty() {
                reader.fault(field.key, Why::Missing);
            }
        }
        reader
    }

    /// What is read.
    pub fn draft(&self) -> &'a Draft {
        self.draft
    }

    /// The words for codes.
    pub fn lexicon(&self) -> &'a dyn Lexicon {
        self.lexicon
    }

    /// Whose hand the draft comes from.
    pub fn source(&self) -> Source {
        self.source
    }

    /// Marks a field.
    pub fn fault(&mut self, field: &'static str, why: Why) {
        if self.faults.iter().all(|fault| fault.field != field) {
            self.faults.push(Fault { field, value: self.draft.get(field).to_owned(), why });
        }
    }

    /// Takes back that a field must be filled, because another field says as much.
    pub(in crate::domain) fn excuse(&mut self, field: &'static str) {
        self.faults.retain(|fault| fault.field != field || fault.why != Why::Missing);
    }

    /// What was read, if nothing was wrong; otherwise every fault, in the order of the fields.
    pub fn finish<T>(mut self, value: Option<T>) -> Result<T, Vec<Fault>> {
        for fault in too_long(self.form, self.draft) {
            self.faults.retain(|known| known.field != fault.field);
            self.faults.push(fault);
        }
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => {
                let place = |fault: &Fault| self.form.fields.iter().position(|field| field.key == fault.field);
                self.faults.sort_by_key(place);
                Err(self.faults)
            }
        }
    }

    /// Whether nothing stands in a field.
    pub fn is_empty(&self, key: &str) -> bool {
        self.draft.get(key).is_empty()
    }

    /// A line of text.
    pub fn line(&self, key: &str) -> Option<String> {
        Some(clean_line(self.draft.get(key))).filter(|text| !text.is_empty())
    }

    /// Text of many lines.
    pub fn note(&self, key: &str) -> Option<String> {
        Some(clean_note(self.draft.get(key)).trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A day.
    pub fn day(&mut self, key: &'static str) -> Option<NaiveDate> {
        let leaning = match self.shape(key) {
            Some(Shape::Day(leaning)) => leaning,
            _ => Leaning::Past,
        };
        self.day_leaning(key, leaning)
    }

    /// A day that follows another: what names no year is the first such day from the other on.
    pub fn day_from(&mut self, key: &'static str, earlier: Option<NaiveDate>) -> Option<NaiveDate> {
        match earlier {
            Some(earlier) => self.day_leaning(key, Leaning::From(earlier)),
            None => self.day(key),
        }
    }

    /// A day of birth: with its year, not after today, not in another age.
    pub fn birth(&mut self, key: &'static str) -> Option<NaiveDate> {
        let told = match self.source {
            Source::Typed(today) => parse_birth(self.draft.get(key), today),
            Source::File(_) => None,
        };
        let born = told.or_else(|| self.day(key))?;
        let yearless =
            told.is_none() && matches!(self.source, Source::Typed(_)) && parse_dated(self.draft.get(key)).is_none();
        let why = match born {
            _ if yearless => Why::NoYear,
            _ if born > self.source.today() => Why::NotYet,
            _ => return Some(born),
        };
        self.fault(key, why);
        None
    }

    pub(super) fn day_leaning(&mut self, key: &'static str, leaning: Leaning) -> Option<NaiveDate> {
        let source = self.source;
        let day = self.read(key, Why::NotADay, |text| match source {
            Source::Typed(today) => parse_day(text, today, leaning),
            Source::File(_) => exact_day(text),
        })?;
        self.within_bounds(key, day)
    }

    /// A day, if it lies where days of a casebook can lie.
    pub(super) fn within_bounds(&mut self, key: &'static str, day: NaiveDate) -> Option<NaiveDate> {
        let why = match bounds::beyond(day, self.source.today()) {
            None => return Some(day),
            Some(Beyond::TooLongAgo) => Why::TooLongAgo,
            Some(Beyond::TooFar) => Why::TooFar,
        };
        self.fault(key, why);
        None
    }

    /// Marks a day on which somebody was not born yet.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn after_birth(
        &mut self,
        key: &'static str,
        day: Option<NaiveDate>,
        person: Option<PersonId>,
        names: &dyn Names,
    ) -> Result<(), Problem> {
        if let Some((day, person)) = day.zip(person)
            && bounds::is_before_birth(day, names.born(person)?)
        {
            self.fault(key, Why::BeforeBirth);
        }
        Ok(())
    }

    /// A clock time.
    pub fn time(&mut self, key: &'static str) -> Option<NaiveTime> {
        let source = self.source;
        self.read(key, Why::NotATime, |text| match source {
            Source::Typed(_) => parse_time(text),
            Source::File(_) => exact_time(text),
        })
    }

    /// A length in minutes.
    pub fn minutes(&mut self, key: &'static str) -> Option<u32> {
        let source = self.source;
        self.read(key, Why::NotALength, |text| match source {
            Source::Typed(_) => parse_minutes(text),
            Source::File(_) => text.parse().ok().filter(|minutes| (1..=1440).contains(minutes)),
        })
    }

    /// A code.
    pub fn code<T: Code>(&mut self, key: &'static str) -> Option<T> {
        self.listed(key, T::LIST).and_then(T::from_code)
    }

    /// A code of a list that is no type of its own.
    pub fn listed(&mut self, key: &'static str, codes: CodeList) -> Option<&'static str> {
        let text = self.draft.get(key);
        if text.is_empty() { None } else { self.word(key, codes, text) }
    }

    /// Several codes, each once, in the order of the list.
    pub fn codes<T: Code>(&mut self, key: &'static str) -> Vec<T> {
        let words = list(self.draft.get(key), self.source, |word| !self.lexicon.meanings(T::LIST, word).is_empty());
        let found: Vec<&str> = words.iter().filter_map(|word| self.word(key, T::LIST, word)).collect();
        T::ALL.iter().copied().filter(|code| found.contains(&code.code())).collect()
    }

    /// A code of a list, or the unit's own. A reader that knows the casebook knows the unit's own too.
    pub fn open_code(&mut self, key: &'static str, codes: CodeList) -> Option<String> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return None;
        }
        let words = |found: &[&'static str]| found.iter().map(|code| self.lexicon.word(codes, code)).collect();
        let own = || match &self.knowing {
            Some(knowing) => knowing.phase(text).map_err(|own| {
                let mut all: Vec<String> = words(codes.codes);
                all.extend(own.into_iter().filter(|own| !codes.codes.contains(&own.as_str())));
                Why::NotInOpenList(all)
            }),
            None => Ok(text.to_owned()),
        };
        let found = match self.lexicon.meanings(codes, text).as_slice() {
            [code] => Ok((*code).to_owned()),
            [] => own().and_then(|own| if is_code(&own) { Ok(own) } else { Err(Why::NotACode) }),
            several => Err(Why::Ambiguous(words(several))),
        };
        found.map_err(|why| self.fault(key, why)).ok()
    }

    /// An identity number, and its system: where none is named, the number's shape tells it.
    pub fn identity(&mut self, key: &'static str, system: &'static str) -> Option<Identity> {
        let named = self.code(system);
        let text = self.draft.get(key);
        if text.is_empty() {
            if named.is_some() {
                self.fault(system, Why::OnlyWithNumber);
            }
            return None;
        }
        let typed = matches!(self.source, Source::Typed(_));
        match Identity::read(text, named, typed, self.source.today()) {
            Ok(identity) => Some(identity),
            Err(wrong) => {
                match wrong {
                    Wrong::NotANumber => self.fault(key, Why::NotAnIdentity),
                    Wrong::NotYet => self.fault(key, Why::NotYet),
                    Wrong::OtherSystem(found) => {
                        let found = self.lexicon.word(IdSystem::LIST, found.code());
                        self.fault(system, Why::OtherSystem(vec![found]));
                    }
                }
                None
            }
        }
    }

    /// Goals with their attainment.
    pub fn goals(&mut self, key: &'static str) -> Vec<GoalMark> {
        let mut marks: Vec<GoalMark> = Vec::new();
        for word in list(self.draft.get(key), self.source, |_| false) {
            match goal(&word) {
                Some(mark) if marks.iter().all(|known| known.goal != mark.goal) => marks.push(mark),
                _ => self.fault(key, Why::NotAGoal),
            }
        }
        marks.sort_by_key(|mark| mark.goal);
        marks
    }

    /// Marks the later of two days when it comes before the earlier.
    pub fn in_order(&mut self, early: &'static str, late: &'static str, days: (Option<NaiveDate>, Option<NaiveDate>)) {
        if let (Some(first), Some(last)) = days
            && last < first
        {
            self.fault(late, Why::Before(early));
        }
    }

    pub(super) fn shape(&self, key: &str) -> Option<Shape> {
        self.form.field(key).map(|field: &Field| field.shape)
    }

    pub(super) fn read<T>(&mut self, key: &'static str, why: Why, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return None;
        }
        let value = read(text);
        if value.is_none() {
            self.fault(key, why);
        }
        value
    }

    fn word(&mut self, key: &'static str, codes: CodeList, word: &str) -> Option<&'static str> {
        let called = |code: &&'static str| self.lexicon.word(codes, code);
        match self.lexicon.meanings(codes, word).as_slice() {
            [code] => return Some(code),
            [] => {
                let why = Why::NotInList(codes.codes.iter().map(&called).collect());
                self.fault(key, why);
            }
            several => {
                let why = Why::Ambiguous(several.iter().map(&called).collect());
                self.fault(key, why);
            }
        }
        None
    }
}

/// The members of a list: in files `;` stands between them. A person may also write commas, or blanks where what stands
/// between commas fits nothing as a whole.
pub(super) fn list(text: &str, source: Source, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let by_hand = matches!(source, Source::Typed(_));
    split_list(text, by_hand)
        .into_iter()
        .flat_map(|piece| match source {
            Source::Typed(_) if !fits(&piece) => piece.split_whitespace().map(str::to_owned).collect(),
            _ => vec![piece],
        })
        .collect()
}

fn goal(word: &str) -> Option<GoalMark> {
    let (number, rest) = word.split_once('=').map_or((word, None), |(number, rest)| (number, Some(rest)));
    let number = number.parse().ok().filter(|number| *number > 0)?;
    let blank = GoalMark { goal: number, attainment: None, done: false };
    match rest {
        None => Some(blank),
        Some("done" | "klart") => Some(GoalMark { done: true, ..blank }),
        Some(value) => {
            let attainment = value.parse().ok().filter(|value| (-2..=2).contains(value))?;
            Some(GoalMark { attainment: Some(attainment), ..blank })
        }
    }
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

pub(super) fn exact_day(text: &str) -> Option<NaiveDate> {
    let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if plain { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None }
}

pub(super) fn exact_time(text: &str) -> Option<NaiveTime> {
    if text.len() == 5 { NaiveTime::parse_from_str(text, "%H:%M").ok() } else { None }
}
