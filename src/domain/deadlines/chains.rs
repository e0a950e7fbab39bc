//! What each trigger of a rule finds in a case: the chains that its duties count from, or that it cannot be told.

use chrono::NaiveDate;

use super::case::{Care, Case, Chain, Placed, Wait};
use super::duty::Unknown;
use super::rule::{Fact, Rule, Trigger};
use crate::domain::codes::{Answer, FamilyStatus, LegalBasis, PlacementKind};
use crate::domain::ids::MemberId;

/// What a rule finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What its duties count from.
    pub chains: Vec<Chain>,
    /// What cannot be told: about whom, from which record, since when.
    pub unknown: Vec<(Option<MemberId>, i64, NaiveDate, Unknown)>,
}

impl Found {
    fn add(&mut self, case: &Case, person: Option<MemberId>, record: i64, from: NaiveDate, until: Option<NaiveDate>) {
        let until = case.ends(until);
        if until.is_none_or(|until| from <= until) {
            self.chains.push(Chain { person, record, from, until, met_on: Vec::new(), count: 0 });
        }
    }

    fn unknown(&mut self, case: &Case, one: &Placed, person: Option<MemberId>, why: Unknown) {
        if one.until.is_none() && case.status != FamilyStatus::Closed {
            self.unknown.push((person, one.id, one.from, why));
        }
    }
}

/// What a rule finds in a case.
pub(super) fn find(rule: &Rule, case: &Case) -> Found {
    let mut found = Found::default();
    let fits = |kind: PlacementKind| rule.kinds.is_empty() || rule.kinds.contains(&kind);
    let rests =
        |basis: Option<LegalBasis>| rule.bases.is_empty() || basis.is_some_and(|basis| rule.bases.contains(&basis));
    let placed = || case.placements.iter().filter(|one| fits(one.kind) && rests(one.basis));
    match rule.trigger {
        Trigger::FamilyStarted => {
            if case.status != FamilyStatus::Enquiry {
                found.add(case, None, 0, case.started_on, None);
            }
        }
        Trigger::CareStarted => {
            for Care { first, last } in case.care().into_iter().filter(|care| fits(care.last.kind)) {
                found.add(case, Some(first.child), first.id, first.from, last.until);
            }
        }
        Trigger::CareEnded => {
            for Care { last, .. } in case.care() {
                if let Some(until) = last.until {
                    found.add(case, Some(last.child), last.id, until, None);
                }
            }
        }
        Trigger::PlacementStarted => {
            for one in placed() {
                found.add(case, Some(one.child), one.id, one.from, one.until);
            }
        }
        Trigger::PlacementOnBasis => on_basis(rule, case, &mut found),
        Trigger::LocationHidden => {
            for one in placed().filter(|one| one.hidden == Some(Answer::Yes)) {
                found.add(case, Some(one.child), one.id, one.from, one.until);
            }
        }
        Trigger::SchoolChanged => {
            for one in case.placements.iter().filter(|one| one.kind != PlacementKind::Shelter) {
                match one.school_change {
                    Some(Answer::Yes) => found.add(case, Some(one.child), one.id, one.from, one.until),
                    Some(Answer::No) => {}
                    None => found.unknown(case, one, Some(one.child), Unknown::NoSchoolChange),
                }
            }
        }
        Trigger::ChildBorn => {
            for Care { last, .. } in case.care().into_iter().filter(|care| rests(care.last.basis)) {
                let child = case.people.iter().find(|one| one.id == last.child);
                if let Some(born) = child.and_then(|child| child.birth_on) {
                    found.add(case, Some(last.child), last.id, born, last.until);
                }
            }
        }
        Trigger::ParentSeparated => separated(case, &mut found),
        Trigger::CrisisSupportBegun => {
            for parent in case.parents() {
                let first =
                    case.done.iter().find(|done| done.what == Fact::CrisisTalk && done.person == Some(parent.id));
                if let Some(first) = first {
                    found.add(case, Some(parent.id), 0, first.on, None);
                }
            }
        }
        Trigger::SupportAsked => waiting(case, Wait::Support, &mut found),
        Trigger::FollowUpOpened => waiting(case, Wait::FollowUp, &mut found),
        Trigger::ReferralSent => waiting(case, Wait::Referral, &mut found),
        Trigger::RestrictionDecided => waiting(case, Wait::Restriction, &mut found),
        Trigger::RestrictionIncomplete => waiting(case, Wait::Decision, &mut found),
        Trigger::VisitUnsupported => waiting(case, Wait::Supporter, &mut found),
        Trigger::VisitLived => waiting(case, Wait::Word, &mut found),
        Trigger::TaskDated => waiting(case, Wait::Task, &mut found),
        Trigger::MapDrawn => {
            for one in &case.people {
                let drawn = case.done.iter().find(|done| done.what == Fact::MapDrawn && done.person == Some(one.id));
                if let Some(first) = drawn {
                    found.add(case, Some(one.id), 0, first.on, None);
                }
            }
        }
        Trigger::Measured => {
            let first = case.done.iter().find(|done| done.what == Fact::Measurement);
            if let Some(first) = first {
                found.add(case, None, 0, first.on, None);
            }
        }
    }
    found
}

/// The care of a child while it rests on one of the rule's bases: from the first such placement on, as long as the
/// basis stands.
fn on_basis(rule: &Rule, case: &Case, found: &mut Found) {
    for care in case.care() {
        let of_care = case.placements.iter().filter(|one| one.child == care.first.child);
        let within =
            of_care.filter(|one| one.from >= care.first.from && care.last.until.is_none_or(|end| one.from <= end));
        let of_care: Vec<&Placed> = within.filter(|one| one.kind != PlacementKind::Shelter).collect();
        let rests = |one: &&&Placed| one.basis.is_some_and(|basis| rule.bases.contains(&basis));
        match (of_care.iter().find(rests), of_care.iter().rev().find(rests)) {
            (Some(first), Some(last)) => found.add(case, Some(first.child), first.id, first.from, last.until),
            _ => {
                // Which of the rules it is nobody can say; one of them tells it.
                let unsaid = of_care.iter().find(|one| one.basis.is_none() && one.until.is_none());
                if let Some(one) = unsaid.filter(|_| rule.bases.contains(&LegalBasis::Sol)) {
                    found.unknown(case, one, Some(one.child), Unknown::NoLegalBasis);
                }
            }
        }
    }
}

/// Each parent of a child whose care begins; children placed on one day count as one.
fn separated(case: &Case, found: &mut Found) {
    for Care { first, last } in case.care() {
        if case.parents().next().is_none() {
            found.unknown(case, first, None, Unknown::NoParent);
        }
        for parent in case.parents() {
            let same = found.chains.iter().any(|chain| (chain.person, chain.from) == (Some(parent.id), first.from));
            if !same {
                found.add(case, Some(parent.id), first.id, first.from, last.until);
            }
        }
    }
}

fn waiting(case: &Case, what: Wait, found: &mut Found) {
    for one in case.waiting.iter().filter(|one| one.what == what) {
        let before = found.chains.len();
        found.add(case, one.person, one.record, one.from, one.until);
        if let Some(chain) = found.chains.get_mut(before) {
            chain.met_on.clone_from(&one.met_on);
        }
    }
}
