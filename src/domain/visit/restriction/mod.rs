//! Restrictions of contact, and wishes for more.
//!
//! A limited or stopped contact rests on a decision that says how, why and until when, who decided it and when, and
//! that the person was told how to appeal. A restriction that lacks any of this is a restriction without a decision: it
//! is listed as such, and stops visits all the same, because somebody thought it necessary. What it stops is answered
//! in `together`.
//!
//! How long before it must be considered anew is a dated rule (`domain::deadlines`).

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, LegalBasis, RestrictionKind, VisitContact};
use crate::domain::deadlines::{Rule, Rules};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::placement::Placement;
use crate::domain::visit::calendar::OwnDays;

pub use entry::{RESTRICTION, draft as restriction_draft, read as read_restriction};

/// The rule for how often a restriction is considered.
pub const CONSIDERATION: &str = "contact_restriction_consideration";

/// A restriction of a child's contact with somebody, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Whose.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// With whom contact is restricted.
    pub with: Vec<PersonId>,
    /// Limited, or stopped.
    pub kind: RestrictionKind,
    /// How, in words.
    pub how: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// That it goes on until further notice: an end that is said, and is no day.
    #[serde(default)]
    pub further_notice: bool,
    /// The day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Whether the person was told how to appeal.
    pub appeal_told: Option<Answer>,
    /// The days on which it was considered anew, in any order.
    pub considered_on: Vec<NaiveDate>,
    /// What a limited contact is limited to, as far as it can be reckoned.
    pub limits: Limits,
}

/// What a limited contact is limited to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The forms of contact that are left; none listed leaves all.
    pub contacts: Vec<VisitContact>,
    /// Whether a supporter must be there.
    pub supervised: Option<Answer>,
    /// Most visits in a calendar month.
    pub most_a_month: Option<u32>,
    /// Longest visit in minutes.
    pub most_minutes: Option<u32>,
}

/// What a decision must say and this one does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Missing {
    How,
    Why,
    Until,
    DecidedOn,
    DecidedBy,
    AppealTold,
}

/// When a restriction must be considered next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consideration<'a> {
    /// The last day.
    pub due: NaiveDate,
    /// The day it counts from.
    pub counted_from: NaiveDate,
    /// The rule that says so.
    pub rule: &'a Rule,
}

impl Restriction {
    /// What is missing for it to be a decision; nothing is missing in a whole one.
    pub fn missing(&self) -> Vec<Missing> {
        let filled = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        [
            (filled(&self.how), Missing::How),
            (filled(&self.why), Missing::Why),
            (self.until.is_some() || self.further_notice, Missing::Until),
            (self.decided_on.is_some(), Missing::DecidedOn),
            (filled(&self.decided_by), Missing::DecidedBy),
            (self.appeal_told == Some(Answer::Yes), Missing::AppealTold),
        ]
        .into_iter()
        .filter_map(|(is_there, missing)| (!is_there).then_some(missing))
        .collect()
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it is over on a day.
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// Whether anybody says that it is a decision, as against what people agreed on.
    pub fn claims_decision(&self) -> bool {
        self.decided_on.is_some() || self.decided_by.as_ref().is_some_and(|by| !by.trim().is_empty())
    }

    /// Whether only an agreement can restrict the contact: somebody says that it is a decision, and on its first day
    /// the child is placed by consent. `placements` are the child's.
    pub fn allows_agreement_only(&self, placements: &[Placement]) -> bool {
        let meets = |one: &&Placement| {
            one.person == self.child
                && one.started_on <= self.until.unwrap_or(NaiveDate::MAX)
                && one.ended_on.is_none_or(|ended| self.from <= ended)
        };
        let bases = || placements.iter().filter(meets).filter_map(|one| one.legal_basis);
        let by_law = |basis| matches!(basis, LegalBasis::Lvu2 | LegalBasis::Lvu3 | LegalBasis::Lvu6);
        self.claims_decision() && bases().any(|basis| basis == LegalBasis::Sol) && !bases().any(by_law)
    }

    /// When it must be considered next: counted from the last consideration, before the first from the decision, and
    /// without one from its first day. None when it ends before that, or no rule holds.
    pub fn next_consideration<'a>(&self, rules: &'a Rules) -> Option<Consideration<'a>> {
        let decided = self.decided_on.unwrap_or(self.from);
        let counted_from = self.considered_on.iter().copied().max().map_or(decided, |last| last.max(decided));
        let rule = rules.on(CONSIDERATION, counted_from)?;
        let limit = if counted_from == decided { rule.within } else { rule.then.or(rule.within) };
        let due = limit?.from(counted_from, &OwnDays::default());
        self.until.is_none_or(|until| due <= until).then_some(Consideration { due, counted_from, rule })
    }
}
