//! May these people be together on this day, in this form? The one place that answers, for whatever people meet at.
//!
//! A stop holds against every pair that it is about, present at anything: whoever's visit it is, at a session and at a
//! meeting of a group too. Of limits, that somebody of the staff must be there holds wherever people meet; the others
//! (which forms, how long, how often) bind visits only. Whoever asks hands in the restrictions of everybody there, so
//! that siblings, carers and step-parents are looked at like anybody else.
//!
//! What has happened is never refused. It is in breach of the restriction all the same, and that is told: [`breaking`]
//! finds both, [`stopped`] only what is still to come and nobody has decided to keep.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::arrangement::Terms;
use super::occurrence::Visit;
use super::restriction::{Limits, Restriction};
use crate::domain::codes::{Answer, Outcome, RestrictionKind, VisitContact};
use crate::domain::ids::PersonId;
use crate::domain::session::Session;

/// Why a restriction stops something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// All contact is stopped.
    Stopped,
    /// Not in this form.
    Contact(VisitContact),
    /// Not without somebody of the staff.
    Unsupervised,
    /// No more in this month than so many.
    TooMany(u32),
    /// No longer than so many minutes.
    TooLong(u32),
}

impl Breach {
    /// The term in files and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::Contact(_) => "contact",
            Self::Unsupervised => "unsupervised",
            Self::TooMany(_) => "too_many",
            Self::TooLong(_) => "too_long",
        }
    }

    /// The graver it is, the lower: a stop comes before any limit.
    fn weight(self) -> u8 {
        match self {
            Self::Stopped => 0,
            Self::Unsupervised => 1,
            Self::Contact(_) => 2,
            Self::TooLong(_) => 3,
            Self::TooMany(_) => 4,
        }
    }
}

/// What people meet at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion<'a> {
    /// A visit.
    Visit(&'a Terms),
    /// A session, or the meeting of a group; and whether anybody of the staff is there.
    Led(Answer),
}

/// A restriction that is broken, by its place among those asked of, by which pair and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// The restriction's place.
    pub restriction: usize,
    /// Its child.
    pub child: PersonId,
    /// The other one, whom it is about and who is there.
    pub with: PersonId,
    /// Why.
    pub breach: Breach,
}

impl Restriction {
    /// The pair that it is about, if both are there on a day on which it holds.
    pub fn pair(&self, on: NaiveDate, present: &[PersonId]) -> Option<(PersonId, PersonId)> {
        let with = self.with.iter().find(|with| **with != self.child && present.contains(with));
        with.filter(|_| present.contains(&self.child) && self.holds_on(on)).map(|with| (self.child, *with))
    }

    /// Why a pair may not meet so, but for how often they do.
    fn forbids(&self, occasion: Occasion<'_>) -> Option<Breach> {
        if self.kind == RestrictionKind::Stopped {
            return Some(Breach::Stopped);
        }
        let Limits { contacts, supervised, most_minutes, .. } = &self.limits;
        let alone = match occasion {
            Occasion::Visit(terms) => terms.supervision == Answer::No,
            Occasion::Led(staff) => staff == Answer::No,
        };
        if *supervised == Some(Answer::Yes) && alone {
            return Some(Breach::Unsupervised);
        }
        let Occasion::Visit(terms) = occasion else { return None };
        if !contacts.is_empty() && !contacts.contains(&terms.contact) {
            return Some(Breach::Contact(terms.contact));
        }
        most_minutes.filter(|most| terms.minutes().is_some_and(|minutes| minutes > *most)).map(Breach::TooLong)
    }
}

/// The restrictions that people break by meeting on a day, but for how often they meet; the gravest first.
pub fn together(
    restrictions: &[Restriction],
    on: NaiveDate,
    present: &[PersonId],
    occasion: Occasion<'_>,
) -> Vec<Broken> {
    let broken = |(place, one): (usize, &Restriction)| {
        let (child, with) = one.pair(on, present)?;
        Some(Broken { restriction: place, child, with, breach: one.forbids(occasion)? })
    };
    let mut found: Vec<Broken> = restrictions.iter().enumerate().filter_map(broken).collect();
    found.sort_by_key(|broken| broken.breach.weight());
    found
}

impl Session {
    /// The restrictions that it breaks; none where it does not take place.
    pub fn breaks(&self, restrictions: &[Restriction]) -> Vec<Broken> {
        if !matches!(self.outcome, Outcome::Planned | Outcome::Held) {
            return Vec::new();
        }
        let staff = if self.staff.is_empty() { Answer::No } else { Answer::Yes };
        together(restrictions, self.on, &self.people, Occasion::Led(staff))
    }

    /// Whether it is still to be on a day.
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.outcome == Outcome::Planned && self.on >= today
    }
}

/// A restriction that stands against a meeting, for whoever tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// The day of the meeting.
    pub on: NaiveDate,
    /// The restriction.
    pub restriction: Restriction,
    /// The other one whom it is about, beside its child.
    pub with: PersonId,
    /// Why.
    pub breach: Breach,
    /// Whether the meeting is still to be: then it is refused. What has been is told.
    pub is_to_come: bool,
}

/// A visit that a restriction stops, by its place among the visits, and by which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// The visit's place.
    pub visit: usize,
    /// The restriction's place.
    pub restriction: usize,
    /// Whom of those there it is about, beside its child.
    pub with: PersonId,
    /// Why.
    pub breach: Breach,
}

/// The visits that break restrictions, held ones and those kept with a reason among them; of each visit the gravest
/// breach first. Visits come in the order of their days, and whatever takes place counts among the most in a month.
pub fn breaking(visits: &[Visit<'_>], restrictions: &[Restriction]) -> Vec<Stopped> {
    if restrictions.is_empty() {
        return Vec::new();
    }
    let mut months: HashMap<(usize, i32, u32), u32> = HashMap::new();
    let mut found = Vec::new();
    for (visit, one) in visits.iter().enumerate().filter(|(_, one)| one.takes_place()) {
        let (on, terms, present) = (one.on(), one.terms(), one.present());
        let before = found.len();
        for (place, restriction) in restrictions.iter().enumerate() {
            let Some((_, with)) = restriction.pair(on, &present) else { continue };
            let breach = restriction.forbids(Occasion::Visit(terms)).or_else(|| {
                let most = restriction.limits.most_a_month?;
                let count = months.entry((place, on.year(), on.month())).or_default();
                *count += 1;
                (*count > most).then_some(Breach::TooMany(most))
            });
            found.extend(breach.map(|breach| Stopped { visit, restriction: place, with, breach }));
        }
        found[before..].sort_by_key(|hit| hit.breach.weight());
    }
    found
}

/// The visits still ahead that restrictions stop. One that is kept with a reason of its own is not stopped.
pub fn stopped(visits: &[Visit<'_>], restrictions: &[Restriction]) -> Vec<Stopped> {
    let mut found = breaking(visits, restrictions);
    found.retain(|hit| visits[hit.visit].is_ahead() && visits[hit.visit].terms().despite.is_none());
    found
}
