//! Answers when somebody is asked whether a child's care went on: the care that its placements and the answers make.

use chrono::NaiveDate;

use super::care::Piece;
use super::case::{Case, later};
use crate::domain::care::Care;
use crate::domain::codes::LegalBasis;
use crate::domain::ids::PersonId;

/// A gap in a child's care of which nobody has said whether the care went on through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The last day in the home before it.
    pub left: NaiveDate,
    /// The first day in the next home, if there is one.
    pub back: Option<NaiveDate>,
}

impl Case {
    /// The gaps of a child's care that are a question, oldest first.
    pub fn care_gaps(&self, child: PersonId) -> Vec<Gap> {
        let cares = self.cares();
        let pieces = cares.iter().filter(|care| care.child == child).flat_map(|care| &care.pieces);
        let gap = |piece: &Piece<'_>| {
            Some(Gap { left: piece.from.pred_opt()?, back: piece.until.and_then(|until| until.succ_opt()) })
        };
        pieces.filter(|piece| piece.doubt).filter_map(gap).collect()
    }

    /// The care of a child as spans, with an answer for each gap: whether it went on. None where it is not known what
    /// the care rests on.
    pub fn care_as_answered(&self, child: PersonId, went_on: &[bool]) -> Option<Vec<Care>> {
        let mut answers = went_on.iter();
        let mut spans: Vec<Care> = Vec::new();
        for care in self.cares().iter().filter(|care| care.child == child) {
            let mut goes_on = false;
            for piece in &care.pieces {
                if piece.doubt && !*answers.next()? {
                    goes_on = false;
                    continue;
                }
                add(&mut spans, child, piece, goes_on)?;
                goes_on = true;
            }
        }
        (!spans.is_empty()).then_some(spans)
    }
}

/// Adds a piece to the spans: to the last one where it rests on the same, else as a span of its own.
fn add(spans: &mut Vec<Care>, child: PersonId, piece: &Piece<'_>, goes_on: bool) -> Option<()> {
    let basis: LegalBasis = piece.basis?;
    let (from, until) = (piece.from, piece.until);
    if let Some(last) = spans.last_mut().filter(|_| goes_on) {
        // A weekend in another home changes nothing.
        let within = last.until.is_none_or(|end| until.is_some_and(|until| until <= end));
        if within && last.from <= from {
            return Some(());
        }
        if last.legal_basis == basis {
            last.until = later(last.until, until);
            return Some(());
        }
        if last.until.is_none_or(|end| from <= end) {
            last.until = from.pred_opt();
        }
    }
    spans.retain(|span| span.until.is_none_or(|until| span.from <= until));
    spans.push(Care { person: child, legal_basis: basis, from, until, decided_on: None, end_reason: None });
    Some(())
}
