//! Words of children from wherever they were written down, in one place.

use chrono::NaiveDate;

use crate::domain::codes::HeardAt;
use crate::domain::ids::{ChildWordId, LadderMoveId, MeasurementId, PersonId};

/// Which record holds words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeardIn {
    /// A quotation of their own.
    Quotation(ChildWordId),
    /// What was written of a visit.
    Visit,
    /// Why a step was taken on the visit ladder.
    LadderMove(LadderMoveId),
    /// The answer to a question of an instrument.
    Measurement(MeasurementId),
}

/// Words of a child, wherever they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Who said it.
    pub child: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub words: String,
    /// Where they were heard.
    pub at: HeardAt,
    /// Who heard them, where that is known.
    pub by: Option<String>,
    /// What was asked, where it answers a question: the instrument and the question, by their keys.
    pub asked: Option<(String, String)>,
    /// Whether the child says that the parents may read them.
    pub to_parents: bool,
    /// The record.
    pub of: HeardIn,
}
