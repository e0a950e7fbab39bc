//! The rows of a plan: each area with its goals, what is to be done, crisis support to a parent.

use super::Plan;
use chrono::NaiveDate;

use crate::app::list::Markable;
use crate::domain::action::PlanAction;
use crate::domain::codes::{Area, MemberRole};
use crate::domain::goal::plan::by_area;
use crate::domain::ids::{CrisisSupportId, PlanActionId};

/// Rows of the body that stand beside the list: column names, the scores.
pub const ASIDE: u16 = 3;

/// What was done is told for so many days.
const DONE_DAYS: i64 = 60;

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// An area and a goal in it by number; the first row of an area tells what was measured of it.
    Area {
        /// Which area.
        area: Area,
        /// A goal in it, if there is one.
        goal: Option<u32>,
        /// Whether it is the area's first.
        is_first: bool,
    },
    /// Below leisure: what stands in its way.
    Obstacles,
    /// Nothing.
    Blank,
    /// Above what is to be done.
    Actions(usize),
    /// Something to be done, or done.
    Action(PlanActionId),
    /// Crisis support to the parent; none where none is written of.
    Crisis(Option<CrisisSupportId>),
}

impl Row {
    /// The goal of a row.
    pub fn goal(&self) -> Option<u32> {
        match self {
            Self::Area { goal, .. } => *goal,
            _ => None,
        }
    }

    /// The area of a row.
    pub fn area(&self) -> Option<Area> {
        match self {
            Self::Area { area, .. } => Some(*area),
            _ => None,
        }
    }

    /// Whether a record stands in it.
    pub(super) fn is_record(&self) -> bool {
        match self {
            Self::Area { goal, .. } => goal.is_some(),
            Self::Action(_) => true,
            Self::Crisis(id) => id.is_some(),
            Self::Blank | Self::Actions(_) | Self::Obstacles => false,
        }
    }
}

impl Markable for Row {
    fn is_markable(&self) -> bool {
        !matches!(self, Self::Blank | Self::Actions(_) | Self::Obstacles)
    }
}

/// The rows of the plan of the person at hand.
pub(super) fn rows(plan: &Plan, today: NaiveDate) -> Vec<Row> {
    let Some(person) = plan.person else { return Vec::new() };
    let mut rows = Vec::new();
    for (area, goals) in by_area(&plan.goals) {
        let numbers: Vec<u32> = goals.iter().map(|line| line.goal.number).collect();
        rows.push(Row::Area { area, goal: numbers.first().copied(), is_first: true });
        let more = numbers.iter().skip(1);
        rows.extend(more.map(|number| Row::Area { area, goal: Some(*number), is_first: false }));
        let is_hindered = area == Area::Leisure && plan.plan.obstacles.contains_key(&person);
        rows.extend(is_hindered.then_some(Row::Obstacles));
    }
    let is_told = |action: &PlanAction| action.done_on.is_none_or(|on| (today - on).num_days() <= DONE_DAYS);
    let told = plan.plan.actions_of(person).filter(|stored| is_told(&stored.value));
    let actions: Vec<PlanActionId> = told.map(|stored| stored.id).collect();
    let open = plan.plan.actions_of(person).filter(|stored| stored.value.done_on.is_none()).count();
    if !actions.is_empty() {
        rows.extend([Row::Blank, Row::Actions(open)]);
        rows.extend(actions.into_iter().map(Row::Action));
    }
    let is_parent = plan.member().is_some_and(|member| member.role != MemberRole::Child);
    if is_parent {
        rows.extend([Row::Blank, Row::Crisis(plan.plan.crisis_of(person).map(|stored| stored.id))]);
    }
    rows
}

/// Where a row is that tells the same otherwise: that of an area once it has a goal.
pub(super) fn follow(was: &Row, rows: &[Row]) -> Option<usize> {
    rows.iter().position(|row| match (was, row) {
        (Row::Crisis(_), Row::Crisis(_)) => true,
        (Row::Area { goal: Some(was), .. }, Row::Area { goal: Some(is), .. }) => was == is,
        (Row::Area { goal: None, area, .. }, row) => row.area() == Some(*area),
        _ => false,
    })
}
