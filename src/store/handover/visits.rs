//! Visits as a hand-over sheet tells of them.

use chrono::NaiveDate;

use crate::domain::ids::{ArrangementId, PersonId};

use crate::domain::visit::{Breach, Occurrence, Terms};

/// A visit of the next weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingRow {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The day the series gave.
    pub given: NaiveDate,
    /// The day it is on.
    pub on: NaiveDate,
    /// The child.
    pub child: PersonId,
    /// When, where, with whom and with whose support.
    pub terms: Terms,
    /// A supporter must be there, and nobody is named, or everybody who is named is away.
    pub is_unsupported: bool,
    /// Why a restriction of contact stops it, if one does.
    pub stopped: Option<Breach>,
}

/// A visit after which something was agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedVisit {
    /// The child.
    pub child: PersonId,
    /// The visit.
    pub visit: Occurrence,
}
