//! Something to be seen to about the casebook itself, not about a family's support.

use chrono::NaiveDate;

use super::ids::FamilyId;

/// A matter, as data: its sentence and what is to be done about it are in the locale files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Which sentence, without the `matter-` in front.
    pub about: &'static str,
    /// The sentence's arguments; no names of families or their people.
    pub args: Vec<(&'static str, String)>,
    /// The family it is about, what it is called, and its case reference.
    pub family: Option<(FamilyId, String, String)>,
    /// The number of what is looked through with one key, if it is that.
    pub record: Option<i64>,
    /// Since when.
    pub since: Option<NaiveDate>,
}
