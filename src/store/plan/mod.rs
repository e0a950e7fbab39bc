//! Plans as rows: phases, crisis support, goals and actions, how far somebody has come, what was changed in a plan.

mod action;
mod attainment;
mod crisis_support;
mod goal;
mod phase;
mod plan_revision;
mod reading;
mod settle;

pub use reading::FamilyPlan;
pub(super) use settle::of_session;

use rusqlite::named_params;

use super::Store;
use crate::domain::access::{Reach, Right};
use crate::domain::codes::GoalState;
use crate::domain::goal::Goal;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;

/// Every query of a plan, for the tests of how SQLite goes about them.
#[cfg(test)]
pub(super) const QUERIES: &[&str] = &[
    action::OF_FAMILY,
    attainment::OF_FAMILY,
    crisis_support::OF_FAMILY,
    goal::OF_FAMILY,
    goal::NEXT,
    phase::OF_FAMILY,
    plan_revision::OF_PERSON,
    reading::STEPS,
    reading::REVISED,
    reading::TALKS,
    reading::VISITED,
    reading::OBSTACLES,
    reading::PLACED,
    reading::EXPECTED,
    settle::LEVEL,
    settle::OWN,
    settle::REACHED,
];

impl Store {
    /// Whether the actor has a use for plans.
    pub(super) fn reads_plans(&self) -> bool {
        self.reach(Right::ReadPlans) != Reach::Nothing
    }

    /// The goals of a family that somebody works on, by number.
    pub(super) fn open_goals(&self, family: FamilyId) -> Result<Vec<Goal>, Problem> {
        let goals = goal::of_family(&self.connection, family)?.into_iter().map(|stored| stored.value);
        Ok(goals.filter(|goal| goal.state == GoalState::Open).collect())
    }

    /// The goals of a family by number, and whose they are.
    pub(super) fn goal_numbers(&self, family: FamilyId) -> Result<Vec<(u32, PersonId)>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut statement =
            self.connection.prepare_cached("SELECT number, person FROM goal WHERE family = :family ORDER BY number")?;
        let found =
            statement.query_map(named_params! {":family": family.0}, |row| Ok((row.get(0)?, PersonId(row.get(1)?))))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}
