//! What rules look at: of one family, who there is, who is placed, what was done and when.

use chrono::NaiveDate;

use super::Exemption;
use super::rule::Fact;
use crate::domain::codes::{Answer, EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind};
use crate::domain::ids::{FamilyId, MemberId};

/// A family as rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Which family.
    pub family: FamilyId,
    /// Where it stands with the unit.
    pub status: FamilyStatus,
    /// Its first day with the unit.
    pub started_on: NaiveDate,
    /// Its last.
    pub closed_on: Option<NaiveDate>,
    /// Its people.
    pub people: Vec<Somebody>,
    /// The placements of its children, in the order of their days.
    pub placements: Vec<Placed>,
    /// What was done, in the order of days.
    pub done: Vec<Done>,
    /// What waits for something, or did.
    pub waiting: Vec<Waiting>,
    /// What need not be met.
    pub exemptions: Vec<Exemption>,
}

/// Somebody in a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Somebody {
    pub id: MemberId,
    pub role: MemberRole,
    pub guardian: Option<Answer>,
    pub birth_on: Option<NaiveDate>,
}

impl Somebody {
    /// Whether somebody is a parent, or stands in for one, to the family's children.
    pub fn is_parent(&self) -> bool {
        matches!(self.role, MemberRole::Mother | MemberRole::Father | MemberRole::Guardian)
    }
}

/// A placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Placed {
    pub id: i64,
    pub child: MemberId,
    pub kind: PlacementKind,
    pub basis: Option<LegalBasis>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub end_reason: Option<EndReason>,
    pub hidden: Option<Answer>,
    pub school_change: Option<Answer>,
    pub school_started_on: Option<NaiveDate>,
}

/// Something that was done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Done {
    pub what: Fact,
    pub on: NaiveDate,
    /// About whom; about everybody if about nobody.
    pub person: Option<MemberId>,
    /// How it went.
    pub how: How,
}

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was done.
    Well,
    /// It was tried in vain; that meets nothing.
    InVain,
}

/// What waits, or waited.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Waiting {
    pub what: Wait,
    /// The record's number among its kind.
    pub record: i64,
    pub person: Option<MemberId>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// The days on which it was answered, in order.
    pub met_on: Vec<NaiveDate>,
}

/// What sort of thing waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Wait {
    Support,
    FollowUp,
    Referral,
    Restriction,
    Decision,
    Supporter,
    Task,
    Word,
}

/// Something that a rule counts from, as long as it lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    pub person: Option<MemberId>,
    pub record: i64,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// The days on which it was met by itself.
    pub met_on: Vec<NaiveDate>,
    pub count: u32,
}

/// A child's care outside home: placements without a gap between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Care<'a> {
    pub first: &'a Placed,
    pub last: &'a Placed,
}

impl Case {
    /// The last day on which something can begin to be owed.
    pub(super) fn ends(&self, until: Option<NaiveDate>) -> Option<NaiveDate> {
        match (self.closed_on.filter(|_| self.status == FamilyStatus::Closed), until) {
            (Some(closed), Some(until)) => Some(closed.min(until)),
            (closed, until) => closed.or(until),
        }
    }

    /// The parents.
    pub(super) fn parents(&self) -> impl Iterator<Item = &Somebody> {
        self.people.iter().filter(|one| one.is_parent())
    }

    /// The care of each child: a placement that begins no later than the day after the one before goes on with it.
    pub(super) fn care(&self) -> Vec<Care<'_>> {
        let mut found: Vec<Care<'_>> = Vec::new();
        for one in &self.placements {
            let goes_on = |care: &&mut Care<'_>| {
                care.first.child == one.child
                    && care.last.until.is_none_or(|until| until.succ_opt().is_none_or(|next| one.from <= next))
            };
            match found.iter_mut().rev().find(|care| care.first.child == one.child).filter(goes_on) {
                Some(care) => {
                    let longer =
                        care.last.until.is_some() && one.until.is_none_or(|until| Some(until) >= care.last.until);
                    if longer {
                        care.last = one;
                    }
                }
                None => found.push(Care { first: one, last: one }),
            }
        }
        found
    }
}
