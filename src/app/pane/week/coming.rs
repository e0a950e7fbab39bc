//! A visit of the days at hand, with all that its line says.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::app::cx::VisitKey;
use crate::domain::discretion::PersonName;
use crate::domain::ids::{ArrangementId, FamilyId, PersonId, RestrictionId};
use crate::domain::visit::{Breach, Terms, Visit};
use crate::store::Diary;

/// Visits that restrictions stop: by which, and why.
type Stopped = HashMap<(ArrangementId, NaiveDate), (RestrictionId, Breach)>;

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
    /// A visit, of a diary that knows its people, with those that restrictions stop.
    pub(super) fn of(visit: &Visit<'_>, diary: &Diary, stopped: &Stopped) -> Self {
        let family = visit.arrangement.family;
        let people = std::iter::once(visit.arrangement.child).chain(visit.terms().with.iter().copied());
        Self {
            key: visit.into(),
            family,
            family_called: (diary.family(family).to_owned(), diary.case_ref(family).to_owned()),
            on: visit.on(),
            between: people.map(|person| (person, diary.name(person).clone())).collect(),
            terms: visit.terms().clone(),
            stopped: stopped.get(&(visit.id, visit.given)).map(|(_, breach)| *breach),
        }
    }

    /// The days it lasts.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        self.terms.days(self.on)
    }
}
