//! The plan of a person as a screen needs it: goals by area, and what of them is asked for. A goal is asked for while
//! it is open and nothing has come of it for four weeks, or its day has passed; an area while it is weak and has no
//! goal.

use chrono::{Days, NaiveDate};

use super::Goal;
use crate::domain::codes::{Area, Code, GoalState};
use crate::domain::ids::GoalId;

/// For so many days an open goal may stand without a step.
pub const STEP_DAYS: u64 = 28;

/// Why somebody should look at a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Its day has passed.
    Overdue,
    /// No step was taken for four weeks.
    NoStep,
}

impl Asked {
    /// Its name in the locale files, after `goal-asked-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::NoStep => "no-step",
        }
    }
}

/// A goal and the day of the last step towards it: a session that touched it, a mark, an action that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalLine {
    /// Which.
    pub id: GoalId,
    /// Counts its changes.
    pub version: i64,
    /// The goal.
    pub goal: Goal,
    /// The last step.
    pub stepped_on: Option<NaiveDate>,
}

impl GoalLine {
    /// Since when there was no step: the last one, or the day it was made.
    pub fn since(&self) -> NaiveDate {
        self.stepped_on.map_or(self.goal.made_on, |on| on.max(self.goal.made_on))
    }

    /// Why somebody should look at it on a day.
    pub fn asked(&self, today: NaiveDate) -> Option<Asked> {
        if self.goal.state != GoalState::Open {
            return None;
        }
        let last = self.since().checked_add_days(Days::new(STEP_DAYS));
        match self.goal.target_on {
            Some(target) if target < today => Some(Asked::Overdue),
            _ if last.is_some_and(|last| last < today) => Some(Asked::NoStep),
            _ => None,
        }
    }
}

/// Goals by area, in the order of areas: those that are open before those that are not, by number.
pub fn by_area(goals: &[GoalLine]) -> Vec<(Area, Vec<&GoalLine>)> {
    let of = |area: Area| {
        let mut of: Vec<&GoalLine> = goals.iter().filter(|line| line.goal.area == area).collect();
        of.sort_by_key(|line| (line.goal.state != GoalState::Open, line.goal.number));
        (area, of)
    };
    Area::ALL.iter().copied().map(of).collect()
}

/// Whether an area has a goal that somebody works on.
pub fn has_open(goals: &[GoalLine], area: Area) -> bool {
    goals.iter().any(|line| line.goal.area == area && line.goal.state == GoalState::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{FamilyId, PersonId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_asked_of_a_goal() {
        use GoalState::{Done, Dropped, Open};
        for (made_on, stepped_on, target_on, state, today, expected) in [
            ("2026-11-01", None, None, Open, "2026-11-29", None),
            ("2026-11-01", None, None, Open, "2026-11-30", Some(Asked::NoStep)),
            ("2026-09-01", Some("2026-11-02"), None, Open, "2026-11-30", None),
            ("2026-09-01", Some("2026-11-01"), None, Open, "2026-11-30", Some(Asked::NoStep)),
            ("2026-11-20", Some("2026-10-01"), None, Open, "2026-11-30", None),
            ("2026-11-01", None, Some("2026-11-30"), Open, "2026-11-30", Some(Asked::NoStep)),
            ("2026-11-20", None, Some("2026-11-29"), Open, "2026-11-30", Some(Asked::Overdue)),
            ("2026-01-01", None, Some("2026-02-01"), Done, "2026-11-30", None),
            ("2026-01-01", None, None, Dropped, "2026-11-30", None),
        ] {
            let goal = Goal::new(FamilyId(1), PersonId(2), Area::School, "Läsa", day(made_on));
            let goal = Goal { target_on: target_on.map(day), state, ..goal };
            let line = GoalLine { id: GoalId(1), version: 1, goal, stepped_on: stepped_on.map(day) };
            assert_eq!(line.asked(day(today)), expected, "{made_on} {stepped_on:?} {target_on:?} {state:?} {today}");
        }
    }
}
