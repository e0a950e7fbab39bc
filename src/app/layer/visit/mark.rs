//! The outcome of a visit, as one sign.

use chrono::NaiveDate;

use crate::domain::codes::{CancelledBy, VisitOutcome};
use crate::domain::visit::{Occurrence, Visit};

/// What became of visits in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Mark {
    Held,
    Cancelled(Option<CancelledBy>),
    NoShow,
    Untold,
    Ahead,
}

impl Mark {
    /// What became of a visit that stands as it is written.
    pub fn of(visit: &Occurrence, today: NaiveDate) -> Self {
        match visit.outcome {
            VisitOutcome::Held => Self::Held,
            VisitOutcome::NoShow => Self::NoShow,
            VisitOutcome::Cancelled => Self::Cancelled(visit.cancelled_by),
            VisitOutcome::Planned | VisitOutcome::Moved if visit.on < today => Self::Untold,
            VisitOutcome::Planned | VisitOutcome::Moved => Self::Ahead,
        }
    }

    /// Its sign; its word stands on the card and in help.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Held => "✓",
            Self::Cancelled(_) => "×",
            Self::NoShow => "–",
            Self::Untold => "?",
            Self::Ahead => "·",
        }
    }
}

impl From<(&Visit<'_>, NaiveDate)> for Mark {
    fn from((visit, today): (&Visit<'_>, NaiveDate)) -> Self {
        match visit.outcome() {
            VisitOutcome::Held => Self::Held,
            VisitOutcome::NoShow => Self::NoShow,
            VisitOutcome::Cancelled => Self::Cancelled(visit.written.and_then(|written| written.cancelled_by)),
            VisitOutcome::Planned | VisitOutcome::Moved if visit.on() < today => Self::Untold,
            VisitOutcome::Planned | VisitOutcome::Moved => Self::Ahead,
        }
    }
}
