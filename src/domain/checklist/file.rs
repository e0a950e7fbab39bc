//! A checklist's file: what its fields mean, and every fault with its line.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as ValueError, StrDeserializer};
use toml::Spanned;

use super::{Becomes, Begins, Checklist, ChecklistFault, Flaw, Item, OnePer, Phase, Told, When};
use crate::domain::codes::{Code, PaperKind, PlacementKind};
use crate::domain::deadlines::{Fact, Limit};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Spanned<u32>,
    name: Spanned<String>,
    #[serde(rename = "version")]
    _version: u32,
    title_sv: Spanned<String>,
    title_en: Spanned<String>,
    source: Spanned<String>,
    confidence: Spanned<String>,
    valid_from: Option<toml::value::Datetime>,
    one_per: Spanned<String>,
    when: Spanned<WhenFile>,
    within_confidence: Option<Spanned<String>>,
    #[serde(default)]
    done_by: Vec<String>,
    #[serde(default)]
    item: Vec<ItemFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenFile {
    begins: String,
    #[serde(default)]
    kinds: Vec<String>,
    within: Option<String>,
    early: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    key: Spanned<String>,
    phase: Option<Spanned<String>>,
    text_sv: Spanned<String>,
    text_en: Spanned<String>,
    source: Spanned<String>,
    meets: Option<Spanned<String>>,
    becomes: Option<Spanned<String>>,
    opens: Option<Spanned<String>>,
    from: Option<Spanned<String>>,
}

/// Words of a field, and what they mean.
type Words<T> = [(&'static str, T)];

const ONE_PER: &Words<OnePer> = &[
    ("family", OnePer::Family),
    ("child", OnePer::Child),
    ("child_and_placement", OnePer::ChildAndPlacement),
    ("parent_and_placement", OnePer::ParentAndPlacement),
];

const PHASES: &Words<Phase> = &[
    ("before", Phase::Before),
    ("day_1", Phase::Day1),
    ("days_2_4", Phase::Days2To4),
    ("by_day_7", Phase::ByDay7),
    ("after", Phase::After),
];

const BECOMES: &Words<Becomes> = &[("task", Becomes::Task), ("support_change", Becomes::SupportChange)];

const TOLD: &Words<Told> =
    &[("handover.duties", Told::Duties), ("handover.visits", Told::Visits), ("handover.promises", Told::Promises)];

const SURENESS: &Words<()> = &[("S", ()), ("L", ()), ("U", ())];

/// What is to be done before the placement ends has no other last day.
const BY_THE_END: &str = "placement_ended";

/// Begins a phase among what a list can begin with.
const PHASE: &str = "phase:";

/// Gathers faults.
struct Found<'a> {
    text: &'a str,
    faults: Vec<ChecklistFault>,
}

impl Found<'_> {
    fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    fn fault(&mut self, at: usize, why: Flaw, what: impl Into<String>) {
        let line = self.line(at);
        self.faults.push(ChecklistFault { line, why, what: what.into() });
    }

    /// A text that must say something.
    fn text(&mut self, field: &str, text: &Spanned<String>) -> String {
        if text.get_ref().trim().is_empty() {
            self.fault(text.span().start, Flaw::Empty, field);
        }
        text.get_ref().clone()
    }

    /// A name: lower-case letters, digits and `_`.
    fn key(&mut self, key: &Spanned<String>) -> String {
        let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_';
        let key_text = key.get_ref();
        if key_text.is_empty() || !key_text.chars().all(fits) {
            self.fault(key.span().start, Flaw::Key, key_text);
        }
        key_text.clone()
    }

    /// A word of a list.
    fn word<T: Clone>(&mut self, word: &Spanned<String>, words: &Words<T>) -> Option<T> {
        let found = words.iter().find(|(known, _)| known == word.get_ref()).map(|(_, meaning)| meaning.clone());
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
            self.unknown(word, &known);
        }
        found
    }

    fn unknown(&mut self, word: &Spanned<String>, known: &[&str]) {
        self.fault(word.span().start, Flaw::Word, format!("{}: {}", word.get_ref(), known.join(", ")));
    }

    fn code<T: Code>(&mut self, word: &Spanned<String>) -> Option<T> {
        let found = T::from_code(word.get_ref());
        if found.is_none() {
            self.unknown(word, T::LIST.codes);
        }
        found
    }

    fn fact(&mut self, word: &Spanned<String>) -> Option<Fact> {
        let read: StrDeserializer<'_, ValueError> = word.get_ref().as_str().into_deserializer();
        let found = Fact::deserialize(read);
        if let Err(cause) = &found {
            self.fault(word.span().start, Flaw::Word, cause.to_string());
        }
        found.ok()
    }

    fn limit(&mut self, at: usize, text: Option<&String>) -> Option<Limit> {
        let read = text?.parse();
        if let Err(why) = &read {
            self.fault(at, Flaw::Length, why);
        }
        read.ok()
    }

    fn when(&mut self, file: &Spanned<WhenFile>, is_sure: bool) -> Option<When> {
        let (at, when) = (file.span().start, file.get_ref());
        let begins = match when.begins.as_str() {
            "placement_started" => Some(Begins::PlacementStarted),
            "parent_separated" => Some(Begins::ParentSeparated),
            "support_changed" => Some(Begins::SupportChanged),
            other => other.strip_prefix(PHASE).map(|phase| Begins::Phase(phase.to_owned())),
        };
        if begins.is_none() {
            let known = "placement_started, parent_separated, support_changed, phase:…";
            self.fault(at, Flaw::Word, format!("{}: {known}", when.begins));
        }
        let mut kinds = Vec::new();
        for word in &when.kinds {
            match PlacementKind::from_code(word) {
                Some(kind) => kinds.push(kind),
                None => self.fault(at, Flaw::Word, format!("{word}: {}", PlacementKind::LIST.codes.join(", "))),
            }
        }
        let within = self.limit(at, when.within.as_ref().filter(|text| *text != BY_THE_END));
        let early = self.limit(at, when.early.as_ref());
        Some(When { begins: begins?, kinds, within, is_sure, early })
    }

    fn item(&mut self, file: &ItemFile) -> Item {
        Item {
            key: self.key(&file.key),
            phase: file.phase.as_ref().and_then(|word| self.word(word, PHASES)),
            text_sv: self.text("text_sv", &file.text_sv),
            text_en: self.text("text_en", &file.text_en),
            source: self.text("source", &file.source),
            meets: file.meets.as_ref().and_then(|word| self.fact(word)),
            becomes: file.becomes.as_ref().and_then(|word| self.word(word, BECOMES)),
            opens: file.opens.as_ref().and_then(|word| self.code::<PaperKind>(word)),
            told: file.from.as_ref().and_then(|word| self.word(word, TOLD)),
            shown_by: Vec::new(),
        }
    }
}

/// Reads a list.
pub(super) fn read(text: &str) -> Result<Checklist, Vec<ChecklistFault>> {
    let mut found = Found { text, faults: Vec::new() };
    let file: File = match toml::from_str(text) {
        Ok(file) => file,
        Err(cause) => {
            found.fault(cause.span().map_or(0, |span| span.start), Flaw::Form, cause.message().trim());
            return Err(found.faults);
        }
    };
    if *file.format.get_ref() != 1 {
        found.fault(file.format.span().start, Flaw::Format, file.format.get_ref().to_string());
    }
    let mut items: Vec<Item> = Vec::new();
    for one in &file.item {
        let item = found.item(one);
        if items.iter().any(|other| other.key == item.key) {
            found.fault(one.key.span().start, Flaw::Twice, &item.key);
        }
        items.push(item);
    }
    if items.is_empty() {
        found.fault(0, Flaw::NoItems, file.name.get_ref());
    }
    let sure = file.within_confidence.as_ref().unwrap_or(&file.confidence);
    found.word(&file.confidence, SURENESS);
    found.word(sure, SURENESS);
    let when = found.when(&file.when, sure.get_ref() != "U");
    let day = |date: toml::value::Date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
    let list = (
        found.key(&file.name),
        found.text("title_sv", &file.title_sv),
        found.text("title_en", &file.title_en),
        found.text("source", &file.source),
        found.word(&file.one_per, ONE_PER),
    );
    match (list, when) {
        ((name, title_sv, title_en, source, Some(one_per)), Some(when)) if found.faults.is_empty() => Ok(Checklist {
            name,
            title_sv,
            title_en,
            source,
            confidence: file.confidence.into_inner(),
            valid_from: file.valid_from.and_then(|written| written.date).and_then(day),
            one_per,
            when,
            done_by: file.done_by,
            items,
        }),
        _ => {
            found.faults.sort_by_key(|fault| fault.line);
            Err(found.faults)
        }
    }
}
