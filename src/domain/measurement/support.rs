//! Support to parents whose children are placed: whether they need any, whether they get enough of it, and what they
//! say themselves. None of it keeps, so all of it has a day.

use chrono::NaiveDate;

use super::parts::{Feeds, Report};
use super::walk::Held;
use super::{Instruments, Measurement};
use crate::domain::codes::Rater;
use crate::domain::ids::PersonId;

/// Whether a parent gets enough support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enough {
    /// Enough.
    Yes,
    /// Some.
    Partly,
    /// None, or too little.
    No,
    /// Nobody knows whether any is given.
    Unclear,
    /// None is needed.
    NotNeeded,
    /// Nobody has said.
    NotAssessed,
}

impl Enough {
    /// Its name in the locale files, after `enough-`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::Unclear => "unclear",
            Self::NotNeeded => "not-needed",
            Self::NotAssessed => "not-assessed",
        }
    }
}

/// The support to a parent, as the team sees it and as the parent does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParentSupport {
    /// The parent.
    pub parent: PersonId,
    /// As the team sees it, and since when.
    pub team: (Enough, Option<NaiveDate>),
    /// As the parent says, and since when; not assessed where nobody asked.
    pub own: (Enough, Option<NaiveDate>),
}

/// The support to each of some parents, by measurements in the order of their days.
pub fn supports(instruments: &Instruments, measured: &[&Measurement], parents: &[PersonId]) -> Vec<ParentSupport> {
    parents.iter().map(|parent| support(instruments, measured, *parent)).collect()
}

fn support(instruments: &Instruments, measured: &[&Measurement], parent: PersonId) -> ParentSupport {
    let none = (Enough::NotAssessed, None);
    let mut found = ParentSupport { parent, team: none, own: none };
    for one in measured.iter().filter(|one| one.person == parent) {
        let Some(instrument) = instruments.named(&one.instrument) else { continue };
        if instrument.scoring.report == Some(Report::Coverage) {
            let said = |item: &str| one.answer(item);
            let team = match (said("needs_support"), said("gets_enough")) {
                (Some("no"), _) => Some(Enough::NotNeeded),
                (Some("yes"), Some("yes")) => Some(Enough::Yes),
                (Some("yes"), Some("partly")) => Some(Enough::Partly),
                (Some("yes"), Some("no")) => Some(Enough::No),
                (Some("yes"), _) => Some(Enough::Unclear),
                _ => None,
            };
            let own = match said("own_view") {
                Some("enough") => Some(Enough::Yes),
                Some("partly") => Some(Enough::Partly),
                Some("not") => Some(Enough::No),
                Some("wants_none") => Some(Enough::NotNeeded),
                _ => None,
            };
            found.team = team.map_or(found.team, |team| (team, Some(one.on)));
            found.own = own.map_or(found.own, |own| (own, Some(one.on)));
        }
        let feeds = |item: &&super::Item| item.feeds == Some(Feeds::GetsEnoughOwnView);
        if let (Some(item), Rater::Person) = (instrument.items.iter().find(feeds), one.rater) {
            let scale = instrument.scale.as_ref();
            let own = match one.answer(&item.key).map(|answer| Held::of(item, answer)) {
                Some(Held::Step(step)) if scale.is_some_and(|scale| step == scale.most) => Some(Enough::Yes),
                Some(Held::Step(step)) if scale.is_some_and(|scale| step == scale.least) => Some(Enough::No),
                Some(Held::Step(_)) => Some(Enough::Partly),
                _ => None,
            };
            found.own = own.map_or(found.own, |own| (own, Some(one.on)));
        }
    }
    found
}
