//! Tasks and goals of a line in words.

use chrono::NaiveDate;

use super::speech::Locale;
use crate::domain::discretion::Setting;
use crate::domain::quickline::{GoalTold, TaskLine};

impl Locale {
    /// The task that a line would make: what, by when, who, for whom. All of it is told, for nothing of the line but
    /// its day, its family and its `@name` is left out of the text.
    pub fn task_preview(&self, line: &TaskLine, today: NaiveDate) -> Vec<String> {
        let task = &line.task;
        let due = task.due_on.map_or_else(|| self.say("task-no-day"), |day| self.day(day, today));
        let whose = line.family.as_ref().map_or_else(|| self.say("task-own"), |family| family.name.clone());
        vec![[format!("· {}", task.what), due, task.who.clone(), whose].join("  ")]
    }
    /// The goal that a line would make: all of it, whose, in which area, by when.
    pub fn goal_preview(&self, told: &GoalTold, today: NaiveDate, setting: Setting) -> Vec<String> {
        let goal = &told.goal;
        let target = goal.target_on.map_or_else(|| self.say("task-no-day"), |day| self.day(day, today));
        let whose = told.person.given_name.shown(setting);
        vec![[format!("· {}", goal.goal), whose, self.label(goal.area), target, told.family.name.clone()].join("  ")]
    }
}
