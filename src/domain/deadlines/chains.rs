//! What each trigger of a rule finds in a case: the chains that its duties count from, or that it cannot be told.

use chrono::{Months, NaiveDate};

use super::case::{Care, Case, Chain, How, Placed, Wait, earlier, later};
use super::duty::Unknown;
use super::fact::Fact;
use super::rule::{Rule, Trigger};
use crate::domain::codes::{Answer, FamilyStatus, LegalBasis, PlacementKind};
use crate::domain::ids::MemberId;

/// What a rule finds.
pub(super) struct Found<'a> {
    rule: &'a Rule,
    case: &'a Case,
    today: NaiveDate,
    /// What its duties count from.
    pub chains: Vec<Chain<'a>>,
    /// What cannot be told: about whom, from which record, since when.
    pub unknown: Vec<(Option<MemberId>, i64, NaiveDate, Unknown)>,
}

impl<'a> Found<'a> {
    fn add(&mut self, person: Option<MemberId>, record: i64, from: NaiveDate, ended_on: Option<NaiveDate>) {
        let until = self.until(person, ended_on);
        if until.is_none_or(|until| from <= until) {
            let (met_on, again, count) = (Default::default(), false, 0);
            self.chains.push(Chain { person, record, from, until, ended_on, met_on, again, count });
        }
    }

    /// The last day on which something that ends can fall due.
    fn until(&self, person: Option<MemberId>, ended_on: Option<NaiveDate>) -> Option<NaiveDate> {
        earlier(earlier(ended_on, self.case.closed()), person.and_then(|person| self.last_day_young(person)))
    }

    /// The last day on which somebody is as young as the rule asks for.
    fn last_day_young(&self, person: MemberId) -> Option<NaiveDate> {
        let years = self.rule.under?;
        let born = self.case.people.iter().find(|one| one.id == person)?.birth_on?;
        born.checked_add_months(Months::new(years.checked_mul(12)?))?.pred_opt()
    }

    /// Tells what cannot be told, as long as it matters.
    fn unknown(&mut self, one: &Placed, person: Option<MemberId>, ended_on: Option<NaiveDate>, why: Unknown) {
        let is_over = self.until(person, ended_on).is_some_and(|until| until < self.today);
        let told = self.unknown.iter().any(|(known, _, from, _)| (*known, *from) == (person, one.from));
        if !is_over && self.case.status != FamilyStatus::Closed && !told {
            self.unknown.push((person, one.id, one.from, why));
        }
    }
}

/// What a rule finds in a case.
pub(super) fn find<'a>(rule: &'a Rule, case: &'a Case, today: NaiveDate) -> Found<'a> {
    let mut found = Found { rule, case, today, chains: Vec::new(), unknown: Vec::new() };
    match rule.trigger {
        Trigger::FamilyStarted => {
            if case.status != FamilyStatus::Enquiry {
                found.add(None, 0, case.started_on, None);
            }
        }
        Trigger::CareStarted => {
            for Care { first, last } in case.care(|kind| rule.fits(kind)) {
                found.add(Some(first.child), first.id, first.from, last.until);
            }
        }
        Trigger::CareEnded => care_ended(&mut found),
        Trigger::PlacementStarted => {
            for one in case.placements.iter().filter(|one| rule.asks_of(one)) {
                if rule.fits(one.kind) && rule.rests(one.basis) {
                    found.add(Some(one.child), one.id, one.from, one.until);
                }
            }
        }
        Trigger::PlacementOnBasis => {
            for run in on_basis(&found) {
                match run.unsaid {
                    // Which of the rules it is nobody can say; one of them tells it.
                    Some(one) if rule.bases.contains(&LegalBasis::Sol) => {
                        found.unknown(one, Some(one.child), one.until, Unknown::NoLegalBasis);
                    }
                    _ => {}
                }
                if let Some(first) = run.first {
                    found.add(Some(first.child), first.id, first.from, run.until);
                }
            }
        }
        Trigger::ChildBorn => {
            for run in on_basis(&found) {
                let Some(first) = run.first else { continue };
                match case.people.iter().find(|one| one.id == first.child).and_then(|child| child.birth_on) {
                    Some(born) => found.add(Some(first.child), first.id, born, run.until),
                    None => found.unknown(first, Some(first.child), run.until, Unknown::NoBirthDate),
                }
            }
        }
        Trigger::LocationHidden => {
            for one in case.placements.iter().filter(|one| one.hidden == Some(Answer::Yes) && rule.fits(one.kind)) {
                if rule.rests(one.basis) {
                    found.add(Some(one.child), one.id, one.from, one.until);
                } else if one.basis.is_none() && one.kind != PlacementKind::Shelter {
                    found.unknown(one, Some(one.child), one.until, Unknown::NoLegalBasis);
                }
            }
        }
        Trigger::SchoolChanged => {
            for one in case.placements.iter().filter(|one| rule.fits_outside_shelters(one.kind)) {
                match one.school_change {
                    Some(Answer::Yes) => found.add(Some(one.child), one.id, one.from, one.until),
                    Some(Answer::No) => {}
                    None => found.unknown(one, Some(one.child), one.until, Unknown::NoSchoolChange),
                }
            }
        }
        Trigger::ParentSeparated => separated(&mut found),
        Trigger::CrisisSupportBegun => crisis_support(&mut found),
        Trigger::SupportAsked => waiting(Wait::Support, &mut found),
        Trigger::FollowUpOpened => waiting(Wait::FollowUp, &mut found),
        Trigger::ReferralSent => waiting(Wait::Referral, &mut found),
        Trigger::RestrictionDecided => waiting(Wait::Restriction, &mut found),
        Trigger::RestrictionIncomplete => waiting(Wait::Decision, &mut found),
        Trigger::VisitUnsupported => waiting(Wait::Supporter, &mut found),
        Trigger::VisitLived => waiting(Wait::Word, &mut found),
        Trigger::NumberShared => waiting(Wait::Number, &mut found),
        Trigger::TaskDated => waiting(Wait::Task, &mut found),
        Trigger::MapDrawn => {
            for one in &case.people {
                let drawn = case.done.iter().find(|done| done.what == Fact::MapDrawn && done.person == Some(one.id));
                if let Some(first) = drawn {
                    found.add(Some(one.id), 0, first.on, None);
                }
            }
        }
        Trigger::Measured => {
            if let Some(first) = case.done.iter().find(|done| done.what == Fact::Measurement) {
                found.add(None, 0, first.on, None);
            }
        }
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

    fn rests(&self, basis: Option<LegalBasis>) -> bool {
        self.bases.is_empty() || basis.is_some_and(|basis| self.bases.contains(&basis))
    }

    /// Whether a placement is one to ask it of: where a child keeps its school there is no school to begin in.
    fn asks_of(&self, one: &Placed) -> bool {
        one.school_change != Some(Answer::No) || !self.met_by.contains(&Fact::SchoolStarted)
    }
}

/// The end of each care, until the child is placed again.
fn care_ended(found: &mut Found<'_>) {
    let rule = found.rule;
    let cares = found.case.care(|kind| rule.fits(kind));
    for (place, Care { last, .. }) in cares.iter().enumerate() {
        if let Some(ended) = last.until {
            let next = cares[place + 1..].iter().find(|care| care.first.child == last.child);
            found.add(Some(last.child), last.id, ended, next.map(|care| care.first.from));
        }
    }
}

/// A care, as far as it rests on one of a rule's bases.
#[derive(Debug, Default)]
struct Run<'a> {
    /// The first placement that does.
    first: Option<&'a Placed>,
    /// Until when one does.
    until: Option<NaiveDate>,
    /// A placement still going on of which nobody knows what it rests on.
    unsaid: Option<&'a Placed>,
}

/// The care of each child while it rests on one of the rule's bases. The basis is the care's: where nobody says one of
/// the next home, it is that of the home before; but immediate custody is followed by something else.
fn on_basis<'a>(found: &Found<'a>) -> Vec<Run<'a>> {
    let rule = found.rule;
    let fits = |kind: PlacementKind| rule.fits_outside_shelters(kind) && kind != PlacementKind::PrivatePlacement;
    let run = |care: Care<'a>| {
        let (mut run, mut basis) = (Run::default(), None);
        for one in found.case.placements.iter().filter(|one| fits(one.kind) && care.holds(one)) {
            basis = one.basis.or(basis.filter(|basis| *basis != LegalBasis::Lvu6));
            if basis.is_none() {
                run.unsaid = Some(one).filter(|one| one.until.is_none_or(|until| found.today <= until));
            } else if rule.rests(basis) {
                run.until = if run.first.is_some() { later(run.until, one.until) } else { one.until };
                run.first.get_or_insert(one);
            }
        }
        run
    };
    found.case.care(fits).into_iter().map(run).collect()
}

/// Each parent of a child whose care begins; children placed on one day count as one, until the last of them is back.
fn separated(found: &mut Found<'_>) {
    let (case, rule) = (found.case, found.rule);
    for Care { first, last } in case.care(|kind| rule.fits(kind)) {
        if case.parents().next().is_none() {
            found.unknown(first, None, last.until, Unknown::NoParent);
        }
        for parent in case.parents() {
            let same = |chain: &Chain<'_>| (chain.person, chain.from) == (Some(parent.id), first.from);
            match found.chains.iter().position(same) {
                Some(place) => {
                    let ended_on = later(found.chains[place].ended_on, last.until);
                    let until = found.until(Some(parent.id), ended_on);
                    (found.chains[place].ended_on, found.chains[place].until) = (ended_on, until);
                }
                None => found.add(Some(parent.id), first.id, first.from, last.until),
            }
        }
    }
}

/// The crisis support that each parent has had, in talks: near a placement, and anew each time that a child is placed.
fn crisis_support(found: &mut Found<'_>) {
    let (case, rule) = (found.case, found.rule);
    if !case.done.iter().any(|done| done.what == Fact::CrisisTalk) {
        return;
    }
    let mut starts: Vec<(NaiveDate, i64)> =
        case.care(|kind| rule.fits(kind)).iter().map(|care| (care.first.from, care.first.id)).collect();
    starts.sort_unstable();
    starts.dedup_by_key(|(day, _)| *day);
    if starts.first().is_none_or(|(day, _)| case.started_on < *day) {
        starts.insert(0, (case.started_on, 0));
    }
    for parent in case.parents() {
        for (place, (from, record)) in starts.iter().enumerate() {
            let until = starts.get(place + 1).and_then(|(next, _)| next.pred_opt());
            let talks = case.done.iter().filter(|done| done.what == Fact::CrisisTalk && done.how == How::Well);
            let mut of_parent = talks.filter(|done| done.person == Some(parent.id));
            if of_parent.any(|done| *from <= done.on && until.is_none_or(|until| done.on <= until)) {
                found.add(Some(parent.id), *record, *from, until);
            }
        }
    }
}

fn waiting(what: Wait, found: &mut Found<'_>) {
    for one in found.case.waiting.iter().filter(|one| one.what == what) {
        let before = found.chains.len();
        found.add(one.person, one.record, one.from, one.until);
        if let Some(chain) = found.chains.get_mut(before) {
            chain.met_on = &one.met_on;
        }
    }
}
