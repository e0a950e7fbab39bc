//! What was counted of advice and support by hand: figures of the unit of which no family's record tells.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::AdviceRow;

pub use entry::ADVICE_COUNT;

/// A count, as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceCount {
    /// The year.
    pub year: u16,
    /// What was counted.
    pub row: AdviceRow,
    /// How many; none where nobody measured it, which is no zero.
    pub value: Option<u32>,
    /// The last day that was counted, where that is not the whole year.
    pub until: Option<NaiveDate>,
}
