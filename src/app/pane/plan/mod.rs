//! The plan pane: which goals, which actions, how far? With what was measured beside them.
//!
//! A person's plan at a time: five areas with their goals, then what is to be done, then crisis support to a parent.
//! What is measured of an area stands in its first row; where nobody has measured, it says so.

mod acts;
mod contents;
pub mod revisions;
pub mod rows;

use std::collections::BTreeMap;

use crate::app::cx::{Cx, Landmark, Route, Subject};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layer::checklists::{ListTime, plan_lists};
use crate::app::layout;
use crate::app::list::{Marked, Move};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::action::PlanAction;
use crate::domain::codes::{Area, MemberRole};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::goal::gas::Scores;
use crate::domain::goal::{Goal, GoalLine};
use crate::domain::ids::PersonId;
use crate::domain::measurement::{AreaMeasured, Standing, by_area};
use crate::domain::phase::{self, Parts, Phase};
use crate::domain::problem::Problem;
use crate::store::{FamilyPlan, Stored};

pub use rows::Row;

/// The plan pane.
#[derive(Debug, Default)]
pub struct Plan {
    /// The family's people who have plans: children first, then parents, then those beside who have goals.
    pub people: Vec<MemberName>,
    /// Whose plan.
    pub person: Option<PersonId>,
    /// The family's plans.
    pub plan: FamilyPlan,
    /// The goals of the person.
    pub goals: Vec<GoalLine>,
    /// What was measured of each area of the person.
    pub measured: BTreeMap<Area, AreaMeasured>,
    /// The rows, and the marked one.
    pub rows: Marked<Row>,
    /// How everybody of the family stands by what was measured.
    standings: Vec<Standing>,
    /// What the plans of the family must hold.
    lists: Vec<ListTime>,
}

impl Plan {
    /// Reads the plan; who was shown stays shown.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let Some(family) = cx.family() else {
            *self = Self::default();
            return Ok(());
        };
        self.plan = cx.store.plan_of(family, cx.world.today)?;
        self.standings = cx.store.standings(family)?;
        let mut people = cx.members(family)?;
        let has_goals = |member: &MemberName| self.plan.goals.iter().any(|line| line.goal.person == member.id);
        people.retain(|member| is_participant(member.role) || has_goals(member));
        people.sort_by_key(|member| member.role != MemberRole::Child);
        self.people = people;
        let whom: Vec<PersonId> = self.people.iter().map(|member| member.id).collect();
        self.lists = plan_lists(cx, family, &self.plan, &whom)?;
        let is_here = |id: &PersonId| self.people.iter().any(|member| member.id == *id);
        let sought = cx.sought().filter(is_here);
        self.person = sought.or(self.person.filter(is_here)).or(self.people.first().map(|member| member.id));
        self.lay_out(cx);
        Ok(())
    }

    fn lay_out(&mut self, cx: &Cx) {
        self.goals = self.person.map(|person| self.plan.goals_of(person)).unwrap_or_default();
        self.measured = self.person.map(|person| by_area(&self.standings, person)).unwrap_or_default();
        let rows = rows::rows(self, cx.world.today);
        self.rows.lay_out(rows, layout::body(cx.world.size.1).saturating_sub(rows::ASIDE), rows::follow);
    }

    /// The member whose plan it is.
    pub fn member(&self) -> Option<&MemberName> {
        self.people.iter().find(|member| Some(member.id) == self.person)
    }

    /// What somebody is called.
    pub fn name(&self, id: PersonId, setting: Setting) -> String {
        let found = self.people.iter().find(|member| member.id == id);
        found.map(|member| member.given_name.shown(setting)).unwrap_or_default()
    }

    /// The scores of the person's goals.
    pub fn scores(&self) -> Scores {
        Scores::of(self.goals.iter().map(|line| &line.goal))
    }

    /// The phase that the family is in.
    pub fn phase(&self, cx: &Cx) -> Option<&Phase> {
        phase::on_day(self.plan.phases.iter().map(|stored| &stored.value), cx.world.today)
    }

    /// What the phase lacks.
    pub fn lacks(&self, cx: &Cx) -> Option<phase::Lack> {
        self.phase(cx)?.lacks(Parts::shipped())
    }

    /// The goal of a row.
    pub fn goal(&self, number: u32) -> Option<&GoalLine> {
        self.goals.iter().find(|line| line.goal.number == number)
    }

    /// The action of a row.
    pub fn action(&self, id: crate::domain::ids::PlanActionId) -> Option<&Stored<PlanAction>> {
        self.plan.actions.iter().find(|stored| stored.id == id)
    }

    /// Whether an area is weak and nobody works on it.
    pub fn is_forgotten(&self, area: Area) -> bool {
        let is_weak = self.measured.get(&area).is_some_and(|measured| measured.is_weak);
        is_weak && !crate::domain::goal::plan::has_open(&self.goals, area)
    }

    fn turn_to(&mut self, cx: &mut Cx, by: usize) {
        let at = self.people.iter().position(|member| Some(member.id) == self.person).unwrap_or(0);
        self.person = self.people.get((at + by) % self.people.len().max(1)).map(|member| member.id);
        cx.seek(self.person);
        self.rows = Marked::default();
        self.lay_out(cx);
    }

    /// Why there is nothing to see, if there is nothing.
    pub fn emptiness(&self, cx: &Cx) -> Option<&'static str> {
        match (cx.open.is_some(), self.person) {
            (false, _) => Some("plan-no-family"),
            (true, None) => Some("plan-nobody"),
            (true, Some(_)) => None,
        }
    }
}

/// Whether somebody of the family takes part in the programme: children, siblings at home, parents.
fn is_participant(role: MemberRole) -> bool {
    use MemberRole::{Child, Father, Guardian, Mother, StepParent};
    matches!(role, Child | Mother | Father | StepParent | Guardian)
}

impl Pane for Plan {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        &[Scope::Plan, Scope::List, Scope::Everywhere]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        let row = self.rows.current();
        match act {
            Action::NewGoal
            | Action::NewAction
            | Action::NewPhase
            | Action::CrisisSupport
            | Action::Revisions
            | Action::PlanContents
            | Action::NextEgo
            | Action::Open
            | Action::HowFar
            | Action::Remove
                if cx.open.is_none() =>
            {
                Some("why-no-family")
            }
            Action::Open | Action::HowFar | Action::Remove if !row.is_some_and(Row::is_record) => {
                Some("why-nothing-here")
            }
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        match act {
            Action::NewGoal
            | Action::NewAction
            | Action::NewPhase
            | Action::CrisisSupport
            | Action::Open
            | Action::HowFar
            | Action::Remove => Some(Right::NoteEvents),
            Action::Revisions | Action::PlanContents => Some(Right::ReadPlans),
            _ => None,
        }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::NewGoal => return self.new_goal(cx),
            Action::NewAction => return self.new_action(cx),
            Action::NewPhase => return self.new_phase(cx),
            Action::CrisisSupport => return self.crisis_support(cx),
            Action::Open => return self.open_row(cx),
            Action::HowFar => return self.tick(cx),
            Action::Remove => return Ok(self.ask_to_remove(cx)),
            Action::Revisions => return self.tell_revisions(cx),
            Action::PlanContents => return self.open_contents(cx),
            Action::Back => return Ok(Then::Home),
            Action::NextEgo | Action::NextPart => self.turn_to(cx, 1),
            Action::PreviousPart => {
                let back = self.people.len().saturating_sub(1);
                self.turn_to(cx, back);
            }
            Action::Clear => {}
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, _: &mut Cx) -> Result<(), Problem> {
        self.rows.go(way);
        Ok(())
    }

    fn enter(&mut self, route: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.person = route.person.or(self.person);
        self.load(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.load(cx)
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        let goal = record.as_a::<Goal>().and_then(|id| self.plan.goals.iter().find(|line| line.id == id));
        if let Some((person, number)) = goal.map(|line| (line.goal.person, line.goal.number)) {
            if self.person != Some(person) {
                self.person = Some(person);
                self.lay_out(cx);
            }
            self.rows.mark(|row| row.goal() == Some(number));
        }
        if let Some(id) = record.as_a::<PlanAction>() {
            self.rows.mark(|row| *row == Row::Action(id));
        }
        Ok(())
    }

    fn here(&self, route: Route) -> Route {
        route.with(self.person)
    }

    fn sought(&self) -> Subject {
        Subject::Plans
    }
}
