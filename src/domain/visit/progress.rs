//! Where a child stands on the visit ladder towards somebody, and what the visits since the last move speak for.
//!
//! A proposal is a proposal, with its reason as data: people decide, and their decision is a `LadderMove`. What is
//! reckoned is ours (see the ladder's head): visits carried out in a row speak for a step up; two in a row that the
//! adult did not come to or cancelled, or two in a row that left the child low and lower than before, for a step down;
//! everything else for staying. Visits that were cancelled by the unit, the family home or others say nothing about the
//! adult and break no row. A child's no breaks it.

use chrono::{Days, NaiveDate};

use super::LadderMove;
use super::ladder::{Ladder, LadderStep};
use super::occurrence::{Occurrence, Visit};
use crate::domain::codes::{Answer, CancelledBy, LadderTurn, VisitOutcome};

/// How many visits in a row that went wrong speak for a step down.
const WRONG_IN_A_ROW: u32 = 2;

/// The child's mark from which a visit did not leave it low.
const NOT_LOW: u8 = 3;

/// Where somebody stands, and what is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The step.
    pub step: &'a LadderStep,
    /// Since when.
    pub since: NaiveDate,
    /// How many visits were carried out in a row, counted from the last.
    pub in_a_row: u32,
    /// How many were carried out since then in all.
    pub held: u32,
    /// Which way.
    pub turn: LadderTurn,
    /// The step proposed, where it is another.
    pub to: Option<&'a LadderStep>,
    /// Why.
    pub reason: Reason,
    /// The last day to look at the step anew.
    pub review: NaiveDate,
    /// Whether support is to be phased out: the step proposed needs no supporter and this one does.
    pub phasing_out: Answer,
    /// Whether the child's words are known from any visit since the move; a decision asks for them.
    pub child_word: Answer,
}

/// Why a turn is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// As many in a row as the step asks for.
    Carried {
        /// How many.
        in_a_row: u32,
    },
    /// Fewer than the step asks for.
    NotYet {
        /// How many.
        in_a_row: u32,
        /// How many it asks for.
        of: u32,
    },
    /// The step asks for no visits: people decide alone.
    NothingToCount,
    /// There is no step above.
    Top,
    /// The adult did not come, or cancelled, so many times in a row.
    Missed {
        /// How many times.
        in_a_row: u32,
    },
    /// The child was low after, and lower than before, so many times in a row.
    ChildLow {
        /// How many times.
        in_a_row: u32,
    },
}

/// What one visit says.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Held,
    Low,
    Missed,
    Refused,
    Nothing,
}

fn sign(visit: &Visit<'_>) -> Sign {
    let low = |written: &Occurrence| {
        let (before, after) = (written.after.mark_before, written.after.mark_after);
        after.is_some_and(|after| after < NOT_LOW && before.is_none_or(|before| after < before))
    };
    match (visit.outcome(), visit.written.and_then(|written| written.cancelled_by)) {
        (VisitOutcome::Held, _) if visit.written.is_some_and(low) => Sign::Low,
        (VisitOutcome::Held, _) => Sign::Held,
        (VisitOutcome::NoShow, _) | (VisitOutcome::Cancelled, Some(CancelledBy::Parent)) => Sign::Missed,
        (VisitOutcome::Cancelled, Some(CancelledBy::Child)) => Sign::Refused,
        _ => Sign::Nothing,
    }
}

/// Where a child stands by the last move, with the visits of child and adult in the order of their days. None if the
/// ladder has no such step.
pub fn progress<'a>(ladder: &'a Ladder, last: &LadderMove, visits: &[Visit<'_>]) -> Option<Progress<'a>> {
    let step = ladder.step(last.to)?;
    let concerns = |visit: &&Visit<'_>| {
        let between = visit.has(last.child) && visit.has(last.with);
        between && visit.on() >= last.on
    };
    let since: Vec<&Visit<'_>> = visits.iter().filter(concerns).collect();
    let signs: Vec<Sign> = since.iter().map(|visit| sign(visit)).filter(|sign| *sign != Sign::Nothing).collect();
    let row = |is: fn(&Sign) -> bool| count(signs.iter().rev().copied().take_while(is));
    let in_a_row = row(|sign| matches!(sign, Sign::Held | Sign::Low));
    let (missed, low) = (row(|sign| *sign == Sign::Missed), row(|sign| *sign == Sign::Low));
    let of = step.in_a_row;
    let (above, below) = (ladder.above(step.number), ladder.below(step.number));
    let (to, reason) = match (above, below) {
        (_, Some(below)) if missed >= WRONG_IN_A_ROW => (Some(below), Reason::Missed { in_a_row: missed }),
        (_, Some(below)) if low >= WRONG_IN_A_ROW => (Some(below), Reason::ChildLow { in_a_row: low }),
        (None, _) => (None, Reason::Top),
        _ if of == 0 => (None, Reason::NothingToCount),
        (Some(above), _) if in_a_row >= of => (Some(above), Reason::Carried { in_a_row }),
        _ => (None, Reason::NotYet { in_a_row, of }),
    };
    let turn = match to {
        None => LadderTurn::Stay,
        Some(to) if to.number > step.number => LadderTurn::Up,
        Some(_) => LadderTurn::Down,
    };
    let phasing_out = step.needs_supporter == Answer::Yes
        && to.is_some_and(|to| to.number > step.number && to.needs_supporter == Answer::No);
    let has_word = since.iter().any(|visit| visit.written.is_some_and(|written| written.after.has_word()));
    Some(Progress {
        step,
        since: last.on,
        in_a_row,
        held: count(signs.iter().filter(|sign| matches!(sign, Sign::Held | Sign::Low))),
        turn,
        to,
        reason,
        review: last.on.checked_add_days(Days::new(7 * u64::from(step.review_weeks))).unwrap_or(NaiveDate::MAX),
        phasing_out: answer(phasing_out),
        child_word: answer(has_word),
    })
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn answer(yes: bool) -> Answer {
    if yes { Answer::Yes } else { Answer::No }
}
