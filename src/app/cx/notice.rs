//! The one line that tells what just happened.

use super::{Cx, Flow, Landmark};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Record, Saving, Step, VisitSaving};

/// What just happened, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Something was done.
    Done(String),
    /// Something could not be done: the sentence and what to do.
    Trouble(String),
}

impl Notice {
    /// The words.
    pub fn text(&self) -> &str {
        match self {
            Self::Done(text) | Self::Trouble(text) => text,
        }
    }
}

impl Cx {
    /// Tells that something was done, by a key of the locale files.
    pub(in crate::app) fn tell(&mut self, key: &str) {
        self.notice = Some(Notice::Done(self.locale.say(key)));
    }

    /// Tells that something could not be done, by a key of the locale files.
    pub(in crate::app) fn trouble(&mut self, key: &str) {
        self.notice = Some(Notice::Trouble(self.locale.say(key)));
    }

    /// Tells what was done, or could not be, outside the program's own places.
    pub fn hear(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.wait_a_moment_for_the_disk();
    }

    /// Tells a problem with what to do about it.
    pub(in crate::app) fn tell_problem(&mut self, problem: &Problem) {
        match problem.key {
            // Somebody was removed: whoever stays goes on under the new key.
            "new-key" if self.store.follow_key().is_ok() => {
                self.written = true;
                return self.trouble("key-followed");
            }
            // Whoever was kept out sees nothing more, and whoever lost the key.
            "new-key" | "user-disabled" | "older-key-file" => self.flow = Flow::Lock,
            _ => {}
        }
        let hint = self.locale.hint(problem).unwrap_or_default();
        let sentence = format!("{} {hint}", self.locale.problem(problem));
        self.notice = Some(Notice::Trouble(sentence.trim_end().to_owned()));
    }

    /// Shows a problem, or nothing.
    pub(in crate::app) fn tell_if_failed(&mut self, done: Result<(), Problem>) {
        if let Err(problem) = done {
            self.tell_problem(&problem);
        }
    }

    /// Tells what was saved, and so what undo would take back. What is on the screen is read again.
    pub(in crate::app) fn tell_saved(&mut self) {
        let step = self.undoable();
        self.marks.added = step.as_ref().and_then(Landmark::added);
        self.notice = step.map(|step| Notice::Done(self.tell_step("notice-saved", &step)));
        self.written = true;
    }

    /// Tells what came of saving a record; false when a colleague was first.
    pub(in crate::app) fn tell_outcome<R: Record>(&mut self, saving: &Saving<R>) -> bool {
        self.tell_saved_or_newer(matches!(saving, Saving::Saved(_)))
    }

    /// Tells what came of saving a visit; false when a colleague was first.
    pub(in crate::app) fn tell_visit_outcome(&mut self, saving: VisitSaving) -> bool {
        self.tell_saved_or_newer(saving == VisitSaving::Saved)
    }

    /// Tells that something was saved, or that a colleague was first.
    pub(in crate::app) fn tell_saved_or_newer(&mut self, is_saved: bool) -> bool {
        if is_saved {
            self.tell_saved();
        } else {
            self.trouble("notice-read-again");
            self.written = true;
        }
        is_saved
    }

    /// What undo would take back now, in words.
    pub fn undo_sentence(&self) -> Option<String> {
        self.undoable().map(|step| self.tell_step("undo-takes-back", &step))
    }

    pub(in crate::app) fn tell_step(&self, key: &str, step: &Step) -> String {
        let day = step.day.map(|day| format!(" {}", self.locale.day(day, self.world.today))).unwrap_or_default();
        let label = format!("{}{day}", step.label);
        let what = self.locale.tell(&format!("step-{}-{}", step.act, step.noun), &[("label", arg(label))]);
        self.locale.tell(key, &[("what", arg(what)), ("more", arg(step.more))])
    }
}
