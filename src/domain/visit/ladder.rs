//! The visit ladder (umgängestrappa): a unit's own steps, which are data: `assets/ladder.toml`.
//!
//! What ships is the project's proposal and says so. What the steps ask of people is for people to judge; only visits
//! in a row and time are reckoned, in `progress`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::codes::Answer;
use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/ladder.toml");

/// A test reads the text that ships; were it ever broken, there would be no steps.
static LADDER: LazyLock<Ladder> = LazyLock::new(|| Ladder::parse(SHIPPED).unwrap_or_default());

/// A step on a ladder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// Its number, as in `steg3`.
    pub number: u8,
    /// The term in exchange.
    pub key: String,
    /// The name in Swedish.
    pub name_sv: String,
    /// The name in English.
    pub name_en: String,
    /// What should hold, in Swedish.
    pub criteria_sv: String,
    /// What should hold, in English.
    pub criteria_en: String,
    /// How many visits carried out in a row before a step up is proposed; 0 proposes none.
    pub in_a_row: u32,
    /// The longest time on the step without looking at it anew, in weeks.
    pub review_weeks: u32,
    /// Whether a supporter must be there.
    pub needs_supporter: Answer,
}

/// Steps in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Who says so.
    pub source: String,
    /// How sure it is, as in the rules: S, L or U.
    pub confidence: String,
    /// The steps.
    #[serde(rename = "step")]
    pub steps: Vec<LadderStep>,
}

impl Ladder {
    /// The ladder that ships.
    pub fn shipped() -> &'static Self {
        &LADDER
    }

    /// Reads a ladder from TOML; the form is told at the head of `assets/ladder.toml`.
    ///
    /// # Errors
    /// When the text is not of that form, or a step cannot be as it stands; the problem names the step.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let ladder: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "ladder").because(cause))?;
        let refused = |key, step: &LadderStep| Problem::new(Kind::Invalid, key).with("step", step.number);
        if ladder.steps.is_empty() {
            return Err(Problem::new(Kind::Invalid, "ladder-empty"));
        }
        for (place, step) in ladder.steps.iter().enumerate() {
            let before = &ladder.steps[..place];
            let texts = [&step.key, &step.name_sv, &step.name_en, &step.criteria_sv, &step.criteria_en];
            if before.last().is_some_and(|before| before.number >= step.number) {
                return Err(refused("ladder-order", step));
            }
            if texts.iter().any(|text| text.trim().is_empty()) {
                return Err(refused("ladder-empty-text", step));
            }
            if before.iter().any(|other| other.key == step.key) {
                return Err(refused("ladder-key-twice", step));
            }
            if !(1..=52).contains(&step.review_weeks) {
                return Err(refused("ladder-review", step));
            }
        }
        Ok(ladder)
    }

    /// The step of a number.
    pub fn step(&self, number: u8) -> Option<&LadderStep> {
        self.steps.iter().find(|step| step.number == number)
    }

    /// Whether a supporter must be there on a step.
    pub fn needs_supporter(&self, number: u8) -> bool {
        self.step(number).is_some_and(|step| step.needs_supporter == Answer::Yes)
    }

    /// Whether a supporter must be there where nobody says so: on a step that needs one, or where one is named.
    pub fn supervision(&self, step: Option<u8>, supporters: &[String]) -> Answer {
        let needed = !supporters.is_empty() || step.is_some_and(|step| self.needs_supporter(step));
        if needed { Answer::Yes } else { Answer::No }
    }

    /// The step above a number.
    pub fn above(&self, number: u8) -> Option<&LadderStep> {
        self.steps.iter().find(|step| step.number > number)
    }

    /// The step below a number.
    pub fn below(&self, number: u8) -> Option<&LadderStep> {
        self.steps.iter().rev().find(|step| step.number < number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_that_ships_is_whole() {
        let ladder = Ladder::parse(SHIPPED).unwrap();
        let numbers: Vec<u8> = ladder.steps.iter().map(|step| step.number).collect();
        assert_eq!(numbers, (0..=11).collect::<Vec<u8>>());
        assert_eq!((ladder.confidence.as_str(), &ladder), ("U", Ladder::shipped()));
        let supported = ladder.steps.iter().filter(|step| step.needs_supporter == Answer::Yes);
        assert_eq!(supported.map(|step| step.number).collect::<Vec<u8>>(), [4, 5, 6]);
        assert_eq!((ladder.above(11), ladder.below(0)), (None, None));
        assert_eq!(ladder.above(3).zip(ladder.below(3)).map(|(a, b)| (a.number, b.number)), Some((4, 2)));
    }

    #[test]
    fn a_faulty_ladder_is_refused_and_the_step_named() {
        for (from, to, key) in [
            ("number = 3\n", "number = 2\n", "ladder-order step=2"),
            ("name_sv = \"Video\"", "name_sv = \" \"", "ladder-empty-text step=3"),
            ("key = \"video\"", "key = \"phone\"", "ladder-key-twice step=3"),
            ("review_weeks = 10", "review_weeks = 0", "ladder-review step=6"),
            ("needs_supporter = \"yes\"", "needs_supporter = \"maybe\"", "ladder"),
            ("in_a_row = 3", "in_row = 3", "ladder"),
        ] {
            let problem = Ladder::parse(&SHIPPED.replacen(from, to, 1)).unwrap_err();
            assert_eq!(problem.to_string(), key);
        }
        let empty = Ladder::parse("source = 'x'\nconfidence = 'U'\nstep = []").unwrap_err();
        assert_eq!(empty.key, "ladder-empty");
    }
}
