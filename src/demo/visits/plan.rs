//! Visits that are planned together, before anything is told of single ones.

use chrono::{Duration, NaiveDate, NaiveTime};
use serde::Deserialize;

use crate::domain::codes::{Answer, VisitBasis, VisitContact};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::visit::{Arrangement, Ladder, Series, Terms};

/// What sort of visits they are, for what is written about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The child meets a parent.
    Met,
    /// They call each other.
    Called,
    /// The child meets siblings.
    Siblings,
    /// The child meets a grandparent.
    Elders,
}

/// What became of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// It was held.
    Held,
    /// A parent cancelled.
    Parent,
    /// The child did.
    Child,
    /// The family home did.
    FamilyHome,
    /// The unit did.
    Us,
    /// Somebody or something else did.
    Other,
    /// Nobody came.
    NoShow,
    /// It was left out of the series.
    LeftOut,
    /// Nobody has told yet.
    Untold,
}

/// Visits that are planned together.
pub struct Plan {
    /// The child's place.
    pub child: usize,
    /// What sort.
    pub sort: Sort,
    /// The days.
    pub series: Series,
    /// The terms, each with the day from which they hold; the last are those that hold now.
    pub terms: Vec<(NaiveDate, Terms)>,
    /// What for.
    pub purpose: Option<String>,
    /// What it rests on.
    pub basis: Option<VisitBasis>,
    /// Until when support is to be phased out.
    pub support_until: Option<NaiveDate>,
    /// What became of the latest visits, the last one first; of the others chance decides.
    pub past: Vec<Told>,
    /// Whether nobody is named to support the next one.
    pub lacks_supporter: bool,
}

impl Plan {
    /// The terms of a day.
    pub fn terms_on(&self, day: NaiveDate) -> Terms {
        let held = self.terms.iter().rev().find(|(from, _)| *from <= day).or(self.terms.first());
        held.map_or_else(|| Terms::new(Vec::new()), |(_, terms)| terms.clone())
    }

    /// The terms that hold now.
    pub fn now(&self) -> Terms {
        self.terms.last().map_or_else(|| Terms::new(Vec::new()), |(_, terms)| terms.clone())
    }

    /// Whether a supporter is there on every day of it.
    pub fn is_supervised(&self) -> bool {
        self.terms.iter().all(|(_, terms)| terms.supervision == Answer::Yes)
    }

    /// The arrangement.
    pub fn arrangement(&self) -> Arrangement {
        Arrangement {
            family: FamilyId(0),
            child: super::super::scene::member(self.child),
            series: self.series,
            terms: self.now(),
            purpose: self.purpose.clone(),
            basis: self.basis,
            support_until: self.support_until,
            follows: None,
            event: None,
            note: None,
        }
    }
}

/// Terms with a supporter where the step needs one.
pub fn terms(with: Vec<PersonId>, contact: VisitContact, step: Option<u8>, supporter: &str) -> Terms {
    let supervision = Ladder::shipped().supervision(step, &[]);
    let supporters = if supervision == Answer::Yes { vec![supporter.to_owned()] } else { Vec::new() };
    Terms { contact, step, supervision, supporters, ..Terms::new(with) }
}

/// From a time on for so many minutes.
pub fn lasting(terms: Terms, start: NaiveTime, minutes: i64) -> Terms {
    let (end, _) = start.overflowing_add_signed(Duration::minutes(minutes));
    Terms { start: Some(start), end: Some(end), ..terms }
}
