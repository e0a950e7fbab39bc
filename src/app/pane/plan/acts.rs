//! Acts on a plan: a goal in the marked area, an action towards the marked goal, how far it has come.

use super::{Plan, Row};
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::domain::action::PlanAction;
use crate::domain::codes::MemberRole;
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::goal::Goal;
use crate::domain::problem::Problem;
use crate::locale::arg;

impl Plan {
    /// A new goal of the person, in the marked area.
    pub(super) fn new_goal(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(family) = cx.chosen() else { return Ok(Then::Stay) };
        let area = self.rows.current().and_then(Row::area);
        noun::goal::new(cx, &family, self.person, area)?.open(cx)
    }

    /// A new action, towards the marked goal.
    pub(super) fn new_action(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(family) = cx.chosen() else { return Ok(Then::Stay) };
        let goal = self.rows.current().and_then(Row::goal);
        noun::action::new(cx, &family, self.person, goal)?.open(cx)
    }

    /// A new phase of the family.
    pub(super) fn new_phase(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(family) = cx.chosen() else { return Ok(Then::Stay) };
        noun::phase::new(cx, &family).open(cx)
    }

    /// The crisis support of the parent at hand, as it was last written; a new one where there is none.
    pub(super) fn crisis_support(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(family) = cx.chosen() else { return Ok(Then::Stay) };
        let parent = self.member().filter(|member| member.role != MemberRole::Child).map(|member| member.id);
        match parent.and_then(|parent| self.plan.crisis_of(parent)) {
            Some(stored) => noun::crisis_support::over(cx, stored.id)?.open(cx),
            None => noun::crisis_support::new(cx, &family, parent)?.open(cx),
        }
    }

    /// Opens what is marked to be changed.
    pub(super) fn open_row(&self, cx: &mut Cx) -> Result<Then, Problem> {
        match self.rows.current() {
            Some(Row::Area { goal: Some(number), .. }) => {
                self.goal(*number).map_or(Ok(Then::Stay), |line| noun::goal::over(cx, line.id)?.open(cx))
            }
            Some(Row::Action(id)) => noun::action::over(cx, *id)?.open(cx),
            Some(Row::Crisis(Some(id))) => noun::crisis_support::over(cx, *id)?.open(cx),
            _ => Ok(Then::Stay),
        }
    }

    /// Says how far a goal has come, or that an action was done today or is not done after all.
    pub(super) fn tick(&self, cx: &mut Cx) -> Result<Then, Problem> {
        match self.rows.current() {
            Some(Row::Area { goal: Some(number), .. }) => {
                let Some(family) = cx.chosen() else { return Ok(Then::Stay) };
                noun::attainment::new(cx, &family, Some(*number)).open(cx)
            }
            Some(Row::Action(id)) => {
                let Some(stored) = self.action(*id) else { return Ok(Then::Stay) };
                let done_on = if stored.value.done_on.is_some() { None } else { Some(cx.world.today) };
                let saved = cx.store.action_done(stored.id, stored.version, done_on)?;
                cx.tell_outcome(&saved);
                Ok(Then::Stay)
            }
            _ => self.open_row(cx),
        }
    }

    pub(super) fn ask_to_remove(&self, cx: &Cx) -> Then {
        let asked = |what: String| cx.locale.tell("ask-remove-of-plan", &[("what", arg(what))]);
        match self.rows.current() {
            Some(Row::Area { goal: Some(number), .. }) => self.goal(*number).map_or(Then::Stay, |line| {
                let what =
                    cx.locale.tell("plan-goal-named", &[("number", arg(*number)), ("goal", arg(&*line.goal.goal))]);
                Confirm::record::<Goal>(asked(what), line.id, line.version).into()
            }),
            Some(Row::Action(id)) => self.action(*id).map_or(Then::Stay, |stored| {
                Confirm::record::<PlanAction>(asked(stored.value.text.clone()), stored.id, stored.version).into()
            }),
            Some(Row::Crisis(Some(id))) => {
                let stored = self.plan.crisis.iter().find(|stored| stored.id == *id);
                stored.map_or(Then::Stay, |stored| {
                    let what = cx.locale.say("noun-crisis_support");
                    Confirm::record::<CrisisSupport>(asked(what), stored.id, stored.version).into()
                })
            }
            _ => Then::Stay,
        }
    }
}
