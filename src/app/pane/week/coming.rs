//! A visit of the days at hand, with all that its line says.

use chrono::NaiveDate;

use crate::app::cx::VisitKey;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::visit::{Breach, Terms};

/// A visit of the days at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingVisit {
    /// Which.
    pub key: VisitKey,
    /// Whose.
    pub family: FamilyId,
    /// The family's name and case reference.
    pub family_called: (String, String),
    /// The day.
    pub on: NaiveDate,
    /// The child, and whom it meets.
    pub between: Vec<(PersonId, PersonName)>,
    /// When, where, with whose support.
    pub terms: Terms,
    /// Why a restriction of contact stops it, if one does.
    pub stopped: Option<Breach>,
}

impl ComingVisit {
    /// The days it lasts.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        self.terms.days(self.on)
    }
}
