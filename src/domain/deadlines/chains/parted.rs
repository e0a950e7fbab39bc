//! What a rule finds of parents whose children are placed: since when they are parted, who they are, and their crisis
//! support.

use chrono::NaiveDate;

use super::{Found, record_of};
use crate::domain::deadlines::care::{Piece, Run};
use crate::domain::deadlines::case::{Chain, How, Placed, later};
use crate::domain::deadlines::duty::Unknown;
use crate::domain::deadlines::fact::Fact;
use crate::domain::ids::PersonId;

/// The stretches of care in which a child is parted from a parent: not where the parent is placed with it.
fn parted<'a>(found: &Found<'a>, parent: Option<PersonId>) -> Vec<Run<'a>> {
    let (rule, case) = (found.rule, found.case);
    let fits = |piece: &Piece<'a>| {
        let with = |one: &Placed| parent.is_some_and(|parent| case.is_with(one.id, parent));
        rule.takes(piece.placed) && !piece.placed.is_some_and(with)
    };
    found.cares.iter().flat_map(|care| care.runs(rule.kinds.is_empty(), fits)).collect()
}

/// Each parent of a child whose care begins; children placed on one day count as one, until the last of them is back.
pub(super) fn separated(found: &mut Found<'_>) {
    let case = found.case;
    for run in parted(found, None) {
        let nobody = case.parents_for(run.child).next().is_none();
        if let Some(from) = run.from().filter(|_| nobody) {
            found.unknown((record_of(&run), from), None, run.until(), Unknown::NoParent);
        }
    }
    let mut all: Vec<(NaiveDate, Run<'_>, PersonId)> = Vec::new();
    for parent in case.parents() {
        for run in parted(found, Some(parent.id)) {
            if let Some(from) = run.from().filter(|_| case.parents_for(run.child).any(|one| one.id == parent.id)) {
                all.push((from, run, parent.id));
            }
        }
    }
    for (from, run, parent) in all {
        let same = |chain: &Chain<'_>| (chain.person, chain.from) == (Some(parent), from);
        match found.chains.iter().position(same) {
            Some(place) => {
                let ended_on = later(found.chains[place].ended_on, run.until());
                let until = found.until(Some(parent), ended_on);
                (found.chains[place].ended_on, found.chains[place].until) = (ended_on, until);
            }
            None => found.add_in_doubt(Some(parent), record_of(&run), from, run.until(), run.doubts()),
        }
    }
}

/// Each child in care of whom nobody can tell which of two mothers, or of two fathers, is its parent.
pub(super) fn parent_untold(found: &mut Found<'_>) {
    let case = found.case;
    for run in parted(found, None) {
        if case.is_parent_untold(run.child) {
            found.add_run(&run);
        }
    }
}

/// The crisis support that each parent has had, in talks: near a placement, and anew each time that a child is placed.
pub(super) fn crisis_support(found: &mut Found<'_>) {
    let case = found.case;
    if !case.done.iter().any(|done| done.what == Fact::CrisisTalk) {
        return;
    }
    let parents: Vec<PersonId> = case.parents().map(|parent| parent.id).collect();
    for parent in parents {
        let of_parent = |run: &Run<'_>| case.parents_for(run.child).any(|one| one.id == parent);
        let runs = parted(found, Some(parent));
        let mut starts: Vec<(NaiveDate, i64)> =
            runs.iter().filter(|run| of_parent(run)).filter_map(|run| Some((run.from()?, record_of(run)))).collect();
        starts.sort_unstable();
        starts.dedup_by_key(|(day, _)| *day);
        if starts.first().is_none_or(|(day, _)| case.started_on < *day) {
            starts.insert(0, (case.started_on, 0));
        }
        for (place, (from, record)) in starts.iter().enumerate() {
            let until = starts.get(place + 1).and_then(|(next, _)| next.pred_opt());
            let talks = case.done.iter().filter(|done| done.what == Fact::CrisisTalk && done.how == How::Well);
            let mut of_parent = talks.filter(|done| done.person == Some(parent));
            if of_parent.any(|done| *from <= done.on && until.is_none_or(|until| done.on <= until)) {
                found.add(Some(parent), *record, *from, until);
            }
        }
    }
}
