//! What somebody must see to about the casebook itself, not about a family's support: a copy that is too old, a family
//! that was opened in an emergency, accesses to review. Whoever answers for it finds it on the week until it is done.
//!
//! Each kind of matter has a row in [`SOURCES`] and two sentences in the locale files, `matter-<about>` and
//! `matter-<about>-do`, which says what to do.

use chrono::NaiveDate;

use crate::domain::access::{Reach, Right};
use crate::domain::matter::Matter;
use crate::domain::problem::Problem;
use crate::store::{Store, copies, purge, users};

/// Finds the matters of one kind, on a day.
type Source = fn(&Store, NaiveDate) -> Result<Vec<Matter>, Problem>;

/// Who sees to what.
const SOURCES: &[(Right, Source)] = &[
    (Right::KeepDrafts, users::recovered),
    (Right::ReadJournal, Store::review_matters),
    (Right::Maintain, copies::matters),
    (Right::ConfirmPurge, purge::matters),
    (Right::ReviewGlass, |store, _| store.glass_matters()),
];

impl Store {
    /// What the actor must see to about the casebook itself.
    ///
    /// # Errors
    /// A casebook that cannot be read.
    pub fn matters(&self, today: NaiveDate) -> Result<Vec<Matter>, Problem> {
        self.footing()?;
        let mut matters = Vec::new();
        for (right, source) in SOURCES {
            if self.reach(*right) != Reach::Nothing {
                matters.extend(source(self, today)?);
            }
        }
        Ok(matters)
    }
}
