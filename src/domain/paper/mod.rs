//! A paper of the family: a child's life story, a safety plan, or what one worries about, what works and what needs to
//! happen. Each version is a record, so that all of them are kept and can be laid side by side; the last one holds.

mod entry;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::PaperKind;
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{LIFE_STORY, PAPER, SAFETY_PLAN, THREE_COLUMNS, draft as paper_draft, form_of, read as read_paper};

/// A version of a paper as stored, without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Whose.
    pub family: FamilyId,
    /// Which paper.
    pub kind: PaperKind,
    /// The child it is about, where it is about one.
    pub person: Option<PersonId>,
    /// The day of the version.
    pub on: NaiveDate,
    /// With whom it was made.
    pub made_with: Option<String>,
    /// The story; in a safety plan, what one sees when the worry comes back.
    pub text: Option<String>,
    /// Who does what, a line each: `Mormor: fetches on Tuesdays`.
    pub who_does_what: Option<String>,
    /// From when it is tried.
    pub tried_on: Option<NaiveDate>,
    /// Until when.
    pub tried_until: Option<NaiveDate>,
    /// How that went.
    pub tried: Option<String>,
    /// What one worries about.
    pub worried: Option<String>,
    /// What works well.
    pub works_well: Option<String>,
    /// What needs to happen.
    pub needs: Option<String>,
    /// How safe it is, from 0 to 10.
    pub scale: Option<u32>,
}

impl Paper {
    /// A version of a paper in which nothing stands yet.
    pub fn new(family: FamilyId, kind: PaperKind, person: Option<PersonId>, on: NaiveDate) -> Self {
        Self {
            family,
            kind,
            person,
            on,
            made_with: None,
            text: None,
            who_does_what: None,
            tried_on: None,
            tried_until: None,
            tried: None,
            worried: None,
            works_well: None,
            needs: None,
            scale: None,
        }
    }

    /// Whether it has been tried for as long as was agreed, and nobody has told how that went.
    pub fn is_tried_and_untold(&self, today: NaiveDate) -> bool {
        self.tried_until.is_some_and(|until| until < today) && self.tried.is_none()
    }

    /// Which paper it is a version of.
    pub fn of(&self) -> (PaperKind, Option<PersonId>) {
        (self.kind, self.person)
    }

    /// Who does what: the lines that say both.
    pub fn deeds(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.who_does_what.iter().flat_map(|text| text.lines());
        lines.filter_map(|line| line.split_once(':')).map(|(who, what)| (who.trim(), what.trim()))
    }
}
