//! What rules look at: of one family, who there is, who is placed, what was done and when.

use chrono::NaiveDate;

use super::Exemption;
use super::fact::Fact;
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
    /// Whether somebody is a parent to the family's children, or stands in for one: with the custody of a child, a step
    /// parent or a grandparent does; a family home parent has it because of the placement, and loses no child by it.
    /// A trustee and a specially appointed guardian speak for a child; nobody took the child from them.
    pub fn is_parent(&self) -> bool {
        match self.role {
            MemberRole::Mother | MemberRole::Father | MemberRole::Guardian => true,
            MemberRole::Child | MemberRole::FamilyHomeParent => false,
            MemberRole::Trustee | MemberRole::AppointedGuardian => false,
            _ => self.guardian == Some(Answer::Yes),
        }
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
    Number,
}

/// Something that a rule counts from, as long as it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain<'a> {
    pub person: Option<MemberId>,
    pub record: i64,
    pub from: NaiveDate,
    /// The last day on which it can fall due.
    pub until: Option<NaiveDate>,
    /// The day on which what it counts from ended, which closing a family is not.
    pub ended_on: Option<NaiveDate>,
    /// The days on which it was met by itself.
    pub met_on: &'a [NaiveDate],
    /// Whether it counts from a day on which it was met.
    pub again: bool,
    pub count: u32,
}

/// A child's care outside home: placements without a gap between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Care<'a> {
    pub first: &'a Placed,
    /// The one that lasts longest.
    pub last: &'a Placed,
}

impl Care<'_> {
    /// Whether a placement is of this care, if it is of the kinds that were asked for.
    pub(super) fn holds(&self, one: &Placed) -> bool {
        one.child == self.first.child
            && one.from >= self.first.from
            && self.last.until.is_none_or(|until| one.from <= until)
    }
}

/// The later of two last days, of which none is never.
pub(super) fn later(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// The earlier of two last days, of which none is never.
pub(super) fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

impl Case {
    /// Its last day, if it is closed.
    pub(super) fn closed(&self) -> Option<NaiveDate> {
        self.closed_on.filter(|_| self.status == FamilyStatus::Closed)
    }

    /// The parents.
    pub(super) fn parents(&self) -> impl Iterator<Item = &Somebody> {
        self.people.iter().filter(|one| one.is_parent())
    }

    /// The care of each child in placements that fit: one that begins no later than the day after the one before goes
    /// on with it. What is agreed between parents and a home is no care.
    pub(super) fn care(&self, fits: impl Fn(PlacementKind) -> bool) -> Vec<Care<'_>> {
        let mut found: Vec<Care<'_>> = Vec::new();
        let is_care = |one: &&Placed| one.kind != PlacementKind::PrivatePlacement && fits(one.kind);
        for one in self.placements.iter().filter(is_care) {
            let goes_on = |care: &&mut Care<'_>| {
                care.last.until.is_none_or(|until| until.succ_opt().is_none_or(|next| one.from <= next))
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
