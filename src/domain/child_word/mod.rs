//! Children's own words: what a child said, as it said it, who heard it and where. They are the child's: a parent is
//! shown none of them unless the child has said that they may be.

mod entry;
mod heard;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::{Answer, HeardAt};
use crate::domain::ids::{FamilyId, PersonId};

pub use entry::{CHILD_WORD, draft as child_word_draft, read as read_child_word};
pub use heard::{Heard, HeardIn};

/// A quotation, as stored without identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Whose family.
    pub family: FamilyId,
    /// Who said it.
    pub child: PersonId,
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub words: String,
    /// Where they were heard.
    pub heard_at: HeardAt,
    /// Who heard them, of the staff, by name.
    pub heard_by: String,
    /// Whether the child says that the parents may read them; they may not where nobody has asked.
    pub to_parents: Option<Answer>,
}
