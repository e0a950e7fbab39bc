//! Answers as they are held, and which questions are asked.

use std::collections::BTreeMap;

use super::instrument::Instrument;
use super::parts::{Beside, Item, ItemKind, Scale};

/// What is written where none of many options was chosen.
pub(super) const NONE: &str = "(none)";

/// An answer as it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held<'a> {
    /// Beside the scale.
    Beside(Beside),
    /// A step on the scale.
    Step(i64),
    /// One or many of the options, by their keys.
    Chosen(Vec<&'a str>),
    /// Own words.
    Words(&'a str),
}

impl<'a> Held<'a> {
    /// What an answer to a question holds; a step that is none is taken as words, so that nothing is lost.
    pub fn of(item: &Item, answer: &'a str) -> Self {
        if let Some(beside) = Beside::ALL.into_iter().find(|beside| beside.written() == answer) {
            return Self::Beside(beside);
        }
        match item.kind {
            ItemKind::Scale => answer.parse().map_or(Self::Words(answer), Self::Step),
            ItemKind::Choice => Self::Chosen(vec![answer]),
            ItemKind::Many if answer == NONE => Self::Chosen(Vec::new()),
            ItemKind::Many => Self::Chosen(answer.split(';').map(str::trim).filter(|key| !key.is_empty()).collect()),
            ItemKind::Text => Self::Words(answer),
        }
    }
}

/// Whether an answer can stand to a question. Unknown and did not want always can.
pub fn may_stand(instrument: &Instrument, item: &Item, answer: &str) -> bool {
    let known = |key: &str| item.options.iter().any(|option| option.key == key);
    match Held::of(item, answer) {
        Held::Beside(Beside::NotRelevant) => instrument.scoring.beside.contains(&Beside::NotRelevant),
        Held::Beside(_) => true,
        Held::Step(step) => instrument.scale.as_ref().map(Scale::steps).is_some_and(|steps| steps.contains(&step)),
        Held::Chosen(keys) => {
            let twice = keys.iter().enumerate().any(|(place, key)| keys[..place].contains(key));
            keys.iter().all(|key| known(key)) && !twice
        }
        Held::Words(words) => item.kind == ItemKind::Text && !words.trim().is_empty(),
    }
}

/// Whether a question is asked, by what was answered before it.
pub fn is_asked(instrument: &Instrument, item: &Item, answers: &BTreeMap<String, String>) -> bool {
    let Some(only_if) = &item.only_if else { return true };
    let Some(other) = instrument.item(&only_if.item) else { return true };
    if !is_asked(instrument, other, answers) {
        return false;
    }
    let answer = answers.get(&other.key).map(|answer| Held::of(other, answer));
    let is_one_of = |wanted: &[String]| match &answer {
        Some(Held::Step(step)) => wanted.contains(&step.to_string()),
        Some(Held::Chosen(keys)) => keys.iter().any(|key| wanted.iter().any(|one| one == key)),
        _ => false,
    };
    if only_if.not.is_empty() { is_one_of(&only_if.is) } else { !is_one_of(&only_if.not) }
}
