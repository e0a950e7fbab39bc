//! What was changed in a plan, day by day, the newest first, in words.

use chrono::NaiveDate;

use super::Plan;
use crate::app::cx::Cx;
use crate::app::form::in_words;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::goal::GOAL;
use crate::domain::plan_revision::{Agreed, Difference, compare, fold, opening};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::Stored;

/// So many days are told.
const DAYS: usize = 6;

impl Plan {
    /// Tells what was changed in the plan, a day a paragraph: each day's plan beside that of the day before.
    pub(super) fn tell_revisions(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let (Some(family), Some(person)) = (cx.family(), self.person) else { return Ok(Then::Stay) };
        let revisions = cx.store.revisions_of(family, person)?;
        let name = [("name", arg(self.name(person, cx.setting())))];
        let mut question = Question::new(cx.locale.tell("plan-revisions", &name));
        let now = self.goals.iter().map(|line| (line.goal.number, crate::domain::plan_revision::agreed(&line.goal)));
        let mut plan = opening(now.collect(), revisions.iter().map(|stored| &stored.value));
        let mut days: Vec<(NaiveDate, Vec<String>, Vec<String>)> = Vec::new();
        for of_day in revisions.chunk_by(|one, next| one.value.on == next.value.on) {
            let before = plan.clone();
            plan = fold(plan, of_day.iter().map(|stored| &stored.value));
            let mut by: Vec<String> = of_day.iter().map(|stored: &Stored<_>| stored.value.by.clone()).collect();
            by.dedup();
            let told = compare(&before, &plan);
            let lines: Vec<String> = told
                .iter()
                .map(|(number, difference)| told_of(cx, *number, difference, plan.get(number).or(before.get(number))))
                .collect();
            days.push((of_day[0].value.on, by, lines));
        }
        for (on, by, lines) in days.into_iter().rev().take(DAYS) {
            let day = cx.locale.day(on, cx.world.today);
            question = question.told(format!("{day} · {}: {}", by.join(", "), lines.join(" · ")));
        }
        if revisions.is_empty() {
            question = question.told(cx.locale.say("plan-no-revisions"));
        }
        Ok(question.into())
    }
}

/// What became of a goal on a day.
fn told_of(cx: &Cx, number: u32, difference: &Difference, of: Option<&Agreed>) -> String {
    let locale = &cx.locale;
    let goal = of.and_then(|of| of.get("goal")).cloned().unwrap_or_default();
    let of = [("number", arg(number)), ("goal", arg(goal))];
    match difference {
        Difference::New => locale.tell("plan-goal-new", &of),
        Difference::Gone => locale.tell("plan-goal-gone", &of),
        Difference::Changed(fields) => {
            let told: Vec<String> = fields.iter().map(|(key, sides)| field_told(cx, key, sides)).collect();
            let of = [("number", arg(number)), ("fields", arg(told.join(", ")))];
            locale.tell("plan-goal-changed", &of)
        }
    }
}

/// A field as it was and as it is.
fn field_told(cx: &Cx, key: &str, (was, is): &(Option<String>, Option<String>)) -> String {
    let word = |text: &Option<String>| match (GOAL.field(key), text) {
        (Some(field), Some(text)) => in_words(field.shape, text, &cx.locale),
        _ => "–".to_owned(),
    };
    format!("{} {} → {}", cx.locale.column(GOAL.kind, key).to_lowercase(), word(was), word(is))
}
