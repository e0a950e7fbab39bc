//! Drafts: what is typed is kept within a second of a pause, and offered again where it was typed.

use std::time::Duration;

use chrono::NaiveDate;

use super::{Cx, Notice};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::Draft;

/// How long a pause in typing is before the text is kept.
pub const PAUSE: Duration = Duration::from_millis(400);

/// How often a draft has come in vain when it is told that it is not kept yet.
const PATIENT: u32 = 3;

/// How long a key that saves something may take for the disk's sake.
const MOMENT: Duration = Duration::from_millis(5);

impl Cx {
    /// Keeps what is typed at a place, or drops what was kept there where nothing is.
    pub(in crate::app) fn keep_draft(&self, place: &str, body: Option<&str>) -> Result<(), Problem> {
        match body {
            Some(body) => self.store.keep_draft(place, body),
            // Something may have been kept at a pause and taken back since.
            None => self.store.drop_draft(place),
        }
    }

    /// The same at a pause in typing, which nobody is to notice: where somebody else writes, it comes again by itself.
    pub(in crate::app) fn try_to_keep_draft(&self, place: &str, body: Option<&str>) -> Result<(), Problem> {
        self.store.briefly(|| self.keep_draft(place, body))
    }

    /// Tells that drafts could not be kept: trouble with the disk at once, that others write if it goes on.
    pub(in crate::app) fn tell_how_drafts_are_kept(&mut self, kept: Result<(), Problem>) {
        let not_yet = Notice::Trouble(self.locale.say("not-kept-others-write"));
        match kept {
            Err(problem) if problem.key == Problem::WAITS => {
                self.unkept += 1;
                if self.unkept >= PATIENT && self.notice.is_none() {
                    self.notice = Some(not_yet);
                }
            }
            kept => {
                self.unkept = 0;
                if kept.is_ok() && self.notice.as_ref() == Some(&not_yet) {
                    self.notice = None;
                }
                self.tell_if_failed(kept);
            }
        }
    }

    /// Whether drafts wait for others to be done.
    pub(in crate::app) fn has_waiting_drafts(&self) -> bool {
        self.unkept > 0
    }

    /// Whether what is told to be done is still on its way to the disk: before it is there, nobody is told that it is
    /// saved. What is written afterwards beside it takes nothing back.
    pub fn is_saving(&self) -> bool {
        self.is_saving
    }

    /// Journals what was read while others wrote, and hears what the disk says; true when something may look different.
    pub(in crate::app) fn hear_of_the_disk(&mut self) -> bool {
        self.store.tell_looks();
        let trouble = self.store.trouble_of_disk();
        if let Some(problem) = &trouble {
            self.tell_problem(problem);
        }
        let was_saving = self.is_saving;
        self.is_saving &= !self.store.is_on_disk(Duration::ZERO);
        trouble.is_some() || was_saving != self.is_saving
    }

    /// When something new may be told: most disks have done what was asked of them before anybody could have read that
    /// they are at it.
    pub(in crate::app) fn wait_a_moment_for_the_disk(&mut self) {
        self.is_saving = matches!(self.notice, Some(Notice::Done(_))) && !self.store.is_on_disk(MOMENT);
    }

    /// Keeps what is typed as one leaves it, and tells so.
    pub(in crate::app) fn leave_draft(&mut self, place: &str, body: Option<String>) -> Result<(), Problem> {
        self.keep_draft(place, body.as_deref())?;
        self.notice = body.map(|_| Notice::Done(self.locale.say("notice-kept")));
        self.count_drafts()
    }

    /// Throws a draft away.
    pub(in crate::app) fn discard_draft(&mut self, place: &str) -> Result<(), Problem> {
        if self.store.draft(place)?.is_some() {
            self.store.drop_draft(place)?;
        }
        self.tell("notice-discarded");
        self.count_drafts()
    }

    pub(in crate::app) fn count_drafts(&mut self) -> Result<(), Problem> {
        self.drafts = match self.store.drafts() {
            Err(problem) if problem.kind == Kind::Refused => 0,
            drafts => drafts?.len(),
        };
        Ok(())
    }

    /// When the casebook is opened: what waits to be finished.
    pub(in crate::app) fn tell_of_drafts(&mut self) -> Result<(), Problem> {
        self.count_drafts()?;
        if self.drafts > 0 {
            self.notice = Some(Notice::Done(self.locale.tell("notice-drafts", &[("count", arg(self.drafts))])));
        }
        Ok(())
    }

    /// Tells that a draft is back; one from another day with its day, for "today" in it means another day now.
    pub(in crate::app) fn tell_draft_back(&mut self, draft: &Draft) {
        let day = draft.saved_at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        self.notice = Some(Notice::Done(match day.filter(|day| *day < self.world.today) {
            Some(day) => {
                self.locale.tell("notice-draft-back-from", &[("day", arg(self.locale.day(day, self.world.today)))])
            }
            None => self.locale.say("notice-draft-back"),
        }));
    }
}
