//! The casebook that is read against: a demo of three families, made once a thread.

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;
use trygg::demo;
use trygg::domain::problem::Problem;
use trygg::locale::{Language, Locale};
use trygg::store::{Casebook, FirstUser, Store};

pub struct Desk {
    pub store: Store,
    pub swedish: Locale,
    pub english: Locale,
    _directory: TempDir,
}

impl Desk {
    fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let staff: Vec<FirstUser<'_>> =
            demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
        let casebook = Casebook::init_demo(&directory.path().join("casebook"), &staff, clock).unwrap();
        let store = casebook.unlock(staff[0].name, "", clock).unwrap();
        store.fill_demo(&casebook, demo::families(1, 3, today()), |_| ()).unwrap();
        store.count_as_today(today());
        let (swedish, english) = (Locale::new(Language::Swedish), Locale::new(Language::English));
        Self { store, swedish, english, _directory: directory }
    }

    /// Whatever went wrong can be told, in both languages; where a word is missing this build stops.
    pub fn tell(&self, problem: &Problem) {
        for locale in [&self.swedish, &self.english] {
            assert!(!locale.problem(problem).is_empty());
            let _ = locale.hint(problem);
        }
    }
}

thread_local! {
    static DESK: Desk = Desk::new();
}

/// Works with the thread's own desk.
pub fn with<T>(work: impl FnOnce(&Desk) -> T) -> T {
    DESK.with(work)
}

pub fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}
