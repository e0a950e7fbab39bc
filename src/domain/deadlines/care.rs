//! A child's care outside home, cut into pieces: what somebody has entered of it, or else what its placements say.
//!
//! Where a span of care is entered of a child, the spans decide. Where none is, a placement that ended because it broke
//! down or because the child moved does not end the care: the next one within [`GAP`] days goes on with it, and of a
//! longer gap, or one that still goes on, nobody can tell but who works with the child. Until then the earlier day
//! stands, and is marked.

use chrono::NaiveDate;

use super::case::{Case, Doubt, Placed, later};
use super::fact::Fact;
use super::rule::Rule;
use crate::domain::codes::{Answer, EndReason, LegalBasis, PlacementKind};
use crate::domain::ids::PersonId;

/// The most days without a placement that are the same care, after a move or a breakdown.
const GAP: i64 = 30;

/// A part of a child's care in which neither the home nor what the care rests on changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Where the child lives; none between two homes.
    pub placed: Option<&'a Placed>,
    pub basis: Option<LegalBasis>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// Whether the care went on is a question.
    pub doubt: bool,
    /// Whether something can begin with it though the child lives nowhere that is known: the first day of a span that
    /// somebody has entered. What follows a home goes on with that home, or is of nothing.
    pub begins: bool,
}

impl Piece<'_> {
    /// Whether it has begun by the day after another last day.
    fn follows(&self, until: Option<NaiveDate>) -> bool {
        until.is_none_or(|until| self.from <= next(until))
    }
}

/// A care: pieces with no day between them that is of none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Care<'a> {
    pub child: PersonId,
    /// In the order of their days.
    pub pieces: Vec<Piece<'a>>,
}

/// Pieces of a care that fit, one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run<'a> {
    pub child: PersonId,
    pub pieces: Vec<Piece<'a>>,
}

impl<'a> Run<'a> {
    pub(super) fn from(&self) -> Option<NaiveDate> {
        self.pieces.first().map(|piece| piece.from)
    }

    pub(super) fn until(&self) -> Option<NaiveDate> {
        last_day(&self.pieces)
    }

    /// The placement that it begins with; none where care is entered from before the first home. A home entered later
    /// is none that it begins with, so that it stays known by the same.
    pub(super) fn first(&self) -> Option<&'a Placed> {
        self.pieces.first().and_then(|piece| piece.placed)
    }

    /// The placement that lasts longest.
    pub(super) fn last(&self) -> Option<&'a Placed> {
        self.pieces
            .iter()
            .filter_map(|piece| piece.placed)
            .max_by_key(|one| (one.until.unwrap_or(NaiveDate::MAX), one.id))
    }

    /// Its gaps of which nobody has said whether the care went on.
    pub(super) fn doubts(&self) -> Vec<Doubt> {
        let gap = |piece: &Piece<'_>| Some((piece.from.pred_opt()?, piece.until));
        self.pieces.iter().filter(|piece| piece.doubt).filter_map(gap).collect()
    }
}

/// The latest last day of some pieces; none if one of them goes on.
fn last_day(pieces: &[Piece<'_>]) -> Option<NaiveDate> {
    pieces.iter().map(|piece| piece.until).reduce(later).flatten()
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

impl<'a> Care<'a> {
    /// The stretches of pieces that fit. What lies between two homes fits where it rests on what is asked for: it
    /// goes on with what was, and is the beginning of something only where no kind of home is asked for (`any_home`).
    pub(super) fn runs(&self, any_home: bool, fits: impl Fn(&Piece<'a>) -> bool) -> Vec<Run<'a>> {
        let mut runs: Vec<Run<'a>> = Vec::new();
        let mut at: Option<Option<NaiveDate>> = None;
        for piece in self.pieces.iter().filter(|piece| fits(piece)) {
            let goes_on = at.is_some_and(|until| piece.follows(until));
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => run.pieces.push(*piece),
                None if piece.placed.is_none() && !(any_home && piece.begins) => continue,
                None => runs.push(Run { child: self.child, pieces: vec![*piece] }),
            }
            at = Some(if goes_on { at.map_or(piece.until, |until| later(until, piece.until)) } else { piece.until });
        }
        if !any_home {
            // Days between this home and one of another kind are nobody's.
            for run in &mut runs {
                while run
                    .pieces
                    .last()
                    .is_some_and(|last| last.placed.is_none() && (!last.doubt || last.until.is_some()))
                {
                    run.pieces.pop();
                }
            }
        }
        runs
    }

    /// Whether a placement lies in it.
    pub(super) fn holds(&self, one: &Placed) -> bool {
        self.pieces.iter().any(|piece| piece.placed.is_some_and(|placed| placed.id == one.id))
    }

    /// Whether it went on from a day to another without a doubt.
    fn doubts_between(&self, from: NaiveDate, until: NaiveDate) -> bool {
        self.pieces.iter().any(|piece| piece.doubt && piece.from <= until && piece.until.is_none_or(|it| from <= it))
    }
}

/// A stay in one home: its placements, one after the other, with the doubts between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stay<'a> {
    pub placements: Vec<&'a Placed>,
    pub doubts: Vec<Doubt>,
}

impl<'a> Stay<'a> {
    pub(super) fn first(&self) -> Option<&'a Placed> {
        self.placements.first().copied()
    }

    pub(super) fn until(&self) -> Option<NaiveDate> {
        self.placements.iter().map(|one| one.until).reduce(later).flatten()
    }
}

impl Rule {
    /// Whether a basis is one that is asked for.
    pub(super) fn rests(&self, basis: Option<LegalBasis>) -> bool {
        self.bases.is_empty() || basis.is_some_and(|basis| self.bases.contains(&basis))
    }

    /// Whether a placement is one to ask it of: where a child keeps its school there is no school to begin in.
    pub(super) fn asks_of(&self, one: &Placed) -> bool {
        one.school_change != Some(Answer::No) || !self.met_by.contains(&Fact::SchoolStarted)
    }
}

impl Case {
    /// The care of each child. What is agreed between parents and a home is none.
    pub(super) fn cares(&self) -> Vec<Care<'_>> {
        let mut children: Vec<PersonId> = Vec::new();
        let named = self.placements.iter().map(|one| one.child).chain(self.cared.iter().map(|span| span.child));
        for child in named {
            if !children.contains(&child) {
                children.push(child);
            }
        }
        let mut all = Vec::new();
        for child in children {
            if self.cared.iter().any(|span| span.child == child) {
                self.as_entered(child, &mut all);
            } else {
                self.as_placed(child, &mut all);
            }
        }
        let first = |care: &Care<'_>| care.pieces.first().map(|piece| (piece.from, piece.placed.map(|one| one.id)));
        all.sort_by_key(first);
        all
    }

    fn placements_of(&self, child: PersonId) -> impl Iterator<Item = &Placed> {
        self.placements.iter().filter(move |one| one.child == child && one.kind != PlacementKind::PrivatePlacement)
    }

    /// The care that somebody has entered, with the placements that lie in it.
    fn as_entered<'a>(&'a self, child: PersonId, all: &mut Vec<Care<'a>>) {
        let mut care: Option<Care<'a>> = None;
        for span in self.cared.iter().filter(|span| span.child == child) {
            let goes_on =
                care.as_ref().is_some_and(|care| last_day(&care.pieces).is_none_or(|until| span.from <= next(until)));
            if !goes_on {
                all.extend(care.take());
            }
            let care = care.get_or_insert_with(|| Care { child, pieces: Vec::new() });
            let begun = care.pieces.len();
            let ends = |day: Option<NaiveDate>| [day, span.until].into_iter().flatten().min();
            let mut at = span.from;
            let between = |from: NaiveDate, until: Option<NaiveDate>| Piece {
                placed: None,
                basis: Some(span.basis),
                from,
                until,
                doubt: false,
                begins: from == span.from,
            };
            let mut is_open = true;
            for one in self.placements_of(child) {
                let (from, until) = (one.from.max(span.from), ends(one.until));
                if until.is_some_and(|until| until < from) {
                    continue;
                }
                if is_open && at < from {
                    care.pieces.push(between(at, from.pred_opt()));
                }
                care.pieces.push(Piece {
                    placed: Some(one),
                    basis: Some(span.basis),
                    from,
                    until,
                    doubt: false,
                    begins: true,
                });
                match until {
                    Some(until) => at = at.max(next(until)),
                    None => is_open = false,
                }
            }
            if is_open && span.until.is_none_or(|until| at <= until) {
                care.pieces.push(between(at, span.until));
            }
            care.pieces[begun..].sort_by_key(|piece| piece.from);
        }
        all.extend(care);
    }

    /// The care that a child's placements amount to. What it rests on is the care's: where nobody says it of the next
    /// home, it is that of the home before; but immediate custody is followed by something else.
    fn as_placed<'a>(&'a self, child: PersonId, all: &mut Vec<Care<'a>>) {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        let (mut basis, mut longest): (Option<LegalBasis>, Option<&Placed>) = (None, None);
        for one in self.placements_of(child) {
            if let Some((before, ended)) = longest.and_then(|before| Some((before, before.until?)))
                && next(ended) < one.from
            {
                if goes_on_after(before.end_reason) {
                    let days = (one.from - ended).num_days() - 1;
                    let until = one.from.pred_opt();
                    pieces.push(Piece {
                        placed: None,
                        basis,
                        from: next(ended),
                        until,
                        doubt: days > GAP,
                        begins: false,
                    });
                } else {
                    all.push(Care { child, pieces: std::mem::take(&mut pieces) });
                    (basis, longest) = (None, None);
                }
            }
            basis = one.basis.or(basis.filter(|basis| *basis != LegalBasis::Lvu6));
            pieces.push(Piece {
                placed: Some(one),
                basis,
                from: one.from,
                until: one.until,
                doubt: false,
                begins: true,
            });
            let longer = longest.is_none_or(|before| {
                before.until.is_some() && one.until.is_none_or(|until| Some(until) >= before.until)
            });
            if longer {
                longest = Some(one);
            }
        }
        if let Some((before, ended)) = longest.and_then(|before| Some((before, before.until?)))
            && goes_on_after(before.end_reason)
        {
            pieces.push(Piece { placed: None, basis, from: next(ended), until: None, doubt: true, begins: false });
        }
        if !pieces.is_empty() {
            all.push(Care { child, pieces });
        }
    }

    /// The stays of children in one home each, of placements that fit. A home that is left for another and gone back to
    /// is a new stay.
    pub(super) fn stays<'a>(&'a self, cares: &[Care<'a>], fits: impl Fn(&Placed) -> bool) -> Vec<Stay<'a>> {
        let mut stays: Vec<Stay<'a>> = Vec::new();
        for one in self.placements.iter().filter(|one| fits(one)) {
            let before = stays.iter_mut().rev().find_map(|stay| {
                let last = stay.placements.last().copied().filter(|last| last.child == one.child)?;
                self.is_stay(cares, last, one).map(|doubt| (stay, last, doubt))
            });
            match before {
                Some((stay, last, doubt)) => {
                    stay.placements.push(one);
                    stay.doubts.extend(last.until.filter(|_| doubt).map(|until| (until, one.from.pred_opt())));
                }
                None => stays.push(Stay { placements: vec![one], doubts: Vec::new() }),
            }
        }
        stays
    }

    /// Whether a placement goes on with the stay of another; if so, whether that is in doubt.
    fn is_stay(&self, cares: &[Care<'_>], last: &Placed, one: &Placed) -> Option<bool> {
        let touches = last.until.is_none_or(|until| one.from <= next(until));
        match (last.home, one.home) {
            (Some(home), Some(other)) if home != other => return None,
            (Some(_), Some(_)) if touches => return Some(false),
            (Some(_), Some(_)) => {}
            _ => return (touches && is_only_a_basis(last, one)).then_some(false),
        }
        let (left, back) = (next(last.until?), one.from.pred_opt()?);
        let elsewhere = |other: &Placed| other.from <= back && other.until.is_none_or(|until| left <= until);
        let care = cares.iter().find(|care| care.holds(last) && care.holds(one))?;
        let moved =
            self.placements_of(one.child).any(|other| other.id != last.id && other.id != one.id && elsewhere(other));
        (!moved).then(|| care.doubts_between(left, back))
    }
}

/// Whether the end of a placement says nothing of an end of the care.
fn goes_on_after(reason: Option<EndReason>) -> bool {
    matches!(reason, Some(EndReason::Breakdown | EndReason::RePlacement))
}

/// Whether two placements that touch, of homes that nobody has named, tell of a new legal basis and of no move.
fn is_only_a_basis(last: &Placed, one: &Placed) -> bool {
    last.kind == one.kind
        && last.end_reason.is_none()
        && last.basis.is_some()
        && one.basis.is_some()
        && last.basis != one.basis
}
