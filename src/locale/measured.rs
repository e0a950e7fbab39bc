//! Instruments and their answers in words: what a file says in both languages.

use super::{Language, Locale, arg};
use crate::domain::codes::{Area, Code};
use crate::domain::measurement::{Alert, Beside, Choice, Held, Instrument, Item, Turn, WHOLE};

impl Locale {
    fn of_both<'t>(&self, sv: &'t str, en: &'t str) -> &'t str {
        if self.language() == Language::Swedish { sv } else { en }
    }

    /// What an instrument is called.
    pub fn of_instrument(&self, one: &Instrument) -> String {
        self.of_both(&one.title_sv, &one.title_en).to_owned()
    }

    /// What is said before the first question.
    pub fn introduction(&self, one: &Instrument) -> Option<String> {
        let both = (one.introduction_sv.as_ref(), one.introduction_en.as_ref());
        if self.language() == Language::Swedish { both.0.cloned() } else { both.1.cloned() }
    }

    /// A question.
    pub fn of_item(&self, item: &Item) -> String {
        self.of_both(&item.text_sv, &item.text_en).to_owned()
    }

    /// An option.
    pub fn of_choice(&self, option: &Choice) -> String {
        self.of_both(&option.sv, &option.en).to_owned()
    }

    /// What somebody must see to.
    pub fn of_alert(&self, alert: &Alert) -> String {
        self.of_both(&alert.text_sv, &alert.text_en).to_owned()
    }

    /// An area, one of the programme's or the instrument's own.
    pub fn of_area(&self, one: &Instrument, area: &str) -> String {
        if area == WHOLE {
            return self.say("area-whole");
        }
        match (Area::from_code(area), one.areas.iter().find(|own| own.key == area)) {
            (Some(area), _) => self.label(area),
            (None, Some(own)) => self.of_both(&own.title_sv, &own.title_en).to_owned(),
            (None, None) => area.to_owned(),
        }
    }

    /// What a step on the scale means.
    pub fn of_step(&self, one: &Instrument, step: i64) -> Option<String> {
        let scale = one.scale.as_ref()?;
        let place = usize::try_from(step.checked_sub(scale.least)?).ok()?;
        let labels = if self.language() == Language::Swedish { &scale.labels_sv } else { &scale.labels_en };
        labels.get(place).cloned()
    }

    /// An answer beside the scale.
    pub fn beside(&self, beside: Beside) -> String {
        self.say(match beside {
            Beside::Unknown => "beside-unknown",
            Beside::DidNotWant => "beside-did-not-want",
            Beside::NotRelevant => "beside-not-relevant",
        })
    }

    /// An answer whole: the step and what it means, the options, the words.
    pub fn of_answer(&self, one: &Instrument, item: &Item, answer: &str) -> String {
        match Held::of(item, answer) {
            Held::Beside(beside) => self.beside(beside),
            Held::Step(step) => {
                self.of_step(one, step).map_or_else(|| step.to_string(), |label| format!("{step} {label}"))
            }
            Held::Chosen(keys) if keys.is_empty() => self.say("beside-none"),
            Held::Chosen(keys) => {
                let option = |key: &&str| item.options.iter().find(|option| option.key == **key);
                let called = |key: &&str| option(key).map_or_else(|| (*key).to_owned(), |one| self.of_choice(one));
                keys.iter().map(called).collect::<Vec<_>>().join(", ")
            }
            Held::Words(words) => words.to_owned(),
        }
    }

    /// A number of hundredths, with one decimal: `1,7`.
    pub fn tenths(&self, hundredths: i64) -> String {
        let tenths = (hundredths.abs() + 5) / 10;
        let sign = if hundredths < 0 && tenths > 0 { "−" } else { "" };
        let comma = self.of_both(",", ".");
        format!("{sign}{}{comma}{}", tenths / 10, tenths % 10)
    }

    /// Which way it has gone, in a word.
    pub fn turn(&self, turn: Turn) -> String {
        self.say(match turn {
            Turn::Better => "turn-better",
            Turn::Worse => "turn-worse",
            Turn::Same => "turn-same",
        })
    }

    /// Where one stands among the questions.
    pub fn of_questions(&self, at: usize, of: usize) -> String {
        self.tell("measuring-at", &[("at", arg(at)), ("of", arg(of))])
    }
}
