//! Where one can go: to what is told of a family, and there a person, a day and a record, as one value.
//!
//! Whoever goes anywhere says what is sought, never where that stands. The person is the one marked on the family's
//! page, and every pane shows that one ([`OpenFamily::person`]), so that none shows anybody else.
//!
//! [`OpenFamily::person`]: super::OpenFamily::person

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Landmark;
use crate::domain::ids::{FamilyId, PersonId};

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// What must happen now.
    Duties,
    /// Who they are.
    People,
    /// What has been done.
    Sessions,
    /// Whom they have around them.
    Maps,
    /// Who meets whom.
    Visits,
    /// Which goals there are, and how far.
    Plans,
    /// Which group meets, who came; what is referred on, and what nobody gives.
    Groups,
    /// How many, how much, for whom.
    Figures,
}

/// Somewhere to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// What is sought.
    pub to: Subject,
    /// The family that is open there; none leaves open what is open.
    pub family: Option<FamilyId>,
    /// Who of it is chosen.
    pub person: Option<PersonId>,
    /// The day that is marked among visits.
    pub day: Option<NaiveDate>,
    /// The record that is marked.
    pub record: Option<Landmark>,
}

impl Route {
    /// To something, with what is open.
    pub fn to(to: Subject) -> Self {
        Self { to, family: None, person: None, day: None, record: None }
    }

    /// With a family open.
    pub fn of(self, family: impl Into<Option<FamilyId>>) -> Self {
        Self { family: family.into(), ..self }
    }

    /// With somebody chosen.
    pub fn with(self, person: impl Into<Option<PersonId>>) -> Self {
        Self { person: person.into(), ..self }
    }

    /// On a day.
    pub fn on(self, day: NaiveDate) -> Self {
        Self { day: Some(day), ..self }
    }

    /// At a record.
    pub fn at(self, record: impl Into<Option<Landmark>>) -> Self {
        Self { record: record.into(), ..self }
    }
}
