//! The plan of a family, read at once: phases, crisis support, goals with their last step, actions, how far each has
//! come, when the plan of each was last changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::named_params;

use super::{action, attainment, crisis_support, goal, phase, plan_revision};
use crate::domain::access::Right;
use crate::domain::action::PlanAction;
use crate::domain::attainment::Attainment;
use crate::domain::codes::{GoalState, ObstacleKind};
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::goal::{Goal, GoalLine};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::phase::Phase;
use crate::domain::plan_content::Shown;
use crate::domain::plan_revision::PlanRevision;
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::record::{Row as _, Stored};

/// The last step towards each goal: a session that touched it, what was said of it, an action that was done. Parameters
/// `:family` and `:today`.
pub(in crate::store) const STEPS: &str = "
    SELECT goal, max(on_day) FROM (
        SELECT g.goal, s.on_day FROM session s CROSS JOIN session_goal g ON g.session = s.id
        WHERE s.family = :family AND s.outcome = 'held' AND s.on_day <= :today
        UNION ALL
        SELECT goal, on_day FROM attainment WHERE family = :family AND on_day <= :today
        UNION ALL
        SELECT goal, done_on FROM action WHERE family = :family AND goal IS NOT NULL AND done_on <= :today)
    GROUP BY goal";

/// When the plan of each person was last changed.
pub(in crate::store) const REVISED: &str =
    "SELECT person, max(on_day) FROM plan_revision WHERE family = :family GROUP BY person";

/// How many talks of crisis support each has had.
pub(in crate::store) const TALKS: &str = "SELECT p.person, count(*)
    FROM session s CROSS JOIN session_person p ON p.session = s.id
    WHERE s.family = :family AND s.kind = 'crisis_support' AND s.outcome = 'held' AND s.on_day <= :today
    GROUP BY p.person";

/// Children with visits arranged that are not over.
pub(in crate::store) const VISITED: &str =
    "SELECT DISTINCT child FROM arrangement WHERE family = :family AND last_day >= :today";

/// Those in placement.
pub(in crate::store) const PLACED: &str = "SELECT DISTINCT m.id FROM member m CROSS JOIN placement p ON p.person = m.id
    WHERE m.family = :family AND p.started_on <= :today AND (p.ended_on IS NULL OR p.ended_on >= :today)";

/// Who is to be met.
pub(in crate::store) const EXPECTED: &str = "SELECT DISTINCT p.person
    FROM session s CROSS JOIN session_person p ON p.session = s.id
    WHERE s.family = :family AND s.outcome = 'planned' AND s.on_day >= :today";

/// What stands in the way of somebody's leisure and is not out of it.
pub(in crate::store) const OBSTACLES: &str = "SELECT person, obstacle FROM obstacle
    WHERE family = :family AND on_day <= :today AND (solved_on IS NULL OR solved_on > :today) ORDER BY on_day, id";

/// The plan of a family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FamilyPlan {
    /// Its phases, the first first.
    pub phases: Vec<Stored<Phase>>,
    /// Crisis support to its parents, in the order in which it was offered.
    pub crisis: Vec<Stored<CrisisSupport>>,
    /// How many talks of crisis support sessions tell of, for each.
    pub talks: BTreeMap<PersonId, u32>,
    /// The goals of everybody by number.
    pub goals: Vec<GoalLine>,
    /// Actions: those that are not done first, by day, those without one last.
    pub actions: Vec<Stored<PlanAction>>,
    /// What was said by itself of how far each goal has come, the first first.
    pub attainments: Vec<Stored<Attainment>>,
    /// When the plan of each was last changed.
    pub revised: BTreeMap<PersonId, NaiveDate>,
    /// Children with visits arranged that are not over.
    pub visited: BTreeSet<PersonId>,
    /// Who is in placement.
    pub placed: BTreeSet<PersonId>,
    /// Who is to be met at a planned session.
    pub expected: BTreeSet<PersonId>,
    /// What stands in the way of each one's leisure.
    pub obstacles: BTreeMap<PersonId, Vec<ObstacleKind>>,
}

impl FamilyPlan {
    /// The goals of a person.
    pub fn goals_of(&self, person: PersonId) -> Vec<GoalLine> {
        self.goals.iter().filter(|line| line.goal.person == person).cloned().collect()
    }

    /// The actions in a person's plan, and those that are everybody's.
    pub fn actions_of(&self, person: PersonId) -> impl Iterator<Item = &Stored<PlanAction>> {
        self.actions.iter().filter(move |stored| stored.value.person.is_none_or(|of| of == person))
    }

    /// What of a person's plan the casebook shows.
    pub fn shown_of(&self, person: PersonId) -> BTreeSet<Shown> {
        let open = || {
            let goals = self.goals.iter().map(|line| &line.goal);
            goals.filter(move |goal| goal.person == person && goal.state == GoalState::Open)
        };
        let mut actions = self.actions_of(person).map(|stored| &stored.value);
        let has_goals = open().next().is_some();
        let all = [
            (Shown::Goals, has_goals),
            (Shown::Steps, actions.any(|action| action.done_on.is_none() && action.who.is_some())),
            (Shown::Days, has_goals && open().all(|goal| goal.target_on.is_some())),
            (Shown::Visits, self.visited.contains(&person)),
            (Shown::Talks, self.expected.contains(&person)),
            (Shown::OwnView, open().any(|goal| goal.own_now.is_some())),
        ];
        all.into_iter().filter(|(_, is_shown)| *is_shown).map(|(shown, _)| shown).collect()
    }

    /// The last that was written of a parent's crisis support.
    pub fn crisis_of(&self, parent: PersonId) -> Option<&Stored<CrisisSupport>> {
        self.crisis.iter().rev().find(|stored| stored.value.parent == parent)
    }
}

impl Store {
    /// Reads the plan of a family. That it was read is for whoever shows it to journal.
    ///
    /// # Errors
    /// Refused by role or family; to whoever has no use for plans.
    pub fn plan_of(&self, family: FamilyId, today: NaiveDate) -> Result<FamilyPlan, Problem> {
        self.ask_for_family(Right::ReadPlans, family)?;
        self.saw_inside(Goal::NOUN, 0, family);
        self.read_plan(family, today)
    }

    /// Reads the plan of a family for whoever has been asked and told of.
    pub(in crate::store) fn read_plan(&self, family: FamilyId, today: NaiveDate) -> Result<FamilyPlan, Problem> {
        let _picture = self.picture()?;
        let connection = &self.connection;
        let of = named_params! {":family": family.0, ":today": today};
        let whose = named_params! {":family": family.0};
        let mut steps: BTreeMap<u32, NaiveDate> = BTreeMap::new();
        let mut statement = connection.prepare_cached(STEPS)?;
        let mut rows = statement.query(of)?;
        while let Some(row) = rows.next()? {
            steps.insert(row.get(0)?, row.get(1)?);
        }
        let goals = goal::of_family(connection, family)?.into_iter().map(|stored| GoalLine {
            id: stored.id,
            version: stored.version,
            stepped_on: steps.get(&stored.value.number).copied(),
            goal: stored.value,
        });
        let mut plan = FamilyPlan {
            phases: phase::of_family(connection, family)?,
            crisis: crisis_support::of_family(connection, family)?,
            goals: goals.collect(),
            actions: action::of_family(connection, family)?,
            attainments: attainment::of_family(connection, family)?,
            ..FamilyPlan::default()
        };
        let mut statement = connection.prepare_cached(TALKS)?;
        let mut rows = statement.query(of)?;
        while let Some(row) = rows.next()? {
            plan.talks.insert(PersonId(row.get(0)?), row.get(1)?);
        }
        for (sql, found) in [(VISITED, &mut plan.visited), (PLACED, &mut plan.placed), (EXPECTED, &mut plan.expected)] {
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query(of)?;
            while let Some(row) = rows.next()? {
                found.insert(PersonId(row.get(0)?));
            }
        }
        let mut statement = connection.prepare_cached(OBSTACLES)?;
        let mut rows = statement.query(of)?;
        while let Some(row) = rows.next()? {
            let kinds = plan.obstacles.entry(PersonId(row.get(0)?)).or_default();
            let kind = row.get::<_, Coded<ObstacleKind>>(1)?.0;
            kinds.extend((!kinds.contains(&kind)).then_some(kind));
        }
        let mut statement = connection.prepare_cached(REVISED)?;
        let mut rows = statement.query(whose)?;
        while let Some(row) = rows.next()? {
            plan.revised.insert(PersonId(row.get(0)?), row.get(1)?);
        }
        Ok(plan)
    }

    /// The revisions of a person's plan, the first first.
    ///
    /// # Errors
    /// Refused by role or family; nobody of that identity.
    pub fn revisions_of(&self, family: FamilyId, person: PersonId) -> Result<Vec<Stored<PlanRevision>>, Problem> {
        self.ask_for_family(Right::ReadPlans, family)?;
        self.saw_inside(PlanRevision::NOUN, 0, family);
        plan_revision::of_person(&self.connection, family, person)
    }

    /// The open actions of a family towards one of some goals: what a session that touched these may have done.
    ///
    /// # Errors
    /// Refused by role or family.
    pub fn actions_towards(&self, family: FamilyId, goals: &[u32]) -> Result<Vec<Stored<PlanAction>>, Problem> {
        self.ask_for_family(Right::NoteEvents, family)?;
        self.saw_inside(PlanAction::NOUN, 0, family);
        let mut actions = action::of_family(&self.connection, family)?;
        let is_of = |one: &PlanAction| one.done_on.is_none() && one.goal.is_some_and(|goal| goals.contains(&goal));
        actions.retain(|stored| is_of(&stored.value));
        Ok(actions)
    }
}
