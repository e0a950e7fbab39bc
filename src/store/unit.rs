//! The unit's own settings: files beside the database that hold no case. A faulty one is told of and not used, so that
//! nobody is locked out of the casebook by a slip in it.

use std::fs;
use std::path::Path;

use super::files;
use crate::domain::problem::Problem;
use crate::domain::visit::{Ladder, Unit};

/// The unit's own visit ladder, in the form of `assets/ladder.toml`.
const LADDER: &str = "ladder.toml";

/// The unit's closed days, school breaks and ways (see `domain::visit::unit`).
const DAYS: &str = "visits.toml";

/// Reads the settings in a casebook's directory, and what is wrong with them.
pub(super) fn read(directory: &Path) -> (Unit, Vec<Problem>) {
    let mut unit = Unit::default();
    let mut faults = Vec::new();
    let mut take = |name: &str, read: &mut dyn FnMut(&str) -> Result<(), Problem>| {
        let path = directory.join(name);
        if !path.exists() {
            return;
        }
        let text = fs::read_to_string(&path).map_err(|cause| files::problem("unit-file", &path, cause));
        if let Err(problem) = text.and_then(|text| read(&text)) {
            faults.push(problem.with("file", name.to_owned()));
        }
    };
    take(LADDER, &mut |text| {
        unit.ladder = Ladder::parse(text)?;
        Ok(())
    });
    take(DAYS, &mut |text| unit.read_days(text));
    (unit, faults)
}
