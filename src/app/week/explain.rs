//! Why a duty stands as it does: what it counts from, how long there is, where that is from and how sure it is.

use crate::app::desk::App;
use crate::app::visits::Question;
use crate::domain::deadlines::{CountsFrom, Duty, Limit, Rule, Since, Trigger, breaks_missing};
use crate::locale::arg;

impl App {
    /// Tells the rule behind a duty: what it counts from, how long there is, where it is from and how sure that is.
    pub(super) fn explain(&mut self, duty: &Duty) {
        let Some(rule) = self.store.rules().all().get(duty.rule) else { return };
        let day = |day| self.locale.day(day, self.world.today);
        let mut question = Question::new(self.locale.duty(duty, rule, &self.week.names, self.setting()));
        let from = [("day", arg(day(duty.about.counted_from)))];
        question = question.told(self.locale.tell(&format!("counts-from-{}", counted_from(duty, rule)), &from));
        question = question.told(self.locale.duty_why(duty, self.world.today));
        if rule.trigger == Trigger::SchoolChanged {
            let until = self.world.today;
            let days = (until - duty.about.counted_from).num_days();
            let school = crate::domain::deadlines::school_days(duty.about.counted_from, until, &self.store.unit().days);
            question =
                question.told(self.locale.tell("without-school", &[("days", arg(days)), ("school", arg(school))]));
        }
        let counts_school_days = [rule.within, rule.amber, rule.then]
            .into_iter()
            .flatten()
            .any(|limit| matches!(limit, Limit::SchoolDays(_)));
        if rule.trigger == Trigger::SchoolChanged || counts_school_days {
            let until = duty.due_on.unwrap_or(self.world.today).max(self.world.today);
            for missing in breaks_missing(duty.about.counted_from, until, &self.store.unit().days) {
                question = question.told(self.locale.missing_break(missing));
            }
        }
        let sure = self.locale.say(&format!("confidence-{}", rule.sureness()));
        let source = [("source", arg(rule.source.as_str())), ("sure", arg(sure)), ("name", arg(rule.name.as_str()))];
        question = question.told(self.locale.tell("rule-source", &source));
        self.open_question(question);
    }
}

fn counted_from(duty: &Duty, rule: &Rule) -> &'static str {
    match (duty.since, rule.trigger) {
        (Since::LastTime, Trigger::RestrictionDecided | Trigger::RestrictionIncomplete) => return "last-consideration",
        (Since::LastTime, _) => return "last-time",
        (Since::Pause, _) => return "pause",
        (Since::Beginning, _) => {}
    }
    match rule.trigger {
        Trigger::FamilyStarted => "family",
        Trigger::CareEnded => "care-ended",
        Trigger::ChildBorn => "birth",
        _ if rule.counts_from.is_some() => match rule.counts_from() {
            CountsFrom::Care => "care",
            CountsFrom::Basis => "basis",
            CountsFrom::Home => "home",
            CountsFrom::Placement => "placement",
        },
        Trigger::CareStarted | Trigger::ParentSeparated | Trigger::PlacementOnBasis => "care",
        Trigger::PlacementStarted | Trigger::LocationHidden | Trigger::SchoolChanged => "placement",
        Trigger::RestrictionDecided | Trigger::RestrictionIncomplete => "restriction",
        _ => "day",
    }
}
