//! The plan of a family on its sheet, line by line: the phase, crisis support, goals that are open and how far each has
//! come, actions that are not done. The dossier tells all of it, what is done and past too.

use super::sheet::{Line, Maker, Weight};
use crate::domain::action::PlanAction;
use crate::domain::codes::{GoalState, PHASES};
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::goal::GoalLine;
use crate::domain::phase::Phase;
use crate::locale::arg;

impl Maker<'_> {
    /// The plan: what of it holds today, or all of it.
    pub(super) fn plan(&self, all: bool) -> Vec<Line> {
        let (plan, today) = (&self.sheet.plan, self.sheet.today);
        let phases = plan.phases.iter().map(|stored| &stored.value);
        let phases = phases.filter(|one| all || one.until.is_none_or(|until| today <= until));
        let crisis = plan.crisis.iter().map(|stored| &stored.value).filter(|one| all || one.ended_on.is_none());
        let goals = plan.goals.iter().filter(|one| all || one.goal.state == GoalState::Open);
        let actions = plan.actions.iter().map(|stored| &stored.value).filter(|one| all || one.done_on.is_none());
        let phases = phases.map(|one| self.phase(one)).chain(crisis.map(|one| self.crisis(one)));
        phases.chain(goals.map(|one| self.goal(one))).chain(actions.map(|one| self.action(one))).collect()
    }

    fn phase(&self, one: &Phase) -> Line {
        let mut parts = vec![self.locale.code(PHASES, &one.phase)];
        parts.extend(one.until.map(|until| self.about_day("until-day", until)));
        parts.extend(one.legal_form.map(|form| self.locale.label(form)));
        self.on(Weight::Quiet, one.from, String::new(), parts.join(" · "))
    }

    fn crisis(&self, one: &CrisisSupport) -> Line {
        let held = self.sheet.plan.talks.get(&one.parent).copied().unwrap_or_default();
        let mut parts = vec![self.name(one.parent), self.locale.say("plan-crisis").to_lowercase()];
        parts.extend(one.answer.map(|answer| self.locale.label(answer)));
        parts.push(self.locale.tell("plan-talks", &[("count", arg(one.talks(held)))]));
        parts.extend(one.ended_on.map(|day| self.about_day("plan-ended", day)));
        self.maybe_on(Weight::Quiet, one.offered_on, parts.join(" · "))
    }

    /// A goal: whose, its words, how it stands, its day, and how long nothing has come of it.
    fn goal(&self, line: &GoalLine) -> Line {
        let (goal, today) = (&line.goal, self.sheet.today);
        let asked = line.asked(today);
        let weight = match (goal.state, asked) {
            (GoalState::Open, Some(_)) => Weight::Missing,
            (GoalState::Open, None) => Weight::Ahead,
            _ => Weight::Past,
        };
        let mut parts = vec![self.name(goal.person), format!("{} {}", goal.number, goal.goal), goal.stood()];
        if goal.state != GoalState::Open {
            parts.push(self.locale.label(goal.state));
        } else if asked.is_some() {
            parts.push(self.about_day("plan-no-step", line.since()));
        }
        parts.retain(|part| !part.is_empty());
        self.maybe_on(weight, goal.target_on, parts.join(" · "))
    }

    fn action(&self, one: &PlanAction) -> Line {
        let weight = match (one.done_on, one.is_late(self.sheet.today)) {
            (Some(_), _) => Weight::Past,
            (None, true) => Weight::Alarm,
            (None, false) => Weight::Ahead,
        };
        let mut parts = vec![one.text.clone()];
        parts.extend(one.who.clone());
        self.maybe_on(weight, one.done_on.or(one.due_on), parts.join(" · "))
    }
}
