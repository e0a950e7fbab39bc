//! What a casebook is there for: work, or what a file beside a demo says. One to practise on is forgotten at midnight.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::invocation::Invocation;
use crate::app::Stage;
use crate::domain::problem::{Kind, Problem};
use crate::store::{Casebook, CasebookKind};

/// The file beside a demo.
const FILE: &str = "stage";
const TOUR: &str = "tour";
const PRACTICE: &str = "practice ";

/// What a casebook is there for.
pub fn of(casebook: &Casebook) -> Stage {
    if casebook.purpose() == CasebookKind::Real {
        return Stage::Work;
    }
    match said(casebook.directory()).as_deref() {
        Some(TOUR) => Stage::Tour,
        Some(said) if said.starts_with(PRACTICE) => Stage::Practice,
        _ => Stage::Demo,
    }
}

/// Says that a demo is for the tour.
///
/// # Errors
/// When it cannot be written.
pub fn for_tour(directory: &Path) -> Result<(), Problem> {
    say(directory, TOUR)
}

/// Says that a demo is practised on, on a day.
///
/// # Errors
/// When it cannot be written.
pub fn for_practice(directory: &Path, on: NaiveDate) -> Result<(), Problem> {
    say(directory, &format!("{PRACTICE}{on}"))
}

/// The day that a demo is practised on; none where it is no such.
pub fn practised_on(directory: &Path) -> Option<NaiveDate> {
    said(directory)?.strip_prefix(PRACTICE)?.parse().ok()
}

/// Whether a demo was practised on before a day, and is to be forgotten.
pub fn is_past(directory: &Path, today: NaiveDate) -> bool {
    practised_on(directory).is_some_and(|on| on != today)
}

/// Forgets what was practised on before a day, once nobody looks at it any more.
pub struct Forgets<'a> {
    directory: PathBuf,
    call: &'a Invocation,
}

impl<'a> Forgets<'a> {
    /// Takes care of a casebook, by the clock of a call.
    pub fn past(directory: &Path, call: &'a Invocation) -> Self {
        Self { directory: directory.to_owned(), call }
    }
}

impl Drop for Forgets<'_> {
    fn drop(&mut self) {
        if is_past(&self.directory, self.call.now()) {
            // What cannot be removed is forgotten when somebody practises the next time.
            let _ = fs::remove_dir_all(&self.directory);
        }
    }
}

fn said(directory: &Path) -> Option<String> {
    fs::read_to_string(directory.join(FILE)).ok().map(|said| said.trim_end().to_owned())
}

fn say(directory: &Path, what: &str) -> Result<(), Problem> {
    let path = directory.join(FILE);
    fs::write(&path, format!("{what}\n"))
        .map_err(|cause| Problem::new(Kind::Io, "write-file").with("path", path.display()).because(cause))
}
