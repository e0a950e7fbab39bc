//! Reading without the interface is journalled too. Where the disk cannot be written to it is read all the same, and
//! that it could not be journalled is told.

use std::io::{self, Write};

use super::invocation::Invocation;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::text::clean_line;
use crate::store::{Lot, Store};

/// Journals that a family was opened.
///
/// # Errors
/// Refused by role or family.
pub fn reading(call: &Invocation, store: &Store, family: FamilyId) -> Result<(), Problem> {
    store.journal_reading(family)?;
    tell(call, store);
    Ok(())
}

/// Journals that records were listed or shown.
///
/// # Errors
/// Refused by role or family.
pub fn listing(call: &Invocation, store: &Store, lot: &Lot<'_>) -> Result<(), Problem> {
    store.journal_listing(lot)?;
    tell(call, store);
    Ok(())
}

/// Says on standard error that what is read is not journalled, if that is so.
pub fn tell(call: &Invocation, store: &Store) {
    if store.kept_readings() > 0 {
        // Where standard error is gone there is nobody to tell.
        let _ = writeln!(io::stderr(), "trygg: {}", clean_line(&call.locale.say("said-reading-kept")));
    }
}
