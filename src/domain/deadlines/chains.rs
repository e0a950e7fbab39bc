//! What each trigger of a rule finds in a case: the chains that its duties count from, or that it cannot be told.

mod parted;

use chrono::{Months, NaiveDate};

use super::care::{Care, Run};
use super::case::{Case, Chain, Doubt, Placed, Wait, earlier, later};
use super::duty::Unknown;
use super::fact::Fact;
use super::lists::begun;
use super::rule::{CountsFrom, Half, Rule, Trigger};
use crate::domain::codes::{Answer, FamilyStatus, LegalBasis, PlacementKind};
use crate::domain::ids::PersonId;
use parted::{crisis_support, parent_untold, separated};

/// What a rule finds.
pub(super) struct Found<'a> {
    rule: &'a Rule,
    case: &'a Case,
    cares: &'a [Care<'a>],
    today: NaiveDate,
    /// What its duties count from.
    pub chains: Vec<Chain<'a>>,
    /// What cannot be told: about whom, from which record, since when.
    pub unknown: Vec<(Option<PersonId>, i64, NaiveDate, Unknown)>,
}

impl<'a> Found<'a> {
    fn add(&mut self, person: Option<PersonId>, record: i64, from: NaiveDate, ended_on: Option<NaiveDate>) {
        self.add_in_doubt(person, record, from, ended_on, Vec::new());
    }

    fn add_in_doubt(
        &mut self,
        person: Option<PersonId>,
        record: i64,
        from: NaiveDate,
        ended_on: Option<NaiveDate>,
        doubts: Vec<Doubt>,
    ) {
        let until = self.until(person, ended_on);
        if until.is_none_or(|until| from <= until) {
            let (met_on, again, count) = (Default::default(), false, 0);
            let within = None;
            self.chains.push(Chain { person, record, from, until, ended_on, met_on, again, count, doubts, within });
        }
    }

    /// A run of care, as a chain about the child.
    fn add_run(&mut self, run: &Run<'a>) {
        if let Some(from) = run.from() {
            self.add_in_doubt(Some(run.child), record_of(run), from, run.until(), run.doubts());
        }
    }

    /// The last day on which something that ends can fall due.
    fn until(&self, person: Option<PersonId>, ended_on: Option<NaiveDate>) -> Option<NaiveDate> {
        earlier(earlier(ended_on, self.case.closed()), person.and_then(|person| self.last_day_young(person)))
    }

    /// The last day on which somebody is as young as the rule asks for.
    fn last_day_young(&self, person: PersonId) -> Option<NaiveDate> {
        let years = self.rule.under?;
        let born = self.case.people.iter().find(|one| one.id == person)?.birth_on?;
        born.checked_add_months(Months::new(years.checked_mul(12)?))?.pred_opt()
    }

    /// Tells what cannot be told, as long as it matters.
    fn unknown(
        &mut self,
        (record, from): (i64, NaiveDate),
        person: Option<PersonId>,
        ended_on: Option<NaiveDate>,
        why: Unknown,
    ) {
        let is_over = self.until(person, ended_on).is_some_and(|until| until < self.today);
        let told = self.unknown.iter().any(|(known, _, since, _)| (*known, *since) == (person, from));
        if !is_over && self.case.status != FamilyStatus::Closed && !told {
            self.unknown.push((person, record, from, why));
        }
    }

    fn unknown_of(&mut self, one: &Placed, why: Unknown) {
        self.unknown((one.id, one.from), Some(one.child), one.until, why);
    }
}

/// What a rule finds in a case.
pub(super) fn find<'a>(rule: &'a Rule, case: &'a Case, cares: &'a [Care<'a>], today: NaiveDate) -> Found<'a> {
    let mut found = Found { rule, case, cares, today, chains: Vec::new(), unknown: Vec::new() };
    match rule.trigger {
        Trigger::FamilyStarted if case.status == FamilyStatus::Enquiry => {}
        Trigger::FamilyStarted => found.add(None, rule.half.map_or(0, Half::number), case.started_on, None),
        Trigger::CareStarted | Trigger::PlacementStarted | Trigger::PlacementOnBasis => {
            if rule.trigger == Trigger::PlacementOnBasis {
                unsaid(&mut found);
            }
            counted(&mut found);
        }
        Trigger::CareEnded => care_ended(&mut found),
        Trigger::ChildBorn => child_born(&mut found),
        Trigger::LocationHidden => hidden(&mut found),
        Trigger::SchoolChanged => school_changed(&mut found),
        Trigger::ParentSeparated => separated(&mut found),
        Trigger::ParentUntold => parent_untold(&mut found),
        Trigger::CrisisSupportBegun => crisis_support(&mut found),
        Trigger::SupportAsked => waiting(Wait::Support, &mut found),
        Trigger::FollowUpOpened => waiting(Wait::FollowUp, &mut found),
        Trigger::ReferralSent => waiting(Wait::Referral, &mut found),
        Trigger::RestrictionDecided => waiting(Wait::Restriction, &mut found),
        Trigger::RestrictionIncomplete => waiting(Wait::Decision, &mut found),
        Trigger::CustodySubmitted => waiting(Wait::Custody, &mut found),
        Trigger::RemovalBanned => waiting(Wait::Ban, &mut found),
        Trigger::VisitInBreach => waiting(Wait::VisitBreach, &mut found),
        Trigger::SessionInBreach => waiting(Wait::SessionBreach, &mut found),
        Trigger::GroupInBreach => waiting(Wait::GroupBreach, &mut found),
        Trigger::Referred => waiting(Wait::Referred, &mut found),
        Trigger::VisitUnsupported => waiting(Wait::Supporter, &mut found),
        Trigger::VisitLived => waiting(Wait::Word, &mut found),
        Trigger::NumberShared => waiting(Wait::Number, &mut found),
        Trigger::TaskDated => waiting(Wait::Task, &mut found),
        Trigger::SupportChanged | Trigger::PhaseBegun => {
            begun(rule, case).into_iter().for_each(|(of, one, from, until)| found.add(of, one, from, until));
        }
        Trigger::ActionDated => waiting(Wait::Action, &mut found),
        Trigger::GoalOpen => waiting(Wait::Goal, &mut found),
        Trigger::MapDrawn => first_of_each(Fact::MapDrawn, &mut found),
        Trigger::PlanMade => first_of_each(Fact::PlanRevised, &mut found),
        Trigger::ParticipantStarted => participants(&mut found),
        Trigger::Measured => measured(&mut found),
        Trigger::AlertRaised => waiting(Wait::Alert, &mut found),
        Trigger::TurnTaken => waiting(Wait::Turn, &mut found),
        Trigger::AreaWeak => waiting(Wait::WeakArea, &mut found),
        // It counts from other duties (`voice`).
        Trigger::ConsiderationNear => {}
    }
    found
}

impl Rule {
    fn fits(&self, kind: PlacementKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// As [`Rule::fits`], but for shelters, where the child is with a parent; they are only meant if they are named.
    fn fits_outside_shelters(&self, kind: PlacementKind) -> bool {
        self.fits(kind) && (kind != PlacementKind::Shelter || !self.kinds.is_empty())
    }

    /// Whether a home is of a kind that is asked for; between two homes there is none that is not.
    fn takes(&self, placed: Option<&Placed>) -> bool {
        let fits = |one: &Placed| match self.trigger {
            Trigger::PlacementOnBasis | Trigger::ChildBorn => self.fits_outside_shelters(one.kind),
            _ => self.fits(one.kind),
        };
        placed.is_none_or(fits)
    }
}

/// The record that a run is known by: the placement that it begins with.
fn record_of(run: &Run<'_>) -> i64 {
    run.first().map_or(0, |first| first.id)
}

/// The chains of a rule about care, by which of the four it counts from.
fn counted(found: &mut Found<'_>) {
    let (rule, case, cares) = (found.rule, found.case, found.cares);
    let any_home = rule.kinds.is_empty();
    match rule.counts_from() {
        CountsFrom::Care => {
            for run in cares.iter().flat_map(|care| care.runs(any_home, |piece| rule.takes(piece.placed))) {
                // It counts from the first day of the care, as long as it rests on what is asked for.
                let resting = run.pieces.iter().filter(|piece| rule.rests(piece.basis)).map(|piece| piece.until);
                if let (Some(until), Some(from)) = (resting.reduce(later), run.from()) {
                    found.add_in_doubt(Some(run.child), record_of(&run), from, until, run.doubts());
                }
            }
        }
        CountsFrom::Basis => {
            let fits = |piece: &super::care::Piece<'_>| rule.takes(piece.placed) && rule.rests(piece.basis);
            for run in cares.iter().flat_map(|care| care.runs(any_home, fits)) {
                found.add_run(&run);
            }
        }
        CountsFrom::Home => {
            let fits = |one: &Placed| {
                one.kind != PlacementKind::PrivatePlacement
                    && rule.takes(Some(one))
                    && rule.asks_of(one)
                    && resting(rule, cares, one).is_some()
            };
            for stay in case.stays(cares, fits) {
                if let Some(first) = stay.first() {
                    let from = resting(rule, cares, first).map_or(first.from, |(from, _)| from);
                    found.add_in_doubt(Some(first.child), first.id, from, stay.until(), stay.doubts.clone());
                }
            }
        }
        CountsFrom::Placement => {
            for one in case.placements.iter().filter(|one| rule.takes(Some(one)) && rule.asks_of(one)) {
                if let Some((from, until)) = resting(rule, cares, one) {
                    found.add(Some(one.child), one.id, from, until);
                }
            }
        }
    }
}

/// The days of a placement on which it rests on what a rule asks for.
fn resting(rule: &Rule, cares: &[Care<'_>], one: &Placed) -> Option<(NaiveDate, Option<NaiveDate>)> {
    if rule.bases.is_empty() {
        return Some((one.from, one.until));
    }
    let of_it = cares
        .iter()
        .flat_map(|care| &care.pieces)
        .filter(|piece| piece.placed.is_some_and(|placed| placed.id == one.id) && rule.rests(piece.basis));
    let days = of_it.map(|piece| (piece.from, piece.until));
    days.reduce(|(from, until), (other, last)| (from.min(other), later(until, last)))
}

/// The care of each child that nobody has said the basis of. Which of the rules it is nobody can say; one of them tells
/// it.
fn unsaid(found: &mut Found<'_>) {
    let (rule, cares, today) = (found.rule, found.cares, found.today);
    if !rule.bases.contains(&LegalBasis::Sol) {
        return;
    }
    for care in cares {
        let last = care.pieces.iter().rev().filter(|piece| {
            piece.basis.is_none() && rule.takes(piece.placed) && piece.until.is_none_or(|until| today <= until)
        });
        if let Some(one) = last.filter_map(|piece| piece.placed).next() {
            found.unknown_of(one, Unknown::NoLegalBasis);
        }
    }
}

/// The birth of each child in care on one of a rule's bases.
fn child_born(found: &mut Found<'_>) {
    let (rule, case, cares) = (found.rule, found.case, found.cares);
    let fits = |piece: &super::care::Piece<'_>| rule.takes(piece.placed) && rule.rests(piece.basis);
    for run in cares.iter().flat_map(|care| care.runs(rule.kinds.is_empty(), fits)) {
        let born = case.people.iter().find(|one| one.id == run.child).and_then(|child| child.birth_on);
        match (born, run.from()) {
            (Some(born), _) => {
                found.add_in_doubt(Some(run.child), record_of(&run), born, run.until(), run.doubts());
            }
            (None, Some(from)) => {
                found.unknown((record_of(&run), from), Some(run.child), run.until(), Unknown::NoBirthDate);
            }
            (None, None) => {}
        }
    }
}

/// Each stretch in which a child's whereabouts are hidden, on one of a rule's bases: a new home that is hidden too, and
/// another of the bases, go on with it.
fn hidden(found: &mut Found<'_>) {
    let (rule, cares) = (found.rule, found.cares);
    let is_hidden = |one: &Placed| one.hidden == Some(Answer::Yes) && rule.fits(one.kind);
    for care in cares {
        let fits = |piece: &super::care::Piece<'_>| piece.placed.is_none_or(is_hidden) && rule.rests(piece.basis);
        for run in care.runs(false, fits) {
            found.add_run(&run);
        }
        for piece in care.pieces.iter().filter(|piece| piece.basis.is_none()) {
            if let Some(one) = piece.placed.filter(|one| is_hidden(one) && one.kind != PlacementKind::Shelter) {
                found.unknown_of(one, Unknown::NoLegalBasis);
            }
        }
    }
}

/// Each placement that means a change of school. A new legal basis in the same home asks nothing anew.
fn school_changed(found: &mut Found<'_>) {
    let (rule, case, cares) = (found.rule, found.case, found.cares);
    for stay in case.stays(cares, |one| rule.fits_outside_shelters(one.kind)) {
        for (place, one) in stay.placements.iter().enumerate() {
            match one.school_change {
                Some(Answer::Yes) => found.add(Some(one.child), one.id, one.from, one.until),
                Some(Answer::No) => {}
                None if stay.placements[..place].iter().any(|before| before.school_change.is_some()) => {}
                None => found.unknown_of(one, Unknown::NoSchoolChange),
            }
        }
    }
}

/// The end of each care, until the child is placed again.
fn care_ended(found: &mut Found<'_>) {
    let (rule, cares) = (found.rule, found.cares);
    let takes = |piece: &super::care::Piece<'_>| rule.takes(piece.placed);
    let runs: Vec<Run<'_>> = cares.iter().flat_map(|care| care.runs(rule.kinds.is_empty(), takes)).collect();
    for (place, run) in runs.iter().enumerate() {
        if let Some(ended) = run.until() {
            let next = runs[place + 1..].iter().find(|next| next.child == run.child);
            found.add(Some(run.child), run.last().map_or(0, |last| last.id), ended, next.and_then(Run::from));
        }
    }
}

/// Everybody who is to be measured when the family comes.
fn participants(found: &mut Found<'_>) {
    if found.case.status != FamilyStatus::Enquiry {
        found.case.participants.iter().for_each(|one| found.add(Some(*one), 0, found.case.started_on, None));
    }
}

/// What somebody was measured with, from the first time on. Measurements that are only noted count for the whole
/// family, as long as nothing was measured with an instrument.
fn measured(found: &mut Found<'_>) {
    let case = found.case;
    if case.waiting.iter().any(|one| one.what == Wait::Measured) {
        waiting(Wait::Measured, found);
    } else if let Some(first) = case.done.iter().find(|done| done.what == Fact::Measurement) {
        found.add(None, 0, first.on, None);
    }
}

/// The first time that something was done about each of the family's people.
fn first_of_each(what: Fact, found: &mut Found<'_>) {
    let case = found.case;
    for one in &case.people {
        if let Some(first) = case.done.iter().find(|done| done.what == what && done.person == Some(one.id)) {
            found.add(Some(one.id), 0, first.on, None);
        }
    }
}

fn waiting(what: Wait, found: &mut Found<'_>) {
    for one in found.case.waiting.iter().filter(|one| one.what == what) {
        let before = found.chains.len();
        found.add(one.person, one.record, one.from, one.until);
        if let Some(chain) = found.chains.get_mut(before) {
            (chain.met_on, chain.within) = (&one.met_on, one.within);
        }
    }
}
