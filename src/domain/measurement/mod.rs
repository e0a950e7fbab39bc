//! Measurements: what somebody answered to an instrument's questions, on a day, and what it comes to.
//!
//! Instruments are files (`assets/instruments`, and the unit's own beside the casebook); a measurement holds the
//! answers as they were given, by the keys of the questions, so that it can be read when an instrument has changed or
//! is gone.
//! What it comes to is worked out whenever somebody looks ([`scores`]), and never stored.
//!
//! | answer to | written as |
//! |---|---|
//! | a scale | its number |
//! | one of options | the option's key |
//! | many of options | their keys, `;` between them; `(none)` where none was chosen |
//! | own words | the words |
//! | anything | `(unknown)`, `(did_not_want)` or `(not_relevant)`; a question that was not asked has no answer |

mod areas;
mod entry;
mod fault;
mod file;
mod instrument;
mod instruments;
mod interval;
mod lines;
mod parts;
mod plan;
mod score;
mod support;
#[cfg(test)]
mod tests;
mod trend;
mod walk;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Rater, Way};
use crate::domain::ids::{FamilyId, PersonId};

pub use areas::{AreaMeasured, areas_of, by_area};
pub use entry::{AnswerRow, Key, MEASUREMENT, draft as measurement_draft, read_answer};
pub use fault::{Flaw, InstrumentFault};
pub use file::{DIGITS, OCCASIONS};
pub use instrument::{Instrument, WHOLE};
pub use instruments::Instruments;
pub use interval::{Beginning, Interval, Moment, OneOrMore, Until};
pub use parts::{
    About, Alert, Answerer, Becomes, Beside, Choice, Direction, Feeds, FormPer, How, Item, ItemKind, Outcome, Per,
    Report, Scale, Seer,
};
pub use plan::{Measured, due};
pub use score::{Hundredths, Score, scores};
pub use support::{Enough, ParentSupport, supports};
pub use trend::{Group, Point, Standing, Turn, group, standings};
pub use walk::{Held, is_asked, may_stand};

/// What was answered on a day, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurement {
    /// Whose.
    pub family: FamilyId,
    /// Whom it is about.
    pub person: PersonId,
    /// The instrument, by name.
    pub instrument: String,
    /// Its version.
    pub edition: u32,
    /// The day.
    pub on: NaiveDate,
    /// Whose marks they are.
    pub rater: Rater,
    /// How it was asked.
    pub way: Option<Way>,
    /// Who asked, of the staff, by name.
    pub asked_by: Option<String>,
    /// The answers by the keys of the questions.
    pub answers: BTreeMap<String, String>,
    /// The day on which what raised an alert was talked about.
    pub talked_on: Option<NaiveDate>,
}

impl Measurement {
    /// One without answers.
    pub fn new(family: FamilyId, person: PersonId, instrument: &Instrument, on: NaiveDate) -> Self {
        let rater = if instrument.is_of_staff() { Rater::Worker } else { Rater::Person };
        let way = match instrument.ways() {
            _ if instrument.asked_aloud => Some(Way::Aloud),
            ways => ways.first().copied().filter(|_| rater == Rater::Person),
        };
        let (name, answers) = (instrument.name.clone(), BTreeMap::new());
        let (asked_by, talked_on) = (None, None);
        let edition = instrument.version;
        Self { family, person, instrument: name, edition, on, rater, way, asked_by, answers, talked_on }
    }

    /// The answer to a question.
    pub fn answer(&self, item: &str) -> Option<&str> {
        self.answers.get(item).map(String::as_str)
    }

    /// The questions whose answers somebody must see to. Only the person's own raise an alert.
    pub fn alerts<'i>(&self, instrument: &'i Instrument) -> Vec<(&'i Item, &'i Alert)> {
        let raised = |item: &'i Item| {
            let alert = item.alert.as_ref()?;
            let step: i64 = self.answer(&item.key)?.parse().ok()?;
            (step <= alert.at_most).then_some((item, alert))
        };
        match self.rater {
            Rater::Person => instrument.items.iter().filter_map(raised).collect(),
            Rater::Worker => Vec::new(),
        }
    }

    /// What the answers become: the question, what of it, and the outcome.
    pub fn outcomes<'i>(&self, instrument: &'i Instrument) -> Vec<(&'i Item, Option<&'i Choice>, Outcome)> {
        let mut all = Vec::new();
        for item in &instrument.items {
            let Some(held) = self.answer(&item.key).map(|answer| Held::of(item, answer)) else { continue };
            match (&item.becomes, held) {
                (Some(Becomes::Any(outcome)), Held::Words(_)) => all.push((item, None, *outcome)),
                // A wish on the scale is one from the middle up.
                (Some(Becomes::Any(outcome)), Held::Step(step)) => {
                    let scale = instrument.scale.as_ref();
                    if scale.is_some_and(|scale| 2 * step >= scale.least + scale.most && step > scale.least) {
                        all.push((item, None, *outcome));
                    }
                }
                (Some(Becomes::Any(outcome)), Held::Chosen(keys)) => {
                    let chosen = item.options.iter().filter(|option| keys.contains(&option.key.as_str()));
                    // That nothing is wished for is no wish.
                    all.extend(chosen.filter(|one| one.key != "nothing").map(|one| (item, Some(one), *outcome)));
                }
                (Some(Becomes::By(by)), Held::Chosen(keys)) => {
                    let chosen = item.options.iter().filter(|option| keys.contains(&option.key.as_str()));
                    all.extend(chosen.filter_map(|one| by.get(&one.key).map(|outcome| (item, Some(one), *outcome))));
                }
                _ => {}
            }
        }
        all
    }
}
