//! What follows from a write in a plan, in the same change: a goal moves with what sessions and attainments tell of it,
//! and what changed in what is agreed is kept as a revision.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Transaction, named_params};

use super::goal::numbered;
use crate::domain::attainment::Attainment;
use crate::domain::codes::{GoalState, Outcome};
use crate::domain::goal::Goal;
use crate::domain::ids::FamilyId;
use crate::domain::plan_revision::{Agreed, PlanRevision, agreed};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::store::Store;
use crate::store::follow::Act;
use crate::store::journal::Cause;
use crate::store::record::Row as _;

/// How far a goal has come by the last that was said of it: of one day an attainment says more than a session.
pub(in crate::store) const LEVEL: &str = "
    SELECT level FROM (
        SELECT s.on_day, 0 AS sort, coalesce(s.start, '') AS start, s.id, g.attainment AS level
        FROM session s CROSS JOIN session_goal g ON g.session = s.id AND g.goal = :goal
        WHERE s.family = :family AND s.outcome = 'held' AND g.attainment IS NOT NULL
        UNION ALL
        SELECT a.on_day, 1, '', a.id, a.level FROM attainment a
        WHERE a.family = :family AND a.goal = :goal AND a.level IS NOT NULL)
    ORDER BY on_day DESC, sort DESC, start DESC, id DESC LIMIT 1";

/// The same as the person sees it.
pub(in crate::store) const OWN: &str = "SELECT own FROM attainment
    WHERE family = :family AND goal = :goal AND own IS NOT NULL ORDER BY on_day DESC, id DESC LIMIT 1";

/// Whether a session says that a goal is reached.
pub(in crate::store) const REACHED: &str = "
    SELECT 1 FROM session s CROSS JOIN session_goal g ON g.session = s.id AND g.goal = :goal
    WHERE s.family = :family AND s.outcome = 'held' AND g.done LIMIT 1";

/// What an act has to do with a goal: what of it is no longer said, and whether it is said to be reached.
#[derive(Debug, Clone, Copy, Default)]
struct Touch {
    lost_level: bool,
    lost_own: bool,
    lost_reached: bool,
    is_reached: bool,
}

type Touched = BTreeMap<(FamilyId, u32), Touch>;

/// Moves the goals of a session.
pub(in crate::store) fn of_session(
    store: &Store,
    transaction: &Transaction<'_>,
    act: Act,
    (before, after): (Option<&Session>, Option<&Session>),
) -> Result<(), Problem> {
    let mut touched = Touched::new();
    let held = |session: &&Session| session.outcome == Outcome::Held;
    for session in before.into_iter().filter(held) {
        for mark in &session.goals {
            let touch = touched.entry((session.family, mark.goal)).or_default();
            touch.lost_level |= mark.attainment.is_some();
            touch.lost_reached |= mark.done;
        }
    }
    for session in after.into_iter().filter(held) {
        for mark in &session.goals {
            touched.entry((session.family, mark.goal)).or_default().is_reached |= mark.done;
        }
    }
    settle(store, transaction, act, touched)
}

/// Moves the goal of an attainment.
pub(super) fn of_attainment(
    store: &Store,
    transaction: &Transaction<'_>,
    act: Act,
    (before, after): (Option<&Attainment>, Option<&Attainment>),
) -> Result<(), Problem> {
    let mut touched = Touched::new();
    if let Some(one) = before {
        let touch = touched.entry((one.family, one.goal)).or_default();
        (touch.lost_level, touch.lost_own) = (one.level.is_some(), one.own.is_some());
    }
    if let Some(one) = after {
        touched.entry((one.family, one.goal)).or_default();
    }
    settle(store, transaction, act, touched)
}

/// Moves goals to where they stand by all that is said of them. A number that is no goal's says nothing; where nothing
/// is said any more, a goal is where it began.
fn settle(store: &Store, transaction: &Transaction<'_>, act: Act, touched: Touched) -> Result<(), Problem> {
    for ((family, number), touch) in touched {
        let Some(stored) = numbered(transaction, family, number)? else { continue };
        let before = stored.value;
        let of = named_params! {":family": family.0, ":goal": number};
        let said = |sql: &str| transaction.prepare_cached(sql)?.query_row(of, |row| row.get(0)).optional();
        let state = match before.state {
            GoalState::Open if touch.is_reached => GoalState::Done,
            GoalState::Done if touch.lost_reached && !transaction.prepare_cached(REACHED)?.exists(of)? => {
                GoalState::Open
            }
            state => state,
        };
        let after = Goal {
            now: said(LEVEL)?.or(if touch.lost_level { before.start } else { before.now }),
            own_now: said(OWN)?.or(before.own_now.filter(|_| !touch.lost_own)),
            state,
            ..before.clone()
        };
        if after == before {
            continue;
        }
        after.put(transaction, Some(stored.id.0))?;
        store.journal_change(transaction, act.change, act.cause, stored.id.0, &before)?;
        revise(store, transaction, act, (Some(&before), Some(&after)))?;
    }
    Ok(())
}

/// Keeps what changed in what is agreed of a goal. Goals that come out of a file come with their own revisions.
pub(super) fn revise(
    store: &Store,
    transaction: &Transaction<'_>,
    act: Act,
    (before, after): (Option<&Goal>, Option<&Goal>),
) -> Result<(), Problem> {
    if act.cause == Cause::Import && before.is_none() {
        return Ok(());
    }
    let nothing = Agreed::new();
    let (was, is) = (before.map(agreed).unwrap_or_default(), after.map(agreed).unwrap_or_default());
    match (before, after) {
        // In one plan it is gone, in the other it is new.
        (Some(before), Some(after)) if before.person != after.person => {
            keep(store, transaction, act, (before, &was, &nothing))?;
            keep(store, transaction, act, (after, &nothing, &is))
        }
        (_, Some(goal)) | (Some(goal), None) => keep(store, transaction, act, (goal, &was, &is)),
        (None, None) => Ok(()),
    }
}

fn keep(
    store: &Store,
    transaction: &Transaction<'_>,
    act: Act,
    (goal, was, is): (&Goal, &Agreed, &Agreed),
) -> Result<(), Problem> {
    let Some((was, is)) = PlanRevision::between(was, is) else { return Ok(()) };
    let revision = PlanRevision {
        family: goal.family,
        person: goal.person,
        on: store.today(),
        by: store.actor().name.clone(),
        goal: goal.number,
        was,
        is,
    };
    let id = revision.put(transaction, None)?;
    store.journal_add::<PlanRevision>(transaction, act.change, act.cause, id)
}
