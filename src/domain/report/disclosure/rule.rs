//! The rule of disclosure: which counts are too small, and what totals are.

use serde::{Deserialize, Serialize};

/// Counts below it, zero apart, are masked unless the unit has settled another. Stockholm 2021 prints none from 1 to 3.
pub const THRESHOLD: u32 = 4;

/// What totals are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Totals {
    /// Sums of what is shown, so that no masked figure can be worked out from them.
    #[default]
    Shown,
    /// True; then more is masked, totals too where it must be.
    True,
}

/// A rule of disclosure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The smallest count that is shown.
    pub threshold: u32,
    /// What totals are.
    pub totals: Totals,
}

impl Default for Rule {
    fn default() -> Self {
        Self { threshold: THRESHOLD, totals: Totals::Shown }
    }
}

impl Rule {
    /// The usual rule with true totals.
    pub const TRUE: Self = Self { threshold: THRESHOLD, totals: Totals::True };

    /// Whether a count is masked for its own sake.
    pub fn is_small(&self, count: u32) -> bool {
        count > 0 && count < self.threshold
    }
}
