//! What a plan must hold, as a checklist: what of it the casebook shows, and what is to be asked for. With its source.

use super::Plan;
use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::plan_content::{Content, Contents};
use crate::locale::{Language, arg};

impl Plan {
    /// What is asked of the plan at hand, and how much of it the casebook shows.
    pub fn contents(&self, cx: &Cx) -> Vec<(&'static Content, usize)> {
        let Some(person) = self.person else { return Vec::new() };
        let shown = self.plan.shown_of(person);
        let asked = Contents::shipped().asked(self.plan.placed.contains(&person), cx.world.today);
        asked.map(|content| (content, content.count(&shown))).collect()
    }

    /// Tells it line by line.
    pub(super) fn tell_contents(&self, cx: &Cx) -> Then {
        let Some(person) = self.person else { return Then::Stay };
        let shown = self.plan.shown_of(person);
        let is_swedish = cx.locale.language() == Language::Swedish;
        let name = [("name", arg(self.name(person, cx.setting())))];
        let mut question = Question::new(cx.locale.tell("plan-contents", &name));
        for (content, count) in self.contents(cx) {
            let title = if is_swedish { &content.title_sv } else { &content.title_en };
            let told = [
                ("title", arg(title.as_str())),
                ("count", arg(count)),
                ("all", arg(content.items.len())),
                ("source", arg(content.source.as_str())),
                ("since", arg(cx.locale.date(content.valid_from, cx.world.today))),
            ];
            question = question.told(cx.locale.tell("plan-content", &told));
            for item in &content.items {
                let sign = if item.is_shown(&shown) { "✓" } else { "?" };
                let text = if is_swedish { &item.text_sv } else { &item.text_en };
                question = question.told(format!("{sign} {text}"));
            }
        }
        question.told(cx.locale.say("plan-content-unshown")).into()
    }
}
