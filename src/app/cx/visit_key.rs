//! A visit, by its arrangement and the day the series gave it: known by that for ever.

use chrono::NaiveDate;

use crate::domain::ids::ArrangementId;
use crate::domain::visit::Visit;

/// Which visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisitKey {
    /// The arrangement.
    pub id: ArrangementId,
    /// The day.
    pub given: NaiveDate,
}

impl From<&Visit<'_>> for VisitKey {
    fn from(visit: &Visit<'_>) -> Self {
        Self { id: visit.id, given: visit.given }
    }
}
