//! Drafts: what is typed is kept within a second of a pause, and offered again where it was typed.

use std::time::Duration;

use chrono::NaiveDate;

use super::{Cx, Notice};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::Draft;

/// How long a pause in typing is before the text is kept.
pub const PAUSE: Duration = Duration::from_millis(400);

impl Cx {
    /// Keeps what is typed at a place, or drops what was kept there where nothing is.
    pub(in crate::app) fn keep_draft(&self, place: &str, body: Option<&str>) -> Result<(), Problem> {
        match body {
            Some(body) => self.store.keep_draft(place, body),
            // Something may have been kept at a pause and taken back since.
            None => self.store.drop_draft(place),
        }
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
